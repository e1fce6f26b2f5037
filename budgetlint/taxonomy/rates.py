"""How any narrative speaks of percentages: ``percentages.toml``, read once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from budgetlint.taxonomy.data import Expression, tables_of


@dataclass(frozen=True, slots=True)
class BaseSpec:
    """What a change or a rate compares with, and the words that say so."""

    id: str
    pattern: Expression


@dataclass(frozen=True, slots=True)
class PercentageSpec:
    """The words of rates and comparisons; of ``bases`` the first that fits counts."""

    rise: tuple[str, ...]
    fall: tuple[str, ...]
    open: tuple[str, ...]
    more: tuple[str, ...]
    less: tuple[str, ...]
    even: tuple[str, ...]
    bases: tuple[BaseSpec, ...]


@cache
def percentages() -> PercentageSpec:
    """How any narrative speaks of percentages, of directions and of what they compare with."""
    data = tables_of("percentages.toml")
    words = {**data["directions"], **data["comparisons"]}
    return PercentageSpec(
        **{name: tuple(listed) for name, listed in words.items()},
        bases=tuple(BaseSpec(b["id"], Expression(b["pattern"])) for b in data["bases"]),
    )
