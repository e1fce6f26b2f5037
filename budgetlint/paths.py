"""How paths are shown: short, with ``/``, and safe to print whatever bytes a name holds."""

from __future__ import annotations

import os
from pathlib import Path


def display(path: str | Path) -> str:
    """``path`` relative to the current folder if it lies in it, else as it was given.

    The separator is always ``/``. Bytes that are no valid text appear as ``\\udcxx``, so that two
    different files never look the same and no output encoding can fail on them.
    """
    given = os.fspath(path)
    try:
        shown = absolute(given).relative_to(Path.cwd()).as_posix()
    except ValueError:
        shown = Path(given).as_posix()
    return shown.encode("utf-8", "backslashreplace").decode("utf-8")


def absolute(path: str | Path) -> Path:
    """The path from the root, without ``..`` and with its links as they are."""
    return Path(os.path.abspath(path))  # noqa: PTH100 (resolve() would follow links)


def identity(path: str | Path) -> str:
    """A key that is the same for all names of one file."""
    return os.path.normcase(os.path.realpath(path))
