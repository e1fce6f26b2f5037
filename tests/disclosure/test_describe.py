"""What ``budgetlint extract`` shows: everything understood, as plain data."""

from __future__ import annotations

import json

from disclosure.builders import Budget, document

from budgetlint.disclosure import understand
from budgetlint.disclosure.describe import describe

UNDERSTOOD = describe(Budget().saying("2024年基本支出320.00万元。").understood())


def test_it_is_plain_data() -> None:
    assert json.loads(json.dumps(UNDERSTOOD)) == UNDERSTOOD
    assert list(UNDERSTOOD) == [
        "identity", "outline", "statements", "projects", "facts", "remarks", "unread",
    ]  # fmt: skip


def test_the_standard_tables_tell_their_number_unit_columns_and_rows() -> None:
    by_number = {statement["number"]: statement for statement in UNDERSTOOD["statements"]}
    assert sorted(by_number) == list(range(1, 10))
    basic = by_number[6]
    assert (basic["unit"], basic["read_in"]) == ("万元", "万元")
    assert basic["columns"] == ["序号", "科目编码", "科目名称", "合计", "人员经费", "公用经费"]
    assert basic["rows"] > 0


def test_a_sentence_is_shown_with_its_quantity_and_place() -> None:
    (said,) = [fact for fact in UNDERSTOOD["facts"] if fact["section"] == "arrangement"]
    assert (said["concept"], said["value"], said["unit"], said["decimals"]) == (
        "expenditure.basic", "320.00", "万元", 2,
    )  # fmt: skip
    assert said["text"] == "基本支出320.00万元"
    assert said["position"]["line"] > 0


def test_a_cell_is_shown_with_its_table_and_column() -> None:
    cells = [fact for fact in UNDERSTOOD["facts"] if fact["statement"] == "public-basic"]
    totals = [fact for fact in cells if fact["concept"] == "public-basic.total"]
    assert {fact["column"] for fact in totals} == {"total", "personnel", "operating"}


def test_a_project_is_shown_with_its_amounts_and_indicators() -> None:
    text = """1、站点运行绩效目标表
| 项目编码 | P01 | 项目名称 | 站点运行 |
| 预算规模及资金用途 | 预算数 | 12.00 | 其中：财政资金 | 12.00 |
| 一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据 |
| 产出指标 | 质量指标 | 完好率 | 完好站点的比例 | ≥95% | 县方案 |
"""
    (project,) = describe(understand(document(text)))["projects"]
    assert (project["name"], project["code"]) == ("站点运行", "P01")
    assert project["amounts"] == {"budget": "12.00", "fiscal": "12.00"}
    assert project["indicators"] == [
        {
            "class": "quality", "name": "完好率", "text": "≥95%", "comparator": "at-least",
            "number": "95", "unit": "%",
        }
    ]  # fmt: skip
