"""Honest documents about goals, purchases, 三公, staff and figures, each in a form of its own: an
officer would call none of it wrong, so nothing but hints is reported, in text and in Word."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from as_word import as_word
from linting import lint, lint_text

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


@pytest.mark.parametrize(
    ("document", "old", "new", "rule"),
    [
        ("goals-units-column-2025", "| 3200 | 人 |", "| 3200 | |", "BL841"),
        ("goals-units-column-2025", "| 98 | % |", "| 98 | 小时 |", "BL828"),
        ("goals-year-and-period-2025", "农户满意度达到90%", "农户满意度达到80%", "BL830"),
        ("goals-year-and-period-2025", "≤100万元", "≤120万元", "BL831"),
        ("goals-outer-costs-2024", "380元/人·天以内", "380人以内", "BL829"),
        ("offices-2025", "行政人员28人", "行政人员38人", "BL503"),
        ("reasons-merged-2024", "上年增加3.00万元", "上年增加3.50万元", "BL50"),
        ("final-school-in-yuan-2023", "8,000,000.00", "8,100,000.00", "BL303"),
    ],
)  # fmt: skip
def test_what_is_mistyped_in_one_is_found(
    document: str, old: str, new: str, rule: str, tmp_path: Path
) -> None:
    text = (FOLDER / f"{document}.txt").read_text(encoding="utf-8")
    assert text.count(old) == 1
    found = lint_text(text.replace(old, new), tmp_path).findings
    assert [f.rule for f in found if f.rule.startswith(rule)] != []
