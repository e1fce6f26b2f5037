"""The data of a table, row by row; columns that are printed several times side by side (科目编码、
科目名称、决算数 for personnel and again for operating funds) are read one block after the other.
"""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

from budgetlint.disclosure.tables.columns import cells_by_column, find_columns
from budgetlint.disclosure.tables.rows import Row, RowReader, find_row
from budgetlint.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from budgetlint.disclosure.tables.columns import Layout
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
    inside = range(start, start + len(block))
    for r in range(layout.data, len(table.rows)):
        cells = cells_by_column(table, r, layout.width)
        packed = not table.spans_known and len(table.rows[r]) < layout.width
        found = _sums(cells, sums) if sums else []
        if found and packed:
            here = found[number : number + 1]
        else:
            here = [each for each in found if each.at in inside]
            if packed:
                cells = _spread(table.rows[r], block, layout.width)
        if here:
            yield here[0].line(block)
        elif not (packed and found) and not any(each.amount_at in inside for each in found):
            yield {
                column.role: cell
                for column, cell in zip(block, cells[start : inside.stop], strict=True)
                if column and cell
            }


class _Sum(NamedTuple):
    """The label of a sum and its place, and the amount that follows it and its place."""

    label: Cell
    at: int
    amount: Cell | None
    amount_at: int

    def line(self, block: Block) -> dict[str, Cell]:
        amount = next(c.role for c in block if c and c.kind == "amount")
        return {"code": self.label} | ({amount: self.amount} if self.amount else {})


def _sums(cells: Sequence[Cell | None], vocabulary: str) -> list[_Sum]:
    """The sums in a row: 人员经费合计 and 公用经费合计 may be merged over columns and blocks."""
    labels = [
        n
        for n, cell in enumerate(cells)
        if cell and cell not in cells[:n] and find_row(vocabulary, cell.text, set())[0]
    ]
    found = []
    for n, stop in pairwise([*labels, len(cells)]):
        label = cells[n]
        after = [i for i in range(n + 1, stop) if (c := cells[i]) and c is not label]
        at = next((i for i in after if (c := cells[i]) and fold(c.text)), -1)
        if label:
            found.append(_Sum(label, n, cells[at] if at >= 0 else None, at))
    return found


def _spread(row: Sequence[Cell], block: Block, width: int) -> list[Cell | None]:
    """A row whose first cell is merged over columns of code and name: 合计, or a whole code."""
    missing = width - len(row)
    labels = sum(column is not None and column.kind in ("code", "label") for column in block)
    first = fold(row[0].text) if row else ""
    coded = first.isdigit() and len(first) in _CODE_LENGTHS
    if missing < labels and labels > 1 and (first == _TOTAL or (coded and missing == labels - 2)):
        return [row[0], *[None] * missing, *row[1:]]
    return [*row, *[None] * missing]
