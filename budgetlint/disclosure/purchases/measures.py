"""Whether the measure of an item can count it."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from budgetlint.disclosure.amount import parse_number
from budgetlint.fold import fold
from budgetlint.taxonomy.purchases import purchases

if TYPE_CHECKING:
    from budgetlint.disclosure.purchases.items import Item


class MeasureFault(Enum):
    """A unit of money counts nothing; a whole thing is not bought in fractions."""

    MONEY = "money"
    FRACTION = "fraction"


def measure_fault(item: Item) -> MeasureFault | None:
    """What is wrong with the measure of an item, if anything."""
    measure, words = fold(item.text("measure")), purchases().words
    if words["money_measures"].fullmatch(measure):
        return MeasureFault.MONEY
    number = parse_number(item.text("quantity"))
    if number and number[0] % 1 and words["whole_measures"].fullmatch(measure):
        return MeasureFault.FRACTION
    return None
