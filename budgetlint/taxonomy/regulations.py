"""The laws and documents that disclosures cite: ``regulations.toml``, read once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from budgetlint.taxonomy.data import tables_of


@dataclass(frozen=True, slots=True)
class Regulation:
    """A law or document: its name, its number (文号) or "", and known wrong names."""

    name: str
    number: str
    wrong: tuple[str, ...]


@cache
def regulations() -> tuple[Regulation, ...]:
    """All of them, in the order of the file."""
    return tuple(
        Regulation(entry["name"], entry.get("number", ""), tuple(entry.get("wrong", ())))
        for entry in tables_of("regulations.toml")["regulations"]
    )
