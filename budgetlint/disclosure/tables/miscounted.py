"""Basic expenditure with the sums 人员经费合计 and 公用经费合计: an item counted into the other.

One item counted wrong makes one sum as much too great as the other is too small. That is one
defect, and not one of each sum.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from budgetlint.disclosure.amount import judge_difference
from budgetlint.disclosure.diagnosis.relations import counted, parts_sum
from budgetlint.disclosure.tables.basic_sides import OTHER_SIDE, leaves
from budgetlint.taxonomy.ties import side_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from budgetlint.disclosure.diagnosis.defects import Defect, Diagnosis
    from budgetlint.disclosure.facts import Fact, FactSet
    from budgetlint.disclosure.tables.statements import Statement

_COLUMN = "total"


@dataclass(frozen=True)
class Miscounted:
    """An ``item`` that is counted into the sum ``counted_in`` and belongs into ``missing_in``.

    ``severity`` is that of the defect.
    """

    item: Fact
    counted_in: Fact
    missing_in: Fact
    severity: str


def take_miscounted(
    statements: Sequence[Statement], facts: FactSet, diagnosis: Diagnosis
) -> list[Miscounted]:
    """The items that explain two wrong sums of a table; these are no longer defects themselves."""
    by_fact = {defect.suspect: defect for defect in diagnosis.defects}
    found: list[Miscounted] = []
    for statement in statements:
        if not any(row.is_subtotal for row in statement.rows):
            continue
        for side, other in OTHER_SIDE.items():
            pair = [_sum_defect(statement, facts, by_fact, each) for each in (side, other)]
            more, less = pair
            if more and less and _excess(more) > 0 and _opposite(more, less):
                found += _explained(statement, facts, other, more, less)
    explained = {fact for each in found for fact in (each.counted_in, each.missing_in)}
    diagnosis.defects = [each for each in diagnosis.defects if each.suspect not in explained]
    return found


def _sum_defect(
    statement: Statement, facts: FactSet, by_fact: dict[Fact, Defect], side: str
) -> Defect | None:
    """The defect of a sum that is not that of its classes."""
    fact = facts.cell(statement.part, (statement.spec.id, side, _COLUMN))
    defect = by_fact.get(fact) if fact else None
    return defect if defect and defect.relation.total is fact else None


def _excess(defect: Defect) -> Decimal:
    """How much too great the sum is, in 元."""
    return counted(defect.suspect.value) - parts_sum(defect.relation)


def _opposite(more: Defect, less: Defect) -> bool:
    amounts = [d.suspect.value for d in (more, less) if d.suspect.value]
    return judge_difference(_excess(more) + _excess(less), amounts * 2).holds


def _explained(
    statement: Statement, facts: FactSet, side: str, more: Defect, less: Defect
) -> Iterator[Miscounted]:
    """The only item of ``side`` that is as great as the difference."""
    items: list[tuple[str, Fact]] = []
    for code in leaves(statement):
        belongs = side_of(code)
        fact = facts.cell(statement.part, (statement.spec.id, code, _COLUMN))
        if belongs and belongs.side == side and fact and fact.value and not fact.is_zero:
            gap = fact.value.yuan - _excess(more)
            amounts = [amount for d in (more, less) if (amount := d.suspect.value)]
            if judge_difference(gap, [fact.value, *amounts]).holds:
                items.append((belongs.elsewhere, fact))
    if len(items) == 1:
        severity = "error" if items[0][0] == "error" else "warning"
        yield Miscounted(items[0][1], more.suspect, less.suspect, severity)
