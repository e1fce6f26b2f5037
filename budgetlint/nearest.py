"""What a misspelt word was probably meant to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.lang import say

if TYPE_CHECKING:
    from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like ``word``, or None if none is like it."""
    from difflib import get_close_matches  # noqa: PLC0415 (slow, and only for mistakes)

    spelled = {each.lower(): each for each in known}
    close = get_close_matches(word.strip().lower(), spelled, n=1, cutoff=0.6)
    return spelled[close[0]] if close else None


def did_you_mean(word: str) -> str:
    """The question whether ``word`` was meant, to follow a complaint."""
    return say("您是不是想写 {word}？", word=word)
