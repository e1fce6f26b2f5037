"""Honest documents about goals, purchases, 三公, staff and figures, each in a form of its own: an
officer would call none of it wrong, so nothing but hints is reported, in text and in Word."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from as_word import as_word
from linting import lint

from budgetlint.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from budgetlint.finding import Finding

FOLDER = Path(__file__).parent / "honest"
DOCUMENTS = sorted(FOLDER.glob("*.txt"))


def alarms(findings: Iterable[Finding]) -> list[str]:
    """The messages of what is more than a hint."""
    return [f.message for f in findings if f.severity is not Severity.INFO]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_an_honest_document_raises_no_alarm(path: Path) -> None:
    assert alarms(lint(path).findings) == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_nor_does_it_in_word(path: Path, tmp_path: Path) -> None:
    assert alarms(lint(as_word(path, tmp_path)).findings) == []
