"""What the commands that look at a configuration have in common."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from budgetlint.cli.chinese import Misuse
from budgetlint.cli.completion import FILE
from budgetlint.configuration import Configuration
from budgetlint.lang import headed, say
from budgetlint.registry import registered

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from budgetlint.entries import Entry
    from budgetlint.settings import Settings

    Command = Callable[..., Any]


def configuration_options(sentence: str) -> Callable[[Command], Command]:
    """The options ``--config`` and ``--isolated``; ``sentence`` is the help of the first."""

    isolated = click.option(
        "--isolated", is_flag=True, help="不使用任何配置文件，也不运行其中的规则。"
    )
    config = click.option("--config", metavar="文件", type=FILE, help=sentence)

    def add(command: Command) -> Command:
        return config(isolated(command))

    return add


def configuration(
    entries: Sequence[Entry], config: str | None, *, isolated: bool, with_rules: bool = True
) -> Configuration:
    """The configuration that the two options ask for; without ``entries`` it may name any rule.

    Raises:
        click.UsageError: both are given.
        SettingsError: something is wrong in the file.
    """
    if config and isolated:
        raise Misuse(say("--config 与 --isolated 不能同时使用。"), click.get_current_context())
    return Configuration(
        entries,
        file=Path(config) if config else None,
        isolated=isolated,
        incomplete=not entries or bool(registered().failures),
        with_rules=with_rules,
    )


def failures(settings: Iterable[Settings]) -> tuple[str, ...]:
    """What could not be loaded of the extensions and of the local rules of these settings."""
    every = (registered().failures, *(each.local.failures for each in settings))
    return tuple(dict.fromkeys(sentence for found in every for sentence in found))


def warn(sentences: Iterable[str]) -> None:
    """Say what went wrong but stops nothing."""
    for sentence in sentences:
        click.echo(headed("budgetlint", sentence), err=True)
