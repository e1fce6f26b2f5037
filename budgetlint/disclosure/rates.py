"""Percentages and directions: relations between what is printed as a rate or said in a word.

A rate is compared by the interval that its printed operands allow, not by a number of points: on a
small base 1055.4% can be right where the printed figures give 1052.6%. A rate cut off instead of
rounded is no finding. On a base of zero no rate is wrong.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from budgetlint.disclosure.amount import ZERO, Amount, Outcome
from budgetlint.disclosure.relations import Kind, Relation, counted, value_of

if TYPE_CHECKING:
    from budgetlint.disclosure.facts import Fact
    from budgetlint.disclosure.relations import Values


@dataclass(frozen=True)
class Terms:
    """Σ ``plus`` − Σ ``minus``: an operand that may be printed only through others."""

    plus: tuple[Fact, ...]
    minus: tuple[Fact, ...] = ()

    @property
    def facts(self) -> tuple[Fact, ...]:
        """All facts that take part."""
        return self.plus + self.minus

    def value(self, values: Values) -> Decimal:
        """The sum in 元."""
        return sum((counted(value_of(fact, values)) for fact in self.plus), ZERO) - sum(
            (counted(value_of(fact, values)) for fact in self.minus), ZERO
        )

    def margin(self, values: Values) -> Decimal:
        """How far the true sum can be from the printed one: half of every last digit."""
        amounts = (value_of(fact, values) for fact in self.facts)
        return sum((amount.step / 2 for amount in amounts if amount is not None), ZERO)


@dataclass(frozen=True, eq=False)
class Ratio(Relation):
    """``total`` % = 100 · ``by`` / ``of``; signs do not count, a :class:`Direction` compares them.

    ``parts`` are the facts of both. ``others`` are further bases that the sentence prints: where
    the rate fits one of them instead, its base is misnamed.
    """

    by: Terms = Terms(())
    of: Terms = Terms(())
    others: tuple[Fact, ...] = ()

    def judge(self, values: Values) -> Outcome:
        """Whether true values that print like the operands give a rate that prints like this."""
        if self.of.value(values) == 0:
            return Outcome.EXACT if self.fitting_base(values) is None else Outcome.IMPOSSIBLE
        return Outcome.EXACT if self._fits(self.of, values) else Outcome.IMPOSSIBLE

    def fitting_base(self, values: Values) -> Fact | None:
        """The other base that the printed rate fits, if it fits one."""
        return next((base for base in self.others if self._fits(Terms((base,)), values)), None)

    def _fits(self, of: Terms, values: Values) -> bool:
        base, margin = abs(of.value(values)), of.margin(values)
        rate = value_of(self.total, values)
        if rate is None or base == 0:
            return False
        if base <= margin:
            return True
        change, slack = abs(self.by.value(values)), self.by.margin(values)
        least = max(ZERO, change - slack) * 100 / (base + margin)
        most = (change + slack) * 100 / (base - margin)
        printed = abs(rate.value)
        return printed - rate.step / 2 <= most and least < printed + rate.step

    def required(self, fact: Fact, values: Values) -> Decimal | None:
        """The rate that the operands give, at the precision of the printed one; the printed one
        itself where the base is zero, for then not the rate is wrong but the name of its base."""
        rate, base = self.total.value, self.of.value(values)
        if fact is not self.total or rate is None:
            return None
        if base == 0:
            return rate.value
        exact = abs(self.by.value(values) * 100 / base)
        rounded = exact.quantize(Decimal(1).scaleb(-rate.decimals), ROUND_HALF_UP)
        return rounded.copy_sign(rate.value)


@dataclass(frozen=True, eq=False)
class Direction(Relation):
    """The sign of ``total`` is the sign of ``by``: 大于, 增长 (1), 持平 (0), 小于, 下降 (−1)."""

    by: Terms = Terms(())

    def judge(self, values: Values) -> Outcome:
        """Whether true values that print like the operands can differ in this direction."""
        word, difference = _sign(value_of(self.total, values)), self.by.value(values)
        actual = _sign_of(difference)
        if word == actual:
            return Outcome.EXACT
        blurred = abs(difference) <= self.by.margin(values)
        return Outcome.IMPROBABLE if blurred else Outcome.IMPOSSIBLE

    def required(self, fact: Fact, values: Values) -> Decimal | None:
        """The sign, or the amount, turned round; an amount is told only where it stands alone."""
        if fact is self.total:
            amount = self.total.value
            sign = _sign_of(self.by.value(values))
            return abs(amount.value) * sign if amount is not None and amount.value else sign
        word = _sign(value_of(self.total, values))
        if self.by.facts == (fact,) and word:
            return counted(value_of(fact, values)).copy_sign(word)
        return None


def ratio(
    rate: Fact, by: Terms, of: Terms, *, others: tuple[Fact, ...] = (), severity: str = "error"
) -> Ratio:
    """The relation between a printed rate and its operands."""
    parts = tuple(dict.fromkeys((*by.facts, *of.facts)))
    return Ratio(Kind.PERCENTAGE, rate, parts, severity, by=by, of=of, others=others)


def direction(word: Fact, by: Terms, *, severity: str = "error") -> Direction:
    """The relation between a word or a signed rate and the difference it speaks of."""
    return Direction(Kind.DIRECTION, word, tuple(dict.fromkeys(by.facts)), severity, by=by)


def _sign(amount: Amount | None) -> Decimal:
    return _sign_of(counted(amount))


def _sign_of(number: Decimal) -> Decimal:
    return Decimal((number > 0) - (number < 0))
