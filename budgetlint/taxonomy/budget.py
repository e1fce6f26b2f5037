"""How the narrative of budgets speaks: ``narrative.toml``, read once."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from budgetlint.taxonomy.data import Expression, tables_of

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class ConceptSpec:
    """A quantity that the narrative states, and the table cells that state the same: this year's
    amount (``tables``), last year's and the change.

    ``same_as`` is another quantity of the narrative that is usually equal. With ``severity``
    warning the equality is usual but not certain, and nothing is compared with a printed 0.
    """

    id: str
    title: str
    sections: tuple[str, ...]
    pattern: str
    tables: tuple[str, ...] = ()
    last: tuple[str, ...] = ()
    change: tuple[str, ...] = ()
    when_equal: tuple[str, ...] = ()
    same_as: str = ""
    severity: str = "error"
    topic: bool = False
    default: bool = False
    period: str = ""


@dataclass(frozen=True, slots=True)
class SumSpec:
    """A closed sum between quantities of the narrative.

    It is closed where all ``parts`` are stated; ``optional`` ones count where they are. ``apart``
    is what may be inside the total or beside it. ``severity`` is the most a failure may be.
    """

    total: str
    parts: tuple[str, ...]
    without: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    severity: str = "error"


@dataclass(frozen=True)
class NarrativeSpec:
    """How the narrative of budgets speaks of money."""

    connector: str
    change: str
    unchanged: str
    even: str
    decrease: tuple[str, ...]
    last_level: str
    lead: Expression
    concepts: tuple[ConceptSpec, ...]
    sums: tuple[SumSpec, ...]
    by_id: Mapping[str, ConceptSpec] = field(default_factory=dict)


@cache
def narrative() -> NarrativeSpec:
    """How the narrative of budgets speaks of money."""
    data = tables_of("narrative.toml")
    concepts = tuple(
        ConceptSpec(
            id=c["id"],
            title=c["title"],
            sections=tuple(c["sections"]),
            pattern="|".join(c["patterns"]),
            tables=tuple(c.get("tables", ())),
            last=tuple(c.get("last", ())),
            change=tuple(c.get("change", ())),
            when_equal=tuple(c.get("when_equal", ())),
            same_as=c.get("same_as", ""),
            severity=c.get("severity", "error"),
            topic=c.get("topic", False),
            default=c.get("default", False),
            period=c.get("period", ""),
        )
        for c in data["concepts"]
    )
    return NarrativeSpec(
        connector=data["connector"],
        change=data["change"],
        unchanged=data["unchanged"],
        even=data["even"],
        decrease=tuple(data["decrease"]),
        last_level=data["last_level"],
        lead=Expression(data["lead"]),
        concepts=concepts,
        sums=tuple(
            SumSpec(
                total=s["total"],
                parts=tuple(s["parts"]),
                without=tuple(s.get("without", ())),
                optional=tuple(s.get("optional", ())),
                apart=tuple(s.get("apart", ())),
                severity=s.get("severity", "error"),
            )
            for s in data["sums"]
        ),
        by_id={concept.id: concept for concept in concepts},
    )
