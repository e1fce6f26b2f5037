"""Display width and line breaking of Chinese text, without regard to style."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_NOT_FIRST = frozenset("，。、；：！？）】〕》」』”’…—％%,.;:!?)]}›>")
_NOT_LAST = frozenset("（【〔《「『“‘([{")
_TOKEN = re.compile(
    r"-{0,2}\.?[0-9０-９A-Za-z_]+(?:[.,:/\-+'’][0-9０-９A-Za-z_]+)*"  # a number, a code or a word
    r"(?:[亿万]?元| ?[%％年月日页行段列栏表张个条项处家人台辆])?"  # with its unit
    r"|”[行栏]|\s+|.",
    re.DOTALL,
)


@lru_cache(maxsize=4096)
def _char_width(char: str) -> int:
    if unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1


def width(text: str) -> int:
    """How many terminal columns ``text`` takes."""
    return sum(map(_char_width, text))


def pad(text: str, columns: int) -> str:
    """``text`` filled with blanks to ``columns`` terminal columns."""
    return text + " " * (columns - width(text))


def break_lines(text: str, columns: int | None) -> list[tuple[int, int]]:
    """The slices of ``text`` that make its lines of at most ``columns``; one slice for None.

    Amounts with their unit stay whole, closing punctuation does not begin a line, opening
    punctuation does not end one, and blanks at a break are dropped.
    """
    if columns is None or width(text) <= columns:
        return [(0, len(text))]
    lines: list[tuple[int, int]] = []
    start, end, used = 0, 0, 0
    for left, right in _pieces(text, columns):
        if used and used + width(text[left:right].rstrip()) > columns:
            lines.append((start, end))
            used = 0
        if not used:
            start = right - len(text[left:right].lstrip())
        end, used = right, used + width(text[max(start, left) : right])
    if used:
        lines.append((start, end))
    return [(left, left + len(text[left:right].rstrip())) for left, right in lines]


def _pieces(text: str, columns: int) -> list[tuple[int, int]]:
    """What must not be broken, in order; a piece wider than a line is cut into characters."""
    clusters: list[tuple[int, int]] = []
    for match in _TOKEN.finditer(text):
        left, right = match.span()
        if clusters and (text[left] in _NOT_FIRST or text[clusters[-1][1] - 1] in _NOT_LAST):
            clusters[-1] = (clusters[-1][0], right)
        else:
            clusters.append((left, right))
    pieces: list[tuple[int, int]] = []
    for left, right in clusters:
        if width(text[left:right]) <= columns:
            pieces.append((left, right))
        else:
            pieces += [(at, at + 1) for at in range(left, right)]
    return pieces
