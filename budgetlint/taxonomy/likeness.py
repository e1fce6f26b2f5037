"""Which names differ by one character on purpose: ``likeness.toml``, read once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from budgetlint.taxonomy.data import tables_of


@dataclass(frozen=True)
class Differing:
    """Characters of one of the ``groups`` tell two things apart; before one of ``places`` a place
    is named; one of ``optional`` more or less is no slip."""

    groups: tuple[str, ...]
    places: str
    optional: frozenset[str]


@cache
def differing() -> Differing:
    """What tells two names apart."""
    data = tables_of("likeness.toml")
    groups = tuple(data["groups"])
    return Differing(groups, data["places"], frozenset(data["optional"]).union(*groups))
