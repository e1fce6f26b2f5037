"""What the rules of procurement and assets say, word for word, and where they keep silent."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from linting import lint_text

if TYPE_CHECKING:
    from pathlib import Path

    from budgetlint.finding import Finding

TITLE = "青禾县某某局2024年部门预算信息公开"
HEAD = "| 采购物品名称 | 采购目录编码 | 计量单位 | 数量 | 单价 | 合计 | 一般公共预算拨款 |"
COMPUTERS = "| 台式计算机 | A02010105 | 台 | 12 | 0.48 | 5.76 | 5.76 |"
BASIC = """\
| 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 人员经费 | 公用经费 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 26.00 | | 26.00 |
| 2 | 302 | 商品和服务支出 | 23.00 | | 23.00 |
| 3 | 30201 | 办公费 | 23.00 | | 23.00 |
| 4 | 310 | 资本性支出 | 3.00 | | 3.00 |
| 5 | 31002 | 办公设备购置 | 3.00 | | 3.00 |
"""
SAYS = "2024年，我局安排政府采购预算5.76万元，具体内容见下表。"


def told(folder: Path, rule: str, *lines: str) -> list[Finding]:
    report = lint_text("\n\n".join((TITLE, *lines)), folder)
    return [finding for finding in report.findings if finding.rule == rule]


def procurement(*rows: str, says: str = SAYS, head: str = HEAD) -> tuple[str, ...]:
    table = "\n".join(("| 单位：万元 |", head, *rows))
    return ("六、政府采购预算情况", says, "部门政府采购预算表", table)


def assets(says: str, *rows: str) -> tuple[str, ...]:
    table = "\n".join(("| 项目 | 数量 | 价值（单位：万元） |", *rows))
    return ("七、国有资产信息", says, *(("部门固定资产占用情况表", table) if rows else ()))


def messages(found: list[Finding]) -> list[tuple[str, str]]:
    return [(finding.severity, finding.message) for finding in found]


def test_a_wrong_price_is_told_with_the_product(tmp_path: Path) -> None:
    found = told(tmp_path, "BL801", *procurement(
        "| 合计 | | | | | 5.76 | 5.76 |",
        "| 台式计算机 | A02010105 | 台 | 12 | 0.84 | 5.76 | 5.76 |",
    ))  # fmt: skip
    assert messages(found) == [(
        "error",
        ("“A02010105 台式计算机”的“单价”为0.84万元，而本格0.84万元 × “数量”12 = 10.08万元，"
        "不等于“合计”5.76万元"),
    )]  # fmt: skip
    assert found[0].expected == "0.48万元"


def test_prices_in_another_unit_are_a_hint(tmp_path: Path) -> None:
    found = told(tmp_path, "BL801", *procurement(
        "| 台式计算机 | A02010105 | 台 | 12 | 4800 | 5.76 | 5.76 |",
        "| 文件柜 | A05010502 | 个 | 2 | 1000 | 0.20 | 0.20 |",
    ))  # fmt: skip
    assert messages(found) == [(
        "info",
        "《部门政府采购预算表》的“单价”看来以元为单位，与表上注明的万元不同，应在列名中注明",
    )]  # fmt: skip


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (
            "| 其他服务 | C99000000 | 万元 | 1 | 5.76 | 5.76 | 5.76 |",
            "“其他服务”的计量单位是“万元”，这是货币单位，应为台、套、批、项等能计数的单位，并列明数量和单价",
        ),
        (
            "| 台式计算机 | A02010105 | 台 | 1.5 | 3.84 | 5.76 | 5.76 |",
            "“台式计算机”的计量单位是“台”，数量却是1.5，整件计的物品数量应为整数",
        ),
        ("| 复合肥 | | 吨 | 1.5 | 3.84 | 5.76 | 5.76 |", ""),
    ],
)
def test_measures(tmp_path: Path, row: str, message: str) -> None:
    found = told(tmp_path, "BL802", *procurement(row))
    assert messages(found) == ([("warning", message)] if message else [])


def test_an_empty_column_is_told_once(tmp_path: Path) -> None:
    rows = (
        "| 台式计算机 | | 台 | 12 | 0.48 | 5.76 | 5.76 |",
        "| 桌 | | 张 | 1 | 1.00 | 1.00 | 1.00 |",
    )
    found = told(tmp_path, "BL803", *procurement(*rows))
    assert messages(found) == [
        ("warning", "《部门政府采购预算表》列了2项，“采购目录编码”一列却全部空白")
    ]


def test_services_without_quantity_and_price_are_a_hint(tmp_path: Path) -> None:
    row = "| 物业管理服务 | C21040000 | 项 | | | 5.76 | 5.76 |"
    assert [f.severity for f in told(tmp_path, "BL803", *procurement(row))] == ["info", "info"]


def test_one_filled_cell_is_enough(tmp_path: Path) -> None:
    rows = (COMPUTERS, "| 桌 | | 张 | 1 | 1.00 | 1.00 | 1.00 |")
    assert told(tmp_path, "BL803", *procurement(*rows)) == []


def test_an_empty_table_contradicts_the_text(tmp_path: Path) -> None:
    found = told(tmp_path, "BL804", *procurement("| | | | | | | |"))
    assert messages(found) == [
        ("error", "文字写“政府采购预算5.76万元”，但《部门政府采购预算表》是空的")
    ]


def test_a_table_that_the_text_points_to_is_missing(tmp_path: Path) -> None:
    found = told(tmp_path, "BL804", "六、政府采购预算情况", SAYS)
    assert messages(found) == [
        ("warning", "文字写“政府采购预算5.76万元”，但《政府采购预算表》没有找到")
    ]
    assert told(tmp_path, "BL804", "六、政府采购预算情况", SAYS.replace("见下表", "见附表")) == []


def test_the_text_denies_what_the_table_lists(tmp_path: Path) -> None:
    found = told(tmp_path, "BL804", *procurement(COMPUTERS, says="我局没有政府采购预算。"))
    assert messages(found) == [
        ("warning", "文字写“没有政府采购预算”，《部门政府采购预算表》却列有5.76万元")
    ]


def test_an_amount_of_nothing_and_an_empty_table_agree(tmp_path: Path) -> None:
    says = "2024年，我局安排政府采购预算0.00万元，具体内容见下表。"
    assert told(tmp_path, "BL804", *procurement("| | | | | | | |", says=says)) == []


def test_no_plan_to_buy_contradicts_the_goods(tmp_path: Path) -> None:
    plan = assets("本年度暂无购置固定资产计划。")
    found = told(tmp_path, "BL805", *procurement(COMPUTERS), *plan)
    assert messages(found) == [(
        "warning",
        ("文字写“暂无购置固定资产计划”，《部门政府采购预算表》“A02010105 台式计算机”“合计”"
        "却有5.76万元"),
    )]  # fmt: skip
    services = "| 物业管理服务 | C21040000 | 项 | 1 | 5.76 | 5.76 | 5.76 |"
    assert told(tmp_path, "BL805", *procurement(services), *plan) == []


@pytest.mark.parametrize(
    "says",
    [
        "严格执行资产购置计划，不得超标准配置。",
        "上年度未购置固定资产。",
        "本年度拟购置固定资产5.76万元。",
    ],
)
def test_other_words_deny_no_plan(tmp_path: Path, says: str) -> None:
    assert told(tmp_path, "BL805", *procurement(COMPUTERS), *assets(says)) == []


def test_a_thing_to_be_bought_is_in_no_line(tmp_path: Path) -> None:
    says = "本年度拟购置固定资产总额为5.76万元，主要为电脑、空调、通用设备等，已列入政府采购预算。"
    found = told(tmp_path, "BL806", *procurement(COMPUTERS), *assets(says))
    assert messages(found) == [("info", "文字说拟购置“空调”，《部门政府采购预算表》中没有这种物品")]


def test_nothing_is_included_in_the_procurement_budget(tmp_path: Path) -> None:
    says = "本年度拟购置固定资产总额为{}万元，已按要求列入政府采购预算。"
    found = told(tmp_path, "BL807", *assets(says.format("0.00")))
    assert messages(found) == [("info", "拟购置固定资产为0.00万元，却写“已按要求列入政府采购预算”")]
    assert told(tmp_path, "BL807", *assets(says.format("5.76"))) == []


@pytest.mark.parametrize(
    ("code", "told_as"),
    [
        ("A02020400", "采购目录编码A02020400是“多功能一体机”，“台式计算机”的编码是A02010105"),
        ("A02010104", ""),  # the edition of 2013
        ("A02010105", ""),
        ("A02999999", ""),  # not known
    ],
)
def test_the_code_of_the_catalogue(tmp_path: Path, code: str, told_as: str) -> None:
    found = told(tmp_path, "BL808", *procurement(COMPUTERS.replace("A02010105", code)))
    assert messages(found) == ([("warning", told_as)] if told_as else [])


def test_assets_bought_from_operating_funds(tmp_path: Path) -> None:
    table = procurement(
        "| 公用经费 | 台式计算机 | 12 | 0.48 | 5.76 | 5.76 |",
        head="| 项目名称 | 采购物品名称 | 数量 | 单价 | 合计 | 一般公共预算拨款 |",
    )
    found = told(tmp_path, "BL809", "部门预算一般公共预算财政拨款基本支出表", BASIC, *table)
    assert messages(found) == [(
        "info",
        "政府采购表中由公用经费购置的资产共5.76万元，基本支出表的公用经费中只有3.00万元购置设备的支出",
    )]  # fmt: skip
