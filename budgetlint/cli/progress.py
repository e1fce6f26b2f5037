"""A bar on the terminal for those who wait, and nothing for anybody else."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from threading import Lock, Timer
from typing import TYPE_CHECKING

from budgetlint.lang import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.progress import Progress

PATIENCE = 1.0
"""Seconds before the bar appears."""


class Bar:
    """How many of ``total`` files are checked, on standard error."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._finished = 0
        self._shown: Progress | None = None
        self._lock = Lock()
        self._is_over = False
        self.timer = Timer(PATIENCE, self._appear)
        self.timer.daemon = True
        self.timer.start()

    def __call__(self, finished: int) -> None:
        """Show that so many files are finished."""
        with self._lock:
            self._finished = finished
            if self._shown:
                self._shown.update(self._shown.task_ids[0], completed=finished)

    def close(self) -> None:
        """Take the bar away again."""
        self.timer.cancel()
        with self._lock:
            self._is_over = True
            if self._shown:
                self._shown.stop()

    def _appear(self) -> None:
        shown = _progress()
        with self._lock:
            if not self._is_over:
                shown.add_task("", total=self._total, completed=self._finished)
                shown.start()
                self._shown = shown


def _progress() -> Progress:
    from rich.console import Console  # noqa: PLC0415 (slow, and only for those who wait)
    from rich.progress import (  # noqa: PLC0415
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    columns = (
        TextColumn(say("正在检查")),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    console = Console(stderr=True)
    return Progress(*columns, console=console, transient=True, redirect_stdout=False)


@contextmanager
def bar(total: int) -> Iterator[Bar | None]:
    """A bar while files are checked; None where nobody would see it."""
    if total < 2 or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield None
        return
    shown = Bar(total)
    try:
        yield shown
    finally:
        shown.close()
