"""Wording that fits one level of government only: ``levels.toml``, compiled."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from budgetlint.taxonomy.data import Expression, tables_of


@dataclass(frozen=True, slots=True)
class LevelWording:
    """Phrases of the level ``named`` that do not fit the levels ``foreign_to``."""

    named: str
    foreign_to: frozenset[str]
    severity: str
    pattern: Expression


@dataclass(frozen=True, slots=True)
class LevelSpec:
    """All such wordings; names like ``managed_above`` do not show who pays."""

    managed_above: Expression
    wordings: tuple[LevelWording, ...]


@cache
def level_spec() -> LevelSpec:
    """The wordings of each level."""
    data = tables_of("levels.toml")
    wordings = tuple(
        LevelWording(
            each["named"],
            frozenset(each["foreign_to"]),
            each["severity"],
            Expression(each["pattern"]),
        )
        for each in data["wording"]
    )
    return LevelSpec(Expression(data["managed_above"]), wordings)
