"""Lying tables: the columns of the template are printed as headings over a single row of amounts.

合计 | 因公出国（境）费 | 公务用车购置及运行维护费（小计、购置费、运行维护费）| 公务接待费, each
with 预算数 and 决算数: read as if the items stood one below the other.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from budgetlint.disclosure.tables.columns import cells_by_column, is_scale, row_texts
from budgetlint.disclosure.tables.rows import Row, find_row
from budgetlint.fold import fold, tidy
from budgetlint.taxonomy import row_specs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from budgetlint.document import Cell, Table
    from budgetlint.taxonomy import ColumnSpec, StatementSpec

_LEAST_NAMES = 3
_LONGEST_HEAD = 8
_SUM = "小计"


class Lying(NamedTuple):
    """The columns and rows of a lying table, and where its header begins."""

    columns: list[ColumnSpec | None]
    rows: list[Row]
    header: int


class _Place(NamedTuple):
    """What one printed column holds: the row, its label, and the measure where that is known."""

    key: str
    label: Cell
    column: ColumnSpec | None


class _Head:
    """The words of a header: names of rows, and of the columns of amounts."""

    def __init__(self, spec: StatementSpec) -> None:
        self.label = next(c for c in spec.columns if c.kind == "label")
        self.amounts = [c for c in spec.columns if c.kind == "amount"]
        self._vocabulary = spec.rows[self.label.role]

    def key(self, text: str) -> str | None:
        found, key = find_row(self._vocabulary, text, set()) if text else (None, "")
        return key if found else None

    def is_item(self, key: str, whole: str) -> bool:
        return any(spec.id == key and spec.of == whole for spec in row_specs(self._vocabulary))

    def amount(self, text: str) -> ColumnSpec | None:
        return next((c for c in self.amounts if text and c.pattern.fullmatch(text)), None)


def read_lying(table: Table, spec: StatementSpec) -> Lying | None:
    """The table as rows, or None if it does not lie."""
    head = _Head(spec)
    texts = [row_texts(table, r) for r in range(len(table.rows))]
    named = [n for n, row in enumerate(texts[:_LONGEST_HEAD])
             if sum(head.key(text) is not None for text in row) >= _LEAST_NAMES]  # fmt: skip
    if not named:
        return None
    start, end = _header(texts, head, named[0])
    places = (_merged if table.spans_known else _packed)(table, head, range(start, end))
    amounts = _amounts(table, end, len(places))
    if amounts is None or not any(places):
        return None
    columns = [head.label, *(c for c in head.amounts if any(p and p.column is c for p in places))]
    return Lying([*columns], list(_rows(head, places, amounts)), start)


def _header(texts: Sequence[Sequence[str]], head: _Head, names: int) -> tuple[int, int]:
    """The rows of the header: those with the names, and those beside them that say more."""
    start = end = names
    while start and any(map(head.amount, texts[start - 1])):
        start -= 1
    while end < len(texts) and any(
        head.key(text) or head.amount(text) or text == _SUM for text in texts[end]
    ):
        end += 1
    return start, end


def _amounts(table: Table, end: int, width: int) -> list[Cell | None] | None:
    """The only row of amounts below the header; blank cells where it is left blank."""
    filled = [
        r
        for r in range(end, len(table.rows))
        if any(texts := row_texts(table, r)) and not is_scale(texts) and len(texts) > 1
    ]
    if not filled:
        return [None] * width
    return cells_by_column(table, filled[0], width) if len(filled) == 1 else None


def _merged(table: Table, head: _Head, header: range) -> list[_Place | None]:
    """Each column by the headings over it."""
    places: list[_Place | None] = []
    for col in range(table.width):
        over = [c for r in reversed(header) if (c := table.grid[r][col])]
        named = next(((key, c) for c in over if (key := head.key(fold(c.text)))), None)
        column = next((found for c in over if (found := head.amount(fold(c.text)))), None)
        places.append(_Place(*named, column) if named else None)
    return _measured(places, head)


def _packed(table: Table, head: _Head, header: range) -> list[_Place | None]:
    """Each column where merged cells are lost: the words of the header in their order."""
    names: list[_Place] = []
    below: list[Cell] = []
    measures: list[ColumnSpec] = []
    for r in header:
        cells = [cell for cell in table.rows[r] if fold(cell.text)]
        found = [head.amount(fold(cell.text)) for cell in cells]
        if all(found):
            measures = [column for column in found if column]
        elif not names:
            names = [_Place(key, c, None) for c in cells if (key := head.key(fold(c.text)))]
        else:
            below += cells
    items = list(_with_items(names, below, head))
    width = max(len(row) for row in table.rows)
    if len(measures) == width == 2 * len(items):
        items = [item for item in items for _ in range(2)]
    if len(items) != width or width % max(len(measures), 1):
        return []
    share = width // max(len(measures), 1)
    each: list[ColumnSpec | None] = [column for column in measures for _ in range(share)]
    each = each or [None] * width
    return _measured([p._replace(column=c) for p, c in zip(items, each, strict=True)], head)


def _with_items(names: Sequence[_Place], below: Sequence[Cell], head: _Head) -> Iterator[_Place]:
    """The names, each followed by the items that stand below it: its 小计 is the name itself."""
    groups: list[dict[str, Cell]] = [{}]
    for cell in below:
        key = head.key(fold(cell.text))
        if key in groups[-1]:
            groups.append({})
        if key:
            groups[-1][key] = cell
    pending = iter(groups)
    for name in names:
        yield name
        if any(head.is_item(key, name.key) for key in groups[0]):
            for key, cell in next(pending, {}).items():
                yield _Place(key, cell, None)


def _measured(places: list[_Place | None], head: _Head) -> list[_Place | None]:
    """Where no heading says what is measured, it is what the table is about."""
    if any(place and place.column for place in places):
        return places
    return [place and place._replace(column=head.amounts[-1]) for place in places]


def _rows(
    head: _Head, places: Sequence[_Place | None], amounts: Sequence[Cell | None]
) -> Iterator[Row]:
    if not any(cell and fold(cell.text) for cell in amounts):
        return
    cells: dict[str, dict[str, Cell]] = defaultdict(dict)
    for place, cell in zip(places, amounts, strict=True):
        if place and place.column and cell:
            cells[place.key].setdefault(head.label.role, place.label)
            cells[place.key].setdefault(place.column.role, cell)
    for number, (key, found) in enumerate(cells.items(), 1):
        label = tidy(found[head.label.role].text)
        yield Row(number, found, label, keys={head.label.role: key})
