"""Slips that several codes of a table share: a whole class or division under the code of another,
and two codes with their names interchanged."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from budgetlint.disclosure.subjects import Standing, name_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from budgetlint.disclosure.tables.codes_evidence import Evidence
    from budgetlint.disclosure.tables.rows import Row
    from budgetlint.disclosure.tables.statements import Statement


@dataclass(frozen=True)
class Shifted:
    """A row and all rows ``below`` it whose codes should begin with ``right``.

    ``witness`` is a row of another table that prints it.
    """

    head: Row
    below: tuple[Row, ...]
    right: str
    witness: tuple[tuple[Statement, Row], ...]


def shifted(statement: Statement, rows: Sequence[Row], evidence: Evidence) -> Iterator[Shifted]:
    """The classes, or else divisions, that stand whole under the code of another one."""
    done: set[int] = set()
    for n, head in enumerate(rows):
        wrong = head.printed_code
        if id(head) in done or not wrong.isdigit() or evidence.confirms(wrong, head.label):
            continue
        below = tuple(_below(wrong, rows[n + 1 :]))
        right = _right(head, below, rows, evidence) if below else None
        if right:
            done |= {id(row) for row in below}
            witness = [
                pair
                for pair in evidence.elsewhere(statement, right)
                if name_key(pair[1].label) == name_key(head.label)
            ]
            yield Shifted(head, below, right, tuple(witness[:1]))


def _below(code: str, rows: Iterable[Row]) -> Iterator[Row]:
    """The first rows with longer codes that begin with ``code``."""
    return takewhile(
        lambda row: (
            row.printed_code.isdigit() and row.printed_code[: len(code)] == code != row.printed_code
        ),
        rows,
    )


def _right(head: Row, below: Sequence[Row], rows: Sequence[Row], evidence: Evidence) -> str | None:
    """The only code for the head's name under which the list has every row below it by name."""
    wrong, key = head.printed_code, name_key(head.label)
    found = {each.code for each in evidence.known.named(key, evidence.year)}
    taken = {row.printed_code for row in rows}
    fitting = [
        code
        for code in found - taken
        if len(code) == len(wrong)
        and all(
            evidence.confirms(code + row.printed_code[len(wrong) :], row.label) for row in below
        )
    ]
    as_printed = all(evidence.confirms(row.printed_code, row.label) for row in below)
    return fitting[0] if len(fitting) == 1 and not as_printed else None


def interchanged(rows: Sequence[Row], evidence: Evidence) -> Iterator[tuple[Row, Row]]:
    """The pairs of rows each with the name of the other's code, the first row first."""
    by_code = {row.printed_code: row for row in rows}
    done: set[int] = set()
    for row in rows:
        for code in _codes_of_name(row, evidence):
            other = by_code.get(code)
            if (
                other
                and id(row) not in done
                and row.printed_code in _codes_of_name(other, evidence)
            ):
                done |= {id(row), id(other)}
                yield row, other


def _codes_of_name(row: Row, evidence: Evidence) -> list[str]:
    """The other codes that the list has for the name of a row, where it is not that of its own."""
    judgement = evidence.judge(row.printed_code, row.label)
    other = judgement.standing is Standing.OTHER_NAME
    return [each.code for each in judgement.elsewhere] if other else []
