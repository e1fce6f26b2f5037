"""What a page paints: characters, rules, areas and pictures, and where.

All places are in points on the page as it is displayed, from its upper left corner, y growing
downwards.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from budgetlint.lang import say
from budgetlint.readers.errors import UNSAFE, ReadError

if TYPE_CHECKING:
    from budgetlint.readers.pdf_file import Box

Matrix = tuple[float, float, float, float, float, float]

MAX_MARKS = 250_000
"""Characters, and rules, on one page."""


class Glyph(NamedTuple):
    """A character: from ``x0`` to ``x1`` on the baseline ``y``. ``run`` counts the text objects."""

    x0: float
    x1: float
    y: float
    size: float
    text: str
    font: str
    run: int


class Rule(NamedTuple):
    """A straight rule at ``at``, from ``start`` to ``end`` along the other axis."""

    at: float
    start: float
    end: float


@dataclass
class Marks:
    """What a page of this size paints.

    ``glyphs`` are by the direction of writing: to the right, down, to the left, up; each set in
    its own frame, turned so that the text is upright. ``slanted`` is text in other directions,
    ``pale`` are white characters, ``areas`` the filled areas that are not white, ``outlines``
    counts shapes with curves, as characters turned into shapes have them, ``invisible`` strings
    that are not painted.
    """

    width: float
    height: float
    glyphs: tuple[list[Glyph], ...] = field(default_factory=lambda: ([], [], [], []))
    horizontal: list[Rule] = field(default_factory=list)
    vertical: list[Rule] = field(default_factory=list)
    areas: list[Box] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    pale: list[Glyph] = field(default_factory=list)
    slanted: list[Glyph] = field(default_factory=list)
    outlines: int = 0
    invisible: int = 0


def multiplied(m: Matrix, n: Matrix) -> Matrix:
    """The matrix that does ``m`` and then ``n``."""
    a, b, c, d, e, f = m
    p, q, r, s, t, u = n
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )


def excessive() -> ReadError:
    """What is said of a page with more on it than any real one has."""
    return ReadError(
        UNSAFE,
        say(
            "PDF 的页面内容异常庞大，不像一份公开文件，没有读取；"
            "请用 Word 或 WPS 重新导出后再检查。"
        ),
    )
