"""Variants and good documents of procurement and assets."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from fictional.blocks import row
from fictional.final_figures import Options as FinalOptions
from fictional.final_purchases import KINDS, OWNED
from fictional.variants import (
    Expectation,
    Good,
    Variant,
    in_cell,
    in_text,
    mild,
    place_of,
    undecided,
)
from fictional.variants_agency import TEXT_ONLY
from fictional.variants_form import caption, table_edit, without_row

if TYPE_CHECKING:
    from collections.abc import Callable

    from fictional.blocks import Printed, Row, TableBlock

_DEPT, _UNIT = "dept/s6/table", "unit/s6/table"
_ASSETS, _VALUE = "dept/s7/table", "价值（单位：万元）"
_SMALL = "2024年预留中小微企业份额"
_BOUGHT = "2024年拟购置固定资产6.00万元，已经编入政府采购预算。"
_AT_YEAR_END = "固定资产金额为675.27万元，分类情况见下表。"
_BY_CLASS = (
    "固定资产金额见下表。2024年初我单位固定资产为675.27万元，其中：土地、房屋及构筑物412.37万元，"
    "通用设备{}万元，专用设备40.00万元，家具、用具、装具类22.90万元。"
)
_PROCURED = "安排政府采购预算11.40万元，其中货物6.00万元、服务5.40万元，明细见下表。"


def _severity(variant: Variant, severity: str) -> Variant:
    return replace(variant, expect=replace(variant.expect, severity=severity))


def _worded(
    name: str, block_id: str, old: str, new: str, kind: str, severity: str = "warning"
) -> Variant:
    """A sentence that says something else than the tables."""
    expect = Expectation(kind, place_of(block_id), severity=severity)
    return Variant(name, lambda p: p.edit_text(block_id, old, new), expect)


def _emptied(table: TableBlock) -> TableBlock:
    return table.with_rows([tuple(replace(cell, text="") for cell in table.rows[0])])


def _without_codes(table: TableBlock) -> TableBlock:
    for key in ("台式计算机", "A4黑白打印机", "印刷服务"):
        table = table.with_cell(key, "政府采购目录序号", "")
    return table


def _sum(label: str, amount: str, small: str = "") -> Row:
    return row(label, *[""] * 6, amount, amount, *[""] * 6, small)


def _with_subtotals(table: TableBlock, goods: str = "6.00", *, ahead: bool) -> TableBlock:
    """Sub-totals of goods and of services, before or behind what they sum."""
    total, first, second, third = table.rows
    heads = (_sum("货物类小计", goods), _sum("服务类小计", "5.40", "5.40"))
    if ahead:
        return table.with_rows((total, heads[0], first, second, heads[1], third))
    return table.with_rows((first, second, heads[0], third, heads[1], total))


PURCHASES: tuple[Variant, ...] = (
    # sums in the procurement table
    in_cell(
        "procurement-source", (_DEPT, "台式计算机", "一般公共预算拨款"), "5.67",
        "row-total", "hierarchy", "part-mismatch",
    ),
    in_cell(
        "procurement-amount", (_UNIT, "印刷服务", "合计"), "4.50",
        "row-total", "hierarchy", "price-quantity", "part-mismatch", "text-table",
    ),
    in_cell(
        "procurement-total", (_DEPT, "合计", "合计"), "14.10",
        "row-total", "hierarchy", "text-table", "part-mismatch",
    ),
    in_cell(
        "procurement-small", (_DEPT, "合计", _SMALL), "4.50",
        "hierarchy", "part-mismatch",
    ),
    Variant(
        "procurement-subtotal",
        table_edit(_DEPT, lambda table: _with_subtotals(table, "6.60", ahead=True)),
        Expectation(
            "hierarchy", replace(place_of(_DEPT, "货物类小计", "合计"), table="部门政府采购预算"),
            "6.60万元", "6.00万元", contradicts=("hierarchy",),
        ),
    ),
    Variant(
        "procurement-unit", caption(_DEPT, unit="单位：元"),
        Expectation("table-unit-mismatch", place_of(_DEPT), "元", "万元"),
    ),
    # assets
    in_cell(
        "assets-total", (_ASSETS, "固定资产总额", _VALUE), "657.27",
        "hierarchy", "text-table", "part-mismatch",
    ),
    undecided(in_cell(
        "assets-inside", (_ASSETS, "其中：办公用房（平方米）", _VALUE), "435.64",
        "hierarchy", "part-mismatch",
    )),
    # text against table
    in_text(
        "text-only-procurement", "dept/s6/text", "政府采购预算{}，", ("11.40万元", "14.10万元"),
        "text-table", "narrative-sum", options=TEXT_ONLY,
    ),
    in_text(
        "text-goods", "dept/s6/text", "其中货物{}、", ("6.00万元", "6.60万元"),
        "text-table", "narrative-sum",
    ),
    in_text(
        "text-bought", "unit/s7/text", "拟购置固定资产{}，", ("6.00万元", "9.00万元"),
        "text-table", severity="warning",
    ),
    in_text(
        "text-bought-nothing", "dept/s7/text", "拟购置固定资产{}，", ("6.00万元", "0.00万元"),
        "text-table", severity="warning",
    ),
    _worded(
        "procurement-denied", "dept/s6/text", _PROCURED, "没有安排政府采购预算。",
        "purchase-presence",
    ),
    _severity(_worded(
        "no-plan", "unit/s7/text", _BOUGHT, "2024年暂无购置固定资产计划。", "asset-plan",
    ), "warning"),
    _worded(
        "assets-by-class", "dept/s7/text", _AT_YEAR_END, _BY_CLASS.format("220.00"),
        "narrative-sum",
    ),
    _worded(
        "bought-not-listed", "dept/s7/text", _BOUGHT,
        "2024年拟购置固定资产6.00万元，主要为台式计算机、空调等，已经编入政府采购预算。",
        "bought-asset", "info",
    ),
    Variant(
        "procurement-empty", table_edit(_DEPT, _emptied),
        Expectation("purchase-presence", place_of("dept/s6/text")),
    ),
    # what is no sum
    mild(in_cell(
        "procurement-measure", (_DEPT, "台式计算机", "计量单位"), "万元",
        "purchase-measure",
    )),
    mild(in_cell(
        "procurement-code", (_UNIT, "台式计算机", "政府采购目录序号"), "A02020400",
        "catalogue-code",
    )),
    Variant(
        "procurement-no-codes", table_edit(_DEPT, _without_codes),
        Expectation("empty-column", place_of(_DEPT, "台式计算机"), severity="warning"),
    ),
)  # fmt: skip


def _replacing(table: TableBlock) -> Callable[[TableBlock], TableBlock]:
    return lambda _: table


def _shuffled(printed: Printed, price: str = "单价（元）", table: str = "") -> Printed:
    """The columns in another order, under one row of headings, prices in 元."""
    labels = (
        "采购项目名称", "总金额（万元）", "数量", price, "计量单位", "采购目录编码",
        "政府性基金", "一般公共预算",
    )  # fmt: skip
    lines = (
        ("台式计算机", "5.76", "12", "4800.00", "台", "A02010105", "", "5.76"),
        ("A4黑白打印机", "0.24", "2", "1200.00", "台", "A02021003", "", "0.24"),
        ("印刷服务", "5.40", "4", "13500.00", "批", "C23090100", "", "5.40"),
        ("总计", "11.40", "", "", "", "", "", "11.40"),
    )
    for part in ("dept", "unit"):
        old = printed.table(f"{part}/s6/table")
        made = replace(
            old, header=(row(*labels),), rows=tuple(row(*line) for line in lines),
            caption=replace(old.caption, unit=table),
        )  # fmt: skip
        printed = printed.edit_table(f"{part}/s6/table", _replacing(made))
    return printed


def _rounded_prices(table: TableBlock) -> TableBlock:
    """A price that only its rounding parts from the amount: 12 × 0.477 = 5.72."""
    return table.with_cell("台式计算机", "单价", "0.480")


def _with_paper(printed: Printed) -> Printed:
    """Goods that are used up are bought, but are no fixed assets."""
    for part in ("dept", "unit"):
        table = printed.table(f"{part}/s6/table")
        paper = row(
            "公用经费", "0.60", "复印纸", "A05040101", "箱", "30", "0.02", "0.60", "0.60",
            *[""] * 7,
        )  # fmt: skip
        rows = (_sum("合计", "12.00", "5.40"), *table.rows[1:], paper)
        printed = printed.edit_table(table.id, _replacing(table.with_rows(rows)))
        printed = printed.edit_text(
            f"{part}/s6/text", "11.40万元，其中货物6.00", "12.00万元，其中货物6.60"
        )
    return printed


GOOD_PURCHASES: tuple[Good, ...] = (
    Good(
        "assets-by-class-right",
        lambda p: p.edit_text("dept/s7/text", _AT_YEAR_END, _BY_CLASS.format("200.00")),
    ),
    Good(
        "procurement-subtotals-ahead",
        lambda p: p.edit_table(_DEPT, lambda table: _with_subtotals(table, ahead=True)),
    ),
    Good(
        "procurement-subtotals-behind",
        lambda p: p.edit_table(_UNIT, lambda table: _with_subtotals(table, ahead=False)),
    ),
    Good("procurement-other-columns", _shuffled),
    Good("procurement-price-in-yuan", lambda p: _shuffled(p, price="单价", table="单位：万元")),
    Good("procurement-finer-price", table_edit(_DEPT, _rounded_prices)),
    Good("procurement-consumables", _with_paper),
    Good(
        "assets-without-total",
        lambda p: p.edit_table(_ASSETS, lambda table: without_row(table, "固定资产总额")),
    ),
)  # fmt: skip


# ------------------------------------------------------------------ final accounts
_TABLES = FinalOptions(purchase_tables=True)

FINAL_PURCHASES: tuple[Variant, ...] = (
    in_cell(
        "bought-goods", (KINDS, "货物", "金额"), "468320.00",
        "hierarchy", "text-table", options=_TABLES,
    ),
    in_cell(
        "bought-total", (KINDS, "政府采购支出合计", "金额"), "2669580.00",
        "hierarchy", "text-table", options=_TABLES,
    ),
    undecided(in_cell(
        "owned-other", (OWNED, "2、其他固定资产", "价值"), "1843200.00",
        "hierarchy", options=_TABLES,
    ), "固定资产总额"),
    in_text(
        "text-cars", "s/assets/text", "共有车辆{}，", ("7辆", "8辆"),
        "text-table", "count-sum", options=_TABLES,
    ),
    in_text(
        "text-services", "s/procurement/text", "政府采购服务支出{}。",
        ("127.49万元", "172.49万元"), "text-table", "narrative-sum", options=_TABLES,
    ),
)  # fmt: skip
