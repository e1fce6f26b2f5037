"""What a document looks like, in a form that a test can write down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.document import Document, Paragraph, Table, Text
from budgetlint.readers.text import read_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from budgetlint.document import Block

Shape = str | list[list[str]]


def shape(blocks: Iterable[Block]) -> list[Shape]:
    """A paragraph as its text, a table as its rows of texts."""
    return [
        block.text
        if isinstance(block, Paragraph)
        else [[c.text for c in row] for row in block.rows]
        for block in blocks
    ]


def document(text: str) -> Document:
    return read_text(text.encode())


def read_shape(text: str) -> list[Shape]:
    return shape(document(text).blocks)


def only_table(text: str) -> Table:
    (table,) = (block for block in document(text).blocks if isinstance(block, Table))
    return table


def place(text: Text, offset: int = 0) -> tuple[int | None, int | None]:
    """Line and column of a character."""
    position = text.position(offset)
    return position.line, position.column


def characters_in_place(source: str, text: Text) -> bool:
    """Whether every character but the line ends between parts stands where it says it does."""
    lines = source.split("\n")
    for offset, character in enumerate(text.text):
        line, column = place(text, offset)
        assert line is not None
        assert column is not None
        if character != "\n" and lines[line - 1][column - 1] != character:
            return False
    return True
