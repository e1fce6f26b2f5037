"""Relations: what must hold between the facts of a disclosure, built from the data files.

A relation says *total = Σ parts*; see ``rates`` for percentages and directions. A blank cell, or
a row that a table does not have, counts as nothing. Relations that cannot be tested are kept with
the reason.
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

    Values = Mapping[Fact, Amount | None]


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
    PERCENTAGE = "percentage"
    DIRECTION = "direction"


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

    def judge(self, values: Values) -> Outcome:
        """Whether the relation holds, with ``values`` put in place of printed ones."""
        total = value_of(self.total, values)
        amounts = [a for part in self.parts if (a := value_of(part, values)) and not a.is_nothing]
        if len(amounts) == 1 and total is not None and total.value != 0:
            return Outcome.EXACT if same_quantity(total, amounts[0]) else Outcome.IMPOSSIBLE
        difference = counted(total) - sum((a.yuan for a in amounts), Decimal(0))
        return judge_difference(difference, amounts if total is None else [total, *amounts])

    def required(self, fact: Fact, values: Values) -> Decimal | None:
        """The value of ``fact`` in 元 that makes the relation exact; None where it tells none."""
        if fact is self.total:
            return parts_sum(self, values)
        others = (counted(value_of(part, values)) for part in self.parts if part is not fact)
        return counted(value_of(self.total, values)) - sum(others, Decimal(0))


def value_of(fact: Fact, values: Values) -> Amount | None:
    """The value that ``values`` puts in place of the printed one, else the printed one."""
    return values.get(fact, fact.value)


def counted(amount: Amount | None) -> Decimal:
    """An amount in 元; nil counts as nothing."""
    return amount.yuan if amount is not None else Decimal(0)


def parts_sum(relation: Relation, values: Values | None = None) -> Decimal:
    """Σ of the parts in 元."""
    known = values or {}
    return sum((counted(value_of(part, known)) for part in relation.parts), Decimal(0))


def judge(relation: Relation, values: Values | None = None) -> Outcome:
    """Whether the relation holds, with ``values`` put in place of printed ones."""
    return relation.judge(values or {})


def required(relation: Relation, fact: Fact, values: Values | None = None) -> Decimal | None:
    """The value of ``fact`` in 元 that makes the relation exact; None where it tells none."""
    return relation.required(fact, values or {})


@dataclass
class RelationSet:
    """The relations of a disclosure, and how many of each kind could not be built, and why."""

    relations: list[Relation] = field(default_factory=list)
    skipped: Counter[tuple[Kind, str]] = field(default_factory=Counter)

    def add(self, kind: Kind, total: Fact, parts: Sequence[Fact], severity: str = "error") -> None:
        """Add a relation; a fact counts once."""
        self.relations.append(Relation(kind, total, tuple(dict.fromkeys(parts)), severity))

    def include(self, relation: Relation) -> None:
        """Add a relation of another form."""
        self.relations.append(relation)

    def skip(self, kind: Kind, reason: str) -> None:
        """Count a relation that could not be tested."""
        self.skipped[kind, reason] += 1
