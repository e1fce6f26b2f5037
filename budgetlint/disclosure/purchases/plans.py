"""What the text plans to buy, against what the tables pay for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from budgetlint.fold import fold
from budgetlint.taxonomy.purchases import purchases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure.facts import Fact, FactSet
    from budgetlint.disclosure.purchases import Purchases
    from budgetlint.disclosure.structure.outline import Part
    from budgetlint.location import Location


class NoPlan(NamedTuple):
    """A place that says that no assets will be bought, in words or as an amount of 0."""

    location: Location
    is_amount: bool


def no_plan(part: Part, facts: FactSet, known: Purchases) -> NoPlan | None:
    """Where the text of a part says that no assets will be bought."""
    said = known.words_of(part).first("no_purchase")
    if said:
        return NoPlan(said, is_amount=False)
    amounts = facts.text(part, "assets.purchase", "this", "level")
    if amounts and all(fact.is_zero for fact in amounts):
        return NoPlan(amounts[0].location, is_amount=True)
    return None


def equipment_paid_for(part: Part, facts: FactSet, column: str = "total") -> list[Fact]:
    """The cells of the table of basic expenditure that hold money for equipment."""
    spec = purchases()
    cells = (facts.cell(part, (spec.equipment_table, code, column)) for code in spec.equipment)
    return [cell for cell in cells if cell and not cell.is_zero]


def assets_bought(
    part: Part, facts: FactSet, known: Purchases, *, from_operating: bool = False
) -> list[Fact]:
    """The amounts of the goods in the procurement table that become fixed assets; of those that
    公用经费 pays for only, with ``from_operating``."""
    table = known.table(part, "procurement")
    items = known.items(table) if table else []
    cells = (
        facts.cell(part, ("procurement", item.row.code, "total"))
        for item in items
        if item.is_asset and (item.from_operating or not from_operating)
    )
    return [cell for cell in cells if cell and not cell.is_zero]


def not_in_table(part: Part, known: Purchases) -> Iterator[tuple[str, Location]]:
    """The things that the text says will be bought, of which the procurement table has none."""
    table = known.table(part, "procurement")
    items = known.items(table) if table else ()
    names = [fold(cell.text) for item in items for cell in item.row.cells.values()]
    for name, place in known.words_of(part).lists if names else ():
        kinds = [pattern for pattern in purchases().assets.values() if pattern.search(name)]
        if kinds and not any(p.search(item) for p in kinds for item in names):
            yield name, place
