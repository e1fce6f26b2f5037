"""Observations of how whole tables are printed: one for each, or one for many that are alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.finding import Observation
from budgetlint.lang import listed, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from budgetlint.disclosure.printed import AmountCell

_MANY = 3
_SHOWN = 3


def observations_by_table(
    found: Sequence[tuple[str, Sequence[AmountCell]]], shared: str
) -> Iterator[Observation]:
    """What is said of each table, at its cells; of many tables only what they share is said."""
    if len(found) <= _MANY:
        for message, cells in found:
            first, *rest = (cell.location for cell in cells)
            yield Observation(message=message, location=first, related=tuple(rest))
        return
    titles = "".join(f"《{cells[0].statement.title}》" for _, cells in found[:_SHOWN])
    tables = say("{titles}等{count}张表", titles=titles, count=len(found))
    first, *rest = (cell.location for _, cells in found for cell in cells)
    yield Observation(
        message=say(shared, tables=tables),
        location=first,
        related=tuple(rest),
    )


def shown(cells: Sequence[AmountCell]) -> str:
    """Some of the numbers as printed, and how many there are."""
    few = listed(list(dict.fromkeys(cell.folded for cell in cells))[:_SHOWN])
    return say("{few}等{count}处", few=few, count=len(cells)) if len(cells) > 1 else few
