"""What speaks for a code: the prints of other tables, its place in its own, the official list."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import groupby
from typing import TYPE_CHECKING

from budgetlint.disclosure.sequence import longest_ascending
from budgetlint.disclosure.subjects import Judgement, judge, name_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from budgetlint.disclosure.tables.rows import Row
    from budgetlint.disclosure.tables.statements import Statement
    from budgetlint.taxonomy.subjects import Classification

LENGTHS = {"function": (3, 5, 7), "economic": (3, 5), "government-economic": (3, 5)}
"""How many digits the codes of each classification have."""


def well_formed(code: str, axis: str) -> bool:
    """Whether a code has the form of its classification."""
    return code.isascii() and code.isdigit() and len(code) in LENGTHS[axis]


def padded(code: str) -> str:
    """The form of a code in which all codes of a table sort as they should stand."""
    return code.ljust(7, "0")


def coded_rows(statement: Statement) -> list[Row]:
    """The rows of a statement that should have a code."""
    return [row for row in statement.rows if row.has_code and not row.is_foreign]


def likeness(one: str, other: str) -> float:
    """How alike two codes are, from 0 to 1."""
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


@dataclass
class Evidence:
    """The prints of one classification over all tables, and its official list in a year.

    The year is None where every year counts; it lies ``beyond`` where the list does not reach it.

    ``by_name`` and ``by_code`` have the rows with well-formed codes; ``misplaced`` are rows (by
    identity) whose printed code does not ascend, or does not begin with its parent's.
    """

    known: Classification
    year: int | None
    beyond: bool = False
    by_name: dict[str, list[tuple[Statement, Row]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    by_code: dict[str, list[tuple[Statement, Row]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    misplaced: set[int] = field(default_factory=set)
    _judged: dict[tuple[str, str], Judgement] = field(default_factory=dict)

    def add(self, statement: Statement) -> None:
        """Take note of the codes that a statement prints."""
        rows = coded_rows(statement)
        for row in rows:
            if well_formed(row.printed_code, self.known.axis):
                self.by_name[name_key(row.label)].append((statement, row))
                self.by_code[row.printed_code].append((statement, row))
        for _, block in groupby(rows, key=lambda row: row.block):
            self.misplaced |= _misplaced(list(block))

    def judge(self, code: str, name: str) -> Judgement:
        """What the official list says of a code with its name."""
        key = (code, name_key(name))
        if key not in self._judged:
            self._judged[key] = judge(self.known, code, name, self.year)
        return self._judged[key]

    def confirms(self, code: str, name: str) -> bool:
        """Whether the official list has this code with this name."""
        return self.judge(code, name).right

    def name_of(self, code: str) -> str:
        """What the list, or else a table, calls a code; empty where neither has one name for it."""
        names = {each.name for each in self.known.of(code, self.year)}
        names = names or {row.label for _, row in self.by_code.get(code, ())}
        return names.pop() if len(names) == 1 else ""

    def lists_all(self, code: str) -> bool:
        """Whether all that stands below the nearest known parent of a code is known."""
        parent = self.known.parent_code(code)
        while parent and not self.known.of(parent):
            parent = self.known.parent_code(parent)
        return self.known.complete_below(parent)

    def elsewhere(self, statement: Statement, code: str) -> list[tuple[Statement, Row]]:
        """The rows with this code in other tables."""
        return [pair for pair in self.by_code.get(code, ()) if pair[0] is not statement]

    def meant(self, statement: Statement, row: Row, present: Iterable[str]) -> str | None:
        """The code that other tables print for this row's name and this table does not have.

        None where it is the other tables' code that looks wrong.
        """
        taken = set(present)
        found: dict[str, list[Row]] = defaultdict(list)
        for where, other in self.by_name.get(name_key(row.label), ()):
            if where is not statement and other.printed_code not in taken:
                found[other.printed_code].append(other)
        confirmed = self.confirms(row.printed_code, row.label)
        in_place = id(row) not in self.misplaced and bool(row.printed_code)
        likely = [
            code
            for code, rows in found.items()
            if not (in_place and all(id(other) in self.misplaced for other in rows))
            and not (in_place and confirmed and not self.confirms(code, row.label))
        ]
        return max(likely, key=lambda code: likeness(code, row.printed_code), default=None)

    def undecided(self, row: Row, meant: Sequence[tuple[Statement, Row]]) -> bool:
        """Whether one print stands against one, both in their places and both in the list, or
        both not."""
        if len(meant) != 1 or self.misplaced & {id(row), id(meant[0][1])}:
            return False
        return self.confirms(row.printed_code, row.label) == self.confirms(
            meant[0][1].printed_code, row.label
        )


def _misplaced(rows: Sequence[Row]) -> set[int]:
    """The rows whose printed code does not ascend, or does not begin with its parent's."""
    kept = longest_ascending([padded(row.printed_code) for row in rows])
    wrong = {id(row) for n, row in enumerate(rows) if n not in kept}
    above: dict[int, str] = {}
    for row in rows:
        code = row.printed_code
        above = {level: c for level, c in above.items() if level < len(code)}
        if len(code) > 3 and not code.startswith(above.get(len(code) - 2, "")):
            wrong.add(id(row))
        above[len(code)] = code
    return wrong
