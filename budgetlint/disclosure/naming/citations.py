"""Documents that a disclosure cites: by number, 青财预〔2023〕41号, and by title, 《…》."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from budgetlint.disclosure.passages import PassageKind
from budgetlint.fold import tidy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from budgetlint.disclosure.passages import Passage
    from budgetlint.location import Location

_NUMBER = re.compile(
    "(?P<agency>[\u4e00-\u9fff]{2,16})[\\[(](?P<year>[0-9]{4})[\\])]第?(?P<serial>[0-9]{1,5})号"
)
_OPENING = re.compile(
    "^.*(?:根据|依据|按照|依照|主要[为是]|以及|通过|参照|执行|印发|文件|关于|号)|^[为是和及与按据]"
)
_TITLE = re.compile("《(?P<title>[^《》]{6,60})》")
_BEHIND = re.compile("[(《]*(?:文件?)?(?:关于)?(?P<topic>[^,。;、()《》]{12,60})")
_TOPIC = 16
_SHORTEST_AGENCY = 3
_LEFT_OUT = 2
_KEPT = 2


@dataclass(frozen=True)
class CitedNumber:
    """A number of a document: ``agency`` may have words of the sentence in front of it.

    ``topic`` is how the words begin that say what the document is about, "" where they are short.
    """

    agency: str
    year: int
    serial: str
    printed: str
    topic: str
    location: Location


@dataclass(frozen=True)
class CitedTitle:
    """A title in book marks, without them."""

    title: str
    location: Location


def cited_numbers(passages: Sequence[Passage]) -> Iterator[CitedNumber]:
    """Every number of a document, in order."""
    for passage in passages:
        if "号" not in passage.source.text or passage.kind is PassageKind.CONTENTS:
            continue
        text = passage.folded.text
        for match in _NUMBER.finditer(text):
            agency = _OPENING.sub("", match["agency"])
            span = (match.end("agency") - len(agency), match.end())
            behind = _BEHIND.match(text, match.end())
            topic = behind["topic"] if behind else ""
            yield CitedNumber(
                agency,
                int(match["year"]),
                match["serial"].lstrip("0"),
                tidy(passage.source.text[slice(*passage.folded.original(*span))]),
                topic[:_TOPIC] if len(topic) >= _TOPIC else "",
                passage.location(passage.folded, span, f"{agency}{match['serial']}"),
            )


def cited_titles(passages: Sequence[Passage]) -> Iterator[CitedTitle]:
    """Every title in book marks, in order."""
    for passage in passages:
        if "《" not in passage.source.text or passage.kind is PassageKind.CONTENTS:
            continue
        for match in _TITLE.finditer(passage.folded.text):
            title = match["title"]
            yield CitedTitle(title, passage.location(passage.folded, match.span("title"), title))


def same_agency(one: str, other: str) -> bool:
    """Whether the words before two numbers are the same, but for those of the sentence."""
    return one.endswith(other) or other.endswith(one)


def nearly_same_agency(one: str, other: str) -> bool:
    """Whether one is the other with one or two characters left out: 青工信盐业, 青工信."""
    short, long = sorted((one, other), key=len)
    left_out = len(long) - len(short)
    if len(short) < _SHORTEST_AGENCY or not 1 <= left_out <= _LEFT_OUT:
        return False
    return any(long[:at] + long[at + left_out :] == short for at in range(_KEPT, len(short) + 1))
