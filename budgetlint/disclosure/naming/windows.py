"""Windows of a text, and which of those printed once are a slip of one that is printed more often.

A name has no marks around it in a sentence, but a slip in it leaves what is beside it as it is: a
window of a few characters around the slip is like the same window elsewhere. Windows that sound
the same, or look nearly the same, are found by one key each: linear in the length of the text.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from budgetlint.disclosure.naming.likeness import is_slip
from budgetlint.taxonomy.homophones import confusions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

WIDTH = 6
_MOST_ALIKE = 20


@dataclass(frozen=True, order=True)
class Slipped:
    """A window printed once that a frequent one differs from at ``at``."""

    odd: str
    usual: str
    at: int

    @property
    def middle(self) -> str:
        """What is wrong, with a character beside it on either side."""
        return self.odd[self.at - 1 : self.at + 2]

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
        for window in _windows(run):
            times[window] += count
    for same in confusions().maps:
        for windows in _alike(runs, same):
            yield from _replaced(windows, times)
    yield from _turned(times)


def _windows(run: str) -> Iterator[str]:
    return (run[start : start + WIDTH] for start in range(len(run) - WIDTH + 1))


def _alike(runs: Iterable[str], same: dict[int, str]) -> Iterable[Iterable[str]]:
    """The different windows that become one, for each of those with several."""
    first: dict[str, str] = {}
    several: dict[str, dict[str, None]] = {}
    for run in runs:
        for window, key in zip(_windows(run), _windows(run.translate(same)), strict=True):
            if (kept := first.setdefault(key, window)) != window:
                several.setdefault(key, {kept: None})[window] = None
    return several.values()


def _replaced(windows: Iterable[str], times: Mapping[str, int]) -> Iterator[Slipped]:
    frequent = [window for window in windows if times[window] > 1][:_MOST_ALIKE]
    for odd in windows if frequent else ():
        for usual in frequent if times[odd] == 1 else ():
            at = next(at for at in range(WIDTH) if odd[at] != usual[at])
            if is_slip(odd, usual) and confusions().easily_made(odd[at], usual[at]):
                yield Slipped(odd, usual, at)


def _turned(times: Mapping[str, int]) -> Iterator[Slipped]:
    for odd, count in times.items():
        for at in range(1, WIDTH - 2) if count == 1 else ():
            usual = odd[:at] + odd[at + 1] + odd[at] + odd[at + 2 :]
            if usual != odd and times.get(usual, 0) > 1:
                yield Slipped(odd, usual, at)
