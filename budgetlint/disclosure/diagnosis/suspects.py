"""Suspects: which fact, replaced by which value, explains the failed relations best.

The search keeps what it knows of every fact and, when one defect has been put right, looks again
only at the facts that share a relation with it: its cost grows with the failed relations and not
with their square.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from budgetlint.disclosure.amount import Amount, Outcome, amount_like, same_quantity
from budgetlint.disclosure.diagnosis.relations import Relation, judge, required

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from budgetlint.disclosure.facts import Fact

_TWO_PRINTS = 2
_FEN = 2
_CLOSE = Decimal("0.01")
"""So small a part of an amount is no slip in it."""

RowKey = tuple[int, str, str]
"""Start of the part, id of the statement, key of the row."""


def row_key(fact: Fact) -> RowKey | None:
    """The table row of a cell; None for the narrative."""
    if not fact.context.is_cell:
        return None
    row = fact.location.key.rsplit("/", 1)[0]
    return fact.context.part.start, fact.context.statement, row


@dataclass(frozen=True, slots=True)
class Candidate:
    """A fact with the value in 元 that would mend some relations, and what else that does.

    ``loosened`` counts relations that were exact and would hold by rounding only, less those that
    would become exact. ``slip``: one slip of the hand makes the print of the value.
    """

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

    def rivalled_by(self, other: Candidate) -> bool:
        """Whether another fact explains the same failure just as well; a misprint has no rival."""
        return (
            other.fact is not self.fact
            and not self.fact.misprinted
            and other.score == self.score
            and not set(other.mended).isdisjoint(self.mended)
        )

    @property
    def preference(self) -> tuple[object, ...]:
        """Of equal scores: a misprint, a slip, then text before table, detail before total, later
        first."""
        fact = self.fact
        return fact.misprinted, self.slip, not fact.context.is_cell, fact.leaf, fact.order


@dataclass(frozen=True, slots=True)
class Suspicion:
    """The best candidate, and whether another fact explains the same failure just as well."""

    candidate: Candidate
    rivalled: bool


class Search:
    """Finds one suspect after the other until every failed relation is explained."""

    def __init__(self, relations: Iterable[Relation]) -> None:
        self.outcomes = {relation: judge(relation) for relation in relations}
        self.values: dict[Fact, Amount | None] = {}
        self.by_fact: dict[Fact, list[Relation]] = defaultdict(list)
        for relation in self.outcomes:
            for fact in relation.facts:
                self.by_fact[fact].append(relation)
        self._open = {r: None for r, outcome in self.outcomes.items() if not outcome.holds}
        self._blank_rows: set[RowKey | None] = set()
        self._known: dict[Fact, list[Candidate]] = {}
        self._look_at(fact for relation in self._open for fact in relation.facts)

    def suspicions(self) -> Iterator[Suspicion]:
        """The suspects, best first; each has to be answered with :meth:`settle`."""
        while self._open:
            candidates = [c for known in self._known.values() for c in known]
            best = max(candidates, key=self._preference)
            certain = row_key(best.fact) in self._blank_rows
            rivalled = not certain and any(map(best.rivalled_by, candidates))
            if best.fact.value is None and not rivalled:
                self._blank_rows.add(row_key(best.fact))
            yield Suspicion(best, rivalled)

    def settle(self, candidate: Candidate, right: Amount | None) -> None:
        """Take what the candidate mends as explained; ``right`` replaces its value if known."""
        if right is not None:
            self.values[candidate.fact] = right
        touched = {*candidate.mended, *self.by_fact[candidate.fact]}
        for relation in touched:
            if relation in self._open and (
                relation in candidate.mended or judge(relation, self.values).holds
            ):
                del self._open[relation]
        blank = row_key(candidate.fact) if candidate.fact.value is None else None
        self._look_at(
            fact
            for fact in (*self._known, *(f for r in touched for f in r.facts))
            if any(r in touched for r in self.by_fact[fact])
            or (blank is not None and row_key(fact) == blank)
        )

    def as_printed(self, fact: Fact, relation: Relation, yuan: Decimal) -> Amount:
        """``yuan`` as the fact would print it; a printed 0 tells nothing of the decimals wanted.

        A sentence that repeats in 万元 what a table tells in 元 keeps its own decimals.
        """
        others = [f.value for f in relation.facts if f is not fact and f.value and f.value.value]
        if fact.value is None or (
            fact.value.value == 0 and others and others[0].unit is fact.value.unit
        ):
            return amount_like(yuan, others[0])
        amount, decimals = amount_like(yuan, fact.value), fact.value.decimals
        if fact.context.is_cell or len(relation.facts) > _TWO_PRINTS or decimals < _FEN:
            return amount
        rounded = _rounded(amount, decimals)
        return rounded if rounded.value else amount  # 8.00亿元 for 8.00万元

    def _look_at(self, facts: Iterable[Fact]) -> None:
        for fact in dict.fromkeys(facts):
            found = [*self._candidates(fact), *self._hinted(fact)]
            if found:
                self._known[fact] = found
            else:
                self._known.pop(fact, None)

    def _preference(self, candidate: Candidate) -> tuple[object, ...]:
        """The order of candidates; other cells of a row found blank or absent win ties."""
        in_blank_row = row_key(candidate.fact) in self._blank_rows
        return candidate.score, in_blank_row, candidate.preference

    def _candidates(self, fact: Fact) -> Iterator[Candidate]:
        seen: list[Amount] = []
        for relation in self.by_fact[fact]:
            if relation not in self._open:
                continue
            value = required(relation, fact, self.values)
            if value is None:
                continue
            amount = self.as_printed(fact, relation, value)
            for each in (amount, *self._as_good(fact, relation, amount)):
                if not any(same_quantity(each, known) for known in seen):
                    seen.append(each)
                    exact = value if each is amount else each.yuan
                    yield self._candidate(relation, fact, exact, each)

    def _hinted(self, fact: Fact) -> Iterator[Candidate]:
        """Of an amount that several rates contradict, what they agree on; what anything confirms
        is not doubted, nor what all rates miss by a last digit."""
        broken = [relation for relation in self.by_fact[fact] if relation in self._open]
        for relation in broken if len(broken) > 1 else ():
            value = relation.hint(fact, self.values)
            if value is None or fact.value is None or _is_close(value, fact.value.yuan):
                continue
            amount = _rounded(self.as_printed(fact, relation, value), fact.value.decimals)
            found = self._candidate(relation, fact, amount.yuan, amount)
            holds = judge(relation, {**self.values, fact: amount}).holds
            if holds and len(found.mended) > 1 and not found.broken:
                yield found

    def _as_good(self, fact: Fact, relation: Relation, amount: Amount) -> Iterator[Amount]:
        """Of an amount of the text, what rounding lets a sum of several prints require as well."""
        if fact.context.is_cell or len(relation.parts) < 2 or not relation.is_sum:
            return
        step = Decimal(1).scaleb(-amount.decimals)
        for value in (amount.value - step, amount.value + step):
            other = replace(amount, value=value)
            if judge(relation, {**self.values, fact: other}).holds:
                yield other

    def _candidate(
        self, relation: Relation, fact: Fact, value: Decimal, amount: Amount
    ) -> Candidate:
        """What ``value``, which ``relation`` requires of ``fact``, would mend and break."""
        related = self.by_fact[fact]
        before = {r: self._outcome(r) for r in related if r not in self._open}
        after = self._outcomes_with(fact, amount)
        mended = tuple(r for r in related if r is relation or (r in self._open and after[r].holds))
        broken = sum(not after[r].holds and not r.goes_with(fact) for r in before)
        broken += self._is_implausible(fact, value, mended)
        loosened = sum(was is Outcome.EXACT and after[r] is Outcome.ROUNDING
                       for r, was in before.items())  # fmt: skip
        loosened -= sum(was is Outcome.ROUNDING and after[r] is Outcome.EXACT
                        for r, was in before.items())  # fmt: skip
        return Candidate(fact, value, mended, broken, loosened, is_slip(fact.value, amount))

    def _outcomes_with(self, fact: Fact, amount: Amount) -> dict[Relation, Outcome]:
        """The outcomes of a fact's relations if its value were ``amount``."""
        was_settled, before = fact in self.values, self.values.get(fact)
        self.values[fact] = amount
        outcomes = {relation: judge(relation, self.values) for relation in self.by_fact[fact]}
        if was_settled:
            self.values[fact] = before
        else:
            del self.values[fact]
        return outcomes

    def _outcome(self, relation: Relation) -> Outcome:
        """The outcome of a relation after what was already diagnosed has been put right."""
        if any(fact in self.values for fact in relation.facts):
            return judge(relation, self.values)
        return self.outcomes[relation]

    def _is_implausible(self, fact: Fact, value: Decimal, mended: Iterable[Relation]) -> bool:
        """Whether a blank would have to hold what no other print shows, or a cell turn negative."""
        if fact.value is None and row_key(fact) not in self._blank_rows:
            return not any(_proves_blank(relation, fact) for relation in mended)
        positive = fact.value is None or fact.value.value >= 0
        return fact.context.is_cell and positive and value < 0


def _proves_blank(relation: Relation, blank: Fact) -> bool:
    """Whether the relation holds the blank against another print of the same amount; a sum in
    which something is missing proves it hardly."""
    addends = (*relation.parts, *relation.less)
    others = [part for part in addends if part is not blank and not part.is_zero]
    return len(others) <= (1 if blank is relation.total else 0)


def _is_close(one: Decimal, other: Decimal) -> bool:
    return abs(one - other) <= abs(other) * _CLOSE


def _rounded(amount: Amount, decimals: int) -> Amount:
    value = amount.value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return replace(amount, value=value, decimals=decimals)


def is_slip(printed: Amount | None, right: Amount) -> bool:
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
