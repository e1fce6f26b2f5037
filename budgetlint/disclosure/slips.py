"""Slips of the pen in all that a disclosure prints: which, and where."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from budgetlint.disclosure.naming.regulations import right_name
from budgetlint.disclosure.narrative.subject_defects import NameFault, wrong_names
from budgetlint.disclosure.passages import PassageKind
from budgetlint.disclosure.slip_index import SlipIndex, doubled, known, shown, within

if TYPE_CHECKING:
    from collections.abc import Callable

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.passages import Passage
    from budgetlint.disclosure.slip_index import Hit
    from budgetlint.location import Location


@dataclass(frozen=True, slots=True)
class Misprint:
    """A slip with all its places in one part of a document."""

    hit: Hit
    places: tuple[Location, ...]


def misprints(disclosure: Disclosure) -> list[Misprint]:
    """The slips known of this field.

    Names of subjects are left to the rules that hold them against the classification, those of
    laws to the rule on citations.
    """
    subjects = _SubjectNames(disclosure)
    return _gathered(
        disclosure,
        known(),
        lambda passage, hit: subjects.hold(passage, hit) or _in_law(passage.folded.text, hit),
    )


def repetitions(disclosure: Disclosure) -> list[Misprint]:
    """The words printed twice."""
    return _gathered(disclosure, doubled(), lambda _passage, _hit: False)


def extra_misprints(disclosure: Disclosure) -> list[Misprint]:
    """The slips that the user knows, except for what is reported anyway."""
    if not disclosure.extra_slips:
        return []
    subjects = _SubjectNames(disclosure)
    return _gathered(
        disclosure,
        SlipIndex(disclosure.extra_slips),
        lambda passage, hit: _known_anyway(passage, hit) and not subjects.hold(passage, hit),
    )


def _in_law(text: str, hit: Hit) -> bool:
    """Whether a slip is part of the name of a law that is reported as a whole."""
    start = text.rfind("《", 0, hit.span[0]) + 1
    end = text.find("》", hit.span[1])
    title = text[start:end] if start and end > 0 else ""
    return bool(title) and "》" not in title and right_name(title) is not None


def _known_anyway(passage: Passage, hit: Hit) -> bool:
    return any(
        other.span[0] < hit.span[1] and hit.span[0] < other.span[1]
        for other in known().hits(passage.folded.text, ends=_ends(passage))
    )


def _later(passage: Passage) -> bool:
    """Whether it only repeats what stands in the document: an entry of its contents, an aside."""
    return passage.kind is PassageKind.CONTENTS or passage.index is None


def _ends(passage: Passage) -> bool:
    return passage.kind is not PassageKind.SENTENCE


def _gathered(
    disclosure: Disclosure, index: SlipIndex, left_out: Callable[[Passage, Hit], bool]
) -> list[Misprint]:
    """One misprint for each mistake, in the order of the document.

    An entry in the table of contents comes behind the heading that it repeats.
    """
    found: dict[tuple[object, ...], list[tuple[Hit, Location]]] = defaultdict(list)
    for passage in sorted(disclosure.passages, key=_later):
        if not passage.has_words:
            continue
        text = passage.folded.text
        for hit in index.hits(text, ends=_ends(passage)):
            if not left_out(passage, hit):
                found_as = shown(hit, text)
                place = passage.location(passage.folded, found_as.span, hit.slip.right)
                key = (hit.slip.sure, hit.slip.message, hit.mistake)
                if passage.index is not None or key not in found:  # a page header repeats a title
                    found[key].append((found_as, place))
    return [
        Misprint(places[0][0], tuple(place for _, place in places)) for places in found.values()
    ]


class _SubjectNames:
    """What the rules on names of subjects report: their cells, and their names in sentences."""

    def __init__(self, disclosure: Disclosure) -> None:
        self._disclosure = disclosure

    def hold(self, passage: Passage, hit: Hit) -> bool:
        """Whether a slip is part of the name of a subject."""
        if id(passage.source) in self._cells:
            return True
        return any(within(hit, name, passage.folded.text) for name in self._misspelt)

    @cached_property
    def _cells(self) -> frozenset[int]:
        disclosure = self._disclosure
        return frozenset(
            id(cell)
            for statement in (*disclosure.statements, *disclosure.comparisons)
            for row in statement.rows
            if (cell := row.cells.get("name"))
        )

    @cached_property
    def _misspelt(self) -> tuple[str, ...]:
        wrong, _ = wrong_names(self._disclosure)
        return tuple(name.mention.name for name in wrong if name.fault is NameFault.MISSPELT)
