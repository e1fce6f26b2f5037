"""Slips of the pen in all that a disclosure prints: which, and where."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

from budgetlint.disclosure.narrative.subject_defects import NameFault, wrong_names
from budgetlint.disclosure.passages import PassageKind
from budgetlint.taxonomy.slips import doubled_words, known_slips

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.passages import Passage
    from budgetlint.location import Location
    from budgetlint.taxonomy.slips import Slip

_BESIDE = 12
"""How far ``before`` of a slip looks back."""
_SHOWN_WITH = 2
"""So short a slip is shown with what stands behind it, as far as that makes it one."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A slip in a text: the slice that is wrong, as printed there, and what is right instead."""

    slip: Slip
    span: tuple[int, int]
    wrong: str
    right: str

    @property
    def mistake(self) -> tuple[str, str]:
        """What the two forms differ in: the same for 财政拔款 and 拔付."""
        wrong, right = self.wrong, self.right
        while wrong and right and wrong[0] == right[0]:
            wrong, right = wrong[1:], right[1:]
        while wrong and right and wrong[-1] == right[-1]:
            wrong, right = wrong[:-1], right[:-1]
        return (wrong, right) if wrong and right else (self.wrong, self.right)


@dataclass(frozen=True, slots=True)
class Misprint:
    """A slip with all its places in one part of a document."""

    hit: Hit
    places: tuple[Location, ...]


class SlipIndex:
    """Slips by what they begin with: a text is searched for all of them in one pass."""

    def __init__(self, slips: Iterable[Slip]) -> None:
        self._by_start: dict[str, list[Slip]] = defaultdict(list)
        self._patterns: list[Slip] = []
        for slip in slips:
            if slip.pattern:
                self._patterns.append(slip)
            else:
                self._by_start[slip.wrong[:2]].append(slip)
        self._firsts = frozenset(start[0] for start in self._by_start)

    def hits(self, text: str, *, ends: bool = True) -> list[Hit]:
        """The slips in a folded text; of those that overlap the one that begins first, the longest.

        ``ends`` says that the text is a heading or a cell.
        """
        found = [hit for hit in self._candidates(text) if _stands(hit, text, ends=ends)]
        found.sort(key=lambda hit: (hit.span[0], -hit.span[1]))
        kept: list[Hit] = []
        for hit in found:
            if not kept or hit.span[0] >= kept[-1].span[1]:
                kept.append(hit)
        return kept

    def _candidates(self, text: str) -> Iterator[Hit]:
        by_start, firsts = self._by_start, self._firsts
        for at, char in enumerate(text):
            if char in firsts:
                for slip in (*by_start.get(char, ()), *by_start.get(text[at : at + 2], ())):
                    if text.startswith(slip.wrong, at):
                        yield Hit(slip, (at, at + len(slip.wrong)), slip.wrong, slip.right)
        for slip in self._patterns:
            for match in slip.pattern.finditer(text) if slip.pattern else ():
                yield Hit(slip, match.span(), match[0], match.expand(slip.right))


def _stands(hit: Hit, text: str, *, ends: bool) -> bool:
    """Whether a slip is one in the words around it."""
    slip, (start, stop) = hit.slip, hit.span
    if start == stop or (slip.ending and not (ends and stop == len(text))):
        return False
    if slip.before and not slip.before.search(text[max(0, start - _BESIDE) : start]):
        return False
    if slip.after and not slip.after.match(text, stop):
        return False
    return not any(_within(hit, word, text) for word in slip.unless)


def _within(hit: Hit, word: str, text: str) -> bool:
    """Whether a slip is part of a word that is printed here."""
    start, stop = hit.span
    at = text.find(word, max(0, stop - len(word)), start + len(word))
    return at >= 0 and at <= start


def _shown(hit: Hit, text: str) -> Hit:
    """A short slip with the words that make it one, so that a message is understood."""
    after = hit.slip.after.match(text, hit.span[1]) if hit.slip.after else None
    if after is None or len(hit.wrong) > _SHOWN_WITH:
        return hit
    more = after[0].rstrip(",.;:、。()!")
    return Hit(hit.slip, (hit.span[0], hit.span[1] + len(more)), hit.wrong + more, hit.right + more)


@cache
def _known() -> SlipIndex:
    return SlipIndex(known_slips())


@cache
def _doubled() -> SlipIndex:
    return SlipIndex(doubled_words())


def misprints(disclosure: Disclosure) -> list[Misprint]:
    """The slips known of this field.

    Names of subjects are left to the rules that hold them against the classification.
    """
    return _gathered(disclosure, _known(), _SubjectNames(disclosure).hold)


def repetitions(disclosure: Disclosure) -> list[Misprint]:
    """The words printed twice."""
    return _gathered(disclosure, _doubled(), lambda _passage, _hit: False)


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


def _known_anyway(passage: Passage, hit: Hit) -> bool:
    return any(
        known.span[0] < hit.span[1] and hit.span[0] < known.span[1]
        for known in _known().hits(passage.folded.text, ends=_ends(passage))
    )


def _ends(passage: Passage) -> bool:
    return passage.kind is not PassageKind.SENTENCE


def _gathered(
    disclosure: Disclosure, index: SlipIndex, left_out: Callable[[Passage, Hit], bool]
) -> list[Misprint]:
    """One misprint for each mistake in each part, in the order of the document."""
    found: dict[tuple[object, ...], list[tuple[Hit, Location]]] = defaultdict(list)
    for passage in disclosure.passages:
        if not passage.has_words:
            continue
        text = passage.folded.text
        for hit in index.hits(text, ends=_ends(passage)):
            if not left_out(passage, hit):
                shown = _shown(hit, text)
                place = passage.location(passage.folded, shown.span, hit.slip.right)
                found[(id(passage.part), hit.slip.sure, hit.mistake)].append((shown, place))
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
        return any(_within(hit, name, passage.folded.text) for name in self._misspelt)

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
