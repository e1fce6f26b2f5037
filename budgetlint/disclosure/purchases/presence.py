"""Whether text and tables agree on there being anything to show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from budgetlint.taxonomy.purchases import purchases

if TYPE_CHECKING:
    from budgetlint.disclosure.facts import Fact, FactSet
    from budgetlint.disclosure.purchases import Purchases
    from budgetlint.disclosure.structure.outline import Part
    from budgetlint.location import Location


@dataclass(frozen=True, slots=True)
class Absence:
    """Words of the text that a table contradicts: an empty or missing one, or one with ``amounts``.

    ``sure``: the table stands there and is empty.
    """

    location: Location
    said: str
    title: str
    amounts: tuple[Fact, ...] = ()
    sure: bool = False


def table_absences(part: Part, facts: FactSet, known: Purchases) -> list[Absence]:
    """Where the text of a part and its procurement and asset tables contradict each other."""
    found = (_absence(part, facts, known, kind.spec.id) for kind in purchases().tables)
    return [absence for absence in found if absence]


def _absence(part: Part, facts: FactSet, known: Purchases, kind: str) -> Absence | None:
    spec = next(each.spec for each in purchases().tables if each.spec.id == kind)
    table, words = known.table(part, kind), known.words_of(part)
    stated = [fact for fact in _levels(part, facts, kind) if not fact.is_zero]
    if stated and table and table.is_blank:
        return Absence(stated[0].location, stated[0].text, table.title, sure=True)
    refers = kind in words.refers
    if stated and table is None and refers and kind not in words.followed:
        return Absence(stated[0].location, stated[0].text, spec.title)
    denied = words.first("no_procurement") if kind == "procurement" else None
    if denied and not stated and table and not table.is_empty:
        cells = _amounts(part, facts, kind)
        return Absence(denied, denied.text, table.title, cells)
    return None


def _levels(part: Part, facts: FactSet, kind: str) -> list[Fact]:
    return [
        fact
        for period in ("this", "end-of-last-year")
        for fact in facts.text(part, kind, period, "level")
    ]


def _amounts(part: Part, facts: FactSet, kind: str) -> tuple[Fact, ...]:
    """The first amount of a table, if it has one."""
    cells = [
        fact
        for key, fact in facts.cells[part.start].items()
        if key[0] == kind and key[2] == "total" and not fact.is_zero
    ]
    return tuple(cells[:1])
