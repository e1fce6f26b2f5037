"""Money as printed: exact decimals with a unit and the precision of the print.

A printed 347.37万元 stands for the closed interval [347.365, 347.375]万元, because half-up and
half-even rounding both occur in honest documents. Zero and amounts in 元 with two decimals are
exact points. Comparisons go through named outcomes, never through an ad-hoc tolerance.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import ROUND_DOWN, Decimal
from enum import Enum, StrEnum
from typing import TYPE_CHECKING

from budgetlint.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

ZERO = Decimal(0)
# 3.3 standard deviations of a sum of uniform rounding errors hold 99.9 % of honest tables.
_DEVIATIONS = Decimal("3.3")
NUMBER = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?"
"""The expression for a printed number without its sign, on folded text."""
_NUMBER = re.compile(f"[-+−]?{NUMBER}")
_NIL = re.compile(
    r"[-—―–─_]*|[/\\]+|[Nn]/?[Aa]|零|\(?暂?无\)?|没有|空|不涉及|不适用|未安排|无(?:此项|安排|预算|支出|收入)"
)


class Unit(StrEnum):
    """What a quantity is counted in: money, percent, things; a number alone has no unit, nor has
    the direction of a change."""

    YUAN = "元"
    THOUSAND = "千元"
    WAN = "万元"
    MILLION = "百万元"
    YI = "亿元"
    PERCENT = "%"
    VEHICLES = "辆"
    PERSONS = "人"
    POSTS = "名"
    PERSON_TIMES = "人次"
    BATCHES = "批次"
    PIECES = "个"
    SETS = "台"
    DIRECTION = ""
    NUMBER = ""

    @property
    def is_money(self) -> bool:
        """Whether this is a unit of money."""
        return self in _YUAN

    @property
    def yuan(self) -> Decimal:
        """How many 元 one of this unit is; 1 where it is no money."""
        return _YUAN.get(self, Decimal(1))


_YUAN = {
    Unit.YUAN: Decimal(1),
    Unit.THOUSAND: Decimal(1000),
    Unit.WAN: Decimal(10000),
    Unit.MILLION: Decimal(1000000),
    Unit.YI: Decimal(100000000),
}

MONEY = tuple(_YUAN)
"""The units of money."""
MONEY_UNITS = "|".join(reversed(MONEY))
"""The expression for a printed unit of money."""
CONFUSED_UNITS = (Unit.WAN, Unit.YUAN, Unit.YI)
"""The units that are written for one another."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity as printed: ``value`` in ``unit`` with ``decimals`` digits after the point.

    A printed 0 of money is an exact point, unless it is ``rounded``: 减少0万元 may be a small
    change. Counts and directions (−1, 0, 1) are exact, a percentage never is.
    """

    value: Decimal
    unit: Unit
    decimals: int
    rounded: bool = False

    @property
    def yuan(self) -> Decimal:
        """The amount in 元; counts and percentages as they are."""
        return self.value * self.unit.yuan

    @property
    def is_nothing(self) -> bool:
        """Whether it is exactly 0."""
        return self.value == 0 and not self.rounded and self.unit is not Unit.PERCENT

    @property
    def step(self) -> Decimal:
        """The last printed digit in 元; 0 for an exact point."""
        counted = not self.unit.is_money and self.unit is not Unit.PERCENT
        if self.is_nothing or counted or (self.unit is Unit.YUAN and self.decimals >= 2):
            return ZERO
        return self.unit.yuan.scaleb(-self.decimals)

    def in_unit(self, unit: Unit) -> Amount:
        """The same digits in another unit: what is meant if the unit was misprinted."""
        return replace(self, unit=unit)

    def __str__(self) -> str:
        return f"{self.value:.{self.decimals}f}{self.unit}"


def amount_like(yuan: Decimal, model: Amount) -> Amount:
    """An amount of ``yuan`` printed as ``model`` is, with more decimals if they are needed."""
    value = yuan / model.unit.yuan
    needed = max(model.decimals, -int(value.normalize().as_tuple().exponent))
    return Amount(value, model.unit, min(needed, model.decimals + 4))


def amount_printed(number: str, unit: Unit) -> Amount:
    """The amount whose folded number is printed like this, with as many decimals (1,234.50, −3)."""
    digits = number.replace(",", "").replace("−", "-")
    return Amount(Decimal(digits), unit, len(digits.partition(".")[2]))


def parse_number(text: str) -> tuple[Decimal, int] | None:
    """The number printed in a cell and its decimals, or None where there is none.

    Blanks inside (wrapped cells), full-width digits and thousands separators are read over.
    """
    folded = fold(text)
    if not _NUMBER.fullmatch(folded):
        return None
    printed = amount_printed(folded, Unit.DIRECTION)
    return printed.value, printed.decimals


def is_nil(text: str) -> bool:
    """Whether a cell is blank or says that there is no amount, which is not a printed 0."""
    return _NIL.fullmatch(fold(text)) is not None


def same_quantity(one: Amount, other: Amount) -> bool:
    """Whether two prints can show one quantity.

    With the same unit and precision the digits must be equal. Otherwise the finer print is
    compared at the coarser precision, where cutting off instead of rounding is accepted.
    """
    if one.yuan == other.yuan:
        return True
    fine, coarse = sorted((one, other), key=lambda amount: amount.step)
    if fine.step == coarse.step or coarse.step == 0:
        return False
    if abs(fine.yuan - coarse.yuan) * 2 <= coarse.step:
        return True
    # What was cut off is the true value, which the finer print only rounds.
    least = (abs(fine.yuan) - fine.step / 2).copy_sign(fine.yuan)
    return coarse.yuan in (_cut_off(fine.yuan, coarse.step), _cut_off(least, coarse.step))


def misprinted_unit(printed: Amount, right: Amount) -> Unit | None:
    """The other unit in which the printed digits show the right quantity, if there is one."""
    if not printed.unit.is_money:
        return None
    for unit in CONFUSED_UNITS:
        if unit is not printed.unit and same_quantity(printed.in_unit(unit), right):
            return unit
    return None


def _cut_off(yuan: Decimal, step: Decimal) -> Decimal:
    return (yuan / step).to_integral_value(ROUND_DOWN) * step


class Outcome(Enum):
    """How a difference between a total and its parts is to be judged."""

    EXACT = "exact"
    ROUNDING = "rounding"
    IMPROBABLE = "improbable"
    IMPOSSIBLE = "impossible"

    @property
    def holds(self) -> bool:
        """Whether honest rounding explains the difference."""
        return self in (Outcome.EXACT, Outcome.ROUNDING)


def judge_difference(difference: Decimal, amounts: Iterable[Amount]) -> Outcome:
    """Judge ``difference`` in 元 of a relation in which ``amounts`` take part.

    Within 3.3 standard deviations of the rounding errors it holds; beyond, but inside what true
    values could print like, it is improbable; outside it is impossible.
    """
    if difference == 0:
        return Outcome.EXACT
    steps = [amount.step for amount in amounts]
    limit = sum(steps, ZERO) / 2
    likely = _DEVIATIONS * (sum((step * step for step in steps), ZERO) / 12).sqrt()
    if abs(difference) > limit:
        return Outcome.IMPOSSIBLE
    return Outcome.ROUNDING if abs(difference) <= likely else Outcome.IMPROBABLE
