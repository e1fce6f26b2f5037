"""How the reasons of changes are worded: ``reasons.toml``, read once."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from typing import TYPE_CHECKING, Any

from budgetlint.taxonomy.data import Expression, patterns, tables_of

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class ExplainedSection:
    """A section that has to explain its changes: its total, groups of items of which one reason
    is enough, how a missing reason is reported, the words that explain, and the comparison that
    may give reasons."""

    section: str
    total: str
    severity: str
    explained_by: Expression
    families: tuple[tuple[str, ...], ...] = ()
    table: str = ""
    table_totals: tuple[str, ...] = ()

    def family(self, concept: str) -> tuple[str, ...]:
        """The items that are explained together with this one."""
        return next((f for f in self.families if concept in f), (concept,))


@dataclass(frozen=True, slots=True)
class ReasonSpec:
    """The words of reasons: see the comments in ``reasons.toml``. ``sections`` are those of budgets
    and of final accounts."""

    nothing: Expression
    unchanged: Expression
    marker: Expression
    rise: Expression
    fall: Expression
    drivers: Expression
    open: Expression
    renewed: Expression
    event: Expression
    sections: Mapping[str, tuple[ExplainedSection, ...]]


def _section(data: dict[str, Any], words: Mapping[str, str]) -> ExplainedSection:
    return ExplainedSection(
        section=data["section"],
        total=data["total"],
        severity=data["severity"],
        explained_by=patterns([words[name] for name in data.get("explained_by", ("stated",))]),
        families=tuple(map(tuple, data.get("families", ()))),
        table=data.get("table", ""),
        table_totals=tuple(data.get("table_totals", ())),
    )


@cache
def reasons() -> ReasonSpec:
    """How the reasons of changes are worded."""
    data = tables_of("reasons.toml")
    words = {name: text for name, text in data.items() if isinstance(text, str)}
    sections = {
        kind: tuple(_section(each, words) for each in data[kind]) for kind in ("budget", "final")
    }
    named = {field.name for field in fields(ReasonSpec)}
    return ReasonSpec(
        **{name: Expression(text) for name, text in words.items() if name in named},
        sections=sections,
    )
