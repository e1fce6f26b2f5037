"""Percentages and directions: relations between what is printed as a rate or said in a word.

A rate is compared by the interval that its printed operands allow, not by a number of points: on a
small base 1055.4% can be right where the printed figures give 1052.6%. A rate cut off instead of
rounded is no finding. On a base of zero no rate is wrong.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from budgetlint.disclosure.amount import CONFUSED_UNITS, ZERO, Amount, Outcome
from budgetlint.disclosure.diagnosis.relations import Kind, Relation, counted, value_of

if TYPE_CHECKING:
    from budgetlint.disclosure.diagnosis.relations import Values
    from budgetlint.disclosure.facts import Fact

_RATES_OF_NOTHING = (0, 100)
"""What is printed of a budget of 0."""


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
    the rate fits one of them instead, its base is misnamed. ``adjusted``: one of a list of shares
    that add up to exactly 100, of which some may be off by one last digit.
    """

    by: Terms = Terms(())
    of: Terms = Terms(())
    others: tuple[Fact, ...] = ()
    adjusted: bool = False

    def judge(self, values: Values) -> Outcome:
        """Whether true values that print like the operands give a rate that prints like this."""
        if self.of.value(values) == 0:
            return self._judge_without_base(values)
        return Outcome.EXACT if self.fits(self.of, values) else Outcome.IMPOSSIBLE

    def _judge_without_base(self, values: Values) -> Outcome:
        """On a base of 0 nearly every rate is printed; 98.89 % is none of them where another base
        is printed too."""
        rate = value_of(self.total, values)
        if self.fitting_base(values):
            return Outcome.IMPOSSIBLE
        usual = rate is None or abs(rate.value) in _RATES_OF_NOTHING
        return Outcome.EXACT if usual or self.other_base is None else Outcome.IMPROBABLE

    @property
    def other_base(self) -> Fact | None:
        """The nearest other base that is not 0."""
        return next((base for base in self.others[::-1] if not base.is_zero), None)

    def fitting_base(self, values: Values) -> Fact | None:
        """The other base that the printed rate fits, if it fits one."""
        return next((base for base in self.others if self.fits(Terms((base,)), values)), None)

    def fits(self, of: Terms, values: Values) -> bool:
        """Whether the rate is right with ``of`` as its base."""
        rate = value_of(self.total, values)
        if rate is None or of.value(values) == 0:
            return False
        limits = self.limits(of, values)
        if limits is None:
            return True
        printed, moved = abs(rate.value), rate.step if self.adjusted else ZERO
        least, most = limits
        return printed - rate.step / 2 - moved <= most and least < printed + rate.step + moved

    def limits(self, of: Terms, values: Values) -> tuple[Decimal, Decimal] | None:
        """Between which rates, without sign, the true one is for what is printed; None where the
        true base may be 0."""
        base, margin = abs(of.value(values)), of.margin(values)
        if base <= margin:
            return None
        change, slack = abs(self.by.value(values)), self.by.margin(values)
        least = max(ZERO, change - slack) * 100 / (base + margin)
        return least, (change + slack) * 100 / (base - margin)

    def required(self, fact: Fact, values: Values) -> Decimal | None:
        """The rate that the operands give, at the precision of the printed one; of an operand, the
        same digits in the unit in which the rate would be right.

        Where the base is zero the rate itself, if it fits another, for then not it is wrong but
        the name of its base; else what the other base gives.
        """
        if fact is not self.total:
            return self._in_right_unit(fact, values)
        rate, base = self.total.value, self.of.value(values)
        if base == 0 and self.other_base and self.fitting_base(values) is None:
            base = Terms((self.other_base,)).value(values)
        if rate is None or base == 0:
            return rate.value if rate else None
        by = self.by.value(values)
        rounded = abs(by * 100 / base).quantize(Decimal(1).scaleb(-rate.decimals), ROUND_HALF_UP)
        return rounded.copy_sign(by or rate.value)

    def fitting_wholes(self) -> tuple[Decimal, Decimal] | None:
        """Between which totals in 元 the printed rate would be right; None where any would."""
        rate = self.total.value
        if rate is None or abs(rate.value) <= rate.step / 2:
            return None
        part, margin = abs(self.by.value({})), self.by.margin({})
        least = max(ZERO, part - margin) * 100 / (abs(rate.value) + rate.step)
        most = (part + margin) * 100 / (abs(rate.value) - rate.step / 2)
        return least, most

    def _in_right_unit(self, fact: Fact, values: Values) -> Decimal | None:
        printed = value_of(fact, values)
        if printed is None or printed.value == 0:
            return None
        units = (unit for unit in CONFUSED_UNITS if unit is not printed.unit)
        trials = (printed.in_unit(unit) for unit in units)
        fitting = (t for t in trials if self.fits(self.of, {**values, fact: t}))
        return next((trial.yuan for trial in fitting), None)


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

    def goes_with(self, fact: Fact) -> bool:
        """Whether a word was written to go with the amount: turned round with it, it holds."""
        return self.by.facts == (fact,)

    def required(self, fact: Fact, values: Values) -> Decimal | None:
        """The sign, or the amount, turned round; an amount is told only where it stands alone.
        Where 持平 is said of a change, the change; of the change then nothing."""
        if fact is self.total:
            return self._right_word(values)
        word = _sign(value_of(self.total, values))
        if self.by.facts != (fact,):
            return None
        return counted(value_of(fact, values)).copy_sign(word) if word else ZERO

    def _right_word(self, values: Values) -> Decimal:
        amount, difference = self.total.value, self.by.value(values)
        if amount is not None and amount.is_nothing and amount.unit.is_money:
            return difference
        sign = _sign_of(difference)
        return abs(amount.value) * sign if amount is not None and amount.value else sign


def ratio(
    rate: Fact, by: Terms, of: Terms, *, others: tuple[Fact, ...] = (), adjusted: bool = False,
    severity: str = "error",
) -> Ratio:  # fmt: skip
    """The relation between a printed rate and its operands."""
    parts = tuple(dict.fromkeys((*by.facts, *of.facts)))
    return Ratio(
        Kind.PERCENTAGE, rate, parts, severity, by=by, of=of, others=others, adjusted=adjusted
    )


def direction(word: Fact, by: Terms, *, severity: str = "error") -> Direction:
    """The relation between a word or a signed rate and the difference it speaks of."""
    return Direction(Kind.DIRECTION, word, tuple(dict.fromkeys(by.facts)), severity, by=by)


def _sign(amount: Amount | None) -> Decimal:
    return _sign_of(counted(amount))


def _sign_of(number: Decimal) -> Decimal:
    return Decimal((number > 0) - (number < 0))
