"""The order of findings: that of the document, the same in every run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.document import Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from budgetlint.document import Block, Position
    from budgetlint.finding import Finding

_Place = tuple[int, int, int, int]
_LINES = 1 << 32
"""More lines than a file has: those of the next file come after."""


def document_order(findings: Iterable[Finding], blocks: Sequence[Block]) -> list[Finding]:
    """The findings by block, then by place inside it, then by code.

    What has no place (it concerns the whole document) comes first. Findings at one place of one
    rule are told apart by what they say, so that no order depends on that of a set or a dict.
    """
    place = _places(blocks)
    return sorted(
        findings,
        key=lambda finding: (
            place(finding.location.position),
            finding.rule,
            finding.location.key,
            finding.subject,
            finding.message,
        ),
    )


def block_order(blocks: Iterable[Block]) -> Callable[[Position], tuple[int, int, int]]:
    """A function from a position to block, row and column, which compare as they are read.

    The block is 0 where the position is in none of ``blocks``.
    """
    place = _places(blocks)

    def order(position: Position) -> tuple[int, int, int]:
        block, _, row, col = place(position)
        return (block, row, col)

    return order


def _places(blocks: Iterable[Block]) -> Callable[[Position], _Place]:
    """A function from a position to the rank of its block and the place inside it.

    Paragraphs and tables are counted apart, so only the blocks tell which comes first; where the
    format knows lines, these already do.
    """
    tables: dict[tuple[str | None, int], int] = {}
    paragraphs: dict[tuple[str | None, int], int] = {}
    lines: dict[str | None, int] = {}
    for rank, block in enumerate(blocks, start=1):
        if isinstance(block, Table):
            position, known = block.position, tables
            number = position.table
        else:
            position, known = block.position(), paragraphs
            number = position.paragraph
        if number is not None:
            known.setdefault((position.file, number), rank)
        lines.setdefault(position.file, len(lines))

    def place(position: Position) -> _Place:
        if position.line is not None:
            files = lines.get(position.file, 0)
            return (files * _LINES + position.line, position.column or 0, 0, 0)
        if position.table is not None:
            rank = tables.get((position.file, position.table), 0)
        else:
            rank = paragraphs.get((position.file, position.paragraph or 0), 0)
        return (rank, position.page or 0, position.row or 0, position.col or 0)

    return place
