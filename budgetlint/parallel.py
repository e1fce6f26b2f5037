"""Work for several processes, any of which may hang or die without the others losing anything.

``concurrent.futures`` gives up the whole pool when one process dies, and cannot end one that hangs;
here each worker has a pipe of its own: it gets one task, and answers or is given up. Processes are
spawned on every system alike, so that none inherits threads, locks or files of another.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
import time
from collections import deque
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from multiprocessing.connection import Connection

T = TypeVar("T")

_MOST = 60
"""So many pipes Windows can wait for at once."""
_START = 60.0
"""Seconds for a process to start, on however slow a machine."""
_FAREWELL = 5.0
"""Seconds for a process to end that has already closed its pipe."""


@dataclass(frozen=True, slots=True)
class TimedOut:
    """A task took longer than it may."""


@dataclass(frozen=True, slots=True)
class Died:
    """A process ended without an answer: its exit code, or minus the number of a signal."""

    exit_code: int


@dataclass(frozen=True, slots=True)
class NotStarted:
    """No process could be started for a task."""


Outcome = bytes | TimedOut | Died | NotStarted


def cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def run(
    work: Callable[[T], bytes],
    tasks: Sequence[T],
    done: Callable[[int, Outcome], object],
    *,
    jobs: int,
    timeout: float,
) -> None:
    """Do ``work`` on every task, the first ones first, in at most ``jobs`` processes.

    ``done`` is told the index and the outcome of each task when it is finished. ``work`` is a
    function of a module, or a partial of one. ``timeout`` are the seconds that a task may take.
    """
    queue = deque(enumerate(tasks))
    crew: list[_Worker[T]] = []
    most = min(jobs, _MOST)
    try:
        while queue or any(worker.index is not None for worker in crew):
            most = _recruit(crew, work, timeout, most, len(queue))
            if not crew:
                break
            for worker in _heard_from(crew):
                index, outcome = worker.index, worker.outcome()
                if index is not None:
                    done(index, outcome)
                elif not isinstance(outcome, bytes):
                    most -= 1  # one that does not even start is not tried again
                if queue and isinstance(outcome, bytes):
                    worker.give(*queue.popleft())
                else:
                    worker.end()
                    crew.remove(worker)
        for index, _ in queue:
            done(index, NotStarted())
    finally:
        for worker in crew:
            worker.end()


def _recruit(
    crew: list[_Worker[T]],
    work: Callable[[T], bytes],
    timeout: float,
    most: int,
    waiting: int,
) -> int:
    """Start the workers that are lacking; how many there can be at most."""
    busy = sum(worker.index is not None for worker in crew)
    while len(crew) < min(most, busy + waiting):
        try:
            crew.append(_Worker(work, timeout))
        except OSError:
            return len(crew)
    return most


def _heard_from(crew: Sequence[_Worker[T]]) -> list[_Worker[T]]:
    """The workers that answered, died or are overdue; waits until there is one."""
    left = min(worker.deadline for worker in crew) - time.monotonic()
    ready = wait([worker.connection for worker in crew], max(0.0, left))
    now = time.monotonic()
    return [each for each in crew if each.connection in ready or each.deadline <= now]


class _Worker(Generic[T]):
    """A process. ``index`` is that of its task, None until it has got the first one."""

    def __init__(self, work: Callable[[T], bytes], timeout: float) -> None:
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, work), daemon=True)
        self._timeout = timeout
        self.index: int | None = None
        self.deadline = time.monotonic() + _START
        try:
            with _interrupts_held_back():
                self._process.start()
        except BaseException:
            self.connection.close()
            raise
        finally:
            theirs.close()

    def give(self, index: int, task: T) -> None:
        """Hand over a task. Should the process have died meanwhile, that is its outcome."""
        self.index = index
        self.deadline = time.monotonic() + self._timeout
        with suppress(OSError):
            self.connection.send(task)

    def outcome(self) -> Outcome:
        """What became of the task (or of the start) of a worker that was heard from."""
        try:
            if self.connection.poll():
                return self.connection.recv_bytes()
        except (EOFError, OSError):
            self._process.join(_FAREWELL)
            return Died(self._process.exitcode or 0)
        return TimedOut()

    def end(self) -> None:
        """End the process, whatever it is doing."""
        if self._process.is_alive():
            self._process.kill()
        self._process.join()
        self.connection.close()
        # An interruption in the very moment of its end makes the process seem alive for ever.
        with suppress(ValueError):
            self._process.close()


def _serve(connection: Connection[Any, Any], work: Callable[[T], bytes]) -> None:
    """The life of a worker: it says that it is there, and answers tasks until nobody asks."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    sys.stdout = sys.stderr  # standard output is for the report alone
    with suppress(EOFError, OSError):
        connection.send_bytes(b"")
        while True:
            connection.send_bytes(work(connection.recv()))


def _end_with_parent() -> None:
    """Leave nobody at work for a process that was killed."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


@contextmanager
def _interrupts_held_back() -> Iterator[None]:
    """Let Ctrl-C wait, so that a process started meanwhile never hears of it.

    It goes to every process of a terminal; the one that started the others ends them. Where signals
    cannot be held back (Windows), a worker ignores it once it runs.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
