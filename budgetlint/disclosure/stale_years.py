"""Earlier years written as the year of the document: see ``taxonomy/stale-years.toml``."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from budgetlint.disclosure.numerals import leading_ordinal
from budgetlint.disclosure.own_words import OwnWords
from budgetlint.disclosure.passages import PassageKind
from budgetlint.fold import fold
from budgetlint.taxonomy.stale_years import stale_years

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.passages import Passage
    from budgetlint.location import Location
    from budgetlint.taxonomy.stale_years import YearUse

_SENTENCE = re.compile("[^。;]+")
_YEAR = re.compile("(?<![0-9])20[0-9]{2}(?![0-9])")
_TEXTS = frozenset({PassageKind.SENTENCE, PassageKind.HEADING})


@dataclass(frozen=True)
class StaleYear:
    """An earlier year written as the year of the document: in which words, and where."""

    use: YearUse
    printed: str
    year: int
    location: Location


def find_stale_years(disclosure: Disclosure, year: int) -> list[list[StaleYear]]:
    """The earlier years of a document of ``year``: each year and its use once, in order."""
    reader = _Reader(disclosure, year)
    found: dict[tuple[str, int], list[StaleYear]] = defaultdict(list)
    for passage in disclosure.passages:
        for stale in reader.read(passage):
            found[stale.use.id, stale.year].append(stale)
    return list(found.values())


class _Reader:
    """Reads the earlier years of a document."""

    def __init__(self, disclosure: Disclosure, year: int) -> None:
        self.spec = stale_years()
        self.year = year
        self.kind = disclosure.kind
        self.values = {
            project.block: {
                entry.folded
                for indicator in project.indicators
                for entry in (indicator.entry, indicator.description)
                if entry and not self.spec.begun.search(indicator.name.folded)
            }
            for project in disclosure.projects
        }
        self.carried = {
            project.block
            for project in disclosure.projects
            if self._is_of_earlier_year(project.name + project.heading.text)
        }
        self.words = OwnWords(disclosure)
        self.reviewed = {
            int(named[0])
            for passage in disclosure.passages
            if passage.kind is PassageKind.HEADING and self.spec.review.search(passage.folded.text)
            for named in _YEAR.finditer(passage.folded.text)
        }

    def _is_of_earlier_year(self, name: str) -> bool:
        name = fold(name)
        years = [int(found[0]) for found in _YEAR.finditer(name)]
        return bool(self.spec.carried.search(name)) or any(year < self.year for year in years)

    def read(self, passage: Passage) -> Iterator[StaleYear]:
        """The earlier years of a passage; one place has one."""
        where = self._where(passage)
        if not where or not self._has_earlier(passage.folded.text):
            return
        text = self.words.of(passage.folded.text)
        later = self._has_later(text)
        for sentence in _SENTENCE.finditer(text):
            start, end = sentence.span()
            if self.spec.past.search(text, start, end) or self._has_later(sentence[0]):
                continue
            for use in self.spec.uses:
                if not where & use.where or (use.alone and later):
                    continue
                match = self._match(use, text, start, end)
                looks_back = match and "text" in where and int(match["year"]) in self.reviewed
                if match and not looks_back:
                    place = passage.location(passage.folded, match.span(), f"year/{use.id}")
                    yield StaleYear(use, match[0], int(match["year"]), place)
                    break

    def _where(self, passage: Passage) -> set[str]:
        """What a passage is for the uses; nothing where its years are its own business."""
        if passage.kind in _TEXTS:
            return {"text"}
        if passage.kind is not PassageKind.CELL or passage.index not in self.values:
            return set()
        if passage.index in self.carried:
            return set()
        is_value = passage.folded.text in self.values[passage.index]
        return {"goal", "value"} if is_value else {"goal"}

    def _has_earlier(self, text: str) -> bool:
        nearest, furthest = self.year - 1, self.year - self.spec.furthest
        return any(furthest <= int(found[0]) <= nearest for found in _YEAR.finditer(text))

    def _has_later(self, text: str) -> bool:
        return any(int(found[0]) >= self.year for found in _YEAR.finditer(text))

    def _match(self, use: YearUse, text: str, start: int, end: int) -> re.Match[str] | None:
        """The first words of a use in a slice whose year is so far back that it is wrong."""
        distance = use.distance.get(self.kind)
        if distance is None:
            return None
        ordinal = leading_ordinal(text[start:end])
        begin = start + (ordinal.length if ordinal else 0)
        for pattern in use.patterns:
            match = pattern.fullmatch if use.whole else pattern.search
            found = match(text, begin, end)
            if found and distance <= self.year - int(found["year"]) <= self.spec.furthest:
                return found
        return None
