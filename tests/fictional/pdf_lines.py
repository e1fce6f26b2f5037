"""Breaking text into the lines of a column: anywhere but before ，。 and after （“."""

from __future__ import annotations

from functools import cache

from fictional.pdf_fonts import advance, width

NEVER_FIRST = "，。、；：）》”〕％%！？"
NEVER_LAST = "（《“〔"
STRETCH = 0.35  # the most, in sizes, that a full line is spread between two characters


@cache
def wrapped(
    text: str, room: float, size: float, indent: float = 0, *, latin: bool = True
) -> tuple[str, ...]:
    """The lines of a text in a column ``room`` wide, the first one indented.

    Words and numbers are cut wherever the line is full.
    """
    lines: list[str] = []
    start, used = 0, indent
    for index, char in enumerate(text):
        step = size * advance(char, latin=latin)
        if used + step > room + 0.01 and index > start:
            cut = _allowed(text, start, index)
            lines.append(text[start:cut])
            start, used = cut, size * width(text[cut:index], latin=latin)
        used += step
    return (*lines, text[start:])


def _allowed(text: str, start: int, index: int) -> int:
    cut = index
    while cut > start + 1 and (text[cut] in NEVER_FIRST or text[cut - 1] in NEVER_LAST):
        cut -= 1
    return cut if cut > start + 1 else index


def spread(line: str, room: float, size: float, *, latin: bool = True) -> float:
    """The space between characters that fills the line to the right edge."""
    rest = room - size * width(line, latin=latin)
    return min(max(0.0, rest / max(1, len(line) - 1)), STRETCH * size)
