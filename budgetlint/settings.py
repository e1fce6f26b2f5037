"""The settings in force for one file, and what they mean for its findings.

How they are read from a file is in :mod:`budgetlint.configuration`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from budgetlint.catalogue import is_fixed
from budgetlint.finding import Severity
from budgetlint.lang import CHINESE
from budgetlint.paths import absolute
from budgetlint.registry import Loaded

if TYPE_CHECKING:
    from collections.abc import Mapping

    from budgetlint.entries import Entry
    from budgetlint.registry import Rule
    from budgetlint.suppressions import Suppression
    from budgetlint.taxonomy.slips import Slip
    from budgetlint.taxonomy.subjects import Subject

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class PerFileIgnore:
    """Rules that are not shown for files matching ``pattern``."""

    pattern: str
    selectors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user wants to see. The defaults are what holds without any configuration.

    ``fail_on`` None means that findings never fail the run. ``options`` holds rule options by
    code. ``source`` is the configuration file; its folder is what patterns and ``rules_paths`` are
    relative to. ``local`` are the rules found in these, ``subjects`` what ``extra_codes`` names,
    each with its classification. ``suppressions`` and ``baseline`` (a file) are applied to what was
    found, and change nothing about how it is found. Without ``cache`` no result is kept for later.
    ``written`` is what stands in the configuration file, key by key, as TOML gave it.
    """

    select: tuple[str, ...] = ("ALL",)
    ignore: tuple[str, ...] = ()
    per_file_ignores: tuple[PerFileIgnore, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    fail_on: Severity | None = Severity.ERROR
    max_file_size: int = 100 * MEGABYTE
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    exclude: tuple[str, ...] = ()
    required_version: str | None = None
    rules_paths: tuple[str, ...] = ()
    extra_codes: str | None = None
    extra_slips: tuple[Slip, ...] = ()
    lang: str = CHINESE
    subjects: tuple[tuple[str, Subject], ...] = ()
    local: Loaded = field(default_factory=Loaded)
    suppressions: tuple[Suppression, ...] = ()
    baseline: str | None = None
    cache: bool = True
    source: Path | None = None
    written: Mapping[str, Any] = field(default_factory=dict, compare=False, repr=False)

    def rules_folders(self) -> tuple[Path, ...]:
        """The folders in ``rules_paths``."""
        root = self.source.parent if self.source else Path()
        return tuple(root / each for each in self.rules_paths)

    @property
    def baseline_path(self) -> Path | None:
        """The baseline that the configuration names, relative to its folder."""
        return self.source.parent / self.baseline if self.source and self.baseline else None

    def shows(self, entry: Entry, path: Path) -> bool:
        """Whether findings of ``entry`` in the file ``path`` are reported.

        The more specific of ``select`` and ``ignore`` wins (BL501 over BL5 over ALL); where both
        are equally specific, ``ignore``.
        """
        if is_fixed(entry):
            return True
        selected = _weight(entry, self.select)
        if selected < 0 or _weight(entry, self.ignore) >= selected:
            return False
        return not any(
            _weight(entry, each.selectors) >= 0 and self.covers(each.pattern, path)
            for each in self.per_file_ignores
        )

    def severity_of(self, entry: Entry) -> Severity:
        """The severity of an entry: the user's if given (the most specific one), else its own."""
        if is_fixed(entry):
            return entry.severity
        given = [word for word in self.severity if entry.matches(word)]
        return self.severity[max(given, key=entry.weight)] if given else entry.severity

    def options_of(self, rule: Rule) -> dict[str, Any]:
        """The options of a rule: its defaults, overlaid with the user's."""
        defaults = {name: option.default for name, option in rule.options.items()}
        return {**defaults, **self.options.get(rule.code, {})}

    def fails(self, severity: Severity) -> bool:
        """Whether a finding of this severity fails the run."""
        return self.fail_on is not None and severity.rank <= self.fail_on.rank

    def excludes(self, path: Path) -> bool:
        """Whether ``exclude`` means the file or folder ``path`` itself."""
        return any(self.covers(pattern, path) for pattern in self.exclude)

    def covers(self, pattern: str, path: Path) -> bool:
        """Whether a glob of the configuration matches the file ``path``."""
        return covers(pattern, path, self.source.parent if self.source else path.parent)


@dataclass(frozen=True, slots=True)
class Overrides:
    """What the command line says; None and empty mean that it says nothing."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str | None = None

    def written(self, settings: Settings) -> dict[str, Any]:
        """The keys of ``settings`` that it changes, with what then holds as TOML would say it."""
        after = self.apply(settings)
        found: dict[str, Any] = {}
        if self.select:
            found["select"] = list(after.select)
        if self.select or self.ignore:
            found["ignore"] = list(after.ignore)
        if self.fail_on is not None:
            found["fail-on"] = self.fail_on
        return found

    def apply(self, settings: Settings) -> Settings:
        """The settings with the command line's word as the last one.

        ``--select`` starts anew: the configuration's ``select`` and ``ignore`` no longer count
        (its ``per-file-ignores`` do). ``--ignore`` alone adds to the configuration's.
        """
        if self.select:
            settings = replace(settings, select=self.select, ignore=self.ignore)
        elif self.ignore:
            settings = replace(settings, ignore=(*settings.ignore, *self.ignore))
        if self.fail_on is not None:
            settings = replace(settings, fail_on=threshold(self.fail_on))
        return settings


def covers(pattern: str, path: Path, root: Path) -> bool:
    """Whether a glob means ``path``: its name if it holds no ``/``, else its way from ``root``."""
    place = absolute(path)
    if "/" not in pattern:
        return glob_regex(pattern).fullmatch(place.name) is not None
    try:
        way = place.relative_to(absolute(root)).as_posix()
    except ValueError:
        return False
    return glob_regex(pattern.lstrip("/")).fullmatch(way) is not None


def threshold(word: str) -> Severity | None:
    """The severity named by ``fail-on``; None for ``never``."""
    return None if word == "never" else Severity(word)


def _weight(entry: Entry, selectors: tuple[str, ...]) -> int:
    """The specificity of the most specific selector that means ``entry``; -1 if none does."""
    return max(map(entry.weight, selectors), default=-1)


@cache
def glob_regex(pattern: str) -> re.Pattern[str]:
    """A glob over ``/``-separated paths: ``*`` stays in one folder, ``**`` crosses folders."""
    parts = []
    for piece in re.split(r"(\*\*/|\*\*|\*|\?|\[[^\]]+\])", pattern):
        if piece == "**/":
            parts.append("(?:.*/)?")
        elif piece == "**":
            parts.append(".*")
        elif piece == "*":
            parts.append("[^/]*")
        elif piece == "?":
            parts.append("[^/]")
        elif piece.startswith("[") and len(piece) > 2:
            inner = piece[1:-1].replace("\\", r"\\")
            parts.append("[^" + inner[1:] + "]" if inner.startswith("!") else f"[{inner}]")
        else:
            parts.append(re.escape(piece))
    return re.compile("".join(parts), re.DOTALL | re.IGNORECASE)
