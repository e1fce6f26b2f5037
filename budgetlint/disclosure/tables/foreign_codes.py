"""Codes of another classification than the one that the header of their column names."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from budgetlint.disclosure.tables.columns import find_layout, row_texts
from budgetlint.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from budgetlint.disclosure.tables.rows import Row
    from budgetlint.disclosure.tables.statements import Statement
    from budgetlint.taxonomy.subjects import CodeBook

_SAID = (
    (re.compile("政府(?:预算)?(?:支出)?经济(?:科目)?分类"), ("government-economic",)),
    (re.compile("部门(?:预算)?(?:支出)?经济(?:科目)?分类"), ("economic",)),
    (re.compile("经济(?:科目)?分类"), ("economic", "government-economic")),
    (re.compile("功能(?:科目)?分类"), ("function",)),
)
_AXES = ("function", "economic", "government-economic")
_CODE = re.compile(r"[0-9]{3}(?:[0-9]{2}){0,2}")


@dataclass(frozen=True)
class ForeignCodes:
    """Rows of a table with codes of ``axis`` under a header that says one of ``said``.

    They are those of one class, or all coded rows (``whole``).
    """

    statement: Statement
    rows: tuple[Row, ...]
    axis: str
    said: tuple[str, ...]
    whole: bool


def said_axes(statement: Statement) -> tuple[str, ...]:
    """The classifications that the header of a table names for its codes; none where it names
    none or several side by side."""
    if statement.table is None:
        return ()
    layout = find_layout(statement.table, statement.spec)
    texts = {text for r in layout.header for text in row_texts(statement.table, r)}
    named = {axes for text in texts if (axes := _said_by(text))}
    return named.pop() if len(named) == 1 else ()


def _said_by(text: str) -> tuple[str, ...]:
    return next((axes for pattern, axes in _SAID if pattern.search(text)), ())


def take_foreign_codes(statements: Sequence[Statement], book: CodeBook) -> list[ForeignCodes]:
    """Find the codes of other classifications.

    Their amounts count into the sums of their table; with what other tables print they cannot be
    compared, and neither can what stands in their place there. Codes that the table should have
    are right: it is its header that is wrong.
    """
    found: list[ForeignCodes] = []
    for statement in statements:
        said = said_axes(statement) if statement.by_code else ()
        if said:
            found += _of_table(statement, said, book)
    for group in found:
        if group.axis == group.statement.spec.rows["code"]:
            continue
        for row in group.rows:
            row.is_foreign = True
            row.code = row.keys["code"] = _stand_in(row, group)
        own = {row.printed_code for row in group.statement.rows}
        group.statement.missing_codes |= _codes_like(group.statement, statements) - own
    return found


def _stand_in(row: Row, group: ForeignCodes) -> str:
    """A code that no other table has: of the row's own level where others are below it, else of
    a detail."""
    code = row.printed_code
    holds = any(r.printed_code.startswith(code) for r in group.rows if r is not row)
    return f"{code}#{row.number}" if holds else f"?{row.number}"


def _codes_like(statement: Statement, statements: Sequence[Statement]) -> set[str]:
    """All codes that the tables of the same classification print, and the classes of the
    summaries, which are functional."""
    axis = statement.spec.rows["code"]
    coded = (s for s in statements if s.spec.rows.get("code") == axis)
    found = {row.printed_code for each in coded for row in each.rows}
    if axis == "function":
        summaries = (s for s in statements if not s.by_code)
        found |= {key for each in summaries for row in each.rows for key in row.keys.values()}
    return {code for code in found if code.isdigit()}


def _of_table(
    statement: Statement, said: tuple[str, ...], book: CodeBook
) -> Iterator[ForeignCodes]:
    groups: dict[tuple[str, str], list[Row]] = defaultdict(list)
    coded = [row for row in statement.rows if row.has_code]
    for row in coded:
        axis = _foreign_axis(row, said, book)
        if axis:
            groups[axis, row.printed_code[:3]].append(row)
    rows = [row for group in groups.values() for row in group]
    axes = {axis for axis, _ in groups}
    if len(axes) == 1 and len(rows) == len(coded):
        yield ForeignCodes(statement, tuple(rows), axes.pop(), said, whole=True)
        return
    for (axis, _), group in groups.items():
        yield ForeignCodes(statement, tuple(group), axis, said, whole=False)


def _foreign_axis(row: Row, said: tuple[str, ...], book: CodeBook) -> str | None:
    """The classification that a code is of, if it is none of those said.

    A code whose name is that of a subject of its own classification is mistyped.
    """
    code, name = row.printed_code, fold(row.label)
    if not _CODE.fullmatch(code) or any(book[axis].of(code[:3]) for axis in said):
        return None
    axis = next((a for a in _AXES if a not in said and book[a].of(code[:3])), None)
    if axis is None:
        return None
    known = book[axis].of(code)
    if any(fold(subject.name) == name for subject in known):
        return axis
    return axis if known and not any(book[own].named(name) for own in said) else None
