"""Page headers, footers and page numbers: what repeats at the edge of pages is no body text."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from budgetlint.document import Position, Remark
from budgetlint.readers.continuation import fold
from budgetlint.readers.pdf_lines import Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from budgetlint.readers.pdf_page import Item, PageLayout

_DIGITS = re.compile(r"[0-9]+")
_PAGE_NUMBER = re.compile(
    r"[-–—·~]*第?(?:[0-9]{1,4}|[一二三四五六七八九十]{1,3}|[ivx]{1,5})页?"
    r"(?:[,、/|]?共?[0-9]{1,4}页?)?[-–—·~]*",
    re.IGNORECASE,
)
_MARGIN = 0.085
_NUMBER_MARGIN = 0.12
"""Of the longer side: a page that lies on its side has no narrower margins."""
_SAME_HEIGHT = 4.0
_OFTEN = 3


class _Edge(NamedTuple):
    """A line at the edge of a page; ``place`` is its index among the items."""

    page: int
    place: int
    line: Line
    kind: str


def without_margins(pages: Sequence[PageLayout]) -> list[Remark]:
    """Take headers, footers and page numbers out of the pages; each of them once as a remark."""
    taken: dict[int, set[int]] = defaultdict(set)
    remarks: list[Remark] = []
    for same in _alike(edge for n, page in enumerate(pages) for edge in _edges(n, page)):
        if _is_furniture(same, pages):
            page = pages[same[0].page]
            place = Position(page=page.number, bbox=page.shown(same[0].line.bbox))
            remarks.append(Remark(same[0].kind, same[0].line.text, place))
            for edge in same:
                taken[edge.page].add(edge.place)
    for n, indices in taken.items():
        pages[n].items = [item for i, item in enumerate(pages[n].items) if i not in indices]
    return remarks


def _alike(edges: Iterable[_Edge]) -> Iterator[list[_Edge]]:
    """Lines that say the same but for numbers, at the same height of their pages."""
    groups: dict[tuple[str, str], list[_Edge]] = defaultdict(list)
    for edge in edges:
        groups[edge.kind, _DIGITS.sub("#", fold(edge.line.text))].append(edge)
    for group in groups.values():
        same: list[_Edge] = []
        for edge in sorted(group, key=lambda edge: edge.line.y):
            if same and edge.line.y - same[-1].line.y > _SAME_HEIGHT:
                yield sorted(same, key=lambda edge: edge.page)
                same = []
            same.append(edge)
        yield sorted(same, key=lambda edge: edge.page)


def _edges(number: int, page: PageLayout) -> Iterator[_Edge]:
    """The lines in the margins of a page, from its edges inwards."""
    for kind, indices in (
        ("header", range(len(page.items))),
        ("footer", range(len(page.items) - 1, -1, -1)),
    ):
        for index in indices:
            item = page.items[index]
            if not isinstance(item, Line):
                break
            depth = item.y if kind == "header" else page.height - item.y
            depth /= max(page.width, page.height)
            numbered = _is_page_number(item)
            if depth > (_NUMBER_MARGIN if numbered else _MARGIN):
                break
            yield _Edge(number, index, item, kind)


def _is_page_number(line: Line) -> bool:
    return _PAGE_NUMBER.fullmatch(fold(line.text)) is not None


def _is_furniture(same: Sequence[_Edge], pages: Sequence[PageLayout]) -> bool:
    """Whether lines at the same height of several pages belong to the pages and not to the text.

    The title that a long table repeats on each of its pages belongs to the table.
    """
    if all(_is_page_number(edge.line) for edge in same):
        return True
    often = len(same) >= _OFTEN or len(same) == len(pages) > 1
    return often and not _is_title(same, pages)


def _is_title(same: Sequence[_Edge], pages: Sequence[PageLayout]) -> bool:
    """Whether lines stand on each page above a table with the same columns."""
    columns = {_columns_below(pages[edge.page].items[edge.place + 1 :]) for edge in same}
    return len(columns) == 1 and () not in columns and same[0].kind == "header"


def _columns_below(items: Sequence[Item]) -> tuple[int, ...]:
    """The columns of the table that is next on a page, with no more than captions before it."""
    for item in items[:_OFTEN]:
        if not isinstance(item, Line):
            return tuple(round(x / _SAME_HEIGHT) for x in item.grid.xs)
    return ()
