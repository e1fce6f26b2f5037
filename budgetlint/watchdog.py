"""A time limit for work in this very process."""

from __future__ import annotations

import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterator

_AGAIN = 1.0
"""Seconds until the limit is enforced once more, should foreign code have caught the exception."""


class TimeLimitError(BaseException):
    """The time is over. No ``Exception``, so that no rule's ``except`` takes it for its own."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise :class:`TimeLimitError` in the body when it takes longer than ``seconds``.

    Only the main thread can be interrupted; in any other there is no limit.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
    elif hasattr(signal, "setitimer"):
        with _alarm(seconds):
            yield
    else:
        with _timer(seconds):
            yield


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    """By the system's clock: it also interrupts a regular expression at work."""
    before = signal.signal(signal.SIGALRM, _expire)
    signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def _timer(seconds: float) -> Iterator[None]:
    """By a thread, where the system has no such clock (Windows): between two steps of Python."""
    import _thread  # noqa: PLC0415 (only there)

    number = getattr(signal, "SIGBREAK", signal.SIGTERM)
    before = signal.signal(number, _expire)
    timer = threading.Timer(seconds, _thread.interrupt_main, [number])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        signal.signal(number, before)


def _expire(*_: object) -> NoReturn:
    raise TimeLimitError
