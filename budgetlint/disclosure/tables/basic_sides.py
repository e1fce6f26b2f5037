"""Basic expenditure by economic subjects: amounts in the column of the other kind of funds."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from budgetlint.taxonomy.ties import side_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.facts import Fact
    from budgetlint.disclosure.tables.statements import Statement

OTHER_SIDE = {"personnel": "operating", "operating": "personnel"}
"""The columns of 人员经费 and 公用经费, each with the other one."""


@dataclass(frozen=True)
class Misplaced:
    """Amounts in the column ``column`` that belong into ``right``, of the same ``severity``.

    ``facts`` are those of one table and of the same rows in other parts.
    """

    column: str
    right: str
    severity: str
    facts: tuple[Fact, ...]


def leaves(statement: Statement) -> Iterator[str]:
    """The codes of the rows that no other row details."""
    codes = [row.code for row in statement.rows if row.code.isdigit() and not row.repeats]
    return (code for code in codes if not any(o != code and o.startswith(code) for o in codes))


def _amounts(disclosure: Disclosure) -> Iterator[tuple[Statement, str, Fact, bool]]:
    """Every amount of a detail under 人员经费 or 公用经费, and whether it belongs there."""
    for statement in disclosure.statements:
        if statement.spec.rows.get("code") != "economic":
            continue
        for code in leaves(statement):
            side = side_of(code)
            for column in OTHER_SIDE if side else ():
                fact = disclosure.facts.cell(statement.part, (statement.spec.id, code, column))
                if side and fact and not fact.is_zero:
                    yield statement, code, fact, side.side == column


def placed_right(disclosure: Disclosure) -> int:
    """How many amounts stand in the column where they belong."""
    return sum(right for _, _, _, right in _amounts(disclosure))


def misplaced(disclosure: Disclosure) -> Iterator[Misplaced]:
    """The amounts in the wrong column, unless sums already show that some cell there is wrong."""
    found: dict[tuple[int, str, str], dict[str, Fact]] = defaultdict(dict)
    for statement, code, fact, right in _amounts(disclosure):
        side = side_of(code)
        if side and not right and fact not in disclosure.diagnosis.contradicted:
            key = (statement.block, fact.context.column, side.elsewhere)
            found[key][code] = fact
    same: dict[tuple[str, str, tuple[str, ...]], list[Fact]] = defaultdict(list)
    for (_, column, severity), facts in found.items():
        same[column, severity, tuple(facts)] += facts.values()
    for (column, severity, _), places in same.items():
        yield Misplaced(column, OTHER_SIDE[column], severity, tuple(places))
