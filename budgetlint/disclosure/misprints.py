"""Misprinted numbers: what is wrong with 12,34.56, 1234。56, 12..34 or 1O.5, and what is meant.

What is meant is read on with, so that a misprint is one defect and no broken sum beside it.
Nothing is guessed: of 12.34.56 nothing is known but that it is no number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from budgetlint.disclosure.amount import MONEY_UNITS, NUMBER
from budgetlint.fold import Folded

_LETTERS = str.maketrans("OoIl", "0011")
_SIGNED = re.compile(f"[-+−]?{NUMBER}")
_LIKE_NUMBER = re.compile(r"[-+−]?[0-9OoIl,.。·]+")
_GROUPED = re.compile(r"([-+−]?[0-9]+(?:,+[0-9]+)+)(\.[0-9]+)?")
_COMMA_FOR_POINT = re.compile(r"[-+−]?[0-9]+,[0-9]{1,2}")
_IN_TEXT = re.compile(
    r"(?<=[一-龥:])(?<![第件表条款章项名员编制])"
    rf"(?P<number>[0-9OoIl][0-9OoIl,.。]*[0-9OoIl])(?P<unit>{MONEY_UNITS})"
)
_STOP_FOR_POINT = re.compile(r"[0-9]+。[0-9]{1,2}")
_OF_MONEY = re.compile("(?:支出|收入|费|预算|款|资金|金额|计|安排|增加|减少|为)$")
_UNREADABLE = "□"
DOUBLED_UNIT = re.compile(
    "[0-9](?P<unit>(?:亿|百万|千|万)?元(?:亿元|百万元|万元|千元|元|万)|万万元?|亿亿元?)"
    "(?=[,;。、:)(]|其中|比|较|与|主要|用于|占|$)"
)
"""An amount with two units (80万元元, 80元万元), on folded text."""


class Slip(StrEnum):
    """What is wrong with a misprinted number."""

    POINT = "小数点不对"
    GROUPING = "千分位的逗号位置不对"
    LETTER = "数字中有字母"


@dataclass(frozen=True, slots=True)
class Misprint:
    """What is wrong with a number, and the number that is meant; None where that is open."""

    slip: Slip
    meant: str | None


@lru_cache(maxsize=4096)
def misprint_of(folded: str) -> Misprint | None:
    """What is wrong with a folded text that should be a number; None if nothing, or no number."""
    like_number = _LIKE_NUMBER.fullmatch(folded) and re.search("[0-9]", folded)
    if not like_number or _SIGNED.fullmatch(folded):
        return None
    digits = folded.translate(_LETTERS)
    number = re.sub(r"[.。·]+", ".", digits)
    if digits != folded:
        meant = number.replace(",", "") if _SIGNED.fullmatch(number) else None
        return Misprint(Slip.LETTER, meant)
    if _SIGNED.fullmatch(number):
        return Misprint(Slip.POINT, number.replace(",", ""))
    if _COMMA_FOR_POINT.fullmatch(number):
        return Misprint(Slip.POINT, number.replace(",", "."))
    if grouped := _GROUPED.fullmatch(number):
        last = grouped[1].rpartition(",")[2]
        cut_off = grouped[2] is None and len(last) < 3
        return Misprint(Slip.GROUPING, None if cut_off else number.replace(",", ""))
    if bare := re.fullmatch(r"([-+−]?[0-9]+)\.", number):
        return Misprint(Slip.POINT, bare[1])
    if bare := re.fullmatch(r"([-+−]?)(\.[0-9]+)", number):
        return Misprint(Slip.POINT, f"{bare[1]}0{bare[2]}")
    return Misprint(Slip.POINT, None)


@dataclass(frozen=True, slots=True)
class TextMisprint:
    """A misprinted amount in a sentence: the folded slice of its digits, and its unit behind."""

    start: int
    end: int
    unit: str
    misprint: Misprint


def misprints_in(folded: Folded, text: str) -> list[TextMisprint]:
    """The misprinted amounts of a sentence, whose original is ``text``.

    A full-width comma is a punctuation mark, and a full stop may end a sentence: only what cannot
    be read in another way is taken for a misprint.
    """
    found = []
    for match in _IN_TEXT.finditer(folded.text):
        misprint = misprint_of(match["number"])
        start, end = match.span("number")
        printed = text[slice(*folded.original(start, end))]
        is_point = _STOP_FOR_POINT.fullmatch(printed) and _OF_MONEY.search(
            folded.text, max(0, start - 2), start
        )
        stops = "。" in printed and not is_point
        if misprint and not stops and "，" not in printed:
            found.append(TextMisprint(start, end, match["unit"], misprint))
    return found


@dataclass(frozen=True, slots=True)
class Mended(Folded):
    """A folded text in which misprinted amounts read as what is meant; ``places`` are theirs and
    those of amounts with two units."""

    places: tuple[tuple[int, int], ...] = ()

    def is_mended(self, start: int, end: int) -> bool:
        """Whether a misprint stands in a slice."""
        return any(begin < end and start < stop for begin, stop in self.places)


def mend(folded: Folded, text: str) -> Mended:
    """A folded sentence as it is meant; in an amount that cannot be mended nothing is read."""
    chars, at = "", 0
    offsets: list[int] = []
    places: list[tuple[int, int]] = []
    for found in misprints_in(folded, text):
        meant = found.misprint.meant or _UNREADABLE * (found.end - found.start)
        own = folded.offsets[found.start : found.end]
        chars += folded.text[at : found.start]
        offsets += folded.offsets[at : found.start]
        places.append((len(chars), len(chars) + len(meant)))
        chars += meant
        offsets += (*own[: len(meant) - 1], own[-1])
        at = found.end
    chars += folded.text[at:]
    offsets += folded.offsets[at:]
    places += (match.span() for match in DOUBLED_UNIT.finditer(chars))
    return Mended(chars, tuple(offsets), folded.length, tuple(places))
