"""The unit of each table: printed, missing, or contradicted by its own amounts.

A table whose totals all differ from the other tables by exactly 10⁴ (or 10⁸) is printed in
another unit than its caption says. Its facts are then read in the unit that fits.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from budgetlint.disclosure.amount import Unit, misprinted_unit, same_quantity
from budgetlint.disclosure.diagnosis.relations import Kind, Relation

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from budgetlint.disclosure.facts import Fact
    from budgetlint.disclosure.tables.statements import Statement

_COMPARED = (Kind.TABLE, Kind.PART, Kind.TEXT)

TableKey = tuple[int, str]
"""Start of the part, id of the statement; ("", -1) never occurs."""


@dataclass(frozen=True, eq=False)
class UnitDefect:
    """A table whose caption names a unit that its amounts contradict."""

    statement: Statement
    declared: Unit
    implied: Unit
    own: Fact
    other: Fact
    compared: int


def usual_unit(statements: Iterable[Statement]) -> Unit | None:
    """The unit that most captions name, None if none does."""
    named = [s.caption.unit for s in statements if s.caption.unit]
    return Counter(named).most_common(1)[0][0] if named else None


def fill_missing_units(statements: Sequence[Statement]) -> None:
    """Read a table without a unit in the unit that the other tables have."""
    usual = usual_unit(statements)
    for statement in statements:
        statement.unit = statement.caption.unit or usual


def contradicted_units(
    statements: Sequence[Statement], relations: Iterable[Relation]
) -> list[UnitDefect]:
    """The tables whose amounts fit the rest of the document only in another unit."""
    votes = _Votes()
    for relation in relations:
        if relation.kind in _COMPARED and relation.is_sum:
            votes.count(relation)
    by_key = {(s.part.start, s.spec.id): s for s in reversed(statements)}
    defects = []
    for key, statement in by_key.items():
        scaled = votes.scaled.get(key)
        if not scaled or votes.exact[key]:
            continue
        unit, pairs = max(scaled.items(), key=lambda item: len(item[1]))
        trusted = [pair for pair in pairs if votes.trusts(pair[1])]
        if trusted and len(pairs) >= votes.least(key):
            own, other = trusted[0]
            read_in = statement.unit or Unit.WAN
            defects.append(UnitDefect(statement, read_in, unit, own, other, len(pairs)))
    return defects


def _key(fact: Fact) -> TableKey:
    return fact.context.part.start, fact.context.statement


class _Votes:
    """How often each table agrees with others as printed, and in which other unit it would."""

    def __init__(self) -> None:
        self.exact: Counter[TableKey] = Counter()
        self.failed: Counter[TableKey] = Counter()
        self.scaled: dict[TableKey, dict[Unit, list[tuple[Fact, Fact]]]] = defaultdict(
            lambda: defaultdict(list)
        )

    def count(self, relation: Relation) -> None:
        parts = [part for part in relation.parts if not part.is_zero]
        if len(parts) != 1 or relation.less or relation.total.is_zero:
            return
        pair = (relation.total, parts[0])
        one, other = pair[0].value, pair[1].value
        if one is None or other is None or not one.unit.is_money:
            return
        if same_quantity(one, other):
            self.exact.update(_key(fact) for fact in pair if fact.context.is_cell)
            return
        for own, witness in (pair, pair[::-1]):
            if own.context.is_cell and own.value and witness.value:
                self.failed[_key(own)] += 1
                unit = misprinted_unit(own.value, witness.value)
                if unit:
                    self.scaled[_key(own)][unit].append((own, witness))

    def trusts(self, witness: Fact) -> bool:
        """Whether a witness agrees with anything else: a table that does, or the narrative."""
        return not witness.context.is_cell or self.exact[_key(witness)] > 0

    def least(self, key: TableKey) -> int:
        """How many comparisons must agree on the unit: two, or all there are."""
        return min(2, self.failed[key])
