"""A bar on the terminal for those who wait, and nothing for anybody else."""

from __future__ import annotations

import os
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.progress import Progress

PATIENCE = 1.0
"""Seconds before the bar appears."""


class Bar:
    """How many of ``total`` files are checked, on standard error."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._start = time.monotonic()
        self._shown: Progress | None = None

    def __call__(self, finished: int) -> None:
        """Show that so many files are finished."""
        if self._shown is None:
            if finished >= self._total or time.monotonic() - self._start < PATIENCE:
                return
            self._shown = _started(self._total)
        self._shown.update(self._shown.task_ids[0], completed=finished)

    def close(self) -> None:
        """Take the bar away again."""
        if self._shown is not None:
            self._shown.stop()


def _started(total: int) -> Progress:
    from rich.console import Console  # noqa: PLC0415 (slow, and only for those who wait)
    from rich.progress import (  # noqa: PLC0415
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    columns = (TextColumn("正在检查"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    shown = Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False)
    shown.add_task("", total=total)
    shown.start()
    return shown


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
