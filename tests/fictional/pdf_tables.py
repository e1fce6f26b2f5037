"""Drawing a piece of a table on a sheet, with rules as different programs leave them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from fictional.pdf_fonts import width
from fictional.pdf_grid import PAD, Band, Grid, Spot

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from fictional.pdf_sheets import Sheet

Rules = Literal["rectangles", "lines", "boxes", "segments"]
"""How a table is ruled: thin filled rectangles with small squares where they meet; lines through
the whole table; a stroked rectangle around each cell, so that inner rules are double; one line
per cell edge, a little too long or too short."""
HAIR = 0.48
GREY = 0.9
Edge = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class _Box:
    """A cell, or what this sheet shows of it."""

    x0: float
    y0: float
    x1: float
    y1: float
    lines: tuple[str, ...]
    heading: bool
    number: bool
    opens: bool
    closes: bool
    whole: bool


def draw(
    sheet: Sheet,
    grid: Grid,
    bands: Sequence[Band],
    place: tuple[float, float],
    rules: Rules,
    shown: dict[Spot, int],
) -> None:
    """Draw bands of a grid with their upper left corner at ``place``.

    ``shown`` counts for each cell the lines that earlier sheets have shown; it goes on here.
    """
    boxes = list(_boxes(grid, bands, place, shown))
    if rules == "lines":  # on grey
        for box in boxes:
            if box.heading:
                sheet.fill(box.x0, box.y0, box.x1, box.y1, GREY)
    if rules in ("rectangles", "lines"):
        _write(sheet, grid, boxes, spread=rules == "rectangles")
        _rule(sheet, boxes, rules)
    else:  # rules first, and the cells column by column
        _rule(sheet, boxes, rules)
        _write(sheet, grid, sorted(boxes, key=lambda box: box.x0), spread=False)


def _boxes(
    grid: Grid, bands: Sequence[Band], place: tuple[float, float], shown: dict[Spot, int]
) -> Iterator[_Box]:
    left, top = place
    tops = [top]
    for band in bands:
        tops.append(tops[-1] - band.height)
    for spot in grid.spots:
        mine = [
            index
            for index, band in enumerate(bands)
            if spot.row <= band.row < spot.row + spot.rowspan
        ]
        if not mine:
            continue
        first, last = mine[0], mine[-1]
        y1, y0 = tops[first], tops[last + 1]
        heading = spot.row < grid.heads
        done = 0 if heading else shown.get(spot, 0)
        stop = done + int((y1 - y0 - 2 * PAD) / grid.leading + 0.01)
        shown[spot] = min(stop, len(spot.lines))
        opens = bands[first].opens and (heading or bands[first].row == spot.row)
        closes = bands[last].closes and bands[last].row == spot.row + spot.rowspan - 1
        yield _Box(
            left + grid.edges[spot.col],
            y0,
            left + grid.edges[spot.col + spot.colspan],
            y1,
            spot.lines[done:stop],
            heading,
            spot.number,
            opens,
            closes,
            whole=opens and closes and not done and stop >= len(spot.lines),
        )


def _write(sheet: Sheet, grid: Grid, boxes: Sequence[_Box], *, spread: bool) -> None:
    """The texts of the cells; short labels of the header ``spread`` over the width of the cell."""
    size = grid.size
    for box in boxes:
        height = len(box.lines) * grid.leading
        slack = (box.y1 - box.y0 - 2 * PAD - height) / 2 if box.whole else 0
        y = box.y1 - PAD - slack - 0.95 * size
        for line in box.lines:
            wide = size * width(line, latin=sheet.latin)
            room = box.x1 - box.x0 - 2 * PAD
            if box.heading and spread and 2 <= len(line) <= 4 and room > 1.5 * wide:
                gap = min(size, (room - wide) / len(line))
                start = (box.x0 + box.x1 - wide - gap * (len(line) - 1)) / 2
                sheet.text(start, y, size, line, spread=gap)
            elif box.heading:
                sheet.centred(box.x0, box.x1, y, size, line)
            elif box.number:
                sheet.text(box.x1 - PAD - wide, y, size, line)
            else:
                sheet.text(box.x0 + PAD, y, size, line)
            y -= grid.leading


def _rule(sheet: Sheet, boxes: Sequence[_Box], rules: Rules) -> None:
    if rules == "boxes":
        for box in boxes:
            if box.opens and box.closes:
                sheet.outline(box.x0, box.y0, box.x1, box.y1)
    missing = (b for b in boxes if rules != "boxes" or not (b.opens and b.closes))
    edges = sorted({edge for box in missing for edge in _edges(box)})
    if rules == "rectangles":
        corners = {(x, y) for x0, y0, x1, y1 in edges for x, y in ((x0, y0), (x1, y1))}
        half = HAIR / 2
        for x0, y0, x1, y1 in edges:
            if y0 == y1:
                sheet.fill(x0 + half, y0 - half, x1 - half, y1 + half)
            else:
                sheet.fill(x0 - half, y0 + half, x1 + half, y1 - half)
        for x, y in sorted(corners):
            sheet.fill(x - half, y - half, x + half, y + half)
    elif rules == "lines":
        for edge in _joined(edges):
            sheet.line(*edge)
    else:
        for number, (x0, y0, x1, y1) in enumerate(edges):
            more = 0.4 if number % 3 else -0.6
            if y0 == y1:
                sheet.line(x0 - more, y0, x1 + more, y1)
            else:
                sheet.line(x0, y0 - more, x1, y1 + more)


def _edges(box: _Box) -> Iterator[Edge]:
    x0, y0, x1, y1 = (round(value, 2) for value in (box.x0, box.y0, box.x1, box.y1))
    yield x0, y0, x0, y1
    yield x1, y0, x1, y1
    if box.opens:
        yield x0, y1, x1, y1
    if box.closes:
        yield x0, y0, x1, y0


def _joined(edges: Sequence[Edge]) -> Iterator[Edge]:
    """The edges with those that go on in the same line made one."""
    level = sorted((y0, x0, x1) for x0, y0, x1, y1 in edges if y0 == y1)
    upright = sorted((x0, y0, y1) for x0, y0, x1, y1 in edges if y0 != y1)
    for y, start, stop in _chains(level):
        yield start, y, stop, y
    for x, start, stop in _chains(upright):
        yield x, start, x, stop


def _chains(
    pieces: Sequence[tuple[float, float, float]],
) -> Iterator[tuple[float, float, float]]:
    if not pieces:
        return
    at, start, stop = pieces[0]
    for _, (line, begin, end) in pairwise(pieces):
        if line == at and begin <= stop + 0.01:
            stop = max(stop, end)
        else:
            yield at, start, stop
            at, start, stop = line, begin, end
    yield at, start, stop
