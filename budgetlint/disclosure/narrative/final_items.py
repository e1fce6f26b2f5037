"""The items of a narrative (教育支出（类）普通教育（款）初中教育（项）) in the rows of their table.

A path of names means the row whose name and whose parents' names are the same; where the table
has no such row, or more than one, it means none.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from budgetlint.disclosure.narrative.sentence_facts import ITEM
from budgetlint.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from budgetlint.disclosure.facts import Fact, FactSet
    from budgetlint.disclosure.structure.outline import Part

_LENGTHS = (3, 5, 7)


def path_of(concept: str) -> tuple[str, ...]:
    """The names that the concept of an item holds: class, division, item; "" where unsaid."""
    return tuple(concept.removeprefix(ITEM).split("/"))


def level_of(concept: str) -> int:
    """0 for a class, 1 for a division, 2 for an item."""
    return max(n for n, name in enumerate(path_of(concept)) if name)


def _bare(name: str) -> str:
    return fold(name).removesuffix("支出")


class ItemTable:
    """The rows of one table by functional codes, with their names and amounts."""

    def __init__(self, part: Part, facts: FactSet, table: str) -> None:
        self.cells: dict[str, Fact] = {
            code: fact
            for (statement, code, column), fact in facts.cells[part.start].items()
            if (statement, column) == (table, "total") and code.isdigit() and not fact.absent
        }
        self._codes: dict[str, list[str]] = defaultdict(list)
        for code in self.cells:
            self._codes[_bare(self._name(code))].append(code)

    def _name(self, code: str) -> str:
        return self.cells[code].location.row_label or ""

    def has_row(self, name: str) -> bool:
        """Whether a row with an amount is called so (a regular expression)."""
        return any(
            re.fullmatch(name, fold(self._name(code)))
            for code, fact in self.cells.items()
            if not fact.is_zero
        )

    def code_of(self, concept: str) -> str | None:
        """The code of the row that an item means, None where it is not surely one."""
        names, level = path_of(concept), level_of(concept)
        fitting = [
            code
            for code in self._codes[_bare(names[level])]
            if len(code) == _LENGTHS[level] and self._under(code, names[:level])
        ]
        return fitting[0] if len(fitting) == 1 else None

    def _under(self, code: str, parents: Iterable[str]) -> bool:
        """Whether the parents of a row, as far as both tell them, have these names."""
        above = ((code[:n], name) for n, name in zip(_LENGTHS, parents, strict=False) if name)
        return all(
            parent not in self.cells or _bare(self._name(parent)) == _bare(name)
            for parent, name in above
        )

    def stated(self, level: int) -> set[str]:
        """The codes of this level with an amount; of items, all that have nothing below them."""
        codes = {code for code, fact in self.cells.items() if not fact.is_zero}
        if level < 2:
            return {code for code in codes if len(code) == _LENGTHS[level]}
        return {c for c in codes if not any(o != c and o.startswith(c) for o in self.cells)}
