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
_LONG = 30
_SENTENCE = re.compile("(?<![^。;!?])[^。;!?]++[。;!?]")
_ORDINAL = re.compile(
    r"^(?:\(?[0-9一二三四五六七八九十]{1,3}[).、．]|[①-⑳]|第[一二三四五六七八九十]+[,、:])+"
)
_FORMULA = re.compile("无|没有|未|不存在|用于|原因|[0-9]")
"""Purposes, reasons, what is said of every table, and figures: those repeat for a reason, except
right behind themselves."""


@dataclass(frozen=True)
class Repetition:
    """The same sentence at several places; ``adjacent`` if nothing stands between two of them."""

    text: str
    places: tuple[Location, ...]
    adjacent: bool


@dataclass(frozen=True)
class _Printed:
    """A sentence as printed, or a paragraph of several.

    ``number`` counts sentences in the section, of several it counts passages, as ``position``
    does; ``whole`` is a whole paragraph.
    """

    passage: Passage
    span: tuple[int, int]
    number: int
    position: int
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
        if len(same) < 2 or paragraphs in told:
            continue
        if _FORMULA.search(text) and not _is_written_twice(text, same):
            continue
        adjacent = any(later.number - one.number == 1 for one, later in pairwise(same))
        if not adjacent and not (len(text) >= _SHORTEST_APART and all(one.whole for one in same)):
            continue
        told.add(paragraphs)
        locations = (one.passage.location(one.passage.folded, one.span, text) for one in same)
        yield Repetition(text, tuple(locations), adjacent)


def _is_written_twice(text: str, same: list[_Printed]) -> bool:
    """Whether a sentence follows itself in one paragraph, or a long paragraph itself: nothing is a
    reason for that."""
    return any(
        later.number - one.number == 1
        and (
            later.position == one.position
            or (
                one.whole
                and later.whole
                and len(text) >= _LONG
                and later.position - one.position == 1
            )
        )
        for one, later in pairwise(same)
    )


def _sections(disclosure: Disclosure) -> Iterator[list[tuple[str, _Printed]]]:
    """What is compared in each section: paragraphs of several sentences, then all sentences."""
    paragraphs: dict[tuple[int, int], list[tuple[str, _Printed]]] = defaultdict(list)
    sentences: dict[tuple[int, int], list[tuple[str, _Printed]]] = defaultdict(list)
    for position, passage in enumerate(disclosure.passages):
        if passage.kind is not PassageKind.SENTENCE or passage.index is None:
            continue
        section = section_at(disclosure.outline, passage.index)
        if section is None:
            continue
        key = passage.part.start, section.start
        printed = passage.folded.text
        matches = list(_SENTENCE.finditer(printed))
        if len(matches) > 1 and matches[-1].end() == len(printed):
            text = _without_ordinal(printed)
            span = (len(printed) - 1 - len(text), len(printed) - 1)
            paragraphs[key].append((text, _Printed(passage, span, position, position, whole=True)))
        for match in matches:
            text = _without_ordinal(match[0])
            if len(text) >= _SHORTEST:
                span = (match.end() - 1 - len(text), match.end() - 1)
                whole = match[0] == printed
                number = len(sentences[key])
                sentences[key].append((text, _Printed(passage, span, number, position, whole)))
    for key, listed in sentences.items():
        yield paragraphs[key] + listed


def _without_ordinal(sentence: str) -> str:
    """A sentence without the number of its list and its last mark."""
    ordinal = _ORDINAL.match(sentence)
    return sentence[ordinal.end() if ordinal else 0 : -1]
