"""Classification codes: what is wrong with a printed code or its name, and which code was meant.

Sums and comparisons between tables go by the code that was meant, so that one mistyped code is
one defect and not a dozen broken sums. What was meant is known where the other tables print the
same name with another code, from the place of the row among its neighbours, and from the official
list of the year.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from budgetlint.disclosure.subjects import covered, name_key
from budgetlint.disclosure.tables.codes_defects import CodeDefect, CodeFault
from budgetlint.disclosure.tables.codes_evidence import Evidence, coded_rows
from budgetlint.disclosure.tables.codes_names import name_defects
from budgetlint.disclosure.tables.codes_resolver import Resolver

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from budgetlint.disclosure.tables.rows import Row
    from budgetlint.disclosure.tables.statements import Statement
    from budgetlint.taxonomy.subjects import CodeBook

_ANYWHERE = (
    CodeFault.FULL_WIDTH,
    CodeFault.NON_DIGIT,
    CodeFault.LENGTH,
    CodeFault.WRONG_CODE,
    CodeFault.WRONG_PARENT,
    CodeFault.UNKNOWN,
    CodeFault.OF_ANOTHER,
    CodeFault.INTERCHANGED,
)
"""Faults of a code with its name: the same print in several tables is one defect."""


def resolve_codes(
    statements: Iterable[Statement], book: CodeBook, year: int | None
) -> list[CodeDefect]:
    """Set the code each row stands for, and return what is wrong with the printed ones.

    ``year`` is the fiscal year; None where it is not known.
    """
    tables: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        if statement.by_code:
            tables[axis_of(statement)].append(statement)
    defects: list[CodeDefect] = []
    for axis, same in tables.items():
        listed = covered(year)
        evidence = Evidence(book[axis], listed, beyond=listed != year)
        for statement in same:
            evidence.add(statement)
        found = [d for each in same for d in Resolver(each, evidence).resolve()]
        found = _merged(found)
        faulty = {id(row) for d in found for _, row in ((d.statement, d.row), *d.same)}
        defects += [*found, *name_defects(same, evidence, faulty)]
    return sorted(defects, key=lambda d: (d.statement.block, d.row.number))


def axis_of(statement: Statement) -> str:
    """The classification of a statement: some print the government's, not the department's."""
    axis = statement.spec.rows["code"]
    if axis == "economic":
        codes = [row.printed_code for row in coded_rows(statement)]
        if 2 * sum(code.startswith("5") for code in codes) > len(codes):
            return "government-economic"
    return axis


def _merged(defects: Iterable[CodeDefect]) -> list[CodeDefect]:
    """The defects, with the same print in several tables as one."""
    groups: dict[object, list[CodeDefect]] = defaultdict(list)
    for defect in defects:
        row = defect.row
        mark = (defect.fault, row.printed_code, name_key(row.label), defect.likely)
        groups[mark if defect.fault in _ANYWHERE else id(defect)].append(defect)
    return [
        replace(first, same=tuple(pair for each in (first, *more) for pair in _places(each, first)))
        for first, *more in groups.values()
    ]


def _places(defect: CodeDefect, first: CodeDefect) -> Iterator[tuple[Statement, Row]]:
    """The rows with a defect, without the row where it is reported."""
    if defect is not first:
        yield defect.statement, defect.row
    yield from defect.same
