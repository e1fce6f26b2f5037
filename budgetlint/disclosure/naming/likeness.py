"""Whether two names are two ways of writing one, by a single slip: 政策法规 and 政策法归."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from budgetlint.taxonomy.likeness import differing

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]+")
_PLACE_AHEAD = 3
_MOST_ALIKE = 20
_SHORTEST = 3
_LONG = 5


def is_slip(one: str, other: str) -> bool:
    """Whether two texts differ inside by one character, or by two that changed places.

    What tells two things apart on purpose (numerals, directions, 收 and 支, names of places) is no
    slip; neither is a first or last character, with which another word begins or ends.
    """
    if one == other or len(one) != len(other):
        return False
    spots = [at for at, (left, right) in enumerate(zip(one, other, strict=True)) if left != right]
    first, last = spots[0], spots[-1]
    if first == 0 or last == len(one) - 1 or last - first > 1:
        return False
    if last > first:
        return one[first] == other[last] and one[last] == other[first]
    return _by_mistake(one[first], other[first]) and not _in_place(one, other, first)


def is_omission(one: str, other: str, most: int = 1) -> bool:
    """Whether one of two texts is the other without up to ``most`` neighbouring inner characters.

    Words that are left out on purpose (的, 县) and what tells two things apart are no omission.
    """
    shorter, longer = sorted((one, other), key=len)
    gap = len(longer) - len(shorter)
    if not 1 <= gap <= most or len(shorter) < _SHORTEST:
        return False
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    at = min(sum(1 for _ in alike), len(shorter) - 1)
    if at == 0 or longer[at + gap :] != shorter[at:]:
        return False
    more = longer[at : at + gap]
    return bool(_WORD.fullmatch(more)) and not differing().optional.issuperset(more)


def is_nearly(one: str, other: str) -> bool:
    """Whether two names of a list may mean one thing: a slip, or a word of two characters more."""
    longest = max(len(one), len(other))
    return longest >= _LONG and (is_slip(one, other) or is_omission(one, other, most=2))


def pairs_of_slips(names: list[str]) -> Iterator[tuple[str, str]]:
    """The pairs of names of which one is a slip of the other; linear in the length of the names."""
    buckets: dict[tuple[str, str], list[str]] = {}
    for name in dict.fromkeys(names):
        half = len(name) // 2
        found: dict[str, None] = {}
        for key in ((name[: half - 1], str(len(name))), (str(len(name)), name[half + 1 :])):
            bucket = buckets.setdefault(key, [])
            found.update(dict.fromkeys(bucket))
            if len(bucket) < _MOST_ALIKE:
                bucket.append(name)
        for other in found:
            if is_slip(name, other):
                yield other, name


def _by_mistake(one: str, other: str) -> bool:
    are_words = _WORD.fullmatch(one) and _WORD.fullmatch(other)
    return bool(are_words) and not any(
        one in group and other in group for group in differing().groups
    )


def _in_place(one: str, other: str, at: int) -> bool:
    """Whether a character belongs to the name of a place: 柳河乡 and 柳林乡."""
    return any(
        char in differing().places for text in (one, other) for char in text[at : at + _PLACE_AHEAD]
    )
