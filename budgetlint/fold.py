"""Folding: the form of a text in which labels are compared, with the way back to the original.

Folding drops white space (wrapped cells carry stray blanks inside words and numbers) and quotes
(“三公”, "三公" and 三公 are one), and turns full-width letters, digits and brackets into half-width
ones. Positions in folded text lead back to the printed characters.
"""

from __future__ import annotations

import itertools
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_DROPPED = frozenset("“”‘’\"'＂＇「」『』*\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad")
_UNIFIED = {"﹝": "(", "〔": "(", "【": "(", "﹞": ")", "〕": ")", "】": ")", "﹪": "%"}


@lru_cache(maxsize=4096)
def _fold_char(char: str) -> str:
    if char.isspace() or char in _DROPPED:
        return ""
    unified = _UNIFIED.get(char, char)
    return "".join(unicodedata.normalize("NFKC", unified).split())


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """``text`` without white space and quotes, full-width forms made half-width."""
    return "".join(map(_fold_char, text))


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; ``offsets[i]`` is where folded character i stands in the original, which
    has ``length`` characters."""

    text: str
    offsets: tuple[int, ...]
    length: int

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The slice of the original that folded characters ``start`` to ``end`` came from."""
        if start >= end:
            at = self.offsets[start] if start < len(self.offsets) else self.length
            return at, at
        return self.offsets[start], self.offsets[end - 1] + 1


@lru_cache(maxsize=4096)
def fold_with_offsets(text: str) -> Folded:
    """:func:`fold` that remembers where every character came from."""
    chars: list[str] = []
    offsets: list[int] = []
    for index, char in enumerate(text):
        for folded in _fold_char(char):
            chars.append(folded)
            offsets.append(index)
    return Folded("".join(chars), tuple(offsets), len(text))


def tidy(text: str) -> str:
    """A label as a person would write it: inner line breaks and wrapping blanks removed.

    A blank stays only between two ASCII letters or digits.
    """
    words = text.split()
    if not words:
        return ""
    parts = [words[0]]
    for before, word in itertools.pairwise(words):
        if before[-1].isascii() and word[0].isascii() and before[-1].isalpha():
            parts.append(" ")
        parts.append(word)
    return "".join(parts)
