"""What a result depends on, as hashes: the document, the program, its extensions, the settings.

A key changes with every byte of any of them, also in a checkout that is being worked on. The select
and ignore of the settings do not count: results are kept whole, and filtered when they are shown.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import sys
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

import budgetlint
from budgetlint.lang import language
from budgetlint.registry import all_rules
from budgetlint.stored import FORMAT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from budgetlint.settings import Settings

WITHOUT_EFFECT = frozenset(
    {
        *("select", "ignore", "per_file_ignores", "fail_on", "exclude", "required_version"),
        *("suppressions", "baseline", "cache", "lang", "source", "written"),
        *("rules_paths", "local", "extra_codes"),
    }
)
"""The settings that change nothing in a result before it is filtered, and those that only say where
something lies: the files of local rules, the subjects themselves and the language in force count
instead.
"""


class Keys:
    """The keys of one run: the program is read once, and so is what each settings say and name."""

    def __init__(self) -> None:
        try:
            self._program = _program()
        except OSError:
            self._program = ""
        self._by_identity: dict[tuple[object, ...], tuple[dict[str, Any], str]] = {}

    def of(self, path: Path, settings: Settings) -> str | None:
        """What the result for a file under these settings is kept under.

        None where there is nothing to keep: what cannot be read, is no regular file or too large,
        or where the program itself cannot be read.
        """
        try:
            content = _content(path, settings.max_file_size)
            given = self._given(settings)
        except (OSError, ValueError):
            return None
        if not content or not self._program:
            return None
        parts = (str(FORMAT), language(), self._program, given, content)
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()

    def _given(self, settings: Settings) -> str:
        """A hash of what has an effect; made once for all settings that share their values."""
        names = [field.name for field in fields(settings) if field.name not in WITHOUT_EFFECT]
        values = {name: getattr(settings, name) for name in names}
        folders = settings.rules_folders()
        identity = (folders, *map(id, values.values()))
        if identity not in self._by_identity:
            text = json.dumps([values, _files(folders)], default=repr)
            found = hashlib.sha256(text.encode()).hexdigest()
            self._by_identity[identity] = (values, found)  # kept alive: an id may be used again
        return self._by_identity[identity][1]


def _content(path: Path, most: int) -> str:
    """A hash of a document; nothing for what is no regular file of at most so many bytes."""
    status = path.stat()
    if not stat.S_ISREG(status.st_mode) or status.st_size > most:
        return ""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _program() -> str:
    """budgetlint with its rules and data, the rules of extensions, Python, and what is installed.

    Every installed distribution counts, by name and version: it may read the documents, or be what
    an extension needs.
    """
    code = _files(tuple(Path(each) for each in _sources()))
    return json.dumps([sys.version, sys.platform, sorted(_distributions(sys.path)), code])


def _sources() -> Iterator[str]:
    """Where the code lies: budgetlint, its rules (in a checkout they are beside it), and for every
    rule of an extension its module, or the whole package that it is part of.
    """
    foreign = [rule.check.__module__.partition(".")[0] for rule in all_rules() if rule.origin]
    yield from budgetlint.__path__
    yield from sys.modules["budgetlint.rules"].__path__
    for name in dict.fromkeys(foreign):
        module = sys.modules.get(name)
        yield from getattr(module, "__path__", [getattr(module, "__file__", None) or name])


def _distributions(places: Iterable[str]) -> Iterator[str]:
    for place in places:
        try:
            with os.scandir(place or ".") as entries:
                names = [entry.name for entry in entries]
        except OSError:
            continue
        yield from (name for name in names if name.endswith((".dist-info", ".egg-info")))


def _files(paths: tuple[Path, ...]) -> str:
    """A hash over files, and over everything below folders that is not hidden, with the names."""
    found = hashlib.sha256()
    for number, root in enumerate(paths):
        for path in _below(root):
            name = f"{number}/{path.relative_to(root).as_posix()}"
            data = path.read_bytes()
            found.update(f"{name}\n{len(data)}\n".encode("utf-8", "surrogateescape"))
            found.update(data)
    return found.hexdigest()


def _below(root: Path) -> Iterator[Path]:
    if root.is_file():
        yield root
    for folder, inner, names in os.walk(root):
        inner[:] = sorted(name for name in inner if not name.startswith((".", "__pycache__")))
        paths = [Path(folder, name) for name in sorted(names)]
        yield from (path for path in paths if path.is_file())
