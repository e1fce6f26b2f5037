"""Running text that speaks of what is over as if it still were: see ``taxonomy/ended.toml``."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from budgetlint.disclosure.passages import PassageKind
from budgetlint.taxonomy.ended import ended

if TYPE_CHECKING:
    from budgetlint.disclosure import Disclosure
    from budgetlint.location import Location
    from budgetlint.taxonomy.ended import Ended

_SENTENCE = re.compile("[^。;]+")


def find_stale(disclosure: Disclosure, year: int) -> dict[tuple[Ended, str], list[Location]]:
    """The places of what was over by a fiscal year, by what it is and how it is printed."""
    spec = ended()
    over = [entry for entry in spec.entries if entry.since <= year]
    found: dict[tuple[Ended, str], list[Location]] = defaultdict(list)
    for passage in disclosure.passages:
        if passage.kind is not PassageKind.SENTENCE or passage.index is None:
            continue
        text = passage.folded.text
        for entry in over:
            if not entry.text.search(text):
                continue
            for sentence in _SENTENCE.finditer(text):
                if spec.past.search(sentence[0]):
                    continue
                if entry.unless and entry.unless.search(sentence[0]):
                    continue
                for match in entry.text.finditer(text, *sentence.span()):
                    place = passage.location(passage.folded, match.span(), match[0])
                    found[entry, match[0]].append(place)
    return found
