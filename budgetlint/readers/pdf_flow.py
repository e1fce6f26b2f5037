"""Paragraphs from lines: what was wrapped at the right margin becomes one paragraph again.

Only geometry decides: how far a line reaches, where the next one begins, sizes and spacing.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from budgetlint.document import Anchor, Paragraph, Position, Text
from budgetlint.readers.pdf_lines import GAP, Line, first_word, without_hanging
from budgetlint.readers.spans import join
from budgetlint.readers.text_paragraphs import (
    SENTENCE_ENDS,
    has_leaders,
    has_page,
    is_contents_title,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from budgetlint.readers.pdf_page import PageLayout

_LONG = 12
_HANGING = 1.2
"""Closing punctuation may hang over the right margin, and a word may not reach it."""
_ENOUGH = 3
_EXACT = 1.0
_COMMON = 0.1
_NARROWEST = 0.7
_INDENT = 1.2
_DEEPEST = 4.0
_AT_MARGIN = 0.6
_SAME_EDGE = 2.0
_RAGGED = 0.5
_SAME_SIZE = 0.08
_LOOSE = 1.3
_WIDEST_LEADING = 2.6
_NO_LEADING = 0.8
_USUAL_LEADING = 2.0
_INDENTED_SHARE = 0.06
_NUMBERED = re.compile(
    r"[（(]?[一二三四五六七八九十]+[）)、]|[（(]?[0-9]{1,2}(?:[）)、]|[.．](?![0-9]))"
)
"""What headings and items of a list begin with."""


@dataclass(frozen=True)
class Margins:
    """The block in which the text of a page is set."""

    left: float
    right: float
    leading: float
    """The usual distance from line to line, in sizes of the text."""
    indents: bool
    """Whether paragraphs begin with an indent."""


def margins_of(pages: Sequence[PageLayout]) -> dict[int, Margins]:
    """The margins by page number: its own where its lines tell, else those of pages like it."""
    alike: dict[tuple[int, int], list[PageLayout]] = defaultdict(list)
    for page in pages:
        alike[round(page.width), round(page.height)].append(page)
    found: dict[int, Margins] = {}
    for same in (side for pages_alike in alike.values() for side in _sides(pages_alike)):
        lines = [line for page in same for line in _lines(page)]
        least = _NARROWEST * same[0].width
        right = _right(lines, least, share=_COMMON / 2)
        left = _left(lines, right)
        indents = _indents(lines, left)
        for page in same:
            own = _lines(page)
            edge = _right(own, least) or right
            start = _own_left(own, edge, left)
            found[page.number] = Margins(start, edge or page.width - start, _leading(own), indents)
    return found


def _sides(pages: Sequence[PageLayout]) -> list[Sequence[PageLayout]]:
    """Odd and even pages apart where the margins are mirrored, as in a bound document."""
    sides = [[page for page in pages if page.number % 2 == parity] for parity in (1, 0)]
    odd, even = ([line for page in side for line in _lines(page)] for side in sides)
    least = _NARROWEST * pages[0].width
    rights = [_right(lines, least, share=_COMMON / 2) for lines in (odd, even)]
    shift = _left(odd, rights[0]) - _left(even, rights[1])
    mirrored = (
        min(rights) > 0
        and abs(shift) > _SAME_EDGE
        and abs(rights[0] - rights[1] - shift) <= _SAME_EDGE
    )
    return [*sides] if mirrored else [pages]


def _lines(page: PageLayout) -> list[Line]:
    return [item for item in page.items if isinstance(item, Line)]


def _own_left(lines: Sequence[Line], right: float, usual: float) -> float:
    """The left margin of one page: where its own full lines go on, or that of pages like it if
    any line begins there. The further left of both is no indent."""
    places = [usual] if any(abs(line.x0 - usual) <= _SAME_EDGE for line in lines) else []
    return min((*places, *_continued(lines, right)), default=_left(lines, right) or usual)


def _left(lines: Sequence[Line], right: float) -> float:
    """Where lines begin that go on a full line; else where long lines begin."""
    long = [
        float(round(line.x0))
        for line in lines
        if len(line.text) >= _LONG and (not right or _is_on_the_left(line, right))
    ]
    return min(_continued(lines, right) or long, default=0.0)


def _continued(lines: Sequence[Line], right: float) -> list[float]:
    """The usual places where lines begin that follow a full line."""
    starts = Counter(
        round(line.x0)
        for before, line in pairwise(lines)
        if right
        and before.x1 >= right - _HANGING * before.size
        and _is_on_the_left(before, right)
        and _same_size(before, line)
    )
    return [float(x) for x, count in starts.items() if count >= _COMMON * starts.total()]


def _is_on_the_left(line: Line, right: float) -> bool:
    """Whether a line begins on the left: a caption set against the right margin is not full."""
    return line.x0 < right / 2


def _right(lines: Sequence[Line], least: float, share: float = 0.0) -> float:
    """Where long lines end together at ``least`` so far on the right; 0 where too few of them do.

    With a ``share``, so many must end together, and the few that reach further are passed over.
    """
    long = [line for line in lines if len(line.text) >= _LONG and line.x1 >= least]
    ends = sorted(((without_hanging(line), line.size) for line in long), reverse=True)
    enough = max(_ENOUGH, share * len(ends))
    for last, size in ends if share else ends[:1]:
        together = [end for end, _ in ends if last - _HANGING * size <= end <= last]
        exactly = sum(last - end <= _EXACT for end in together)
        if len(together) >= enough or exactly == len(together) > 1:
            return float(median(together))
    return 0.0


def _leading(lines: Sequence[Line]) -> float:
    steps = [
        (after.y - before.y) / after.size
        for before, after in pairwise(lines)
        if _same_size(before, after) and after.y - before.y < _WIDEST_LEADING * after.size
    ]
    return median(steps) if len(steps) >= _ENOUGH else _USUAL_LEADING


def _indents(lines: Sequence[Line], left: float) -> bool:
    indented = [
        line
        for line in lines
        if _INDENT * line.size < line.x0 - left < _DEEPEST * line.size and len(line.text) >= _LONG
    ]
    return len(indented) >= _INDENTED_SHARE * len(lines)


class Paragraphs:
    """Collects lines into paragraphs."""

    def __init__(self, margins: dict[int, Margins]) -> None:
        self._margins = margins
        self._open: list[tuple[Line, PageLayout]] = []
        self._in_contents = False

    def add(self, line: Line, page: PageLayout) -> Paragraph | None:
        """Take the next line; the paragraph before it where the line begins another one."""
        finished = None
        if self._open and not self._goes_on(*self._open[-1], line, page):
            finished = self.finish()
        self._open.append((line, page))
        return finished

    def finish(self) -> Paragraph | None:
        """The paragraph that is open, which ends here."""
        if not self._open:
            return None
        parts: list[Text] = []
        for line, page in self._open:
            place = Position(page=page.number, bbox=page.shown(line.bbox))
            blank = " " if parts and _is_word(parts[-1].text[-1]) and _is_word(line.text[0]) else ""
            parts.append(Text(blank + line.text, (Anchor(0, place),)))
        self._open = []
        whole = join(parts, "")
        entry = has_leaders(whole.text) or (self._in_contents and has_page(whole.text))
        self._in_contents = (
            entry or is_contents_title(whole.text) or (self._in_contents and GAP in whole.text)
        )
        return Paragraph(whole.text, whole.anchors, contents_entry=entry)

    def _goes_on(self, before: Line, last_page: PageLayout, line: Line, page: PageLayout) -> bool:
        """Whether a line goes on the paragraph that the line before it belongs to."""
        if GAP in before.text or GAP in line.text or not _same_size(before, line):
            return False
        if before.font and line.font and before.font != line.font:
            return False
        if has_leaders(before.text) or is_contents_title(line.text):
            return False
        old, new = self._margins[last_page.number], self._margins[page.number]
        if page is last_page and not _close(before, line, new.leading):
            return False
        if page.number - last_page.number > 1 or (_ends(before) and _NUMBERED.match(line.text)):
            return False
        size = line.size
        room = old.right - before.x1 - first_word(line)
        if _is_centred(line, new):
            return room < 0 and _is_balanced(before, old) and not _ends(before)
        if room > _RAGGED * size:
            return False
        if abs(line.x0 - new.left) <= _AT_MARGIN * size:
            return old.indents or not _ends(before)
        shift = (line.x0 - new.left) - (before.x0 - old.left)
        return abs(shift) <= _AT_MARGIN * size and len(self._open) > 1 and not _ends(before)


def _is_word(char: str) -> bool:
    return char.isascii() and char.isalpha()


def _same_size(one: Line, other: Line) -> bool:
    return abs(one.size - other.size) <= _SAME_SIZE * max(one.size, other.size)


def _close(before: Line, line: Line, leading: float) -> bool:
    """Whether two lines are no farther apart than lines of a paragraph are."""
    return _NO_LEADING < (line.y - before.y) / line.size <= _LOOSE * leading


def _ends(line: Line) -> bool:
    return line.text.endswith(SENTENCE_ENDS)


def _is_balanced(line: Line, margins: Margins) -> bool:
    """Whether as much is free on the left of a line as on its right."""
    return abs((line.x0 - margins.left) - (margins.right - line.x1)) <= line.size


def _is_centred(line: Line, margins: Margins) -> bool:
    """Whether more than an indent is free on both sides, and the same."""
    return _is_balanced(line, margins) and line.x0 - margins.left > _DEEPEST * line.size
