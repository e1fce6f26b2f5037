"""The columns of procurement and asset tables, whatever their order and the nesting of headers."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from budgetlint.disclosure.amount import MONEY_UNITS, Unit, parse_number
from budgetlint.disclosure.tables.columns import headings, is_scale, row_texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from budgetlint.disclosure.tables.columns import Layout
    from budgetlint.document import Table
    from budgetlint.taxonomy import ColumnSpec, StatementSpec

_UNIT = re.compile(rf"\((?:金额)?(?:单位[:,]?)?({MONEY_UNITS})\)$")


def unit_in(label: str) -> Unit | None:
    """The unit of money at the end of a header label: 单价(元), 价值(单位:万元)."""
    match = _UNIT.search(label)
    return Unit(match[1]) if match else None


def find_roles(
    table: Table, layout: Layout, spec: StatementSpec
) -> tuple[list[ColumnSpec | None], dict[str, Unit]]:
    """What each printed column is, and by role the units of money that headers name themselves.

    Of several columns that could be the same, the first one is.
    """
    units: dict[str, Unit] = {}
    taken: set[str] = set()
    found: list[ColumnSpec | None] = []
    for texts in _headings(table, layout):
        column, label = _role(texts, spec, taken)
        found.append(column and column.printed_as(label))
        if column:
            taken.add(column.role)
            unit = next(filter(None, map(unit_in, texts)), None)
            units |= {column.role: unit} if unit else {}
    return found, units


def _role(
    texts: Sequence[str], spec: StatementSpec, taken: Iterable[str]
) -> tuple[ColumnSpec | None, str]:
    """The column that the lowest fitting heading names; ``texts`` begin with the lowest."""
    for n, text in enumerate(texts):
        label, above = _UNIT.sub("", text), texts[n + 1 :]
        for column in spec.columns:
            fits = column.pattern.fullmatch(label) and column.role not in taken
            if fits and not (column.under and not all(map(column.under.fullmatch, above))):
                return column, label
    return None, ""


def _headings(table: Table, layout: Layout) -> list[list[str]]:
    """The header texts over each column, the lowest first."""
    if table.spans_known:
        return headings(table, layout)
    rows = [row for r in layout.header if any(row := row_texts(table, r)) and not is_scale(row)]
    return spread_headings(rows, layout.width)


def spread_headings(rows: Sequence[Sequence[str]], width: int) -> list[list[str]]:
    """The header texts over each column of a table whose merged cells are not known.

    A row with fewer cells than the row below it has one for each group of labels there and one
    for each blank; a row as wide as the table keeps its places, and a heading there reaches over
    the blanks to its right as far as the row below has labels.
    """
    over: list[list[str]] = [[] for _ in range(width)]
    below = [""] * width
    for row in reversed(rows):
        labels = _placed(row, below) if len(row) >= width else _unpacked(row, below)
        if labels is None:
            continue
        for texts, label in zip(over, labels, strict=True):
            if label and not parse_number(label):
                texts.append(label)
        below = labels
    return over


def _placed(row: Sequence[str], below: Sequence[str]) -> list[str]:
    labels: list[str] = []
    for n, text in enumerate(row[: len(below)]):
        reaches = n > 0 and not text and below[n] and below[n - 1]
        labels.append(labels[-1] if reaches else text)
    return labels


def _unpacked(row: Sequence[str], below: Sequence[str]) -> list[str] | None:
    """The texts of a packed row over the columns; None where their places cannot be told."""
    runs = [(filled, len(list(group))) for filled, group in groupby(below, key=bool)]
    places = [length for filled, size in runs for length in ([size] if filled else [1] * size)]
    if len(places) != len(row):
        return None
    return [text for text, size in zip(row, places, strict=True) for _ in range(size)]
