"""Which code was meant by a wrong one: the likeliest slip over code, name and place together.

Every candidate costs the slips that explain what is printed: digits of the code, characters of
the name, and rows around it that would not fit. The cheapest one was meant, if it is the only
cheapest and cheaper than taking the printed code for right and the name for wrong.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.edits import edits
from budgetlint.disclosure.subjects import name_key
from budgetlint.disclosure.tables.codes_evidence import padded, well_formed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from budgetlint.disclosure.tables.codes_evidence import Evidence
    from budgetlint.disclosure.tables.rows import Row
    from budgetlint.disclosure.tables.statements import Statement

_ANOTHER_NAME = 4
_ANOTHER_BOOK = 2
_WRONG_PARENT = 2
_OUT_OF_ORDER = 1
_MOST_SLIPS = 3
_WITNESS = 4
_DIGITS = "0123456789"


class Meaning:
    """Finds the codes that the wrong ones of a table stand for."""

    def __init__(self, statement: Statement, evidence: Evidence, rows: Sequence[Row]) -> None:
        self.statement = statement
        self.evidence = evidence
        self.rows = rows
        self._at = {id(row): n for n, row in enumerate(rows)}

    def of(self, row: Row) -> str | None:
        """The code that was meant by a row; None where the print may stand or it is ambiguous."""
        taken = {code for r in self.rows if r is not row for code in (r.printed_code, r.code)}
        found = sorted(
            (cost, code)
            for code in self._candidates(row) - taken - {row.printed_code}
            if (cost := self._cost(row, code)) is not None
        )
        if not found or (len(found) > 1 and found[0][0] == found[1][0]):
            return None
        least, likely = found[0]
        return likely if least < self._cost_as_printed(row) else None

    def _candidates(self, row: Row) -> set[str]:
        """The codes that other tables and the official list have for the name, and those of the
        list that are one slip away."""
        known, year, key = self.evidence.known, self.evidence.year, name_key(row.label)
        found = {other.printed_code for _, other in self.evidence.by_name.get(key, ())}
        found |= {each.code for each in known.named(key, year)}
        found |= {code for code in _one_slip_away(row.printed_code) if known.of(code, year)}
        return {code for code in found if well_formed(code, known.axis)}

    def _cost(self, row: Row, code: str) -> int | None:
        """The slips that make the print of a row from ``code``; None for no resemblance."""
        slips = edits(row.printed_code, code) if row.printed_code else 0
        if self._of_no_class(row.printed_code):
            slips = min(slips, _ANOTHER_BOOK)
        if slips > _MOST_SLIPS:
            return None
        name = self._name_cost(row.label, code)
        if name > self._most_in_name(row):
            return None
        misfit = self._misfit(row, code)
        if slips + misfit > _MOST_SLIPS:
            return None
        return slips + name + misfit - _WITNESS * self._witnessed(code, name_key(row.label))

    def _most_in_name(self, row: Row) -> int:
        """How many characters of the name may be wrong beside the code: none where the list has
        the printed code, for then the name would only be another one of it."""
        if self.evidence.known.of(row.printed_code, self.evidence.year):
            return 0
        return max(1, len(name_key(row.label)) // 3)

    def _cost_as_printed(self, row: Row) -> int:
        """The slips that explain the print if its code is right; a name that is the exact name of
        another code is less likely a slip than a digit is."""
        code = row.printed_code
        if not well_formed(code, self.evidence.known.axis):
            return 2 * _ANOTHER_NAME
        name = min(self._name_cost(row.label, code), _ANOTHER_NAME)
        if not self.evidence.known.of(code, self.evidence.year) and self.evidence.lists_all(code):
            name = _ANOTHER_NAME
        called = {name_key(each.name) for each in self.evidence.known.of(code, self.evidence.year)}
        witness = _WITNESS * any(self._witnessed(code, each) for each in called)
        return name + (name > 0) + self._misfit(row, code) - witness

    def _of_no_class(self, code: str) -> bool:
        """Whether a code is none of this classification: it may be that of another one."""
        return len(code) > 3 and code.isdigit() and not self.evidence.known.of(code[:3])

    def _witnessed(self, code: str, key: str) -> bool:
        """Whether another table prints a code with a name."""
        return any(
            where is not self.statement and row.printed_code == code
            for where, row in self.evidence.by_name.get(key, ())
        )

    def _name_cost(self, label: str, code: str) -> int:
        """The slips between a name and what the list, or else another table, calls the code."""
        key = name_key(label)
        official = self.evidence.known.of(code, self.evidence.year)
        names = {name_key(each.name) for each in official} or {
            name_key(row.label) for _, row in self.evidence.elsewhere(self.statement, code)
        }
        if not key or key in names or self.evidence.confirms(code, label):
            return 0 if key else 1
        return min((edits(key, name) for name in names), default=_ANOTHER_NAME)

    def _misfit(self, row: Row, code: str) -> int:
        """How badly ``code`` would fit between the rows around: parent, children, neighbours."""
        before = next(self._codes(row, -1), "")
        after = next(self._codes(row, 1), "")
        holder = next((each for each in self._codes(row, -1) if len(each) < len(code)), "")
        orphan = len(code) > 3 and code[:-2] != holder
        deserted = len(after) > len(code) and not after.startswith(code)
        too_late = before != "" and padded(before) >= padded(code)
        too_early = after != "" and padded(after) <= padded(code)
        return _WRONG_PARENT * (orphan + deserted) + _OUT_OF_ORDER * (too_late + too_early)

    def _codes(self, row: Row, step: int) -> Iterator[str]:
        """The codes of the rows before (-1) or after (1) a row of the same block, nearest first."""
        n = self._at[id(row)] + step
        while 0 <= n < len(self.rows) and self.rows[n].block == row.block:
            if self.rows[n].code.isdigit():
                yield self.rows[n].code
            n += step


def _one_slip_away(code: str) -> Iterator[str]:
    """The codes that one changed, added, lost or swapped digit makes."""
    for n in range(len(code) + 1):
        head, tail = code[:n], code[n:]
        yield head + tail[1:]
        yield head + tail[1:2] + tail[:1] + tail[2:]
        for digit in _DIGITS:
            yield head + digit + tail[1:]
            yield head + digit + tail
