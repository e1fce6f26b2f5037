"""Many files in, their reports out in the same order, whatever finishes first.

What was checked before comes from the cache; the rest is examined in several processes, the largest
files first. A result is the same bytes wherever it comes from, so that neither the number of
processes nor the cache can change a report.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import TYPE_CHECKING

from budgetlint.catalogue import catalogue
from budgetlint.entries import RegistryError
from budgetlint.lang import choose, language, say
from budgetlint.linter import crashed, examine_file, selected
from budgetlint.readers.errors import PROTECTED, UNSAFE, UNSUPPORTED
from budgetlint.reading_codes import PROCESS_DIED, RULE_CRASHED, TIMED_OUT
from budgetlint.registry import Loaded
from budgetlint.report import FileError, FileReport
from budgetlint.stored import decoded, encoded
from budgetlint.watchdog import TimeLimitError, time_limit

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from budgetlint.cache import Cache
    from budgetlint.digests import Keys
    from budgetlint.parallel import Outcome
    from budgetlint.settings import Settings

logger = logging.getLogger("budgetlint")

TIMEOUT = 120
"""Seconds that a file may take unless told otherwise: a hundred times what a long one needs."""

Progress = Callable[[int], object]
"""Told how many files are finished."""

_ALWAYS_SO = frozenset({UNSUPPORTED, PROTECTED, UNSAFE})
"""The errors that follow from a file's content alone."""


@dataclass(frozen=True, slots=True)
class Input:
    """A file to check: where it is, how it is shown, and under which settings.

    ``others`` are files of the same disclosure; its result is not kept then.
    """

    path: Path
    shown: str
    settings: Settings
    others: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Effort:
    """How to go about it.

    ``jobs`` None means as many processes as there are cores; 1 means this one alone. ``timeout``
    are the seconds for each file. ``cache`` None looks nothing up and keeps nothing.
    """

    jobs: int | None = None
    timeout: float = TIMEOUT
    cache: Cache | None = None


def check_files(
    inputs: Sequence[Input], effort: Effort, progress: Progress | None = None
) -> list[FileReport]:
    """The reports on files, in their order.

    A single file is checked in this process. Of several, one that takes too long or ends its
    process costs only its own result.
    """
    batch = _Batch(inputs, effort.cache, progress)
    pending = batch.look_up()
    if len(pending) == 1 or effort.jobs == 1:
        _here(batch, pending, effort.timeout)
    elif pending:
        _in_processes(batch, pending, effort)
    if effort.cache:
        effort.cache.tidy()
    return [
        selected(batch.reports[index], each.path, each.settings)
        for index, each in enumerate(inputs)
    ]


class _Batch:
    """The results so far, by the index of the input."""

    def __init__(
        self, inputs: Sequence[Input], cache: Cache | None, progress: Progress | None
    ) -> None:
        self.inputs = inputs
        self.reports: dict[int, FileReport] = {}
        self._cache = cache
        self._keys = _keys() if cache else None
        self._kept_under: dict[int, str | None] = {}
        self._progress = progress

    def look_up(self) -> list[int]:
        """Take what is in the cache; what is not, the largest files first."""
        for index in range(len(self.inputs)):
            key = self._kept_under[index] = self._key(index)
            result = self._cache.get(key) if self._cache and key else None
            if result is not None:
                self._finish(index, decoded(result))
        pending = [index for index in range(len(self.inputs)) if index not in self.reports]
        return sorted(pending, key=lambda index: -_size(self.inputs[index].path))

    def done(self, index: int, outcome: bytes | FileError) -> None:
        """Note a result, and keep it if it will be the same the next time."""
        if isinstance(outcome, FileError):
            self._finish(index, FileReport("", error=outcome))
            return
        report = decoded(outcome)
        key = self._kept_under[index]
        # The file may have been saved anew while it was examined.
        if self._cache and key and _is_lasting(report) and self._key(index) == key:
            self._cache.put(key, outcome)
        self._finish(index, report)

    def _finish(self, index: int, report: FileReport) -> None:
        shown = self.inputs[index].shown
        notices = tuple(replace(each, path=shown) for each in report.notices)
        self.reports[index] = replace(report, path=shown, notices=notices)
        if self._progress:
            self._progress(len(self.reports))

    def _key(self, index: int) -> str | None:
        each = self.inputs[index]
        if not self._keys or not each.settings.cache or each.others:
            return None
        return self._keys.of(each.path, each.settings)


def _keys() -> Keys:
    from budgetlint.digests import Keys  # noqa: PLC0415 (not for --no-cache)

    return Keys()


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _is_lasting(report: FileReport) -> bool:
    """Whether the same document would give the same report again: no accident was in it."""
    if report.error:
        return report.error.code in _ALWAYS_SO
    return all(finding.rule != RULE_CRASHED for finding in report.findings)


def _here(batch: _Batch, pending: Sequence[int], timeout: float) -> None:
    for index in pending:
        each = batch.inputs[index]
        try:
            with time_limit(timeout):
                outcome: bytes | FileError = _examined(each.path, each.settings, each.others)
        except TimeLimitError:
            outcome = _took_too_long(timeout)
        batch.done(index, outcome)


def _in_processes(batch: _Batch, pending: Sequence[int], effort: Effort) -> None:
    from budgetlint import parallel  # noqa: PLC0415 (not for a single file)

    def done(number: int, outcome: Outcome) -> None:
        match outcome:
            case bytes():
                batch.done(pending[number], outcome)
            case parallel.TimedOut():
                batch.done(pending[number], _took_too_long(effort.timeout))
            case parallel.Died():
                batch.done(pending[number], _died(outcome.exit_code))
            case parallel.NotStarted():
                batch.done(pending[number], _not_started())

    parallel.run(
        partial(_examine_task, language=language(), verbose=logger.isEnabledFor(logging.DEBUG)),
        [_task(batch.inputs[index]) for index in pending],
        done,
        jobs=effort.jobs or parallel.cores(),
        timeout=effort.timeout,
    )


@dataclass(frozen=True, slots=True)
class _Task:
    """What a process is told of a file. Rules cannot be sent: it loads them, and must get these."""

    path: Path
    settings: Settings
    local_rules: tuple[str, ...]


def _task(each: Input) -> _Task:
    codes = tuple(rule.code for rule in each.settings.local.rules)
    return _Task(each.path, replace(each.settings, local=Loaded()), codes)


def _examine_task(task: _Task, *, language: str, verbose: bool) -> bytes:
    """What a process does with a file."""
    choose(language)
    if verbose:
        logging.basicConfig(level=logging.DEBUG, format="%(message)s")
    settings = task.settings
    if task.local_rules:
        local = _local_rules(settings.rules_folders())
        if tuple(rule.code for rule in local.rules) != task.local_rules:
            return encoded(crashed("", RegistryError(say("检查期间 rules-paths 中的规则有改动"))))
        settings = replace(settings, local=local)
    return _examined(task.path, settings)


@cache
def _local_rules(folders: tuple[Path, ...]) -> Loaded:
    from budgetlint.local_rules import load_from  # noqa: PLC0415 (hardly anyone has any)

    return load_from(folders, catalogue())


def _examined(path: Path, settings: Settings, others: Sequence[Path] = ()) -> bytes:
    try:
        result = encoded(examine_file(path, "", settings, others=others))
        decoded(result)  # a foreign rule may have put anything into a finding
    except Exception as error:
        return encoded(crashed("", error))
    return result


def _took_too_long(seconds: float) -> FileError:
    return FileError(
        TIMED_OUT,
        say(
            "检查此文件超过了 {seconds:g} 秒的时限，已停止，此文件没有被检查；"
            "可用 --timeout 放宽时限再试，文件不大的请将此提示反馈给维护者。",
            seconds=seconds,
        ),
    )


def _died(exit_code: int) -> FileError:
    return FileError(
        PROCESS_DIED,
        say(
            "检查此文件的进程意外终止（{how}），可能是内存不足，此文件没有被检查；"
            "可用 --jobs 减少同时检查的文件数再试，仍出错请将此提示反馈给维护者。",
            how=say("信号 {number}", number=-exit_code)
            if exit_code < 0
            else say("退出码 {number}", number=exit_code),
        ),
    )


def _not_started() -> FileError:
    return FileError(
        PROCESS_DIED,
        say("无法启动检查进程，此文件没有被检查；请关闭一些程序或用 --jobs 1 再试。"),
    )
