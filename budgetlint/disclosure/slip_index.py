"""Slips of the pen in a text: one pass finds all of them."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from budgetlint.taxonomy.slips import doubled_words, known_slips

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from budgetlint.taxonomy.slips import Slip

_END = re.compile(r"[.…·]*[0-9]*$")
"""The end of a heading, or of its entry in the table of contents."""
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
    if start == stop or (slip.ending and not (ends and _END.match(text, stop))):
        return False
    if slip.before and not slip.before.search(text[max(0, start - _BESIDE) : start]):
        return False
    if slip.after and not slip.after.match(text, stop):
        return False
    return not any(within(hit, word, text) for word in slip.unless)


def within(hit: Hit, word: str, text: str) -> bool:
    """Whether a slip is part of a word that is printed here."""
    start, stop = hit.span
    at = text.find(word, max(0, stop - len(word)), start + len(word))
    return at >= 0 and at <= start


def shown(hit: Hit, text: str) -> Hit:
    """A short slip with the words that make it one, so that a message is understood."""
    after = hit.slip.after.match(text, hit.span[1]) if hit.slip.after else None
    if after is None or len(hit.wrong) > _SHOWN_WITH:
        return hit
    more = after[0].rstrip(",.;:、。()!")
    return Hit(hit.slip, (hit.span[0], hit.span[1] + len(more)), hit.wrong + more, hit.right + more)


@cache
def known() -> SlipIndex:
    """The slips known of this field."""
    return SlipIndex(known_slips())


@cache
def doubled() -> SlipIndex:
    """The words printed twice."""
    return SlipIndex(doubled_words())


@lru_cache(maxsize=4096)
def repaired(text: str) -> str:
    """A folded heading as it was meant: without the slips that are sure.

    Every character keeps its place.
    """
    for hit in known().hits(text):
        if hit.slip.sure and len(hit.wrong) == len(hit.right):
            text = text[: hit.span[0]] + hit.right + text[hit.span[1] :]
    return text
