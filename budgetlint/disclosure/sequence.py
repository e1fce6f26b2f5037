"""Sequences that should ascend: which members stand in the wrong place."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

T = TypeVar("T", str, int)


def longest_ascending(values: Sequence[T]) -> set[int]:
    """The indices of one longest strictly ascending subsequence."""
    tails: list[T] = []
    ends: list[int] = []
    previous: list[int] = []
    for n, value in enumerate(values):
        at = bisect_left(tails, value)
        previous.append(ends[at - 1] if at else -1)
        tails[at : at + 1] = [value]
        ends[at : at + 1] = [n]
    kept: set[int] = set()
    n = ends[-1] if ends else -1
    while n >= 0:
        kept.add(n)
        n = previous[n]
    return kept
