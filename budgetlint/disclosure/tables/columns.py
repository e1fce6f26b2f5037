"""Columns: from the header rows of a printed table to the roles of the template.

Where merged cells are known (Word) the label of a column is the lowest header cell over it. In
plain text a header row may hold fewer cells than the table has columns; there the lowest row
gives the labels, and its blanks are filled from the row above, one for each.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from budgetlint.disclosure.amount import parse_number
from budgetlint.fold import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from budgetlint.document import Cell, Table
    from budgetlint.taxonomy import ColumnSpec, StatementSpec

_SCALE_WORDS = ("栏次", "档次")
_CODE_PARTS = ("类", "款", "项")
CODE_PARTS = ("code-class", "code-division", "code-item")
"""The roles of the columns of a code that is printed in three."""
_SUMS = ("合计", "小计")
_DEPARTMENT = "部门"
_LONGEST_HEAD = 8
_LABELS_OF_A_TABLE = 2
_CAPTION_WORDS = ("预算年度", "单位:", "金额单位", "截止时间", "截至时间")


@dataclass(frozen=True, slots=True)
class Layout:
    """Which rows of a table are caption and header, and where its data begin."""

    caption: range
    header: range
    data: int
    width: int


def row_texts(table: Table, row: int) -> list[str]:
    """The folded texts of the cells that begin in a row."""
    return [fold(cell.text) for cell in table.rows[row]]


def is_scale(texts: Sequence[str]) -> bool:
    """Whether this is the 栏次 row: 1, 2, 3, … after a word, after nothing, or bare."""
    filled = [text for text in texts if text and text not in _CODE_PARTS]
    worded = bool(filled) and filled[0] in _SCALE_WORDS
    numbers = [text for text in filled if text not in _SCALE_WORDS] if worded else filled
    counted = [str(n) for n in range(1, len(numbers) + 1)]
    return numbers == counted and len(numbers) >= (2 if worded or not texts[0] else 3)


def _is_caption(texts: Sequence[str]) -> bool:
    filled = [text for text in texts if text]
    return any(word in text for text in filled for word in _CAPTION_WORDS) or len(filled) <= 1


def find_layout(table: Table, spec: StatementSpec) -> Layout:
    """Caption, header and data rows of a standard table."""
    texts = [row_texts(table, r) for r in range(len(table.rows))]
    scale = next((r for r, row in enumerate(texts) if is_scale(row)), None)
    if scale is not None:
        data = scale + 1
        width = len(table.rows[scale]) if not table.spans_known else table.width
    else:
        data = _first_data_row(texts, spec)
        width = table.width
    header_end = scale if scale is not None else data
    if scale is not None and not set(_CODE_PARTS).isdisjoint(texts[scale]):
        header_end = data
    start = 0
    while start < header_end and _is_caption(texts[start]) and not _has_label(texts[start], spec):
        start += 1
    return Layout(range(start), range(start, header_end), data, width)


def resembles(table: Table, spec: StatementSpec) -> bool:
    """Whether a table may be this standard table: by its labels, or by its 栏次 row."""
    head = [row_texts(table, r) for r in range(min(len(table.rows), _LONGEST_HEAD))]
    words = {text for row in head for text in row if text}
    named = [c for c in spec.columns if any(c.pattern.fullmatch(word) for word in words)]
    counted = any(is_scale(row) and len(row) == len(_undivided(spec)) for row in head)
    return len(named) >= _LABELS_OF_A_TABLE or counted


def _has_label(texts: Sequence[str], spec: StatementSpec) -> bool:
    return any(text and column.pattern.fullmatch(text) for text in texts for column in spec.columns)


def _first_data_row(texts: Sequence[Sequence[str]], spec: StatementSpec) -> int:
    """Without a 栏次 row the data begin after the last row that holds a column label."""
    labelled = [r for r, row in enumerate(texts[:_LONGEST_HEAD]) if sum(_labels_in(row, spec)) >= 2]
    if not labelled:
        return 0
    data = labelled[-1] + 1
    while "code" in spec.rows and data < len(texts) and _is_subheading(texts[data]):
        data += 1
    return data


def _is_subheading(texts: Sequence[str]) -> bool:
    """Whether a row under the labels splits them further (人员经费, 公用经费 under 基本支出): words
    only, and beginning beyond the code column or under a merged one."""
    words = [text for text in texts if text]
    worded = len(words) >= _LABELS_OF_A_TABLE and not any(c.isdigit() for c in "".join(words))
    return worded and (not texts[0] or words[0] in _SUMS[1:])


def _labels_in(texts: Sequence[str], spec: StatementSpec) -> list[bool]:
    return [any(c.pattern.fullmatch(text) for c in spec.columns) for text in texts if text]


def column_labels(table: Table, layout: Layout) -> list[str]:
    """The folded header label of each column, "" where there is none."""
    if table.spans_known:
        return [next(iter(texts), "") for texts in headings(table, layout)]
    labels = [""] * layout.width
    for row in reversed(layout.header):
        texts = [_label(text) for text in row_texts(table, row)]
        if len(texts) >= layout.width:
            fill = texts[: layout.width]
            labels = [label or above for label, above in zip(labels, fill, strict=True)]
        else:
            labels = _fill_blanks(labels, texts)
    return labels


def _label(text: str) -> str:
    """A header text that names a column; the numbers of the 栏次 row, and amounts, do not."""
    return "" if text in _SCALE_WORDS or parse_number(text) else text


def headings(table: Table, layout: Layout) -> list[list[str]]:
    """The folded header texts over each column, the lowest first, where merged cells are known or
    each header row keeps a place for every column."""
    if not table.spans_known:
        return _placed_headings([row_texts(table, row) for row in layout.header], layout.width)
    over: list[list[str]] = []
    for col in range(layout.width):
        cells = [table.grid[row][col] for row in reversed(layout.header)]
        texts = [_label(fold(cell.text)) for cell in dict.fromkeys(filter(None, cells))]
        over.append([text for text in texts if text])
    return over


def _placed_headings(rows: Sequence[Sequence[str]], width: int) -> list[list[str]]:
    """The header texts over each column of rows as wide as the table. A blank to the right of a
    heading belongs to it, unless it stands under a heading of its own."""
    over: list[list[str]] = [[] for _ in range(width)]
    if any(len(row) != width for row in rows):
        return over
    above = [""] * width
    for row in rows:
        texts = [_label(text) for text in row]
        if row is not rows[-1]:
            for col in range(1, width):
                if not texts[col] and above[col] == above[col - 1]:
                    texts[col] = texts[col - 1]
        for texts_over, text in zip(over, texts, strict=True):
            if text:
                texts_over.insert(0, text)
        above = [text or before for text, before in zip(texts, above, strict=True)]
    return over


def _fill_blanks(labels: list[str], above: Sequence[str]) -> list[str]:
    """Give each blank column the label above it, counting a run of filled columns as one."""
    runs = [(bool(label), list(group)) for label, group in groupby(labels, key=bool)]
    places = sum(1 if filled else len(group) for filled, group in runs)
    words = [text for text in above if text]
    if places > len(words):
        return labels
    surplus = len(words) - places
    result: list[str] = []
    for filled, group in runs:
        if filled:
            result += group
            del words[: 1 + surplus]
            surplus = 0
        else:
            result += words[: len(group)]
            del words[: len(group)]
    return result


def find_columns(
    table: Table, layout: Layout, spec: StatementSpec
) -> list[list[ColumnSpec | None]]:
    """The template column of each printed column, None where it is none of the template's; one
    list for each block of columns that are printed side by side."""
    labels, over = column_labels(table, layout), headings(table, layout)
    cuts = [0, *_further_blocks(labels, spec), len(labels)]
    blocks = [_titled(labels[a:b], spec, over[a:b]) for a, b in pairwise(cuts)]
    if table.spans_known or len(blocks) > 1 or all(blocks[0]):
        return blocks
    rows = dict.fromkeys((layout.data - 1, *reversed(layout.header)))
    words = [text for row in rows if row >= 0 for text in row_texts(table, row) if text]
    named = _by_words(words, layout.width, spec)
    return [named] if named else blocks


def _titled(
    labels: Sequence[str], spec: StatementSpec, over: Sequence[Sequence[str]]
) -> list[ColumnSpec | None]:
    """The columns under these labels, with titles that say what is printed."""
    labels = _of_one_classification(labels, spec, over)
    found = zip(assign_roles(labels, spec, over), labels, strict=True)
    return [column and column.printed_as(label) for column, label in found]


def _of_one_classification(
    labels: Sequence[str], spec: StatementSpec, over: Sequence[Sequence[str]]
) -> list[str]:
    """The labels without the codes and names of a second classification beside the first one; of
    those of the department and of the government, the department's are kept."""
    if "code" not in spec.rows:
        return list(labels)
    code, name = (spec.column(role).pattern for role in ("code", "name"))
    pairs = [
        n for n, (a, b) in enumerate(pairwise(labels)) if code.fullmatch(a) and name.fullmatch(b)
    ]
    kept = next((n for n in pairs if any(_DEPARTMENT in text for text in over[n])), None)
    kept = pairs[0] if pairs and kept is None else kept
    dropped = {place for n in pairs if n != kept for place in (n, n + 1)}
    return ["" if n in dropped else label for n, label in enumerate(labels)]


def _further_blocks(labels: Sequence[str], spec: StatementSpec) -> list[int]:
    """Where the columns of a table side by side begin again: at its code column."""
    if not spec.side_by_side:
        return []
    codes = [bool(spec.column("code").pattern.fullmatch(label)) for label in labels]
    begins = [n for n, code in enumerate(codes) if code and not (n and codes[n - 1])]
    return begins[1:]


def _by_words(
    words: Sequence[str], width: int, spec: StatementSpec
) -> list[ColumnSpec | None] | None:
    """Of header rows in which merged cells are lost: the template's columns, in its order, if
    the header names as many as are printed. ``words`` are those of the lowest row first."""
    labels = [
        (column, next((word for word in words if column.pattern.fullmatch(word)), ""))
        for column in spec.columns
    ]
    if set(words).issuperset(_CODE_PARTS):
        labels = [(column, label) for column, label in labels if column.role != "code"]
    named = [column.printed_as(label) for column, label in labels if label]
    return [*named] if len(named) == width else None


def assign_roles(
    labels: Sequence[str], spec: StatementSpec, over: Sequence[Sequence[str]] = ()
) -> list[ColumnSpec | None]:
    """The template column of each label; None where it is none of the template's.

    Labels are matched in order, as many as possible; ``over`` are all the headings over each
    column. Where a label is unreadable but the number of columns is the template's, the place
    decides.
    """
    matched = _align(labels, spec.columns, over or [[] for _ in labels])
    columns = _undivided(spec)
    if len(labels) == len(columns) and not any(c and c.optional for c in (*columns, *matched)):
        taken = {id(column) for column in matched if column}
        return [
            found or (None if id(by_place) in taken else by_place)
            for found, by_place in zip(matched, columns, strict=True)
        ]
    return matched


def _undivided(spec: StatementSpec) -> list[ColumnSpec]:
    """The columns of a template whose codes stand in one column."""
    return [column for column in spec.columns if column.role not in CODE_PARTS]


def _fits(label: str, over: Sequence[str], column: ColumnSpec) -> bool:
    """Whether a label, or under it the heading of which it is the 小计, is a column's."""
    above = over[1:]
    if column.under and not all(map(column.under.fullmatch, above)):
        return False
    texts = (label, *above) if label in _SUMS else (label,)
    return any(text and column.pattern.fullmatch(text) for text in texts)


def _align(
    labels: Sequence[str], columns: Sequence[ColumnSpec], over: Sequence[Sequence[str]]
) -> list[ColumnSpec | None]:
    """The longest common subsequence of labels and template columns."""
    rows, cols = len(labels), len(columns)
    best = [[0] * (cols + 1) for _ in range(rows + 1)]
    fits = [[_fits(lb, above, c) for c in columns] for lb, above in zip(labels, over, strict=True)]
    for i in reversed(range(rows)):
        for j in reversed(range(cols)):
            best[i][j] = max(
                best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + 1 if fits[i][j] else 0
            )
    result: list[ColumnSpec | None] = [None] * rows
    i = j = 0
    while i < rows and j < cols:
        if fits[i][j] and best[i][j] == best[i + 1][j + 1] + 1:
            result[i] = columns[j]
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            i += 1
        else:
            j += 1
    return result


def cells_by_column(table: Table, row: int, width: int) -> list[Cell | None]:
    """The cells of a data row by column; None where the row has none."""
    if table.spans_known:
        line = list(table.grid[row])
        return [cell if cell and cell.row == row else None for cell in line]
    cells: list[Cell | None] = list(table.rows[row][:width])
    return cells + [None] * (width - len(cells))
