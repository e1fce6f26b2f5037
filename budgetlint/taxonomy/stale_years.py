"""Earlier years written as the year of the document: ``stale-years.toml``, read once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from budgetlint.taxonomy.data import tables_of

_YEAR = "(?<![0-9])(?P<year>20[0-9]{2})"


@dataclass(frozen=True, eq=False)
class YearUse:
    """Words that mean the year of the document.

    ``distance`` is, by kind of document, how far back a year must be to be wrong.
    """

    id: str
    patterns: tuple[re.Pattern[str], ...]
    whole: bool
    where: frozenset[str]
    distance: dict[str, int]
    severity: str
    alone: bool
    says: str


@dataclass(frozen=True)
class StaleYearSpec:
    """All uses; what makes a sentence speak of the past, and a project one of an earlier year.

    ``review`` makes a heading look back on the year that it names, ``begun`` an indicator one of
    no deadline. Years further back than ``furthest`` were not left over from an earlier document.
    """

    past: re.Pattern[str]
    carried: re.Pattern[str]
    review: re.Pattern[str]
    begun: re.Pattern[str]
    furthest: int
    uses: tuple[YearUse, ...]


@cache
def stale_years() -> StaleYearSpec:
    """How earlier years are written as if they were this one."""
    data = tables_of("stale-years.toml")
    return StaleYearSpec(
        re.compile(data["past"]),
        re.compile(data["carried"]),
        re.compile(data["review"]),
        re.compile(data["begun"]),
        data["furthest"],
        tuple(
            YearUse(
                one["id"],
                tuple(
                    re.compile(text.replace("{year}", _YEAR).replace("{done}", data["done"]))
                    for text in one["text"]
                ),
                one.get("whole", False),
                frozenset(one["where"]),
                {kind: one[kind] for kind in ("budget", "final") if kind in one},
                one["severity"],
                one.get("alone", False),
                one["says"],
            )
            for one in data["use"]
        ),
    )
