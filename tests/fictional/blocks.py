"""The printed disclosure as blocks: what every renderer consumes, and how to change one place."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from fictional.layout import Entry


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; ``text`` may hold several paragraphs separated by newlines."""

    text: str = ""
    colspan: int = 1
    rowspan: int = 1


Row = tuple[Cell, ...]


def row(*texts: str) -> Row:
    """A row of plain cells."""
    return tuple(Cell(text) for text in texts)


@dataclass(frozen=True, slots=True)
class Caption:
    """Entity, year and unit above a table, and the mark of the sheet (公开01表) above them.

    An empty string is not printed.
    """

    entity: str = ""
    year: str = ""
    unit: str = ""
    mark: str = ""

    @property
    def pieces(self) -> tuple[str, ...]:
        """What is printed in the line above the table, left to right."""
        return tuple(text for text in (self.entity, self.year, self.unit) if text)

    @property
    def texts(self) -> tuple[str, ...]:
        """All that is printed above the table, from top to bottom and left to right."""
        return (self.mark, *self.pieces) if self.mark else self.pieces


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: ``number`` is what a reader of the paper sees before ``text``.

    ``kind``: ``cover`` and ``document`` (titles, never numbered), ``half`` (a half of the part),
    ``part`` (第一部分), ``unit`` (一、单位…收支预算), ``section`` (一、), ``goals`` (第一部分
    inside section 五), ``sub`` (（一）), ``nested`` (一、 inside a section), ``item`` (1、).
    """

    id: str
    kind: str
    text: str
    number: str = ""

    @property
    def line(self) -> str:
        """Number and text as one line."""
        return f"{self.number}{' ' * (self.kind in ('part', 'goals'))}{self.text}"


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph; ``number`` (``1、``) is automatic in Word."""

    id: str
    text: str
    number: str = ""

    @property
    def line(self) -> str:
        """Number and text as one line."""
        return self.number + self.text


@dataclass(frozen=True)
class TableBlock:
    """A table with its title, caption, header, 栏次, rows and the notes below it.

    ``rows`` hold the cells that begin in them. ``standard`` is the number among the nine tables,
    ``listed`` the entry in the table of contents where it is not just the title.
    """

    id: str
    title: str
    header: tuple[Row, ...]
    rows: tuple[Row, ...]
    caption: Caption = field(default_factory=Caption)
    lanci: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    standard: int | None = None
    listed: str = ""

    @cached_property
    def width(self) -> int:
        """The number of grid columns."""
        return sum(cell.colspan for cell in (self.header or self.rows)[0])

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """For each grid column its header labels from top to bottom, joined by ``/``."""
        paths: list[list[str]] = [[] for _ in range(self.width)]
        for line in spread(self.header, self.width):
            for path, text in zip(paths, line, strict=True):
                if text and text not in path:
                    path.append(text)
        return tuple("/".join(path) for path in paths)

    def column(self, label: str) -> int:
        """The index of the one column whose path is or ends with ``label``."""
        hits = [i for i, path in enumerate(self.columns) if path == label]
        hits = hits or [i for i, path in enumerate(self.columns) if path.endswith("/" + label)]
        if len(hits) != 1:
            raise KeyError(f"{self.id}: column {label} found {len(hits)} times in {self.columns}")
        return hits[0]

    def index(self, key: str, occurrence: int = 0) -> int:
        """The 0-based index of the row that has a cell with exactly this text."""
        hits = [i for i, line in enumerate(self.rows) if any(c.text == key for c in line)]
        if len(hits) <= occurrence:
            raise KeyError(f"{self.id}: no row {key}")
        return hits[occurrence]

    def position(self, index: int, column: int) -> int:
        """Which of the cells of a row covers a grid column, where none reaches down into it."""
        ends = accumulate(cell.colspan for cell in self.rows[index])
        return next(i for i, end in enumerate(ends) if column < end)

    def text(self, key: str, label: str) -> str:
        """The text of a cell."""
        index = self.index(key)
        return self.rows[index][self.position(index, self.column(label))].text

    def with_cell(self, key: str, label: str, text: str, occurrence: int = 0) -> TableBlock:
        """The table with one cell printed differently."""
        index = self.index(key, occurrence)
        return self.with_text(index, self.position(index, self.column(label)), text)

    def with_text(self, index: int, position: int, text: str) -> TableBlock:
        """The table with another text in the cell at a position among the cells of a row."""
        cells = list(self.rows[index])
        if cells[position].text == text:
            raise ValueError(f"{self.id}: row {index} × {position} is {text} already")
        cells[position] = replace(cells[position], text=text)
        return self.with_rows((*self.rows[:index], tuple(cells), *self.rows[index + 1 :]))

    def with_rows(self, rows: Iterable[Row]) -> TableBlock:
        """The table with other rows."""
        return replace(self, rows=tuple(rows))


Block = Heading | Para | TableBlock


def spread(rows: Iterable[Row], width: int) -> list[list[str]]:
    """The grid of the cells' texts, repeated in every place that a merged cell covers."""
    lines: list[list[str | None]] = []
    for index, cells in enumerate(rows):
        while len(lines) <= index:
            lines.append([None] * width)
        column = 0
        for cell in cells:
            while lines[index][column] is not None:
                column += 1
            for below in range(index, index + cell.rowspan):
                while len(lines) <= below:
                    lines.append([None] * width)
                lines[below][column : column + cell.colspan] = [cell.text] * cell.colspan
            column += cell.colspan
    return [[text or "" for text in line] for line in lines]


@dataclass(frozen=True)
class Printed:
    """A whole disclosure, ready to be rendered.

    The table of contents is made by the layout; ``relist`` then changes its entries.
    """

    blocks: tuple[Block, ...]
    relist: Callable[[tuple[Entry, ...]], tuple[Entry, ...]] | None = None

    def find(self, block_id: str) -> Block:
        """The block with this id."""
        return next(block for block in self.blocks if block.id == block_id)

    def table(self, block_id: str) -> TableBlock:
        """The table with this id."""
        block = self.find(block_id)
        if not isinstance(block, TableBlock):
            raise KeyError(block_id)
        return block

    def edit(self, block_id: str, change: Callable[[Block], Block]) -> Printed:
        """The same with one block changed."""
        self.find(block_id)
        return Printed(tuple(change(b) if b.id == block_id else b for b in self.blocks))

    def edit_table(self, block_id: str, change: Callable[[TableBlock], TableBlock]) -> Printed:
        """The same with one table changed."""
        table = change(self.table(block_id))
        return self.edit(block_id, lambda _: table)

    def edit_text(self, block_id: str, old: str, new: str) -> Printed:
        """The same with the one occurrence of ``old`` in a paragraph or heading replaced."""
        block = self.find(block_id)
        if isinstance(block, TableBlock) or block.text.count(old) != 1:
            raise ValueError(f"{block_id}: {old} does not occur exactly once")
        changed = replace(block, text=block.text.replace(old, new))
        return self.edit(block_id, lambda _: changed)

    def span(self, block_id: str) -> range:
        """The indices of a heading and of all that belongs to it (ids ``<id>/…``)."""
        hits = [
            i
            for i, block in enumerate(self.blocks)
            if block.id == block_id or block.id.startswith(block_id + "/")
        ]
        if hits != list(range(hits[0], hits[-1] + 1)):
            raise ValueError(f"{block_id}: not in one piece")
        return range(hits[0], hits[-1] + 1)

    def without(self, block_id: str) -> Printed:
        """The same without a block and all that belongs to it."""
        span = self.span(block_id)
        return Printed(self.blocks[: span.start] + self.blocks[span.stop :])

    def take(self, block_id: str) -> tuple[Block, ...]:
        """A block and all that belongs to it."""
        span = self.span(block_id)
        return self.blocks[span.start : span.stop]

    def insert_after(self, block_id: str, blocks: tuple[Block, ...]) -> Printed:
        """The same with ``blocks`` after a block and all that belongs to it."""
        stop = self.span(block_id).stop
        return Printed(self.blocks[:stop] + blocks + self.blocks[stop:])
