"""A table on paper before it is drawn: columns, lines in cells, and what each page takes of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fictional.pdf_fonts import width
from fictional.pdf_lines import wrapped
from fictional.render_text import placed_cells

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fictional.blocks import Cell, Row

PAD = 3.0
LEADING = 1.3  # of the size
NUMBER = re.compile(r"[\d.,%≥≤-]+")


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell in the grid with the lines of its text."""

    row: int
    col: int
    rowspan: int
    colspan: int
    lines: tuple[str, ...]
    number: bool


@dataclass(frozen=True, slots=True)
class Band:
    """A row, or what one page takes of it; ``opens`` and ``closes`` tell its true edges."""

    row: int
    height: float
    opens: bool = True
    closes: bool = True


class Grid:
    """The rows of a table, the first ``heads`` its header, in columns of fixed widths."""

    def __init__(
        self,
        rows: Sequence[Row],
        columns: Sequence[float],
        size: float,
        heads: int,
        *,
        latin: bool = True,
    ) -> None:
        self.heads = heads
        self.size = size
        self.leading = size * LEADING
        self.edges = [sum(columns[:i]) for i in range(len(columns) + 1)]
        self.spots = [
            self._spot(row, col, cell, latin=latin)
            for row, col, cell in placed_cells(rows, len(columns))
        ]
        self.heights = self._heights(len(rows))

    def _spot(self, row: int, col: int, cell: Cell, *, latin: bool) -> Spot:
        room = self.edges[col + cell.colspan] - self.edges[col] - 2 * PAD
        lines = [
            line
            for text in cell.text.split("\n")
            for line in wrapped(text, room, self.size, latin=latin)
            if text
        ]
        number = bool(NUMBER.fullmatch(cell.text))
        return Spot(row, col, cell.rowspan, cell.colspan, tuple(lines), number)

    def _heights(self, count: int) -> list[float]:
        heights = [self.leading + 2 * PAD] * count
        for spot in sorted(self.spots, key=lambda spot: spot.rowspan):
            needed = len(spot.lines) * self.leading + 2 * PAD
            last = min(spot.row + spot.rowspan, count) - 1
            heights[last] += max(0.0, needed - sum(heights[spot.row : last + 1]))
        return heights

    def bands(self) -> tuple[list[Band], list[Band]]:
        """The rows of the header and the others, whole."""
        whole = [Band(row, height) for row, height in enumerate(self.heights)]
        return whole[: self.heads], whole[self.heads :]

    def torn(self, taken: Sequence[Band]) -> Spot | None:
        """A merged cell that begins in these bands, goes on below, and whose text does not fit."""
        last = taken[-1].row
        for spot in self.spots:
            if spot.rowspan > 1 and spot.row <= last < spot.row + spot.rowspan:
                height = sum(band.height for band in taken if band.row >= spot.row)
                goes_on = last + 1 < spot.row + spot.rowspan or not taken[-1].closes
                begins = any(band.row == spot.row and band.opens for band in taken)
                if begins and goes_on and height < len(spot.lines) * self.leading + 2 * PAD:
                    return spot
        return None

    def cut(self, band: Band, room: float) -> tuple[Band, Band] | None:
        """A band of several lines in two, the first no higher than ``room``; None if none fits."""
        lines = round((band.height - 2 * PAD) / self.leading)
        first = int((room - 2 * PAD) / self.leading)
        if not 0 < first < lines:
            return None
        heights = [count * self.leading + 2 * PAD for count in (first, lines - first)]
        return (
            Band(band.row, heights[0], band.opens, closes=False),
            Band(band.row, heights[1], opens=False, closes=band.closes),
        )


def column_widths(
    rows: Sequence[Row], count: int, room: float, size: float, *, latin: bool = True
) -> list[float]:
    """Widths that fill ``room``: long names give way first, then all shrink alike."""
    natural = [4 * size] * count
    for _, col, cell in placed_cells(rows, count):
        if cell.colspan == 1:
            longest = max(width(text, latin=latin) for text in cell.text.split("\n"))
            natural[col] = max(natural[col], min(longest, 14.0) * size)
    natural = [one + 2 * PAD for one in natural]
    excess = sum(natural) - room
    if excess > 0:
        least = 5 * size + 2 * PAD
        give = [max(0.0, one - least) for one in natural]
        share = min(1.0, excess / sum(give)) if sum(give) else 0.0
        natural = [one - part * share for one, part in zip(natural, give, strict=True)]
    scale = room / sum(natural)
    return [one * scale for one in natural]
