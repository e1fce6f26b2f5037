"""Which names differ by one character on purpose: ``likeness.toml``, read once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from budgetlint.taxonomy.data import tables_of


@dataclass(frozen=True)
class Differing:
    """Characters of one of the ``groups`` tell two things apart; before one of ``places`` a place
    is named."""

    groups: tuple[str, ...]
    places: str


@cache
def differing() -> Differing:
    """What tells two names apart."""
    data = tables_of("likeness.toml")
    return Differing(tuple(data["groups"]), data["places"])
