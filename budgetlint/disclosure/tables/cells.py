"""Facts from the cells of the standard tables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from budgetlint.disclosure.amount import (
    MONEY_UNITS,
    NUMBER,
    Amount,
    Unit,
    amount_printed,
    is_nil,
    parse_number,
)
from budgetlint.disclosure.facts import Context, Fact, Key
from budgetlint.disclosure.misprints import misprint_of
from budgetlint.fold import fold, tidy
from budgetlint.lang import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure.tables.rows import Row
    from budgetlint.disclosure.tables.statements import Statement
    from budgetlint.taxonomy import ColumnSpec

LEAF_LENGTH = {"function": 7, "economic": 5}
_WITH_UNIT = re.compile(f"(?P<number>[-+−]?{NUMBER})(?P<unit>{MONEY_UNITS})")
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


def cell_amount(text: str, unit: Unit) -> Amount | None:
    """The amount printed, or meant, in a cell of a table in ``unit``; None where there is none.

    A unit of its own (12.5万元) counts more than that of the table.
    """
    folded = fold(text).lstrip("¥")
    if own := _WITH_UNIT.fullmatch(folded):
        return amount_printed(own["number"], Unit(own["unit"]))
    misprint = misprint_of(folded)
    number = parse_number(misprint.meant or "" if misprint else folded)
    return Amount(number[0], unit, number[1]) if number else None


def not_a_number(statement: Statement, row: Row, column: ColumnSpec, text: str) -> str:
    """What the coverage says of a cell that should hold a number."""
    return say(
        "《{title}》第{row}行“{column}”列的“{text}”不是数字",
        title=statement.title,
        row=row.number,
        column=column.title,
        text=tidy(text),
    )


def cell_facts(statement: Statement, unread: list[str]) -> Iterator[tuple[Key, Fact]]:
    """The facts of a statement, in the order of its cells; what is no number goes to ``unread``.

    A statement without a known unit is read in 万元, the unit the templates prescribe.
    """
    for row in statement.rows:
        for n, column in enumerate(statement.columns):
            if column is None or column.kind not in ("amount", "percent"):
                continue
            key = row.keys.get(column.of or "code", "")
            if not key:
                continue
            yield (
                (statement.spec.id, key, column.role),
                _fact(statement, row, column, n, key, unread),
            )


def _fact(
    statement: Statement, row: Row, column: ColumnSpec, n: int, key: str, unread: list[str]
) -> Fact:
    cell = row.cells.get(column.role)
    text = cell.text if cell else ""
    rate = column.kind == "percent"
    unit = Unit.PERCENT if rate else statement.unit or Unit.WAN
    printed = text.rstrip().rstrip("%％") if rate else text
    misprint = misprint_of(fold(printed))
    value = cell_amount(printed, unit)
    unreadable = value is None and not is_nil(text)
    if unreadable:
        unread.append(not_a_number(statement, row, column, text))
    return Fact(
        concept=concept_of(statement, key),
        context=Context(
            statement.part, kind="rate" if rate else "level",
            statement=statement.spec.id, column=column.role, measure=column.measure,
        ),
        value=value,
        text=tidy(text),
        location=statement.location(row, column),
        order=(statement.block, row.number, n),
        leaf=_is_leaf(statement, key, column.role),
        misprinted=misprint is not None and value is not None,
        unreadable=unreadable,
    )  # fmt: skip
