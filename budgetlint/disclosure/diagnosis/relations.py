"""Relations: what must hold between the facts of a disclosure, built from the data files.

A relation says *total = Σ parts − Σ less*; see ``rates`` for percentages and directions,
``products`` for price × quantity. A blank cell, or a row that a table does not have, counts as
nothing. Relations that cannot be tested are kept with the reason.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from budgetlint.disclosure.amount import Amount, Outcome, judge_difference, same_quantity
from budgetlint.lang import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from budgetlint.disclosure.facts import Fact

    Values = Mapping[Fact, Amount | None]


class Kind(StrEnum):
    """What a relation is about; of several that one defect breaks, the first names it."""

    ROW = "row"
    HIERARCHY = "hierarchy"
    BALANCE = "balance"
    PROJECT = "project"
    PRODUCT = "product"
    TABLE = "table"
    PART = "part"
    TEXT = "text"
    REPEATED = "repeated"
    NARRATIVE = "narrative"
    PERCENTAGE = "percentage"
    DIRECTION = "direction"


@dataclass(frozen=True, eq=False)
class Relation:
    """``total`` = Σ ``parts`` − Σ ``less``. ``severity`` is the most a failure may be."""

    kind: Kind
    total: Fact
    parts: tuple[Fact, ...]
    severity: str = "error"
    less: tuple[Fact, ...] = ()

    @property
    def facts(self) -> tuple[Fact, ...]:
        """All facts that take part."""
        return (self.total, *self.parts, *self.less)

    @property
    def tells(self) -> bool:
        """Whether the values it requires are the right ones."""
        return True

    @property
    def is_sum(self) -> bool:
        """Whether it is an equation of amounts, and neither a bound nor of a rate or a word."""
        return type(self) is Relation

    @property
    def is_blank(self) -> bool:
        """Whether nothing is printed in any place of it: it holds, but nothing was compared."""
        return all(fact.value is None for fact in self.facts)

    def judge(self, values: Values) -> Outcome:
        """Whether the relation holds, with ``values`` put in place of printed ones."""
        total = value_of(self.total, values)
        added = [a for fact in self.parts if (a := value_of(fact, values)) and not a.is_nothing]
        taken = [a for fact in self.less if (a := value_of(fact, values)) and not a.is_nothing]
        if len(added) == 1 and not taken and total is not None and total.value != 0:
            return Outcome.EXACT if same_quantity(total, added[0]) else Outcome.IMPOSSIBLE
        difference = counted(total) - parts_sum(self, values)
        return judge_difference(difference, added + taken + ([total] if total else []))

    def required(self, fact: Fact, values: Values) -> Decimal | None:
        """The value of ``fact`` in 元 that makes the relation exact; None where it tells none."""
        if fact is self.total:
            return parts_sum(self, values)
        gap = counted(value_of(self.total, values)) - parts_sum(self, values)
        own = counted(value_of(fact, values))
        return own - gap if fact in self.less else own + gap

    def hint(self, fact: Fact, values: Values) -> Decimal | None:  # noqa: ARG002
        """About which value of ``fact`` in 元 would make the relation hold, where it tells no
        exact one; believed only where another broken relation says the same."""
        return None

    def goes_with(self, fact: Fact) -> bool:  # noqa: ARG002 (of other forms only)
        """Whether a change of sign of ``fact`` breaks nothing here: the total is a mere word."""
        return False


@dataclass(frozen=True, eq=False)
class Within(Relation):
    """Σ ``parts`` ≤ ``total``: some of the parts that make up a total are told, not all."""

    @property
    def tells(self) -> bool:
        """A bound tells no value."""
        return False

    def judge(self, values: Values) -> Outcome:
        """Whether the parts that are told can be inside the total."""
        if parts_sum(self, values) <= counted(value_of(self.total, values)):
            return Outcome.EXACT
        return Relation.judge(self, values)


def value_of(fact: Fact, values: Values) -> Amount | None:
    """The value that ``values`` puts in place of the printed one, else the printed one."""
    return values.get(fact, fact.value)


def counted(amount: Amount | None) -> Decimal:
    """An amount in 元; nil counts as nothing."""
    return amount.yuan if amount is not None else Decimal(0)


def sum_in_yuan(facts: Iterable[Fact]) -> Decimal:
    """What facts come to in 元; nil counts as nothing."""
    return sum((counted(fact.value) for fact in facts), Decimal(0))


def parts_sum(relation: Relation, values: Values | None = None) -> Decimal:
    """Σ parts − Σ less in 元."""
    known = values or {}
    added = sum((counted(value_of(part, known)) for part in relation.parts), Decimal(0))
    return added - sum((counted(value_of(part, known)) for part in relation.less), Decimal(0))


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

    def add(
        self, kind: Kind, total: Fact, parts: Sequence[Fact], severity: str = "error",
        less: Sequence[Fact] = (),
    ) -> None:  # fmt: skip
        """Add a relation; a fact counts once."""
        once = tuple(dict.fromkeys(parts))
        self.include(Relation(kind, total, once, severity, tuple(less)))

    def include(self, relation: Relation) -> None:
        """Add a relation of another form; one with an amount that nobody can read is skipped."""
        if any(fact.unreadable for fact in relation.facts):
            self.skip(relation.kind, say("有的金额不是规范的数字"))
        else:
            self.relations.append(relation)

    def skip(self, kind: Kind, reason: str) -> None:
        """Count a relation that could not be tested."""
        self.skipped[kind, reason] += 1
