"""The nine tables of the fictional final accounts, and the table of units."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from fictional.blocks import Caption, Cell, Row, TableBlock, row
from fictional.final_data import CLASSES, ENTITY, UNITS, YEAR
from fictional.final_facts import ThreePublic
from fictional.final_figures import Figures, Line, wan
from fictional.final_headers import ECONOMIC_CLASSES, ECONOMIC_NAMES, FORMS, FUNDS
from fictional.tables import chinese

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from decimal import Decimal


Amounts = tuple["Decimal", ...]
INCOME_LINES = (
    *(f"{fund}收入" for fund in FUNDS),
    "上级补助收入",
    "事业收入",
    "经营收入",
    "附属单位上缴收入",
    "其他收入",
)
NOTES = {
    "summary": "注：本表汇总本部门全年的收入、支出和年末结转结余。",
    "income": "注：本表列示本部门全年取得的各项收入。",
    "expenditure": "注：本表列示本部门全年发生的各项支出。",
    "fiscal-summary": "注：本表汇总本部门全年财政拨款的收入、支出和结转结余。",
    "public-expenditure": "注：本表列示本部门全年一般公共预算财政拨款的支出。",
    "public-basic": "注：本表列示本部门全年一般公共预算财政拨款基本支出的明细。",
    "three-public": "注：本表列示本部门全年“三公”经费的预算数和决算数。",
    "fund-expenditure": "注：本表列示本部门全年政府性基金预算财政拨款的收支和结转结余。",
    "capital-expenditure": "注：本表列示本部门全年国有资本经营预算财政拨款的支出。",
}
EMPTY = {
    "three-public": "财政拨款“三公”经费支出",
    "fund-expenditure": "政府性基金预算财政拨款收入和支出",
    "capital-expenditure": "国有资本经营预算财政拨款收入和支出",
}


class FinalTables:
    """Builds the tables in the form of one layout."""

    def __init__(self, figures: Figures) -> None:
        self.figures = figures
        self.form = FORMS[figures.options.layout]
        self.national = figures.options.layout == "national"
        self.three = ThreePublic(figures)
        self.unit = figures.options.unit_tables

    def money(self, amount: Decimal) -> str:
        """An amount in 元 as a table prints it; zero is blank."""
        if not amount:
            return ""
        return f"{amount:.2f}" if self.unit == "元" else f"{wan(amount):.2f}"

    def standard(self) -> Iterable[TableBlock]:
        """The nine tables in order."""
        rows: dict[str, Callable[[], Sequence[Row]]] = {
            "summary": self._summary,
            "income": lambda: self._functions(self._incomes),
            "expenditure": lambda: self._functions(self._spending),
            "fiscal-summary": self._fiscal_summary,
            "public-expenditure": lambda: self._functions(
                lambda x: (x.general, x.basic, x.general_project), last=self.form.total_last
            ),
            "public-basic": self._basic,
            "three-public": self._three_public,
            "fund-expenditure": self._fund,
            "capital-expenditure": list,
        }
        for number, name in enumerate(self.form.order, start=1):
            yield self._table(number, name, rows[name]())

    def _table(self, number: int, name: str, rows: Sequence[Row]) -> TableBlock:
        header, title = self.form.headers[name], self.form.titles[name]
        width = sum(cell.colspan for cell in header[0])
        notes: tuple[str, ...] = (NOTES[name],)
        if not rows:
            notes = (*notes, f"说明：{ENTITY}{YEAR}年度没有{EMPTY[name]}，故本表没有数据。")
        caption = Caption(unit=f"单位：{self.unit}")
        if self.national:
            unit = f"金额单位：{self.unit}"
            caption = Caption(f"部门：{ENTITY}", f"{YEAR}年度", unit, f"公开{number:02}表")
        return TableBlock(
            f"t/{name}",
            title,
            header,
            tuple(rows) or (row(*[""] * width),),
            caption,
            self._lanci(name, width) if self.form.numbered_lines else (),
            notes,
            number,
            f"{chinese(number)}、{title}",
        )

    def _lanci(self, name: str, width: int) -> tuple[str, ...]:
        if name == "public-basic":
            return ()
        if name == "three-public":
            return tuple(str(i) for i in range(1, width + 1))
        if name.endswith("summary"):
            amounts = (str(i) for i in range(2, width - 3))
            return ("栏次", "", "1", "栏次", "", *amounts)
        return ("", "", "", "栏次", *(str(i) for i in range(1, width - 3)))

    # tables by functions

    def _code(self, code: str) -> Row:
        """The cells of a code: three in the national form, or one across their columns."""
        if not self.national:
            return row(code)
        if self.figures.options.merged_codes and code:
            return (Cell(code, 3),)
        return row(code[:3], code[3:5], code[5:])

    def _functions(self, amounts: Callable[[Line], Amounts], *, last: bool = False) -> list[Row]:
        """合计 and a row for each function with any amount."""
        lines = [
            self._code(line.code) + row(line.name, *map(self.money, values))
            for line in self.figures.lines
            if any(values := amounts(line))
        ]
        total = self._code("") + row("合计", *map(self.money, amounts(self.figures.total)))
        return [*lines, total] if last else [total, *lines]

    @staticmethod
    def _incomes(line: Line) -> Amounts:
        none = line.basic - line.basic
        sources = (line.fiscal_income, none, line.undertaking_income, none, none, line.other)
        return line.income, *sources

    @staticmethod
    def _spending(line: Line) -> Amounts:
        none = line.basic - line.basic
        return line.total, line.basic, line.project, none, none, none

    def _fund(self) -> list[Row]:
        if not self.figures.total.fund:
            return []
        none = self.figures.total.fund * 0
        return self._functions(
            lambda x: (x.fund_start, x.fund_income, x.fund, none, x.fund, x.fund_end)
        )

    # the two summaries

    def _sides(
        self, left: Sequence[tuple[str, ...]], right: Sequence[tuple[str, ...]]
    ) -> list[Row]:
        """Income and expenditure side by side, in the national form with a column 行次."""
        pairs = zip(left, right, strict=True)
        if not self.form.numbered_lines:
            return [row(*a, *b) for a, b in pairs]
        return [
            row(a[0], str(number), *a[1:], b[0], str(number + len(left)), *b[1:])
            for number, (a, b) in enumerate(pairs, start=1)
        ]

    @staticmethod
    def _listed(lines: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
        return [(f"{chinese(i)}、{x[0]}", *x[1:]) for i, x in enumerate(lines, start=1)]

    def _summary(self) -> list[Row]:
        total = self.figures.total
        amounts = {
            INCOME_LINES[0]: total.general_income,
            INCOME_LINES[1]: total.fund_income,
            "事业收入": total.undertaking_income,
            "其他收入": total.other,
        }
        left = self._listed(
            (name, self.money(amounts.get(name, total.other * 0))) for name in INCOME_LINES
        )
        right = self._listed(
            (line[3:], self.money(self.figures.function(line[:3]).total)) for line in CLASSES
        )
        left += [("", "")] * (len(right) - len(left))
        grand = self.money(self.figures.grand.now)
        left += [
            ("本年收入合计", self.money(total.income)),
            ("使用非财政拨款结余", self.money(total.surplus)),
            ("年初结转和结余", self.money(total.start + total.fund_start)),
            ("总计", grand),
        ]
        right += [
            ("本年支出合计", self.money(total.total)),
            ("结余分配", self.money(total.distributed)),
            ("年末结转和结余", self.money(total.end + total.fund_end)),
            ("总计", grand),
        ]
        return self._sides(left, right)

    def _fiscal_summary(self) -> list[Row]:
        total = self.figures.total

        def spent(label: str, general: Decimal, fund: Decimal) -> tuple[str, ...]:
            return (label, *map(self.money, (general + fund, general, fund)), "")

        incomes = map(self.money, (total.general_income, total.fund_income, total.fund * 0))
        left = self._listed(zip(FUNDS, incomes, strict=True))
        classes = ((line[3:], self.figures.function(line[:3])) for line in CLASSES)
        right = self._listed(spent(name, line.general, line.fund) for name, line in classes)
        left += [("", "")] * (len(right) - len(left))
        starts = list(zip(FUNDS, map(self.money, (total.start, total.fund_start)), strict=False))
        left += [
            ("本年收入合计", self.money(total.fiscal_income)),
            ("年初财政拨款结转和结余", self.money(total.start + total.fund_start)),
            *(list if self.national else self._listed)((*starts, (FUNDS[2], ""))),
            ("总计", self.money(self.figures.fiscal.now)),
        ]
        right += [
            spent("本年支出合计", total.general, total.fund),
            spent("年末财政拨款结转和结余", total.end, total.fund_end),
            *[("",) * 5] * len(FUNDS),
            spent("总计", total.general + total.end, total.fund + total.fund_end),
        ]
        return self._sides(left, right)

    # basic expenditure and the three public expenses

    def _basic(self) -> list[Row]:
        columns = [self._economics(classes) for classes in self.form.basic]
        rows = [
            row(*(text for entry in line for text in entry))
            for line in zip_longest(*columns, fillvalue=("", "", ""))
        ]
        gap = 3 * len(columns) - 4
        total = (
            *(Cell("人员经费合计", 2), Cell(self.money(self.figures.personnel))),
            *(Cell("公用经费合计", gap), Cell(self.money(self.figures.operating))),
        )
        return [*rows, total]

    def _economics(self, classes: tuple[str, ...]) -> list[tuple[str, ...]]:
        names = ECONOMIC_CLASSES | ECONOMIC_NAMES
        codes = [code for kind in classes for code in sorted(names) if code.startswith(kind)]
        return [
            (code, names[code], self.money(self.figures.economic(code)) or self.form.zero)
            for code in codes
        ]

    def _three_public(self) -> list[Row]:
        items = self.three.row
        if not self.three.total.final:
            return []
        if self.national:
            return [
                row(*(self.money(x.budget) for x in items), *(self.money(x.final) for x in items))
            ]
        return [row(*(text for x in items for text in (self.money(x.budget), self.money(x.final))))]

    def units(self) -> TableBlock:
        """The units whose accounts are in these."""
        rows = (row(str(i), name, "") for i, name in enumerate(UNITS, start=1))
        return TableBlock("s/structure/units", "", (row("序号", "单位名称", "备注"),), tuple(rows))
