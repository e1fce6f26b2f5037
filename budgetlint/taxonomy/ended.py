"""Institutions, plans and campaigns that are over: ``ended.toml``, read once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from budgetlint.taxonomy.data import tables_of


@dataclass(frozen=True)
class Ended:
    """Something that is over: no longer right from the fiscal year ``since`` on.

    ``sure``: it is provably over; ``cited``: it is looked for in what is cited too.
    """

    text: re.Pattern[str]
    since: int
    because: str
    now: str
    sure: bool
    cited: bool
    unless: re.Pattern[str] | None


@dataclass(frozen=True)
class EndedSpec:
    """All of them, and what makes a sentence speak of the past."""

    past: re.Pattern[str]
    entries: tuple[Ended, ...]


@cache
def ended() -> EndedSpec:
    """What is over."""
    data = tables_of("ended.toml")
    return EndedSpec(
        re.compile(data["past"]),
        tuple(
            Ended(
                re.compile(one["text"]),
                one["since"],
                one["because"],
                one["now"],
                one.get("severity") == "warning",
                one.get("cited", False),
                re.compile(one["unless"]) if "unless" in one else None,
            )
            for one in data["ended"]
        ),
    )
