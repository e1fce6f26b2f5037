"""The tables of the fictional disclosure: the nine standard ones and those in the narrative."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from fictional.blocks import Caption, Cell, Row, TableBlock, row
from fictional.figures import CLASSES, ECONOMIC_CLASSES, YEAR, ZERO, Figures
from fictional.headers import PROCUREMENT, T1, T2, T3, T4, T5, T6, T9
from fictional.projects import ASSETS, PURCHASES, Project

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

NUMERALS = "〇一二三四五六七八九十"
INCOME = (
    "一般公共预算拨款收入",
    "政府性基金预算拨款收入",
    "国有资本经营预算拨款收入",
    "财政专户管理资金收入",
    "事业收入",
    "事业单位经营收入",
    "上级补助收入",
    "附属单位上缴收入",
    "其他收入",
)
FUNDS = ("一般公共预算拨款", "政府性基金预算拨款", "国有资本经营预算拨款")
FUND_NOTES = {7: "政府基金预算", 8: "国有资本经营预算"}
SUFFIXES = (
    "收支总表",
    "收入总表",
    "支出总表",
    "财政拨款收支总表",
    "一般公共预算财政拨款支出表",
    "一般公共预算财政拨款基本支出表",
    "政府基金预算财政拨款支出表",
    "国有资本经营预算财政拨款支出表",
    "财政拨款“三公”经费支出表",
)


@dataclass(frozen=True, slots=True)
class Part:
    """The department's own part or a unit's."""

    id: str
    word: str
    entity: str
    code: str


def chinese(number: int) -> str:
    """1–99 in Chinese numerals."""
    tens, ones = divmod(number, 10)
    head = ("" if tens == 1 else NUMERALS[tens]) + "十" if tens else ""
    return head + (NUMERALS[ones] if ones or not tens else "")


class Tables:
    """Builds the tables of one part."""

    def __init__(self, figures: Figures, part: Part) -> None:
        self.figures = figures
        self.part = part
        self.unit = figures.options.unit_tables

    def money(self, amount: Decimal) -> str:
        """An amount as printed in a table; zero is blank."""
        if not amount:
            return ""
        return f"{amount * 10000:.2f}" if self.unit == "元" else f"{amount:.2f}"

    def standard(
        self,
        number: int,
        header: tuple[Row, ...],
        lines: Iterable[tuple[str, ...]],
        notes: tuple[str, ...] = (),
    ) -> TableBlock:
        """One of the nine tables, with serial numbers and 栏次 added."""
        rows = tuple(row(str(i), *texts) for i, texts in enumerate(lines, start=1))
        width = sum(cell.colspan for cell in header[0])
        return TableBlock(
            f"{self.part.id}/t{number}",
            f"{self.part.word}预算{SUFFIXES[number - 1]}",
            header,
            rows or (row(*[""] * width),),
            Caption(
                f"{self.part.code}{self.part.entity}", f"预算年度：{YEAR}", f"单位：{self.unit}"
            ),
            ("栏次", *map(str, range(1, width))),
            notes,
            number,
        )

    def all_standard(self) -> tuple[TableBlock, ...]:
        """The nine tables in order."""
        functions = [(line, line.code, line.name) for line in self.figures.lines]
        functions.insert(0, (self.figures.total, "", "合计"))
        money = self.money
        incomes = [
            (code, name, *map(money, (line.total, line.income, line.general)))
            + ("",) * 5
            + (money(line.other), money(line.carry))
            for line, code, name in functions
        ]
        spending = [
            (code, name, *map(money, (line.total, line.basic, line.project)))
            for line, code, name in functions
        ]
        fiscal = [
            (
                code,
                name,
                *map(money, (line.total - line.other, line.basic, line.project - line.other)),
            )
            for line, code, name in functions
        ]
        return (
            self.standard(1, T1, self._sides(self._t1_left(), self._t1_right())),
            self.standard(2, T2, incomes),
            self.standard(3, T3, (line + ("",) * 3 for line in spending)),
            self.standard(4, T4, self._sides(self._t4_left(), self._t4_right())),
            self.standard(5, T5, fiscal),
            self.standard(6, T6, self._economics()),
            *(
                self.standard(n, T5, (), (f"注：无{name}财政拨款预算，空表列示。",))
                for n, name in FUND_NOTES.items()
            ),
            self.standard(9, T9, self._three()),
        )

    def _sides(
        self, left: list[tuple[str, ...]], right: list[tuple[str, ...]]
    ) -> list[tuple[str, ...]]:
        """Income and expenditure side by side: the closing lines stand in the same rows."""
        return [(*a, *b) for a, b in zip(left, right, strict=True)]

    def _t1_left(self) -> list[tuple[str, ...]]:
        total = self.figures.total
        amounts = dict.fromkeys(INCOME, ZERO) | {INCOME[0]: total.general, INCOME[8]: total.other}
        lines = [
            (f"{chinese(i)}、{name}", self.money(amounts[name]))
            for i, name in enumerate(INCOME, start=1)
        ]
        lines += [("", "")] * (len(CLASSES) - len(INCOME))
        return [
            *lines,
            ("本年收入合计", self.money(total.income)),
            ("上年结转结余", self.money(total.carry)),
            ("收入总计", self.money(total.total)),
        ]

    def _t1_right(self) -> list[tuple[str, ...]]:
        total = self.money(self.figures.total.total)
        return [
            *(
                (f"{chinese(i)}、{line[3:]}", self.money(self.figures.function(line[:3]).total))
                for i, line in enumerate(CLASSES, start=1)
            ),
            ("本年支出合计", total),
            ("年终结转结余", ""),
            ("支出总计", total),
        ]

    def _t4_left(self) -> list[tuple[str, ...]]:
        total = self.figures.total
        carry = self.money(total.carry)
        first = [self.money(total.general), "", ""]
        lines = [
            (f"{chinese(i)}、{name}", text)
            for i, (name, text) in enumerate(zip(FUNDS, first, strict=True), start=1)
        ]
        again = [
            (f"{chinese(i)}、{name}", text)
            for i, (name, text) in enumerate(zip(FUNDS, (carry, "", ""), strict=True), start=1)
        ]
        lines += [("", "")] * (len(CLASSES) - len(FUNDS))
        lines += [("本年收入合计", self.money(total.general)), ("年初财政拨款结转和结余", carry)]
        return [*lines, *again, ("收入总计", self.money(self.figures.fiscal))]

    def _t4_right(self) -> list[tuple[str, ...]]:
        def line(label: str, amount: Decimal) -> tuple[str, ...]:
            return (label, self.money(amount), self.money(amount), "", "")

        classes = [(self.figures.function(code[:3]), code[3:]) for code in CLASSES]
        fiscal = self.figures.fiscal
        return [
            *(
                line(f"{chinese(i)}、{name}", spent.total - spent.other)
                for i, (spent, name) in enumerate(classes, start=1)
            ),
            line("本年支出合计", fiscal),
            ("年末财政拨款结转和结余", "", "", "", ""),
            *[("", "", "", "", "")] * 3,
            line("支出总计", fiscal),
        ]

    def _economics(self) -> list[tuple[str, ...]]:
        figures, money = self.figures, self.money
        lines: list[tuple[str, ...]]
        codes = dict(ECONOMIC_CLASSES) | {item.code: item.name for item in figures.economics}
        lines = [
            (
                "",
                "合计",
                money(figures.total.basic),
                money(figures.personnel),
                money(figures.public),
            )
        ]
        for code in sorted(codes):
            text = money(figures.economic(code))
            lines.append((code, codes[code], text, *map(money, figures.sides(code))))
        return lines

    def _three(self) -> list[tuple[str, ...]]:
        f = self.figures
        meetings = f.economic("30215") if f.options.meeting_rows else ZERO
        courses = f.economic("30216") if f.options.meeting_rows else ZERO
        lines = [
            ("合计", f.three.now + meetings + courses),
            ("“三公”经费小计", f.three.now),
            ("一、因公出国（境）费", f.abroad.now),
            ("二、公务用车购置及运维费", f.cars.now),
            ("其中：公务用车购置费", f.car_purchase.now),
            ("公务用车运行维护费", f.car_running.now),
            ("三、公务接待费", f.reception.now),
        ]
        if f.options.meeting_rows:
            lines += [("四、会议费", meetings), ("五、培训费", courses)]
        return [(label, self.money(x), self.money(x), "", "") for label, x in lines]

    def organisation(self) -> TableBlock:
        """The units of the department."""
        entity = self.part.entity
        return TableBlock(
            f"{self.part.id}/s1/units",
            f"{self.part.word}机构设置情况",
            (row("单位名称", "单位性质", "单位规格", "经费保障形式"),),
            (
                row(
                    entity if entity.endswith("本级") else f"{entity}本级",
                    "行政",
                    "正科级",
                    "财政拨款",
                ),
            ),
        )

    def three_changes(self) -> TableBlock:
        """The three public expenses of two years, always in 万元."""
        f = self.figures
        lines = (
            ("因公出国（境）费", f.abroad, "两年均未安排"),
            ("公务用车购置费", f.car_purchase, "两年均未安排"),
            ("公务用车运行维护费", f.car_running, "减少一辆公务用车"),
            ("公务接待费", f.reception, "压减接待批次"),
            ("合计", f.three, "厉行节约"),
        )
        return TableBlock(
            f"{self.part.id}/s4/changes",
            "",
            (row("项目", f"{YEAR - 1}年预算", f"{YEAR}年预算", "增减额", "变化原因"),),
            tuple(row(name, *map(plain, (c.last, c.now, c.by)), why) for name, c, why in lines),
            Caption(unit="单位：万元"),
        )

    def goals(self, number: int, project: Project) -> TableBlock:
        """The performance goal table of a project, in 万元."""
        amount = plain(project.amount)
        other = project.other if self.figures.options.other_income else ZERO
        plan = [f"{share}%" for share in project.plan]
        top = (
            (Cell("项目编码"), Cell(project.code, 2), Cell("项目名称"), Cell(project.name, 2)),
            (
                Cell("预算规模及资金用途", 1, 2),
                *row("预算数", amount, "其中：财政资金", plain(project.amount - other)),
                Cell(f"其他资金：{plain(other)}"),
            ),
            (Cell(project.purpose, 5),),
            (
                Cell("资金支出计划（累计）", 1, 2),
                *row("3月底", "6月底", "10月底"),
                Cell("12月底", 2),
            ),
            (*row(*plan[:3]), Cell(plan[3], 2)),
            (Cell("绩效目标"), Cell("\n".join(project.goals), 5)),
            row("一级指标", "二级指标", "三级指标", "绩效指标描述", "指标值", "指标值确定依据"),
        )
        first = (Cell("产出指标", 1, 4), *row(*project.indicators[0][1:]))
        rest = tuple(row(*line[1:]) for line in project.indicators[1:4])
        last = tuple(row(*line) for line in project.indicators[4:])
        return TableBlock(
            f"{self.part.id}/s5/goals{number}/table",
            "",
            (),
            (*top, first, *rest, *last),
            Caption(entity=f"{self.part.code}{self.part.entity}", unit="单位：万元"),
        )

    def procurement(self) -> TableBlock:
        """The procurement table: price × quantity = amount."""
        money = self.money
        total = sum((p.amount for p in PURCHASES), ZERO)
        small = sum((p.small for p in PURCHASES), ZERO)
        lines = [("合计", *[""] * 6, money(total), money(total), *[""] * 6, money(small))]
        for p in PURCHASES:
            amount = money(p.amount)
            lines.append(
                (
                    *(p.project, amount, p.item, p.catalogue, p.measure, str(p.quantity)),
                    *(money(p.price), amount, amount, *[""] * 6, money(p.small)),
                )
            )
        return TableBlock(
            f"{self.part.id}/s6/table",
            f"{self.part.word}政府采购预算",
            PROCUREMENT,
            tuple(row(*line) for line in lines),
            Caption(entity=f"{self.part.code}{self.part.entity}", unit=f"单位：{self.unit}"),
            notes=("注：同类物品因配置不同单价可以不同，均未超过资产配置标准。",),
        )

    def assets(self) -> TableBlock:
        """The fixed assets at the end of last year."""
        header = row("项目", "数量", f"价值（单位：{self.unit}）")
        total = sum((a.value for a in ASSETS if not a.part_of), ZERO)
        lines = [row("固定资产总额", "", self.money(total))]
        lines += [row(a.label, a.quantity, self.money(a.value)) for a in ASSETS]
        return TableBlock(
            f"{self.part.id}/s7/table",
            f"{self.part.word}固定资产占用情况表",
            (header,),
            tuple(lines),
            Caption(
                entity=f"{self.part.code}{self.part.entity}", year=f"截止时间：{YEAR - 1}-12-31"
            ),
        )


def plain(amount: Decimal) -> str:
    """An amount in 万元 as the narrative prints it: zero is a bare 0."""
    return f"{amount:.2f}" if amount else "0"


def renumbered(table: TableBlock) -> TableBlock:
    """The table with serial numbers, if it has any, counted anew (after a row went or came)."""
    if table.columns[0] != "序号":
        return table
    rows = (
        (replace(cells[0], text=str(i)), *cells[1:]) for i, cells in enumerate(table.rows, start=1)
    )
    return table.with_rows(rows)
