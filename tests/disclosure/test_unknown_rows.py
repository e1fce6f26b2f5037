"""A row of unknown meaning may belong to a sum: then the sum is not tested, and that is said."""

from __future__ import annotations

from disclosure.builders import understood

from budgetlint.disclosure.diagnosis.relations import Kind

SUMMARY = """部门预算收支总表
| 304青禾县农业农村局 | 预算年度：2024 | 单位：万元 |
| 序号 | 项目 | 预算数 | 项目 | 预算数 |
| 栏次 | 1 | 2 | 3 | 4 |
| 1 | 一、一般公共预算拨款收入 | 100.00 | 十三、农林水支出 | {spent} |
| 2 | {label} | {amount} | | |
| 3 | 本年收入合计 | 130.00 | 本年支出合计 | 130.00 |
| 4 | 收入总计 | 130.00 | 支出总计 | 130.00 |
"""


def test_an_unknown_income_is_a_reason_not_to_add_up() -> None:
    text = SUMMARY.format(spent="130.00", label="二、动用稳定调节基金", amount="30.00")
    diagnosis = understood(text).diagnosis
    assert diagnosis.defects == []
    reasons = [reason for kind, reason in diagnosis.skipped if kind is Kind.BALANCE]
    assert "《部门预算收支总表》有不认识的项目“动用稳定调节基金”" in reasons


def test_the_other_side_is_added_up_all_the_same() -> None:
    text = SUMMARY.format(spent="120.00", label="二、动用稳定调节基金", amount="30.00")
    (defect,) = understood(text).diagnosis.defects
    assert defect.kind is Kind.BALANCE
    assert defect.suspect.context.column == "expenditure"


def test_an_unknown_row_without_an_amount_is_no_reason() -> None:
    text = SUMMARY.format(spent="130.00", label="二、动用稳定调节基金", amount="")
    (defect,) = understood(text).diagnosis.defects
    assert defect.suspect.context.column == "income"


def test_own_funds_are_the_sum_of_the_lines_below_them_and_not_added_twice() -> None:
    lines = "五、单位资金 | 30.00 | | |\n| 2 | 1、事业收入 | 30.00 | | |\n| 2 | 2、经营收入"
    label, _, amount = (lines + " | ").rpartition(" | ")
    text = SUMMARY.format(spent="130.00", label=label, amount=amount)
    assert understood(text).diagnosis.defects == []
