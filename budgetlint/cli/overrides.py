"""The options of the command line that have the last word over a configuration."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import click

from budgetlint.cli.chinese import Word
from budgetlint.key_values import FAIL_ON, Source, globs, ignored, selectors
from budgetlint.settings import Overrides

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from budgetlint.entries import Entry
    from budgetlint.settings import Settings

    Command = Callable[..., Any]


def override_options(command: Command) -> Command:
    """The options ``--select``, ``--ignore``, ``--fail-on`` and ``--exclude``."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


_OPTIONS = (
    click.option(
        "--select",
        metavar="规则",
        multiple=True,
        help="只显示这些规则的结果：编号、前缀或名称，可重复，可用逗号分隔。",
    ),
    click.option(
        "--ignore", metavar="规则", multiple=True, help="不显示这些规则的结果，写法同 --select。"
    ),
    click.option(
        "--fail-on",
        type=Word(FAIL_ON),
        help="发现这一级别及以上的问题时退出码为 1，默认 error；never 表示总为 0。",
    ),
    click.option(
        "--exclude",
        metavar="通配符",
        multiple=True,
        help="检查文件夹时不看这些文件和下级文件夹，相对于当前文件夹，可重复。",
    ),
)


def overrides(
    entries: Sequence[Entry],
    found: Sequence[Settings],
    *,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str | None,
    incomplete: bool,
) -> Overrides:
    """What the options say; they may name ``entries`` and the local rules of ``found``.

    Raises:
        SettingsError: a word means no rule, unless rules are ``incomplete``.
    """
    local = {(rule.code, rule.name): rule for each in found for rule in each.local.rules}
    source = Source("命令行", (*entries, *local.values()), incomplete=incomplete)
    return Overrides(
        select=_words(select, source.at("--select"), selectors),
        ignore=_words(ignore, source.at("--ignore"), ignored),
        fail_on=fail_on,
    )


def patterns(exclude: tuple[str, ...]) -> tuple[str, ...]:
    """The globs of ``--exclude``, with ``/`` also where the system writes ``\\``.

    Raises:
        SettingsError: one of them is no glob.
    """
    return globs([each.replace(os.sep, "/") for each in exclude], Source("命令行", (), "--exclude"))


def _words(
    given: tuple[str, ...],
    source: Source,
    read: Callable[[object, Source], tuple[str, ...]],
) -> tuple[str, ...]:
    """The selectors of an option, apart at commas (also Chinese ones)."""
    words = [word.strip() for text in given for word in text.replace("，", ",").split(",")]
    return read([word for word in words if word], source)
