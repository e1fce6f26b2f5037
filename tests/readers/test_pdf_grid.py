"""Grids of any shape: what was drawn cell by cell is found again, with all its spans."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st
from readers.pdf_files import Page, pdf
from readers.test_pdf_tables import tables

from budgetlint.readers.pdf import read_pdf
from budgetlint.readers.pdf_grid import grids_of
from budgetlint.readers.pdf_marks import Rule
from budgetlint.readers.pdf_rules import tidied

if TYPE_CHECKING:
    from collections.abc import Iterable

LEFT, TOP, WIDE, HIGH = 60.0, 100.0, 70.0, 24.0


class Box(NamedTuple):
    """A cell by the numbers of its edges."""

    top: int
    left: int
    bottom: int
    right: int


@st.composite
def layouts(draw: st.DrawFn) -> list[Box]:
    """A grid of up to 6 × 5 places of which some are merged, without edges that no cell has."""
    rows, cols = draw(st.integers(1, 6)), draw(st.integers(1, 5))
    owner: dict[tuple[int, int], Box] = {}
    for _ in range(draw(st.integers(0, 5))):
        top, left = draw(st.integers(0, rows - 1)), draw(st.integers(0, cols - 1))
        box = Box(top, left, draw(st.integers(top + 1, rows)), draw(st.integers(left + 1, cols)))
        places = [(r, c) for r in range(box.top, box.bottom) for c in range(box.left, box.right)]
        if not any(place in owner for place in places):
            owner |= dict.fromkeys(places, box)
    for r in range(rows):
        for c in range(cols):
            owner.setdefault((r, c), Box(r, c, r + 1, c + 1))
    boxes = set(owner.values())
    ys = sorted({edge for box in boxes for edge in (box.top, box.bottom)})
    xs = sorted({edge for box in boxes for edge in (box.left, box.right)})
    return sorted(
        Box(ys.index(b.top), xs.index(b.left), ys.index(b.bottom), xs.index(b.right)) for b in boxes
    )


def drawn(boxes: Iterable[Box], style: str, jitter: float) -> Page:
    """The cells with their rules in one of several styles and their numbers as texts."""
    page = Page()
    for n, box in enumerate(boxes):
        x0, x1 = LEFT + WIDE * box.left, LEFT + WIDE * box.right
        y0, y1 = TOP + HIGH * box.top, TOP + HIGH * box.bottom
        off = jitter * (n % 3 - 1)
        if style == "boxes":
            page.box(x0 + 0.3, y0 + 0.3, x1 - 0.3, y1 - 0.3)
        elif style == "areas":
            page.box(x0, y0 - 0.24, x1, y0 + 0.24, "f").box(x0, y1 - 0.24, x1, y1 + 0.24, "f")
            page.box(x0 - 0.24, y0, x0 + 0.24, y1, "f").box(x1 - 0.24, y0, x1 + 0.24, y1, "f")
        else:
            page.line(x0 - off, y0 + off, x1, y0 + off).line(x0, y1, x1 + off, y1)
            page.line(x0 + off, y0 + off, x0 + off, y1).line(x1, y0, x1, y1 - off)
        page.text(x0 + 3, y0 + 14, f"第{n}格", 9)
    return page


@settings(max_examples=60, deadline=None)
@given(
    layouts().filter(lambda boxes: len(boxes) > 1),
    st.sampled_from(["boxes", "areas", "lines"]),
    st.floats(0, 0.6),
)
def test_any_partition_into_cells_is_found_again(
    boxes: list[Box], style: str, jitter: float
) -> None:
    (table,) = tables(read_pdf(pdf(drawn(boxes, style, jitter))))
    found = [
        (Box(c.row, c.col, c.row + c.rowspan, c.col + c.colspan), c.text)
        for row in table.rows
        for c in row
    ]
    assert found == [(box, f"第{n}格") for n, box in enumerate(boxes)]


rules = st.lists(
    st.builds(
        lambda at, start, length: Rule(at, start, start + length),
        st.floats(0, 600), st.floats(0, 600), st.floats(0, 300),
    ),
    max_size=25,
)  # fmt: skip


@settings(deadline=None)
@given(rules, rules)
def test_any_rules_give_grids_whose_cells_do_not_overlap(
    horizontal: list[Rule], vertical: list[Rule]
) -> None:
    for grid in grids_of(tidied(horizontal), tidied(vertical)):
        places = [
            (row, col)
            for region in grid.regions
            for row in range(region.top, region.bottom)
            for col in range(region.left, region.right)
        ]
        assert len(places) == len(set(places))
        assert list(grid.xs) == sorted(grid.xs)
        assert list(grid.ys) == sorted(grid.ys)
        assert all(
            0 <= row < len(grid.ys) - 1 and 0 <= col < len(grid.xs) - 1 for row, col in places
        )


@given(rules)
def test_tidied_rules_cover_what_was_drawn(drawn_rules: list[Rule]) -> None:
    found = tidied(drawn_rules)
    for rule in drawn_rules:
        if rule.end - rule.start >= 5:
            assert any(
                abs(other.at - rule.at) <= 2.5
                and other.start <= rule.start
                and other.end >= rule.end
                for other in found
            )
