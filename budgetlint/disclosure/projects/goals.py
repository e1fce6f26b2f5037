"""Figures that goals promise, and the indicators that measure the same."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from budgetlint.disclosure.numerals import parse_han
from budgetlint.taxonomy.performance import performance

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from budgetlint.disclosure.projects.model import Indicator, Project

_PERCENT = "%"
_SATISFACTION = "满意"
_TELLING = 4
"""So many last characters of the name of a rate tell which one it is."""
_ROUGHLY = 5
"""What is said to be about right may be off by one part in so many."""


@dataclass(frozen=True)
class Promise:
    """A figure of a goal: ``unit`` % or a counter, the ``words`` around it, where it stands in the
    folded text, and whether it is said to be no more than about right."""

    number: Decimal
    unit: str
    words: str
    span: tuple[int, int]
    rough: bool = False


def promises(folded: str) -> Iterator[Promise]:
    """The figures of a folded goal; a unit that counts several things is left out."""
    forms = performance().goals
    for match in forms["rate"].compiled.finditer(folded):
        span = (match.start("name"), match.end())
        yield Promise(Decimal(match["number"]), "%", match["name"], span)
    counts = list(forms["count"].compiled.finditer(folded))
    units = [match["unit"] for match in counts]
    for match in counts:
        if units.count(match["unit"]) == 1:
            span = (match.start("number"), match.end("unit"))
            words = match["before"] + "," + match["after"]
            yield Promise(
                _number(match["number"]), match["unit"], words, span, match["sign"] == "约"
            )


def _number(text: str) -> Decimal:
    return Decimal(text if text.isdecimal() else parse_han(text))


def contradicted(promise: Promise, project: Project) -> Indicator | None:
    """The one indicator that measures what a goal promises, if its value is another."""
    same = [i for i in project.indicators if _measures(i, promise)]
    if not same or any(_agrees(i, promise) for i in same):
        return None
    return same[0] if len(same) == 1 else None


def _measures(indicator: Indicator, promise: Promise) -> bool:
    value, name = indicator.value, indicator.name.folded
    if value.number is None or value.upper is not None:
        return False
    if promise.unit != _PERCENT:
        counted = value.unit == promise.unit or (not value.unit and not _is_rate(name))
        return counted and bool(_pairs(promise.words) & _pairs(name))
    if value.kind != "rate" and value.unit:
        return False
    if _SATISFACTION in promise.words:
        return indicator.is_of == "satisfaction"
    return name[-_TELLING:] == promise.words[-_TELLING:]


def _is_rate(name: str) -> bool:
    return performance().words["rate-name"].fullmatch(name) is not None


def _agrees(indicator: Indicator, promise: Promise) -> bool:
    """Whether what is promised is enough for what is measured, or about the same."""
    value, promised = indicator.value, promise.number
    if value.number is None or value.number == promised:
        return True
    if value.is_floor:
        return promised > value.number
    if value.is_limit:
        return promised < value.number
    return promise.rough and abs(promised - value.number) * _ROUGHLY <= value.number


def _pairs(text: str) -> set[str]:
    """The pairs of neighbouring characters, without the words that many names share."""
    kept: Iterable[str] = performance().goals["common"].compiled.sub(",", text)
    return {a + b for a, b in pairwise(kept) if "," not in (a, b)}
