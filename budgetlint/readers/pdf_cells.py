"""The text in the cells of the grids of one page, and what stands outside of them."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from budgetlint.readers.pdf_lines import GAP, Line, first_character, first_word, lines_of, middle

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from budgetlint.readers.pdf_file import Box
    from budgetlint.readers.pdf_grid import Grid
    from budgetlint.readers.pdf_marks import Glyph

Place = tuple[int, int]
"""The number of a grid and of a cell in it; (-1, -1) is outside."""

_OUTSIDE: Place = (-1, -1)
_TOUCHING = 0.15
_FAIR_PART = 0.25
_ROOM = 1.2
_INSIDE = 2.0


@dataclass(frozen=True)
class CellText:
    """The text of a cell.

    ``room`` is the width that its last line leaves free, and ``first`` the width of what cannot
    be parted at its start: a text without that much room before it goes on the line before.
    """

    text: str = ""
    bbox: Box | None = None
    first: float = 0.0
    room: float = 0.0


@dataclass(frozen=True)
class RuledTable:
    """A grid with the text of each of its cells, and the tables inside of them."""

    grid: Grid
    texts: tuple[CellText, ...]
    inner: dict[int, tuple[RuledTable, ...]]

    @property
    def top(self) -> float:
        """Its upper edge."""
        return self.grid.ys[0]

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.grid.ys[-1]


def fill(grids: Sequence[Grid], glyphs: Iterable[Glyph]) -> tuple[list[RuledTable], list[Glyph]]:
    """The tables on the page, and the characters that stand in none.

    A grid without any text is a drawing.
    """
    if not grids:
        return [], list(glyphs)
    inside: dict[Place, list[Glyph]] = defaultdict(list)
    for glyph, place in _placed(grids, glyphs):
        inside[place].append(glyph)
    loose = inside.pop(_OUTSIDE, [])
    used = {grid for grid, _ in inside}
    outer = _outer_cells(grids)
    nested: dict[int, dict[int, tuple[RuledTable, ...]]] = defaultdict(dict)
    tables: list[RuledTable] = []
    for number in sorted(range(len(grids)), key=lambda n: _area(grids[n].bbox)):
        if number not in used and number not in nested:
            continue
        grid = grids[number]
        texts = tuple(
            _cell_text(grid.box(region), inside.get((number, n), ()))
            for n, region in enumerate(grid.regions)
        )
        table = RuledTable(grid, texts, dict(nested[number]))
        if number in outer:
            around, cell = outer[number]
            nested[around][cell] = (*nested[around].get(cell, ()), table)
        else:
            tables.append(table)
    return tables, loose


def _outer_cells(grids: Sequence[Grid]) -> dict[int, Place]:
    """For each grid that lies in a cell of another one that cell, the smallest of them."""
    outer: dict[int, Place] = {}
    for number, grid in enumerate(grids):
        around = [
            (_area(box), other, n)
            for other, candidate in enumerate(grids)
            if other != number and _contains(candidate.bbox, grid.bbox)
            for n, region in enumerate(candidate.regions)
            if _contains(box := candidate.box(region), grid.bbox)
        ]
        if around:
            _, other, n = min(around)
            outer[number] = (other, n)
    return outer


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _contains(outer: Box, inner: Box) -> bool:
    return (
        outer[0] - _INSIDE <= inner[0]
        and outer[1] - _INSIDE <= inner[1]
        and inner[2] <= outer[2] + _INSIDE
        and inner[3] <= outer[3] + _INSIDE
        and _area(inner) < _area(outer)
    )


def _placed(grids: Sequence[Grid], glyphs: Iterable[Glyph]) -> Iterator[tuple[Glyph, Place]]:
    """Each character with its place; what reaches over an edge belongs to the rest of its word."""
    finder = _Finder(grids)
    word: list[tuple[Glyph, Place]] = []
    for glyph in glyphs:
        if word and not _goes_on(word[-1][0], glyph):
            yield from _together(word)
            word = []
        word.append((glyph, finder.place(glyph)))
    yield from _together(word)


def _goes_on(before: Glyph, after: Glyph) -> bool:
    return (
        after.run == before.run
        and after.y == before.y
        and abs(after.x0 - before.x1) < _TOUCHING * before.size
    )


def _together(word: list[tuple[Glyph, Place]]) -> Iterable[tuple[Glyph, Place]]:
    """A word in the first cell that holds a fair part of it: text runs over to the right."""
    counts = Counter(place for _, place in word)
    if len(counts) < 2:
        return word
    first = next(
        (place for _, place in word if counts[place] >= _FAIR_PART * len(word)), word[0][1]
    )
    return [(glyph, first) for glyph, _ in word]


class _Finder:
    """Finds the cell in which a character stands, in the smallest grid around it."""

    def __init__(self, grids: Sequence[Grid]) -> None:
        order = sorted(range(len(grids)), key=lambda n: _area(grids[n].bbox))
        self._grids = [(n, grids[n].xs, grids[n].ys, grids[n].owners()) for n in order]

    def place(self, glyph: Glyph) -> Place:
        x, y = middle(glyph)
        for number, xs, ys, owners in self._grids:
            if xs[0] <= x < xs[-1] and ys[0] <= y < ys[-1]:
                cell = owners[bisect_right(ys, y) - 1][bisect_right(xs, x) - 1]
                if cell >= 0:
                    return (number, cell)
        return _OUTSIDE


def _cell_text(box: Box, glyphs: Sequence[Glyph]) -> CellText:
    """The lines in a cell: without anything between them where the width of the cell wraps them."""
    if not glyphs:
        return CellText()
    lines = lines_of(glyphs)
    parts: list[str] = []
    for before, after in zip((None, *lines), lines, strict=False):
        if before is not None and _room(before, box) >= first_character(after):
            parts.append("\n")
        parts.append(after.text.replace(GAP, " "))
    boxes = [line.bbox for line in lines]
    bbox = (
        min(b[0] for b in boxes),
        min(b[1] for b in boxes),
        max(b[2] for b in boxes),
        max(b[3] for b in boxes),
    )
    word = first_word(lines[0])
    whole = word <= (box[2] - box[0]) - _ROOM * lines[0].size
    first = word if whole else first_character(lines[0])
    return CellText("".join(parts), bbox, first, _room(lines[-1], box))


def _room(line: Line, box: Box) -> float:
    """The width that a line leaves free in a cell, but for the cell's own margins."""
    return (box[2] - box[0]) - (line.x1 - line.x0) - _ROOM * line.size
