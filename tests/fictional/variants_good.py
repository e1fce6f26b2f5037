"""Documents that look wrong to a naive checker but are right."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from fictional.blocks import Heading, Printed, TableBlock, row
from fictional.figures import Options
from fictional.final_data import ENTITY
from fictional.tables import chinese
from fictional.variants import AnyOptions, Good
from fictional.variants_final_rates import swapped
from fictional.variants_final_tables import NAT, NAT_ALL, SH, SH_ALL
from fictional.variants_form import caption, numbered, table_edit

if TYPE_CHECKING:
    from collections.abc import Callable

    from fictional.blocks import Block
    from fictional.variants import Change

SHARES = Options(shares=True)


def said(name: str, block_id: str, old: str, new: str, options: AnyOptions | None = None) -> Good:
    """A sentence said in another way, which is right as well."""
    return Good(name, lambda p: p.edit_text(block_id, old, new), options or Options())


def _in_tables(edit: Callable[[TableBlock], TableBlock]) -> Change:
    """All standard tables changed in the same way."""
    return lambda printed: Printed(
        tuple(
            edit(block) if isinstance(block, TableBlock) and block.standard else block
            for block in printed.blocks
        )
    )


def _titled(form: str) -> Change:
    """All standard tables with another form of their titles."""
    return _in_tables(lambda t: replace(t, title=form.format(t.title, t.standard)))


def _with_thousands(table: TableBlock) -> TableBlock:
    rows = (
        tuple(
            replace(cell, text=f"{Decimal(cell.text):,}")
            if re.fullmatch(r"[0-9]{4,}\.[0-9]{2}", cell.text)
            else cell
            for cell in cells
        )
        for cells in table.rows
    )
    return table.with_rows(rows)


def _lying_as_rows(printed: Printed) -> Printed:
    """The three public expenses one below the other, with their budget and final account."""
    labels = (
        "合计",
        "一、因公出国（境）费",
        "二、公务用车购置及运行维护费",
        "（一）公务用车购置费",
        "（二）公务用车运行维护费",
        "三、公务接待费",
    )
    table = printed.table("t/three-public")
    texts = [cell.text for cell in table.rows[0]]
    rows = zip(labels, texts[::2], texts[1::2], strict=True)
    upright = replace(
        table, header=(row("项目", "预算数", "决算数"),), rows=tuple(row(*line) for line in rows)
    )
    return printed.edit_table("t/three-public", lambda _: upright)


def _headed(form: str) -> Change:
    """All sections of the explanation with another form of their titles."""

    def edit(block: Block) -> Block:
        if isinstance(block, Heading) and block.kind == "section" and block.text.endswith("说明"):
            return replace(block, text=form.format(block.text))
        return block

    return lambda printed: Printed(tuple(map(edit, printed.blocks)))


def _tables_last(printed: Printed) -> Printed:
    """The tables in the last part, the parts counted anew."""
    heads = [b for b in printed.blocks if isinstance(b, Heading) and b.kind == "part"]
    tables, after = (printed.blocks.index(heads[i]) for i in (1, 2))
    blocks = [*printed.blocks[:tables], *printed.blocks[after:], *printed.blocks[tables:after]]
    numbers = map(chinese, range(1, len(heads) + 1))
    return Printed(
        tuple(
            replace(block, number=f"第{next(numbers)}部分") if block in heads else block
            for block in blocks
        )
    )


def _three_first(printed: Printed) -> Printed:
    """The three public expenses explained before the two funds, as many do; tables unchanged."""
    blocks = printed.take("s/three-public")
    printed = printed.without("s/three-public").insert_after("s/public-basic", blocks)
    for section, number in (
        ("three-public", "七、"),
        ("fund-expenditure", "八、"),
        ("capital-expenditure", "九、"),
    ):
        printed = numbered(f"s/{section}", number)(printed)
    return printed


BUDGETS: tuple[Good, ...] = (
    said(
        "zero-change",
        "dept/s4/text",
        "与2023年持平，原因是没有",
        "比2023年减少0万元，下降0%，原因是没有",
    ),
    said(
        "zero-decline",
        "unit/s4/text",
        "与2023年持平，原因是没有",
        "较上年减少0万元，下降的原因是没有",
    ),
    said("level-same-as", "dept/s4/text", "与2023年持平，原因是没有", "与上年保持一致，原因是没有"),
    said("level-no-change", "unit/s4/text", "与2023年持平，原因是没有", "无增减变化，原因是没有"),
    said("rate-one-decimal", "dept/s4/text", "下降10.66%", "下降10.7%"),
    said("rate-cut-off", "unit/s4/text", "下降10.66%", "下降10.65%"),
    said("rate-rounded-up", "dept/s2/change/text", "下降0.88%", "下降0.9%"),
    said("rate-added", "unit/s2/change/text", "增加26.56万元，", "增加26.56万元，增长2.06%，"),
    said("share-one-decimal", "dept/s2/spending/shares", "66.56%", "66.6%", SHARES),
    said("share-cut-off", "unit/s2/spending/shares", "33.44%", "33.43%", SHARES),
    said("date-in-full", "dept/s7/text", "截至2023年末", "截至2023年12月31日"),
    said(
        "earlier-years-named",
        "dept/s2/change/text",
        "主要是上年安排的",
        "主要是2021年立项、上年安排的",
    ),
    said(
        "law-with-its-year",
        "dept/opening",
        "预算法",
        "《中华人民共和国预算法》（2018年修正）",
    ),
    said(
        "mixed-signs",
        "dept/s2/change/text",
        "主要是上年安排的农田管护任务已经完工",
        "主要是农田管护减少120.00万元，病虫害防治增加75.84万元",
    ),
    Good("caption-with-blank", caption("dept/t3", entity="316 青禾县农业农村局")),
    Good("caption-of-both", caption("unit/t5", entity="316001青禾县农业农村局（本级）")),
)

FINALS: tuple[Good, ...] = (
    said("units-beneath", "s/structure/text", "编入决算的单位共2个：", "下属单位共1个：", NAT),
    said(
        "growth-of-nothing-hundred",
        "s/three-public/overall/change",
        "上年没有此项支出，增长率不可比",
        "增长100.00%",
        NAT,
    ),
    said(
        "growth-of-nothing-dashes",
        "s/three-public/overall/change",
        "上年没有此项支出，增长率不可比",
        "增长--（基数为0，不可比）",
        SH,
    ),
    said(
        "growth-of-nothing-unsaid",
        "s/three-public/overall/change",
        "，上年没有此项支出，增长率不可比",
        "",
        NAT,
    ),
    said("completion-cut-off", "s/public-expenditure/items/4", "97.52%", "97.51%", NAT),
    said("completion-one-decimal", "s/public-expenditure/items/5", "99.23%", "99.2%", SH),
    said("completion-whole", "s/public-expenditure/items/text", "104.75%", "105%", NAT),
    said("share-whole-finals", "s/expenditure/text", "占58.27%", "占58%", NAT),
    said("share-one-decimal-finals", "s/three-public/details/text", "75.65%", "75.7%", SH),
    said(
        "completion-by-the-print",
        "s/three-public/overall/budget",
        "完成预算的95.27%",
        "完成预算的95.25%",
        NAT,
    ),
    said(
        "growth-by-the-print", "s/three-public/overall/change", "增长2518.42%", "增长2440.00%", SH
    ),
    said(
        "about-level",
        "s/public-expenditure/items/13",
        "决算数小于年初预算数的主要原因是人员调出后缴存人数减少。",
        "决算数与年初预算数基本持平。",
        NAT,
    ),
    said(
        "level-in-other-words",
        "s/public-expenditure/items/14",
        "决算数等于年初预算数",
        "决算数与年初预算数一致",
        NAT,
    ),
    said(
        "level-with-reason",
        "s/public-expenditure/items/14",
        "决算数与全年预算数持平。",
        "决算数等于全年预算数，主要原因：严格按标准发放。",
        SH,
    ),
    said(
        "against-last-year",
        "s/summary/text",
        "与2023年度相比，收、支总计各",
        "收、支总计较上年各",
        NAT,
    ),
    said(
        "thousands",
        "s/fiscal-summary/text",
        "收入支出总计2708.93万元。",
        "收入支出总计2,708.93万元。",
        SH,
    ),
    said(
        "zero-with-digits",
        "s/three-public/details/3",
        "外宾接待支出0万元",
        "外宾接待支出0.00万元",
        NAT,
    ),
    said(
        "mixed-signs-finals",
        "s/summary/text",
        "旅游推广和体育设施任务增加",
        "体育设施维护增加310.00万元，场馆修缮减少32.93万元",
        SH,
    ),
    said(
        "old-years-named",
        "s/public-expenditure/overall/text",
        "新增公共体育设施维护任务",
        "按照2021年印发的维护规划，新增公共体育设施维护任务",
        NAT,
    ),
    said(
        "regulation-named",
        "s/performance/text",
        "开展情况如下",
        "根据2022年修订的管理办法开展，情况如下",
        SH,
    ),
    said(
        "abbreviated-in-text",
        "s/structure/text",
        "的部门决算由",
        "（以下简称“区文旅局”）的部门决算由",
        NAT,
    ),
    said(
        "rounding-announced",
        "s/summary/text",
        "万元。与2023",
        "万元（因四舍五入，分项之和与合计可能有尾差）。与2023",
        SH,
    ),
    said("percent-of-percent", "s/other/agency/text", "，下降5.66%", "，同比下降5.7%", SH),
    Good("three-public-first", _three_first, NAT),
    Good(
        "three-public-order",
        swapped(
            "s/three-public/details/text",
            "公务用车购置及运行维护费支出决算27.63万元，占75.65%",
            "公务接待费支出决算1.27万元，占3.48%",
        ),
        NAT,
    ),
    Good(
        "caption-of-all-units",
        caption("t/income", entity="部门：沧浦区文化体育和旅游局（汇总）"),
        NAT,
    ),
    Good(
        "caption-with-spaces", caption("t/expenditure", entity="部门： 沧浦区文化体育和旅游局"), NAT
    ),
    Good(
        "zero-printed",
        table_edit(
            "t/summary",
            lambda t: t.with_cell("二、政府性基金预算财政拨款收入", "收入/决算数", "0.00"),
        ),
        SH,
    ),
    Good(
        "zero-printed-in-row",
        table_edit("t/expenditure", lambda t: t.with_cell("体育场馆", "基本支出", "0")),
        NAT_ALL,
    ),
    Good("thousands-in-tables", _in_tables(_with_thousands), NAT_ALL),
    Good("titles-with-number", _titled("表{1} {0}"), SH),
    Good("titles-with-mark", _titled("{0}（公开0{1}表）"), NAT),
    Good("titles-in-book-marks", _titled("《{0}》"), SH),
    Good("titles-with-entity", _titled(f"{ENTITY}2024年度{{0}}"), SH),
    Good("three-public-upright", _lying_as_rows, SH),
    Good("sections-with-entity", _headed(f"关于{ENTITY}2024年度{{0}}"), SH),
    Good("sections-with-stop", _headed("{0}。"), NAT),
    Good("tables-last", _tables_last, NAT),
    Good("second-part-unnumbered", numbered("p/2", ""), SH),
    Good(
        "note-in-other-words",
        table_edit(
            "t/capital-expenditure",
            lambda t: replace(t, notes=(t.notes[0], "备注：本表无数据，空表列示。")),
        ),
        SH_ALL,
    ),
)
