"""Dates: those of which assets are stated, those of publication, and those no calendar has."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from budgetlint.disclosure.places import section_at, text_location
from budgetlint.document import Paragraph
from budgetlint.fold import Folded, fold, fold_with_offsets
from budgetlint.taxonomy.years import year_spec

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure.structure.outline import Outline, Part
    from budgetlint.document import Document, Text
    from budgetlint.location import Location

_WRITTEN = (
    r"(?<![0-9])(?P<year>20[0-9]{2})"
    r"(?:年度?(?:(?P<month>[0-9]{1,2})月(?:(?P<day>[0-9]{1,2})日?)?|年?(?P<edge>初|末|底))"
    r"|(?P<mark>[-/.])(?P<month2>[0-9]{1,2})(?P=mark)(?P<day2>[0-9]{1,2})(?![0-9]))"
)
_AS_OF = re.compile(rf"(?:截[至止])?{_WRITTEN}")
_IMPOSSIBLE = (
    re.compile(
        r"(?<![0-9])(?P<year>(?:19|20)[0-9]{2})年(?P<month>[0-9]{1,2})月"
        r"(?:(?P<day>[0-9]{1,2})日|(?!工资|薪|奖))"
    ),
    re.compile(
        r"(?<![0-9A-Za-z./-])(?P<year>20[0-9]{2})(?P<mark>[-/])(?P<month>[0-9]{1,2})(?P=mark)"
        r"(?P<day>[0-9]{1,2})(?![0-9A-Za-z./号-])"
    ),
    re.compile(
        r"(?<![0-9年第./-])(?P<year>)(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})日(?![内均常间平])"
    ),
)
_LEAP_YEAR = 2024
_MONTHS = 12
_LOOK_BACK = 4
_NEAR = 60
_SENTENCE_STOPS = "。;"


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date: ``year_end`` is the year at whose end it falls, None for any other day."""

    year: int
    year_end: int | None
    part: Part
    location: Location


@dataclass(frozen=True, slots=True)
class ImpossibleDate:
    """A date that no calendar has, folded as printed."""

    printed: str
    location: Location


def _texts(document: Document, outline: Outline) -> Iterator[tuple[int, Text, Folded]]:
    """Every paragraph and cell that holds a digit, with its block."""
    for index, block in enumerate(document.blocks):
        sources: list[Text] = [block] if isinstance(block, Paragraph) else []
        if not isinstance(block, Paragraph):
            sources = [cell for row in block.rows for cell in row]
        for source in sources:
            if index not in outline.contents and ("月" in source.text or "20" in source.text):
                yield index, source, fold_with_offsets(source.text)


def impossible_dates(document: Document, outline: Outline) -> Iterator[ImpossibleDate]:
    """The dates that do not exist, in order."""
    for index, source, folded in _texts(document, outline):
        for pattern in _IMPOSSIBLE:
            for match in pattern.finditer(folded.text):
                if not _exists(match):
                    place = text_location(outline, index, source, folded, match.span(), "date")
                    yield ImpossibleDate(match[0], place)


def _exists(match: re.Match[str]) -> bool:
    month = int(match["month"])
    if not 1 <= month <= _MONTHS:
        return False
    year = int(match["year"] or _LEAP_YEAR)
    return match["day"] is None or 1 <= int(match["day"]) <= calendar.monthrange(year, month)[1]


def asset_dates(document: Document, outline: Outline) -> Iterator[DateMention]:
    """The dates of which assets are stated: above their tables and in sentences about them."""
    spec = year_spec()
    label = re.compile(rf"(?:{spec.date_label.pattern}){_WRITTEN}$")
    for index, source, folded in _texts(document, outline):
        match = label.search(folded.text) if _of_asset_table(document, outline, index) else None
        match = match or _in_sentence(folded.text)
        if match:
            yield _mention(outline, index, source, folded, match)


def _of_asset_table(document: Document, outline: Outline, index: int) -> bool:
    """Whether a block is, or stands right above, a table of assets."""
    section = section_at(outline, index)
    if section and section.spec.id == "assets":
        return True
    above = document.blocks[max(0, index - _LOOK_BACK) : index]
    titles = [fold(block.text[:200]) for block in above if isinstance(block, Paragraph)]
    return any(year_spec().asset_table.search(title) for title in titles)


def _in_sentence(text: str) -> re.Match[str] | None:
    """The date of a sentence that says what assets there are then."""
    for match in _AS_OF.finditer(text):
        start = max(text.rfind(stop, 0, match.start()) for stop in _SENTENCE_STOPS) + 1
        ends = [at for stop in _SENTENCE_STOPS if (at := text.find(stop, match.end())) >= 0]
        end = min([len(text), match.end() + _NEAR, *ends])
        opens = match.start() == start or match[0].startswith("截") or match["edge"]
        compared = text[start : match.start()].endswith(("较", "比", "与", "同"))
        assets = year_spec().assets.search(text, match.end(), end)
        if opens and not compared and assets:
            return match
    return None


def _mention(
    outline: Outline, index: int, source: Text, folded: Folded, match: re.Match[str]
) -> DateMention:
    year = int(match["year"])
    place = text_location(
        outline, index, source, folded, (match.start("year"), match.end()), "date"
    )
    return DateMention(year, _year_end(match, year), outline.part_at(index), place)


def _year_end(match: re.Match[str], year: int) -> int | None:
    if match["edge"]:
        return year - 1 if match["edge"] == "初" else year
    month = int(match["month"] or match["month2"])
    day = int(match["day"] or match["day2"] or 0)
    if (month, day) in ((_MONTHS, 31), (_MONTHS, 0)):
        return year
    return year - 1 if (month, day) == (1, 1) else None


def publication_dates(document: Document, outline: Outline) -> Iterator[DateMention]:
    """The printed dates of publication or approval."""
    label = re.compile(rf"(?:{year_spec().published.pattern}){_WRITTEN}")
    for index, source, folded in _texts(document, outline):
        match = label.fullmatch(folded.text)
        if match:
            yield _mention(outline, index, source, folded, match)
