"""Documents that are cited in two ways: the odd form, and the one that is usual."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, TypeVar

from budgetlint.disclosure.naming.citations import nearly_same_agency
from budgetlint.disclosure.naming.likeness import pairs_of_slips

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from budgetlint.disclosure.naming.citations import CitedNumber, CitedTitle

    Numbers = list[CitedNumber]
    Titles = list[CitedTitle]

_T = TypeVar("_T")
_MOST_FORMS = 8
_STATE = "中华人民共和国"
_SHORTEST_TITLE = 6


def differing_agencies(
    numbers: Sequence[CitedNumber],
) -> Iterator[tuple[Numbers, Numbers]]:
    """The forms of one year and serial number whose agencies are nearly the same."""
    groups: dict[tuple[int, str], dict[str, list[CitedNumber]]] = {}
    for number in numbers:
        forms = groups.setdefault((number.year, number.serial), {})
        forms.setdefault(number.agency, []).append(number)
    for forms in groups.values():
        for one, other in itertools.combinations(list(forms)[:_MOST_FORMS], 2):
            if nearly_same_agency(one, other):
                yield _ordered(forms[one], forms[other])


def turned_serials(
    numbers: Sequence[CitedNumber],
) -> Iterator[tuple[Numbers, Numbers]]:
    """The numbers of one agency, year and topic whose serial numbers have the same digits."""
    groups: dict[tuple[str, int, str, str], dict[str, list[CitedNumber]]] = {}
    for number in numbers:
        if number.topic:
            key = (number.agency, number.year, number.topic, "".join(sorted(number.serial)))
            groups.setdefault(key, {}).setdefault(number.serial, []).append(number)
    for forms in groups.values():
        for one, other in itertools.pairwise(forms.values()):
            yield _ordered(one, other)


def varied_titles(
    titles: Sequence[CitedTitle],
) -> Iterator[tuple[Titles, Titles]]:
    """The titles of which one is a slip of the other.

    The name of the state does not count: 会计法 and 审计法 begin with different words, and so do
    the laws that are named so in full. In a name as short as 国旗法 every character is a word.
    """
    places: dict[str, list[CitedTitle]] = {}
    for title in titles:
        name = title.title.removeprefix(_STATE)
        if len(name) >= _SHORTEST_TITLE:
            places.setdefault(name, []).append(title)
    for one, other in pairs_of_slips(list(places)):
        yield _ordered(places[one], places[other])


def _ordered(one: list[_T], other: list[_T]) -> tuple[list[_T], list[_T]]:
    """The rarer form first; of equally frequent ones the later."""
    return (one, other) if len(one) < len(other) else (other, one)
