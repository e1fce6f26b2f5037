"""Procurement and asset tables: found by title and header, read into rows."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from budgetlint.disclosure.amount import Unit, parse_number
from budgetlint.disclosure.numerals import strip_ordinal
from budgetlint.disclosure.purchases.groups import settle_heads
from budgetlint.disclosure.purchases.headers import find_roles
from budgetlint.disclosure.purchases.rows import read_rows
from budgetlint.disclosure.tables.captions import caption_pieces, read_caption
from budgetlint.disclosure.tables.columns import cells_by_column, find_layout
from budgetlint.disclosure.tables.statements import Statement
from budgetlint.document import Paragraph, Table
from budgetlint.fold import fold, tidy
from budgetlint.taxonomy.purchases import purchases

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from budgetlint.disclosure.structure.outline import Outline
    from budgetlint.disclosure.tables.captions import Caption
    from budgetlint.disclosure.tables.columns import Layout
    from budgetlint.document import Document, Text
    from budgetlint.taxonomy import ColumnSpec
    from budgetlint.taxonomy.purchases import PurchaseTable

_LOOK_BACK = 4
_LONGEST_TITLE = 40
_LISTS = ("procurement", "asset-plan")
_AMOUNTS = ("total", "value", "amount")


@dataclass
class PurchaseStatement(Statement):
    """A procurement or asset table.

    ``units`` are those of single columns by role: what their headers name, or what the amounts
    tell of ``price_unit``. ``is_blank``: below the header there is not one number. ``has_more``:
    a column that is not known holds numbers beside those of amounts.
    """

    units: dict[str, Unit] = field(default_factory=dict)
    price_unit: Unit | None = None
    is_blank: bool = False
    has_more: bool = False

    @property
    def lists_items(self) -> bool:
        """Whether the rows are things that are bought, with price and quantity."""
        return self.spec.id in _LISTS

    def has(self, role: str) -> bool:
        """Whether the table has a column of this role."""
        return any(column and column.role == role for column in self.columns)

    def unit_of(self, role: str) -> Unit:
        """The unit of a column of amounts."""
        return self.units.get(role) or self.unit or Unit.WAN


def find_purchase_tables(
    document: Document, outline: Outline, used: Collection[int]
) -> list[PurchaseStatement]:
    """The procurement and asset tables beside those ``used``, at most one of a kind in a part.

    Of several of one kind it is not known what each of them holds: none is read.
    """
    found: dict[tuple[int, str], list[PurchaseStatement]] = defaultdict(list)
    for index, block in enumerate(document.blocks):
        if isinstance(block, Table) and index not in used:
            statement = _statement(document, outline, index, block)
            if statement:
                found[statement.part.start, statement.spec.id].append(statement)
    single = [same[0] for same in found.values() if len(same) == 1]
    return sorted(single, key=lambda statement: statement.block)


def _statement(
    document: Document, outline: Outline, index: int, table: Table
) -> PurchaseStatement | None:
    above = list(_above(document, index))
    for kind in purchases().tables:
        layout = find_layout(table, kind.spec)
        inside = [cell for r in layout.caption for cell in table.rows[r]]
        lines: list[Text] = [*above, *inside]
        titled = (line for line in lines if kind.spec.pattern.fullmatch(_bare(line)))
        heading = next(titled, None)
        statement = _read(outline, index, table, kind, layout) if heading else None
        if statement and heading:
            statement.title = tidy(strip_ordinal(tidy(heading.text)))
            statement.position = heading.position()
            statement.caption = _caption(statement, lines)
            statement.unit = statement.caption.unit
            return statement
    return None


def _above(document: Document, index: int) -> Iterator[Paragraph]:
    """The short paragraphs above a table, the nearest first."""
    for at in range(index - 1, max(-1, index - 1 - _LOOK_BACK), -1):
        block = document.blocks[at]
        if not isinstance(block, Paragraph):
            return
        text = fold(block.text)
        if len(text) <= _LONGEST_TITLE and "。" not in text:
            yield block


def _bare(line: Text) -> str:
    return strip_ordinal(fold(line.text))


def _read(
    outline: Outline, index: int, table: Table, kind: PurchaseTable, layout: Layout
) -> PurchaseStatement | None:
    """The table, if it has the columns and rows that this kind cannot do without."""
    columns, units = find_roles(table, layout, kind.spec)
    if not {column.role for column in columns if column}.issuperset(kind.needs):
        return None
    rows, note = read_rows(table, layout, columns, kind.spec.id)
    if kind.spec.id in _LISTS:
        settle_heads(rows)
    if not {row.code for row in rows}.issuperset(kind.needs_rows):
        return None
    return PurchaseStatement(
        kind.spec, outline.part_at(index), kind.spec.title, index, table.position, table,
        columns=tuple(columns), rows=rows, note=note, units=units,
        is_blank=_is_blank(table, layout), has_more=_has_more(table, layout, columns),
    )  # fmt: skip


def _has_more(table: Table, layout: Layout, columns: Sequence[ColumnSpec | None]) -> bool:
    amounts = [n for n, column in enumerate(columns) if column and column.role in _AMOUNTS]
    unknown = [n for n, column in enumerate(columns) if column is None and n > min(amounts)]
    lines = (cells_by_column(table, r, layout.width) for r in range(layout.data, len(table.rows)))
    cells = (line[n] for line in lines for n in unknown if n < len(line))
    return any(cell is not None and parse_number(cell.text) for cell in cells)


def _is_blank(table: Table, layout: Layout) -> bool:
    cells = (cell for row in table.rows[layout.data :] for cell in row)
    return not any(parse_number(cell.text) for cell in cells)


def _caption(statement: PurchaseStatement, lines: Iterable[Text]) -> Caption:
    """What stands above the data; the unit may stand in the header of the amounts instead."""
    caption = read_caption([piece for line in lines for piece in caption_pieces(line)])
    own = {statement.units.get(role) for role in _AMOUNTS} - {None}
    return caption if caption.unit or not own else replace(caption, unit=own.pop())
