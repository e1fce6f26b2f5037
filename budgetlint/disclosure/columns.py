"""Columns: from the header rows of a printed table to the roles of the template.

Where merged cells are known (Word) the label of a column is the lowest header cell over it. In
plain text a header row may hold fewer cells than the table has columns; there the lowest row
gives the labels, and its blanks are filled from the row above, one for each.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from budgetlint.disclosure.fold import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from budgetlint.document import Cell, Table
    from budgetlint.taxonomy import ColumnSpec, StatementSpec

_SCALE_WORDS = ("栏次", "档次")
_LONGEST_HEAD = 8
_LABELS_OF_A_TABLE = 2
_CAPTION_WORDS = ("预算年度", "单位:", "金额单位", "截止时间", "截至时间")


@dataclass(frozen=True, slots=True)
class Layout:
    """Which rows of a table are caption and header, and where its data begin."""

    caption: range
    header: range
    data: int
    width: int


def row_texts(table: Table, row: int) -> list[str]:
    """The folded texts of the cells that begin in a row."""
    return [fold(cell.text) for cell in table.rows[row]]


def _is_scale(texts: Sequence[str]) -> bool:
    """Whether this is the 栏次 row: 1, 2, 3, … after a word, after nothing, or bare."""
    filled = [text for text in texts if text]
    worded = bool(filled) and filled[0] in _SCALE_WORDS
    numbers = filled[1:] if worded else filled
    counted = [str(n) for n in range(1, len(numbers) + 1)]
    return numbers == counted and len(numbers) >= (2 if worded or not texts[0] else 3)


def _is_caption(texts: Sequence[str]) -> bool:
    filled = [text for text in texts if text]
    return any(word in text for text in filled for word in _CAPTION_WORDS) or len(filled) <= 1


def find_layout(table: Table, spec: StatementSpec) -> Layout:
    """Caption, header and data rows of a standard table."""
    texts = [row_texts(table, r) for r in range(len(table.rows))]
    scale = next((r for r, row in enumerate(texts) if _is_scale(row)), None)
    if scale is not None:
        data = scale + 1
        width = len(table.rows[scale]) if not table.spans_known else table.width
    else:
        data = _first_data_row(texts, spec)
        width = table.width
    header_end = scale if scale is not None else data
    start = 0
    while start < header_end and _is_caption(texts[start]) and not _has_label(texts[start], spec):
        start += 1
    return Layout(range(start), range(start, header_end), data, width)


def resembles(table: Table, spec: StatementSpec) -> bool:
    """Whether a table may be this standard table: by its labels, or by its 栏次 row."""
    head = [row_texts(table, r) for r in range(min(len(table.rows), _LONGEST_HEAD))]
    words = {text for row in head for text in row if text}
    named = [c for c in spec.columns if any(c.pattern.fullmatch(word) for word in words)]
    counted = any(_is_scale(row) and len(row) == len(spec.columns) for row in head)
    return len(named) >= _LABELS_OF_A_TABLE or counted


def _has_label(texts: Sequence[str], spec: StatementSpec) -> bool:
    return any(text and column.pattern.fullmatch(text) for text in texts for column in spec.columns)


def _first_data_row(texts: Sequence[Sequence[str]], spec: StatementSpec) -> int:
    """Without a 栏次 row the data begin after the last row that holds a column label."""
    labelled = [r for r, row in enumerate(texts[:_LONGEST_HEAD]) if sum(_labels_in(row, spec)) >= 2]
    return labelled[-1] + 1 if labelled else 0


def _labels_in(texts: Sequence[str], spec: StatementSpec) -> list[bool]:
    return [any(c.pattern.fullmatch(text) for c in spec.columns) for text in texts if text]


def column_labels(table: Table, layout: Layout) -> list[str]:
    """The folded header label of each column, "" where there is none."""
    if table.spans_known:
        return [_label_over(table, layout, col) for col in range(layout.width)]
    labels = [""] * layout.width
    for row in reversed(layout.header):
        texts = row_texts(table, row)
        if len(texts) >= layout.width:
            fill = texts[: layout.width]
            labels = [label or above for label, above in zip(labels, fill, strict=True)]
        else:
            labels = _fill_blanks(labels, texts)
    return labels


def _label_over(table: Table, layout: Layout, col: int) -> str:
    for row in reversed(layout.header):
        cell = table.grid[row][col]
        if cell is not None and (text := fold(cell.text)):
            return text
    return ""


def _fill_blanks(labels: list[str], above: Sequence[str]) -> list[str]:
    """Give each blank column the label above it, counting a run of filled columns as one."""
    runs = [(bool(label), list(group)) for label, group in groupby(labels, key=bool)]
    places = sum(1 if filled else len(group) for filled, group in runs)
    words = [text for text in above if text]
    if places > len(words):
        return labels
    surplus = len(words) - places
    result: list[str] = []
    for filled, group in runs:
        if filled:
            result += group
            del words[: 1 + surplus]
            surplus = 0
        else:
            result += words[: len(group)]
            del words[: len(group)]
    return result


def assign_roles(labels: Sequence[str], spec: StatementSpec) -> list[ColumnSpec | None]:
    """The template column of each printed column; None where it is none of the template's.

    Labels are matched in order, as many as possible. Where a label is unreadable but the number
    of columns is the template's, the place decides.
    """
    matched = _align(labels, spec.columns)
    if len(labels) == len(spec.columns):
        taken = {id(column) for column in matched if column}
        return [
            found or (None if id(by_place) in taken else by_place)
            for found, by_place in zip(matched, spec.columns, strict=True)
        ]
    return matched


def _align(labels: Sequence[str], columns: Sequence[ColumnSpec]) -> list[ColumnSpec | None]:
    """The longest common subsequence of labels and template columns."""
    rows, cols = len(labels), len(columns)
    best = [[0] * (cols + 1) for _ in range(rows + 1)]
    fits = [[bool(lb) and bool(c.pattern.fullmatch(lb)) for c in columns] for lb in labels]
    for i in reversed(range(rows)):
        for j in reversed(range(cols)):
            best[i][j] = max(
                best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + 1 if fits[i][j] else 0
            )
    result: list[ColumnSpec | None] = [None] * rows
    i = j = 0
    while i < rows and j < cols:
        if fits[i][j] and best[i][j] == best[i + 1][j + 1] + 1:
            result[i] = columns[j]
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            i += 1
        else:
            j += 1
    return result


def cells_by_column(table: Table, row: int, width: int) -> list[Cell | None]:
    """The cells of a data row by column; None where the row has none."""
    if table.spans_known:
        line = list(table.grid[row])
        return [cell if cell and cell.row == row else None for cell in line]
    cells: list[Cell | None] = list(table.rows[row][:width])
    return cells + [None] * (width - len(cells))
