"""Classification codes: what is wrong with a printed code, and which code was meant.

Sums and comparisons between tables go by the code that was meant, so that one mistyped code is
one defect and not a dozen broken sums. What was meant is known where the other tables print the
same name with another code, or from the place of the row among its neighbours.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from enum import Enum
from itertools import groupby
from typing import TYPE_CHECKING

from budgetlint.disclosure.sequence import longest_ascending
from budgetlint.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from budgetlint.disclosure.tables.rows import Row
    from budgetlint.disclosure.tables.statements import Statement
    from budgetlint.taxonomy.subjects import CodeBook

_LENGTHS = {"function": (3, 5, 7), "economic": (3, 5)}
_LOOKALIKES = str.maketrans({"O": "0", "o": "0", "Q": "0", "l": "1", "I": "1", "|": "1"})
_LIKE_ENOUGH = 0.5
_ASCII_DIGITS = re.compile(r"[0-9]+")


class CodeFault(Enum):
    """What can be wrong with a code by its form and place; the first that applies is reported."""

    MISSING = "missing"
    FULL_WIDTH = "full-width"
    NON_DIGIT = "non-digit"
    LENGTH = "length"
    DUPLICATE = "duplicate"
    TWO_NAMES = "two-names"
    WRONG_CODE = "wrong-code"
    WRONG_PARENT = "wrong-parent"
    PARENT_MISSING = "parent-missing"
    ORDER = "order"


@dataclass(frozen=True, eq=False)
class CodeDefect:
    """One faulty code. ``likely`` is the code that was meant, where that is known.

    ``others`` are the rows that show what is wrong: the parent, the twin, the same code elsewhere.
    """

    fault: CodeFault
    statement: Statement
    row: Row
    likely: str | None = None
    others: tuple[tuple[Statement, Row], ...] = ()


@dataclass
class _Evidence:
    """Where each code and each name of one classification occurs, over all tables."""

    by_name: dict[str, list[tuple[Statement, Row]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    by_code: dict[str, list[tuple[Statement, Row]]] = field(
        default_factory=lambda: defaultdict(list)
    )

    misplaced: set[int] = field(default_factory=set)

    def meant(self, statement: Statement, row: Row, present: set[str]) -> str | None:
        """The code that other tables print for this row's name and this table does not have.

        None where it is the other tables' code that looks wrong.
        """
        found: dict[str, list[Row]] = defaultdict(list)
        for where, other in self.by_name.get(fold(row.label), ()):
            if where is not statement and other.printed_code not in present:
                found[other.printed_code].append(other)
        in_place = id(row) not in self.misplaced and bool(row.printed_code)
        likely = [
            code
            for code, rows in found.items()
            if not (in_place and all(id(other) in self.misplaced for other in rows))
        ]
        return max(likely, key=lambda code: _likeness(code, row.printed_code), default=None)

    def undecided(self, row: Row, meant: list[tuple[Statement, Row]]) -> bool:
        """Whether one print stands against one, both in their places."""
        return len(meant) == 1 and not self.misplaced & {id(row), id(meant[0][1])}

    def elsewhere(self, statement: Statement, code: str) -> list[tuple[Statement, Row]]:
        """The rows with this code in other tables."""
        return [pair for pair in self.by_code.get(code, ()) if pair[0] is not statement]


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _well_formed(code: str, axis: str) -> bool:
    return bool(_ASCII_DIGITS.fullmatch(code)) and len(code) in _LENGTHS[axis]


def _coded_rows(statement: Statement) -> list[Row]:
    return [row for row in statement.rows if row.has_code]


def _misplaced(rows: Sequence[Row]) -> set[int]:
    """The rows whose printed code does not ascend, or does not begin with its parent's."""
    kept = longest_ascending([row.printed_code.ljust(7, "0") for row in rows])
    wrong = {id(row) for n, row in enumerate(rows) if n not in kept}
    above: dict[int, str] = {}
    for row in rows:
        code = row.printed_code
        above = {level: c for level, c in above.items() if level < len(code)}
        if len(code) > 3 and not code.startswith(above.get(len(code) - 2, "")):
            wrong.add(id(row))
        above[len(code)] = code
    return wrong


def resolve_codes(
    statements: Iterable[Statement], book: CodeBook, year: int | None
) -> list[CodeDefect]:
    """Set the code each row stands for, and return what is wrong with the printed ones.

    ``year`` is the fiscal year; None where it is not known.
    """
    tables = [s for s in statements if s.by_code]
    evidence: dict[str, _Evidence] = {"function": _Evidence(), "economic": _Evidence()}
    for statement in tables:
        axis = statement.spec.rows["code"]
        for row in _coded_rows(statement):
            if _well_formed(row.printed_code, axis):
                evidence[axis].by_name[fold(row.label)].append((statement, row))
                evidence[axis].by_code[row.printed_code].append((statement, row))
        for _, rows in groupby(_coded_rows(statement), key=lambda row: row.block):
            evidence[axis].misplaced |= _misplaced(list(rows))
    defects: list[CodeDefect] = []
    for statement in tables:
        axis = statement.spec.rows["code"]
        defects += _Resolver(statement, axis, evidence[axis]).resolve()
    defects += _two_names(tables, {id(defect.row) for defect in defects})
    return sorted(defects, key=lambda d: (d.statement.block, d.row.number))


class _Resolver:
    """Resolves the codes of one table."""

    def __init__(self, statement: Statement, axis: str, evidence: _Evidence) -> None:
        self.statement = statement
        self.axis = axis
        self.evidence = evidence
        self.rows = _coded_rows(statement)
        self.by_printed: dict[str, list[Row]] = defaultdict(list)
        for row in self.rows:
            self.by_printed[row.printed_code].append(row)
        self.present = set(self.by_printed)
        self.defects: dict[int, CodeDefect] = {}

    def resolve(self) -> Iterator[CodeDefect]:
        for row in self.rows:
            self._form(row)
        for row in self.rows:
            self._replace_by_evidence(row)
        self._by_descendants()
        self._duplicates()
        self._parents()
        self._order()
        for row in self.rows:
            row.keys["code"] = "" if row.repeats else row.code
        return iter(self.defects.values())

    def _report(
        self,
        fault: CodeFault,
        row: Row,
        likely: str | None = None,
        others: Sequence[tuple[Statement, Row]] = (),
    ) -> None:
        self.defects.setdefault(
            id(row), CodeDefect(fault, self.statement, row, likely, tuple(others))
        )

    def _form(self, row: Row) -> None:
        printed = row.printed_code
        if _well_formed(printed, self.axis):
            row.code = printed
            return
        plain = fold(printed)
        mended = plain.translate(_LOOKALIKES)
        if _well_formed(mended, self.axis) and mended not in self.present:
            row.code = likely = mended
        else:
            likely = self.evidence.meant(self.statement, row, self.present) or ""
            row.code = likely or f"?{row.number}"
        self._report(self._form_fault(printed, plain), row, likely or None)

    @staticmethod
    def _form_fault(printed: str, plain: str) -> CodeFault:
        if not printed:
            return CodeFault.MISSING
        if not _ASCII_DIGITS.fullmatch(plain):
            return CodeFault.NON_DIGIT
        return CodeFault.FULL_WIDTH if plain != printed else CodeFault.LENGTH

    def _replace_by_evidence(self, row: Row) -> None:
        """No other table has this code, but they have its name with a code missing here."""
        twins = [r for r in self.by_printed[row.printed_code] if r is not row]
        if row.code != row.printed_code or not row.label:
            return
        if not twins and self.evidence.elsewhere(self.statement, row.code):
            return
        meant = self.evidence.meant(self.statement, row, self.present)
        if meant is None or (len(meant) != len(row.code) and not twins):
            return
        at = self.rows.index(row)
        if meant.startswith(row.code) and any(self.rows.index(twin) > at for twin in twins):
            return  # a parent and its child of the same name: the child, below, is the wrong one
        others = self.evidence.elsewhere(self.statement, meant)
        undecided = not twins and self.evidence.undecided(row, others)
        if undecided and others[0][0].block > self.statement.block:
            return
        same_parent = meant[:-2] == row.code[:-2]
        fault = CodeFault.WRONG_CODE if same_parent else CodeFault.WRONG_PARENT
        same_code = [(self.statement, twin) for twin in twins]
        self._report(fault, row, None if undecided else meant, [*others[:1], *same_code])
        row.code = meant

    def _by_descendants(self) -> None:
        """A class or division whose children all share another prefix is itself mistyped."""
        for n, row in enumerate(self.rows):
            level = len(row.code)
            if id(row) in self.defects or not row.code.isdigit():
                continue
            below: list[str] = []
            for child in self.rows[n + 1 :]:
                if len(child.code) <= level:
                    break
                below.append(child.code[:level])
            if not below or len(set(below)) > 1 or not below[0].isdigit():
                continue
            taken = any(r.code == below[0] for r in self.rows)
            if not taken and _likeness(below[0], row.code) > _LIKE_ENOUGH:
                first = (self.statement, self.rows[n + 1])
                self._report(CodeFault.WRONG_PARENT, row, below[0], [first])
                row.code = below[0]

    def _duplicates(self) -> None:
        first: dict[str, Row] = {}
        for row in self.rows:
            if not row.code.isdigit():
                continue
            twin = first.setdefault(row.code, row)
            if twin is row or id(row) in self.defects:
                continue
            if fold(twin.label) == fold(row.label):
                self._report(CodeFault.DUPLICATE, row, None, [(self.statement, twin)])
                row.code = f"{row.code}#{row.number}"
                row.repeats = _amounts(self.statement, twin) == _amounts(self.statement, row)
            else:
                wrong, right = self._mistyped(twin, row)
                self._report(CodeFault.TWO_NAMES, wrong, None, [(self.statement, right)])
                wrong.code = f"?{wrong.number}"
        self._repeated_totals()

    def _mistyped(self, one: Row, other: Row) -> tuple[Row, Row]:
        """Of two rows with one code and two names, the one out of its place, and the other."""
        if id(one) in self.evidence.misplaced and id(other) not in self.evidence.misplaced:
            return one, other
        return other, one

    def _repeated_totals(self) -> None:
        totals = [row for row in self.statement.rows if row.is_total]
        for row in totals[1:]:
            self._report(CodeFault.DUPLICATE, row, None, [(self.statement, totals[0])])
            row.repeats = _amounts(self.statement, totals[0]) == _amounts(self.statement, row)
            row.code = row.keys["code"] = "" if row.repeats else f"total#{row.number}"

    def _parents(self) -> None:
        codes = {row.code: row for row in self.rows}
        above: dict[int, Row] = {}
        for row in self.rows:
            level = len(row.code)
            if not row.code.isdigit():
                continue
            above = {lv: r for lv, r in above.items() if lv < level}
            holder = above.get(level - 2)
            above[level] = row
            prefix = row.code[: level - 2]
            if level == 3 or (holder and holder.code == prefix):
                continue
            others = [(self.statement, holder)] if holder else []
            if prefix in codes:
                if id(codes[prefix]) not in self.defects:
                    self._report(CodeFault.ORDER, row, None, [(self.statement, codes[prefix])])
            elif self._parent_left_out(row, prefix, holder):
                if prefix not in self.statement.missing_codes:
                    self._report(CodeFault.PARENT_MISSING, row, None, others)
                self.statement.missing_codes.add(prefix)
            else:
                self._report(CodeFault.WRONG_PARENT, row, None, others)

    def _parent_left_out(self, row: Row, prefix: str, holder: Row | None) -> bool:
        """Whether the parent's row is missing, and not the row's own code wrong."""
        if self.evidence.elsewhere(self.statement, prefix) or holder is None:
            return True
        return (len(prefix) == 5 and holder.code[:3] == prefix[:3]) or self._ascends(row)

    def _ascends(self, row: Row) -> bool:
        """Whether the code of a row lies between those of its neighbours."""
        n = self.rows.index(row)
        near = [r.code for r in self.rows[max(0, n - 1) : n + 2] if r.code.isdigit()]
        padded = [code.ljust(7, "0") for code in near]
        return len(padded) > 1 and padded == sorted(padded)

    def _order(self) -> None:
        """Siblings ascend; those outside the longest ascending run stand in the wrong place."""
        siblings: dict[tuple[int, str], list[Row]] = defaultdict(list)
        for row in self.rows:
            if row.code.isdigit() and id(row) not in self.defects:
                parent = row.code[: len(row.code) - 2] if len(row.code) > 3 else ""
                siblings[row.block, parent].append(row)
        for rows in siblings.values():
            kept = longest_ascending([row.code for row in rows])
            for n, row in enumerate(rows):
                if n not in kept:
                    self._report(CodeFault.ORDER, row)


def _amounts(statement: Statement, row: Row) -> list[str]:
    """The folded texts of a row's amounts."""
    roles = [c.role for c in statement.columns if c and c.kind == "amount"]
    return [fold(row.cells[role].text) if role in row.cells else "" for role in roles]


def _two_names(tables: Sequence[Statement], known: set[int]) -> Iterator[CodeDefect]:
    """One code printed with different names in different tables: the rarer name is reported."""
    uses: dict[tuple[str, str], dict[str, list[tuple[Statement, Row]]]] = {}
    for statement in tables:
        for row in _coded_rows(statement):
            if row.code.isdigit() and row.label and id(row) not in known:
                key = (statement.spec.rows["code"], row.code)
                uses.setdefault(key, {}).setdefault(fold(row.label), []).append((statement, row))
    for names in uses.values():
        if len(names) < 2:
            continue
        ranked = sorted(names.values(), key=lambda rows: (len(rows), -rows[0][0].block))
        usual = ranked.pop()
        for rows in ranked:
            statement, row = rows[0]
            yield CodeDefect(CodeFault.TWO_NAMES, statement, row, None, (*rows[1:], usual[0]))
