"""The results of earlier runs, by everything that they depend on.

A folder of files that only the user can read, one for each result, named after a hash of the
document's bytes, the program, its extensions and the settings: what has changed is never found.
A file that is damaged counts as absent, and every file is written under another name first, so that
runs at the same time do no harm to each other. Nothing here ever fails a run.
"""

from __future__ import annotations

import hashlib
import logging
import os
import re
import stat
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

logger = logging.getLogger("budgetlint")

VARIABLE = "BUDGETLINT_CACHE_DIR"
LARGEST = 256 * 1024 * 1024
"""How many bytes the cache may hold; what was not used for longest goes first."""
LONGEST = 30 * 24 * 3600
"""After so many seconds without use a result is deleted."""

_FOLDER = "budgetlint-results"
_OURS = re.compile(r"[0-9a-f]{64}(\.[a-z0-9_]+\.tmp)?")
"""The names of results, and of those not yet written to the end."""
_SEAL = hashlib.sha256().digest_size


def location() -> Path | None:
    """Where the cache lies: as the environment says, or where the system wants it.

    None where the user has no folder at all.
    """
    named = os.environ.get(VARIABLE) or _of_the_system()
    return Path(os.path.realpath(named), _FOLDER) if named else None


def _of_the_system() -> str | None:
    from platformdirs import user_cache_dir  # noqa: PLC0415 (not for --no-cache)

    try:
        named = user_cache_dir("budgetlint", appauthor=False)
    except RuntimeError:  # a user without a home
        return None
    return named if os.path.isabs(named) else None  # noqa: PTH117 (older versions give "~/.cache")


class Cache:
    """The results kept in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, key: str) -> bytes | None:
        """The result kept under ``key``; None if there is none, or it is damaged."""
        path = self._path(key)
        try:
            data = _read(path)
        except OSError:
            return None
        seal, result = data[:_SEAL], data[_SEAL:]
        if seal != _sealed(key, result):
            return None
        with suppress(OSError):
            os.utime(path)
        return result

    def put(self, key: str, result: bytes) -> None:
        """Keep a result, where that is possible."""
        try:
            handle, name = tempfile.mkstemp(".tmp", f"{key}.", self.folder)
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(_sealed(key, result) + result)
                os.replace(name, self._path(key))  # noqa: PTH105
            except BaseException:
                _delete(Path(name))
                raise
        except OSError:
            logger.debug("%s", self.folder, exc_info=True)

    def tidy(self) -> None:
        """Delete what has not been used for long, and of the rest so much that it fits."""
        oldest = time.time() - LONGEST
        total = 0
        for used, size, path in sorted(self._held(), reverse=True):
            total += size
            if used < oldest or total > LARGEST:
                _delete(path)

    def clear(self) -> tuple[int, int]:
        """Delete every result; how many there were, and their bytes."""
        if self.folder.is_symlink():
            return 0, 0
        deleted = [size for _, size, path in self._held() if _delete(path)]
        with suppress(OSError):
            self.folder.rmdir()
        return len(deleted), sum(deleted)

    def _path(self, key: str) -> Path:
        return self.folder / key

    def _held(self) -> Iterator[tuple[float, int, Path]]:
        """When each file of ours was used last, its size and its path."""
        with suppress(OSError):
            for path in self.folder.iterdir():
                if _OURS.fullmatch(path.name):
                    with suppress(OSError):  # another run may have deleted it
                        status = path.lstat()
                        yield status.st_mtime, status.st_size, path


def opened() -> Cache | None:
    """The cache, made if need be; None where none can be kept that only the user can read."""
    folder = location()
    try:
        if folder is not None:
            folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            folder.mkdir(mode=0o700, exist_ok=True)
            if _is_private(folder.lstat()) and _is_out_of_reach(folder.parent.lstat()):
                return Cache(folder)
    except OSError:
        logger.debug("%s", folder, exc_info=True)
    return None


def _is_private(status: os.stat_result) -> bool:
    """Whether this is a real folder of the user that nobody else can enter.

    Windows has no such bits; there the folder of an application belongs to the user anyway.
    """
    if os.name == "nt":
        return stat.S_ISDIR(status.st_mode)
    mine = status.st_uid == os.geteuid() and not status.st_mode & 0o077
    return mine and stat.S_ISDIR(status.st_mode)


def _is_out_of_reach(status: os.stat_result) -> bool:
    """Whether nobody else can put another folder in the place of one inside this one."""
    if os.name == "nt":
        return True
    shared = status.st_mode & 0o022 and not status.st_mode & stat.S_ISVTX
    return status.st_uid in {0, os.geteuid()} and not shared


def _read(path: Path) -> bytes:
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb") as file:
        return file.read()


def _sealed(key: str, result: bytes) -> bytes:
    return hashlib.sha256(key.encode() + result).digest()


def _delete(path: Path) -> bool:
    try:
        path.unlink()
    except OSError:
        return False
    return True
