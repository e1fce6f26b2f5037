"""Real final accounts, where they lie beside the project: every table read, nothing invented."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from linting import lint

if TYPE_CHECKING:
    from budgetlint.report import FileReport

PDFS = Path(__file__).parents[1].parent / "shared" / "pdf"
pytestmark = pytest.mark.skipif(not PDFS.is_dir(), reason="没有真实文档 shared/pdf")

REAL = "putuo-shehui-gongzuobu-2024-final.pdf"
FORM = "final-accounts-template-2024.pdf"


@cache
def report(name: str) -> FileReport:
    return lint(PDFS / name)


def test_a_blank_form_is_one_hint() -> None:
    assert [(f.rule, f.severity) for f in report(FORM).findings] == [("BL012", "info")]


def test_every_table_is_recognised_with_all_its_columns() -> None:
    coverage = report(REAL).coverage
    assert len(coverage.statements) == 9
    assert not [note for note in coverage.unread if "列" in note or "没有认出" in note]


def test_structure_and_tables_hold_throughout() -> None:
    checks = report(REAL).coverage.checks
    about = [code for code in checks if code.startswith(("BL1", "BL3", "BL4", "BL6"))]
    assert {code: checks[code].failed for code in about} == dict.fromkeys(about, 0)
    held = {code: checks[code].held for code in ("BL301", "BL302", "BL303", "BL401")}
    assert all(count >= least for count, least in zip(held.values(), (60, 64, 15, 71), strict=True))
