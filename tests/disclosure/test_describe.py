"""What ``budgetlint extract`` shows: everything understood, as plain data."""

from __future__ import annotations

import json

from disclosure.builders import Budget

from budgetlint.disclosure.describe import describe

UNDERSTOOD = describe(Budget().saying("2024年基本支出320.00万元。").understood())


def test_it_is_plain_data() -> None:
    assert json.loads(json.dumps(UNDERSTOOD)) == UNDERSTOOD
    assert list(UNDERSTOOD) == ["identity", "outline", "statements", "facts", "remarks", "unread"]


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
