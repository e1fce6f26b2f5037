"""What a reader saw, against what was printed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from fictional.blocks import TableBlock
from fictional.render_text import grid

from budgetlint.document import Paragraph, Table

if TYPE_CHECKING:
    from fictional.blocks import Printed

    from budgetlint.document import Document


def squeezed(text: str) -> str:
    """A text without blanks and without the marks of text dialects."""
    return re.sub(r"\s|\*\*|^- ", "", text)


def packed(line: list[str]) -> list[str]:
    """The texts of a row without the empty places, which formats count differently."""
    return [squeezed(text) for text in line if text.strip()]


def seen_rows(table: Table) -> list[list[str]]:
    """The texts of each row that has any."""
    return [line for cells in table.rows if (line := packed([cell.text for cell in cells]))]


def wanted_rows(table: TableBlock) -> list[list[str]]:
    """The same of a printed table."""
    return [line for texts in grid(table.rows, table.width) if (line := packed(texts))]


def assert_tables(document: Document, printed: Printed) -> None:
    """Hold the rows of every table to the printed ones."""
    wanted = [block for block in printed.blocks if isinstance(block, TableBlock)]
    tables = [block for block in document.blocks if isinstance(block, Table)]
    assert len(tables) == len(wanted)
    for table, block in zip(tables, wanted, strict=True):
        rows = wanted_rows(block)
        assert not rows or seen_rows(table)[-len(rows) :] == rows, block.id


def assert_paragraphs(document: Document, printed: Printed) -> None:
    """Find every printed paragraph, whole and in order."""
    paragraphs = [block for block in document.blocks if isinstance(block, Paragraph)]
    seen = [squeezed(block.text) for block in paragraphs if not block.contents_entry]
    wanted = [squeezed(b.line) for b in printed.blocks if not isinstance(b, TableBlock)]
    at = 0
    for text in wanted:
        assert text in seen[at:]
        at = seen.index(text, at) + 1
