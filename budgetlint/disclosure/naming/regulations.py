"""Cited laws and documents whose name or number is wrong.

A name is compared with those of the data file only where one character makes the difference, so
that the rules of a province or of another office are never taken for a slip.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from budgetlint.disclosure.edits import edits
from budgetlint.fold import fold
from budgetlint.taxonomy.regulations import regulations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.passages import Passage
    from budgetlint.location import Location
    from budgetlint.taxonomy.regulations import Regulation

_NATION = "中华人民共和国"
_EDITION = re.compile(r"\([^()]*\)$")
_NUMBER = r"(?P<issuer>[\u4e00-\u9fff]{2,6})[(\[](?P<year>[0-9]{4})[)\]](?P<number>[0-9]{1,4})号"
_CITED = re.compile(rf"《(?P<title>[^《》]{{3,60}})》(?:\(?(?P<behind>{_NUMBER}))?")
_SHORTEST = 6
"""Shorter names are too much alike: 预算法, 会计法."""


@dataclass(frozen=True, slots=True)
class Miscited:
    """What is printed of a citation, what it should read, and where; ``name`` is the right name."""

    printed: str
    right: str
    name: str
    location: Location


def misnamed(disclosure: Disclosure) -> Iterator[Miscited]:
    """The laws and documents cited by a wrong name."""
    for passage in disclosure.passages:
        for match in _found(passage):
            title = match["title"]
            right = right_name(title) if title else _misnomers()[match[0]].name
            if right:
                span = match.span("title" if title else 0)
                where = passage.location(passage.folded, span, f"regulation:{right}")
                yield Miscited(title or match[0], right, right, where)


def misnumbered(disclosure: Disclosure) -> Iterator[Miscited]:
    """The documents cited by another number of the same office than is theirs."""
    numbers = {each.name: each.number for each in regulations() if each.number}
    for passage in disclosure.passages:
        for match in _found(passage):
            right = numbers.get(_bare(match["title"] or ""))
            if right is None or match["behind"] is None:
                continue
            known = fold(right)
            told = f"{match['issuer']}({match['year']}){match['number']}号"
            if known.startswith(match["issuer"] + "(") and told != known:
                where = passage.location(passage.folded, match.span("behind"), f"number:{right}")
                printed = told.replace("(", "〔").replace(")", "〕")
                yield Miscited(printed, right, _bare(match["title"]), where)


def right_name(title: str) -> str | None:
    """What a folded title should read, or None if it is right or names something else."""
    bare = _bare(title)
    names = [each.name for each in regulations()]
    if bare in names:
        return None
    nation = _NATION if title.startswith(_NATION) else ""
    if bare in _misnomers():
        return nation + _misnomers()[bare].name
    close = [nation + name for name in names if _is_slip(bare, name)]
    close += [_NATION + name for name in names if _has_slip_in_nation(bare, name)]
    return close[0] if len(close) == 1 else None


def _is_slip(title: str, name: str) -> bool:
    """Whether one character differs, other than the first; what follows a name makes another."""
    return (
        len(name) >= _SHORTEST
        and abs(len(title) - len(name)) <= 1
        and title[:1] == name[:1]
        and not title.startswith(name)
        and edits(title, name) == 1
    )


def _has_slip_in_nation(title: str, name: str) -> bool:
    """Whether the name stands behind 中华人民共和国 with one character wrong."""
    return title.endswith(name) and edits(title.removesuffix(name), _NATION) == 1


def _bare(title: str) -> str:
    return _EDITION.sub("", title).removeprefix(_NATION)


def _found(passage: Passage) -> Iterator[re.Match[str]]:
    """The citations of a passage, and wrong names outside 《》."""
    if passage.has_words:
        yield from _pattern().finditer(passage.folded.text)


@cache
def _pattern() -> re.Pattern[str]:
    wrong = "|".join(sorted(_misnomers(), key=len, reverse=True))
    return re.compile(rf"{_CITED.pattern}|(?<![省市县区州])(?:{wrong})")


@cache
def _misnomers() -> dict[str, Regulation]:
    return {wrong: each for each in regulations() for wrong in each.wrong}
