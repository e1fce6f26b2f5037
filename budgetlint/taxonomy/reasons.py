"""How the reasons of changes are worded: ``reasons.toml``, read once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from budgetlint.taxonomy.data import Expression, tables_of


@dataclass(frozen=True, slots=True)
class ExplainedSection:
    """A section that has to explain its changes: its total, groups of items of which one reason
    is enough, how a missing reason is reported, and the comparison that may give reasons."""

    section: str
    total: str
    severity: str
    families: tuple[tuple[str, ...], ...] = ()
    table: str = ""
    table_totals: tuple[str, ...] = ()

    def family(self, concept: str) -> tuple[str, ...]:
        """The items that are explained together with this one."""
        return next((f for f in self.families if concept in f), (concept,))


@dataclass(frozen=True, slots=True)
class ReasonSpec:
    """The words of reasons: see the comments in ``reasons.toml``."""

    given: Expression
    stated: Expression
    nothing: Expression
    unchanged: Expression
    marker: Expression
    rise: Expression
    fall: Expression
    drivers: Expression
    open: Expression
    event: Expression
    sections: tuple[ExplainedSection, ...]


@cache
def reasons() -> ReasonSpec:
    """How the reasons of changes are worded."""
    data = tables_of("reasons.toml")
    words = {name: Expression(text) for name, text in data.items() if isinstance(text, str)}
    sections = tuple(
        ExplainedSection(
            section=s["section"],
            total=s["total"],
            severity=s["severity"],
            families=tuple(map(tuple, s.get("families", ()))),
            table=s.get("table", ""),
            table_totals=tuple(s.get("table_totals", ())),
        )
        for s in data.values()
        if isinstance(s, dict)
    )
    return ReasonSpec(**words, sections=sections)
