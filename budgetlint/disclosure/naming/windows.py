"""Windows of a text, and which of those printed once are a slip of one that is printed more often.

A name has no marks around it in a sentence, but a slip in it leaves what is beside it as it is: a
window of a few characters around the slip is like the same window elsewhere. Linear in the length
of the text: the frequent windows are indexed by what is left of them without one character.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from budgetlint.disclosure.naming.likeness import is_slip
from budgetlint.taxonomy.homophones import easily_confused

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

WIDTH = 6
_MOST_ALIKE = 20


@dataclass(frozen=True, order=True)
class Slipped:
    """A window printed once that a frequent one differs from at ``at``."""

    odd: str
    usual: str
    at: int

    @property
    def is_turned(self) -> bool:
        """Whether two neighbours changed places."""
        return self.odd[self.at + 1] != self.usual[self.at + 1]


def slipped_windows(runs: Mapping[str, int]) -> Iterator[Slipped]:
    """The windows that are a slip of another: a character that is typed easily for the right one,
    or two that changed places.

    ``runs`` are texts of Chinese characters alone, with how often they are printed.
    """
    times: Counter[str] = Counter()
    for run, count in runs.items():
        for start in range(len(run) - WIDTH + 1):
            times[run[start : start + WIDTH]] += count
    frequent: dict[tuple[int, str], list[str]] = defaultdict(list)
    for window, count in times.items():
        if count > 1:
            for at in range(1, WIDTH - 1):
                alike = frequent[at, window[:at] + window[at + 1 :]]
                if len(alike) < _MOST_ALIKE:
                    alike.append(window)
    for odd, count in times.items():
        if count == 1 and frequent:
            yield from _replaced(odd, frequent)
            yield from _turned(odd, times)


def _replaced(odd: str, frequent: Mapping[tuple[int, str], list[str]]) -> Iterator[Slipped]:
    for at in range(1, WIDTH - 1):
        for usual in frequent.get((at, odd[:at] + odd[at + 1 :]), ()):
            if easily_confused(odd[at], usual[at]) and is_slip(odd, usual):
                yield Slipped(odd, usual, at)


def _turned(odd: str, times: Mapping[str, int]) -> Iterator[Slipped]:
    for at in range(1, WIDTH - 2):
        usual = odd[:at] + odd[at + 1] + odd[at] + odd[at + 2 :]
        if usual != odd and times.get(usual, 0) > 1:
            yield Slipped(odd, usual, at)
