"""Text that speaks of what is over as if it still were: see ``taxonomy/ended.toml``."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from budgetlint.disclosure.own_words import OwnWords
from budgetlint.disclosure.passages import PassageKind
from budgetlint.taxonomy.ended import ended

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.passages import Passage
    from budgetlint.location import Location
    from budgetlint.taxonomy.ended import Ended

_SENTENCE = re.compile("[^。;]+")
_YEAR = re.compile("(?<![0-9])20[0-9]{2}(?![0-9])")
_TEXTS = frozenset({PassageKind.SENTENCE, PassageKind.HEADING})


@dataclass(frozen=True)
class Over:
    """Words for something that is over, and where they are."""

    entry: Ended
    printed: str
    location: Location


def find_stale(disclosure: Disclosure, year: int) -> list[list[Over]]:
    """What was over by a fiscal year: the places of each thing, in order."""
    entries = [entry for entry in ended().entries if entry.since <= year]
    if not entries:
        return []
    any_of_them = re.compile("|".join(entry.text.pattern for entry in entries))
    words = OwnWords(disclosure)
    goals = {project.block for project in disclosure.projects}
    found: dict[tuple[str, str], list[Over]] = defaultdict(list)
    for passage in disclosure.passages:
        read = passage.kind in _TEXTS or (passage.has_words and passage.index in goals)
        if read and any_of_them.search(passage.folded.text):
            for over in _in_passage(passage, entries, words, year):
                found[over.entry.because, over.entry.now].append(over)
    return list(found.values())


def _in_passage(
    passage: Passage, entries: Sequence[Ended], words: OwnWords, year: int
) -> Iterator[Over]:
    whole = passage.folded.text
    uncited, own = words.uncited(whole), words.of(whole)
    for sentence in _SENTENCE.finditer(whole):
        start, end = sentence.span()
        if any(int(named[0]) < year for named in _YEAR.finditer(sentence[0])):
            continue
        matches = [
            (match.span(), entry)
            for entry in entries
            for match in _stated(entry, uncited if entry.cited else own, start, end)
        ]
        for span, entry in sorted(matches, key=lambda found: found[0]):
            printed = whole[slice(*span)]
            yield Over(entry, printed, passage.location(passage.folded, span, printed))


def _stated(entry: Ended, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Where a sentence speaks of something as if it still were."""
    for exception in (ended().past, entry.unless):
        if exception and exception.search(text, start, end):
            return
    yield from entry.text.finditer(text, start, end)
