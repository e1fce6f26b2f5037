"""One page laid out: its lines and ruled tables from top to bottom."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from budgetlint.readers.pdf_cells import RuledTable, fill
from budgetlint.readers.pdf_grid import grids_of
from budgetlint.readers.pdf_lines import Line, lines_of, middle
from budgetlint.readers.pdf_marks import Glyph, Marks, Rule
from budgetlint.readers.pdf_rules import tidied

if TYPE_CHECKING:
    from collections.abc import Iterable

    from budgetlint.readers.pdf_file import Box, PdfPage

Item = Line | RuledTable

_SMALLEST = 2.0
"""Smaller characters are not there to be read."""
_TURNED = 2
_MAX_PALE = 20_000
_ODD_RUN = -1


@dataclass
class PageLayout:
    """The lines and tables of a page in its upright frame, ``width`` by ``height`` points.

    ``turned`` is the direction of writing on the page as displayed: 0 to the right, 1 down,
    2 to the left, 3 up. ``hidden`` is text that is there and not to be seen.
    """

    number: int
    width: float
    height: float
    turned: int = 0
    items: list[Item] = field(default_factory=list)
    glyphs: list[Glyph] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    hidden: str = ""
    slanted: str = ""

    def shown(self, box: Box) -> Box:
        """A place in the upright frame as a place on the page as displayed, rounded."""
        corners = [self._shown(box[0], box[1]), self._shown(box[2], box[3])]
        xs, ys = zip(*corners, strict=True)
        return (round(min(xs), 2), round(min(ys), 2), round(max(xs), 2), round(max(ys), 2))

    def _shown(self, x: float, y: float) -> tuple[float, float]:
        if self.turned == 1:
            return self.height - y, x
        if self.turned == 2:
            return self.width - x, self.height - y
        if self.turned == 3:
            return y, self.width - x
        return x, y


def laid_out(page: PdfPage, marks: Marks) -> PageLayout:
    """The layout of what a page paints."""
    width, height = marks.width, marks.height
    _keep_visible_pale(marks)
    counts = [len(glyphs) for glyphs in marks.glyphs]
    turned = max(range(4), key=lambda n: counts[n]) if max(counts) > _TURNED * counts[0] else 0
    upright = (height, width) if turned % 2 else (width, height)
    layout = PageLayout(page.number, *upright, turned=turned)
    glyphs = list(_readable(_framed(marks.glyphs[turned], turned, width, height), layout))
    for direction in range(4):
        if direction != turned and marks.glyphs[direction]:
            glyphs += _odd(marks.glyphs[direction], direction, turned, layout, (width, height))
    layout.glyphs = glyphs
    layout.pictures = [_into(box, turned, width, height) for box in marks.pictures]
    layout.hidden = "".join(glyph.text for glyph in marks.pale)
    layout.slanted = "".join(glyph.text for glyph in marks.slanted)
    horizontal, vertical = _turned_rules(marks, turned, width, height)
    tables, loose = fill(grids_of(tidied(horizontal), tidied(vertical)), glyphs)
    layout.items = sorted([*tables, *lines_of(loose)], key=lambda item: item.top)
    return layout


def _keep_visible_pale(marks: Marks) -> None:
    """White characters on something dark are to be read, those on white paper are not."""
    grounds = marks.areas + marks.pictures
    hidden = marks.pale[_MAX_PALE:]
    for glyph in marks.pale[:_MAX_PALE]:
        x, y = middle(glyph)
        if any(b[0] <= x <= b[2] and b[1] <= y <= b[3] for b in grounds):
            marks.glyphs[0].append(glyph)
        else:
            hidden.append(glyph)
    marks.pale = hidden


def _readable(glyphs: Iterable[Glyph], layout: PageLayout) -> Iterable[Glyph]:
    """The characters that are on the page and large enough to be seen."""
    return (
        glyph
        for glyph in glyphs
        if glyph.size >= _SMALLEST
        and 0 <= (glyph.x0 + glyph.x1) / 2 <= layout.width
        and 0 <= glyph.y - glyph.size * 0.35 <= layout.height
    )


def _framed(glyphs: list[Glyph], direction: int, width: float, height: float) -> list[Glyph]:
    """Characters in the frame of their direction, its corner moved to the upper left."""
    if direction == 0:
        return glyphs
    right, down = ((0.0, width), (width, height), (height, 0.0))[direction - 1]
    return [g._replace(x0=g.x0 + right, x1=g.x1 + right, y=g.y + down) for g in glyphs]


def _odd(
    glyphs: list[Glyph], direction: int, turned: int, layout: PageLayout, size: tuple[float, float]
) -> Iterable[Glyph]:
    """Lines of text in another direction than the rest, each as one character in its place."""
    upright = size[::-1] if direction % 2 else size
    other = PageLayout(layout.number, *upright, turned=direction)
    for line in lines_of(_readable(_framed(glyphs, direction, *size), other)):
        x0, y0, x1, y1 = _into(other.shown(line.bbox), turned, *size)
        middle_y = (y0 + y1) / 2 + 0.35 * line.size
        yield Glyph(x0, x1, middle_y, line.size, line.text, line.font, _ODD_RUN)


def _into(box: Box, turned: int, width: float, height: float) -> Box:
    """A place on the page as displayed as one in the upright frame."""
    x0, y0, x1, y1 = box
    if turned == 1:
        return (y0, width - x1, y1, width - x0)
    if turned == 2:
        return (width - x1, height - y1, width - x0, height - y0)
    if turned == 3:
        return (height - y1, x0, height - y0, x1)
    return box


def _turned_rules(
    marks: Marks, turned: int, width: float, height: float
) -> tuple[list[Rule], list[Rule]]:
    """The horizontal and vertical rules in the upright frame."""
    if turned == 0:
        return marks.horizontal, marks.vertical
    lines = [_into((r.start, r.at, r.end, r.at), turned, width, height) for r in marks.horizontal]
    lines += [_into((r.at, r.start, r.at, r.end), turned, width, height) for r in marks.vertical]
    level = [Rule(y0, x0, x1) for x0, y0, x1, y1 in lines if y0 == y1 and x0 != x1]
    upright = [Rule(x0, y0, y1) for x0, y0, x1, y1 in lines if x0 == x1]
    return level, upright
