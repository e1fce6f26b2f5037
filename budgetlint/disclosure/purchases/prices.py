"""The unit of prices where it is not said: the amounts tell whether 单价 is in 元 or in 万元."""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.amount import Amount, Unit, parse_number

if TYPE_CHECKING:
    from decimal import Decimal

    from budgetlint.disclosure.purchases.tables import PurchaseStatement
    from budgetlint.disclosure.tables.rows import Row

_OTHER = {Unit.WAN: Unit.YUAN, Unit.YUAN: Unit.WAN}


def settle_price_unit(statement: PurchaseStatement) -> None:
    """Read the prices in the other unit where all lines are right in that one and none as printed.

    What the header of the column says is not doubted.
    """
    unit = statement.unit_of("price")
    other = _OTHER.get(unit)
    if "price" in statement.units or other is None or not statement.has("price"):
        return
    lines = [line for row in statement.rows if (line := _line(statement, row))]
    wrong = not any(_holds(*line, unit) for line in lines)
    if lines and wrong and all(_holds(*line, other) for line in lines):
        statement.units["price"] = statement.price_unit = other


def _line(statement: PurchaseStatement, row: Row) -> tuple[Amount, Decimal, Amount] | None:
    """Price, quantity and amount of a row, if it has all three."""
    found = [
        parse_number(cell.text) if (cell := row.cells.get(role)) else None
        for role in ("price", "quantity", "total")
    ]
    price, quantity, total = found
    if not price or not quantity or not total or not price[0] or not quantity[0]:
        return None
    return (
        Amount(price[0], statement.unit_of("price"), price[1]),
        quantity[0],
        Amount(total[0], statement.unit_of("total"), total[1]),
    )


def _holds(price: Amount, quantity: Decimal, total: Amount, unit: Unit) -> bool:
    """Whether price × quantity is the amount, within half of the last digits, in a unit."""
    price = price.in_unit(unit)
    slack = (price.step * abs(quantity) + total.step) / 2
    return abs(price.yuan * quantity - total.yuan) <= slack
