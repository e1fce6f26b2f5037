"""Classification codes: what is wrong with a printed one, and which one was meant."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from disclosure.builders import Budget, cell, consistent

from budgetlint.disclosure.tables.codes_defects import Certainty, CodeDefect, CodeFault

if TYPE_CHECKING:
    from budgetlint.disclosure import Disclosure

TABLE = "public-expenditure"
ALL = Budget()
ALONE = Budget().only(TABLE)
BOTH = pytest.mark.parametrize("budget", [ALL, ALONE], ids=["with-other-tables", "alone"])


def the_defect(disclosure: Disclosure) -> CodeDefect:
    (defect,) = disclosure.code_defects
    assert defect.statement.spec.id == TABLE
    return defect


def others(defect: CodeDefect) -> list[tuple[str, int]]:
    return [(statement.spec.id, row.number) for statement, row in defect.others]


def reordered(budget: Budget, *order: int) -> Budget:
    """The rows of the table in another order, by their numbers."""
    rows = budget.tables[TABLE]
    return replace(budget, tables={**budget.tables, TABLE: tuple(rows[n - 1] for n in order)})


def test_right_codes_have_no_defect() -> None:
    assert consistent().code_defects == ()
    assert ALONE.understood().code_defects == ()


def test_a_row_knows_the_code_it_stands_for() -> None:
    rows = consistent().statements[4].rows
    assert [row.code for row in rows[:4]] == ["total", "208", "20805", "2080505"]


# ------------------------------------------------------------------ form
@pytest.mark.parametrize(
    ("printed", "fault"),
    [
        ("", CodeFault.MISSING),
        ("２130101", CodeFault.FULL_WIDTH),
        ("21301O1", CodeFault.NON_DIGIT),
        ("2130l01", CodeFault.NON_DIGIT),
        ("21301x1", CodeFault.NON_DIGIT),
        ("213010", CodeFault.LENGTH),
        ("21301011", CodeFault.LENGTH),
        ("21", CodeFault.LENGTH),
    ],
)
def test_a_malformed_code_is_read_as_the_one_other_tables_print(
    printed: str, fault: CodeFault
) -> None:
    disclosure = ALL.with_cell(TABLE, "2130101", "code", printed).understood()
    defect = the_defect(disclosure)
    assert (defect.fault, defect.row.number, defect.likely) == (fault, 7, "2130101")
    assert (defect.row.printed_code, defect.row.code) == (printed, "2130101")
    assert disclosure.diagnosis.defects == []


@pytest.mark.parametrize("printed", ["２130101", "２１３０１０１", "21301O1", "2l30101", "2130I01"])
def test_look_alikes_are_read_as_digits_without_other_tables(printed: str) -> None:
    disclosure = ALONE.with_cell(TABLE, "2130101", "code", printed).understood()
    assert the_defect(disclosure).likely == "2130101"
    assert disclosure.diagnosis.defects == []


MALFORMED = pytest.mark.parametrize("printed", ["", "213010", "21301x1"])


@MALFORMED
def test_a_malformed_code_is_read_as_the_one_that_the_list_has_for_its_name(printed: str) -> None:
    disclosure = ALONE.with_cell(TABLE, "2130101", "code", printed).understood()
    assert the_defect(disclosure).likely == "2130101"
    assert disclosure.diagnosis.defects == []


def unlisted(printed: str) -> Disclosure:
    """A malformed code with a name that no list and no other table has."""
    budget = ALONE.with_cell(TABLE, "2130101", "name", "本地补助经费")
    return budget.with_cell(TABLE, "2130101", "code", printed).understood()


@MALFORMED
def test_what_was_meant_by_a_malformed_code_is_not_guessed(printed: str) -> None:
    defect = the_defect(unlisted(printed))
    assert defect.likely is None
    assert not defect.row.code.isdigit()


@MALFORMED
def test_a_row_whose_code_is_unknown_counts_where_it_stands(printed: str) -> None:
    assert unlisted(printed).diagnosis.defects == []


def test_a_look_alike_of_a_code_that_is_there_is_not_read_as_it() -> None:
    defect = the_defect(unlisted("213O122"))
    assert (defect.fault, defect.likely) == (CodeFault.NON_DIGIT, None)


@pytest.mark.parametrize(
    ("statement", "row", "printed"),
    [("public-basic", "30201", "302"), ("public-basic", "30201", "3020101")],
)
def test_economic_codes_have_three_or_five_digits(statement: str, row: str, printed: str) -> None:
    disclosure = ALL.with_cell(statement, row, "code", printed).understood()
    (defect,) = disclosure.code_defects
    expected = CodeFault.LENGTH if len(printed) == 7 else CodeFault.TWO_NAMES
    assert defect.fault is expected


# ------------------------------------------------------------------ another code than meant
@pytest.mark.parametrize(
    ("printed", "fault", "witnesses"),
    [
        ("2130102", CodeFault.WRONG_CODE, [("income", 7)]),
        ("2130122", CodeFault.WRONG_CODE, [("income", 7), (TABLE, 8)]),
        ("2130501", CodeFault.WRONG_PARENT, [("income", 7)]),
    ],
)
def test_a_code_that_other_tables_contradict_is_read_as_theirs(
    printed: str, fault: CodeFault, witnesses: list[tuple[str, int]]
) -> None:
    disclosure = ALL.with_cell(TABLE, "2130101", "code", printed).understood()
    defect = the_defect(disclosure)
    assert (defect.fault, defect.likely) == (fault, "2130101")
    assert others(defect) == witnesses
    assert disclosure.diagnosis.defects == []
    assert cell(disclosure, TABLE, "2130101", "total").text == "280.00"


def test_without_other_tables_a_leaf_that_no_list_has_is_worth_a_look() -> None:
    budget = ALONE.with_cell(TABLE, "2130122", "name", "本地补助经费")
    defect = the_defect(budget.with_cell(TABLE, "2130122", "code", "2130190").understood())
    assert (defect.fault, defect.likely) == (CodeFault.UNKNOWN, None)
    assert defect.certainty is Certainty.POSSIBLE


@BOTH
def test_a_division_whose_children_all_have_another_prefix_is_itself_wrong(budget: Budget) -> None:
    disclosure = budget.with_cell(TABLE, "20805", "code", "21305").understood()
    defect = the_defect(disclosure)
    assert (defect.fault, defect.likely, defect.row.number) == (CodeFault.WRONG_PARENT, "20805", 3)
    assert disclosure.diagnosis.defects == []


def test_a_child_far_from_its_own_class_has_the_wrong_parent() -> None:
    budget = ALONE.with_cell(TABLE, "2130101", "code", "2210101")
    defect = the_defect(budget.understood())
    assert (defect.fault, defect.likely) == (CodeFault.WRONG_PARENT, "2130101")
    assert others(defect) == [(TABLE, 6)]


def test_what_was_meant_by_a_misplaced_code_that_no_list_has_is_not_guessed() -> None:
    budget = ALONE.with_cell(TABLE, "2130101", "name", "本地补助经费")
    defect = the_defect(budget.with_cell(TABLE, "2130101", "code", "2210101").understood())
    assert (defect.fault, defect.likely) == (CodeFault.WRONG_PARENT, None)


# ------------------------------------------------------------------ twice
@BOTH
def test_a_row_printed_twice_is_a_duplicate_and_not_counted_again(budget: Budget) -> None:
    twice = ("2130101", "行政运行", "280.00", "280.00", "")
    disclosure = budget.with_row_after(TABLE, "2130101", *twice).understood()
    defect = the_defect(disclosure)
    assert (defect.fault, defect.row.number, defect.likely) == (CodeFault.DUPLICATE, 8, None)
    assert others(defect) == [(TABLE, 7)]
    assert defect.row.repeats
    assert disclosure.diagnosis.defects == []


@BOTH
def test_a_code_printed_twice_with_other_amounts_is_a_duplicate_that_counts(
    budget: Budget,
) -> None:
    budget = budget.with_cell(TABLE, "2130101", "total", "180.00")
    budget = budget.with_cell(TABLE, "2130101", "basic", "180.00")
    rest = ("2130101", "行政运行", "100.00", "100.00", "")
    disclosure = budget.with_row_after(TABLE, "2130101", *rest).understood()
    defect = the_defect(disclosure)
    assert defect.fault is CodeFault.DUPLICATE
    assert not defect.row.repeats
    sums = [d for d in disclosure.diagnosis.defects if d.kind == "hierarchy"]
    assert sums == []


def test_one_code_with_two_names_in_one_table() -> None:
    disclosure = ALONE.with_cell(TABLE, "2130101", "code", "2130122").understood()
    defect = the_defect(disclosure)
    ((statement, other),) = others(defect)
    assert (defect.fault, statement) == (CodeFault.TWO_NAMES, TABLE)
    assert {defect.row.number, other} == {7, 8}
    assert disclosure.diagnosis.defects == []


def test_the_rarer_name_of_a_code_that_no_list_has_is_the_faulty_one() -> None:
    budget = ALL
    for table in ("income", "expenditure", TABLE):
        budget = budget.with_cell(table, "2130122", "name", "本地补助经费")
        budget = budget.with_cell(table, "2130122", "code", "2130190")
    budget = budget.with_cell(TABLE, "2130190", "name", "本地补助")
    two_names, unknown = sorted(budget.understood().code_defects, key=lambda d: d.fault.value)
    assert (two_names.fault, two_names.row.label) == (CodeFault.TWO_NAMES, "本地补助")
    assert others(two_names) == [("income", 8)]
    assert (unknown.fault, unknown.row.label) == (CodeFault.UNKNOWN, "本地补助经费")


def test_blanks_and_quotes_make_no_second_name() -> None:
    assert ALL.with_cell(TABLE, "2130101", "name", "行政 运行").understood().code_defects == ()


# ------------------------------------------------------------------ parents and order
@BOTH
def test_a_missing_division_is_reported_once_at_its_first_child(budget: Budget) -> None:
    disclosure = budget.without_row(TABLE, "21301").understood()
    defect = the_defect(disclosure)
    assert (defect.fault, defect.row.code) == (CodeFault.PARENT_MISSING, "2130101")
    assert disclosure.diagnosis.defects == []


def test_a_missing_class_that_other_tables_have_is_missing() -> None:
    defect = the_defect(ALL.without_row(TABLE, "213").understood())
    assert (defect.fault, defect.row.code) == (CodeFault.PARENT_MISSING, "21301")


@BOTH
def test_a_missing_class_is_one_defect(budget: Budget) -> None:
    disclosure = budget.without_row(TABLE, "213").understood()
    assert the_defect(disclosure).fault is CodeFault.PARENT_MISSING
    assert disclosure.diagnosis.defects == []


@BOTH
def test_siblings_out_of_order_are_one_defect(budget: Budget) -> None:
    disclosure = reordered(budget, 1, 2, 3, 4, 5, 6, 8, 7).understood()
    assert the_defect(disclosure).fault is CodeFault.ORDER
    assert disclosure.diagnosis.defects == []


@BOTH
def test_classes_out_of_order_are_one_defect(budget: Budget) -> None:
    disclosure = reordered(budget, 1, 5, 6, 7, 8, 2, 3, 4).understood()
    assert the_defect(disclosure).fault is CodeFault.ORDER
    assert disclosure.diagnosis.defects == []


@BOTH
def test_a_child_above_its_parent_is_out_of_order(budget: Budget) -> None:
    defect = the_defect(reordered(budget, 1, 2, 3, 4, 5, 7, 6, 8).understood())
    assert (defect.fault, defect.row.code) == (CodeFault.ORDER, "2130101")
    assert others(defect) == [(TABLE, 7)]


def test_the_total_row_may_stand_below() -> None:
    disclosure = reordered(ALL, 2, 3, 4, 5, 6, 7, 8, 1).understood()
    assert disclosure.code_defects == ()
    assert disclosure.diagnosis.defects == []


def test_the_same_name_may_stand_at_two_levels() -> None:
    rows = (
        ("20899", "其他社会保障和就业支出", "", "", ""),
        ("2089999", "其他社会保障和就业支出", "", "", ""),
    )
    budget = ALONE.with_row_after(TABLE, "2080505", *rows[0])
    budget = budget.with_row_after(TABLE, "20899", *rows[1])
    assert budget.understood().code_defects == ()


def test_defects_come_in_the_order_of_the_document() -> None:
    budget = ALL.with_cell("public-basic", "30201", "code", "3020").with_cell(
        "income", "2130101", "code", ""
    )
    budget = budget.with_cell("income", "2080505", "code", "208O505")
    found = budget.understood().code_defects
    assert [(d.statement.spec.id, d.row.number) for d in found] == [
        ("income", 4), ("income", 7), ("public-basic", 7),
    ]  # fmt: skip
