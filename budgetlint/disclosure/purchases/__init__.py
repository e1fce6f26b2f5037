"""Government procurement and fixed assets: their tables, what must hold in them, their text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from budgetlint.disclosure.purchases.cells import purchase_facts
from budgetlint.disclosure.purchases.items import Item, items_of
from budgetlint.disclosure.purchases.prices import settle_price_unit
from budgetlint.disclosure.purchases.relations import add_purchase_relations
from budgetlint.disclosure.purchases.tables import PurchaseStatement, find_purchase_tables
from budgetlint.disclosure.purchases.words import PurchaseWords, read_words

if TYPE_CHECKING:
    from collections.abc import Collection

    from budgetlint.disclosure.diagnosis.relations import RelationSet
    from budgetlint.disclosure.facts import FactSet
    from budgetlint.disclosure.structure.outline import Outline, Part
    from budgetlint.document import Document
    from budgetlint.taxonomy.subjects import Classification

__all__ = ["Item", "PurchaseStatement", "PurchaseWords", "Purchases", "find_purchases"]


@dataclass(frozen=True)
class Purchases:
    """What a disclosure says of procurement and assets: its tables, and the words of each part.

    ``catalogue`` is the classification of procurement that items are held against.
    """

    statements: tuple[PurchaseStatement, ...]
    catalogue: Classification
    words: dict[int, PurchaseWords] = field(default_factory=dict)

    @property
    def blocks(self) -> set[int]:
        """The blocks of the tables."""
        return {statement.block for statement in self.statements}

    @property
    def lists(self) -> list[PurchaseStatement]:
        """The tables whose rows are things that are bought."""
        return [s for s in self.statements if s.lists_items]

    @property
    def procurement(self) -> list[PurchaseStatement]:
        """The procurement tables."""
        return [s for s in self.statements if s.spec.id == "procurement"]

    def table(self, part: Part, kind: str) -> PurchaseStatement | None:
        """The procurement or asset table of a part."""
        return next((s for s in self.statements if s.part is part and s.spec.id == kind), None)

    def items(self, statement: PurchaseStatement) -> list[Item]:
        """The things that a procurement table lists."""
        return items_of(statement, self.catalogue)

    def words_of(self, part: Part) -> PurchaseWords:
        """What the text of a part says."""
        return self.words[part.start]

    def settle_units(self) -> None:
        """Find out in which unit prices are printed, once the units of the tables are known."""
        for statement in self.lists:
            settle_price_unit(statement)

    def add_facts(self, facts: FactSet, unread: list[str]) -> None:
        """Add the cells of all tables; what is no number goes to ``unread``."""
        for statement in self.statements:
            facts.add_cells(statement.part, purchase_facts(statement, unread))

    def relate(self, part: Part, facts: FactSet, out: RelationSet) -> None:
        """Add what must hold in the tables of a part and between them and its text."""
        own = [statement for statement in self.statements if statement.part is part]
        add_purchase_relations(part, facts, own, self.words_of(part), self.catalogue, out)


def find_purchases(
    document: Document, outline: Outline, used: Collection[int], catalogue: Classification
) -> Purchases:
    """The procurement and asset tables beside the standard ones, and the words about them."""
    return Purchases(
        tuple(find_purchase_tables(document, outline, used)),
        catalogue,
        {part.start: read_words(document, part) for part in outline.parts},
    )
