"""The diagnosis: which fact is the likely culprit where relations fail.

All relations are tested once. Of the facts that take part in failed ones, the suspect is the fact
whose replacement by one value mends the most and breaks the fewest that hold; if tied, text
before table, detail before total, later before earlier. What one replacement mends is one defect.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from budgetlint.disclosure.amount import Amount, Outcome, Unit, amount_like, same_quantity
from budgetlint.disclosure.relations import Kind, Relation, RelationSet, judge, required

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from decimal import Decimal

    from budgetlint.disclosure.facts import Fact

_FEW_PARTS = 3
_RANK = {kind: n for n, kind in enumerate(Kind)}


def _counterparts(relation: Relation, suspects: set[Fact]) -> tuple[Fact, ...]:
    """The facts of a relation that contradict the suspects: the parts of a wrong total; of a
    wrong part the total, and the other parts where they are few."""
    few = len(relation.parts) <= _FEW_PARTS
    return relation.facts if relation.total in suspects or few else (relation.total,)


def _same_unit(amount: Amount, others: list[Amount]) -> bool:
    return bool(others) and others[0].unit is amount.unit


def _proves_blank(relation: Relation, blank: Fact) -> bool:
    """Whether the relation holds the blank against another print of the same amount; a sum in
    which something is missing proves it hardly."""
    others = [part for part in relation.parts if part is not blank and not part.is_zero]
    return len(others) <= (1 if blank is relation.total else 0)


def _is_slip(printed: Amount | None, right: Amount) -> bool:
    """Whether one slip of the hand makes the wrong print of the right one: another unit, another
    sign, a decimal point, one digit, two digits exchanged."""
    if printed is None or printed.value == 0:
        return False
    one, other = (_digits(amount) for amount in (printed, right))
    if one == other:
        return True
    if len(one) != len(other):
        return False
    differing = [n for n, pair in enumerate(zip(one, other, strict=True)) if pair[0] != pair[1]]
    exchanged = len(differing) == 2 and differing[1] - differing[0] == 1
    return len(differing) == 1 or (exchanged and sorted(one) == sorted(other))


def _digits(amount: Amount) -> str:
    return f"{abs(amount.value):f}".replace(".", "").strip("0")


def _row_key(fact: Fact) -> tuple[int, str, str] | None:
    """The table row of a cell; None for the narrative."""
    if not fact.context.is_cell:
        return None
    row = fact.location.key.rsplit("/", 1)[0]
    return fact.context.part.start, fact.context.statement, row


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

    def of_kind(self, *kinds: Kind) -> Iterator[Defect]:
        """The defects that relations of these kinds name, unless a wrong unit explains them."""
        return (d for d in self.defects if d.kind in kinds and d.misprinted_unit is None)


@dataclass(frozen=True, slots=True)
class _Candidate:
    fact: Fact
    value: Decimal
    mended: tuple[Relation, ...]
    broken: int
    loosened: int
    slip: bool

    @property
    def score(self) -> tuple[int, int, int]:
        """More mended than broken first; then fewer exact relations that only rounding holds."""
        return len(self.mended) - self.broken, len(self.mended), -self.loosened

    def rivalled_by(self, other: _Candidate) -> bool:
        """Whether another fact explains the same failure just as well."""
        return (
            other.fact is not self.fact
            and other.score == self.score
            and bool(set(other.mended) & set(self.mended))
        )

    @property
    def preference(self) -> tuple[object, ...]:
        fact = self.fact
        return (*self.score, self.slip, not fact.context.is_cell, fact.leaf, fact.order)


class _Engine:
    def __init__(self, relations: RelationSet) -> None:
        self.blank_rows: set[object] = set()
        self.values: dict[Fact, Amount | None] = {}
        self.outcomes = {relation: judge(relation) for relation in relations.relations}
        self.by_fact: dict[Fact, list[Relation]] = defaultdict(list)
        for relation in relations.relations:
            for fact in relation.facts:
                self.by_fact[fact].append(relation)
        self.open = [r for r, outcome in self.outcomes.items() if not outcome.holds]

    def defects(self) -> Iterator[Defect]:
        while self.open:
            candidates = [
                candidate
                for fact in dict.fromkeys(f for relation in self.open for f in relation.facts)
                for candidate in self._candidates(fact)
            ]
            best = max(candidates, key=self._preference)
            known = _row_key(best.fact) in self.blank_rows
            rivals = [c for c in candidates if not known and best.rivalled_by(c)]
            if best.fact.value is None and not rivals:
                self.blank_rows.add(_row_key(best.fact))
            yield self._defect(best, rivals)

    def _preference(self, candidate: _Candidate) -> tuple[object, ...]:
        """The order of candidates; other cells of a row found blank or absent win ties."""
        in_blank_row = _row_key(candidate.fact) in self.blank_rows
        return (candidate.score, in_blank_row, candidate.preference)

    def _candidates(self, fact: Fact) -> Iterator[_Candidate]:
        seen: list[Amount] = []
        for relation in self.open:
            if not any(f is fact for f in relation.facts):
                continue
            value = required(relation, fact, self.values)
            amount = self._as_printed(fact, relation, value)
            if any(same_quantity(amount, known) for known in seen):
                continue
            seen.append(amount)
            trial = {**self.values, fact: amount}
            related = self.by_fact[fact]
            held = [r for r in related if r not in self.open]
            mended = [r for r in related if r in self.open and judge(r, trial).holds]
            after = [(self._outcome(r), judge(r, trial)) for r in held]
            broken = sum(not now.holds for _, now in after)
            broken += self._is_implausible(fact, value, mended)
            loosened = sum(was is Outcome.EXACT and now is Outcome.ROUNDING for was, now in after)
            loosened -= sum(was is Outcome.ROUNDING and now is Outcome.EXACT for was, now in after)
            slip = _is_slip(fact.value, amount)
            yield _Candidate(fact, value, tuple(mended), broken, loosened, slip)

    def _is_implausible(self, fact: Fact, value: Decimal, mended: list[Relation]) -> bool:
        """Whether a blank would have to hold what no other print shows, or a cell turn negative."""
        if fact.value is None and _row_key(fact) not in self.blank_rows:
            return not any(_proves_blank(relation, fact) for relation in mended)
        positive = fact.value is None or fact.value.value >= 0
        return fact.context.is_cell and positive and value < 0

    def _outcome(self, relation: Relation) -> Outcome:
        """The outcome of a relation after what was already diagnosed has been put right."""
        if any(fact in self.values for fact in relation.facts):
            return judge(relation, self.values)
        return self.outcomes[relation]

    def _as_printed(self, fact: Fact, relation: Relation, yuan: Decimal) -> Amount:
        """``yuan`` as the fact would print it; a printed 0 tells nothing of the decimals wanted."""
        others = [f.value for f in relation.facts if f is not fact and f.value and f.value.value]
        if fact.value is None or (fact.value.value == 0 and _same_unit(fact.value, others)):
            return amount_like(yuan, others[0])
        return amount_like(yuan, fact.value)

    def _defect(self, best: _Candidate, rivals: list[_Candidate]) -> Defect:
        naming = min(best.mended, key=lambda relation: _RANK[relation.kind])
        amount = self._as_printed(best.fact, naming, best.value)
        suspect = self._undecided(best, naming) if rivals else best.fact
        expected = None if rivals else amount
        others = [r for r in best.mended if r is not naming]
        if expected is not None:
            others += self._rounded_by(suspect, expected)
            self.values[suspect] = expected
        outcome = max(
            (self.outcomes[r] for r in best.mended), key=lambda o: o is Outcome.IMPOSSIBLE
        )
        self.open = [
            r for r in self.open
            if r not in best.mended and not judge(r, self.values).holds
        ]  # fmt: skip
        others.sort(key=lambda relation: _RANK[relation.kind])
        unit = _misprinted_unit(suspect, amount if suspect is best.fact else None)
        if unit and suspect.value:
            expected = suspect.value.in_unit(unit)
        return Defect(suspect, naming.kind, naming, tuple(others), outcome, expected, unit)

    def _undecided(self, best: _Candidate, naming: Relation) -> Fact:
        """Of a broken sum in which any fact may be the wrong one, the total is named."""
        if best.fact.context.is_cell and len(naming.parts) > 1:
            return naming.total
        return best.fact

    def _rounded_by(self, suspect: Fact, expected: Amount) -> list[Relation]:
        """Relations that hold only by rounding and would be exact with the right value."""
        trial = {**self.values, suspect: expected}
        return [
            r for r in self.by_fact[suspect]
            if self.outcomes[r] is Outcome.ROUNDING and judge(r, trial) is Outcome.EXACT
        ]  # fmt: skip


def _misprinted_unit(suspect: Fact, right: Amount | None) -> Unit | None:
    """The unit in which the printed digits would be right."""
    if suspect.value is None or right is None or suspect.value.value == 0:
        return None
    for unit in (Unit.WAN, Unit.YUAN, Unit.YI):
        if unit is not suspect.value.unit and same_quantity(suspect.value.in_unit(unit), right):
            return unit
    return None


def _row_of(defect: Defect) -> object:
    """The table row that a defect concerns as a whole, or the defect itself.

    A row that is missing or blank, or whose cells agree with each other but with nothing else, is
    one defect; a row whose own total is broken has its cells judged one by one.
    """
    whole = defect.suspect.value is None or defect.kind is not Kind.ROW
    if not whole or defect.misprinted_unit:
        return defect
    return _row_key(defect.suspect) or defect


def _moved(one: Defect, other: Defect) -> bool:
    """Whether one amount stands in the wrong column: what one cell holds belongs in the other."""
    row = _row_key(one.suspect)
    if row is None or row != _row_key(other.suspect):
        return False
    (printed, right), (other_printed, other_right) = (
        (defect.suspect.value, defect.expected) for defect in (one, other)
    )
    return _shows(printed, other_right) or _shows(other_printed, right)


def _shows(printed: Amount | None, right: Amount | None) -> bool:
    return bool(printed and right and printed.value and same_quantity(printed, right))


def _merge_rows(defects: Iterable[Defect]) -> list[Defect]:
    """Make the defects of one row one."""
    merged: dict[object, Defect] = {}
    for defect in defects:
        moved = (key for key, known in merged.items() if _moved(known, defect))
        key = next(moved, _row_of(defect))
        first = merged.setdefault(key, defect)
        if first is not defect:
            merged[key] = replace(first, also=(*first.also, defect))
    return list(merged.values())


def diagnose(relations: RelationSet) -> Diagnosis:
    """Test all relations once and name a suspect for each group of failed ones."""
    engine = _Engine(relations)
    diagnosis = Diagnosis(skipped=relations.skipped)
    for relation, outcome in engine.outcomes.items():
        if relation.is_blank:
            continue
        (diagnosis.held if outcome.holds else diagnosis.failed)[relation.kind] += 1
        if outcome.holds:
            diagnosis.holding[relation.kind].append(relation)
        if outcome is Outcome.ROUNDING:
            diagnosis.rounded.append(relation)
        elif outcome is Outcome.EXACT and (table := calculated_table(relation)):
            diagnosis.exact_sums[table] += 1
    found = sorted(engine.defects(), key=lambda defect: defect.suspect.order)
    diagnosis.defects = _merge_rows(found)
    return diagnosis
