"""Titles of tables that carry a number of their own: 三、支出预算表, 表3 支出预算表."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from budgetlint.disclosure.numerals import format_han, ordinal_value
from budgetlint.disclosure.passages import PassageKind
from budgetlint.document import Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.passages import Passage
    from budgetlint.disclosure.structure.outline import Part
    from budgetlint.location import Location

_HAN = "[一二三四五六七八九十]{1,3}"
_NUMBER = re.compile(
    rf"(?P<table>附?表(?P<t>[0-9]{{1,2}}|{_HAN})(?![0-9-])[:、.]?)|"
    rf"(?P<han>(?P<h>{_HAN})[、.])|"
    r"(?P<arabic>(?P<a>[0-9]{1,2})[、.](?![0-9]))"
)
_STYLES = {"table": "t", "han": "h", "arabic": "a"}
_TABLE = "表"
_BELOW = 4
_LEAST_KNOWN = 3
_SHORTEST_LIST = 4
_MOST_LEFT_OUT = 2


@dataclass(frozen=True, slots=True)
class TableTitle:
    """A title with its number, as printed in folded text up to ``end``; ``position`` counts the
    passages."""

    passage: Passage
    position: int
    style: str
    number: int
    end: int

    @property
    def mark(self) -> str:
        """The number as printed: 三、 or 表3."""
        return self.passage.folded.text[: self.end]

    @property
    def title(self) -> str:
        """The title without its number."""
        return self.passage.folded.text[self.end :]

    @property
    def known(self) -> bool:
        """Whether it is the title of a standard table."""
        return self.passage.kind is PassageKind.TITLE

    def numbered(self, number: int) -> str:
        """Another number as this title prints its own."""
        match = _NUMBER.match(self.mark)
        raw = match[_STYLES[self.style]] if match else ""
        right = str(number) if raw.isdecimal() else format_han(number)
        return self.mark.replace(raw, right, 1)

    def location(self) -> Location:
        """The place of the number."""
        return self.passage.location(
            self.passage.folded, (0, self.end), f"table-title/{self.number}"
        )


@dataclass(frozen=True, slots=True)
class TitleFault:
    """A number that does not follow the one before: ``left_out`` are those between, none where
    the number itself is wrong; ``right`` is None where that is open."""

    title: TableTitle
    before: TableTitle
    left_out: tuple[str, ...] = ()
    right: str | None = None


def numbered_titles(disclosure: Disclosure) -> Iterator[tuple[Part, list[TableTitle]]]:
    """The titles of each part in the order of the document, in the kind of number most have.

    A title that is printed again on the next page counts once. Unknown tables count where some
    standard tables have such a number.
    """
    found: dict[tuple[int, str], dict[tuple[int, str], TableTitle]] = defaultdict(dict)
    for position, passage in enumerate(disclosure.passages):
        if title := _titled(disclosure, passage, position):
            same = found[id(passage.part), title.style]
            same.setdefault((title.number, title.title), title)
    for part in disclosure.outline.parts:
        lists = [list(found[id(part), style].values()) for style in _STYLES]
        usual = max(lists, key=lambda each: sum(title.known for title in each))
        yield part, usual if sum(title.known for title in usual) >= _LEAST_KNOWN else []


def _titled(disclosure: Disclosure, passage: Passage, position: int) -> TableTitle | None:
    if passage.kind not in (PassageKind.TITLE, PassageKind.HEADING) or passage.index is None:
        return None
    match = _NUMBER.match(passage.folded.text)
    if match is None:
        return None
    if passage.kind is PassageKind.HEADING:
        below = disclosure.document.blocks[passage.index + 1 : passage.index + 1 + _BELOW]
        if not passage.folded.text.endswith(_TABLE) or not _has_table(below):
            return None
    style = next(style for style in _STYLES if match[style])
    number = ordinal_value(match[_STYLES[style]])
    return TableTitle(passage, position, style, number, match.end())


def _has_table(blocks: Sequence[object]) -> bool:
    return any(isinstance(block, Table) for block in blocks)


def same_titles(titles: Sequence[TableTitle]) -> Iterator[tuple[TableTitle, TableTitle]]:
    """Titles with another number that are worded like an earlier one, with that one."""
    first: dict[str, TableTitle] = {}
    for title in titles:
        earlier = first.setdefault(title.title, title)
        if earlier.number != title.number:
            yield earlier, title


def title_faults(disclosure: Disclosure, titles: Sequence[TableTitle]) -> Iterator[TitleFault]:
    """The numbers left out, and those that two tables have."""
    if len(titles) < _SHORTEST_LIST or titles[0].number != 1:
        return
    settled: TableTitle | None = None
    for (a, b), after in zip(pairwise(titles), (*titles[2:], None), strict=True):
        step = b.number - a.number
        if a is settled:
            continue
        if step != 1 and after and after.number == a.number + 2:
            settled = b
            yield TitleFault(b, a, right=a.numbered(a.number + 1))
        elif step == 0:
            yield TitleFault(b, a, right=None if after else a.numbered(a.number + 1))
        elif 1 < step <= _MOST_LEFT_OUT + 1 and not _may_be_between(disclosure, a, b):
            left_out = tuple(a.numbered(n) for n in range(a.number + 1, b.number))
            yield TitleFault(b, a, left_out)


def _may_be_between(disclosure: Disclosure, a: TableTitle, b: TableTitle) -> bool:
    """Whether a title that has lost its number, or is worded as text, stands between two."""
    missing = range(a.number + 1, b.number)
    for passage in disclosure.passages[a.position + 1 : b.position]:
        match = _NUMBER.match(passage.folded.text) if passage.kind is not PassageKind.CELL else None
        raw = match and next(match[group] for group in _STYLES.values() if match[group])
        number = ordinal_value(raw) if raw else None
        if number in missing or (number is None and passage.kind is PassageKind.TITLE):
            return True
    return False
