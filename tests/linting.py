"""Linting in tests: a document in, findings out, through the whole chain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fictional.render_docx import render_docx
from fictional.render_pdf import render_pdf
from fictional.render_text import render_cells, render_rows

from budgetlint.catalogue import catalogue
from budgetlint.configuration import Configuration
from budgetlint.linter import check_file

if TYPE_CHECKING:
    from pathlib import Path

    from fictional.blocks import Printed

    from budgetlint.finding import Finding
    from budgetlint.report import FileReport

FORMATS = ("docx", "pdf", "cells", "rows")
"""Word, PDF, and text in the cell-per-line and the row-per-line dialect."""
TEXT = ("cells", "rows")


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
    return lint(write_printed(printed, kind, folder))


def write_printed(printed: Printed, kind: str, folder: Path) -> Path:
    """Write a fictional document in one format; gives the file."""
    path = folder / f"{kind}.{kind if kind in ('docx', 'pdf') else 'txt'}"
    if kind == "docx":
        path.write_bytes(render_docx(printed))
    elif kind == "pdf":
        path.write_bytes(render_pdf(printed))
    else:
        text = render_cells(printed) if kind == "cells" else render_rows(printed)
        path.write_text(text, encoding="utf-8", newline="")
    return path


def serious(report: FileReport) -> list[Finding]:
    """The errors and warnings of a report."""
    return [finding for finding in report.findings if finding.severity != "info"]
