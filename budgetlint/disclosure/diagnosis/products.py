"""Products: price × quantity = amount, held against what printed prices can stand for."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from budgetlint.disclosure.amount import Amount, Outcome
from budgetlint.disclosure.diagnosis.relations import Kind, Relation, counted, value_of

if TYPE_CHECKING:
    from budgetlint.disclosure.diagnosis.relations import Values
    from budgetlint.disclosure.facts import Fact

_FINER = 2
"""A price may need so many more decimals than another one of its column."""


@dataclass(frozen=True, eq=False)
class Product(Relation):
    """``total`` = the one part × the other: a price in money and a quantity without unit."""

    @property
    def price(self) -> Fact:
        """What one piece costs."""
        return self.parts[0]

    @property
    def quantity(self) -> Fact:
        """How many there are."""
        return self.parts[1]

    def judge(self, values: Values) -> Outcome:
        """Whether true amounts that print like price and total can give this product."""
        total, price = value_of(self.total, values), value_of(self.price, values)
        difference = abs(counted(total) - self.product(values))
        if difference == 0:
            return Outcome.EXACT
        slack = _step(price) * abs(counted(value_of(self.quantity, values))) + _step(total)
        return Outcome.ROUNDING if difference * 2 <= slack else Outcome.IMPOSSIBLE

    def product(self, values: Values) -> Decimal:
        """Price × quantity in 元."""
        return counted(value_of(self.price, values)) * counted(value_of(self.quantity, values))

    def required(self, fact: Fact, values: Values) -> Decimal | None:
        """The amount; of price and quantity the quotient, if it can be printed like the rest."""
        if fact is self.total:
            return self.product(values)
        other = self.quantity if fact is self.price else self.price
        divisor, printed = counted(value_of(other, values)), value_of(fact, values)
        if divisor == 0 or printed is None:
            return None
        quotient = counted(value_of(self.total, values)) / divisor
        finer = _FINER if fact is self.price else 0
        for decimals in range(printed.decimals, printed.decimals + finer + 1):
            step = printed.unit.yuan.scaleb(-decimals)
            value = (quotient / step).quantize(Decimal(1), ROUND_HALF_UP) * step
            trial = Amount(value / printed.unit.yuan, printed.unit, decimals)
            if value and self.judge({**values, fact: trial}).holds:
                return value
        return None


def product(total: Fact, price: Fact, quantity: Fact, severity: str = "error") -> Product:
    """The relation between an amount, a price and a quantity."""
    return Product(Kind.PRODUCT, total, (price, quantity), severity)


def _step(amount: Amount | None) -> Decimal:
    return amount.step if amount else Decimal(0)
