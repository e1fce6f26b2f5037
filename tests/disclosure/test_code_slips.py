"""Every slip of the finger in a code of a clean document is reported, with the code meant.

A slip is one digit changed, left out, added, or swapped with the next. The samples are the same
in every run.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from disclosure.builders import Budget
from fictional.figures import Options
from fictional.final_figures import Options as FinalOptions
from fictional.final_model import build_final
from fictional.model import build
from linting import write_printed

from budgetlint.disclosure import understand
from budgetlint.disclosure.tables.codes import resolve_codes
from budgetlint.disclosure.tables.codes_defects import CodeFault
from budgetlint.readers import read
from budgetlint.taxonomy.subjects import FIRST_YEAR, LAST_YEAR, CodeBook

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.tables.codes_defects import CodeDefect
    from budgetlint.disclosure.tables.rows import Row
    from budgetlint.disclosure.tables.statements import Statement

DIGITS = "0123456789"
PRINTED = {
    "budget": build(Options(unit_part=False)),
    "final-national": build_final(),
    "final-shanghai": build_final(FinalOptions("shanghai")),
}
EVERY = 13
BOOK = CodeBook()


def slips(code: str) -> list[str]:
    """What one slip makes of a code."""
    found = set()
    for n in range(len(code) + 1):
        head, tail = code[:n], code[n:]
        found |= {head + tail[1:], head + tail[1:2] + tail[:1] + tail[2:]}
        found |= {head + digit + rest for digit in DIGITS for rest in (tail, tail[1:])}
    return sorted(found - {code})


@cache
def clean(name: str) -> Disclosure:
    with TemporaryDirectory() as folder:
        return understand(read(write_printed(PRINTED[name], "rows", Path(folder))))


def slipped(name: str, only: str | None) -> Iterator[tuple[Row, str, list[CodeDefect]]]:
    """A sample of all slips in the codes of a document or of one of its tables: the row, its right
    code, and what is found."""
    disclosure = clean(name)
    tables = [s for s in disclosure.statements if s.by_code and only in (None, s.spec.id)]
    rows = [(row, row.printed_code) for table in tables for row in table.rows if row.has_code]
    cases = [(row, code, slip) for row, code in rows for slip in slips(code)]
    for row, code, slip in cases[::EVERY]:
        row.printed_code = slip
        yield row, code, resolve_afresh(tables, disclosure.year)
        row.printed_code = code
    assert resolve_afresh(tables, disclosure.year) == []


def resolve_afresh(tables: list[Statement], year: int | None) -> list[CodeDefect]:
    for table in tables:
        table.missing_codes.clear()
        for row in table.rows:
            row.repeats = False
    return resolve_codes(tables, BOOK, year)


@pytest.mark.parametrize("only", [None, "expenditure", "public-basic"])
@pytest.mark.parametrize("name", PRINTED)
def test_every_slip_is_one_defect_and_nearly_all_tell_the_code_meant(
    name: str, only: str | None
) -> None:
    total = told = 0
    for row, code, defects in slipped(name, only):
        assert [defect.row for defect in defects] == [row], (code, row.printed_code)
        total += 1
        told += defects[0].likely == code
    assert total > 100
    assert told >= 0.9 * total


@pytest.mark.parametrize(
    ("table", "row"),
    [("public-expenditure", row) for row in ("208", "20805", "2080505", "2130101")]
    + [("public-basic", row) for row in ("301", "30108", "30217", "30231")],
)
def test_a_slip_contradicts_no_amount(table: str, row: str) -> None:
    budget = Budget().only(table)
    for slip in slips(row)[::EVERY]:
        disclosure = budget.with_cell(table, row, "code", slip).understood()
        (defect,) = disclosure.code_defects
        assert (defect.row.code, defect.fault is CodeFault.ORDER) == (row, False)
        assert disclosure.diagnosis.defects == []


@pytest.mark.parametrize("year", range(FIRST_YEAR, LAST_YEAR + 1))
@pytest.mark.parametrize(
    ("table", "axis"), [("expenditure", "function"), ("public-basic", "economic")]
)
def test_the_whole_list_of_a_year_is_confirmed(table: str, axis: str, year: int) -> None:
    names = {each.code: each.name for each in BOOK[axis].subjects if each.valid_in(year)}
    rows = tuple((code, name, "", "", "") for code, name in sorted(names.items()))
    disclosure = Budget(tables={table: rows}).understood()
    assert [s.spec.id for s in disclosure.statements] == [table]
    assert resolve_afresh(list(disclosure.statements), year) == []
