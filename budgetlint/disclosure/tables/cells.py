"""Facts from the cells of the standard tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.amount import Amount, Unit, is_nil, parse_number
from budgetlint.disclosure.facts import Context, Fact, Key
from budgetlint.fold import tidy
from budgetlint.lang import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure.tables.rows import Row
    from budgetlint.disclosure.tables.statements import Statement
    from budgetlint.taxonomy import ColumnSpec

LEAF_LENGTH = {"function": 7, "economic": 5}
_TOTALS = ("total", "current", "subtotal", "lines")


def concept_of(statement: Statement, key: str) -> str:
    """The concept of a row: a name of the taxonomy, or a code with its classification."""
    if statement.by_code and key != "total":
        named = statement.spec.rows.get("name") and key.isalpha()
        return f"{statement.spec.id}.{key}" if named else f"{statement.spec.rows['code']}:{key}"
    if key[:1].isdigit():
        return f"function:{key}"
    return f"{statement.spec.id}.{key}" if key == "total" else key


def _is_leaf(statement: Statement, key: str, column: str) -> bool:
    if key.rpartition(".")[2] in _TOTALS or column == "total":
        return False
    return not statement.by_code or len(key) == LEAF_LENGTH[statement.spec.rows["code"]]


def cell_facts(statement: Statement, unread: list[str]) -> Iterator[tuple[Key, Fact]]:
    """The facts of a statement, in the order of its cells; what is no number goes to ``unread``.

    A statement without a known unit is read in 万元, the unit the templates prescribe.
    """
    unit = statement.unit or Unit.WAN
    for row in statement.rows:
        for n, column in enumerate(statement.columns):
            if column is None or column.kind != "amount":
                continue
            key = row.keys.get(column.of or "code", "")
            if not key:
                continue
            yield (
                (statement.spec.id, key, column.role),
                _fact(statement, row, column, n, key, unit, unread),
            )


def _fact(
    statement: Statement, row: Row, column: ColumnSpec, n: int, key: str, unit: Unit,
    unread: list[str],
) -> Fact:  # fmt: skip
    cell = row.cells.get(column.role)
    text = cell.text if cell else ""
    number = parse_number(text)
    if number is None and not is_nil(text):
        unread.append(
            say(
                "《{title}》第{row}行“{column}”列的“{text}”不是数字",
                title=statement.title,
                row=row.number,
                column=column.title,
                text=tidy(text),
            )
        )
    return Fact(
        concept=concept_of(statement, key),
        context=Context(
            statement.part, statement=statement.spec.id, column=column.role, measure=column.measure
        ),
        value=Amount(number[0], unit, number[1]) if number else None,
        text=tidy(text),
        location=statement.location(row, column),
        order=(statement.block, row.number, n),
        leaf=_is_leaf(statement, key, column.role),
    )
