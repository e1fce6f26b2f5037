"""What ``check`` accepts after the rules ran: by configuration and by baseline."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from budgetlint.baseline import Baseline, dump, load
from budgetlint.cli.streams import ensure_writable, write_file
from budgetlint.known_findings import hide, renew, stale
from budgetlint.lang import clauses, say
from budgetlint.paths import display, identity
from budgetlint.suppressions import suppress

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from budgetlint.checked import Checked
    from budgetlint.known_findings import Renewal
    from budgetlint.report import Notice
    from budgetlint.settings import Settings


def today() -> date:
    """The day of this run: the one clock there is."""
    return date.today()  # noqa: DTZ011 (the user's own day)


def baseline_options(command: Callable[..., int]) -> Callable[..., int]:
    """The options ``--baseline`` and ``--write-baseline``."""
    read = click.option(
        "--baseline", metavar="文件", help="不显示这个基线中已有的结果（默认用配置中的 baseline）。"
    )
    write = click.option(
        "--write-baseline",
        "new_baseline",
        metavar="文件",
        help="把本次的结果写成基线，供以后 --baseline 使用；不改变本次的报告和退出码。",
    )
    return read(write(command))


class Baselines:
    """The baselines of a run, read before anything is checked.

    ``given`` is that of the command line, which holds for every file; else each file has that of
    its configuration. ``target`` is the one to write.

    Raises:
        BaselineError: one of them is damaged, or is missing and not the one to write.
        OutputError: ``target`` could not be written.
    """

    def __init__(self, settings: Iterable[Settings], given: str | None, target: str | None) -> None:
        self._given = Path(given) if given is not None else None
        self._target = Path(target) if target is not None else None
        self._loaded: dict[str, Baseline] = {}
        if self._target is not None:
            ensure_writable(self._target, "--write-baseline")
            self._load(self._target)
        for each in settings:
            if path := self._of(each):
                self._load(path)

    def apply(self, files: Sequence[Checked]) -> tuple[list[Checked], tuple[Notice, ...]]:
        """The files with the known findings apart, and what does not hold any more."""
        left = list(files)
        by_baseline: dict[str, list[Checked]] = {}
        for number, file in enumerate(files):
            if path := self._of(file.settings):
                left[number] = hide(file, self._loaded[identity(path)])
                by_baseline.setdefault(identity(path), []).append(left[number])
        renewed = identity(self._target) if self._target else None
        return left, tuple(
            notice
            for key, covered in by_baseline.items()
            if key != renewed
            for notice in stale(covered, self._loaded[key])
        )

    def write(self, files: Iterable[Checked]) -> str:
        """Write the new baseline, if one is asked for; gives a sentence on what became of it.

        Raises:
            OutputError: it could not be written.
        """
        if self._target is None:
            return ""
        renewal = renew(self._loaded[identity(self._target)], files)
        write_file(self._target, dump(renewal.baseline))
        return say(
            "基线已写入 {file}：共 {count} 条{changes}。",
            file=display(self._target),
            count=renewal.baseline.size,
            changes=_changes(renewal),
        )

    def _of(self, settings: Settings) -> Path | None:
        return self._given or settings.baseline_path

    def _load(self, path: Path) -> None:
        key = identity(path)
        if key in self._loaded:
            return
        is_new = self._target is not None and key == identity(self._target) and not path.exists()
        self._loaded[key] = Baseline(path, {}) if is_new else load(path)


def _changes(renewal: Renewal) -> str:
    told = clauses(
        say(template, count=count)
        for template, count in (
            ("新增 {count} 条", renewal.added),
            ("去掉 {count} 条", renewal.removed),
            ("未检查而保留 {count} 条", renewal.kept),
        )
        if count
    )
    return say("（{changes}）", changes=told) if told else say("，没有变化")


def accept(
    files: Sequence[Checked], baselines: Baselines
) -> tuple[list[Checked], tuple[Notice, ...]]:
    """The files with what the configuration and the baselines accept apart.

    With it comes everything that is to be said about suppressions, also those in comments.
    """
    of_comments = tuple(notice for file in files for notice in file.report.notices)
    left, of_configuration = suppress(files, today())
    left, of_baselines = baselines.apply(left)
    return left, (*of_comments, *of_configuration, *of_baselines)
