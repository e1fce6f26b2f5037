"""The choice of the suspect where the figures alone do not decide it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from disclosure.builders import consistent, wan

from budgetlint.disclosure.diagnosis.defects import Defect, diagnose
from budgetlint.disclosure.diagnosis.relations import Kind, RelationSet
from budgetlint.disclosure.facts import Context, Fact
from budgetlint.location import Location

if TYPE_CHECKING:
    from budgetlint.disclosure.amount import Amount

PART = consistent().outline.parts[0]


def cell(amount: Amount | None, place: int, *, leaf: bool = True) -> Fact:
    context = Context(PART, statement="expenditure", column="total")
    key = f"expenditure/{place}/total"
    return Fact("x", context, amount, "", Location(key=key), order=(place, 0, 0), leaf=leaf)


def text(amount: Amount, place: int) -> Fact:
    context = Context(PART, section="arrangement")
    return Fact("x", context, amount, "", Location(key=f"text/{place}"), order=(place, 0, 0))


def the_defect(relations: RelationSet) -> Defect:
    (defect,) = diagnose(relations).defects
    return defect


def against(kind: Kind, total: Fact, *parts: Fact) -> RelationSet:
    relations = RelationSet()
    relations.add(kind, total, parts)
    return relations


def test_of_text_and_table_the_text_is_suspected() -> None:
    table, said = cell(wan("5.00"), 9), text(wan("6.00"), 1)
    assert the_defect(against(Kind.TEXT, table, said)).suspect is said


def test_of_a_detail_and_a_total_the_detail_is_suspected() -> None:
    total, leaf = cell(wan("5.00"), 9, leaf=False), cell(wan("6.00"), 1)
    assert the_defect(against(Kind.TABLE, total, leaf)).suspect is leaf
    assert the_defect(against(Kind.TABLE, leaf, total)).suspect is leaf


def test_of_two_equals_the_later_is_suspected() -> None:
    first, second = cell(wan("5.00"), 1), cell(wan("6.00"), 2)
    assert the_defect(against(Kind.TABLE, first, second)).suspect is second
    assert the_defect(against(Kind.TABLE, second, first)).suspect is second
    one, again = text(wan("5.00"), 1), text(wan("6.00"), 2)
    assert the_defect(against(Kind.REPEATED, again, one)).suspect is again


def test_where_the_figures_do_not_decide_no_value_is_expected() -> None:
    first, second = cell(wan("5.00"), 1), cell(wan("6.00"), 2)
    defect = the_defect(against(Kind.TABLE, first, second))
    assert defect.expected is None
    assert defect.misprinted_unit is None


def test_the_fact_in_most_failed_relations_outweighs_every_preference() -> None:
    table, said, again = cell(wan("5.00"), 1), text(wan("6.00"), 2), text(wan("6.00"), 3)
    relations = against(Kind.TEXT, table, said)
    relations.add(Kind.TEXT, table, (again,))
    defect = the_defect(relations)
    assert defect.suspect is table
    assert defect.expected == wan("6.00")


def test_a_fact_that_relations_confirm_is_not_suspected() -> None:
    right, wrong, other = cell(wan("5.00"), 9), cell(wan("6.00"), 1), cell(wan("5.00"), 2)
    relations = against(Kind.TABLE, right, wrong)
    relations.add(Kind.TABLE, right, (other,))
    defect = the_defect(relations)
    assert defect.suspect is wrong
    assert defect.expected == wan("5.00")


def test_a_blank_in_a_sum_is_not_filled_with_what_is_missing() -> None:
    total, part, blank = cell(wan("9.00"), 1, leaf=False), cell(wan("5.00"), 2), cell(None, 3)
    assert the_defect(against(Kind.HIERARCHY, total, part, blank)).suspect is not blank


def test_the_first_kind_of_relation_names_the_defect() -> None:
    wrong, total, said = cell(wan("6.00"), 2), cell(wan("5.00"), 1), text(wan("5.00"), 3)
    relations = against(Kind.TEXT, wrong, said)
    relations.add(Kind.ROW, wrong, (total,))
    defect = the_defect(relations)
    assert (defect.suspect, defect.kind) == (wrong, Kind.ROW)
    assert [relation.kind for relation in defect.others] == [Kind.TEXT]


def test_relations_of_blanks_are_not_counted() -> None:
    diagnosis = diagnose(against(Kind.TABLE, cell(None, 1), cell(None, 2)))
    assert diagnosis.held.total() == diagnosis.failed.total() == 0
