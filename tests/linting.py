"""Linting in tests: a document in, findings out, through the whole chain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fictional.render_docx import render_docx
from fictional.render_text import render_cells, render_rows

from budgetlint.catalogue import catalogue
from budgetlint.configuration import Configuration
from budgetlint.linter import check_file

if TYPE_CHECKING:
    from pathlib import Path

    from fictional.blocks import Printed

    from budgetlint.finding import Finding
    from budgetlint.report import FileReport

FORMATS = ("docx", "cells", "rows")
"""Word, and text in the cell-per-line and the row-per-line dialect."""


def lint(path: Path) -> FileReport:
    """The report of one file under the default settings."""
    settings = Configuration(catalogue()).settings_for(path)
    return check_file(path, path.name, settings)


def lint_text(text: str, folder: Path) -> FileReport:
    """The report of a text."""
    path = folder / "document.txt"
    path.write_text(text, encoding="utf-8")
    return lint(path)


def lint_printed(printed: Printed, kind: str, folder: Path) -> FileReport:
    """The report of a fictional document in one format."""
    path = folder / ("document.docx" if kind == "docx" else f"{kind}.txt")
    if kind == "docx":
        path.write_bytes(render_docx(printed))
    else:
        text = render_cells(printed) if kind == "cells" else render_rows(printed)
        path.write_text(text, encoding="utf-8", newline="")
    return lint(path)


def serious(report: FileReport) -> list[Finding]:
    """The errors and warnings of a report."""
    return [finding for finding in report.findings if finding.severity != "info"]
