"""Procurement and asset tables: columns, rows, sums, and the text about them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from disclosure.builders import document
from hypothesis import given
from hypothesis import strategies as st

from budgetlint.disclosure import understand
from budgetlint.disclosure.amount import Unit
from budgetlint.disclosure.diagnosis.relations import Kind
from budgetlint.disclosure.purchases.groups import inside_rows, row_groups
from budgetlint.disclosure.purchases.headers import spread_headings, unit_in
from budgetlint.disclosure.purchases.measures import MeasureFault, measure_fault
from budgetlint.disclosure.tables.rows import Row

if TYPE_CHECKING:
    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.purchases import PurchaseStatement

HEAD = "| 采购物品名称 | 采购目录编码 | 计量单位 | 数量 | 单价 | 合计 | 一般公共预算拨款 |"
TITLE = "部门政府采购预算表"


def understood(*lines: str, text: str = "", after: str = "") -> Disclosure:
    """A document with a procurement table, with the text above it and what follows."""
    parts = ("六、政府采购预算情况", text, TITLE, *lines, after)
    return understand(document("\n".join(filter(None, parts))))


def the_table(disclosure: Disclosure) -> PurchaseStatement:
    (statement,) = disclosure.purchases.statements
    return statement


def roles(disclosure: Disclosure) -> list[str | None]:
    return [column.role if column else None for column in the_table(disclosure).columns]


def broken(disclosure: Disclosure) -> list[tuple[Kind, str, str]]:
    """The defects: what names them, the suspect's row and column, what it should be."""
    return [(d.kind, d.suspect.location.key, str(d.expected)) for d in disclosure.diagnosis.defects]


# ------------------------------------------------------------------ headers
def test_a_packed_heading_reaches_over_the_labels_below_it() -> None:
    rows = [
        ["单位名称", "所属项目", "物品", "金额"],
        ["", "编码", "项目名称", "", "总计", "资金来源"],
        ["", "", "", "", "", "一般公共预算", "基金"],
    ]
    assert spread_headings(rows, 7) == [
        ["单位名称"], ["编码", "所属项目"], ["项目名称", "所属项目"], ["物品"],
        ["总计", "金额"], ["一般公共预算", "资金来源", "金额"], ["基金", "资金来源", "金额"],
    ]  # fmt: skip


def test_a_heading_in_its_place_reaches_over_the_blanks_beside_it() -> None:
    rows = [["来源", "", "物品", "金额", ""], ["项目名称", "预算资金", "", "合计", "基金"]]
    assert spread_headings(rows, 5) == [
        ["项目名称", "来源"], ["预算资金", "来源"], ["物品"], ["合计", "金额"], ["基金", "金额"],
    ]  # fmt: skip


@given(st.lists(st.lists(st.sampled_from(["", "甲", "乙", "1"]), max_size=8), max_size=4),
       st.integers(1, 8))  # fmt: skip
def test_any_header_gives_one_list_for_each_column(rows: list[list[str]], width: int) -> None:
    assert len(spread_headings(rows, width)) == width


@pytest.mark.parametrize(
    ("label", "unit"),
    [("单价(元)", Unit.YUAN), ("价值(金额单位:万元)", Unit.WAN), ("数量", None), ("单价", None)],
)
def test_a_header_may_name_its_unit(label: str, unit: Unit | None) -> None:
    assert unit_in(label) is unit


def test_columns_are_known_in_any_order() -> None:
    found = understood(
        "| 单位：万元 |",
        "| 序号 | 数量 | 采购项目 | 单价 | 其他收入 | 总金额 | 一般公共预算 | 单位 | 备注 |",
        "| 1 | 2 | 空调 | 0.30 | | 0.60 | 0.60 | 台 | |",
    )
    assert roles(found) == [
        "serial", "quantity", "item", "price", "source.other", "total", "source.general-public",
        "measure", "note",
    ]  # fmt: skip
    assert broken(found) == []
    assert found.diagnosis.held[Kind.PRODUCT] == 1


def test_a_table_without_items_or_amounts_is_left_to_the_coverage() -> None:
    found = understood("| 姓名 | 采购员 |", "| 甲 | 12 |")
    assert found.purchases.statements == ()
    assert "政府采购预算表1个：本版本不核对其中的数字" in found.unread


def test_two_tables_of_one_kind_in_one_part_are_not_read() -> None:
    table = (HEAD, "| 空调 | | 台 | 2 | 0.30 | 0.60 | 0.60 |")
    found = understood(*table, after="\n".join((TITLE, *table)))
    assert found.purchases.statements == ()


# ------------------------------------------------------------------ rows
def rows_of(*labels: str) -> list[Row]:
    made = []
    for number, label in enumerate(labels, start=1):
        row = Row(number, {}, label, is_subtotal=label.endswith("小计"))
        row.code = "total" if label == "合计" else label
        made.append(row)
    return made


def named(groups: list[tuple[Row, list[Row]]] | None) -> dict[str, list[str]]:
    return {head.label: [row.label for row in rows] for head, rows in groups or ()}


def test_sub_totals_stand_ahead_of_their_items_or_behind_them() -> None:
    ahead = rows_of("合计", "甲小计", "桌", "椅", "乙小计", "柜")
    assert named(row_groups(ahead)) == {
        "甲小计": ["桌", "椅"], "乙小计": ["柜"], "合计": ["甲小计", "乙小计"],
    }  # fmt: skip
    behind = rows_of("桌", "甲小计", "柜", "乙小计", "合计")
    assert named(row_groups(behind)) == {
        "甲小计": ["桌"], "乙小计": ["柜"], "合计": ["甲小计", "乙小计"],
    }  # fmt: skip


def test_what_is_under_no_sub_total_counts_into_the_total() -> None:
    rows = rows_of("桌", "甲小计", "柜", "合计")
    assert named(row_groups(rows)) == {"甲小计": ["桌"], "合计": ["甲小计", "柜"]}


def test_sub_totals_in_two_levels_are_not_added() -> None:
    assert row_groups(rows_of("合计", "部门小计", "单位小计", "桌")) is None
    assert row_groups(rows_of("合计", "", "桌")) is None


def test_what_follows_an_inner_row_without_a_number_goes_on_with_it() -> None:
    rows = rows_of("合计", "1、设备", "其中：通用设备", "专用设备", "2、其他固定资产")
    assert {code: row.label for code, row in inside_rows(rows).items()} == {
        "其中：通用设备": "1、设备", "专用设备": "1、设备",
    }  # fmt: skip
    assert list(inside_rows(rows_of("房屋", "其中：办公用房", "车辆"))) == ["其中：办公用房"]


GROUPS = (
    "| 合计 | | | | | {} | |",
    "| 一、货物 | | | | | 1.50 | |",
    "| 空调 | | 台 | 2 | 0.30 | 0.60 | |",
    "| 文件柜 | | 个 | 9 | 0.10 | 0.90 | |",
    "| 二、服务 | | | | | 3.00 | |",
    "| 物业管理 | | 项 | 1 | 3.00 | 3.00 | |",
)


@pytest.mark.parametrize("total", ["4.50", "9.00", "5.00"])
def test_a_group_that_is_not_called_a_sub_total_never_makes_a_wrong_sum(total: str) -> None:
    lines = (line.format(total) for line in GROUPS)
    found = understood("| 单位：万元 |", HEAD, *lines)
    assert broken(found) == []
    heads = [row.label for row in the_table(found).rows if row.is_subtotal]
    assert heads == (["一、货物", "二、服务"] if total == "4.50" else [])


def test_an_unknown_column_of_amounts_leaves_the_sources_open() -> None:
    found = understood(
        "| 单位：万元 |",
        "| 采购物品名称 | 合计 | 一般公共预算 | 某种资金 |",
        "| 空调 | 0.90 | 0.60 | 0.30 |",
    )
    assert broken(found) == []
    reasons = [reason for kind, reason in found.diagnosis.skipped if kind is Kind.ROW]
    assert "《部门政府采购预算表》有不认识的金额列" in reasons


# ------------------------------------------------------------------ sums
def test_a_wrong_amount_is_one_defect() -> None:
    found = understood(
        "| 单位：万元 |", HEAD,
        "| 合计 | | | | | 1.50 | 1.50 |",
        "| 空调 | | 台 | 2 | 0.30 | 0.60 | 0.60 |",
        "| 文件柜 | | 个 | 9 | 0.10 | 0.60 | 0.90 |",
    )  # fmt: skip
    assert broken(found) == [(Kind.ROW, "procurement/item:文件柜/total", "0.90万元")]


def test_a_part_for_small_firms_is_no_more_than_the_amount() -> None:
    found = understood(
        "| 单位：万元 |",
        "| 采购物品名称 | 数量 | 单价 | 合计 | 预留中小企业份额 |",
        "| 空调 | 2 | 0.30 | 0.60 | 0.90 |",
    )
    assert [kind for kind, _, _ in broken(found)] == [Kind.ROW]


def test_a_share_in_percent_is_no_amount() -> None:
    found = understood(
        "| 单位：万元 |",
        "| 采购物品名称 | 数量 | 单价 | 合计 | 预留中小企业份额 |",
        "| 合计 | | | 0.60 | |",
        "| 空调 | 2 | 0.30 | 0.60 | 100% |",
    )
    assert broken(found) == []
    assert not any("不是数字" in note for note in found.unread)


def test_nested_sources_are_counted_once() -> None:
    found = understood(
        "| 单位：万元 |",
        "| 采购物品名称 | 合计 | 财政拨款 | 一般公共预算 | 政府性基金 | 单位资金 |",
        "| 空调 | 0.90 | 0.60 | 0.50 | 0.10 | 0.30 |",
    )
    assert broken(found) == []
    assert found.diagnosis.held[Kind.ROW] == 1


@pytest.mark.parametrize(
    ("prices", "implied"),
    [(("3000", "1000"), Unit.YUAN), (("0.30", "0.10"), None), (("3000", "0.10"), None)],
)
def test_prices_are_read_in_yuan_if_only_that_is_right(
    prices: tuple[str, str], implied: Unit | None
) -> None:
    found = understood(
        "| 单位：万元 |", HEAD,
        f"| 空调 | | 台 | 2 | {prices[0]} | 0.60 | 0.60 |",
        f"| 文件柜 | | 个 | 9 | {prices[1]} | 0.90 | 0.90 |",
    )  # fmt: skip
    assert the_table(found).price_unit is implied


def test_goods_of_the_text_are_the_goods_of_the_table() -> None:
    found = understood(
        "| 单位：万元 |", HEAD,
        "| 空调 | A02061804 | 台 | 2 | 0.30 | 0.60 | 0.60 |",
        "| 物业管理 | | 项 | 1 | 3.00 | 3.00 | 3.00 |",
        text="2024年，我局安排政府采购预算3.60万元，其中：货物0.90万元，服务3.00万元。",
    )  # fmt: skip
    assert broken(found) == [(Kind.TEXT, "procurement/procurement.goods/this/level", "0.60万元")]


def test_what_is_bought_from_operating_funds_is_no_more_than_these() -> None:
    basic = (
        "部门预算一般公共预算财政拨款基本支出表",
        "| 预算年度：2024 | 单位：万元 |",
        "| 序号 | 科目编码 | 科目名称 | 合计 | 人员经费 | 公用经费 |",
        "| 栏次 | 1 | 2 | 3 | 4 | 5 |",
        "| 1 | | 合计 | 5.00 | | 5.00 |",
        "| 2 | 302 | 商品和服务支出 | 5.00 | | 5.00 |",
        "| 3 | 30201 | 办公费 | 5.00 | | 5.00 |",
    )
    purchase = (
        "六、政府采购预算情况",
        TITLE,
        "| 单位：万元 |",
        "| 项目名称 | 采购物品名称 | 数量 | 单价 | 合计 | 一般公共预算 |",
        "| 公用经费 | 空调 | 20 | 0.30 | 6.00 | 6.00 |",
    )
    found = understand(document("\n".join((*basic, *purchase))))
    assert found.diagnosis.failed[Kind.TABLE] == 1


def test_a_plan_of_new_assets_is_read_like_a_procurement_table() -> None:
    lines = (
        "七、国有资产信息",
        "本年度拟购置固定资产0.90万元。",
        "新增资产配置预算表",
        "| 资产类别 | 资产名称 | 计量单位 | 数量 | 单价（元） | 金额（元） |",
        "| 设备 | 空调 | 台 | 3 | 3000.00 | 9000.00 |",
        "| 家具 | 文件柜 | 个 | 2 | 500.00 | 1100.00 |",
        "| 合计 | | | | | 10000.00 |",
    )
    found = understand(document("\n".join(lines)))
    assert broken(found) == [
        (Kind.TEXT, "assets/assets.purchase/this/level", "1.00万元"),
        (Kind.HIERARCHY, "asset-plan/item:文件柜/total", "1000.00元"),
    ]


# ------------------------------------------------------------------ assets
ASSETS = "| 项目 | 数量 | 价值（单位：万元） |"


def assets(*lines: str, text: str = "") -> Disclosure:
    parts = ("七、国有资产信息", text, "部门固定资产占用情况表", ASSETS, *lines)
    return understand(document("\n".join(filter(None, parts))))


def test_inner_rows_are_not_added_and_are_no_more_than_theirs() -> None:
    lines = (
        "| 合计 | | 9.00 |",
        "| 1、房屋（平方米） | 70 | 6.00 |",
        "| 2、车辆（辆） | 1 | 3.00 |",
    )
    assert broken(assets(*lines[:2], "| 其中：办公用房 | 50 | 4.00 |", lines[2])) == []
    wrong = assets(*lines[:2], "| 其中：办公用房 | 80 | 4.00 |", lines[2])
    assert wrong.diagnosis.failed[Kind.HIERARCHY] == 1


def test_numbers_of_things_add_up_where_there_are_no_square_metres() -> None:
    found = assets("| 合计 | 12 | 9.00 |", "| 车辆 | 1 | 3.00 |", "| 其他固定资产 | 10 | 6.00 |")
    assert [kind for kind, _, _ in broken(found)] == [Kind.HIERARCHY]
    mixed = assets("| 合计 | 12 | 9.00 |", "| 房屋 | 70 | 3.00 |", "| 其他固定资产 | 10 | 6.00 |")
    assert broken(mixed) == []


def test_a_table_of_all_assets_is_held_against_the_text_by_its_fixed_assets() -> None:
    lines = ("| 资产总额 | | 20.00 |", "| 流动资产 | | 8.00 |", "| 固定资产 | | 12.00 |",
             "| 车辆 | 1 | 5.00 |")  # fmt: skip
    right = assets(*lines, text="2023年末，我局固定资产总额为12.00万元。")
    assert (broken(right), right.diagnosis.held[Kind.TEXT]) == ([], 1)
    wrong = assets(*lines, text="2023年末，我局固定资产总额为12.50万元。")
    assert [kind for kind, _, _ in broken(wrong)] == [Kind.TEXT]


def test_the_kinds_of_the_text_add_up_to_the_assets() -> None:
    kinds = "房屋0万元，通用设备3.00万元，专用设备0.50万元，家具1.50万元"
    said = f"年初我局固定资产为{{}}万元，其中：{kinds}。"
    assert broken(assets(text=said.format("5.00"))) == []
    wrong = assets(text=said.format("6.00"))
    assert [kind for kind, _, _ in broken(wrong)] == [Kind.NARRATIVE]


# ------------------------------------------------------------------ final accounts
FINAL = """2024年度青禾县某某局部门决算
第三部分 2024年度部门决算情况说明
十一、政府采购支出情况
2024年度政府采购支出总额9.00万元，其中：政府采购货物支出{}万元、政府采购工程支出0万元、政府采购服务支出5.00万元。
2024年度政府采购情况表
| 单位：万元 |
| 项目 | 金额 |
| 政府采购支出合计 | 9.00 |
| 货物 | {} |
| 工程 | |
| 服务 | 5.00 |
| 授予中小企业合同金额 | {} |
"""


@pytest.mark.parametrize(
    ("goods", "in_table", "smaller", "kinds"),
    [
        ("4.00", "4.00", "6.00", []),
        ("4.10", "4.00", "6.00", [Kind.TEXT]),
        ("4.00", "4.50", "6.00", [Kind.HIERARCHY]),
        ("4.00", "4.00", "9.60", [Kind.HIERARCHY]),
    ],
)
def test_the_table_by_kinds_of_final_accounts(
    goods: str, in_table: str, smaller: str, kinds: list[Kind]
) -> None:
    found = understand(document(FINAL.format(goods, in_table, smaller)))
    assert the_table(found).spec.id == "procurement-kinds"
    assert [kind for kind, _, _ in broken(found)] == kinds


# ------------------------------------------------------------------ items
@pytest.mark.parametrize(
    ("measure", "quantity", "fault"),
    [
        ("万元", "1", MeasureFault.MONEY),
        ("台", "2.5", MeasureFault.FRACTION),
        ("台", "2", None),
        ("吨", "2.5", None),
        ("项", "1", None),
        ("", "1", None),
    ],
)
def test_a_measure_counts_the_items(
    measure: str, quantity: str, fault: MeasureFault | None
) -> None:
    amount = f"{Decimal(quantity) * 2:.2f}"
    found = understood(HEAD, f"| 物品 | | {measure} | {quantity} | 2.00 | {amount} | {amount} |")
    (item,) = found.purchases.items(the_table(found))
    assert measure_fault(item) is fault


@pytest.mark.parametrize(
    ("name", "code", "kind", "asset"),
    [
        ("台式计算机", "A02010105", "goods", True),
        ("复印纸", "A05040101", "goods", False),
        ("空调机", "", "goods", True),
        ("物业管理服务", "", "services", False),
        ("办公楼维修工程", "", "works", False),
        ("某项目", "", "", False),
    ],
)
def test_items_are_goods_works_or_services(name: str, code: str, kind: str, *, asset: bool) -> None:
    found = understood(HEAD, f"| {name} | {code} | 台 | 1 | 2.00 | 2.00 | 2.00 |")
    (item,) = found.purchases.items(the_table(found))
    assert (item.kind, item.is_asset) == (kind, asset)
