"""The options of the command line that have the last word over a configuration."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import click

from budgetlint.cli.chinese import Word
from budgetlint.cli.completion import complete_selectors
from budgetlint.key_values import FAIL_ON, Source, globs, ignored, selectors
from budgetlint.lang import say
from budgetlint.settings import Overrides

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from budgetlint.entries import Entry

    Command = Callable[..., Any]


def override_options(command: Command) -> Command:
    """The options ``--select``, ``--ignore`` and ``--fail-on``."""
    select = click.option(
        "--select",
        metavar="规则",
        multiple=True,
        shell_complete=complete_selectors,
        help="只显示这些规则的结果：编号、前缀或名称，可重复，可用逗号分隔。",
    )
    ignore = click.option(
        "--ignore",
        metavar="规则",
        multiple=True,
        shell_complete=complete_selectors,
        help="不显示这些规则的结果，写法同 --select。",
    )
    fail_on = click.option(
        "--fail-on",
        type=Word(FAIL_ON),
        help="发现这一级别及以上的问题时退出码为 1，默认 error；never 表示总为 0。",
    )
    return select(ignore(fail_on(command)))


def exclusion_options(command: Command) -> Command:
    """The options ``--exclude`` and ``--force-exclude``."""
    exclude = click.option(
        "--exclude",
        metavar="通配符",
        multiple=True,
        help="检查文件夹时不看这些文件和下级文件夹，相对于当前文件夹，可重复。",
    )
    force = click.option(
        "--force-exclude",
        is_flag=True,
        help="直接写出的文件也可以被排除（供提交前的钩子使用）；全部被排除时退出码为 0。",
    )
    return exclude(force(command))


def overrides(
    entries: Sequence[Entry],
    *,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str | None,
    incomplete: bool,
) -> Overrides:
    """What the options say; they may name any of the ``entries``.

    Raises:
        SettingsError: a word means no rule, unless rules are ``incomplete``.
    """
    source = Source(say("命令行"), entries, incomplete=incomplete)
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
    source = Source(say("命令行"), (), "--exclude")
    return globs([each.replace(os.sep, "/") for each in exclude], source)


def _words(
    given: tuple[str, ...],
    source: Source,
    read: Callable[[object, Source], tuple[str, ...]],
) -> tuple[str, ...]:
    """The selectors of an option, apart at commas (also Chinese ones)."""
    words = [word.strip() for text in given for word in text.replace("，", ",").split(",")]
    return read([word for word in words if word], source)
