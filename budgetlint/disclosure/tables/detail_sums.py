"""What the projects below an item of a table come to, where the table lists them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from budgetlint.disclosure.amount import ZERO, is_nil
from budgetlint.disclosure.diagnosis.relations import Kind, Relation, judge
from budgetlint.disclosure.facts import Context, Fact
from budgetlint.disclosure.tables.cells import cell_amount

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure.tables.rows import Row
    from budgetlint.disclosure.tables.statements import Statement
    from budgetlint.taxonomy import ColumnSpec

_PROJECTS = ("project", "total")
"""The column that projects fill; in tables without one, the total."""


@dataclass(frozen=True, slots=True)
class DetailSum:
    """An item's amount, and those of the rows that detail it."""

    item: Row
    total: Fact
    parts: tuple[Fact, ...]

    @property
    def holds(self) -> bool:
        """Whether the rows add up to the item, as far as rounding lets one tell."""
        return judge(Relation(Kind.HIERARCHY, self.total, self.parts)).holds


def detail_sums(statement: Statement) -> list[DetailSum]:
    """Every item of a table with the rows that detail it, where at least half of them add up.

    With fewer, the rows below are something else than all that the item is made of.
    """
    roles = {column.role: column for column in statement.columns if column}
    column = next((roles[role] for role in _PROJECTS if role in roles), None)
    if column is None or statement.unit is None:
        return []
    sums = list(_sums(statement, column))
    return sums if 2 * sum(each.holds for each in sums) >= len(sums) else []


def _sums(statement: Statement, column: ColumnSpec) -> Iterator[DetailSum]:
    item: Row | None = None
    details: list[Row] = []
    for row in (*statement.rows, None):
        if row is not None and row.is_detail:
            details.append(row)
            continue
        if item is not None and details:
            yield from _sum(statement, column, item, details)
        item, details = row, []


def _sum(
    statement: Statement, column: ColumnSpec, item: Row, details: list[Row]
) -> Iterator[DetailSum]:
    total, *parts = (_fact(statement, row, column) for row in (item, *details))
    amounts = [part for part in parts if part.value is not None]
    if total.value is not None and any(part.value.value != ZERO for part in amounts if part.value):
        yield DetailSum(item, total, tuple(amounts))


def _fact(statement: Statement, row: Row, column: ColumnSpec) -> Fact:
    cell = row.cells.get(column.role)
    text = cell.text if cell else ""
    unit = statement.unit
    value = cell_amount(text, unit) if unit and not is_nil(text) else None
    return Fact(
        concept=f"{statement.spec.id}.{column.role}",
        context=Context(statement.part, statement=statement.spec.id, column=column.role),
        value=value,
        text=text,
        location=statement.location(row, column),
    )
