"""The time limit for work in this process."""

from __future__ import annotations

import re
import signal
import threading
from contextlib import suppress

import pytest

from budgetlint import watchdog
from budgetlint.watchdog import TimeLimitError, time_limit

needs_alarm = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no such clock here")


def forever() -> None:
    while True:
        pass


@pytest.fixture
def without_alarm(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Windows."""
    monkeypatch.delattr(signal, "setitimer", raising=False)


def test_work_without_end_is_stopped() -> None:
    with pytest.raises(TimeLimitError), time_limit(0.05):
        forever()


@pytest.mark.usefixtures("without_alarm")
def test_work_without_end_is_stopped_where_there_is_no_alarm() -> None:
    with pytest.raises(TimeLimitError), time_limit(0.05):
        forever()


@needs_alarm
def test_an_expression_without_end_is_stopped() -> None:
    with pytest.raises(TimeLimitError), time_limit(0.05):
        re.fullmatch(r"(a+)+b", "a" * 60)


@needs_alarm
def test_an_exception_that_was_swallowed_comes_again(monkeypatch: pytest.MonkeyPatch) -> None:
    def swallow_once() -> None:
        with suppress(TimeLimitError):
            forever()
        forever()

    monkeypatch.setattr(watchdog, "_AGAIN", 0.05)
    with pytest.raises(TimeLimitError), time_limit(0.05):
        swallow_once()


@pytest.mark.parametrize("alarm", [True, False])
def test_what_is_in_time_is_left_alone_and_nothing_is_left_behind(
    alarm: bool, request: pytest.FixtureRequest
) -> None:
    if not alarm:
        request.getfixturevalue("without_alarm")
    handlers = [signal.getsignal(number) for number in signal.valid_signals()]
    threads = threading.active_count()
    with time_limit(60.0):
        result = sum(range(10))
    assert result == 45
    assert [signal.getsignal(number) for number in signal.valid_signals()] == handlers
    assert threading.active_count() <= threads + 1


def test_outside_the_main_thread_there_is_no_limit() -> None:
    done = []

    def work() -> None:
        with time_limit(0.000001):
            done.append(sum(range(100_000)))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == [4999950000]
