"""Lists of the offices and units of a part: in a sentence, as headings of their duties, in a table.

Two lists of the same offices should call them by the same names.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from budgetlint.disclosure.naming.likeness import is_nearly
from budgetlint.disclosure.numerals import leading_ordinal
from budgetlint.disclosure.passages import PassageKind
from budgetlint.document import Cell
from budgetlint.taxonomy.offices import offices

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.numerals import Ordinal
    from budgetlint.disclosure.passages import Passage
    from budgetlint.location import Location

_LEAST = 2
_MOST_LISTS = 40
_DEPTH = 4
_LONGEST = 25
_LONGEST_ITEM = 80
_CLAUSE = re.compile("[^。;:,]+")
_ITEM = re.compile("[^、]+")
_HEAD = re.compile("[,:。;(]")
_BRACKETS = re.compile(r"\([^()]*\)")
_HIDDEN = "\0"


class Form(StrEnum):
    """How offices are listed: in a sentence, as headings of their duties, in a table."""

    SENTENCE = "sentence"
    HEADINGS = "headings"
    TABLE = "table"


@dataclass(frozen=True)
class OfficeList:
    """The places of names that are listed together, and in which form.

    ``start`` is the number of the passage that it begins in.
    """

    names: dict[str, Location]
    form: Form
    start: int


@dataclass(frozen=True)
class NamedTwice:
    """An office under two names; ``is_sure``: nothing else tells the two lists apart."""

    name: str
    place: Location
    other: str
    other_place: Location
    is_sure: bool


def named_twice(disclosure: Disclosure) -> Iterator[NamedTwice]:
    """The offices that two lists of a part call nearly alike, each pair of names once."""
    told: set[frozenset[str]] = set()
    for part in disclosure.outline.parts:
        own = [passage for passage in disclosure.passages if passage.part is part]
        lists = office_lists(own)[:_MOST_LISTS]
        for earlier, later in itertools.combinations(lists, 2):
            for found in _nearly_alike(earlier, later):
                names = frozenset((found.name, found.other))
                if names not in told:
                    told.add(names)
                    yield found


def office_lists(passages: Sequence[Passage]) -> list[OfficeList]:
    """The lists of offices in passages, in order."""
    lists = [*_told(passages), *_tabled(passages)]
    lists = [listed for listed in lists if len(listed.names) >= _LEAST]
    return sorted(lists, key=lambda listed: listed.start)


def _tabled(passages: Iterable[Passage]) -> Iterator[OfficeList]:
    """The tables with a column of the names of units."""
    spec = offices()
    columns: dict[int, tuple[int, OfficeList]] = {}
    for number, passage in enumerate(passages):
        cell, index = passage.source, passage.index
        if index is None or not isinstance(cell, Cell):
            continue
        if spec.column.fullmatch(passage.folded.text):
            columns[index] = (cell.col, OfficeList({}, Form.TABLE, number))
        elif index in columns and columns[index][0] == cell.col and passage.has_words:
            name = _BRACKETS.sub("", passage.folded.text)
            if spec.name.fullmatch(name):
                columns[index][1].names[name] = passage.location(
                    passage.folded, (0, len(name)), name
                )
    yield from (listed for _, listed in columns.values())


def _told(passages: Iterable[Passage]) -> Iterator[OfficeList]:
    headed: dict[str, OfficeList] = {}
    for number, passage in enumerate(passages):
        if passage.kind not in (PassageKind.SENTENCE, PassageKind.HEADING):
            continue
        if "、" in passage.source.text:
            for names in _in_sentence(passage):
                yield OfficeList(names, Form.SENTENCE, number)
        ordinal = leading_ordinal(passage.folded.text)
        style = ordinal.style if ordinal else ""
        if ordinal and ordinal.value == 1 and style in headed:
            yield headed.pop(style)
        if name := _headed(passage, ordinal):
            listed = headed.setdefault(style, OfficeList({}, Form.HEADINGS, number))
            listed.names.update(name)
    yield from headed.values()


def _in_sentence(passage: Passage) -> Iterator[dict[str, Location]]:
    """The lists in the clauses of a paragraph; what stands in brackets is no part of a name."""
    spec = offices()
    for clause in _CLAUSE.finditer(_hidden_brackets(passage.folded.text)):
        names: dict[str, Location] = {}
        for item in _ITEM.finditer(clause[0]) if "、" in clause[0] else ():
            lead = None if item.start() else spec.lead.search(item[0][:_LONGEST_ITEM])
            begin = lead.end() if lead else 0
            name = spec.trail.sub("", item[0][begin:_LONGEST_ITEM].replace(_HIDDEN, ""))
            if spec.name.fullmatch(name):
                start = clause.start() + item.start() + begin
                names[name] = passage.location(passage.folded, (start, start + len(name)), name)
        yield names


def _hidden_brackets(text: str) -> str:
    """A text in which nothing can be read in brackets; every character keeps its place."""
    for _ in range(_DEPTH):
        text = _BRACKETS.sub(lambda match: _HIDDEN * len(match[0]), text)
    return text


def _headed(passage: Passage, ordinal: Ordinal | None) -> dict[str, Location]:
    """The office whose duties a paragraph tells: 1、办公室：承担……"""
    text, begin = passage.folded.text, ordinal.length if ordinal else 0
    name = _HEAD.split(text[begin : begin + _LONGEST], maxsplit=1)[0]
    end = begin + len(name)
    if not offices().name.fullmatch(name) or not (ordinal or text[end : end + 1] in ("", ":")):
        return {}
    return {name: passage.location(passage.folded, (begin, end), name)}


def _nearly_alike(earlier: OfficeList, later: OfficeList) -> Iterator[NamedTwice]:
    """The names by which two lists differ, of which each is like only one of the other list.

    They are lists of the same offices if they share most names.
    """
    shared = earlier.names.keys() & later.names.keys()
    least = min(len(earlier.names), len(later.names))
    if len(shared) < _LEAST or 2 * len(shared) < least:
        return
    left = [name for name in later.names if name not in shared]
    right = [name for name in earlier.names if name not in shared]
    pairs = [(one, other) for one in left for other in right if is_nearly(one, other)]
    ones, others = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    is_sure = earlier.form != later.form and len(left) == len(right) == len(pairs)
    for one, other in pairs:
        if ones[one] == 1 == others[other]:
            yield NamedTwice(one, later.names[one], other, earlier.names[other], is_sure)
