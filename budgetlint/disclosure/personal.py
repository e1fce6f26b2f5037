"""Where a disclosure names what belongs to one person: numbers and home addresses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from budgetlint.disclosure.passages import PassageKind
from budgetlint.disclosure.personal_numbers import MOBILE, personal_numbers
from budgetlint.document import Table
from budgetlint.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.passages import Passage
    from budgetlint.location import Location

_LONG_NUMBER = re.compile(r"[0-9０-９](?:[\s－-]*[0-9０-９]){10}")
_CONTACT = re.compile("联系|咨询|监督|举报|热线|电话[:：]")
_HOME = "(?:家庭(?:详细|居住)?[住地]址|现住地?址|居住地址|户籍(?:地址|所在地)|(?<![居常])住址)"
_PLACE = (
    r"[^,，、;；。:：]{0,20}?"
    "(?:[0-9一二三四五六七八九十]+[号组室栋幢单]|[村巷弄里](?![级委民])|小区|花园|家园)"
)
_ROOM = "(?:[0-9一二三四五六七八九十]{1,5}(?:号楼?|[组室栋幢层楼队社]|单元)){0,5}"
_IN_SENTENCE = re.compile(
    f"{_HOME}[:：为是在]*(?P<home>{_PLACE}{_ROOM})|家住(?P<lives>{_PLACE}{_ROOM})"
)
_HEADER = re.compile(f"{_HOME}(?:\\(.*\\))?")
_HEADER_ROWS = 3
_SHORTEST_ADDRESS = 3
ADDRESS = "address"


@dataclass(frozen=True, slots=True)
class PersonalMention:
    """A number or address of one person: what it is, as printed, and where.

    ``printed`` is "" for a column of addresses, which is named by its heading.
    ``is_contact``: it stands where people are told whom to call.
    """

    kind: str
    printed: str
    location: Location
    is_contact: bool = False


def personal_mentions(disclosure: Disclosure) -> Iterator[PersonalMention]:
    """Everything of the kind in the order of the document."""
    for passage in disclosure.passages:
        yield from _numbers(passage)
        if "住" in passage.source.text or "户籍" in passage.source.text:
            yield from _addresses(passage)
    yield from _columns(disclosure)


def _numbers(passage: Passage) -> Iterator[PersonalMention]:
    if not _LONG_NUMBER.search(passage.source.text):
        return
    amount = passage.kind is PassageKind.CELL and passage.place.row is not None
    if amount and not passage.has_words:
        return
    text = passage.plain.text
    tells_whom_to_call = _CONTACT.search(text) is not None
    for number in personal_numbers(text):
        span = (number.start, number.end)
        yield PersonalMention(
            number.kind,
            text[slice(*span)],
            passage.location(passage.plain, span, number.kind),
            number.kind == MOBILE and tells_whom_to_call,
        )


def _addresses(passage: Passage) -> Iterator[PersonalMention]:
    for match in _IN_SENTENCE.finditer(passage.plain.text):
        group = "home" if match["home"] else "lives"
        place = passage.location(passage.plain, match.span(group), ADDRESS)
        yield PersonalMention(ADDRESS, match[group], place)


def _columns(disclosure: Disclosure) -> Iterator[PersonalMention]:
    """The columns of tables that are headed by such a word and filled in."""
    passages = {id(passage.source): passage for passage in disclosure.passages}
    for block in disclosure.document.blocks:
        if not isinstance(block, Table):
            continue
        for line in block.rows[:_HEADER_ROWS]:
            for cell in line:
                if "住" not in cell.text and "户籍" not in cell.text:
                    continue
                below = [row[cell.col] for row in block.grid[cell.row + 1 :]]
                filled = [c for c in below if c and len(fold(c.text)) >= _SHORTEST_ADDRESS]
                if _HEADER.fullmatch(fold(cell.text)) and filled:
                    passage = passages[id(cell)]
                    span = (0, len(passage.plain.text))
                    place = passage.location(passage.plain, span, ADDRESS)
                    yield PersonalMention(ADDRESS, "", place)
