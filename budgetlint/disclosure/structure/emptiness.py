"""Headings with nothing below them.

A heading is empty where the next one of its list, or one of a higher level, follows at once. Where
many headings of a list are, it is a table of contents or a list of names; so only few may be. A
heading that no template knows must read like one and stand in a list of headings: among paragraphs
too long for headings it is an item of an enumeration.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from budgetlint.disclosure.structure.headings import heading_lines
from budgetlint.document import Paragraph
from budgetlint.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.structure.headings import Line
    from budgetlint.disclosure.structure.outline import Part
    from budgetlint.disclosure.structure.sections import Section
    from budgetlint.document import Document

_CHAPTER = "part"
_LEVELS = (_CHAPTER, "han", "han_bracket", "arabic", "arabic_bracket")
_USUAL = "han"
_TITLE = re.compile("(?:情况|说明|目标|解释|职责|职能|设置|构成|原因|概况|概述|信息|措施|事项)$")
_TELLS_ITSELF = re.compile("[0-9,;。]|无|没有|未|不|附|[表件]$")
_ONE_OF = 3
"""Of so many headings of a list one may be empty."""
_SUBJECT = 4
_NEXT_TEXTS = 3


@dataclass(frozen=True, slots=True)
class EmptyHeading:
    """A heading without content, the section it heads or stands in, and the heading after it."""

    line: Line
    part: Part
    section: Section | None
    after: Line | None

    @property
    def is_chapter(self) -> bool:
        """Whether it heads a chapter (第二部分), not a list inside a section."""
        heads = self.section is None or self.section.start == self.line.index
        return heads and _style(self.line) == _CHAPTER


def empty_headings(disclosure: Disclosure) -> Iterator[EmptyHeading]:
    """The headings with nothing below them, in the order of the document."""
    outline = disclosure.outline
    headings = [x for x in heading_lines(disclosure.document) if x.index not in outline.contents]
    for part in outline.parts:
        inside = [line for line in headings if part.start <= line.index < part.end]
        yield from _Headings(
            disclosure.document, part, inside, running=outline.template.running
        ).empty()


@dataclass
class _Headings:
    """The headings of a part."""

    document: Document
    part: Part
    inside: list[Line]
    running: bool
    sections: dict[int, Section] = field(init=False)
    lines: dict[int, Line] = field(init=False)

    def __post_init__(self) -> None:
        self.sections = {section.start: section for section in self.part.sections}
        self.lines = {x.index: x for x in self.inside if x.ordinal or x.index in self.sections}

    def empty(self) -> Iterator[EmptyHeading]:
        """The headings that are empty where few of their list are."""
        found = []
        for listed in self._lists():
            empty = [line for line in listed if self._is_empty(line)]
            if len(empty) * _ONE_OF <= len(listed):
                whole = _counts_on(listed)
                found += [line for line in empty if self._is_title(line, whole=whole)]
        starts = [section.start for section in self.part.sections]
        for line in sorted(found, key=lambda line: line.index):
            before = self.part.sections[: bisect_right(starts, line.index)][-1:]
            section = next((s for s in before if line.index < s.end), None)
            yield EmptyHeading(line, self.part, section, self._after(line))

    @cached_property
    def _next(self) -> dict[int, int]:
        """For each block of the part the next that is not blank; none for the last."""
        blocks = self.document.blocks
        filled = [
            n
            for n in range(self.part.start, self.part.end)
            if not isinstance(block := blocks[n], Paragraph) or block.text.strip()
        ]
        return dict(pairwise(filled))

    def _lists(self) -> list[list[Line]]:
        """The headings by list: of one kind of number that counts up below one heading."""
        found: dict[tuple[str, int], list[Line]] = defaultdict(list)
        begun = dict.fromkeys(_LEVELS, 0)
        last = dict.fromkeys(_LEVELS, 0)
        for line in self.lines.values():
            style = _style(line)
            if style not in _LEVELS:
                continue
            value = line.ordinal.value if line.ordinal else last[style] + 1
            begun[style] += value <= last[style]
            last[style] = value
            for deeper in _LEVELS[_LEVELS.index(style) + 1 :]:
                begun[deeper] += 1
                last[deeper] = 0
            found[style, begun[style]].append(line)
        return list(found.values())

    def _after(self, line: Line) -> Line | None:
        return self.lines.get(self._next.get(line.index, -1))

    def _is_title(self, line: Line, *, whole: bool) -> bool:
        if _TELLS_ITSELF.search(line.title) or self._comes_again(line):
            return False
        return line.index in self.sections or (whole and _TITLE.search(line.title) is not None)

    def _comes_again(self, line: Line) -> bool:
        """Whether a heading, or the section it heads, stands elsewhere, too."""
        own = self.sections.get(line.index)
        return self._count[line.folded] > 1 or bool(own and self._count[own.spec.id] > 1)

    @cached_property
    def _count(self) -> Counter[str]:
        """How often a heading occurs, and a section by its id."""
        headings = (line.folded for line in self.lines.values())
        return Counter(headings) + Counter(section.spec.id for section in self.sections.values())

    def _is_empty(self, line: Line) -> bool:
        if line.index not in self._next:
            return True
        after = self._after(line)
        return after is not None and self._ends(line, after) and not self._tells_both(line, after)

    def _ends(self, line: Line, after: Line) -> bool:
        """Whether ``after`` follows in the list of ``line``, or in one above."""
        one, other = line.ordinal, after.ordinal
        if one and other and one.style == other.style:
            return other.value == one.value + 1
        if after.index not in self.sections and not _goes_on(after):
            return False
        if one and other:
            return _level(after) < _level(line)
        flat = not self.running and line.index in self.sections and after.index in self.sections
        return flat and self.sections[line.index].spec is not self.sections[after.index].spec

    def _tells_both(self, line: Line, after: Line) -> bool:
        """Whether the text below the next heading speaks of what this one is about, too."""
        subject = line.title[:_SUBJECT]
        start = after.index + 1
        return any(
            isinstance(block, Paragraph) and subject in fold(block.text)
            for block in self.document.blocks[start : start + _NEXT_TEXTS]
        )


def _counts_on(listed: list[Line]) -> bool:
    """Whether the headings of a list are numbered from one on without a gap."""
    values = [line.ordinal.value for line in listed if line.ordinal]
    return values == list(range(1, len(listed) + 1))


def _goes_on(line: Line) -> bool:
    """Whether a line heads a chapter, but not the first of a list inside a section."""
    return line.ordinal is not None and line.ordinal.style == _CHAPTER and line.ordinal.value > 1


def _style(line: Line) -> str:
    return line.ordinal.style if line.ordinal else _USUAL


def _level(line: Line) -> int:
    style = _style(line)
    return _LEVELS.index(style) if style in _LEVELS else len(_LEVELS)
