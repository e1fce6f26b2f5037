"""Ratios of what things cost, both sides measured in one run."""

from __future__ import annotations

import gc
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True)
class Ratio:
    """Something that may cost at most ``limit`` times its baseline."""

    name: str
    baseline: str
    limit: float
    subject: Callable[[], object]
    reference: Callable[[], object]

    def measure(self, rounds: int) -> tuple[float, float]:
        """The medians of subject and baseline in seconds."""
        self.subject()
        self.reference()
        return median([(timed(self.subject), timed(self.reference)) for _ in range(rounds)])


def timed(work: Callable[[], object]) -> float:
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


def median(pairs: list[tuple[float, float]]) -> tuple[float, float]:
    """The medians of both sides."""
    return statistics.median(p[0] for p in pairs), statistics.median(p[1] for p in pairs)


def shown(name: str, baseline: str, limit: float, seconds: tuple[float, float]) -> bool:
    """Print one ratio; whether it keeps to its limit."""
    found = seconds[0] / seconds[1]
    print(
        f"{found:5.2f} x  (limit {limit:.1f}, {'ok' if found <= limit else 'TOO SLOW'})  "
        f"{name}: {seconds[0] * 1000:.0f} ms;  {baseline}: {seconds[1] * 1000:.0f} ms"
    )
    return found <= limit
