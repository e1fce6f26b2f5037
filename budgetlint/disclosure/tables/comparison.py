"""Tables that compare two years: 项目 | 上年预算 | 本年预算 | 增减额 | 增减率 | 变化原因.

They have no title of their own and are known by their header: two of the amounts, and items that
the vocabulary of rows knows. The items may stand below or beside each other; of two years printed
over the columns the later one is this year, wherever it stands.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from budgetlint.disclosure.amount import MONEY_UNITS, Unit, parse_number
from budgetlint.disclosure.tables.captions import Caption, caption_pieces, read_caption
from budgetlint.disclosure.tables.rows import Row, find_row
from budgetlint.disclosure.tables.statements import Statement
from budgetlint.document import Paragraph, Table
from budgetlint.fold import fold, tidy
from budgetlint.lang import say

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from budgetlint.disclosure.structure.outline import Outline
    from budgetlint.document import Cell, Document, Position
    from budgetlint.taxonomy import ColumnSpec, StatementSpec

    Line = Sequence[Cell | None]

LAST, THIS, CHANGE = "last", "this", "change"
"""The roles of the columns: the year before, the fiscal year, what has changed."""
_YEARS = (LAST, THIS)
_LEAST_AMOUNTS = 2
_LEAST_ITEMS = 3
_LONGEST_HEAD = 5
_MOST_ROWS_ACROSS = 12
_LOOK_BACK = 3
_LONGEST_CAPTION = 80
_YEAR = re.compile(r"(20[0-9]{2})年")
_UNIT = re.compile(rf"\((?:单位:)?({MONEY_UNITS})\)$")
_BRACKET = re.compile(r"\([^()]*\)$")
_FINAL = re.compile("决算|执行|完成|实际|支出数")


class _Sheet(NamedTuple):
    """A comparison as if its items stood one below the other: the column of each place, the words
    of the header, and for each item its labels (the nearest last) and its cells."""

    columns: list[ColumnSpec | None]
    head: list[str]
    lines: Sequence[tuple[list[Cell], Line]]


def find_comparisons(
    document: Document, outline: Outline, used: Collection[int], unread: list[str]
) -> list[Statement]:
    """The comparisons among the tables that are not ``used``; what cannot be checked of them goes
    to ``unread``."""
    found = []
    for index, block in enumerate(document.blocks):
        if not isinstance(block, Table) or index in used:
            continue
        for spec in outline.template.comparisons:
            sheet = _upright(block, spec) or _across(block, spec)
            rows = list(_rows(sheet, spec)) if sheet else []
            if sheet and sum(_is_known(row) for row in rows) >= _LEAST_ITEMS:
                statement = Statement(
                    spec, outline.part_at(index), spec.title, index, block.position, table=block
                )
                statement.caption = _caption(document, index, block, sheet.head)
                statement.columns, statement.rows = tuple(sheet.columns), rows
                if _is_unsigned(rows):
                    statement.columns = tuple(c for c in sheet.columns if not c or c.role != CHANGE)
                    unread.append(say("《{title}》的增减额没有正负号，未核对", title=spec.title))
                found.append(statement)
    return found


def _is_known(row: Row) -> bool:
    key = next(iter(row.keys.values()))
    return bool(key) and not key.startswith("line:")


# ------------------------------------------------------------------ how the table lies
def _grid(table: Table) -> list[Line]:
    """The rows of a table, all as wide as the widest."""
    if table.spans_known:
        return [*table.grid]
    width = max(map(len, table.rows), default=0)
    return [[*row, *[None] * (width - len(row))] for row in table.rows]


def _upright(table: Table, spec: StatementSpec) -> _Sheet | None:
    """The items one below the other, under the lowest row of the head that names columns."""
    grid = _grid(table)
    for r in reversed(range(min(len(grid), _LONGEST_HEAD))):
        columns = _columns(grid[r], spec)
        if columns is None:
            continue
        first = next(n for n, column in enumerate(columns) if column and column.kind == "amount")
        lines = [
            ([cell for cell in _own(line, n)[:first] if cell], _own(line, n))
            for n, line in enumerate(grid)
            if n > r
        ]
        return _Sheet(columns, [fold(cell.text) for cell in grid[r] if cell], lines)
    return None


def _across(table: Table, spec: StatementSpec) -> _Sheet | None:
    """The items beside each other: the first column names the years."""
    grid = _grid(table)
    ragged = not table.spans_known and len({len(row) for row in table.rows}) > 1
    if ragged or len(grid) > _MOST_ROWS_ACROSS:
        return None
    turned = [list(line) for line in zip(*grid, strict=True)]
    columns = _columns(turned[0], spec) if turned else None
    if columns is None:
        return None
    first = next(n for n, column in enumerate(columns) if column and column.kind == "amount")
    lines = [([cell for cell in line[:first] if cell], line) for line in turned[1:]]
    return _Sheet(columns, [fold(cell.text) for cell in turned[0] if cell], lines)


def _own(line: Line, row: int) -> list[Cell | None]:
    """The cells of a row; an amount that is merged over several rows is that of the first."""
    return [None if cell and cell.row != row and parse_number(cell.text) else cell for cell in line]


def _columns(labels: Line, spec: StatementSpec) -> list[ColumnSpec | None] | None:
    """The column of each label; None where they are no header of a comparison."""
    texts = [_BRACKET.sub("", fold(cell.text)) if cell else "" for cell in labels]
    fitting = [[c for c in spec.columns if text and c.pattern.fullmatch(text)] for text in texts]
    years = sorted({int(y[1]) for text in texts if (y := _YEAR.search(text))})
    found: list[ColumnSpec | None] = []
    for text, columns in zip(texts, fitting, strict=True):
        column = next(iter(columns), None)
        if len(columns) > 1 and (year := _YEAR.search(text)):
            role = _YEARS[years.index(int(year[1]))] if len(years) == len(_YEARS) else ""
            column = next((c for c in columns if c.role == role), None)
        found.append(column.printed_as(text) if column and column not in found else None)
    final = any(
        c and c.role == LAST and _FINAL.search(t) for c, t in zip(found, texts, strict=True)
    )
    if final:
        found = [c and replace(c, measure="final") if c and c.role != THIS else c for c in found]
    roles = [column.role for column in found if column and column.kind == "amount"]
    return found if len(set(roles)) == len(roles) >= _LEAST_AMOUNTS else None


# ------------------------------------------------------------------ what it says
def _caption(document: Document, index: int, table: Table, head: Sequence[str]) -> Caption:
    """The unit that stands above the table, in its first rows, or over its columns."""
    texts: list[tuple[str, Position]] = []
    for block in document.blocks[max(0, index - _LOOK_BACK) : index]:
        if isinstance(block, Table):
            texts.clear()
        elif isinstance(block, Paragraph) and len(block.text) <= _LONGEST_CAPTION:
            texts += caption_pieces(block)
    for row in table.rows[:_LONGEST_HEAD]:
        texts += [(fold(cell.text), cell.position()) for cell in row]
    read = read_caption(texts)
    if read.unit is None:
        named = next((match for text in head if (match := _UNIT.search(text))), None)
        return Caption(unit=Unit(named[1]), unit_text=named[0]) if named else Caption()
    return Caption(unit=read.unit, unit_text=read.unit_text, unit_position=read.unit_position)


def _rows(sheet: _Sheet, spec: StatementSpec) -> Iterator[Row]:
    """The rows, each with the nearest of its labels that is known."""
    label = next(column.role for column in spec.columns if column.kind == "label")
    seen: set[str] = set()
    number = 0
    for labels, line in sheet.lines:
        cells = {c.role: cell for c, cell in zip(sheet.columns, line, strict=True) if c and cell}
        words = [cell for cell in reversed(labels) if fold(cell.text)]
        if not words:
            continue
        number += 1
        found = [(find_row(spec.rows[label], cell.text, seen), cell) for cell in words]
        (known, key), cell = next((each for each in found if each[0][0]), found[0])
        if known and known.id in seen:
            continue  # a label that is merged over several rows stands for the first
        if known:
            seen.add(known.id)
        keys = {label: "" if known and known.counts else key}
        yield Row(number, {**cells, label: cell}, tidy(cell.text), keys=keys)


def _is_unsigned(rows: Sequence[Row]) -> bool:
    """Whether decreases are printed as changes without a sign."""
    numbers = [
        {role: number[0] for role, cell in row.cells.items() if (number := parse_number(cell.text))}
        for row in rows
    ]
    falls = [n for n in numbers if n.keys() >= {LAST, THIS, CHANGE} and n[THIS] < n[LAST]]
    return any(n[CHANGE] == n[LAST] - n[THIS] for n in falls) and not any(
        n.get(CHANGE, 0) < 0 for n in numbers
    )
