"""Rows without a subject in tables by subjects: units above the codes, projects and sums below.

Some places print them between the coded rows. What they hold is counted in those already.
"""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from budgetlint.disclosure.amount import parse_number
from budgetlint.disclosure.edits import edits
from budgetlint.disclosure.subjects import name_key
from budgetlint.disclosure.tables.codes import axis_of
from budgetlint.disclosure.tables.codes_evidence import LENGTHS, well_formed
from budgetlint.fold import fold
from budgetlint.lang import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from budgetlint.disclosure.tables.rows import Row
    from budgetlint.disclosure.tables.statements import Statement
    from budgetlint.taxonomy.subjects import Classification, CodeBook

_ORGAN = r"(?:[局委办院校园站所队会厅处馆部社司镇乡]|[小中大]学|中心|政府|街道|\(?本级\)?|机关)"
_UNIT = re.compile(rf".*[省市县区旗州盟镇乡街道].*{_ORGAN}|.*本级.*")
_UNIT_ABOVE = re.compile(rf".*{_ORGAN}")
_SUBTOTAL = re.compile(r".{0,6}小计")
_CLASS = 3
_FEWEST_ROWS = 6
_SHORTEST_MISSPELT = 5
_LETTERS_A_SLIP = 4


def set_details_aside(statements: Sequence[Statement], book: CodeBook) -> list[str]:
    """Mark the rows without a subject; of a table that goes through the subjects once for each
    unit, or whose codes are of no known form, only the total is kept. What the coverage says of
    such tables.
    """
    notes = []
    for statement in statements:
        if statement.by_code:
            axis = axis_of(statement)
            _unpad(statement, axis)
            _mark(statement, book[axis], _printed_names(statements, axis))
            if _goes_through_again(statement):
                notes.append(say("《{title}》按单位分列科目，只核对合计行", title=statement.title))
                _keep_total(statement)
            elif _has_other_codes(statement, axis):
                words = "《{title}》科目编码的写法没有认出，只核对合计行"
                notes.append(say(words, title=statement.title))
                _keep_total(statement)
    return notes


def _keep_total(statement: Statement) -> None:
    statement.missing_codes |= {row.printed_code for row in statement.rows}
    statement.rows = [row for row in statement.rows if row.is_total]
    if not statement.rows:
        statement.missing_codes.add("total")


def _unpad(statement: Statement, axis: str) -> None:
    """Shorten the codes of a table that fills those of upper levels up with zeros (2050000)."""
    codes = [row.printed_code for row in statement.rows if row.printed_code]
    leaf = max(LENGTHS[axis])
    classes = [code for code in codes if len(code) == leaf and not code[_CLASS:].strip("0")]
    if not classes or any(len(code) < leaf for code in codes):
        return
    for row in statement.rows:
        code = row.printed_code
        while len(code) > _CLASS and code.endswith("00"):
            code = code[:-2]
        row.printed_code = code


def _has_other_codes(statement: Statement, axis: str) -> bool:
    """Whether most codes have another form than those of the classification."""
    codes = [row.printed_code for row in statement.rows if row.has_code]
    strange = [code for code in codes if code and not well_formed(fold(code), axis)]
    return len(codes) >= _FEWEST_ROWS and 2 * len(strange) > len(codes)


def _printed_names(statements: Iterable[Statement], axis: str) -> set[str]:
    """The names that tables print beside well-formed codes of a classification."""
    return {
        name_key(row.label)
        for statement in statements
        if statement.by_code
        for row in statement.rows
        if well_formed(row.printed_code, axis)
    }


def _mark(statement: Statement, known: Classification, names: set[str]) -> None:
    """Mark units by their names, projects by their long codes or their amounts, and subtotals.

    Where the rows without codes below some item add up to it, those below the others are taken to
    be its projects, too: an amount of theirs may be mistyped.
    """
    found: list[Row] = []
    below: list[tuple[Row, list[Row]]] = []
    leaf = max(LENGTHS[known.axis])
    above: Row | None = None
    coded = [row for row in statement.rows if row.has_code]
    tops = {id(row) for row, below in pairwise(coded) if len(below.printed_code) == _CLASS}
    for without_code, group in groupby(coded, key=lambda row: not row.printed_code):
        rows = list(group)
        units = [row for row in rows if _is_unit(row, known.axis, above_class=id(row) in tops)]
        units = [row for row in units if not _is_subject(row, known, names)]
        details = [row for row in rows if _is_more_than_subject(row, leaf)]
        details = [row for row in details if not _is_subject(row, known, names)]
        if without_code and above and len(above.printed_code) == leaf:
            named = [row for row in rows if row not in (*units, *details)]
            if not any(_is_subject(row, known, names) for row in named):
                below.append((above, named))
        found += [*units, *details]
        above = next((row for row in reversed(rows) if row not in (*units, *details)), above)
    if any(_add_up(statement, item, named) for item, named in below):
        found += [row for _, named in below for row in named]
    for row in found:
        row.is_detail = True
        row.code = row.keys["code"] = ""


def _is_unit(row: Row, axis: str, *, above_class: bool) -> bool:
    """Whether a row has the name of a unit; above a class, and without a code, any organ is one."""
    name = fold(row.label)
    named = bool(_UNIT.fullmatch(name))
    above = above_class and not well_formed(row.printed_code, axis)
    return named or (above and bool(_UNIT_ABOVE.fullmatch(name)))


def _is_more_than_subject(row: Row, leaf: int) -> bool:
    """Whether a row has the code of a project, or is a 小计 of the rows above it."""
    subtotal = not row.printed_code and _SUBTOTAL.fullmatch(fold(row.label))
    return bool(subtotal) or len(row.printed_code) > leaf + 1


def _add_up(statement: Statement, whole: Row, parts: Sequence[Row]) -> bool:
    """Whether rows detail the one above them: in some column they add up to it, in none to more."""
    equal = False
    for role in _amount_roles(statement):
        total, *amounts = (_number(row, role) for row in (whole, *parts))
        if sum(amounts) > total:
            return False
        equal = equal or sum(amounts) == total > 0
    return equal


def _amount_roles(statement: Statement) -> list[str]:
    return [column.role for column in statement.columns if column and column.kind == "amount"]


def _number(row: Row, role: str) -> Decimal:
    found = parse_number(row.cells[role].text) if role in row.cells else None
    return found[0] if found else Decimal(0)


def _is_subject(row: Row, known: Classification, names: set[str]) -> bool:
    """Whether a row has the name of a subject, or nearly; its code may be mistyped."""
    key = name_key(row.label)
    printed = not well_formed(row.printed_code, known.axis) and key in names
    return printed or _resembles_subject(key, known)


def _resembles_subject(key: str, known: Classification) -> bool:
    """Whether a name is that of a subject in some year, or a slip away from one."""
    if key in known.wordings or len(key) < _SHORTEST_MISSPELT:
        return key in known.wordings
    most = len(key) // _LETTERS_A_SLIP
    letters = set(key)
    return any(
        abs(len(name) - len(key)) <= most
        and len(letters - set(name)) <= most
        and edits(name, key) <= most
        for name in known.wordings
    )


def _goes_through_again(statement: Statement) -> bool:
    """Whether a class and what follows it come again with other amounts, for another unit."""
    first: dict[str, Row] = {}
    for row, following in pairwise(row for row in statement.rows if row.has_code):
        code = row.printed_code
        if len(code) == _CLASS and code in first and following.printed_code in first:
            amounts = (
                (_number(each, role) for each in (first[code], row))
                for role in _amount_roles(statement)
            )
            if any(one != other for one, other in amounts):
                return True
        first.setdefault(code, row)
    return False
