"""The data of a table, row by row; columns that are printed several times side by side (科目编码、
科目名称、决算数 for personnel and again for operating funds) are read one block after the other.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from budgetlint.disclosure.columns import cells_by_column, find_columns
from budgetlint.disclosure.fold import fold
from budgetlint.disclosure.rows import Row, RowReader, find_row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from budgetlint.disclosure.columns import Layout
    from budgetlint.document import Cell, Table
    from budgetlint.taxonomy import ColumnSpec, StatementSpec

    Block = list[ColumnSpec | None]

_CODE_LENGTHS = (3, 5, 7)
_TOTAL = "合计"


def read_blocks(
    table: Table, layout: Layout, spec: StatementSpec
) -> tuple[list[ColumnSpec | None], list[Row], str]:
    """The columns and rows of a table, and what a note inside it says."""
    blocks = find_columns(table, layout, spec)
    starts = [0, *accumulate(map(len, blocks))]
    reader = RowReader(spec)
    rows: list[Row] = []
    for n, (block, start) in enumerate(zip(blocks, starts, strict=False)):
        rows += reader.read(_lines(table, layout, block, start, n, spec), n)
    return blocks[0], rows, reader.note


def _lines(
    table: Table, layout: Layout, block: Block, start: int, number: int, spec: StatementSpec
) -> Iterator[dict[str, Cell]]:
    """The cells of each data row in one block, by column role."""
    sums = spec.rows.get("name")
    for r in range(layout.data, len(table.rows)):
        cells = cells_by_column(table, r, layout.width)
        packed = not table.spans_known and len(table.rows[r]) < layout.width
        if packed and sums and (pairs := _sums(table.rows[r], sums)):
            cells = [None] * layout.width
            if number < len(pairs):
                cells[start], cells[start + len(block) - 1] = pairs[number]
        elif packed:
            cells = _spread(table.rows[r], block, layout.width)
        line = {
            column.role: cell
            for column, cell in zip(block, cells[start : start + len(block)], strict=True)
            if column and cell
        }
        if not _is_label_only(line, block):
            yield line


def _sums(row: Sequence[Cell], vocabulary: str) -> list[tuple[Cell, Cell | None]]:
    """The labels of sums in a row whose merged cells are lost, each with what stands next."""
    return [
        (cell, row[n + 1] if n + 1 < len(row) else None)
        for n, cell in enumerate(row)
        if fold(cell.text) and find_row(vocabulary, cell.text, set())[0]
    ]


def _spread(row: Sequence[Cell], block: Block, width: int) -> list[Cell | None]:
    """A row whose first cell is merged over columns of code and name: 合计, or a whole code."""
    missing = width - len(row)
    labels = sum(column is not None and column.kind in ("code", "label") for column in block)
    first = fold(row[0].text) if row else ""
    coded = first.isdigit() and len(first) in _CODE_LENGTHS
    if missing < labels and labels > 1 and (first == _TOTAL or (coded and missing == labels - 2)):
        return [row[0], *[None] * missing, *row[1:]]
    return [*row, *[None] * missing]


def _is_label_only(line: dict[str, Cell], block: Block) -> bool:
    """Whether a label that is merged over this block has its amount in another one."""
    labels = [line[c.role] for c in block if c and c.kind == "code" and c.role in line]
    amounts = [line[c.role] for c in block if c and c.kind == "amount" and c.role in line]
    return bool(labels and amounts) and all(amount is labels[0] for amount in amounts)
