"""Paths as URI references, for formats that name files so."""

from __future__ import annotations

import re
from urllib.parse import quote

_DRIVE = re.compile(r"[A-Za-z]:/")


def uri(path: str) -> str:
    """A path of a report (``/`` as separator) as a URI reference in ASCII.

    A relative path stays relative; an absolute one, also of Windows, becomes a ``file`` URI.
    """
    if path.startswith("//"):
        return f"file:{_quoted(path)}"
    if path.startswith("/"):
        return f"file://{_quoted(path)}"
    if _DRIVE.match(path):
        return f"file:///{path[:2]}{_quoted(path[2:])}"
    return _quoted(path)


def is_below(path: str) -> bool:
    """Whether a path of a report lies in the folder that the command ran in."""
    return not (path.startswith(("/", "../")) or path == ".." or _DRIVE.match(path))


def _quoted(path: str) -> str:
    return quote(path, errors="backslashreplace")
