"""The rows of procurement and asset tables: items, sub-totals, totals, and what is 其中."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from budgetlint.disclosure.amount import is_nil, parse_number
from budgetlint.disclosure.numerals import leading_ordinal, strip_ordinal
from budgetlint.disclosure.tables.columns import cells_by_column
from budgetlint.disclosure.tables.rows import Row
from budgetlint.fold import fold, tidy
from budgetlint.taxonomy.purchases import purchases

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from budgetlint.disclosure.tables.columns import Layout
    from budgetlint.document import Cell, Table
    from budgetlint.taxonomy import ColumnSpec
    from budgetlint.taxonomy.data import Expression

_LABELS = ("entity", "project", "item")
_NOTES = ("注:", "注1", "说明:", "备注:")


def read_rows(
    table: Table, layout: Layout, columns: Sequence[ColumnSpec | None], kind: str
) -> tuple[list[Row], str]:
    """The rows of a ``kind`` of table that say anything, and what a note below them says."""
    labels = purchases().labels.get(kind, {})
    rows: list[Row] = []
    counts: Counter[str] = Counter()
    note = ""
    for cells, words in _lines(table, layout, columns):
        texts = [fold(cell.text) for cell in cells.values()]
        if all(map(is_nil, texts)):
            continue
        if texts[0].startswith(_NOTES) or "空表" in texts[0]:
            note = note or tidy(next(iter(cells.values())).text)
            continue
        row = _row(len(rows) + 1, cells, words, labels)
        counts[row.code] += 1
        if counts[row.code] > 1:
            row.code = row.keys["item"] = f"{row.code}#{counts[row.code]}"
        rows.append(row)
    _settle_fixed(rows)
    return rows, note


def _settle_fixed(rows: Sequence[Row]) -> None:
    """固定资产 is the total of a table that has no other one."""
    fixed = next((row for row in rows if row.code == "fixed"), None)
    if fixed and not any(row.code == "total" for row in rows):
        fixed.code = fixed.keys["item"] = "total"


def _lines(
    table: Table, layout: Layout, columns: Sequence[ColumnSpec | None]
) -> Iterator[tuple[dict[str, Cell], list[Cell]]]:
    """Each row as cells by role, and all its cells that hold words."""
    for r in range(layout.data, len(table.rows)):
        cells = cells_by_column(table, r, layout.width)
        packed = not table.spans_known and 1 < len(table.rows[r]) < layout.width
        if packed and sum_label([table.rows[r][0]]):
            first, *rest = table.rows[r]
            cells = [first, *[None] * (layout.width - len(rest) - 1), *rest]
        found = {c.role: cell for c, cell in zip(columns, cells, strict=False) if c and cell}
        if found:
            yield found, [cell for cell in cells if cell and not parse_number(cell.text)]


def _row(
    number: int, cells: dict[str, Cell], words: Sequence[Cell], labels: Mapping[str, Expression]
) -> Row:
    row = Row(number, cells, label_of(cells), printed_code=_code(cells))
    summed = sum_label(words)
    if summed:
        row.label = tidy(summed.text)
        row.is_subtotal = bool(purchases().rows["subtotal"].fullmatch(_bare(summed)))
    row.code = f"sum:{_bare(summed)}" if row.is_subtotal and summed else f"item:{fold(row.label)}"
    if summed and not row.is_subtotal:
        row.code = "total"
    elif not summed:
        bare = strip_ordinal(fold(row.label))
        known = (name for name, pattern in labels.items() if pattern.fullmatch(bare))
        row.code = next(known, row.code)
    row.keys["item"] = row.code
    return row


def label_of(cells: dict[str, Cell]) -> str:
    """What a row is called: its item, else the first label that it has."""
    for role in reversed(_LABELS):
        if role in cells and fold(cells[role].text):
            return tidy(cells[role].text)
    return ""


def sum_label(words: Sequence[Cell]) -> Cell | None:
    """The cell that calls a row a total or a sub-total, if one does."""
    rows = purchases().rows
    for cell in words:
        text = _bare(cell)
        if rows["total"].fullmatch(text) or rows["subtotal"].fullmatch(text):
            return cell
    return None


def is_inside(row: Row) -> bool:
    """Whether the label says that the row is inside the one above it."""
    return bool(purchases().rows["inside"].fullmatch(fold(row.label)))


def is_numbered(row: Row) -> bool:
    """Whether the label begins with a number: 1、, （一）."""
    return leading_ordinal(fold(row.label)) is not None


def _bare(cell: Cell) -> str:
    return strip_ordinal(fold(cell.text))


def _code(cells: dict[str, Cell]) -> str:
    return tidy(cells["catalogue"].text).replace(" ", "") if "catalogue" in cells else ""
