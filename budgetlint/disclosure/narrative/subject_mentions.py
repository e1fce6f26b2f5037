"""Subjects of functional expenditure that sentences name: by chains, by codes, by bare names.

A chain is X（类）Y（款）Z（项）; each of its names is a mention. A code is mentioned with the name
beside it: 2080505机关事业单位…支出, 行政运行（2130101）, 208（类）05（款）05（项）….
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from budgetlint.disclosure.numerals import strip_ordinal
from budgetlint.disclosure.places import text_location
from budgetlint.document import Paragraph
from budgetlint.fold import fold, fold_with_offsets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.structure.outline import Outline
    from budgetlint.fold import Folded
    from budgetlint.location import Location
    from budgetlint.taxonomy.subjects import Classification, CodeBook

_LEVELS = {"类": 3, "款": 5, "项": 7}
_MARKER = re.compile(r"\((类|款|项)级?(?:科目)?\)")
_STOP = re.compile(r"[。;:,!?|]")
_SENTENCE = re.compile(r"[。;!?]")
_JOIN = re.compile(r"[:、\-—–/>,]*")
_LISTED = "、"
_LEADING = re.compile(r"^[^\u4e00-\u9fff(]+")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_SPLIT_CODE = re.compile(r"(2[0-9]{2})\(?类\)?([0-9]{2})\(?款\)?(?:([0-9]{2})\(?项\)?)?")
_CODE_FIRST = re.compile(r"(?<![0-9])(2[0-9]{6}|[23][0-9]{4})[—\-:]?(?=[\u4e00-\u9fff])")
_CODE_LAST = re.compile(r"(?<=[\u4e00-\u9fff)])\((2[0-9]{6}|[23][0-9]{4}|2[0-9]{2})[类款项]?\)")
_LONGEST_NAME = 40
_FAR = 200
"""So many characters of a sentence are looked at: what stands farther off says nothing here."""


@dataclass(frozen=True)
class Mention:
    """A name in a sentence, with its place.

    ``digits`` is the length of its ``code``, or of those that its level mark tells. Where not
    ``official``, no year has the name at that level, and ``name`` is what stands before the mark.
    ``above`` are the names of the same chain above it.
    """

    name: str
    digits: int
    span: tuple[int, int]
    text: Sentences
    code: str = ""
    above: tuple[Mention, ...] = ()
    official: bool = True

    @property
    def before(self) -> str:
        """What stands before it in the sentence."""
        start = self.span[0]
        return _SENTENCE.split(self.text.folded.text[max(0, start - _FAR) : start])[-1]

    @property
    def after(self) -> str:
        """What stands after it in the sentence."""
        stop = self.span[1]
        return _SENTENCE.split(self.text.folded.text[stop : stop + _FAR], maxsplit=1)[0]

    @property
    def location(self) -> Location:
        """The place of the name."""
        key = f"subject/{self.code or self.name}"
        return text_location(
            self.text.outline,
            self.text.index,
            self.text.paragraph,
            self.text.folded,
            self.span,
            key,
        )


@dataclass(frozen=True)
class Sentences:
    """A paragraph of the narrative, folded."""

    outline: Outline
    index: int
    paragraph: Paragraph

    @cached_property
    def folded(self) -> Folded:
        """Its folded text."""
        return fold_with_offsets(self.paragraph.text)


def sentences_of(disclosure: Disclosure) -> Iterator[tuple[str, Sentences]]:
    """The paragraphs outside the table of contents, with their folded text."""
    outline = disclosure.outline
    for index, block in enumerate(disclosure.document.blocks):
        if isinstance(block, Paragraph) and index not in outline.contents:
            yield fold(block.text), Sentences(outline, index, block)


def chain_mentions(text: str, where: Sentences, known: Classification) -> Iterator[Mention]:
    """The names with a level mark in a paragraph."""
    end = level = 0
    above: dict[int, Mention] = {}
    for marker in _MARKER.finditer(text):
        digits = _LEVELS[marker[1]]
        segment = _STOP.split(text[end : marker.start()])[-1]
        name, official = _name_before(segment, digits, known)
        start = marker.start() - len(name)
        gap = text[end:start]
        if not _JOIN.fullmatch(gap) or (_LISTED in gap and digits != level):
            above = {}
        above = {upper: m for upper, m in above.items() if upper < digits}
        end, level = marker.end(), digits
        if not name:
            above = {}
            continue
        span = (start, marker.start())
        mention = Mention(name, digits, span, where, above=tuple(above.values()), official=official)
        above[digits] = mention
        yield mention


def _name_before(segment: str, digits: int, known: Classification) -> tuple[str, bool]:
    """The longest name of this level at the end of a segment, or the words there."""
    tail = segment[-_LONGEST_NAME:]
    for start in range(len(tail)):
        if known.calls(tail[start:], digits):
            return tail[start:], True
    words = _LEADING.sub("", strip_ordinal(segment.rpartition("、")[2]))
    return (words, False) if len(words) <= _LONGEST_NAME and _HAN.search(words) else ("", False)


def axis_of(code: str) -> str:
    """The classification that a code in a sentence is of, by its first digit."""
    return "economic" if code.startswith("3") else "function"


def coded_mentions(text: str, where: Sentences, book: CodeBook) -> Iterator[Mention]:
    """The codes with an official name right beside them; a number without one is no code."""
    for found in _CODE_FIRST.finditer(text):
        yield from _named_after(found[1], found.end(), text, where, book)
    for found in _SPLIT_CODE.finditer(text):
        code = "".join(filter(None, found.groups()))
        yield from _named_after(code, found.end(), text, where, book)
    for found in _CODE_LAST.finditer(text):
        segment = _STOP.split(text[max(0, found.start() - _FAR) : found.start()])[-1]
        name, official = _name_before(segment, len(found[1]), book[axis_of(found[1])])
        if official:
            span = (found.start() - len(name), found.end())
            yield Mention(name, len(found[1]), span, where, found[1])


def _named_after(
    code: str, start: int, text: str, where: Sentences, book: CodeBook
) -> Iterator[Mention]:
    known = book[axis_of(code)]
    head = text[start : start + _LONGEST_NAME]
    for stop in range(len(head), 1, -1):
        if known.calls(head[:stop], len(code)):
            begin = start - len(code) if text[:start].endswith(code) else start
            yield Mention(head[:stop], len(code), (begin, start + stop), where, code)
            return


def bare_mentions(text: str, where: Sentences, names: dict[str, int]) -> Iterator[Mention]:
    """The occurrences of these names (with the digits of their codes) as words of their own.

    A name inside a longer one of ``names`` is not taken again.
    """
    taken: list[tuple[int, int]] = []
    for name, digits in names.items():
        at = text.find(name)
        while at >= 0:
            span = (at, at + len(name))
            if not any(a <= at and span[1] <= b for a, b in taken):
                taken.append(span)
                yield Mention(name, digits, span, where)
            at = text.find(name, span[1])
