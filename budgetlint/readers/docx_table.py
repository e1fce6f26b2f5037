"""The true grid of a Word table: merged cells, wrapped rows and cells, tracked deletions."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from budgetlint.document import Anchor, Cell, Position, Table, Text
from budgetlint.readers.docx_xml import ALTERNATE, SDT, SDT_CONTENT, VAL, W, chosen, integer, value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.etree import _Element as Element

ROW = W + "tr"
CELL = W + "tc"
_ROW_PROPERTIES = W + "trPr"
_CELL_PROPERTIES = W + "tcPr"
_MAX_SPAN = 256
"""Word itself allows 63 columns."""
MAX_AREA = 4_000_000
"""Rows times columns; Word itself allows half of it."""
_WRAPPERS = {W + "customXml", W + "ins", W + "moveTo"}
_GONE = {W + "del", W + "moveFrom"}


@dataclass(slots=True)
class Draft:
    """A cell while the rows below may still enlarge it."""

    row: int
    col: int
    colspan: int
    place: Position
    rowspan: int = 1
    text: Text = field(default_factory=lambda: Text(""))
    tables: tuple[Table, ...] = ()

    def cell(self) -> Cell:
        """The finished cell; an empty one still has its place."""
        anchors = self.text.anchors or (Anchor(0, self.place),)
        return Cell(
            self.text.text, anchors, self.row, self.col, self.rowspan, self.colspan, self.tables
        )


class Grid:
    """Places the cells of a table, row by row, each in constant time."""

    def __init__(self) -> None:
        self._rows: list[list[Draft]] = []
        self._open: dict[int, Draft] = {}
        self._next_open: dict[int, Draft] = {}
        self._col = 0
        self._width = 0

    @property
    def rows(self) -> int:
        """The number of rows so far."""
        return len(self._rows)

    @property
    def next_col(self) -> int:
        """The 0-based column at which the next cell begins."""
        return self._col

    @property
    def too_large(self) -> bool:
        """Whether the grid would be larger than any that Word can hold."""
        return self._width * len(self._rows) > MAX_AREA

    def start_row(self, row: Element) -> None:
        """Begin the next row."""
        self._open, self._next_open = self._next_open, {}
        self._rows.append([])
        before = integer(value(row.find(_ROW_PROPERTIES), W + "gridBefore"), 0) or 0
        self._col = min(max(before, 0), _MAX_SPAN)

    def place(self, cell: Element, place: Position) -> Draft | None:
        """Place a cell; None where it only continues one above it or to its left."""
        properties = cell.find(_CELL_PROPERTIES)
        span = integer(value(properties, W + "gridSpan"), 1) or 1
        span = min(max(span, 1), _MAX_SPAN)
        col = self._col
        self._col += span
        self._width = max(self._width, self._col)
        row = self._rows[-1]
        if _continues(properties, "hMerge") and row and row[-1].col + row[-1].colspan == col:
            row[-1].colspan += span
            return None
        merges = None if properties is None else properties.find(W + "vMerge")
        if merges is not None and _continues(properties, "vMerge"):
            origin = self._open.get(col)
            if origin is not None and origin.colspan == span:
                origin.rowspan += 1
                self._next_open[col] = origin
                return None
        draft = Draft(self.rows - 1, col, span, place)
        row.append(draft)
        if merges is not None:
            self._next_open[col] = draft
        return draft

    def table(self) -> Table:
        """The finished table."""
        rows = tuple(tuple(draft.cell() for draft in row) for row in self._rows)
        first = next((row[0].anchors[:1] for row in rows if row), ())
        return Table(rows, first)


def _continues(properties: Element | None, name: str) -> bool:
    found = None if properties is None else properties.find(W + name)
    return found is not None and found.get(VAL, "continue") != "restart"


def rows(table: Element, dropped: Callable[[Element], None]) -> Iterator[Element]:
    """The rows of the accepted view; ``dropped`` is told of each that is deleted."""
    for row in _unwrapped(table, ROW, dropped):
        properties = row.find(_ROW_PROPERTIES)
        if properties is not None and properties.find(W + "del") is not None:
            dropped(row)
        else:
            yield row


def cells(row: Element, dropped: Callable[[Element], None]) -> Iterator[Element]:
    """The cells of the accepted view; ``dropped`` is told of each that is deleted."""
    for cell in _unwrapped(row, CELL, dropped):
        properties = cell.find(_CELL_PROPERTIES)
        if properties is not None and properties.find(W + "cellDel") is not None:
            dropped(cell)
        else:
            yield cell


def _unwrapped(
    parent: Element, wanted: str, dropped: Callable[[Element], None]
) -> Iterator[Element]:
    for child in parent:
        inner: Element | None = None
        if child.tag == wanted:
            yield child
        elif child.tag == SDT:
            inner = child.find(SDT_CONTENT)
        elif child.tag == ALTERNATE:
            inner = chosen(child)
        elif child.tag in _WRAPPERS:
            inner = child
        elif child.tag in _GONE:
            dropped(child)
        if inner is not None:
            yield from _unwrapped(inner, wanted, dropped)
