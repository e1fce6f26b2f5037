"""Relations: what must hold between the facts of a disclosure, built from the data files.

Every relation says *total = Σ parts*. A blank cell, or a row that a table does not have, counts
as nothing. Relations that cannot be tested are kept with the reason.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from budgetlint.disclosure.amount import Amount, Outcome, judge_difference, same_quantity

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from budgetlint.disclosure.facts import Fact


class Kind(StrEnum):
    """What a relation is about; of several that one defect breaks, the first names it."""

    ROW = "row"
    HIERARCHY = "hierarchy"
    BALANCE = "balance"
    TABLE = "table"
    PART = "part"
    TEXT = "text"
    REPEATED = "repeated"
    NARRATIVE = "narrative"


@dataclass(frozen=True, eq=False)
class Relation:
    """``total`` = Σ ``parts``. ``severity`` is the most a failure of this relation may be."""

    kind: Kind
    total: Fact
    parts: tuple[Fact, ...]
    severity: str = "error"

    @property
    def facts(self) -> tuple[Fact, ...]:
        """All facts that take part."""
        return (self.total, *self.parts)

    @property
    def is_blank(self) -> bool:
        """Whether nothing is printed in any place of it: it holds, but nothing was compared."""
        return all(fact.value is None for fact in self.facts)


def _value(fact: Fact, values: Mapping[Fact, Amount | None]) -> Amount | None:
    return values.get(fact, fact.value)


def _counted(amount: Amount | None) -> Decimal:
    return amount.yuan if amount is not None else Decimal(0)


def parts_sum(relation: Relation, values: Mapping[Fact, Amount | None] | None = None) -> Decimal:
    """Σ of the parts in 元."""
    known = values or {}
    return sum((_counted(_value(part, known)) for part in relation.parts), Decimal(0))


def judge(relation: Relation, values: Mapping[Fact, Amount | None] | None = None) -> Outcome:
    """Whether the relation holds, with ``values`` put in place of printed ones."""
    known = values or {}
    total = _value(relation.total, known)
    amounts = [a for part in relation.parts if (a := _value(part, known)) and not a.is_nothing]
    if len(amounts) == 1 and total is not None and total.value != 0:
        return Outcome.EXACT if same_quantity(total, amounts[0]) else Outcome.IMPOSSIBLE
    difference = _counted(total) - sum((a.yuan for a in amounts), Decimal(0))
    return judge_difference(difference, amounts if total is None else [total, *amounts])


def required(
    relation: Relation, fact: Fact, values: Mapping[Fact, Amount | None] | None = None
) -> Decimal:
    """The value of ``fact`` in 元 that makes the relation exact."""
    if fact is relation.total:
        return parts_sum(relation, values)
    known = values or {}
    others = sum(
        (_counted(_value(part, known)) for part in relation.parts if part is not fact), Decimal(0)
    )
    return _counted(_value(relation.total, known)) - others


@dataclass
class RelationSet:
    """The relations of a disclosure, and how many of each kind could not be built, and why."""

    relations: list[Relation] = field(default_factory=list)
    skipped: Counter[tuple[Kind, str]] = field(default_factory=Counter)

    def add(self, kind: Kind, total: Fact, parts: Sequence[Fact], severity: str = "error") -> None:
        """Add a relation; a fact counts once."""
        self.relations.append(Relation(kind, total, tuple(dict.fromkeys(parts)), severity))

    def skip(self, kind: Kind, reason: str) -> None:
        """Count a relation that could not be tested."""
        self.skipped[kind, reason] += 1
