"""The things that a procurement table lists: what they are, and what pays for them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from budgetlint.fold import fold, tidy
from budgetlint.taxonomy.purchases import purchases

if TYPE_CHECKING:
    from budgetlint.disclosure.purchases.tables import PurchaseStatement
    from budgetlint.disclosure.tables.rows import Row
    from budgetlint.taxonomy.subjects import Classification


@dataclass(frozen=True, slots=True)
class Item:
    """A line of the table. ``kind`` is goods, works, services, or empty where it is not known.

    ``project`` is what pays for it, carried down over merged cells.
    """

    row: Row
    kind: str
    project: str

    def text(self, role: str) -> str:
        """What a cell of the line prints, without blanks around it."""
        cell = self.row.cells.get(role)
        return tidy(cell.text) if cell else ""

    @property
    def is_asset(self) -> bool:
        """Whether it becomes a fixed asset: goods that are not used up."""
        words = purchases().words
        code, name = self.row.printed_code, fold(self.row.label)
        used_up = words["consumable_codes"].search(code) or words["consumables"].fullmatch(name)
        return self.kind == "goods" and not used_up

    @property
    def from_operating(self) -> bool:
        """Whether 公用经费 pays for it."""
        return bool(purchases().words["operating"].fullmatch(self.project))


def items_of(statement: PurchaseStatement, catalogue: Classification) -> list[Item]:
    """The lines of a procurement table that are neither total nor sub-total."""
    items: list[Item] = []
    project = ""
    for row in statement.rows:
        own = row.cells.get("project")
        if row.is_subtotal or row.code == "total":
            project = ""
            continue
        if own and fold(own.text):
            project = fold(own.text)
        items.append(Item(row, kind_of_item(row, catalogue), project))
    return items


def kind_of_item(row: Row, catalogue: Classification) -> str:
    """Goods, works or services, by the code, the official name, or what the name says."""
    spec, name = purchases(), fold(row.label)
    codes = [row.printed_code, *(subject.code for subject in catalogue.named(name))]
    for code in codes:
        for kind, pattern in spec.kinds.items():
            if pattern.search(code):
                return kind
    return next((kind for kind, pattern in spec.kind_names if pattern.search(name)), "")
