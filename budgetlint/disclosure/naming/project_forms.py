"""Names of projects that the text writes with one slip: 科技创新工资经费 for 科技创新工作经费."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from budgetlint.disclosure.naming.likeness import is_slip
from budgetlint.disclosure.numerals import strip_ordinal
from budgetlint.disclosure.passages import PassageKind
from budgetlint.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.passages import Passage
    from budgetlint.location import Location

_ANCHOR = 4
_SHORTEST = 2 * _ANCHOR
_LONGEST = 60
_LONGEST_HEADING = 30
_MONEY = ("经费", "资金")
_SAME_ANCHOR = 20


@dataclass(frozen=True)
class VariedName:
    """The name of a project, and what is printed nearly like it, where."""

    name: str
    odd: str
    places: tuple[Location, ...]
    own: Location


def varied_names(disclosure: Disclosure) -> Iterator[VariedName]:
    """The names of projects with the nearly same words elsewhere, in order.

    A slip inside a name leaves its first or its last four characters as they are: only there is
    the text compared.
    """
    names = _names(disclosure)
    anchors: dict[str, list[tuple[str, int]]] = {}
    for name in names:
        for at in (0, len(name) - _ANCHOR):
            sharing = anchors.setdefault(name[at : at + _ANCHOR], [])
            if len(sharing) < _SAME_ANCHOR:
                sharing.append((name, at))
    found: dict[tuple[str, str], dict[int, Location]] = {}
    for passage in disclosure.passages if anchors else ():
        if len(passage.source.text) < _SHORTEST or not _may_name(passage):
            continue
        text = passage.folded.text
        for begin in range(len(text) - _ANCHOR + 1):
            for name, at in anchors.get(text[begin : begin + _ANCHOR], ()):
                start = begin - at
                odd = text[max(start, 0) : start + len(name)]
                if odd not in names and is_slip(odd, name):
                    span = (start, start + len(name))
                    place = passage.location(passage.folded, span, odd)
                    found.setdefault((name, odd), {}).setdefault(id(passage), place)
    for (name, odd), places in found.items():
        yield VariedName(name, odd, tuple(places.values()), names[name])


def _may_name(passage: Passage) -> bool:
    """Whether projects are named there: not in a contents, not among the rows of known tables."""
    if not passage.has_words or passage.kind is PassageKind.CONTENTS:
        return False
    return passage.kind is not PassageKind.CELL or passage.place.row is None


def _names(disclosure: Disclosure) -> dict[str, Location]:
    """The names of projects, of goal tables and in headings, long enough to be told from words."""
    found: dict[str, Location] = {}
    for project in disclosure.projects:
        entry = project.heading if project.heading.text else project.printed_name
        name = fold(project.name)
        if entry and _SHORTEST <= len(name) <= _LONGEST:
            found.setdefault(name, entry.location)
    for passage in disclosure.passages:
        if passage.kind is PassageKind.HEADING:
            text = strip_ordinal(passage.folded.text).rstrip(":")
            if text.endswith(_MONEY) and _SHORTEST <= len(text) <= _LONGEST_HEADING:
                found.setdefault(text, passage.place)
    return found
