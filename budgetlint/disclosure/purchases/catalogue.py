"""The codes of the procurement catalogue against the names of the items."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from budgetlint.taxonomy.subjects import subject_key

if TYPE_CHECKING:
    from budgetlint.disclosure.purchases.items import Item
    from budgetlint.taxonomy.subjects import Classification, Subject


@dataclass(frozen=True, slots=True)
class MisplacedCode:
    """A code that the catalogue gives to something else than the item it stands beside.

    ``of`` is what has the code, ``named`` what the catalogue calls like the item.
    """

    of: Subject
    named: tuple[Subject, ...]


def misplaced_code(item: Item, catalogue: Classification, year: int | None) -> MisplacedCode | None:
    """What is wrong with the code of an item; None where the catalogue is not sure of both.

    Code and name may be of either edition: the older one goes on in use for years.
    """
    code, name = item.row.printed_code, item.row.label
    of = catalogue.of(code)
    named = catalogue.named(name)
    if not of or not named or any(subject_key(s.name) == subject_key(name) for s in of):
        return None
    if not all(subject.sure for subject in (*of, *named)):
        return None
    current = tuple(subject for subject in named if subject.valid_in(year))
    holders = [subject for subject in of if subject.valid_in(year)]
    return MisplacedCode((holders or list(of))[-1], current or named)
