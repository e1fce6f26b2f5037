"""Lines of the 收支总表 that stand among the classes of expenditure and are no class."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from budgetlint.disclosure.numerals import leading_ordinal, strip_ordinal
from budgetlint.fold import fold, tidy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from budgetlint.disclosure.tables.rows import Row
    from budgetlint.disclosure.tables.statements import Statement
    from budgetlint.location import Location
    from budgetlint.taxonomy.subjects import Classification, Subject

_SIDE = "expenditure-item"
_CLASS_LENGTH = 3


@dataclass(frozen=True)
class SummaryLine:
    """A line with the name of a 款 or 项; ``subjects`` are all that have the name."""

    name: str
    location: Location
    subjects: tuple[Subject, ...]


def _label(row: Row) -> str:
    return tidy(row.cells[_SIDE].text) if _SIDE in row.cells else ""


def _style(row: Row) -> str:
    ordinal = leading_ordinal(fold(_label(row)))
    return ordinal.style if ordinal else ""


def class_rows(statement: Statement) -> list[Row]:
    """The rows that print a class of functional expenditure."""
    return [row for row in statement.rows if row.keys.get(_SIDE, "").isdigit()]


def class_names(statement: Statement) -> Iterator[tuple[str, Location]]:
    """The names of classes that a summary prints, with their places."""
    for row in class_rows(statement):
        yield strip_ordinal(fold(_label(row))), _location(statement, row)


def lines_of_no_class(
    statements: Sequence[Statement], functions: Classification
) -> Iterator[SummaryLine]:
    """The lines with the name of a 款 or 项 that are counted on among the classes.

    A line that is numbered otherwise than the classes may well be an item of one of them.
    """
    for statement in statements:
        styles = {_style(row) for row in class_rows(statement)}
        for row in statement.rows:
            if not row.keys.get(_SIDE, "").startswith("line:") or _style(row) not in styles:
                continue
            name = strip_ordinal(fold(_label(row)))
            subjects = functions.named(name)
            if subjects and all(len(each.code) > _CLASS_LENGTH for each in subjects):
                yield SummaryLine(name, _location(statement, row), subjects)


def _location(statement: Statement, row: Row) -> Location:
    amount = next(c for c in statement.columns if c and c.of == _SIDE)
    label = _label(row)
    place = statement.location(row, amount)
    return replace(
        place, column_label=statement.column(_SIDE).title, text=label, mark=(0, len(label)),
        position=row.cells[_SIDE].position(),
    )  # fmt: skip
