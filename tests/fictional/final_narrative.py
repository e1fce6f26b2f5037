"""The explanation of the fictional final accounts: the field's formulas and their figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fictional.blocks import Block, Heading, Para
from fictional.final_data import BUDGETS, ENTITY, FUNCTIONS, FUND_BUDGET, YEAR, ZERO
from fictional.final_facts import ThreePublic
from fictional.final_figures import Change, Figures, percent, plain, truncated
from fictional.final_headers import ECONOMIC_NAMES, FORMS
from fictional.final_other import Other
from fictional.final_words import DOWN, NEW_DEPARTMENT, PURPOSES, REASONS_DOWN, REASONS_UP, UP
from fictional.tables import chinese

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from fictional.final_facts import Public
    from fictional.final_figures import Line
    from fictional.final_tables import FinalTables

LAST = f"{YEAR - 1}年度"
TITLES = {
    "summary": "收入支出决算总体情况说明",
    "income": "收入决算情况说明",
    "expenditure": "支出决算情况说明",
    "fiscal-summary": "财政拨款收入支出决算总体情况说明",
    "public-expenditure": "一般公共预算财政拨款支出决算情况说明",
    "public-basic": "一般公共预算财政拨款基本支出决算情况说明",
    "three-public": "财政拨款“三公”经费支出决算情况说明",
    "fund-expenditure": "政府性基金预算财政拨款收入支出决算情况说明",
    "capital-expenditure": "国有资本经营预算财政拨款收入支出决算情况说明",
    "agency": "机关运行经费支出情况说明",
    "procurement": "政府采购支出情况说明",
    "assets": "国有资产占有使用情况说明",
    "performance": "预算绩效管理情况",
    "other": "其他重要事项的情况说明",
}


def change(change: Change) -> str:
    """How a quantity moved against last year, in the usual formula."""
    if not change.by:
        return f"与{LAST}持平"
    up = change.by > 0
    return (
        f"{'增加' if up else '减少'}{plain(abs(change.by))}万元，"
        f"{'增长' if up else '下降'}{change.rate}"
    )


class FinalNarrative:
    """Builds the sections of the explanation."""

    def __init__(self, figures: Figures, tables: FinalTables) -> None:
        self.figures = figures
        self.tables = tables
        self.national = figures.options.layout == "national"
        self.three = ThreePublic(figures)
        self.other = Other(figures)

    def reason(self, name: str, change: Change) -> str:
        """Why a quantity moved against last year; nothing where it did not."""
        if not change.by:
            return ""
        if self.figures.options.new_department:
            why = NEW_DEPARTMENT
        else:
            why = UP[name] if change.by > 0 else DOWN[name]
        return f"主要原因{'是' if self.national else '：'}{why}。"

    def sections(self) -> Iterator[Block]:
        """The sections in the order of the layout."""
        names = list(FORMS[self.figures.options.layout].order)
        names += ["agency", "procurement", "assets"] if self.national else ["performance", "other"]
        for number, name in enumerate(names, start=1):
            yield Heading(f"s/{name}", "section", TITLES[name], f"{chinese(number)}、")
            yield from self.body(name)

    def body(self, name: str) -> Iterator[Block]:
        """What stands in a section."""
        match name:
            case "summary":
                yield self._para(name, self._summary())
            case "income":
                yield self._para(name, self._income())
            case "expenditure":
                yield self._para(name, self._expenditure())
            case "fiscal-summary":
                yield self._para(name, self._fiscal())
            case "public-expenditure":
                yield from self._public()
            case "public-basic":
                yield self._para(name, self._basic())
            case "three-public":
                yield from self._three_public()
            case "fund-expenditure":
                yield from self._fund()
            case "capital-expenditure":
                text = f"{self._who()}没有国有资本经营预算财政拨款收入和支出。"
                yield self._para(name, text)
            case "other":
                for i, part in enumerate(("agency", "procurement", "assets"), start=1):
                    title = TITLES[part].removesuffix("说明") if i < 3 else TITLES[part]
                    yield Heading(f"s/other/{part}", "sub", title, f"（{chinese(i)}）")
                    yield from self._other(f"other/{part}", part)
            case _:
                yield from self._other(name, name)

    def _para(self, name: str, text: str, number: str = "") -> Para:
        return Para(f"s/{name}/text", text, number)

    def _who(self) -> str:
        return f"{'' if self.national else ENTITY}{YEAR}年度"

    def _other(self, prefix: str, name: str) -> Iterator[Block]:
        agency = self.figures.agency
        texts = {
            "agency": lambda: (self._agency(agency),),
            "procurement": self.other.procurement,
            "assets": self.other.assets,
            "performance": self.other.performance,
        }[name]()
        if len(texts) == 1:
            yield self._para(prefix, texts[0])
            return
        for i, text in enumerate(texts, start=1):
            yield Para(f"s/{prefix}/text{i}", text)

    # totals

    def _summary(self) -> str:
        grand, total = self.figures.grand, self.figures.total
        reason = self.reason("total", grand)
        if not self.national:
            return (
                f"{ENTITY}{YEAR}年度收入支出总计{plain(grand.now)}万元。"
                f"与{LAST}相比，收入支出总计{change(grand)}。{reason}"
            )
        made = ""
        if self.figures.options.carry_over:
            carried, left = total.start + total.fund_start, total.end + total.fund_end
            given = f"结余分配{plain(total.distributed)}万元，" if total.distributed else ""
            made = (
                f"收入总计中，本年收入合计{plain(total.income)}万元，"
                f"使用非财政拨款结余{plain(total.surplus)}万元，年初结转和结余{plain(carried)}万元；"
                f"支出总计中，本年支出合计{plain(total.total)}万元，{given}"
                f"年末结转和结余{plain(left)}万元。"
            )
        return (
            f"{YEAR}年度收入总计{plain(grand.now)}万元，支出总计{plain(grand.now)}万元。"
            f"与{LAST}相比，收、支总计各{change(grand)}。{reason}{made}"
        )

    def _income(self) -> str:
        total = self.figures.total
        sources = (
            ("财政拨款收入", total.fiscal_income),
            ("事业收入", total.undertaking_income),
            ("其他收入", total.other),
        )
        shares = self._shares(sources, total.income)
        return f"{YEAR}年度本年收入合计{plain(total.income)}万元，其中：{shares}。"

    def _expenditure(self) -> str:
        total = self.figures.total
        shares = self._shares((("基本支出", total.basic), ("项目支出", total.project)), total.total)
        return f"{YEAR}年度本年支出合计{plain(total.total)}万元，其中：{shares}。"

    @staticmethod
    def _shares(parts: tuple[tuple[str, Decimal], ...], whole: Decimal) -> str:
        return "；".join(
            f"{name}{plain(amount)}万元，占{percent(amount, whole)}"
            for name, amount in parts
            if amount
        )

    def _fiscal(self) -> str:
        fiscal = self.figures.fiscal
        reason = self.reason("fiscal", fiscal)
        if self.national:
            return (
                f"{YEAR}年度财政拨款收入总计{plain(fiscal.now)}万元，"
                f"支出总计{plain(fiscal.now)}万元。"
                f"与{LAST}相比，财政拨款收、支总计各{change(fiscal)}。{reason}"
            )
        return (
            f"{ENTITY}{YEAR}年度财政拨款收入支出总计{plain(fiscal.now)}万元。"
            f"与{LAST}相比，财政拨款收入支出总计{change(fiscal)}。{reason}"
        )

    # the general public budget

    def _public(self) -> Iterator[Block]:
        name, what = "public-expenditure", "一般公共预算财政拨款支出"
        general, whole = self.figures.general, self.figures.total.total
        heads = ("总体情况", "结构情况", "具体情况")
        ids = [f"s/{name}/{word}" for word in ("overall", "structure", "items")]
        for i, (block_id, head) in enumerate(zip(ids, heads, strict=True), start=1):
            yield Heading(block_id, "sub", f"{what}决算{head}", f"（{chinese(i)}）")
            if i == 1:
                yield Para(
                    f"{block_id}/text",
                    f"{YEAR}年度{what}{plain(general.now)}万元，"
                    f"占本年支出合计的{percent(general.now, whole)}。"
                    f"与{LAST}相比，{what}{change(general)}。{self.reason('general', general)}",
                )
            elif i == 2:
                text = f"{YEAR}年度{what}{plain(general.now)}万元，主要用于以下方面："
                yield Para(f"{block_id}/text", f"{text}{self._classes(general.now)}。")
            else:
                yield from self._items(block_id)

    def _classes(self, whole: Decimal) -> str:
        """The 类 with their shares; the last one that can be is cut off instead of rounded."""
        classes = [x for x in self.figures.lines if len(x.code) == 3 and x.general]
        shares = {x.code: percent(x.general, whole) for x in classes}
        cut = {x.code: truncated(x.general, whole) for x in classes}
        last = [code for code in shares if cut[code] != shares[code]][-1]
        shares[last] = cut[last]
        return "；".join(
            f"{x.name}（类）{plain(x.general)}万元，占{shares[x.code]}" for x in classes
        )

    def _items(self, block_id: str) -> Iterator[Block]:
        lines = [line for line in self.figures.items if line.general]
        initial, annual = (sum((BUDGETS[x.code][i] for x in lines), ZERO) for i in (0, 1))
        what = f"{YEAR}年度一般公共预算财政拨款支出"
        reasons = ("年中追加任务", "人员调出和招标节约")
        text = self._execution((initial, annual), self.figures.general.now, reasons)
        yield Para(f"{block_id}/text", f"{what}{text}其中：")
        for i, line in enumerate(lines, start=1):
            yield self._item(f"{block_id}/{i}", i, line, BUDGETS[line.code], line.general)

    def _item(
        self,
        block_id: str,
        number: int,
        line: Line,
        budgets: tuple[Decimal, Decimal],
        final: Decimal,
    ) -> Para:
        names = (FUNCTIONS[line.code[:3]], FUNCTIONS[line.code[:5]], FUNCTIONS[line.code])
        title = "".join(f"{n}（{kind}）" for n, kind in zip(names, "类款项", strict=True))
        reasons = (REASONS_UP.get(line.code, ""), REASONS_DOWN.get(line.code, ""))
        text = self._execution(budgets, final, reasons)
        return Para(block_id, f"{title}。主要用于{PURPOSES[line.code]}。{text}", f"{number}、")

    def _execution(
        self, budgets: tuple[Decimal, Decimal], final: Decimal, reasons: tuple[str, str]
    ) -> str:
        """Budget, final account, completion, and why it is above or below the budget."""
        initial, annual = budgets
        base, word = (initial, "年初预算") if self.national else (annual, "全年预算")
        between = "" if self.national else f"全年预算为{plain(annual)}万元，"
        rate = f"，完成{word}的{percent(final, base)}" if base else ""
        text = (
            f"年初预算为{plain(initial)}万元，{between}支出决算为{plain(final)}万元{rate}。决算数"
        )
        if final == base:
            return text + (f"等于{word}数。" if self.national else f"与{word}数持平。")
        compared, why = ("大于", reasons[0]) if final > base else ("小于", reasons[1])
        assert why
        return f"{text}{compared}{word}数的{self._because(why)}"

    def _because(self, why: str) -> str:
        return f"主要原因{'是' if self.national else '：'}{why}。"

    def _basic(self) -> str:
        f = self.figures
        people, public = (
            "、".join(
                name
                for code, name in ECONOMIC_NAMES.items()
                if code[:3] in kinds and f.economic(code)
            )
            for kinds in (("301", "303"), ("302", "310"))
        )
        return (
            f"{YEAR}年度一般公共预算财政拨款基本支出{plain(f.total.basic)}万元，其中："
            f"人员经费{plain(f.personnel)}万元，主要包括：{people}；"
            f"公用经费{plain(f.operating)}万元，主要包括：{public}。"
        )

    # the funds

    def _fund(self) -> Iterator[Block]:
        name, what = "fund-expenditure", "政府性基金预算财政拨款"
        total = self.figures.total
        if not total.fund:
            yield self._para(name, f"{self._who()}没有{what}收入和支出。")
            return
        carried = ""
        if total.fund_start:
            carried = f"年初结转和结余{plain(total.fund_start)}万元，"
        left = f"，年末结转和结余{plain(total.fund_end)}万元" if total.fund_end else ""
        yield self._para(
            name,
            f"{YEAR}年度{what}{carried}本年收入{plain(total.fund_income)}万元，"
            f"本年支出{plain(total.fund)}万元{left}。支出具体情况如下：",
        )
        line = next(line for line in self.figures.items if line.fund)
        yield self._item(f"s/{name}/1", 1, line, FUND_BUDGET, line.fund)

    # 三公

    def _three_public(self) -> Iterator[Block]:
        name, what = "three-public", "“三公”经费财政拨款支出"
        total = self.three.total
        if not total.final:
            yield self._para(name, f"{self._who()}没有{what}。")
            return
        overall, details = f"s/{name}/overall", f"s/{name}/details"
        yield Heading(overall, "sub", f"{what}决算总体情况说明", "（一）")
        rates = "；".join(
            f"{x.name}支出决算为{plain(x.final)}万元，完成预算的{percent(x.final, x.budget)}"
            for x in self.three.three
        )
        yield Para(
            f"{overall}/budget",
            f"{YEAR}年度{what}年初预算为{plain(total.budget)}万元，支出决算为{plain(total.final)}万元，"
            f"完成预算的{percent(total.final, total.budget)}，其中：{rates}。"
            f"决算数小于预算数的{self._because('从严控制接待批次和车辆维修费用')}",
        )
        moves = "；".join(self._move(x) for x in self.three.three)
        yield Para(
            f"{overall}/change",
            f"{YEAR}年度{what}决算数比{LAST}{change(total.change)}，其中：{moves}。",
        )
        yield Heading(details, "sub", f"{what}决算具体情况说明", "（二）")
        shares = self._shares(
            tuple((f"{x.name}支出决算", x.final) for x in self.three.three), total.final
        )
        yield Para(f"{details}/text", f"{what}决算中，{shares}。具体情况如下：")
        yield from self.other.three_public(details, self.three)

    def _move(self, item: Public) -> str:
        moved = item.change
        if item.id == "abroad" and not self.figures.options.new_department:
            text = f"增加{plain(moved.by)}万元，上年没有此项支出，增长率不可比"
        else:
            text = change(moved)
        why = UP[item.id] if not self.figures.options.new_department else NEW_DEPARTMENT
        return f"{item.name}支出决算{text}，主要原因是{why}"

    def _agency(self, agency: Change) -> str:
        start = f"{YEAR}年度" if self.national else ""
        return (
            f"{start}机关运行经费支出{plain(agency.now)}万元，"
            f"比{LAST}{change(agency)}。{self.reason('agency', agency)}"
        )
