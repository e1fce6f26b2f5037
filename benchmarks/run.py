"""The costs that matter, as ratios measured in one run: absolute times say nothing elsewhere.

    python benchmarks/run.py [N]

Prints one line for each ratio with the median of N rounds (15 by default), its baseline and its
limit. The exit code is 1 if a limit is passed. The rounds of both sides alternate, so that a slow
moment of the machine hits both.
"""

from __future__ import annotations

import gc
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from docx import Document as WordDocument

from budgetlint.linter import check_disclosure, understand_file
from budgetlint.registry import all_rules
from budgetlint.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 15
ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "clean.docx"


@dataclass(frozen=True)
class Ratio:
    """Something that may cost at most ``limit`` times its baseline."""

    name: str
    baseline: str
    limit: float
    subject: Callable[[], None]
    reference: Callable[[], None]

    def measure(self, rounds: int) -> tuple[float, float]:
        """The medians of subject and baseline in seconds."""
        self.subject()
        self.reference()
        pairs = [(timed(self.subject), timed(self.reference)) for _ in range(rounds)]
        return statistics.median(p[0] for p in pairs), statistics.median(p[1] for p in pairs)


def timed(work: Callable[[], None]) -> float:
    """How long ``work`` takes, without the garbage of what ran before."""
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def process(*arguments: str) -> Callable[[], None]:
    """A Python process with these arguments; exit code 1 (findings) is as good as 0."""

    def run() -> None:
        result = subprocess.run(
            [sys.executable, *arguments],
            cwd=tempfile.gettempdir(),
            capture_output=True,
            check=False,
        )
        if result.returncode not in (0, 1):
            raise RuntimeError(result.stderr.decode(errors="replace"))

    return run


def pages(path: Path) -> int:
    """How many pages Word would show, by its page breaks and by 30 lines to a page."""
    document = WordDocument(str(path))
    rows = sum(len(table.rows) for table in document.tables)
    return max(1, (len(document.paragraphs) + rows) // 30)


def ratios(document: Path) -> list[Ratio]:
    """Everything that is measured."""
    settings, rules = Settings(), all_rules()
    disclosure = understand_file(document, settings.max_file_size)
    open_docx = f"import docx; docx.Document({str(document)!r})"
    return [
        Ratio(
            "budgetlint --version",
            "a process that imports click",
            2.0,
            process("-m", "budgetlint", "--version"),
            process("-c", "import click"),
        ),
        Ratio(
            f"budgetlint check ({pages(document)} pages)",
            "a process that imports python-docx and opens the document",
            3.0,
            process("-m", "budgetlint", "check", str(document)),
            process("-c", open_docx),
        ),
        Ratio(
            f"all {len(rules)} rules",
            "reading and understanding",
            1.0,
            lambda: void(check_disclosure(disclosure, document, "x", settings, rules=rules)),
            lambda: void(understand_file(document, settings.max_file_size)),
        ),
    ]


def void(_result: object) -> None:
    """Throw a result away."""


def main() -> int:
    """Measure and print; 1 if a limit is passed."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    failed = False
    for ratio in ratios(EXAMPLE):
        subject, reference = ratio.measure(rounds)
        found = subject / reference
        failed |= found > ratio.limit
        verdict = "ok" if found <= ratio.limit else "TOO SLOW"
        print(
            f"{found:5.2f} x  (limit {ratio.limit:.1f}, {verdict})  {ratio.name}  "
            f"{subject * 1000:.0f} ms  against  {ratio.baseline}  {reference * 1000:.0f} ms"
        )
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
