"""The format-neutral document: what every reader produces and nothing more.

A reader turns a file into blocks (paragraphs and tables) in reading order. Every piece of text
carries anchors, so that the place of any character is known from the reader and never searched
for afterwards. No budget knowledge lives here.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field, replace
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Position:
    """A physical place in a file; what a format does not have is None.

    ``page``, ``paragraph``, ``table``, ``row`` and ``col`` count from 1. ``paragraph`` counts the
    paragraphs of the body, ``table`` its top-level tables. ``line`` and ``column`` are code points
    of the decoded text file, from 1. ``bbox`` is (x0, y0, x1, y1) in points on the page as it is
    displayed, from its upper left corner, y growing downwards. ``file`` is the path of the file, as
    shown, where a document was read together with others and this is not the first of them.
    """

    page: int | None = None
    line: int | None = None
    column: int | None = None
    paragraph: int | None = None
    table: int | None = None
    row: int | None = None
    col: int | None = None
    bbox: tuple[float, float, float, float] | None = None
    file: str | None = None


NOWHERE = Position()


@dataclass(frozen=True, slots=True)
class Anchor:
    """From ``offset`` of a text on, characters stand at ``position`` (column counting on)."""

    offset: int
    position: Position


@dataclass(frozen=True)
class Text:
    """A run of text with its anchors, sorted by offset."""

    text: str
    anchors: tuple[Anchor, ...] = ()

    def position(self, offset: int = 0) -> Position:
        """The physical place of the character at ``offset``."""
        index = bisect_right(self.anchors, offset, key=lambda anchor: anchor.offset) - 1
        if index < 0:
            return self.anchors[0].position if self.anchors else NOWHERE
        anchor = self.anchors[index]
        if anchor.position.column is None:
            return anchor.position
        return replace(
            anchor.position, column=anchor.position.column + max(0, offset - anchor.offset)
        )


@dataclass(frozen=True)
class Paragraph(Text):
    """A paragraph. ``text`` includes an automatic number, which ``numbering`` repeats.

    ``numbering`` is the automatic number as Word would print it (``一、``), or "".
    ``level`` is the outline level (1 is highest) where the format knows it.
    ``contents_entry`` marks a line of a table of contents that the format itself marks as one.
    """

    numbering: str = ""
    level: int | None = None
    contents_entry: bool = False


@dataclass(frozen=True)
class Cell(Text):
    """A cell of the grid, at 0-based ``row`` and ``col``, covering ``rowspan`` × ``colspan``."""

    row: int = 0
    col: int = 0
    rowspan: int = 1
    colspan: int = 1
    tables: tuple[Table, ...] = ()


@dataclass(frozen=True)
class Table:
    """A table: for each row the cells that *begin* in it, in order of ``col``.

    ``spans_known`` is False where the format does not tell which cells are merged (plain text):
    there a header row may hold fewer cells than the table has columns, packed to the left.
    """

    rows: tuple[tuple[Cell, ...], ...]
    anchors: tuple[Anchor, ...] = ()
    spans_known: bool = True

    @property
    def position(self) -> Position:
        """The physical place of the table's first cell."""
        return self.anchors[0].position if self.anchors else NOWHERE

    @cached_property
    def width(self) -> int:
        """The number of grid columns."""
        return max((c.col + c.colspan for row in self.rows for c in row), default=0)

    @cached_property
    def grid(self) -> tuple[tuple[Cell | None, ...], ...]:
        """The grid: a merged cell stands in every place it covers; None where there is none."""
        lines: list[list[Cell | None]] = [[None] * self.width for _ in self.rows]
        for row in self.rows:
            for cell in row:
                for r in range(cell.row, min(cell.row + cell.rowspan, len(lines))):
                    lines[r][cell.col : cell.col + cell.colspan] = [cell] * cell.colspan
        return tuple(tuple(line) for line in lines)


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Remark:
    """Something the reader noticed that is no body text.

    ``kind`` is one of ``tracked-change``, ``comment``, ``hidden-text``, ``field-instruction``,
    ``header``, ``footer``, ``text-box``, ``note`` (footnote or endnote), ``watermark``,
    ``metadata`` (a property of the file, such as its author).
    A comment may reach to another place, ``end``; ``about`` is what it is attached to, where that
    is a piece of one paragraph or cell, and the name of the property that is told.
    """

    kind: str
    text: str
    position: Position = NOWHERE
    end: Position = NOWHERE
    about: str = ""


@dataclass(frozen=True, slots=True)
class Unread:
    """A part of the file that could not be read, in one Chinese sentence."""

    reason: str
    position: Position = NOWHERE


@dataclass(frozen=True)
class Document:
    """What a reader understood of one file.

    ``numbering_known`` is False where automatic numbers may have been lost before the file was
    written (text extracted from Word): a heading without its number may have had one.
    """

    format: str
    blocks: tuple[Block, ...]
    numbering_known: bool = True
    remarks: tuple[Remark, ...] = ()
    unread: tuple[Unread, ...] = field(default=())


def in_file(document: Document, file: str) -> Document:
    """``document`` with all its places in ``file``, for reading it together with others."""

    def placed(position: Position) -> Position:
        return replace(position, file=file)

    def anchored(anchors: tuple[Anchor, ...]) -> tuple[Anchor, ...]:
        return tuple(Anchor(anchor.offset, placed(anchor.position)) for anchor in anchors)

    def cell(each: Cell) -> Cell:
        tables = tuple(table(inner) for inner in each.tables)
        return replace(each, anchors=anchored(each.anchors), tables=tables)

    def table(each: Table) -> Table:
        rows = tuple(tuple(map(cell, row)) for row in each.rows)
        return replace(each, rows=rows, anchors=anchored(each.anchors))

    def block(each: Block) -> Block:
        if isinstance(each, Table):
            return table(each)
        return replace(each, anchors=anchored(each.anchors))

    def remark(each: Remark) -> Remark:
        return replace(each, position=placed(each.position), end=placed(each.end))

    return replace(
        document,
        blocks=tuple(map(block, document.blocks)),
        remarks=tuple(map(remark, document.remarks)),
        unread=tuple(replace(each, position=placed(each.position)) for each in document.unread),
    )
