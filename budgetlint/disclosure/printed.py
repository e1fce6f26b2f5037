"""Numbers as they are printed: the amount cells of the standard tables, amounts in sentences.

Facts say what is meant; here it matters how it stands on the page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from budgetlint.disclosure.amount import NUMBER, Unit
from budgetlint.disclosure.tables.cells import cell_amount
from budgetlint.document import Paragraph
from budgetlint.fold import fold, fold_with_offsets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.amount import Amount
    from budgetlint.disclosure.tables.rows import Row
    from budgetlint.disclosure.tables.statements import Statement
    from budgetlint.document import Cell
    from budgetlint.fold import Folded
    from budgetlint.location import Location
    from budgetlint.taxonomy import ColumnSpec

_NUMBER = re.compile(f"[-+−]?({NUMBER})")
_FOUR_DIGITS = 4


@dataclass(frozen=True, slots=True)
class AmountCell:
    """A cell of an amount column: where it stands and what is printed in it."""

    statement: Statement
    row: Row
    column: ColumnSpec
    cell: Cell

    @property
    def folded(self) -> str:
        """What is printed, without blanks."""
        return fold(self.cell.text)

    @property
    def amount(self) -> Amount | None:
        """The amount that is meant; None where there is none."""
        return cell_amount(self.cell.text, self.statement.unit or Unit.WAN)

    @property
    def number(self) -> str:
        """The number without its sign, empty where the print is no correct number."""
        match = _NUMBER.fullmatch(self.folded)
        return match[1] if match else ""

    @property
    def is_grouped(self) -> bool:
        """Whether a separator of thousands is printed."""
        return "," in self.number

    @property
    def may_be_grouped(self) -> bool:
        """Whether the number is large enough for a separator of thousands."""
        return len(self.number.partition(".")[0]) >= _FOUR_DIGITS

    @property
    def location(self) -> Location:
        """The place of the cell."""
        return self.statement.location(self.row, self.column)


def amount_cells(statement: Statement) -> Iterator[AmountCell]:
    """The cells of a table that should hold an amount; one that covers several columns counts
    once, in the first of them."""
    for row in statement.rows:
        seen: set[int] = set()
        for column in statement.columns:
            if column is None or column.kind != "amount":
                continue
            cell = row.cells.get(column.role)
            if cell is not None and id(cell) not in seen:
                seen.add(id(cell))
                yield AmountCell(statement, row, column, cell)


def sentences(disclosure: Disclosure) -> Iterator[tuple[int, Paragraph, Folded]]:
    """The paragraphs outside the table of contents, with their blocks."""
    for index, block in enumerate(disclosure.document.blocks):
        if isinstance(block, Paragraph) and index not in disclosure.outline.contents:
            yield index, block, fold_with_offsets(block.text)
