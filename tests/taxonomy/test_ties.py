"""The data on subjects that belong together names subjects that exist."""

from __future__ import annotations

import pytest

from budgetlint.finding import Severity
from budgetlint.taxonomy.subjects import FIRST_YEAR, LAST_YEAR, CodeBook
from budgetlint.taxonomy.ties import Tie, side_of, ties

BOOK = CodeBook()
YEARS = range(FIRST_YEAR, LAST_YEAR + 1)


@pytest.mark.parametrize("tie", ties(), ids=lambda tie: "+".join(tie.functional))
def test_a_tie_holds_between_subjects_of_every_year(tie: Tie) -> None:
    for year in YEARS:
        assert all(BOOK["function"].of(code, year) for code in tie.functional)
        assert all(BOOK["economic"].of(code, year) for code in (*tie.economic, *tie.also))


@pytest.mark.parametrize("tie", ties(), ids=lambda tie: "+".join(tie.functional))
def test_a_mere_hint_says_when_the_two_sides_may_differ(tie: Tie) -> None:
    assert (Severity(tie.severity) is Severity.INFO) is bool(tie.exception)
    assert tie.reason


def test_every_economic_subject_has_a_side_but_those_that_are_never_basic_expenditure() -> None:
    without = {s.code[:3] for s in BOOK["economic"].subjects if side_of(s.code) is None}
    assert without == {"304", "305", "311", "312", "313", "399"}


@pytest.mark.parametrize(
    ("code", "side"),
    [
        ("30101", "personnel"),
        ("30399", "personnel"),
        ("30299", "operating"),
        ("31099", "operating"),
    ],
)
def test_a_subject_belongs_to_the_side_of_its_class(code: str, side: str) -> None:
    found = side_of(code)
    assert found
    assert found.side == side
