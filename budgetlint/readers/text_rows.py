"""The dialect with one table row per line, as text extracted from PDF has it.

The cells of a row are separated by tabs. Markdown stands on the same footing: pipe tables are
rows too, and rules of dashes are dropped.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from budgetlint.readers.spans import cut, is_blank, join, split, table_of, trim, trim_end
from budgetlint.readers.text_paragraphs import (
    has_leaders,
    has_page,
    is_contents_title,
    is_prose,
    paragraph,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from budgetlint.document import Block, Text
    from budgetlint.readers.text_lines import Line

_RULE = re.compile(r"[\s|:+-]*")
_PIPE = re.compile(r"(?<!\\)\|")
_ESCAPE = re.compile(r"\\(?=\|)")
_COLONS = ("：", ":")


def is_pipe_row(text: str) -> bool:
    """Whether a line looks like a row of a Markdown table."""
    bare = text.strip()
    return len(bare) > 1 and bare.startswith("|") and bare.endswith("|")


def blocks_of_rows(lines: Iterable[Line]) -> list[Block]:
    """The paragraphs and tables of a file with one row per line, pages not yet joined."""
    blocks: list[Block] = []
    rows: list[list[Text]] = []
    contents = False
    for line in lines:
        text = line.text.text
        if line.vanished or _is_rule(text):
            continue
        entry = line.entry or has_leaders(text) or (contents and has_page(text))
        row = None if entry else _row(line.text)
        if row is not None:
            rows.append(row)
            contents = False
            continue
        blocks += _table(rows)
        rows = []
        if text.strip():
            blocks.append(paragraph(line.text, contents_entry=entry))
            contents = contents or is_contents_title(text)
    return blocks + _table(rows)


def _is_rule(text: str) -> bool:
    """Whether a line is a rule of dashes: below the header of a table or between paragraphs."""
    return "---" in text and _RULE.fullmatch(text) is not None


def _row(line: Text) -> list[Text] | None:
    """The cells of a line, or None if it is no table row."""
    if is_pipe_row(line.text):
        return _pipe_cells(line)
    if "\t" not in line.text:
        return None
    return [trim_end(cell) for cell in split(line, "\t")]


def _pipe_cells(line: Text) -> list[Text]:
    """The cells between the pipes; ``\\|`` is a pipe inside a cell."""
    cells: list[Text] = []
    inner = trim(line)
    start = 1
    for match in _PIPE.finditer(inner.text, 1):
        cells.append(_unescaped(trim(cut(inner, start, match.start()))))
        start = match.end()
    return cells


def _unescaped(cell: Text) -> Text:
    parts: list[Text] = []
    start = 0
    for match in _ESCAPE.finditer(cell.text):
        parts.append(cut(cell, start, match.start()))
        start = match.end()
    return join([*parts, cut(cell, start, len(cell.text))], "") if parts else cell


def _table(rows: list[list[Text]]) -> list[Block]:
    """The table of consecutive rows, after paragraphs that a tab merely indents."""
    start = len(rows)
    if not (all(map(_is_line, rows)) or (len(rows) == 1 and _is_caption(rows[0]))):
        start = next((n for n, row in enumerate(rows) if not _is_indented(row)), len(rows))
    blocks: list[Block] = [
        paragraph(trim(join(row, "\t"))) for row in rows[:start] if not is_blank(row)
    ]
    if not all(is_blank(row) for row in rows[start:]):
        blocks.append(table_of(rows[start:]))
    return blocks


def _is_line(row: list[Text]) -> bool:
    """A line with a single tab before or behind its words."""
    return len(row) == 2 and (is_blank(row[:1]) or is_blank(row[1:]))


def _is_indented(row: list[Text]) -> bool:
    """A sentence behind a tab is an indented paragraph, not a row."""
    return len(row) == 2 and is_blank(row[:1]) and is_prose(row[1].text)


def _is_caption(row: list[Text]) -> bool:
    """A lone row such as ``预算年度：…→单位：…`` is a line set with tabs."""
    return any(colon in cell.text for cell in row for colon in _COLONS)
