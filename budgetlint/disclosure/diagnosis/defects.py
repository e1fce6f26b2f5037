"""The diagnosis: which fact is the likely culprit where relations fail.

All relations are tested once. Of the facts that take part in failed ones, the suspect is the fact
whose replacement by one value mends the most and breaks the fewest that hold (see ``suspects``);
if tied, what one slip of the hand explains, then text before table, detail before total, later
before earlier. What one replacement mends is one defect.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from budgetlint.disclosure.amount import Amount, Outcome, Unit, misprinted_unit, same_quantity
from budgetlint.disclosure.diagnosis.rates import Ratio
from budgetlint.disclosure.diagnosis.relations import Kind, Relation, RelationSet, judge
from budgetlint.disclosure.diagnosis.suspects import Search, Suspicion, row_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from budgetlint.disclosure.facts import Fact

_FEW_PARTS = 3
_RANK = {kind: n for n, kind in enumerate(Kind)}


def _counterparts(relation: Relation, suspects: set[Fact]) -> tuple[Fact, ...]:
    """The facts of a relation that contradict the suspects: the parts of a wrong total; of a
    wrong part the total, and the other parts where they are few."""
    few = len(relation.parts) <= _FEW_PARTS
    return relation.facts if relation.total in suspects or few else (relation.total,)


def calculated_table(relation: Relation) -> tuple[int, str] | None:
    """The table (part and statement) inside which a relation is a sum; None for other relations."""
    context = relation.total.context
    if relation.kind in (Kind.ROW, Kind.HIERARCHY, Kind.BALANCE):
        return context.part.start, context.statement
    return None


@dataclass(frozen=True, eq=False)
class Defect:
    """One wrong fact and everything that shows it.

    ``expected`` is what it would have to be, None where more than one fact could be the wrong
    one. ``misprinted_unit`` is the unit that makes the printed digits right, if one does.
    ``relation`` is the failed relation that names the defect, ``others`` the rest of them;
    ``also`` are further cells of the same row, wrong in the same way.
    """

    suspect: Fact
    kind: Kind
    relation: Relation
    others: tuple[Relation, ...]
    outcome: Outcome
    expected: Amount | None = None
    misprinted_unit: Unit | None = None
    also: tuple[Defect, ...] = ()

    @property
    def misnamed_base(self) -> Fact | None:
        """The base that a wrong percentage fits although it names another."""
        rate = self.relation
        is_rate = isinstance(rate, Ratio) and rate.total is self.suspect
        return rate.fitting_base({}) if is_rate and isinstance(rate, Ratio) else None

    @property
    def relations(self) -> tuple[Relation, ...]:
        """All relations of the defect."""
        own = (self.relation, *self.others)
        return own + tuple(r for other in self.also for r in other.relations)

    @property
    def witnesses(self) -> tuple[Fact, ...]:
        """The other facts that show the defect, each once, those of the naming relation first."""
        suspects = {self.suspect, *(other.suspect for other in self.also)}
        shown = [other.suspect for other in self.also]
        for relation in self.relations:
            shown += _counterparts(relation, suspects)
        return tuple(
            fact for fact in dict.fromkeys(shown) if fact is not self.suspect and fact.value
        )


@dataclass
class Diagnosis:
    """The defects in the order of the document, and the count of relations by kind."""

    defects: list[Defect] = field(default_factory=list)
    held: Counter[Kind] = field(default_factory=Counter)
    failed: Counter[Kind] = field(default_factory=Counter)
    skipped: Counter[tuple[Kind, str]] = field(default_factory=Counter)
    rounded: list[Relation] = field(default_factory=list)
    exact_sums: Counter[tuple[int, str]] = field(default_factory=Counter)
    holding: dict[Kind, list[Relation]] = field(default_factory=lambda: defaultdict(list))

    @cached_property
    def suspects(self) -> frozenset[Fact]:
        """The facts that are named as wrong."""
        found = (each for defect in self.defects for each in (defect, *defect.also))
        return frozenset(defect.suspect for defect in found)

    @cached_property
    def contradicted(self) -> frozenset[Fact]:
        """The facts of all relations that the defects broke: any of them may be the wrong one."""
        relations = (relation for defect in self.defects for relation in defect.relations)
        return frozenset(fact for relation in relations for fact in relation.facts)

    def of_kind(self, *kinds: Kind) -> Iterator[Defect]:
        """The defects that relations of these kinds name, unless a wrong unit, a wrong name of the
        base or a misprint explains them."""
        return (
            defect
            for defect in self.defects
            if defect.kind in kinds
            and not (defect.misprinted_unit or defect.misnamed_base or defect.suspect.misprinted)
        )


def _defects(search: Search) -> Iterator[Defect]:
    for suspicion in search.suspicions():
        yield _defect(search, suspicion)


def _defect(search: Search, suspicion: Suspicion) -> Defect:
    best = suspicion.candidate
    naming = min(best.mended, key=lambda relation: _RANK[relation.kind])
    amount = search.as_printed(best.fact, naming, best.value)
    turned = _is_turned(best.fact, amount)
    sure = not suspicion.rivalled or (turned and not best.fact.is_zero)
    suspect = best.fact if sure or turned else _undecided(best.fact, naming)
    expected = amount if sure and naming.tells else None
    others = [r for r in best.mended if r is not naming]
    if expected is not None:
        others += _rounded_by(search, suspect, expected)
    search.settle(best, expected)
    outcome = max((search.outcomes[r] for r in best.mended), key=lambda o: o is Outcome.IMPOSSIBLE)
    others.sort(key=lambda relation: _RANK[relation.kind])
    unit = None
    if suspect is best.fact and suspect.value and suspect.value.value:
        unit = misprinted_unit(suspect.value, amount)
        expected = suspect.value.in_unit(unit) if unit else expected
    kind = Kind.DIRECTION if turned else naming.kind
    return Defect(suspect, kind, naming, tuple(others), outcome, expected, unit)


def _is_turned(fact: Fact, right: Amount) -> bool:
    """Whether of a change only the word is wrong: 增加 for 减少 with the digits right, or 持平
    where anything changed."""
    printed = fact.value
    if fact.context.kind != "change" or printed is None or right.value == 0:
        return False
    return printed.is_nothing or same_quantity(replace(printed, value=-printed.value), right)


def _undecided(fact: Fact, naming: Relation) -> Fact:
    """Of a broken sum in which any cell, or any of many parts, may be wrong, the total is named."""
    many = len(naming.parts) > (1 if fact.context.is_cell else _FEW_PARTS)
    return naming.total if many else fact


def _rounded_by(search: Search, suspect: Fact, expected: Amount) -> list[Relation]:
    """Relations that hold only by rounding and would be exact with the right value."""
    trial = {**search.values, suspect: expected}
    return [
        r for r in search.by_fact[suspect]
        if search.outcomes[r] is Outcome.ROUNDING and judge(r, trial) is Outcome.EXACT
    ]  # fmt: skip


def _row_of(defect: Defect) -> object:
    """The table row that a defect concerns as a whole, or the defect itself.

    A row that is missing or blank, or whose cells agree with each other but with nothing else, is
    one defect; a row whose own total is broken has its cells judged one by one.
    """
    whole = defect.suspect.value is None or defect.kind is not Kind.ROW
    if not whole or defect.misprinted_unit:
        return defect
    return row_key(defect.suspect) or defect


def _moved(one: Defect, other: Defect) -> bool:
    """Whether one amount stands in the wrong column: what one cell holds belongs in the other."""
    row = row_key(one.suspect)
    if row is None or row != row_key(other.suspect):
        return False
    (printed, right), (other_printed, other_right) = (
        (defect.suspect.value, defect.expected) for defect in (one, other)
    )
    return _shows(printed, other_right) or _shows(other_printed, right)


def _shows(printed: Amount | None, right: Amount | None) -> bool:
    return bool(printed and right and printed.value and same_quantity(printed, right))


def _exchanged(one: Defect, other: Defect) -> bool:
    """Whether the shares of two items were exchanged: each would be right in the other's place."""
    facts = (one.suspect, other.suspect)
    return (
        all(fact.context.kind == "share" for fact in facts)
        and facts[0].order[0] == facts[1].order[0]
        and _right_with(one, facts[1].value)
        and _right_with(other, facts[0].value)
    )


def _right_with(defect: Defect, value: Amount | None) -> bool:
    return judge(defect.relation, {defect.suspect: value}).holds


def _merge(defects: Iterable[Defect]) -> list[Defect]:
    """Make the defects of one row, and those of two exchanged shares, one."""
    merged: dict[object, Defect] = {}
    for defect in defects:
        moved = (
            key
            for key, known in merged.items()
            if _moved(known, defect) or _exchanged(known, defect)
        )
        key = next(moved, _row_of(defect))
        first = merged.setdefault(key, defect)
        if first is not defect:
            merged[key] = replace(first, also=(*first.also, defect))
    return list(merged.values())


def diagnose(relations: RelationSet) -> Diagnosis:
    """Test all relations once and name a suspect for each group of failed ones."""
    search = Search(relations.relations)
    diagnosis = Diagnosis(skipped=relations.skipped)
    for relation, outcome in search.outcomes.items():
        if relation.is_blank:
            continue
        (diagnosis.held if outcome.holds else diagnosis.failed)[relation.kind] += 1
        if outcome.holds:
            diagnosis.holding[relation.kind].append(relation)
        if outcome is Outcome.ROUNDING:
            diagnosis.rounded.append(relation)
        elif outcome is Outcome.EXACT and (table := calculated_table(relation)):
            diagnosis.exact_sums[table] += 1
    found = sorted(_defects(search), key=lambda defect: defect.suspect.order)
    diagnosis.defects = _merge(found)
    return diagnosis
