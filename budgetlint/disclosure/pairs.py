"""Pairs: brackets, quotes and title marks, and those of them that have no partner."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from budgetlint.disclosure.passages import PassageKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from budgetlint.disclosure.passages import Passage

_FAMILIES = {
    "round": ("(（", ")）"),
    "square": ("[［〔﹝【", "]］〕﹞】"),
    "quote": ("“", "”"),
    "title": ("《〈", "》〉"),
}
_ROLES = {
    char: (family, is_open)
    for family, (opening, closing) in _FAMILIES.items()
    for chars, is_open in ((opening, True), (closing, False))
    for char in chars
}
_ANY = re.compile("[" + "".join(map(re.escape, _ROLES)) + "]")
# 1） 一) a) is the number of a list; the bracket behind 3.00 or GDP is one. [80,90) is an interval,
# 27” a measure in inches.
_MARK = re.compile(
    r"(?P<interval>[\[［(（][0-9.%]+[,，][0-9.%+∞]+[\]］)）])|(?P<inch>(?<=[0-9])”)|"
    r"(?<![(（0-9.,，%a-zA-Z一二三四五六七八九十])"
    r"(?P<list>[0-9]{1,2}|[一二三四五六七八九十]{1,3}|[a-zA-Z①-⑳])[)）]"
    f"|{_ANY.pattern}"
)
_OTHER_QUOTES = re.compile('["＂]')
_OTHER_TITLE_MARKS = re.compile("[<>＜＞]")
_REACH = 5
_WITH_PAIRS = frozenset(
    {PassageKind.HEADING, PassageKind.TITLE, PassageKind.SENTENCE, PassageKind.CELL}
)


@dataclass(frozen=True, slots=True)
class Mark:
    """One half of a pair, at ``at``. Halves of one ``family`` pair whatever their width."""

    at: int
    char: str

    @property
    def family(self) -> str:
        """``round``, ``square``, ``quote`` or ``title``."""
        return _ROLES[self.char][0]

    @property
    def opens(self) -> bool:
        """Whether it is the left half."""
        return _ROLES[self.char][1]

    @property
    def partner(self) -> str:
        """The other half, of the same width."""
        opening, closing = _FAMILIES[self.family]
        own, other = (opening, closing) if self.opens else (closing, opening)
        return other[own.index(self.char)]


def unpaired(text: str) -> list[Mark]:
    """The halves without a partner in ``text``, in order.

    Each family is paired by itself: crossing pairs are a matter of style. The bracket of a list
    number needs no partner, but may be one.
    """
    waiting: dict[str, list[Mark]] = defaultdict(list)
    lone: list[Mark] = []
    numbers_taken = 0
    for match in _MARK.finditer(text):
        if match["interval"]:
            continue
        mark = Mark(match.end() - 1, match[0][-1])
        if mark.opens:
            waiting[mark.family].append(mark)
        elif waiting[mark.family]:
            waiting[mark.family].pop()
            numbers_taken += match["list"] is not None
        elif match["list"] is None and match["inch"] is None:
            if mark.family == "round" and numbers_taken:
                numbers_taken -= 1
            else:
                lone.append(mark)
    return sorted([*lone, *(m for marks in waiting.values() for m in marks)], key=lambda m: m.at)


def without_partner(passages: Iterable[Passage]) -> Iterator[tuple[Passage, list[Mark]]]:
    """The passages with halves that have no partner, and these halves in the printed text.

    A sentence may go on in one of the next paragraphs, a cell in another cell of its table or of
    the next one, behind a page break: a right half there is the partner.
    """
    lone: list[_Lone] = []
    waiting: dict[tuple[str, bool], list[tuple[_Lone, Mark]]] = defaultdict(list)
    printed = (p for p in passages if p.kind in _WITH_PAIRS)
    for number, passage in enumerate(printed):
        if not _ANY.search(passage.source.text):
            continue
        found = _Lone(number, passage, _checked(passage.plain.text))
        for mark in found.marks:
            before = waiting[mark.family, passage.kind is PassageKind.CELL]
            if mark.opens:
                before.append((found, mark))
            elif before:
                earlier, opening = before.pop()
                if found.goes_on(earlier):
                    earlier.completed.add(opening)
                    found.completed.add(mark)
        lone.append(found)
    for each in lone:
        left = [mark for mark in each.marks if mark not in each.completed]
        if left:
            yield each.passage, left


@dataclass(frozen=True, slots=True)
class _Lone:
    """A passage, how many were before it, its halves without a partner, and those of them that
    another passage completes."""

    number: int
    passage: Passage
    marks: list[Mark]
    completed: set[Mark] = field(default_factory=set)

    def goes_on(self, earlier: _Lone) -> bool:
        """Whether the text of an earlier passage may go on in this one."""
        if self.passage.kind is PassageKind.CELL:
            return (self.passage.index or 0) - (earlier.passage.index or 0) <= _REACH
        return 0 < self.number - earlier.number <= _REACH


def _checked(text: str) -> list[Mark]:
    """The unpaired halves, without those that may pair with signs that are not looked at."""
    marks = unpaired(text)
    if marks and len(_OTHER_QUOTES.findall(text)) % 2:
        marks = [mark for mark in marks if mark.family != "quote"]
    if marks and _OTHER_TITLE_MARKS.search(text):
        marks = [mark for mark in marks if mark.family != "title"]
    return marks
