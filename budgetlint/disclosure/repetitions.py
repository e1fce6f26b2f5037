"""Sentences and paragraphs of running text that are printed again, word for word, in one section.

Cells, headings and contents repeat for good reasons; so do the chapters of a document (the duties
in the first and in that on performance). Only what ends like a sentence is one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from budgetlint.disclosure.passages import PassageKind
from budgetlint.disclosure.places import section_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.passages import Passage
    from budgetlint.location import Location

_SHORTEST = 12
_SHORTEST_APART = 20
_SENTENCE = re.compile("(?<![^。;!?])[^。;!?]++[。;!?]")
_ORDINAL = re.compile(
    r"^(?:\(?[0-9一二三四五六七八九十]{1,3}[).、．]|[①-⑳]|第[一二三四五六七八九十]+[,、:])+"
)
_FORMULA = re.compile("无|没有|未|不存在|用于|原因|[0-9]")
"""Purposes, reasons, what is said of every table, and figures: those repeat for a reason."""


@dataclass(frozen=True)
class Repetition:
    """The same sentence at several places; ``adjacent`` if nothing stands between two of them."""

    text: str
    places: tuple[Location, ...]
    adjacent: bool


@dataclass(frozen=True)
class _Printed:
    """A sentence as printed: ``number`` counts in the section, ``whole`` is a whole paragraph."""

    passage: Passage
    span: tuple[int, int]
    number: int
    whole: bool


def find_repetitions(disclosure: Disclosure) -> tuple[Repetition, ...]:
    """Every sentence printed more than once in a section, a repeated paragraph once.

    What is repeated in two sections alike is one slip, copied with the text around it.
    """
    found: dict[str, Repetition] = {}
    for sentences in _sections(disclosure):
        for one in _repeated(sentences):
            before = found.get(one.text)
            if before:
                places, adjacent = before.places + one.places, before.adjacent or one.adjacent
                found[one.text] = Repetition(one.text, places, adjacent)
            else:
                found[one.text] = one
    return tuple(found.values())


def _repeated(sentences: list[tuple[str, _Printed]]) -> Iterator[Repetition]:
    """The repetitions of one section; of the sentences of a repeated paragraph, the first."""
    places: dict[str, list[_Printed]] = defaultdict(list)
    for text, printed in sentences:
        places[text].append(printed)
    told: set[tuple[int | None, ...]] = set()
    for text, same in places.items():
        paragraphs = tuple(one.passage.index for one in same)
        if len(same) < 2 or paragraphs in told or _FORMULA.search(text):
            continue
        adjacent = any(later.number - one.number == 1 for one, later in pairwise(same))
        if not adjacent and not (len(text) >= _SHORTEST_APART and all(one.whole for one in same)):
            continue
        told.add(paragraphs)
        locations = (one.passage.location(one.passage.folded, one.span, text) for one in same)
        yield Repetition(text, tuple(locations), adjacent)


def _sections(disclosure: Disclosure) -> Iterator[list[tuple[str, _Printed]]]:
    """The sentences of each section in order, with what is compared."""
    found: dict[tuple[int, int], list[tuple[str, _Printed]]] = defaultdict(list)
    for passage in disclosure.passages:
        if passage.kind is not PassageKind.SENTENCE or passage.index is None:
            continue
        section = section_at(disclosure.outline, passage.index)
        if section is None:
            continue
        sentences = found[passage.part.start, section.start]
        for match in _SENTENCE.finditer(passage.folded.text):
            ordinal = _ORDINAL.match(match[0])
            text = match[0][ordinal.end() if ordinal else 0 : -1]
            if len(text) >= _SHORTEST:
                span = (match.end() - 1 - len(text), match.end() - 1)
                whole = match[0] == passage.folded.text
                sentences.append((text, _Printed(passage, span, len(sentences), whole)))
    yield from found.values()
