"""Functional and economic subjects that hold the same money, compared between the two tables of
the basic expenditure of the general public budget."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from budgetlint.disclosure.amount import judge_difference
from budgetlint.disclosure.diagnosis.relations import sum_in_yuan
from budgetlint.taxonomy.ties import ties

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from decimal import Decimal

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.facts import Fact
    from budgetlint.disclosure.structure.outline import Part
    from budgetlint.disclosure.tables.statements import Statement
    from budgetlint.taxonomy.ties import Tie

FUNCTIONAL = ("public-expenditure", "basic")
ECONOMIC = ("public-basic", "total")
"""The tables and columns with the same money: basic expenditure of the general public budget."""


@dataclass(frozen=True)
class Compared:
    """A tie in one part: the printed amounts of both sides that are not nothing."""

    tie: Tie
    functional: tuple[Fact, ...]
    economic: tuple[Fact, ...]
    holds: bool

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The amounts of both sides."""
        return self.functional + self.economic

    @property
    def severity(self) -> str:
        """The severity of a difference; some pay it all from other functional subjects."""
        return self.tie.severity if self.functional else "info"

    @property
    def difference(self) -> Decimal:
        """How much more the functional side has, in 元."""
        return sum_in_yuan(self.functional) - sum_in_yuan(self.economic)


def printed_tables(disclosure: Disclosure, part: Part) -> list[Statement]:
    """The functional and the economic table of a part; none where either is missing."""
    mine = {s.spec.id: s for s in disclosure.statements_of(part) if s.table}
    names = (FUNCTIONAL[0], ECONOMIC[0])
    return [mine[name] for name in names] if mine.keys() >= set(names) else []


def compared_ties(disclosure: Disclosure) -> Iterator[Compared]:
    """Every tie in every part that prints both tables."""
    for part in disclosure.outline.parts:
        tables = printed_tables(disclosure, part)
        for tie in ties() if tables else ():
            found = _compare(disclosure, part, tie, tables)
            if found:
                yield found


def _compare(
    disclosure: Disclosure, part: Part, tie: Tie, tables: Sequence[Statement]
) -> Compared | None:
    """The tie in a part; None where both sides are nothing, a table does not tell, or a defect
    already contradicts one of the cells."""
    cells: list[tuple[Fact, ...]] = []
    for table, column, codes in zip(
        tables, (FUNCTIONAL[1], ECONOMIC[1]), (tie.functional, tie.economic), strict=True
    ):
        if any(not _tells(table, code) for code in codes):
            return None
        cells.append(_cells(disclosure, part, table, column, codes))
    functional, economic = (tuple(c for c in side if not c.is_zero) for side in cells)
    doubtful = disclosure.diagnosis.contradicted & {*cells[0], *cells[1]}
    if doubtful or not (functional or economic):
        return None
    also = _cells(disclosure, part, tables[1], ECONOMIC[1], tie.also)
    return Compared(tie, functional, economic, _holds(functional, economic, also))


def _tells(table: Statement, code: str) -> bool:
    """Whether the table would show this subject: its rows go down to this level under the parent,
    and every row has a code that is known."""
    if any(row.has_code and not row.code.isdigit() for row in table.rows):
        return False
    codes = {row.code for row in table.rows}
    if code in codes or table.missing_codes:
        return code in codes
    parents = [code[:length] for length in (5, 3) if length < len(code)]
    level = {len(found) for found in codes if found.isdigit()}
    return len(code) in level and not any(
        parent in codes and not any(c != parent and c.startswith(parent) for c in codes)
        for parent in parents
    )


def _cells(
    disclosure: Disclosure, part: Part, table: Statement, column: str, codes: Sequence[str]
) -> tuple[Fact, ...]:
    cells = (disclosure.facts.cell(part, (table.spec.id, code, column)) for code in codes)
    return tuple(cell for cell in cells if cell)


def _holds(functional: Sequence[Fact], economic: Sequence[Fact], also: Sequence[Fact]) -> bool:
    """Whether the two sides can be the same money, each rounded for itself, or the functional one
    has more by no more than what ``also`` holds."""
    amounts = [fact.value for fact in (*functional, *economic) if fact.value]
    gap = sum_in_yuan(functional) - sum_in_yuan(economic)
    return judge_difference(gap, amounts).holds or 0 < gap <= sum_in_yuan(also)


def unequal(compared: Iterable[Compared]) -> list[list[Compared]]:
    """The ties that do not hold; a department and its only unit, with the same amounts, are one."""
    groups: dict[object, list[Compared]] = defaultdict(list)
    for each in compared:
        if not each.holds:
            groups[each.tie, tuple((f.concept, f.text) for f in each.facts)].append(each)
    return list(groups.values())
