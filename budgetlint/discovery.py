"""From the arguments of the command line to the files to check."""

from __future__ import annotations

import glob
import os
from collections import Counter
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from budgetlint.errors import Complaint
from budgetlint.exclusion import Exclusion
from budgetlint.lang import listed, say
from budgetlint.paths import display, identity

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

_SKIPPED_FOLDERS = frozenset(
    {"__pycache__", "node_modules", "venv", "env", "site-packages", "build", "dist"}
)
_COMPANIONS = frozenset(
    {"readme", "changelog", "license", "licence", "contributing", "requirements"}
)
"""Texts that lie beside anything in a repository; in a folder they are taken for no disclosure."""
_LOCK_PREFIX = "~$"
"""Word and WPS leave ``~$name.docx`` beside an open document; it is no document."""


_NOTHING = Exclusion()


class DiscoveryError(Complaint):
    """Nothing to check under an argument; the message is one Chinese sentence."""


@dataclass(frozen=True, slots=True)
class Target:
    """A file to check. ``named`` tells that the user gave this very path, not only its folder."""

    path: Path
    shown: str
    named: bool


def discover(
    arguments: Iterable[str], suffixes: Collection[str], exclusion: Exclusion = _NOTHING
) -> list[Target]:
    """The files meant by files, folders and globs: each once, sorted by the path shown.

    A folder or an open glob (``材料/*``) gives files with one of ``suffixes``; a named file, or one
    matched by a glob with its own suffix (``*.pdf``), is taken whatever it is called. Hidden
    files, lock files and texts such as README.md count only when they are named, and so does what
    ``exclusion`` leaves out. An argument of which its force leaves nothing is no error.

    Raises:
        DiscoveryError: an argument leads to no file.
    """
    wanted = frozenset(suffix.lower() for suffix in suffixes)
    targets: dict[str, Target] = {}
    for argument in arguments:
        for target in _expand(argument, wanted, exclusion):
            known = targets.get(identity(target.path))
            if known is None or (target.named and not known.named):
                targets[identity(target.path)] = target
    return sorted(targets.values(), key=lambda target: target.shown.split("/"))


def _expand(argument: str, suffixes: frozenset[str], exclusion: Exclusion) -> list[Target]:
    path = Path(argument)
    if not argument:
        raise DiscoveryError(say("有一个路径是空的，请检查命令。"))
    if os.path.lexists(path) and exclusion.refuses(path):
        return []
    if path.is_dir():
        return _from_folder(path, suffixes, exclusion)
    if os.path.lexists(path):
        return [Target(path, display(path), named=True)]
    if glob.has_magic(argument):
        return _from_glob(argument, suffixes, exclusion)
    raise DiscoveryError(say("没有找到文件或文件夹：{path}", path=display(argument)))


def _from_folder(folder: Path, suffixes: frozenset[str], exclusion: Exclusion) -> list[Target]:
    seen: Counter[str] = Counter()
    found = []
    for path in _walk(folder, exclusion):
        suffix = path.suffix.lower()
        seen[suffix] += 1
        if suffix in suffixes:
            found.append(Target(path, display(path), named=False))
    if not found and any(each.suffix.lower() in suffixes for each in _walk(folder)):
        return _all_excluded(
            say(
                "没有可检查的内容：文件夹 {folder} 中的文件都被 exclude 排除。",
                folder=display(folder),
            ),
            exclusion,
        )
    if not found:
        raise DiscoveryError(_nothing_in(folder, seen, suffixes))
    return found


def _all_excluded(sentence: str, exclusion: Exclusion) -> list[Target]:
    if exclusion.force:
        return []
    raise DiscoveryError(sentence + say("要检查其中的某个文件，请直接写出它。"))


def _from_glob(pattern: str, suffixes: frozenset[str], exclusion: Exclusion) -> list[Target]:
    suffix = os.path.splitext(pattern)[1]  # noqa: PTH122 (a pattern is no path)
    own_suffix = bool(suffix) and not glob.has_magic(suffix)
    matches = [Path(match) for match in sorted(glob.glob(pattern, recursive=True))]  # noqa: PTH207
    if not matches:
        raise DiscoveryError(say("没有文件与 {pattern} 相符。", pattern=display(pattern)))
    search = partial(_of_match, suffixes=suffixes, own_suffix=own_suffix)
    found = [target for path in matches for target in search(path, exclusion)]
    if not found and any(target for path in matches for target in search(path, _NOTHING)):
        return _all_excluded(
            say(
                "没有可检查的内容：与 {pattern} 相符的文件都被 exclude 排除。",
                pattern=display(pattern),
            ),
            exclusion,
        )
    if not found:
        raise DiscoveryError(
            say(
                "与 {pattern} 相符的文件中没有可检查的文件（{kinds}）。",
                pattern=display(pattern),
                kinds=listed(sorted(suffixes)),
            )
        )
    return found


def _of_match(
    path: Path, exclusion: Exclusion, *, suffixes: frozenset[str], own_suffix: bool
) -> Iterator[Target]:
    """The files that a match of a glob gives; where the glob has its own suffix, it names them."""
    named = own_suffix and not path.is_dir()
    if exclusion.refuses(path) or (not named and exclusion.covers(path)):
        return
    if path.is_dir():
        for each in _walk(path, exclusion):
            if each.suffix.lower() in suffixes:
                yield Target(each, display(each), named=False)
    elif not _is_skipped_file(path) and (named or path.suffix.lower() in suffixes):
        yield Target(path, display(path), named=named)


def _walk(folder: Path, exclusion: Exclusion = _NOTHING) -> Iterator[Path]:
    """The visible files below ``folder``; a folder reached twice (by links) is walked once."""
    walked: set[str] = set()
    for root, folders, names in os.walk(folder, followlinks=True):
        if identity(root) in walked:
            folders.clear()
            continue
        walked.add(identity(root))
        folders[:] = sorted(
            name
            for name in folders
            if not _is_skipped_folder(root, name) and not exclusion.passes_over(Path(root, name))
        )
        for name in sorted(names):
            path = Path(root, name)
            if not _is_skipped_file(path) and path.is_file() and not exclusion.passes_over(path):
                yield path


def _is_skipped_folder(root: str, name: str) -> bool:
    if name.startswith(".") or name.lower() in _SKIPPED_FOLDERS:
        return True
    return Path(root, name, "pyvenv.cfg").is_file()


def _is_skipped_file(path: Path) -> bool:
    return path.name.startswith((".", _LOCK_PREFIX)) or path.stem.lower() in _COMPANIONS


def _nothing_in(folder: Path, seen: Counter[str], suffixes: frozenset[str]) -> str:
    where, kinds = display(folder), listed(sorted(suffixes))
    others = [
        say("{count} 个 {suffix}", count=count, suffix=suffix)
        for suffix, count in seen.most_common(3)
        if suffix
    ]
    if others:
        return say(
            "没有可检查的内容：文件夹 {folder} 中没有文件（{kinds}），只有 {others} 文件。",
            folder=where,
            kinds=kinds,
            others=listed(others),
        )
    return say(
        "没有可检查的内容：文件夹 {folder} 中没有文件（{kinds}）。", folder=where, kinds=kinds
    )
