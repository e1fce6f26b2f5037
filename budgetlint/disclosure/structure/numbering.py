"""Running numbers: which headings of a list that counts 一、二、三、 carry a wrong number or none,
which stand in the wrong place, and where a number is left out.
"""

from __future__ import annotations

from bisect import bisect
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from budgetlint.disclosure.sequence import longest_ascending

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from budgetlint.disclosure.structure.headings import Line
    from budgetlint.disclosure.structure.outline import Part
    from budgetlint.disclosure.structure.sections import Section

_SHORTEST_LIST = 4
"""A number left out is only noticed in a list of so many headings."""
_CHAPTER = "part"
_BELOW = ("han_bracket", "arabic", "arabic_bracket")
_ABOVE = (_CHAPTER, "han")


@dataclass(frozen=True, slots=True)
class NumberFault:
    """A heading without a number, or with another (or another kind of number) than ``right``, which
    is None where that is open."""

    section: Section
    right: int | None


@dataclass(frozen=True, slots=True)
class Gap:
    """Between two headings that follow one another so many numbers are left out.

    ``before`` is None where a list of items begins with a later number than one.
    """

    before: Section | None
    after: Section
    count: int


@dataclass(frozen=True, slots=True)
class Numbering:
    """What is wrong with the numbers of the sections of a part.

    ``misplaced`` are sections with a number of their own that stand elsewhere in the list, each
    with the section it should follow.
    """

    faults: tuple[NumberFault, ...]
    misplaced: tuple[tuple[Section, Section | None], ...]
    gaps: tuple[Gap, ...]
    counted: int


def check_numbers(part: Part) -> Numbering:
    """Check every list of sections of a part: those of each chapter, and items of sections."""
    lists = [_List(part, sections) for sections in _lists(part)]
    return Numbering(
        tuple(fault for each in lists for fault in each.faults),
        tuple(pair for each in lists for pair in each.misplaced),
        tuple(gap for each in lists for gap in each.gaps()),
        sum(len(each.sections) for each in lists),
    )


def _lists(part: Part) -> Iterator[list[Section]]:
    """The lists of a part: the sections of a chapter, and the items below one heading.

    A heading of a chapter without a number, or with another kind of number than the rest, counts
    into the list; an item does not. Where the sections are items themselves （一）, those below one
    heading are a list, and the headings above them are another.
    """
    tops = sorted(_tops(part))
    chapters: dict[int, list[Section]] = defaultdict(list)
    items: dict[tuple[int, str], list[Section]] = defaultdict(list)
    for section in part.first_sections:
        style = _style(section)
        if style in _BELOW and section.spec.sub:
            items[bisect(tops, section.start), style].append(section)
        elif style != _CHAPTER:
            chapters[section.chapter].append(section)
    yield from items.values()
    for sections in chapters.values():
        styles = Counter(style for section in sections if (style := _style(section)))
        usual, count = (styles.most_common(1) or [("", 0)])[0]
        whole = count >= _SHORTEST_LIST
        listed = [section for section in sections if whole or _style(section) == usual]
        if usual in _BELOW:
            yield from _below_headings(part, [s for s in listed if _style(s) not in _ABOVE])
            yield [section for section in sections if _style(section) in _ABOVE]
        else:
            yield listed


def _below_headings(part: Part, sections: Sequence[Section]) -> Iterator[list[Section]]:
    """Items by the heading that they stand below."""
    tops = [
        line.index
        for line in (*part.numbered, *(section.line for section in part.sections))
        if line.ordinal and line.ordinal.style in _ABOVE
    ]
    lists: dict[int, list[Section]] = defaultdict(list)
    for section in sections:
        lists[bisect(sorted(tops), section.start)].append(section)
    yield from lists.values()


def _tops(part: Part) -> Iterator[int]:
    """Where headings stand that may have items below them."""
    yield from (section.start for section in part.sections if _style(section) not in _BELOW)
    for line in part.numbered:
        if line.ordinal and line.ordinal.style not in _BELOW:
            yield line.index


def _style(section: Section) -> str:
    return section.ordinal.style if section.ordinal else ""


class _List:
    """One list of headings."""

    def __init__(self, part: Part, sections: Sequence[Section]) -> None:
        self.part = part
        self.sections = sections
        styles = Counter(style for section in sections if (style := _style(section)))
        self.style = styles.most_common(1)[0][0] if styles else ""
        self.values = [
            s.ordinal.value if s.ordinal and _style(s) == self.style else 0 for s in sections
        ]
        self.kept = self._in_order()
        self.misplaced: list[tuple[Section, Section | None]] = []
        self.faults: list[NumberFault] = []
        for n, section in enumerate(sections):
            if n in self.kept:
                continue
            before, after = self._neighbours(n)
            own = self.values[n]
            if self.values.count(own) == 1 and own and before + 1 >= after:
                self.misplaced.append((section, self._holder(own - 1)))
            else:
                self.faults.append(NumberFault(section, before + 1 if before else None))

    def _in_order(self) -> set[int]:
        """The headings whose numbers ascend; of two that cannot both, the later one does not.

        Of two with one number the one that leaves the right number free is the wrong one.
        """
        last = len(self.values) - 1
        numbered = [n for n in range(last, -1, -1) if self.values[n]]
        ascending = longest_ascending([-self.values[n] for n in numbered])
        kept = {numbered[n] for n in ascending}
        for n in sorted(set(numbered) - kept):
            twin = next((k for k in kept if self.values[k] == self.values[n]), None)
            if twin is None:
                continue
            trial = (kept - {twin}) | {n}
            if self._has_room(twin, trial) or (twin > n and not self._has_room(n, kept)):
                kept = trial if self._ascends(trial) else kept
        return kept

    def _ascends(self, kept: set[int]) -> bool:
        return all(self.values[a] < self.values[b] for a, b in pairwise(sorted(kept)))

    def _has_room(self, n: int, kept: set[int]) -> bool:
        before = max((k for k in kept if k < n), default=None)
        after = min((k for k in kept if k > n), default=None)
        low = self.values[before] if before is not None else 0
        return after is None or low + 1 < self.values[after]

    def _neighbours(self, n: int) -> tuple[int, int]:
        """The numbers in order before and after a heading."""
        before = max((k for k in self.kept if k < n), default=None)
        after = min((k for k in self.kept if k > n), default=None)
        low = self.values[before] if before is not None else 0
        return low, self.values[after] if after is not None else 1 << 30

    def _holder(self, value: int) -> Section | None:
        return next(
            (s for s, v in zip(self.sections, self.values, strict=True) if v == value), None
        )

    def gaps(self) -> Iterator[Gap]:
        """The numbers left out before headings in order; other headings may have them."""
        kept = sorted(self.kept)
        elsewhere = {v for n, v in enumerate(self.values) if n not in self.kept}
        if self.style in _BELOW and kept:
            first = self.sections[kept[0]]
            top = max((at for at in _tops(self.part) if at < first.start), default=first.start)
            lines = {line.ordinal.value for line in self._between(top, first) if line.ordinal}
            if left := len(set(range(1, self.values[kept[0]])) - elsewhere - lines):
                yield Gap(None, first, left)
        for a, b in pairwise(kept if len(self.sections) >= _SHORTEST_LIST else ()):
            one, other = self.sections[a], self.sections[b]
            between = self._between(one.start, other)
            lines = {line.ordinal.value for line in between if line.ordinal}
            bare = sum(line.ordinal is None for line in between) + b - a - 1
            missing = set(range(self.values[a] + 1, self.values[b])) - elsewhere - lines
            if len(missing) > bare:
                yield Gap(one, other, len(missing) - bare)

    def _between(self, start: int, end: Section) -> list[Line]:
        """The other lines before a heading that may belong to the list: those with its kind of
        number, and those without any."""
        return [
            line
            for line in self.part.numbered
            if start < line.index < end.start
            and (line.ordinal is None or line.ordinal.style == self.style)
        ]
