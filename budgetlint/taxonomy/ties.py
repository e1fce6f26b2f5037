"""Which subjects of the two classifications of expenditure belong together.

``subjects/ties.toml`` ties functional to economic subjects, ``subjects/basic-sides.csv`` says
which economic subjects are 人员经费 and which 公用经费.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from budgetlint.taxonomy.data import tables_of, text_of

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Tie:
    """Σ ``functional`` = Σ ``economic`` in the basic expenditure of the general public budget.

    What the functional subjects have beyond it may go to the subjects ``also``. ``severity`` is
    that of a difference, ``reason`` what both sides hold, ``exception`` when they may differ.
    """

    functional: tuple[str, ...]
    economic: tuple[str, ...]
    also: tuple[str, ...]
    severity: str
    reason: str
    exception: str


@cache
def ties() -> tuple[Tie, ...]:
    """The ties of ``subjects/ties.toml``."""
    return tuple(
        Tie(
            functional=tuple(tie["functional"]),
            economic=tuple(tie["economic"]),
            also=tuple(tie.get("also", ())),
            severity=tie["severity"],
            reason=tie["reason"],
            exception=tie.get("except", ""),
        )
        for tie in tables_of("subjects/ties.toml")["ties"]
    )


@dataclass(frozen=True, slots=True)
class Side:
    """Where an economic subject belongs: ``personnel`` or ``operating``.

    ``elsewhere`` is the severity of an amount on the other side.
    """

    side: str
    elsewhere: str


@cache
def _sides() -> Mapping[str, Side]:
    lines = text_of("subjects/basic-sides.csv").splitlines()
    return {row["code"]: Side(row["side"], row["elsewhere"]) for row in csv.DictReader(lines)}


def side_of(code: str) -> Side | None:
    """The side of an economic subject, else that of its class; None where both are possible."""
    return _sides().get(code) or _sides().get(code[:3])
