"""Work in several processes: each task has an outcome, whatever the others do."""

from __future__ import annotations

import multiprocessing
import os
import signal
from typing import TYPE_CHECKING, Any

import pytest
from parallel_work import shout

from budgetlint import parallel
from budgetlint.parallel import Died, NotStarted, Outcome, TimedOut

if TYPE_CHECKING:
    from collections.abc import Callable


def outcomes(
    *tasks: str, jobs: int = 2, timeout: float = 60.0, work: Callable[[str], bytes] = shout
) -> list[Outcome]:
    """What becomes of each task, in the order of the tasks."""
    found: dict[int, Outcome] = {}
    parallel.run(work, tasks, found.__setitem__, jobs=jobs, timeout=timeout)
    assert multiprocessing.active_children() == [], "no process is left behind"
    return [found[index] for index in range(len(tasks))]


@pytest.mark.parametrize("jobs", [1, 2, 100])
def test_every_task_is_done_once_with_any_number_of_processes(jobs: int) -> None:
    words = [f"w{number}" for number in range(7)]
    assert outcomes(*words, jobs=jobs) == [word.upper().encode() for word in words]


def test_a_process_does_more_than_one_task_and_none_is_this_one() -> None:
    pids = outcomes(*["pid"] * 6)
    assert len(set(pids)) in {1, 2}
    assert str(os.getpid()).encode() not in pids


def test_nothing_to_do_starts_nothing() -> None:
    assert outcomes() == []


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal here")
def test_a_process_that_dies_costs_its_own_task() -> None:
    found = outcomes("a", "crash", "b", "exit", "c")
    assert found == [b"A", Died(-signal.SIGKILL), b"B", Died(3), b"C"]


def test_the_last_task_may_die_too() -> None:
    assert outcomes("exit", jobs=1) == [Died(3)]


def test_a_process_that_takes_too_long_costs_its_own_task() -> None:
    assert outcomes("hang", "a", "b", timeout=2.0) == [TimedOut(), b"A", b"B"]


def test_where_no_process_starts_every_task_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError("Resource temporarily unavailable")

    monkeypatch.setattr("multiprocessing.process.BaseProcess.start", refuse)
    assert outcomes("a", "b") == [NotStarted(), NotStarted()]


def test_processes_that_die_at_once_are_not_started_forever(
    capfd: pytest.CaptureFixture[str],
) -> None:
    assert outcomes("a", "b", "c", work=_Unloadable()) == [NotStarted()] * 3
    assert "ImportError: 所缺" in capfd.readouterr().err


class _Unloadable:
    """Work that no other process can load."""

    def __call__(self, _task: str) -> bytes:
        raise AssertionError

    def __reduce__(self) -> tuple[Any, ...]:
        return exec, ("raise ImportError('所缺')",)


def test_an_interruption_ends_every_process() -> None:
    def interrupt(_index: int, _outcome: Outcome) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        parallel.run(shout, ["a", "hang", "hang"], interrupt, jobs=2, timeout=60.0)
    assert multiprocessing.active_children() == []


def test_what_a_process_prints_goes_to_standard_error(capfd: pytest.CaptureFixture[str]) -> None:
    outcomes("print")
    out, err = capfd.readouterr()
    assert (out, err) == ("", "所言\n")


def test_there_is_a_core_for_this_process() -> None:
    assert parallel.cores() >= 1
