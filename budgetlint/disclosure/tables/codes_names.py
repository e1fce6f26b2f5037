"""Names: one code has one name over all tables, and it is the official one of the year."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from budgetlint.disclosure.subjects import Standing, name_key
from budgetlint.disclosure.tables.codes_defects import Certainty, CodeDefect, CodeFault
from budgetlint.disclosure.tables.codes_evidence import coded_rows, well_formed
from budgetlint.disclosure.tables.codes_official import fault_by_list, owner_of_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from budgetlint.disclosure.tables.codes_evidence import Evidence
    from budgetlint.disclosure.tables.rows import Row
    from budgetlint.disclosure.tables.statements import Statement

    Uses = list[tuple[Statement, Row]]


def name_defects(
    tables: Iterable[Statement], evidence: Evidence, known: set[int]
) -> Iterator[CodeDefect]:
    """The codes and names that the list contradicts, and codes with two names.

    ``known`` are the rows (by identity) that have a defect already.
    """
    uses: dict[str, dict[str, Uses]] = defaultdict(lambda: defaultdict(list))
    for statement in tables:
        for row in coded_rows(statement):
            if well_formed(row.code, evidence.known.axis) and row.label and id(row) not in known:
                uses[row.code][name_key(row.label)].append((statement, row))
    found: list[CodeDefect] = []
    for code in sorted(uses, key=lambda code: (len(code), code)):
        found += _of_code(evidence, code, list(uses[code].values()))
    return _with_children(found)


def _of_code(evidence: Evidence, code: str, names: Iterable[Uses]) -> Iterator[CodeDefect]:
    """What is wrong with the names of one code; each name with the rows that print it."""
    right: list[Uses] = []
    wrong: list[Uses] = []
    for uses in names:
        (right if evidence.confirms(code, uses[0][1].label) else wrong).append(uses)
    doubtful: list[Uses] = []
    for uses in wrong:
        fault, certainty = fault_by_list(evidence, code, uses[0][1].label)
        if right:
            fault, certainty = _contradicted(evidence, uses[0][1], fault, certainty)
            yield _defect(evidence, uses, fault, certainty, right[0][0])
        elif certainty is Certainty.POSSIBLE:
            doubtful.append(uses)
        else:
            yield _defect(evidence, uses, fault, certainty, _owner_row(evidence, uses[0][1]))
    doubtful.sort(key=lambda uses: (len(uses), -uses[0][0].block))
    for uses in doubtful[:-1]:
        usual = doubtful[-1][0]
        yield _defect(evidence, uses, CodeFault.TWO_NAMES, Certainty.PROVEN, usual)
    for uses in doubtful[-1:]:
        yield _defect(evidence, uses, *fault_by_list(evidence, code, uses[0][1].label))


def _contradicted(
    evidence: Evidence, row: Row, fault: CodeFault, certainty: Certainty
) -> tuple[CodeFault, Certainty]:
    """The fault of a name where another table prints the official one."""
    if evidence.judge(row.code, row.label).standing is not Standing.OTHER_NAME:
        return fault, Certainty.PROBABLE if certainty is Certainty.POSSIBLE else certainty
    unsure = certainty is Certainty.POSSIBLE
    return CodeFault.TWO_NAMES if unsure else fault, Certainty.PROVEN


def _owner_row(evidence: Evidence, row: Row) -> tuple[Statement, Row] | None:
    """A row with the code to which the name of ``row`` belongs."""
    owner = owner_of_name(evidence.judge(row.code, row.label), row.code, None)
    found = evidence.by_code.get(owner.code) if owner else None
    return found[0] if found else None


def _defect(
    evidence: Evidence,
    uses: Uses,
    fault: CodeFault,
    certainty: Certainty,
    witness: tuple[Statement, Row] | None = None,
) -> CodeDefect:
    (statement, row), *same = uses
    return CodeDefect(
        fault, statement, row, evidence.judge(row.code, row.label),
        None, (witness,) if witness else (), certainty, tuple(same),
    )  # fmt: skip


def _with_children(defects: Iterable[CodeDefect]) -> Iterator[CodeDefect]:
    """The defects; codes that the year does not know stand for those below them, too."""
    absent: dict[str, list[CodeDefect]] = {}
    for defect in defects:
        code = defect.row.code
        if defect.fault not in (CodeFault.UNKNOWN, CodeFault.OTHER_YEAR) or (
            defect.judgement.official
        ):
            yield defect
        elif code[:-2] in absent:
            absent[code] = absent[code[:-2]]
            absent[code].append(defect)
        else:
            absent.setdefault(code, []).append(defect)
    for first, *below in {id(group): group for group in absent.values()}.values():
        rows = [pair for each in below for pair in ((each.statement, each.row), *each.same)]
        yield replace(first, same=(*first.same, *rows))
