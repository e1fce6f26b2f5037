"""Tables that a page break has cut, joined where nothing but the page break is between.

A table without caption and header at the top of a page, with the columns of the table at the
bottom of the page before, goes on that one. Where the header or captions are repeated,
``continuation`` decides as for every other format.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import takewhile
from typing import TYPE_CHECKING

from budgetlint.document import Anchor, Cell, Position, Table, Text
from budgetlint.readers.continuation import fold
from budgetlint.readers.pdf_cells import RuledTable
from budgetlint.readers.spans import join

if TYPE_CHECKING:
    from collections.abc import Sequence

    from budgetlint.readers.pdf_cells import CellText
    from budgetlint.readers.pdf_grid import Region
    from budgetlint.readers.pdf_page import Item, PageLayout

_SAME_EDGE = 3.0
_TOP = 0.3
_FOOT = 0.08
_SLACK = 0.12


@dataclass
class Draft:
    """A cell that pieces of the table on later pages may still enlarge."""

    row: int
    col: int
    rowspan: int
    colspan: int
    parts: list[Text] = field(default_factory=list)
    is_full: bool = False
    inner: tuple[Table, ...] = ()

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(part.text for part in self.parts)

    def cell(self, place: Position) -> Cell:
        """The finished cell; an empty one has the place of its row."""
        text = join(self.parts, "") if self.parts else Text("", (Anchor(0, place),))
        return Cell(
            text.text, text.anchors, self.row, self.col, self.rowspan, self.colspan, self.inner
        )


class Piecewise:
    """A table in pieces, one for each page that it covers."""

    def __init__(self, table: RuledTable, page: PageLayout) -> None:
        self._table, self._page = table, page
        self._edges = _relative(table)
        self._drafts = _drafts(table, page, range(len(table.grid.xs)))
        self._rows = len(table.grid.ys) - 1
        self._places = [Position(page=page.number)] * self._rows

    def take(self, table: RuledTable, page: PageLayout) -> bool:
        """Add a table on the next page if it goes on this one; tell whether it does."""
        columns = _matching(self._edges, _relative(table))
        if columns is None or not self._may_break(table, page):
            return False
        drafts = _drafts(table, page, columns)
        if self._is_other(drafts):
            return False
        header = self._repeated(drafts)
        body = [draft for draft in drafts if draft.row >= header]
        last, first = self._row(self._rows - 1), [d for d in body if d.row == header]
        cut = self._is_cut(last, first, table, header)
        if cut:
            _continue_row(last, first)
            body = [draft for draft in body if draft.row > header]
        shift = self._rows - header - cut
        for draft in body:
            draft.row += shift
        self._drafts += body
        added = len(table.grid.ys) - 1 - header - cut
        self._rows += added
        self._places += [Position(page=page.number)] * added
        self._table, self._page = table, page
        return True

    def table(self) -> Table:
        """The whole table."""
        rows: list[list[Cell]] = [[] for _ in range(self._rows)]
        for draft in sorted(self._drafts, key=lambda draft: (draft.row, draft.col)):
            rows[draft.row].append(draft.cell(self._places[draft.row]))
        first = next((row[0].anchors[:1] for row in rows if row), ())
        return Table(tuple(map(tuple, rows)), first)

    def _row(self, row: int) -> list[Draft]:
        return [d for d in self._drafts if d.row <= row < d.row + d.rowspan]

    def _may_break(self, table: RuledTable, page: PageLayout) -> bool:
        """Whether the first row of the rest had no room on the page before."""
        before = self._page
        free = before.height * (1 - _FOOT) - self._table.bottom
        ys = table.grid.ys
        return (
            page.number == before.number + 1
            and table.top <= _TOP * page.height
            and free < (ys[1] - ys[0]) + _SLACK * before.height
        )

    def _is_other(self, drafts: Sequence[Draft]) -> bool:
        """Whether both tables have a title over their whole width, and not the same."""
        titles = [next((d for d in each if d.row == 0), None) for each in (self._drafts, drafts)]
        width = len(self._edges) - 1
        texts = [fold(d.text) for d in titles if d is not None and d.colspan == width and d.text]
        return len(texts) > 1 and texts[0] != texts[1]

    def _repeated(self, drafts: Sequence[Draft]) -> int:
        """How many rows at the top of a piece repeat the header of this table."""
        count = min(self._rows, max(d.row for d in drafts) + 1)
        same = list(
            takewhile(lambda row: _shape(self._drafts, row) == _shape(drafts, row), range(count))
        )
        words = [text for row in same for _, _, text in _shape(drafts, row)]
        names = any(word and not word.replace(".", "").isdigit() for word in words)
        return len(same) if names else 0

    def _is_cut(
        self, last: Sequence[Draft], first: Sequence[Draft], table: RuledTable, header: int
    ) -> bool:
        """Whether the page break goes through a row: no rule closes it, or a text that fills its
        cell breaks off and only what belongs to such texts follows."""
        if not all(any(d.col == other.col for other in last) for d in first):
            return False
        if self._table.grid.open_bottom and (table.grid.open_top or header):
            return True
        rest = [draft for draft in first if draft.text]
        ends = {draft.col: draft for draft in last if draft.text}
        return (
            bool(rest)
            and len(rest) < len(ends)
            and all(
                draft.col in ends and ends[draft.col].is_full and not _is_number(draft.text)
                for draft in rest
            )
        )


def _is_number(text: str) -> bool:
    return not any(char.isalpha() for char in text)


def _continue_row(last: Sequence[Draft], first: Sequence[Draft]) -> None:
    """Add the rest of a row that a page break has cut, cell by cell."""
    for draft in first:
        begun = next(other for other in last if other.col == draft.col)
        begun.parts += draft.parts
        begun.is_full = draft.is_full
        begun.inner += draft.inner


def _relative(table: RuledTable) -> list[float]:
    """The edges of the columns from the left one: even pages may be shifted against odd ones."""
    xs = table.grid.xs
    return [x - xs[0] for x in xs]


def _matching(edges: Sequence[float], others: Sequence[float]) -> list[int] | None:
    """For each of the other edges the number of the edge at its place; None where one has none.

    A piece may lack edges where all of its cells cover several columns.
    """
    if abs(edges[-1] - others[-1]) > _SAME_EDGE:
        return None
    columns = []
    for other in others:
        nearest = min(range(len(edges)), key=lambda n: abs(edges[n] - other))
        if abs(edges[nearest] - other) > _SAME_EDGE:
            return None
        columns.append(nearest)
    return columns


def _shape(drafts: Sequence[Draft], row: int) -> list[tuple[int, int, str]]:
    return sorted((d.col, d.colspan, fold(d.text)) for d in drafts if d.row == row)


def _drafts(table: RuledTable, page: PageLayout, columns: Sequence[int]) -> list[Draft]:
    return [
        _draft(region, text, _inner(table, n, page), page, columns)
        for n, (region, text) in enumerate(zip(table.grid.regions, table.texts, strict=True))
    ]


def _inner(table: RuledTable, cell: int, page: PageLayout) -> tuple[Table, ...]:
    return tuple(Piecewise(inner, page).table() for inner in table.inner.get(cell, ()))


def _draft(
    region: Region,
    text: CellText,
    inner: tuple[Table, ...],
    page: PageLayout,
    columns: Sequence[int],
) -> Draft:
    draft = Draft(
        region.top,
        columns[region.left],
        region.bottom - region.top,
        columns[region.right] - columns[region.left],
        is_full=text.is_full,
        inner=inner,
    )
    if text.bbox is not None:
        place = Position(page=page.number, bbox=page.shown(text.bbox))
        draft.parts.append(Text(text.text, (Anchor(0, place),)))
    return draft


def items_joined(pages: Sequence[PageLayout]) -> list[tuple[Item | Piecewise, PageLayout]]:
    """The items of all pages in order, tables that page breaks have cut as one each."""
    out: list[tuple[Item | Piecewise, PageLayout]] = []
    for page in pages:
        for item in page.items:
            if isinstance(item, RuledTable):
                last = out[-1][0] if out else None
                if isinstance(last, Piecewise) and last.take(item, page):
                    continue
                out.append((Piecewise(item, page), page))
            else:
                out.append((item, page))
    return out
