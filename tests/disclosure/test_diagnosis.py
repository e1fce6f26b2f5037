"""The diagnosis: which fact is the culprit where relations fail, and what else shows it."""

from __future__ import annotations

import pytest
from disclosure.builders import Budget, consistent, wan

from budgetlint.disclosure.amount import Outcome, Unit
from budgetlint.disclosure.diagnosis.defects import Defect, calculated_table
from budgetlint.disclosure.diagnosis.relations import Kind

TEXT = (
    "2024年预算支出500.00万元，其中：基本支出320.00万元，包括人员经费300.00万元，"
    "公用经费20.00万元；项目支出180.00万元。"
)


def the_defect(budget: Budget) -> Defect:
    (defect,) = budget.understood().diagnosis.defects
    return defect


def place(defect: Defect) -> str:
    return defect.suspect.location.key


def saying(old: str, new: str) -> Budget:
    assert TEXT.count(old) == 1
    return Budget().saying(TEXT.replace(old, new))


def expected(defect: Defect) -> str | None:
    return str(defect.expected) if defect.expected else None


# ------------------------------------------------------------------ the suspect
@pytest.mark.parametrize(
    ("statement", "row", "column", "wrong", "right", "kind"),
    [
        ("expenditure", "2130101", "basic", "281.00", "280.00万元", Kind.ROW),
        ("expenditure", "2130101", "total", "281.00", "280.00万元", Kind.ROW),
        ("expenditure", "213", "project", "108.00", "180.00万元", Kind.ROW),
        ("expenditure", "合计", "total", "500.10", "500.00万元", Kind.ROW),
        ("public-basic", "30201", "operating", "80.00", "8.00万元", Kind.ROW),
        ("public-basic", "合计", "personnel", "300.01", "300.00万元", Kind.HIERARCHY),
        ("income", "2130122", "carry-over", "3.00", "30.00万元", Kind.ROW),
        ("summary", "农林水支出", "expenditure", "461.00", "460.00万元", Kind.BALANCE),
        ("summary", "支出总计", "expenditure", "501.00", "500.00万元", Kind.BALANCE),
        ("summary", "一般公共预算拨款收入", "income", "417.00", "470.00万元", Kind.BALANCE),
        ("fiscal-summary", "农林水支出", "general-public", "406.00", "460.00万元", Kind.ROW),
        ("three-public", "合计", "total", "13.00", "12.00万元", Kind.ROW),
    ],
)
def test_a_wrong_cell_is_named_with_its_right_value(
    statement: str, row: str, column: str, wrong: str, right: str, kind: Kind
) -> None:
    defect = the_defect(Budget().with_cell(statement, row, column, wrong))
    assert defect.suspect.text == wrong
    assert defect.suspect.context.statement == statement
    assert defect.suspect.context.column == column
    assert (expected(defect), defect.kind, defect.outcome) == (right, kind, Outcome.IMPOSSIBLE)


def test_a_wrong_leaf_of_a_single_table_is_proved_by_row_and_column() -> None:
    budget = Budget().only("public-basic").with_cell("public-basic", "30201", "total", "9.00")
    defect = the_defect(budget)
    assert (place(defect), expected(defect)) == ("public-basic/30201/total", "8.00万元")
    assert [r.kind for r in defect.relations] == [Kind.ROW, Kind.HIERARCHY]


@pytest.mark.parametrize(
    ("old", "new", "concept", "right", "others"),
    [
        ("人员经费300.00", "人员经费300.01", "expenditure.personnel", "300.00万元", 1),
        ("基本支出320.00", "基本支出302.00", "expenditure.basic", "320.00万元", 2),
        ("项目支出180.00", "项目支出108.00", "expenditure.project", "180.00万元", 1),
        ("预算支出500.00", "预算支出550.00", "expenditure", "500.00万元", 1),
    ],
)
def test_a_wrong_number_of_the_text_is_named_and_not_the_table(
    old: str, new: str, concept: str, right: str, others: int
) -> None:
    defect = the_defect(saying(old, new))
    assert defect.suspect.concept == concept
    assert not defect.suspect.context.is_cell
    assert (defect.kind, expected(defect)) == (Kind.TEXT, right)
    assert [r.kind for r in defect.others] == [Kind.NARRATIVE] * others


def test_a_sum_of_the_text_that_only_rounding_explains_belongs_to_the_wrong_part() -> None:
    diagnosis = saying("人员经费300.00", "人员经费300.01").understood().diagnosis
    (defect,) = diagnosis.defects
    (related,) = defect.others
    assert related in diagnosis.rounded
    assert related.total.concept == "expenditure.basic"
    assert diagnosis.failed == {Kind.TEXT: 1}


def test_a_total_that_only_the_text_contradicts_leaves_the_text_suspect() -> None:
    budget = Budget().only("public-basic").saying("其中：人员经费301.00万元。")
    defect = the_defect(budget)
    assert not defect.suspect.context.is_cell
    assert place(defect) == "arrangement/expenditure.personnel/this/level"


def test_a_number_that_text_and_other_tables_contradict_is_the_suspect_cell() -> None:
    budget = Budget().saying(TEXT).with_cell("expenditure", "合计", "basic", "302.00")
    defect = the_defect(budget)
    assert (place(defect), expected(defect)) == ("expenditure/total/basic", "320.00万元")
    assert Kind.TEXT in {r.kind for r in defect.others}


def test_where_any_part_may_be_wrong_the_total_is_named_and_no_value_expected() -> None:
    budget = Budget().only("summary").with_cell("summary", "农林水支出", "expenditure", "461.00")
    defect = the_defect(budget)
    assert place(defect) == "summary/expenditure.current/expenditure"
    assert defect.expected is None
    assert len(defect.witnesses) == 2


def test_two_separate_errors_are_two_defects_in_the_order_of_the_document() -> None:
    budget = Budget().with_cell("public-basic", "30201", "operating", "9.00")
    budget = budget.with_cell("income", "2130101", "fiscal", "208.00")
    defects = budget.understood().diagnosis.defects
    assert [place(d) for d in defects] == ["income/2130101/fiscal", "public-basic/30201/operating"]
    assert [expected(d) for d in defects] == ["280.00万元", "8.00万元"]


def test_what_has_been_put_right_is_not_blamed_again() -> None:
    budget = Budget().with_cell("expenditure", "2130101", "basic", "281.00")
    budget = budget.with_cell("expenditure", "2080505", "basic", "41.00")
    defects = budget.understood().diagnosis.defects
    assert [place(d) for d in defects] == ["expenditure/2080505/basic", "expenditure/2130101/basic"]


# ------------------------------------------------------------------ rows
def test_a_row_that_agrees_with_itself_but_with_nothing_else_is_one_defect() -> None:
    budget = Budget().with_cell("expenditure", "2130101", "basic", "281.00")
    budget = budget.with_cell("expenditure", "2130101", "total", "281.00")
    defect = the_defect(budget)
    wrong = {place(defect), *(place(other) for other in defect.also)}
    assert wrong == {"expenditure/2130101/total", "expenditure/2130101/basic"}
    assert {expected(defect), *map(expected, defect.also)} == {"280.00万元"}
    assert defect.kind is Kind.HIERARCHY


def test_a_missing_row_is_one_defect() -> None:
    defect = the_defect(Budget().without_row("expenditure", "2130122"))
    assert defect.suspect.absent
    assert place(defect) == "expenditure/2130122/total"
    assert [place(other) for other in defect.also] == ["expenditure/2130122/project"]
    assert expected(defect) == "180.00万元"
    assert (defect.suspect.location.row, defect.suspect.location.row_code) == (None, "2130122")
    assert defect.suspect.location.row_label == "农业生产发展"


def test_a_blank_cell_is_named_with_what_it_should_hold() -> None:
    defect = the_defect(Budget().with_cell("expenditure", "213", "basic", ""))
    assert place(defect) == "expenditure/213/basic"
    assert defect.suspect.value is None
    assert not defect.suspect.absent
    assert expected(defect) == "280.00万元"


def test_a_blank_that_two_prints_leave_open_is_not_invented() -> None:
    budget = Budget().only("summary").with_cell("summary", "本年支出合计", "expenditure", "501.00")
    defect = the_defect(budget)
    assert defect.suspect.value is not None


def test_blank_and_zero_are_no_difference() -> None:
    for text in ("0", "0.00", "-", "—"):
        budget = Budget().with_cell("expenditure", "2080505", "project", text)
        assert budget.understood().diagnosis.defects == []


# ------------------------------------------------------------------ units
@pytest.mark.parametrize(
    ("new", "unit"), [("人员经费300.00元", Unit.WAN), ("人员经费300.00亿元", Unit.WAN)]
)
def test_right_digits_in_a_wrong_unit_are_a_misprinted_unit(new: str, unit: Unit) -> None:
    budget = saying("人员经费300.00万元", new)
    diagnosis = budget.understood().diagnosis
    (defect,) = diagnosis.defects
    assert defect.misprinted_unit is unit
    assert defect.expected == wan("300.00")
    assert list(diagnosis.of_kind(*Kind)) == []


def test_other_digits_are_no_misprinted_unit() -> None:
    assert the_defect(saying("人员经费300.00万元", "人员经费300.01元")).misprinted_unit is None


# ------------------------------------------------------------------ rounding
def test_an_honestly_rounded_sum_is_no_defect() -> None:
    budget = Budget().only("public-basic").with_cell("public-basic", "30201", "total", "8.01")
    budget = budget.with_cell("public-basic", "30201", "operating", "8.01")
    diagnosis = budget.understood().diagnosis
    assert diagnosis.defects == []
    assert {r.total.location.key for r in diagnosis.rounded} == {
        "public-basic/302/total", "public-basic/302/operating",
    }  # fmt: skip
    assert diagnosis.exact_sums[calculated_table(diagnosis.rounded[0]) or (0, "")] > 3


def test_a_sum_in_yuan_with_two_decimals_allows_no_rounding() -> None:
    caption = "| 304青禾县农业农村局 | 预算年度：2024 | 单位：元 |"
    budget = Budget().only("public-basic").with_caption("public-basic", caption)
    defect = the_defect(budget.with_cell("public-basic", "302", "total", "20.01"))
    assert (place(defect), expected(defect)) == ("public-basic/302/total", "20.00元")


def test_a_difference_that_rounding_hardly_explains_is_improbable() -> None:
    budget = Budget().only("public-basic")
    for n in range(20):
        budget = budget.with_row_after(
            "public-basic", "30231", f"302{60 + n}", f"其他{n}", "1.00", "", "1.00"
        )
    for row in ("302", "合计"):
        budget = budget.with_cell("public-basic", row, "operating", "40.07")
    budget = budget.with_cell("public-basic", "302", "total", "40.07")
    budget = budget.with_cell("public-basic", "合计", "total", "340.07")
    defects = budget.understood().diagnosis.defects
    assert defects
    assert {defect.outcome for defect in defects} == {Outcome.IMPROBABLE}


# ------------------------------------------------------------------ counts and witnesses
def test_relations_are_counted_by_kind() -> None:
    before = consistent().diagnosis
    after = Budget().with_cell("expenditure", "2130101", "basic", "281.00").understood().diagnosis
    assert before.failed.total() == 0
    assert after.failed == {Kind.ROW: 1, Kind.HIERARCHY: 1, Kind.TABLE: 1}
    assert after.held.total() == before.held.total() - 3


def test_the_witnesses_are_the_other_printed_facts_each_once() -> None:
    defect = the_defect(Budget().with_cell("expenditure", "2130101", "basic", "281.00"))
    assert [fact.location.key for fact in defect.witnesses] == [
        "expenditure/2130101/total",
        "expenditure/21301/basic",
        "public-expenditure/2130101/basic",
    ]
