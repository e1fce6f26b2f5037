"""Tables that a page break has cut, joined where nothing but the page break is between.

A table without caption and header at the top of a page, with the columns of the table at the
bottom of the page before, goes on that one. Where the header or captions are repeated,
``continuation`` decides as for every other format.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import TYPE_CHECKING

from budgetlint.document import Anchor, Cell, Position, Table, Text
from budgetlint.readers.continuation import caption_words, fold
from budgetlint.readers.pdf_lines import Line
from budgetlint.readers.spans import join

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from budgetlint.readers.pdf_cells import CellText, RuledTable
    from budgetlint.readers.pdf_grid import Grid
    from budgetlint.readers.pdf_page import PageLayout

_SAME_EDGE = 3.0
_TOP = 0.3
_FOOT = 0.08
_SLACK = 0.12
_CAPTIONS = 4
_FEW_ROWS = 4
"""Rows at the foot of a page that may all be merged across columns which only the rest shows."""


@dataclass
class Draft:
    """A cell that pieces of the table on later pages may still enlarge.

    ``first`` and ``room`` are those of its text; ``opens`` and ``closes`` tell that there is a
    rule above and below it.
    """

    row: int
    col: int
    rowspan: int
    colspan: int
    parts: list[Text] = field(default_factory=list)
    first: float = 0.0
    room: float = 0.0
    opens: bool = True
    closes: bool = True
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

    def __init__(self, table: RuledTable, page: PageLayout, captions: Iterable[Line] = ()) -> None:
        self._captions = {"", *(caption_words(line.text) for line in captions)}
        self._table, self._page = table, page
        self._edges = _relative(table)
        self._drafts = _drafts(table, page, range(len(table.grid.xs)))
        self._rows = len(table.grid.ys) - 1
        self._places = [Position(page=page.number)] * self._rows

    def take(self, table: RuledTable, page: PageLayout) -> bool:
        """Add a table on the next page if it goes on this one; tell whether it does."""
        edges = _relative(table)
        columns = _matching(self._edges, edges)
        if columns is None and self._rows <= _FEW_ROWS and self._may_break(table, page):
            return self._refine(edges) and self.take(table, page)
        if columns is None or not self._may_break(table, page):
            return False
        drafts = _drafts(table, page, columns)
        header = self._repeated(drafts)
        if not header and self._is_other(drafts):
            return False
        body = [draft for draft in drafts if draft.row >= header]
        last, first = self._row(self._rows - 1), [d for d in body if d.row == header]
        goes_on = [d for d in first if (header or not d.opens) and _ends_open(last, d)]
        cut = len(goes_on) == len(first) > 0 or self._breaks_off(last, first, drafts)
        for draft in first if cut else goes_on:
            _continue(last, draft, row_is_cut=cut)
            body.remove(draft)
        shift = self._rows - header - cut
        for draft in body:
            draft.row += shift
        self._drafts += body
        added = len(table.grid.ys) - 1 - header - cut
        self._rows += added
        self._places += [Position(page=page.number)] * added
        self._table, self._page = table, page
        return True

    def _refine(self, edges: Sequence[float]) -> bool:
        """Take over the columns of the rest, where the few rows so far are merged across some."""
        columns = _matching(edges, self._edges)
        if columns is None:
            return False
        for draft in self._drafts:
            left, right = columns[draft.col], columns[draft.col + draft.colspan]
            draft.col, draft.colspan = left, right - left
        self._edges = [*edges]
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

    def repeats(self, line: Line) -> bool:
        """Whether a line says again what stands above this table, or that it goes on."""
        return caption_words(line.text) in self._captions

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
        """Whether a table begins as this one does, and not with the same words: it is another
        form of the same kind, or has another title in its first row."""
        own, others = _shape(self._drafts, 0), _shape(drafts, 0)
        if own == others or [cell[:2] for cell in own] != [cell[:2] for cell in others]:
            return False
        label, other = own[0][2], others[0][2]
        alike = label == other and any(map(str.isalpha, label))
        return alike or (len(own) == 1 and bool(label and other))

    def _repeated(self, drafts: Sequence[Draft]) -> int:
        """How many rows at the top of a piece repeat the header of this table."""
        count = min(self._rows, max(d.row for d in drafts) + 1)
        own: dict[int, Counter[str]] = defaultdict(Counter)
        others: dict[int, Counter[str]] = defaultdict(Counter)
        same = 0
        for row in range(count):
            pairs = list(zip_longest(_shape(self._drafts, row), _shape(drafts, row)))
            if not all(one and other and _may_say_the_same(one, other) for one, other in pairs):
                break
            for (col, _, text), (_, _, repeated) in pairs:
                own[col].update(text)
                others[col].update(repeated)
            if _says_again(own, others):
                same = row + 1
        words = [text for row in range(same) for _, _, text in _shape(self._drafts, row)]
        names = any(word and not word.replace(".", "").isdigit() for word in words)
        return same if names else 0

    def _breaks_off(
        self, last: Sequence[Draft], first: Sequence[Draft], drafts: Sequence[Draft]
    ) -> bool:
        """Whether a row goes on although a rule closes it: of some of its cells the text fills
        the width, and nothing follows but more of such texts."""
        rest = [draft for draft in first if draft.text]
        ends = {draft.col: draft for draft in last if draft.text}
        return (
            bool(rest)
            and len(rest) < len(ends)
            and all(any(d.col == other.col for other in last) for d in first)
            and all(
                draft.col in ends
                and ends[draft.col].room < draft.first
                and (not _is_number(draft.text) or self._is_rest(ends[draft.col], draft, drafts))
                for draft in rest
            )
        )

    def _is_rest(self, begun: Draft, draft: Draft, drafts: Sequence[Draft]) -> bool:
        """Whether a number that goes on is such a one as others of its column."""
        others = (
            d.text
            for d in (*self._drafts, *drafts)
            if d.col == begun.col and d is not begun and d is not draft
        )
        return _form(begun.text + draft.text) in map(_form, filter(_is_number, others))


def _says_again(own: dict[int, Counter[str]], others: dict[int, Counter[str]]) -> bool:
    """Whether the columns of a header say the same; in one of them the end may be lost that had
    no room in its cell."""
    differing = [col for col in own if own[col] != others[col]]
    return not differing or (
        len(differing) == 1 < len(own) - 1 and others[differing[0]] < own[differing[0]]
    )


def _is_number(text: str) -> bool:
    return not any(char.isalpha() for char in text)


def _form(number: str) -> tuple[bool, int]:
    """Whether a number has decimals, and how many; of another one how many digits it has."""
    whole, point, decimals = number.partition(".")
    return bool(point), len(decimals if point else whole)


def _may_say_the_same(one: tuple[int, int, str], other: tuple[int, int, str]) -> bool:
    """Whether header cells differ in no more than words that run over into the row below: what
    characters stand in a column counts, not in which of its rows."""
    return one[:2] == other[:2] and (one[2] == other[2] or any(map(str.isalpha, one[2] + other[2])))


def _ends_open(last: Sequence[Draft], draft: Draft) -> bool:
    """Whether there is no rule below the cell that stands over another one at the page break."""
    return any(
        other.col == draft.col and other.colspan == draft.colspan and not other.closes
        for other in last
    )


def _continue(last: Sequence[Draft], draft: Draft, *, row_is_cut: bool) -> None:
    """Add to a cell what stands of it on the next page."""
    begun = next(other for other in last if other.col == draft.col)
    begun.parts += draft.parts
    begun.rowspan += draft.rowspan - row_is_cut
    begun.room, begun.closes = draft.room, draft.closes
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
        _draft(table.grid, n, text, _inner(table, n, page), page, columns)
        for n, text in enumerate(table.texts)
    ]


def _inner(table: RuledTable, cell: int, page: PageLayout) -> tuple[Table, ...]:
    return tuple(Piecewise(inner, page).table() for inner in table.inner.get(cell, ()))


def _draft(
    grid: Grid,
    number: int,
    text: CellText,
    inner: tuple[Table, ...],
    page: PageLayout,
    columns: Sequence[int],
) -> Draft:
    region = grid.regions[number]
    draft = Draft(
        region.top,
        columns[region.left],
        region.bottom - region.top,
        columns[region.right] - columns[region.left],
        first=text.first,
        room=text.room,
        opens=region.top > 0 or any(grid.ruled_top[region.left : region.right]),
        closes=region.bottom < len(grid.ys) - 1
        or any(grid.ruled_bottom[region.left : region.right]),
        inner=inner,
    )
    if text.bbox is not None:
        place = Position(page=page.number, bbox=page.shown(text.bbox))
        draft.parts.append(Text(text.text, (Anchor(0, place),)))
    return draft


@dataclass
class Joined:
    """The lines and tables of all pages in order, and the captions that later pages repeat."""

    items: list[tuple[Line | Piecewise, PageLayout]] = field(default_factory=list)
    repeated: list[tuple[Line, PageLayout]] = field(default_factory=list)

    def add(self, item: Line | RuledTable, page: PageLayout) -> None:
        """Take the next item; a table may go on the last one."""
        if isinstance(item, Line):
            self.items.append((item, page))
            return
        above: list[tuple[Line, PageLayout]] = []
        for other, where in reversed(self.items[-_CAPTIONS:]):
            if isinstance(other, Piecewise):
                repeated = all(other.repeats(line) for line, _ in above)
                if repeated and other.take(item, page):
                    self.repeated += reversed(above)
                    del self.items[len(self.items) - len(above) :]
                    return
                break
            above.append((other, where))
        self.items.append((Piecewise(item, page, (line for line, _ in above)), page))


def joined(pages: Iterable[PageLayout]) -> Joined:
    """The items of all pages, tables that page breaks have cut as one each."""
    together = Joined()
    for page in pages:
        for item in page.items:
            together.add(item, page)
    return together
