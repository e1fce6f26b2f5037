"""What the processes of tests/test_parallel.py do; they import it by name."""

from __future__ import annotations

import os
import signal
import sys


def shout(word: str) -> bytes:
    """Answer, unless the word says otherwise."""
    match word:
        case "hang":
            while True:
                pass
        case "exit":
            os._exit(3)
        case "crash":
            os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
        case "print":
            print("所言")  # noqa: T201
            sys.stdout.flush()
        case "pid":
            return str(os.getpid()).encode()
    return word.upper().encode()
