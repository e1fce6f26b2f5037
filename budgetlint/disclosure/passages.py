"""Passages: every piece of text of a disclosure with its place, for the rules on words.

Facts say what is meant; here it matters what is written, in sentences, headings and cells alike.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache, cached_property, partial
from typing import TYPE_CHECKING

from budgetlint.disclosure.numerals import strip_ordinal
from budgetlint.disclosure.places import excerpt, section_at
from budgetlint.disclosure.structure.headings import find_statement, heading_lines
from budgetlint.disclosure.tables.other_tables import known_table
from budgetlint.document import Paragraph, Table, Text
from budgetlint.fold import Folded, fold_with_offsets, tidy
from budgetlint.location import Location, TableRef

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.structure.outline import Outline, Part
    from budgetlint.disclosure.tables.statements import Statement
    from budgetlint.document import Document, Remark

_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")
_BLANK = re.compile(r"\s")
_ASIDES = frozenset({"text-box", "note", "header", "footer", "watermark"})
_STOPS = "。；;！？!?，,"
_UNTITLED = "表格"
_TITLE_ENDS = ("表", "情况")
_LOOK_BACK = 3
_LONGEST_TITLE = 45


class PassageKind(StrEnum):
    """What a passage is.

    A ``HEADING`` is a short paragraph with a number, or the heading of a section; a ``TITLE`` names
    a standard table; an ``ASIDE`` stands beside the text: in a text box, a note, a header.
    """

    CONTENTS = "contents"
    HEADING = "heading"
    TITLE = "title"
    SENTENCE = "sentence"
    CELL = "cell"
    ASIDE = "aside"


@dataclass(frozen=True)
class Passage:
    """A paragraph, a cell or an aside.

    ``index`` is its block, None for an aside, whose block is not known.
    """

    index: int | None
    kind: PassageKind
    part: Part
    source: Text
    placed: Callable[[], Location]

    @cached_property
    def place(self) -> Location:
        """The whole of it as a location; of a cell of an unknown table, that of the table."""
        return self.placed()

    @cached_property
    def has_words(self) -> bool:
        """Whether a Chinese character is printed, not only numbers and signs."""
        return _HAN.search(self.source.text) is not None

    @cached_property
    def folded(self) -> Folded:
        """The text as it is compared: no blanks, no quotes, half-width."""
        return fold_with_offsets(self.source.text)

    @cached_property
    def plain(self) -> Folded:
        """The characters as printed, without the blanks of the layout."""
        text = self.source.text
        if not _BLANK.search(text):
            return Folded(text, tuple(range(len(text))), len(text))
        offsets = tuple(at for at, char in enumerate(text) if not char.isspace())
        return Folded("".join(text[at] for at in offsets), offsets, len(text))

    def location(self, view: Folded, span: tuple[int, int], what: str) -> Location:
        """The place of the slice ``span`` of a view, with the clause around it; ``what`` names it.

        Blanks of the layout are left out, so that the excerpt is the same in every format.
        """
        text, plain = self.source.text, self.plain
        start, stop = view.original(*span)
        shown = excerpt(
            plain.text, bisect_left(plain.offsets, start), bisect_left(plain.offsets, stop)
        )
        begin, end = plain.original(*shown)
        before, marked, after = (
            tidy(piece) for piece in (text[begin:start], text[start:stop], text[stop:end])
        )
        return replace(
            self.place,
            text=before + marked + after,
            mark=(len(before), len(before) + len(marked)),
            position=self.source.position(start),
            key=f"{self.place.key}/{what}",
        )


def find_passages(disclosure: Disclosure) -> Iterator[Passage]:
    """Every passage that is not blank in the order of the document, asides last."""
    outline = disclosure.outline
    headings = _headings(disclosure)
    known = _known_cells(disclosure)
    for index, block in enumerate(disclosure.document.blocks):
        part = outline.part_at(index)
        if isinstance(block, Table):
            table = cache(partial(_table_place, disclosure, part, index, block))
            for cell in _cells(block):
                placed = known.get(id(cell), table)
                yield Passage(index, PassageKind.CELL, part, cell, placed)
        elif block.text.strip():
            kind = headings.get(index, PassageKind.SENTENCE)
            if index in outline.contents:
                kind = PassageKind.CONTENTS
            placed = partial(_paragraph_place, outline, index, block)
            yield Passage(index, kind, part, block, placed)
    first = outline.parts[0]
    for remark in disclosure.document.remarks:
        if remark.kind in _ASIDES and remark.text.strip():
            placed = partial(_aside_place, first, remark)
            yield Passage(None, PassageKind.ASIDE, first, Text(remark.text), placed)


def _paragraph_place(outline: Outline, index: int, paragraph: Paragraph) -> Location:
    section = section_at(outline, index)
    return Location(
        part=outline.part_at(index).ref,
        section=section.heading if section else None,
        text=tidy(paragraph.text),
        position=paragraph.position(),
        key=section.spec.id if section else "text",
    )


def _aside_place(part: Part, remark: Remark) -> Location:
    return Location(
        part=part.ref, text=tidy(remark.text), position=remark.position, key=remark.kind
    )


def _headings(disclosure: Disclosure) -> dict[int, PassageKind]:
    outline = disclosure.outline
    sections = {section.start for part in outline.parts for section in part.sections}
    found: dict[int, PassageKind] = {}
    for line in heading_lines(disclosure.document):
        if find_statement(outline.template, line.folded):
            found[line.index] = PassageKind.TITLE
        elif line.index in sections or (line.ordinal and not line.folded.endswith(tuple(_STOPS))):
            found[line.index] = PassageKind.HEADING
    return found


def _cells(table: Table) -> Iterator[Text]:
    """The cells of a table that are not blank, and those of tables inside them."""
    for row in table.rows:
        for cell in row:
            if cell.text.strip():
                yield cell
            for inner in cell.tables:
                yield from _cells(inner)


def _known_cells(disclosure: Disclosure) -> dict[int, Callable[[], Location]]:
    """The places of the cells of standard, procurement and asset tables, by identity."""
    return {
        id(cell): partial(statement.location, row, column)
        for statement in _statements(disclosure)
        for row in statement.rows
        for column in statement.columns
        if column and (cell := row.cells.get(column.role))
    }


def _statements(disclosure: Disclosure) -> tuple[Statement, ...]:
    return (*disclosure.statements, *disclosure.comparisons, *disclosure.purchases.statements)


def _title_above(document: Document, index: int) -> str:
    """The title right above a table that is not known."""
    for block in reversed(document.blocks[max(0, index - _LOOK_BACK) : index]):
        title = tidy(block.text[:_LONGEST_TITLE]) if isinstance(block, Paragraph) else ""
        if title.endswith(_TITLE_ENDS):
            return strip_ordinal(title)
    return _UNTITLED


def _table_place(disclosure: Disclosure, part: Part, index: int, table: Table) -> Location:
    """The place of a table: as what was recognised in it says, or by the title above it."""
    own = next((s for s in _statements(disclosure) if s.table is table), None)
    if own:
        return own.location()
    project = next((p for p in disclosure.projects if p.block == index), None)
    if project:
        return project.location
    section = section_at(disclosure.outline, index)
    template = disclosure.outline.template
    title = known_table(disclosure.document, template, index, table) or _title_above(
        disclosure.document, index
    )
    return Location(
        part=part.ref,
        section=section.heading if section else None,
        table=TableRef(None, title),
        text=title,
        position=table.position,
        key=f"table:{title}",
    )
