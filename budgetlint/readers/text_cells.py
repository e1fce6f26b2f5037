"""The dialect with one table cell per line, as text extracted from Word has it.

A line that begins with a tab is a cell and a blank line ends a row, with many exceptions: see
``text_flow``, which decides which lines go on a cell. Here the rows between two paragraphs become
a table, and what a tab merely indents becomes a paragraph again.
"""

from __future__ import annotations

from collections import Counter
from itertools import takewhile
from typing import TYPE_CHECKING

from budgetlint.readers.spans import is_blank, join, table_of, trim_end
from budgetlint.readers.text_flow import Row, flow_of
from budgetlint.readers.text_paragraphs import (
    has_page,
    is_contents_title,
    is_prose,
    paragraph,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from budgetlint.document import Block, Text
    from budgetlint.readers.text_lines import Line

_TITLE = 40
_APART = 2
_NOTES = ("注：", "注:")
_COLONS = ("：", ":")


def blocks_of_cells(lines: Iterable[Line]) -> list[Block]:
    """The paragraphs and tables of a file with one cell per line."""
    blocks: list[Block] = []
    rows: list[Row] = []
    contents = False
    for item in flow_of(lines):
        if isinstance(item, Row):
            rows.append(item)
            contents = False
            continue
        blocks += _tables(rows)
        rows = []
        entry = item.entry or (contents and has_page(item.text.text))
        blocks.append(paragraph(item.text, contents_entry=entry))
        contents = contents or is_contents_title(item.text.text)
    return blocks + _tables(rows)


def _tables(rows: list[Row]) -> list[Block]:
    """The tables in rows between which nothing but blank lines stand."""
    blocks: list[Block] = []
    piece: list[Row] = []
    for row in rows:
        if piece and row.gap >= _APART and _stands_apart(row):
            blocks += _table(piece)
            piece = []
        piece.append(row)
    return blocks + _table(piece)


def _stands_apart(row: Row) -> bool:
    """A row that is only a title or a sentence, after more than the usual blank line."""
    words = [cell.text.strip() for cell in map(_text, row.cells) if cell.text.strip()]
    if len(words) != 1 or len(row.cells) > 1:
        return False
    return is_prose(words[0]) or (len(words[0]) <= _TITLE and words[0].endswith("表"))


def _table(rows: list[Row]) -> list[Block]:
    """One table, with the paragraphs above and below that a tab indents."""
    cells = [[_text(cell) for cell in row.cells] for row in rows]
    width = _usual_width(cells)
    above = list(takewhile(_is_loose, cells))
    cells = cells[len(above) :]
    if cells and len(cells[0]) == width + 1 and is_prose(cells[0][0].text):
        above.append(cells[0][:1])
        cells[0] = cells[0][1:]
    below = list(takewhile(lambda row: _is_tail(row, width), reversed(cells)))
    cells = cells[: len(cells) - len(below)]
    blocks = _paragraphs(above)
    if len(cells) == 1 and _is_text(cells[0]):
        blocks.append(paragraph(join(cells[0], "\t")))
    elif cells:
        blocks.append(table_of(cells))
    return blocks + _paragraphs(reversed(below))


def _usual_width(cells: list[list[Text]]) -> int:
    """The width that most rows with words in them have, the widest of them if in doubt."""
    widths = Counter(len(row) for row in cells if not is_blank(row))
    return max(widths, key=lambda width: (widths[width], width), default=0)


def _is_loose(row: list[Text]) -> bool:
    """Whether a row above a table is none of its rows: blank, a title, a caption, sentences."""
    return len(row) == 1 or is_blank(row) or all(is_prose(cell.text) for cell in row)


def _is_tail(row: list[Text], width: int) -> bool:
    """Whether a row at the end of a table is none of its rows: blank and too narrow, a note."""
    if is_blank(row):
        return len(row) != width
    return len(row) == 1 and (is_prose(row[0].text) or row[0].text.strip().startswith(_NOTES))


def _is_text(row: list[Text]) -> bool:
    """Whether a lone row is a line set with tabs: a caption, or a sentence."""
    return any(is_prose(cell.text) or any(c in cell.text for c in _COLONS) for cell in row)


def _paragraphs(rows: Iterable[list[Text]]) -> list[Block]:
    return [paragraph(cell) for row in rows for cell in row if cell.text.strip()]


def _text(parts: list[Text]) -> Text:
    """The text of a cell: its lines that are not blank, with line ends between."""
    words = [trim_end(part) for part in parts if part.text.strip()]
    return join(words) if words else trim_end(parts[0])
