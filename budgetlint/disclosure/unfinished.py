"""Unfinished text: sentences that stop in the middle, and paragraphs that begin there."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from itertools import zip_longest
from typing import TYPE_CHECKING

from budgetlint.disclosure.numerals import leading_ordinal, strip_ordinal
from budgetlint.disclosure.passages import PassageKind
from budgetlint.taxonomy.marks import marks_spec

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.passages import Passage

CLOSED = tuple("。！？；：…”）』」.!?;:)\"'")
"""The marks that a finished paragraph may end with."""

_COMMAS = ("，", "、", ",")
_STARTS = ("，", "。", "；", ",", ";")
_STOPS = re.compile("[。；;！？]")
_INNER = re.compile("[，、,]")
_LEAST_WORDS = 12
_LEAST_LONG = 30
_SAME = 4
_LEAST_COPIED = 16
_JOINED = "和及与以并或等的"
_HAN = re.compile("[\u4e00-\u9fff]")
_TEXT = frozenset({PassageKind.HEADING, PassageKind.TITLE, PassageKind.SENTENCE})


class Break(StrEnum):
    """How a text breaks off: in half a word, before words that a copy of it has, at a comma; or
    that it begins with a mark."""

    WORD = "word"
    COPY = "copy"
    COMMA = "comma"
    START = "start"


@dataclass(frozen=True, slots=True)
class Unfinished:
    """The slice ``span`` of the printed text where a passage breaks off.

    ``rest`` is what should follow, as far as it is known; ``copy`` is the passage that proves it.
    """

    kind: Break
    passage: Passage
    span: tuple[int, int]
    rest: str = ""
    copy: Passage | None = None


def unfinished(disclosure: Disclosure) -> Iterator[Unfinished]:
    """Every place where the text breaks off, at most one for the end of a paragraph."""
    texts = [passage for passage in disclosure.passages if passage.kind in _TEXT]
    copies = _Copies(texts)
    before = None
    for passage, after in zip_longest(texts, texts[1:]):
        halves = list(_half_words(passage, after))
        yield from halves
        if not halves or halves[-1].span[1] < len(passage.plain.text):
            end = copies.of(passage, after) or _at_comma(passage, after)
            yield from [end] if end else []
        if before is not None and _begins_inside(passage, before):
            yield Unfinished(Break.START, passage, (0, 1))
        before = passage


def _half_words(passage: Passage, after: Passage | None) -> Iterator[Unfinished]:
    """Half words before a stop or at the end; the next paragraph may have the other half."""
    text = passage.plain.text
    if len(text) < _LEAST_WORDS:
        return
    spec = marks_spec()
    for match in spec.last.compiled.finditer(text):
        rest = spec.rest(text, match.start())
        if rest is None or (not rest and not _INNER.search(text, 0, match.start())):
            continue
        if match.end() == len(text) and after is not None:
            goes_on = after.plain.text.startswith(rest) if rest else not _is_new(after)
            if goes_on:
                continue
        yield Unfinished(Break.WORD, passage, match.span(), rest)


def _is_new(passage: Passage) -> bool:
    """Whether a passage cannot go on the sentence before it."""
    return passage.kind is not PassageKind.SENTENCE


def _at_comma(passage: Passage, after: Passage | None) -> Unfinished | None:
    """A sentence that ends with a comma before the next section or table."""
    text = passage.plain.text
    if passage.kind is not PassageKind.SENTENCE or not text.endswith(_COMMAS):
        return None
    if after is not None:
        section = after.kind is PassageKind.HEADING and (
            after.place.section != passage.place.section
        )
        if not section and after.kind is not PassageKind.TITLE:
            return None
    return Unfinished(Break.COMMA, passage, (len(text) - 1, len(text)))


def _begins_inside(passage: Passage, before: Passage) -> bool:
    return (
        passage.kind is PassageKind.SENTENCE
        and passage.plain.text.startswith(_STARTS)
        and passage.has_words
        and before.kind is PassageKind.SENTENCE
        and before.plain.text.endswith(CLOSED)
    )


def _sentences(passage: Passage) -> list[str]:
    """The folded sentences of a passage, without a number before them."""
    return _STOPS.split(strip_ordinal(passage.folded.text))


class _Copies:
    """The sentences of a document, sorted: what goes on a text stands right behind it."""

    def __init__(self, texts: Sequence[Passage]) -> None:
        self._sentences = sorted(
            (
                (sentence, number)
                for number, passage in enumerate(texts)
                if passage.kind is PassageKind.SENTENCE
                for sentence in _sentences(passage)
                if len(sentence) > _LEAST_COPIED
            ),
        )
        self._texts = texts

    def of(self, passage: Passage, after: Passage | None) -> Unfinished | None:
        """That the last sentence of a passage stands elsewhere with more words."""
        text = passage.plain.text
        if passage.kind is PassageKind.TITLE or text.endswith((*CLOSED, *_COMMAS)):
            return None
        begun = _sentences(passage)[-1]
        if len(begun) < _LEAST_COPIED or not _INNER.search(begun):
            return None
        at = bisect_right(self._sentences, (begun, len(self._texts)))
        whole, number = self._sentences[at] if at < len(self._sentences) else ("", 0)
        rest = whole.removeprefix(begun)
        if not whole.startswith(begun) or rest[0] in _JOINED or not _HAN.match(rest):
            return None
        if after is not None and after.folded.text.startswith(rest[0]):
            return None
        span = (len(text) - 1, len(text))
        return Unfinished(Break.COPY, passage, span, rest, self._texts[number])


def unclosed(disclosure: Disclosure) -> Iterator[Passage]:
    """Long paragraphs without a closing mark between two that are like them and have one.

    What is known to break off is left out.
    """
    texts = [passage for passage in disclosure.passages if passage.kind in _TEXT]
    broken = {id(each.passage) for each in unfinished(disclosure)}
    for before, passage, after in zip(texts, texts[1:], texts[2:], strict=False):
        if (
            _lacks_end(passage)
            and _is_closed(before)
            and _is_closed(after)
            and _alike(before, passage)
            and _alike(passage, after)
            and id(passage) not in broken
        ):
            yield passage


def _lacks_end(passage: Passage) -> bool:
    text = passage.plain.text
    return (
        passage.kind is not PassageKind.TITLE
        and len(text) >= _LEAST_LONG
        and _INNER.search(text) is not None
        and _HAN.match(text[-1]) is not None
    )


def _is_closed(passage: Passage) -> bool:
    return passage.kind is PassageKind.SENTENCE and passage.plain.text.endswith(("。", "；", ";"))


def _alike(one: Passage, other: Passage) -> bool:
    """Whether two paragraphs are items of one list, or begin alike."""
    first, second = leading_ordinal(one.folded.text), leading_ordinal(other.folded.text)
    if first and second:
        return (first.style, first.value + 1) == (second.style, second.value)
    return one.folded.text[:_SAME] == other.folded.text[:_SAME]
