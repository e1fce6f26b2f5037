"""What reading a PDF costs against pdfminer.six and its default layout analysis."""

from __future__ import annotations

import sys
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ratios import Ratio, process

from budgetlint.readers import read

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
REAL = ROOT.parent / "shared" / "pdf"
EXTRACT = "from pdfminer.high_level import extract_pages; sum(1 for _ in extract_pages({!r}))"


def documents(folder: Path) -> Iterator[Path]:
    """The fictional department with all its trouble (54 pages), and real files where they lie
    beside the project."""
    sys.path.insert(0, str(ROOT / "tests"))
    from fictional.model import build  # noqa: PLC0415 (lies beside the tests)
    from fictional.render_pdf import UNKIND, render_pdf  # noqa: PLC0415

    path = folder / "budget.pdf"
    path.write_bytes(render_pdf(build(), replace(UNKIND, foot=180.0)))
    yield path
    yield from sorted(REAL.glob("*.pdf"))


def extract_pages(path: Path) -> None:
    """The baseline: every page laid out by pdfminer."""
    from pdfminer import high_level  # noqa: PLC0415 (only the baseline pays for it)

    for _ in high_level.extract_pages(path):
        pass


def ratios(folder: Path) -> Iterator[Ratio]:
    """Reading, and the whole process, for each document."""
    for path in documents(folder):
        yield Ratio(
            f"reading {path.name}",
            "pdfminer extract_pages",
            1.0,
            partial(read, path),
            partial(extract_pages, path),
        )
        yield Ratio(
            f"budgetlint check {path.name}",
            "a process that runs extract_pages",
            1.5,
            process("-m", "budgetlint", "check", str(path)),
            process("-c", EXTRACT.format(str(path))),
        )
