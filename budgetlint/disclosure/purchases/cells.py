"""Facts from the cells of procurement and asset tables: amounts, prices, quantities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.amount import Amount, Unit, is_nil, parse_number
from budgetlint.disclosure.facts import Context, Fact, Key
from budgetlint.disclosure.tables.cells import not_a_number
from budgetlint.fold import fold, tidy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure.purchases.tables import PurchaseStatement
    from budgetlint.disclosure.tables.rows import Row
    from budgetlint.taxonomy import ColumnSpec

_NUMBERS = ("amount", "count")


def purchase_facts(statement: PurchaseStatement, unread: list[str]) -> Iterator[tuple[Key, Fact]]:
    """The facts of a table, in the order of its cells; what is no number goes to ``unread``."""
    for row in statement.rows:
        for n, column in enumerate(statement.columns):
            if column is not None and column.kind in _NUMBERS:
                fact = _fact(statement, row, column, n, unread)
                yield (statement.spec.id, row.code, column.role), fact


def _fact(
    statement: PurchaseStatement, row: Row, column: ColumnSpec, n: int, unread: list[str]
) -> Fact:
    cell = row.cells.get(column.role)
    text = cell.text if cell else ""
    number = parse_number(text)
    if number is None and not is_nil(text) and not fold(text).endswith("%"):
        unread.append(not_a_number(statement, row, column, text))
    unit = statement.unit_of(column.role) if column.kind == "amount" else Unit.NUMBER
    return Fact(
        concept=f"{statement.spec.id}.{column.role}",
        context=Context(statement.part, statement=statement.spec.id, column=column.role),
        value=Amount(number[0], unit, number[1]) if number else None,
        text=tidy(text),
        location=statement.location(row, column),
        order=(statement.block, row.number, n),
        leaf=row.code != "total" and not row.is_subtotal and column.role != "total",
    )
