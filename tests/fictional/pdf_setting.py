"""Setting a table on pages: title and caption above, rows cut by the end of a page, notes below."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from fictional.blocks import Cell
from fictional.pdf_fonts import disguised, width
from fictional.pdf_grid import Band, Grid, column_widths
from fictional.pdf_lines import wrapped
from fictional.pdf_pages import SIDE
from fictional.pdf_tables import draw

if TYPE_CHECKING:
    from fictional.blocks import Row, TableBlock
    from fictional.pdf_grid import Spot
    from fictional.pdf_pages import Pages
    from fictional.pdf_sheets import Shape

TITLE, CAPTION = 14.0, 10.5
TITLE_HEIGHT, CAPTION_HEIGHT, NOTE_HEIGHT, GAP = 26.0, 18.0, 16.0, 14.0
PRINT, SMALL_PRINT = 9.0, 7.5
CROWDED = 10  # columns from which a table on an upright page has small print


class TableSetter:
    """Sets one table, the ``ordinal``-th of the document, on pages of one shape."""

    def __init__(self, pages: Pages, block: TableBlock, shape: Shape, ordinal: int) -> None:
        self.pages = pages
        self.block = block
        self.shape = shape
        style = pages.style
        self.rules = style.rules[ordinal % len(style.rules)]
        self.repeat = style.repeat[ordinal % len(style.repeat)]
        rows: list[Row] = list(block.header)
        if block.lanci:
            rows.append(tuple(Cell(text) for text in block.lanci))
        heads = len(rows)
        rows += block.rows
        room = pages.right - SIDE
        crowded = shape == "portrait" and block.width >= CROWDED
        size = SMALL_PRINT if crowded else PRINT
        columns = column_widths(rows, block.width, room, size, latin=style.latin)
        if style.radicals and ordinal % 2:
            rows = [tuple(replace(c, text=disguised(c.text)) for c in row) for row in rows]
        self.grid = Grid(rows, columns, size, heads, latin=style.latin)
        self.head, self.body = self.grid.bands()

    def set(self) -> int:
        """Set title, caption, header, rows and notes on as many pages as they need.

        Gives the number of the page on which the table begins.
        """
        pages = self.pages
        above = GAP + TITLE_HEIGHT * bool(self.block.title)
        caption = self.block.caption
        above += CAPTION_HEIGHT * (bool(caption.mark) + bool(caption.pieces))
        least = self.body if len(self.body) <= 3 else self.body[:2]
        if above + sum(band.height for band in (*self.head, *least)) > pages.room:
            pages.turn(self.shape)
        elif pages.begun:
            pages.y -= GAP
        begins = len(pages.sheets)
        self.top()
        shown: dict[Spot, int] = {}
        head, rest = self.head, self.body
        while True:
            taken, rest = self.fitting(pages.room - sum(b.height for b in head), rest)
            bands = [*head, *taken]
            draw(pages.sheet, self.grid, bands, (SIDE, pages.y), self.rules, shown)
            pages.y -= sum(band.height for band in bands)
            if not rest:
                break
            pages.turn(self.shape)
            if self.repeat == "all":
                self.top()
            head = [] if self.repeat == "nothing" else self.head
        self.notes()
        return begins

    def top(self) -> None:
        """Title, mark, and caption: entity on the left, year in the middle, unit on the right."""
        pages, caption, latin = self.pages, self.block.caption, self.pages.style.latin
        if self.block.title:
            pages.sheet.centred(
                SIDE, pages.right, pages.y - TITLE, TITLE, self.block.title, bold=pages.style.bold
            )
            pages.y -= TITLE_HEIGHT
        year = caption.year if caption.unit else ""
        last = caption.unit or caption.year
        for left, middle, right in (("", "", caption.mark), (caption.entity, year, last)):
            if left or right:
                y = pages.y - CAPTION
                pages.sheet.text(SIDE, y, CAPTION, left)
                pages.sheet.centred(SIDE, pages.right, y, CAPTION, middle)
                edge = pages.right - CAPTION * width(right, latin=latin)
                pages.sheet.text(edge, y, CAPTION, right)
                pages.y -= CAPTION_HEIGHT

    def fitting(self, room: float, bands: list[Band]) -> tuple[list[Band], list[Band]]:
        """What of the bands fits into this height, and the rest; no merged label is torn."""
        taken, rest = self.filling(room, bands)
        torn = self.grid.torn(taken) if taken and rest else None
        kept = [band for band in taken if not torn or band.row < torn.row]
        if not torn or not kept:
            return taken, rest
        return kept, bands[len(kept) :]

    def filling(self, room: float, bands: list[Band]) -> tuple[list[Band], list[Band]]:
        for index, band in enumerate(bands):
            if band.height > room:
                pieces = self.grid.cut(band, room) if self.pages.style.cut_rows else None
                if pieces:
                    return [*bands[:index], pieces[0]], [pieces[1], *bands[index + 1 :]]
                return bands[:index], bands[index:]
            room -= band.height
        return bands, []

    def notes(self) -> None:
        """The notes, from the left edge of the table."""
        pages = self.pages
        for note in self.block.notes:
            column = pages.right - SIDE
            for line in wrapped(note, column, CAPTION, latin=pages.style.latin):
                if pages.room < NOTE_HEIGHT:
                    pages.turn(self.shape)
                pages.sheet.text(SIDE, pages.y - CAPTION - 2, CAPTION, line)
                pages.y -= NOTE_HEIGHT
        pages.y -= GAP
