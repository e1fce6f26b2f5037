"""The costs that matter, as ratios measured in one run: absolute times say nothing elsewhere.

    python benchmarks/run.py [N]

Prints one line for each ratio with the median of N rounds (15 by default), its baseline and its
limit. The exit code is 1 if a limit is passed. The rounds of both sides alternate, so that a slow
moment of the machine hits both. The document is that of the fictional department, shortened to 21
sparse pages: about as much as 15 of a real one.
"""

from __future__ import annotations

import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

import pdf
from ratios import Ratio, median, process, shown, timed

from budgetlint.disclosure.diagnosis.defects import diagnose
from budgetlint.document import Document, Table
from budgetlint.linter import check_disclosure, understand_file
from budgetlint.readers import read
from budgetlint.registry import all_rules
from budgetlint.settings import Settings

if TYPE_CHECKING:
    from budgetlint.disclosure.diagnosis.defects import Diagnosis
    from budgetlint.disclosure.diagnosis.relations import RelationSet

ROUNDS = 15
ROOT = Path(__file__).resolve().parent.parent
LEFT_OUT = (
    *(f"dept/t{number}" for number in (2, 3, 4)),
    *(f"dept/s5/goals{number}" for number in range(1, 7)),
)


def write_document(folder: Path) -> Path:
    """A docx of 21 sparse pages: the department part, without three tables and project goals."""
    sys.path.insert(0, str(ROOT / "tests"))
    from fictional.model import Options, build  # noqa: PLC0415 (lies beside the tests)
    from fictional.render_docx import render_docx  # noqa: PLC0415

    printed = build(Options(unit_part=False))
    for block in LEFT_OUT:
        printed = printed.without(block)
    path = folder / "budget.docx"
    path.write_bytes(render_docx(printed))
    return path


def pages(document: Document) -> int:
    """How many pages a document has by its rendered page breaks."""
    return max(
        (block.position if isinstance(block, Table) else block.position()).page or 0
        for block in document.blocks
    )


class Diagnosed:
    """Times the diagnosis, which runs inside of understanding, on its own."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self, relations: RelationSet) -> Diagnosis:
        """Diagnose, and remember how long it took."""
        start = time.perf_counter()
        found = diagnose(relations)
        self.seconds = time.perf_counter() - start
        return found


def rules_against_reading(document: Path, rounds: int) -> tuple[float, float]:
    """The medians of rules with diagnosis, and of reading with understanding without it."""
    settings, rules, diagnosed = Settings(), all_rules(), Diagnosed()
    pairs = []
    with patch("budgetlint.disclosure.diagnose", diagnosed):
        for _ in range(rounds + 1):
            whole = timed(partial(understand_file, document, settings))
            diagnosis = diagnosed.seconds
            found = understand_file(document, settings)
            check = partial(check_disclosure, found, "x", settings, rules=rules)
            pairs.append((timed(check) + diagnosis, whole - diagnosis))
    return median(pairs[1:])


def processes(document: Path) -> list[Ratio]:
    """What is measured in processes of their own."""
    return [
        Ratio(
            "budgetlint --version",
            "a process that imports click",
            2.0,
            process("-m", "budgetlint", "--version"),
            process("-c", "import click"),
        ),
        Ratio(
            "budgetlint check",
            "a process that imports python-docx and opens the document",
            5.0,
            process("-m", "budgetlint", "check", str(document)),
            process("-c", f"import docx; docx.Document({str(document)!r})"),
        ),
    ]


def main() -> int:
    """Measure and print; 1 if a limit is passed."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    with tempfile.TemporaryDirectory() as folder:
        document = write_document(Path(folder))
        print(
            f"{pages(read(document))} pages, {document.stat().st_size // 1024} KB, {rounds} rounds"
        )
        kept = [
            shown(each.name, each.baseline, each.limit, each.measure(rounds))
            for each in (*processes(document), *pdf.ratios(Path(folder)))
        ]
        seconds = rules_against_reading(document, rounds)
        kept.append(shown("rules and diagnosis", "reading and understanding", 1.0, seconds))
    return int(not all(kept))


if __name__ == "__main__":
    sys.exit(main())
