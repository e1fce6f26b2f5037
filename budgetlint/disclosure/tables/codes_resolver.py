"""The codes of one table: which code each row stands for, and what is wrong with the print."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from budgetlint.disclosure.sequence import longest_ascending
from budgetlint.disclosure.subjects import Standing, name_key
from budgetlint.disclosure.tables.codes_defects import Certainty, CodeDefect, CodeFault
from budgetlint.disclosure.tables.codes_evidence import (
    coded_rows,
    likeness,
    padded,
    well_formed,
)
from budgetlint.disclosure.tables.codes_meant import Meaning
from budgetlint.disclosure.tables.codes_official import fault_by_list
from budgetlint.disclosure.tables.codes_together import interchanged, shifted
from budgetlint.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from budgetlint.disclosure.tables.codes_evidence import Evidence
    from budgetlint.disclosure.tables.rows import Row
    from budgetlint.disclosure.tables.statements import Statement

_LOOKALIKES = str.maketrans({"O": "0", "o": "0", "Q": "0", "l": "1", "I": "1", "|": "1"})
_LIKE_ENOUGH = 0.5


class Resolver:
    """Resolves the codes of one table."""

    def __init__(self, statement: Statement, evidence: Evidence) -> None:
        self.statement = statement
        self.axis = evidence.known.axis
        self.evidence = evidence
        self.rows = coded_rows(statement)
        self.at = {id(row): n for n, row in enumerate(self.rows)}
        self.by_printed: dict[str, list[Row]] = defaultdict(list)
        for row in self.rows:
            self.by_printed[row.printed_code].append(row)
        self.present = set(self.by_printed)
        self.meaning = Meaning(statement, evidence, self.rows)
        self.defects: dict[int, CodeDefect] = {}
        self.settled: set[int] = set()

    def resolve(self) -> Iterator[CodeDefect]:
        """Set the code of every row; the defects."""
        for row in self.rows:
            formed = well_formed(row.printed_code, self.axis)
            row.code = row.printed_code if formed else f"?{row.number}"
        for row in self.rows:
            self._form(row)
        self._shifted()
        self._interchanged()
        for row in self.rows:
            self._replace_by_evidence(row)
        for row in self.rows:
            if self._contradicted(row):
                self._replace_by_list(row)
        self._by_descendants()
        self._duplicates()
        for row in self.rows:
            if id(row) in self.evidence.misplaced:
                self._replace_by_list(row)
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
        certainty: Certainty = Certainty.PROVEN,
        same: Sequence[Row] = (),
    ) -> None:
        judgement = self.evidence.judge(row.printed_code, row.label)
        defect = CodeDefect(
            fault, self.statement, row, judgement, likely, tuple(others), certainty,
            tuple((self.statement, each) for each in same),
            parent_name=self.evidence.name_of(row.code[:-2]),
        )  # fmt: skip
        self.defects.setdefault(id(row), defect)

    def _form(self, row: Row) -> None:
        printed = row.printed_code
        if well_formed(printed, self.axis):
            return
        plain = fold(printed)
        mended = plain.translate(_LOOKALIKES)
        likely: str | None = mended
        if not well_formed(mended, self.axis) or mended in self.present:
            meant = self.evidence.meant(self.statement, row, self.present)
            likely = meant or self.meaning.of(row)
        row.code = likely or row.code
        self._report(self._form_fault(printed, plain), row, likely)

    @staticmethod
    def _form_fault(printed: str, plain: str) -> CodeFault:
        if not printed:
            return CodeFault.MISSING
        if not (plain.isascii() and plain.isdigit()):
            return CodeFault.NON_DIGIT
        return CodeFault.FULL_WIDTH if plain != printed else CodeFault.LENGTH

    def _shifted(self) -> None:
        """A class or division with all that is below it stands under the code of another."""
        for found in shifted(self.statement, self.rows, self.evidence):
            head, right = found.head, found.right
            fault, certainty = CodeFault.WRONG_CODE, Certainty.PROVEN
            if not found.witness:
                fault, certainty = fault_by_list(
                    self.evidence, head.printed_code, head.label, right
                )
            self._report(fault, head, right, found.witness, certainty, found.below)
            for row in (head, *found.below):
                row.code = right + row.printed_code[len(right) :]
                self.settled.add(id(row))

    def _interchanged(self) -> None:
        """Two rows have each other's names; the codes are wrong if they do not ascend."""
        for row, other in interchanged(self.rows, self.evidence):
            others = [(self.statement, other)]
            self._report(CodeFault.INTERCHANGED, row, None, others, same=[other])
            self.settled |= {id(row), id(other)}
            if row.printed_code > other.printed_code:
                row.code, other.code = other.printed_code, row.printed_code

    def _replace_by_evidence(self, row: Row) -> None:
        """No other table has this code, but they have its name with a code missing here."""
        twins = [r for r in self.by_printed[row.printed_code] if r is not row]
        if id(row) in self.settled or row.code != row.printed_code or not row.label:
            return
        if not twins and self.evidence.elsewhere(self.statement, row.code):
            return
        meant = self.evidence.meant(self.statement, row, self.present)
        if meant is None or (len(meant) != len(row.code) and not twins):
            return
        at = self.at[id(row)]
        if meant.startswith(row.code) and any(self.at[id(twin)] > at for twin in twins):
            return  # a parent and its child of the same name: the child, below, is the wrong one
        others = self.evidence.elsewhere(self.statement, meant)
        undecided = not twins and self.evidence.undecided(row, others)
        if undecided and others[0][0].block > self.statement.block:
            return
        same_parent = len(meant) == 3 or meant[:-2] == row.code[:-2]
        fault = CodeFault.WRONG_CODE if same_parent else CodeFault.WRONG_PARENT
        same_code = [(self.statement, twin) for twin in twins]
        self._report(fault, row, None if undecided else meant, [*others[:1], *same_code])
        row.code = meant

    def _contradicted(self, row: Row) -> bool:
        """Whether the list has no such code, or has it with another name."""
        standing = self.evidence.judge(row.printed_code, row.label).standing
        return standing in (Standing.OTHER_NAME, Standing.UNKNOWN)

    def _replace_by_list(self, row: Row) -> None:
        """A slip makes this code of one that the list has with this name and that fits here."""
        twins = len(self.by_printed[row.printed_code]) > 1
        if id(row) in self.settled or row.code != row.printed_code or not row.label or twins:
            return
        likely = self.meaning.of(row)
        if likely is None:
            return
        holder = self._holder(row, likely)
        if holder and likely[:-2] != row.code[:-2]:
            self._report(CodeFault.WRONG_PARENT, row, likely, holder)
        elif self._contradicted(row):
            fault, certainty = fault_by_list(self.evidence, row.code, row.label, likely)
            self._report(fault, row, likely, certainty=certainty)
        else:
            return
        row.code = likely

    def _holder(self, row: Row, code: str) -> list[tuple[Statement, Row]]:
        """The row of the parent of ``code`` above a row."""
        above = self.rows[: self.at[id(row)]]
        return [(self.statement, each) for each in above if each.code == code[:-2]][-1:]

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
            if self.evidence.confirms(row.code, row.label):
                continue
            taken = any(r.code == below[0] for r in self.rows)
            if not taken and likeness(below[0], row.code) > _LIKE_ENOUGH:
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
            if name_key(twin.label) == name_key(row.label):
                self._report(CodeFault.DUPLICATE, row, None, [(self.statement, twin)])
                row.code = f"{row.code}#{row.number}"
                row.repeats = _amounts(self.statement, twin) == _amounts(self.statement, row)
            else:
                wrong, right = self._mistyped(twin, row)
                likely = self.meaning.of(wrong)
                self._report(CodeFault.TWO_NAMES, wrong, likely, [(self.statement, right)])
                wrong.code = likely or f"?{wrong.number}"
        self._repeated_totals()

    def _mistyped(self, one: Row, other: Row) -> tuple[Row, Row]:
        """Of two rows with one code and two names, the one that the list does not confirm or that
        stands out of its place, and the other."""
        first, second = (self.evidence.confirms(r.printed_code, r.label) for r in (one, other))
        if first != second:
            return (other, one) if first else (one, other)
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
        unprinted = self._unprinted_levels()
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
                if prefix not in self.statement.missing_codes | unprinted:
                    self._report(CodeFault.PARENT_MISSING, row, None, others)
                self.statement.missing_codes.add(prefix)
            else:
                self._report(CodeFault.WRONG_PARENT, row, None, others)

    def _unprinted_levels(self) -> set[str]:
        """The parents on levels of which the table prints no row at all, though it would have
        several: it is made that way."""
        codes = {row.code for row in self.rows if row.code.isdigit()}
        printed = {len(code) for code in codes}
        parents = {code[:-2] for code in codes if len(code) > 3}
        levels: dict[int, set[str]] = defaultdict(set)
        for parent in parents:
            levels[len(parent)].add(parent)
        return {
            parent
            for level, found in levels.items()
            if level not in printed and len(found) > 1
            for parent in found
        }

    def _parent_left_out(self, row: Row, prefix: str, holder: Row | None) -> bool:
        """Whether the parent's row is missing, and not the row's own code wrong."""
        if self.evidence.elsewhere(self.statement, prefix) or holder is None:
            return True
        return (len(prefix) == 5 and holder.code[:3] == prefix[:3]) or self._ascends(row)

    def _ascends(self, row: Row) -> bool:
        """Whether the code of a row lies between those of its neighbours."""
        n = self.at[id(row)]
        near = [r.code for r in self.rows[max(0, n - 1) : n + 2] if r.code.isdigit()]
        ordered = [padded(code) for code in near]
        return len(ordered) > 1 and ordered == sorted(ordered)

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
