"""Lines of text from characters, by the baseline on which they stand.

Digits in another font sit several points off by their glyph boxes, so boxes tell nothing about
which characters form a line; the baseline of the text matrix does.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile
from operator import attrgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from budgetlint.readers.pdf_file import Box
    from budgetlint.readers.pdf_marks import Glyph

GAP = "\t"
"""Stands between pieces of a line that are set far apart."""

_SAME_LINE = 0.25
_RAISED = 0.6
_SMALLER = 0.8
_MOST_RAISED = 100
_WORD_GAP = 0.16
_WIDE_GAP = 1.6
_TWICE = 0.3
_ASCENT = 0.86
_DESCENT = 0.14
_OPENING = frozenset("（(《〈“‘「【[")
_CLOSING = frozenset("）)》〉”’」】]，。、；：！？,.;:!?%％")


@dataclass(frozen=True)
class Line:
    """A line of text with the characters that make it, from left to right."""

    glyphs: tuple[Glyph, ...]
    text: str

    @cached_property
    def x0(self) -> float:
        """Where the line begins."""
        return self.glyphs[0].x0

    @cached_property
    def x1(self) -> float:
        """Where the line ends."""
        return max(glyph.x1 for glyph in self.glyphs)

    @cached_property
    def size(self) -> float:
        """The size of most of its characters; of ideographs, where it has any."""
        sizes = Counter(glyph.size for glyph in self.glyphs if not glyph.text.isascii())
        sizes = sizes or Counter(glyph.size for glyph in self.glyphs)
        return sizes.most_common(1)[0][0]

    @cached_property
    def y(self) -> float:
        """Its baseline."""
        return max(self.glyphs, key=attrgetter("size")).y

    @cached_property
    def font(self) -> str:
        """The font of all of its characters beyond ASCII, or "" where they differ."""
        fonts = {glyph.font for glyph in self.glyphs if not glyph.text.isascii()}
        return fonts.pop() if len(fonts) == 1 else ""

    @property
    def top(self) -> float:
        """Its upper edge."""
        return self.y - _ASCENT * self.size

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + _DESCENT * self.size

    @property
    def bbox(self) -> Box:
        """The place it takes."""
        return (self.x0, self.top, self.x1, self.bottom)


def middle(glyph: Glyph) -> tuple[float, float]:
    """The middle of a character: where it is, for deciding in which cell."""
    return (glyph.x0 + glyph.x1) / 2, glyph.y - 0.35 * glyph.size


def first_word(line: Line) -> float:
    """The width of what cannot be parted at the start of a line: a word of letters or digits, or
    another character, with the brackets before and the punctuation behind it; some word
    processors do not part a closing bracket from a number either."""
    return _unparted(line, words=True)


def first_character(line: Line) -> float:
    """The same where words are parted anywhere, as in narrow cells."""
    return _unparted(line, words=False)


def _unparted(line: Line, *, words: bool) -> float:
    texts = [glyph.text for glyph in line.glyphs]
    end = min(sum(1 for _ in takewhile(_OPENING.__contains__, texts)), len(texts) - 1)
    while True:
        while words and end + 1 < len(texts) and _is_same_word(*line.glyphs[end : end + 2]):
            end += 1
        end += sum(1 for _ in takewhile(_CLOSING.__contains__, texts[end + 1 :]))
        after = "".join(texts[end + 1 : end + 2])
        if not (words and texts[end] in "）)" and after.isascii() and after.isalnum()):
            return line.glyphs[end].x1 - line.x0
        end += 1


def _is_same_word(glyph: Glyph, after: Glyph) -> bool:
    ascii_only = glyph.text.isascii() and after.text.isascii()
    return ascii_only and after.x0 - glyph.x1 <= _WORD_GAP * after.size


def without_hanging(line: Line) -> float:
    """Where a line ends but for punctuation, which may hang over the right margin."""
    last = line.glyphs[-1]
    return last.x0 if last.text in _CLOSING and not last.text.isascii() else line.x1


def lines_of(glyphs: Iterable[Glyph]) -> list[Line]:
    """The lines that characters form, from top to bottom."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=attrgetter("y")):
        if rows:
            first = rows[-1][0]
            if glyph.y - first.y <= _SAME_LINE * max(glyph.size, first.size):
                rows[-1].append(glyph)
                continue
        rows.append([glyph])
    return [line(row) for row in _with_raised(rows)]


def _with_raised(rows: list[list[Glyph]]) -> list[list[Glyph]]:
    """Rows with what is raised or lowered in a line put back into it."""
    merged: list[list[Glyph]] = []
    for row in rows:
        if merged and _belong_together(merged[-1], row):
            merged[-1] += row
        else:
            merged.append(row)
    return merged


def _belong_together(above: Sequence[Glyph], below: Sequence[Glyph]) -> bool:
    """Whether one of two rows is set smaller and close beside characters of the other."""
    small, large = sorted((above, below), key=lambda row: max(glyph.size for glyph in row))
    size = max(glyph.size for glyph in large)
    if small[0].size > _SMALLER * size or below[0].y - above[0].y > _RAISED * size:
        return False
    if len(small) > _MOST_RAISED:
        return False
    return all(
        any(abs(glyph.x0 - other.x1) < size or abs(other.x0 - glyph.x1) < size for other in large)
        and not any(glyph.x0 < other.x1 - 1 and other.x0 < glyph.x1 - 1 for other in large)
        for glyph in small
    )


def line(glyphs: Iterable[Glyph]) -> Line:
    """The line that characters on one baseline form; what is drawn twice counts once."""
    kept: list[Glyph] = []
    parts: list[str] = []
    for glyph in sorted(glyphs, key=attrgetter("x0")):
        if kept:
            before = kept[-1]
            if _is_drawn_twice(glyph, kept):
                continue
            parts.append(_between(before, glyph))
        kept.append(glyph)
        parts.append(glyph.text)
    return Line(tuple(kept), "".join(parts))


def _is_drawn_twice(glyph: Glyph, kept: Sequence[Glyph]) -> bool:
    """Characters are drawn twice, a little apart, to look bold."""
    near = _TWICE * (glyph.x1 - glyph.x0)
    return any(
        other.text == glyph.text and glyph.x0 - other.x0 < near and abs(glyph.y - other.y) < near
        for other in kept[-2:]
    )


def _between(before: Glyph, after: Glyph) -> str:
    """What stands between two characters: nothing, a blank between words, or a wide gap."""
    gap = after.x0 - before.x1
    size = max(before.size, after.size)
    if gap > _WIDE_GAP * size:
        return GAP
    if gap > _WORD_GAP * size and before.text[-1].isascii() and after.text[0].isascii():
        return " "
    return ""
