"""What can be wrong with a classification code or with its name."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from budgetlint.disclosure.subjects import Judgement
    from budgetlint.disclosure.tables.rows import Row
    from budgetlint.disclosure.tables.statements import Statement


class CodeFault(Enum):
    """What can be wrong with a code; the first that applies to a row is reported."""

    MISSING = "missing"
    FULL_WIDTH = "full-width"
    NON_DIGIT = "non-digit"
    LENGTH = "length"
    DUPLICATE = "duplicate"
    TWO_NAMES = "two-names"
    WRONG_CODE = "wrong-code"
    WRONG_PARENT = "wrong-parent"
    PARENT_MISSING = "parent-missing"
    UNKNOWN = "unknown"
    OF_ANOTHER = "of-another"
    INTERCHANGED = "interchanged"
    OTHER_YEAR = "other-year"
    NAME = "name"
    ORDER = "order"


class Certainty(Enum):
    """How sure a defect is: proven, very probable, or worth a look."""

    PROVEN = "proven"
    PROBABLE = "probable"
    POSSIBLE = "possible"


@dataclass(frozen=True, eq=False)
class CodeDefect:
    """One faulty code. ``likely`` is the code that was meant, where that is known.

    ``others`` are the rows that show what is wrong: the parent, the twin, the same code elsewhere.
    ``judgement`` is what the official list says of the print; ``same`` are the other rows with the
    same defect. ``parent_name`` is what the parent of the printed code is called, where known.
    """

    fault: CodeFault
    statement: Statement
    row: Row
    judgement: Judgement
    likely: str | None = None
    others: tuple[tuple[Statement, Row], ...] = ()
    certainty: Certainty = Certainty.PROVEN
    same: tuple[tuple[Statement, Row], ...] = ()
    parent_name: str = ""
