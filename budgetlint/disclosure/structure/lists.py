"""Numbered lists anywhere in a document: which items belong together, at every level.

A list is made of paragraphs (一、… 二、…), or of the items inside one paragraph or cell. Headings
of sections and parts bound the lists below them; their own numbers are another matter
(:mod:`budgetlint.disclosure.structure.numbering`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from budgetlint.disclosure.numerals import format_han, ordinal_value
from budgetlint.disclosure.passages import PassageKind
from budgetlint.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.passages import Passage
    from budgetlint.disclosure.structure.sections import Section
    from budgetlint.location import Location

_HAN = "[一二三四五六七八九十]{1,3}"
_DIGITS = "[1-9１-９][0-9０-９]?"
_MARK = re.compile(
    rf"(?P<article>第(?P<p>{_HAN})条)|"
    rf"(?P<han>(?P<h>{_HAN})[、．.])|"
    rf"(?P<han_bracket>[（(](?P<hb>{_HAN})[）)][、.．]?)|"
    rf"(?P<arabic>(?P<a>{_DIGITS})[、．.](?:(?![0-9０-９])|(?=20[0-9]{{2}}年)))|"
    rf"(?P<arabic_bracket>[（(](?P<ab>{_DIGITS})[）)][、.．]?)|"
    rf"(?P<half_bracket>(?P<b>{_DIGITS})[）)])|"
    rf"(?P<counted>(?P<n>{_HAN})是)|"
    r"(?P<circled>(?P<c>[①-⑳]))"
)
_VALUES = {
    "article": "p", "han": "h", "han_bracket": "hb", "arabic": "a", "arabic_bracket": "ab",
    "half_bracket": "b", "counted": "n", "circled": "c",
}  # fmt: skip
_IN_DIGITS = ("arabic", "arabic_bracket", "half_bracket")
_NUMERAL = re.compile(f"{_HAN}|{_DIGITS}")
_NOT_A_PARAGRAPHS = ("counted",)
_NOT_INSIDE = ("article", "han")
_CHAPTER = re.compile(rf"第{_HAN}(?:部分|篇|章)")
_INNER = re.compile(r"[、．.）)是条]|[①-⑳]")
_STOPS = frozenset("。；;！!？?：:")
_SHOWN = 16
_LONGEST_HEADING = 45
_DEEPEST = 12


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list: its number as printed, and where it stands in ``plain`` of a passage.

    ``position`` counts the passages, so that those between two items are known. ``clear`` tells
    whether the number stands where an item begins: at the beginning, after a stop or a blank.
    """

    passage: Passage
    position: int
    span: tuple[int, int]
    style: str
    value: int
    clear: bool = True

    @property
    def mark(self) -> str:
        """The number as printed: 一、 （2） 3."""
        return self.passage.plain.text[slice(*self.span)]

    @property
    def shown(self) -> str:
        """The number with the words that follow it, for a message."""
        text = self.passage.plain.text[self.span[0] : self.span[0] + _SHOWN + 1]
        short = re.split("[。；;：:，,]", text, maxsplit=1)[0]
        return short if len(short) <= _SHOWN else short[:_SHOWN] + "…"

    @property
    def title(self) -> str:
        """The folded words of the whole passage after the number."""
        return fold(self.passage.plain.text[self.span[1] :])

    def numbered(self, value: int) -> str:
        """The number ``value`` as this item prints its own."""
        if self.style == "circled":
            return chr(ord("①") + value - 1)
        right = str(value) if self.style in _IN_DIGITS else format_han(value)
        return _NUMERAL.sub(right, self.mark)

    def location(self) -> Location:
        """The place of the number."""
        return self.passage.location(
            self.passage.plain, self.span, f"item/{self.style}/{self.value}"
        )


@dataclass
class NumberedList:
    """Items that count on, in the order of the document.

    An item of another style than ``style`` continues the count all the same. ``below`` is the
    section whose heading has a 一、 and stands above the list, None where there is none;
    ``headed`` tells whether a line that may be a heading without its number stands before it;
    ``above`` are the kinds of numbers that sections of its part have. Inside a passage, ``marks``
    is everything there that may be a number.
    """

    style: str
    items: list[Item] = field(default_factory=list)
    below: Section | None = None
    headed: bool = False
    above: frozenset[str] = frozenset()
    marks: frozenset[tuple[str, int]] = frozenset()

    @property
    def last(self) -> int:
        """The number reached."""
        return self.items[-1].value


def find_lists(disclosure: Disclosure) -> tuple[list[NumberedList], list[NumberedList]]:
    """The lists of paragraphs, and those inside a paragraph or a cell."""
    passages = [p for p in disclosure.passages if p.kind is not PassageKind.CONTENTS]
    return (
        list(_Levels(disclosure, passages).lists()),
        [each for n, p in enumerate(passages) for each in _inside(p, n)],
    )


def is_bare_heading(passage: Passage) -> bool:
    """Whether a paragraph without a number reads like a heading, which may have lost it."""
    text = passage.plain.text
    return (
        passage.kind is not PassageKind.CELL
        and len(text) <= _LONGEST_HEADING
        and text[-1] not in "。；;，,、"
        and _CHAPTER.match(text) is None
        and leading_item(passage) is None
    )


class _Levels:
    """The lists of paragraphs that are open while a document is read from above."""

    def __init__(self, disclosure: Disclosure, passages: Sequence[Passage]) -> None:
        self.passages = passages
        self.sections = {
            section.start: section for part in disclosure.outline.parts for section in part.sections
        }
        self.open: list[NumberedList] = []
        self.below: Section | None = None

    def lists(self) -> Iterator[NumberedList]:
        """Every list, when its first item is found; it grows until the document is read."""
        part = None
        for position, passage in enumerate(self.passages):
            if passage.kind in (PassageKind.CELL, PassageKind.ASIDE):
                continue
            section = self.sections.get(passage.index) if passage.index is not None else None
            chapter = _CHAPTER.match(passage.plain.text) is not None
            if section or chapter or passage.part is not part or passage.kind is PassageKind.TITLE:
                counts = section and section.ordinal and section.ordinal.style == "han"
                self.below = section if counts else None
                self.open.clear()
                part = passage.part
            if section or chapter or passage.kind is PassageKind.TITLE:
                continue
            item = leading_item(passage, position)
            if item and item.style not in _NOT_A_PARAGRAPHS and (new := self._placed(item)):
                yield new

    def _placed(self, item: Item) -> NumberedList | None:
        """Put an item into its list; gives the list where it is a new one."""
        at = self._level(item)
        if at is not None:
            del self.open[at + 1 :]
            self.open[at].items.append(item)
            return None
        before = self.passages[item.position - 1] if item.position else None
        new = NumberedList(
            item.style, [item], self.below,
            before is not None
            and before.index not in self.sections
            and is_bare_heading(before),
            frozenset(s.ordinal.style for s in item.passage.part.sections if s.ordinal),
        )  # fmt: skip
        self.open = [*self.open[-_DEEPEST:], new]
        return new

    def _level(self, item: Item) -> int | None:
        """The open list that an item continues: best one that it follows in number and kind."""
        levels = range(len(self.open) - 1, -1, -1)
        alike = [n for n in levels if self.open[n].style == item.style]
        for n in alike:
            if self.open[n].last == item.value - 1:
                return n
        if item.value == 1:
            return None
        begun = (n for n in alike if self.open[n].items[0].value == 1)
        followed = (n for n in levels if self.open[n].last == item.value - 1)
        return next(begun, next(followed, None))


def leading_item(passage: Passage, position: int = 0) -> Item | None:
    """The item that a passage begins with."""
    match = _MARK.match(passage.plain.text)
    return _item(passage, position, match, clear=True) if match else None


def _item(passage: Passage, position: int, match: re.Match[str], *, clear: bool) -> Item:
    style = next(s for s in _VALUES if match[s])
    raw = match[_VALUES[style]]
    value = ord(raw) - ord("①") + 1 if style == "circled" else ordinal_value(raw)
    return Item(passage, position, match.span(), style, value, clear)


def marks_inside(passage: Passage, position: int = 0) -> Iterator[Item]:
    """Everything in a passage that may be the number of an item."""
    if not passage.has_words or not _INNER.search(passage.source.text):
        return
    plain = passage.plain
    for match in _MARK.finditer(plain.text):
        start = match.start()
        clear = start == 0 or plain.text[start - 1] in _STOPS or _after_blank(passage, start)
        yield _item(passage, position, match, clear=clear)


def _after_blank(passage: Passage, at: int) -> bool:
    """Whether a blank or a line break is printed before a character of ``plain``."""
    offsets = passage.plain.offsets
    return offsets[at] - offsets[at - 1] > 1


def _inside(passage: Passage, position: int) -> Iterator[NumberedList]:
    """The lists of items in one passage, each of one kind of number.

    A list may begin in the middle of a sentence: 另外，一是…；二是…
    """
    marks = list(marks_inside(passage, position))
    every = frozenset((mark.style, mark.value) for mark in marks)
    current: dict[str, NumberedList] = {}
    for item in marks:
        if item.style in _NOT_INSIDE or not (item.clear or item.value == 1):
            continue
        if item.value == 1 or item.style not in current:
            current[item.style] = NumberedList(item.style, marks=every)
            yield current[item.style]
        current[item.style].items.append(item)
