"""Grids: the cells that rules enclose, with those that span several rows or columns."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from budgetlint.readers.pdf_rules import JOIN, SNAP

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from budgetlint.readers.pdf_file import Box
    from budgetlint.readers.pdf_marks import Rule

MAX_RULES = 4000
"""A page with more rules, after joining, is a drawing."""
_MAX_PLACES = 30_000
_MAX_GRIDS = 100
_COVERED = 0.6
_NARROW = 7.0
_OPEN = 4.0
_SMALLEST = 60.0
"""What is smaller in both directions is a drawing, or a character turned into a shape."""


class Region(NamedTuple):
    """A cell of a grid: rows ``top`` to ``bottom`` and columns ``left`` to ``right``, exclusive."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class Grid:
    """A ruled table: the places of its edges, and its cells in reading order.

    ``ruled_top`` and ``ruled_bottom`` tell for each column whether there is a rule above and below
    the table; it is missing where a page break cuts a row.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    regions: tuple[Region, ...]
    ruled_top: tuple[bool, ...]
    ruled_bottom: tuple[bool, ...]

    @property
    def bbox(self) -> Box:
        """The place it takes."""
        return (self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    def box(self, region: Region) -> Box:
        """The place of a cell."""
        return (
            self.xs[region.left],
            self.ys[region.top],
            self.xs[region.right],
            self.ys[region.bottom],
        )

    def owners(self) -> list[list[int]]:
        """For each place of the grid the number of its cell, -1 where there is none."""
        owner = [[-1] * (len(self.xs) - 1) for _ in range(len(self.ys) - 1)]
        for number, region in enumerate(self.regions):
            for row in range(region.top, region.bottom):
                owner[row][region.left : region.right] = [number] * (region.right - region.left)
        return owner


def grids_of(horizontal: Sequence[Rule], vertical: Sequence[Rule]) -> list[Grid]:
    """The grids that tidied rules form, from top to bottom."""
    if len(horizontal) + len(vertical) > MAX_RULES:
        return []
    found = [
        grid
        for rows, columns in _connected(horizontal, vertical)
        if (grid := _grid(rows, columns)) is not None
    ]
    if len(found) > _MAX_GRIDS:
        return []
    return sorted(found, key=lambda grid: (grid.ys[0], grid.xs[0]))


def _connected(
    horizontal: Sequence[Rule], vertical: Sequence[Rule]
) -> list[tuple[list[Rule], list[Rule]]]:
    """Rules that touch each other, directly or by others."""
    places = [rule.at for rule in vertical]
    groups = _Groups(len(horizontal) + len(vertical))
    for n, rule in enumerate(horizontal):
        first = bisect_left(places, rule.start - JOIN)
        last = bisect_right(places, rule.end + JOIN)
        for m in range(first, last):
            if vertical[m].start - JOIN <= rule.at <= vertical[m].end + JOIN:
                groups.unite(n, len(horizontal) + m)
    together: dict[int, tuple[list[Rule], list[Rule]]] = defaultdict(lambda: ([], []))
    for n, rule in enumerate((*horizontal, *vertical)):
        together[groups.root(n)][n >= len(horizontal)].append(rule)
    return [pair for pair in together.values() if all(pair)]


class _Groups:
    """Numbers in groups that can be united."""

    def __init__(self, count: int) -> None:
        self._above = list(range(count))

    def root(self, number: int) -> int:
        above = self._above
        while above[number] != number:
            above[number] = above[above[number]]
            number = above[number]
        return number

    def unite(self, one: int, other: int) -> None:
        self._above[self.root(other)] = self.root(one)


def _grid(rows: list[Rule], columns: list[Rule]) -> Grid | None:
    """The grid of rules that touch; None where they enclose fewer than two cells."""
    xs, open_left, open_right = _edges(columns, rows)
    ys, open_top, open_bottom = _edges(rows, columns)
    if len(xs) < 2 or len(ys) < 2 or (len(xs) - 1) * (len(ys) - 1) > _MAX_PLACES:
        return None
    if max(xs[-1] - xs[0], ys[-1] - ys[0]) < _SMALLEST:
        return None
    walls = _Walls(xs, _covers(columns, xs, ys), (open_left, open_right))
    floors = _Walls(ys, _covers(rows, ys, xs), (open_top, open_bottom))
    walls, floors = _without_slivers(walls, floors)
    regions = _regions(walls, floors)
    if len(regions) < 2:
        return None
    return Grid(
        tuple(walls.at),
        tuple(floors.at),
        tuple(regions),
        tuple(floors.covered[0]),
        tuple(floors.covered[-1]),
    )


def _edges(rules: Iterable[Rule], crossing: Sequence[Rule]) -> tuple[list[float], bool, bool]:
    """The places of parallel rules, and whether the rules that cross them reach beyond the first
    and the last: there an edge is missing."""
    places: list[float] = []
    for rule in rules:
        if not places or rule.at - places[-1] > SNAP:
            places.append(rule.at)
    starts = sorted(rule.start for rule in crossing)
    ends = sorted((rule.end for rule in crossing), reverse=True)
    before = _reached(starts, places[0], lambda one, other: one - other)
    behind = _reached(ends, places[-1], lambda one, other: other - one)
    if before is not None:
        places.insert(0, before)
    if behind is not None:
        places.append(behind)
    return places, before is not None, behind is not None


def _reached(
    ends: Sequence[float], edge: float, distance: Callable[[float, float], float]
) -> float | None:
    """Where at least two rules end together beyond an edge."""
    beyond = [end for end in ends if distance(edge, end) > _OPEN]
    together = [end for end in beyond if abs(end - beyond[0]) <= JOIN] if beyond else []
    return beyond[0] if len(together) > 1 else None


@dataclass
class _Walls:
    """The edges of one direction: where they are, and for each between which edges of the other
    direction there is a rule; whether the outermost are missing."""

    at: list[float]
    covered: list[list[bool]]
    open_ends: tuple[bool, bool]


def _covers(
    rules: Sequence[Rule], places: Sequence[float], across: Sequence[float]
) -> list[list[bool]]:
    """For each place the steps along it that a rule covers for the most part."""
    at: dict[int, list[Rule]] = defaultdict(list)
    for rule in rules:
        nearest = min(range(len(places)), key=lambda n: abs(places[n] - rule.at))
        at[nearest].append(rule)
    covered = []
    for n in range(len(places)):
        line = []
        for low, high in pairwise(across):
            length = sum(
                max(0.0, min(rule.end, high) - max(rule.start, low)) for rule in at.get(n, ())
            )
            line.append(length >= _COVERED * (high - low))
        covered.append(line)
    return covered


def _without_slivers(walls: _Walls, floors: _Walls) -> tuple[_Walls, _Walls]:
    """The same with edges united that are close together and never side by side: a rule that is
    not quite straight from one row to the next."""
    for these, others in ((walls, floors), (floors, walls)):
        n = 0
        while n + 1 < len(these.at):
            pairs = list(zip(these.covered[n], these.covered[n + 1], strict=True))
            near = these.at[n + 1] - these.at[n] < _NARROW
            if near and len(these.at) > 2 and not any(one and other for one, other in pairs):
                these.covered[n] = [one or other for one, other in pairs]
                del these.at[n + 1], these.covered[n + 1]
                for line in others.covered:
                    line[n : n + 1] = []
            else:
                n += 1
    return walls, floors


def _regions(walls: _Walls, floors: _Walls) -> list[Region]:
    """The cells between rules, in reading order; what lies open to the outside is none."""
    width, height = len(walls.at) - 1, len(floors.at) - 1
    groups = _Groups(width * height)
    for row in range(height):
        for col in range(width):
            here = row * width + col
            if col + 1 < width and not walls.covered[col + 1][row]:
                groups.unite(here, here + 1)
            if row + 1 < height and not floors.covered[row + 1][col]:
                groups.unite(here, here + width)
    members: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for row in range(height):
        for col in range(width):
            members[groups.root(row * width + col)].append((row, col))
    regions: list[Region] = []
    for places in members.values():
        if not _is_outside(places, walls, floors):
            regions += _rectangles(places)
    return sorted(regions)


def _is_outside(places: list[tuple[int, int]], walls: _Walls, floors: _Walls) -> bool:
    """Whether places lie at a corner where the table is cut out: two sides there lack a rule that
    the rest of the table has."""
    last_row, last_col = len(floors.at) - 2, len(walls.at) - 2
    sideways = any(
        (col == 0 and not walls.open_ends[0] and not walls.covered[0][row])
        or (col == last_col and not walls.open_ends[1] and not walls.covered[-1][row])
        for row, col in places
    )
    upright = any(
        (row == 0 and not floors.open_ends[0] and not floors.covered[0][col])
        or (row == last_row and not floors.open_ends[1] and not floors.covered[-1][col])
        for row, col in places
    )
    return sideways and upright


def _rectangles(places: list[tuple[int, int]]) -> list[Region]:
    """Connected places as one rectangle, or as several where they form none."""
    top, bottom = places[0][0], places[-1][0] + 1
    left, right = min(col for _, col in places), max(col for _, col in places) + 1
    if len(places) == (bottom - top) * (right - left):
        return [Region(top, left, bottom, right)]
    runs: list[Region] = []
    for row, col in places:
        if runs and runs[-1].top == row and runs[-1].right == col:
            runs[-1] = runs[-1]._replace(right=col + 1)
        else:
            runs.append(Region(row, col, row + 1, col + 1))
    return _stacked(runs)


def _stacked(runs: list[Region]) -> list[Region]:
    """Runs of places with those united that stand exactly one below the other."""
    stacked: list[Region] = []
    last: dict[tuple[int, int], int] = {}
    for run in runs:
        above = last.get((run.left, run.right))
        if above is not None and stacked[above].bottom == run.top:
            stacked[above] = stacked[above]._replace(bottom=run.bottom)
        else:
            last[run.left, run.right] = len(stacked)
            stacked.append(run)
    return stacked
