"""Paths: which of the lines and areas that a page paints are rules.

A rule is a straight stroke, the edge of a stroked rectangle, or a thin filled area. What has
curves or slanted edges is a drawing or a character turned into a shape.
"""

from __future__ import annotations

from itertools import pairwise, starmap
from typing import TYPE_CHECKING

from budgetlint.readers.pdf_marks import MAX_MARKS, Rule, excessive

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.readers.pdf_marks import Marks, Matrix

Point = tuple[float, float]

_THIN = 3.5
_THICK = 6.0
_MAX_AREAS = 1000


class Path:
    """The path that a page is building, in its own coordinates."""

    def __init__(self) -> None:
        self._subpaths: list[list[Point]] = []
        self._curved: set[int] = set()
        self._points = 0

    def clear(self) -> None:
        """End the path."""
        self._subpaths = []
        self._curved = set()
        self._points = 0

    def move(self, x: float, y: float) -> None:
        """Begin a subpath."""
        self._begin([(x + 0.0, y + 0.0)])

    def _begin(self, points: list[Point]) -> None:
        self._points += 1
        if self._points <= MAX_MARKS:
            self._subpaths.append(points)

    def line(self, x: float, y: float) -> None:
        """Add a line; what has more of them than a page has marks is a drawing."""
        self._points += 1
        if self._subpaths and self._points <= MAX_MARKS:
            self._subpaths[-1].append((x + 0.0, y + 0.0))

    def curve(self, *numbers: float) -> None:
        """Add a curve; it is a line where its control points lie on one."""
        if not self._subpaths:
            return
        x, y = self._subpaths[-1][-1]
        xs, ys = (x, *numbers[0::2]), (y, *numbers[1::2])
        if max(xs) != min(xs) and max(ys) != min(ys):
            self._curved.add(len(self._subpaths) - 1)
        self.line(xs[-1], ys[-1])

    def close(self) -> None:
        """Add a line back to the start of the subpath."""
        if self._subpaths:
            self.line(*self._subpaths[-1][0])

    def rectangle(self, x: float, y: float, width: float, height: float) -> None:
        """Add a rectangle."""
        x, y, right, top = x + 0.0, y + 0.0, x + width, y + height
        self._begin([(x, y), (right, y), (right, top), (x, top), (x, y)])

    def stroke(self, matrix: Matrix, width: float, marks: Marks) -> None:
        """Paint the lines of the path."""
        a, b, c, d, _, _ = matrix
        thick = width * max(abs(a) + abs(b), abs(c) + abs(d)) > _THICK
        for points in self._straight(matrix, marks):
            if thick or not all(starmap(_is_straight, pairwise(points))):
                continue
            for start, end in pairwise(points):
                _rule(start, end, marks)

    def fill(self, matrix: Matrix, marks: Marks, *, white: bool) -> None:
        """Paint the areas of the path."""
        for points in self._straight(matrix, marks):
            xs, ys = [x for x, _ in points], [y for _, y in points]
            x0, x1, y0, y1 = min(xs), max(xs), min(ys), max(ys)
            if min(x1 - x0, y1 - y0) > _THIN:
                if not white and len(marks.areas) < _MAX_AREAS:
                    marks.areas.append((x0, y0, x1, y1))
            elif x1 - x0 >= y1 - y0:
                _rule((x0, (y0 + y1) / 2), (x1, (y0 + y1) / 2), marks)
            else:
                _rule(((x0 + x1) / 2, y0), ((x0 + x1) / 2, y1), marks)

    def _straight(self, matrix: Matrix, marks: Marks) -> Iterator[list[Point]]:
        """The subpaths without curves, in places on the page."""
        a, b, c, d, e, f = matrix
        for n, points in enumerate(self._subpaths):
            if n in self._curved:
                marks.outlines += 1
            else:
                yield [(a * x + c * y + e, b * x + d * y + f) for x, y in points]


def _is_straight(start: Point, end: Point) -> bool:
    """Whether a line runs level or upright."""
    across, down = abs(end[0] - start[0]), abs(end[1] - start[1])
    return min(across, down) <= 0.02 * max(across, down) + 0.3


def _rule(start: Point, end: Point, marks: Marks) -> None:
    """Note a rule as far as it is on the page."""
    (x0, y0), (x1, y1) = start, end
    if abs(x1 - x0) >= abs(y1 - y0):
        rules, at, low, high = marks.horizontal, (y0 + y1) / 2, min(x0, x1), max(x0, x1)
        limit, length = marks.height, marks.width
    else:
        rules, at, low, high = marks.vertical, (x0 + x1) / 2, min(y0, y1), max(y0, y1)
        limit, length = marks.width, marks.height
    if -_THIN <= at <= limit + _THIN and high >= 0 and low <= length:
        if len(rules) >= MAX_MARKS:
            raise excessive()
        rules.append(Rule(at, max(low, 0.0), min(high, length)))
