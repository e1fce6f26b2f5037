"""``--with``: other files of the disclosure that a file belongs to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from budgetlint.cli.chinese import Misuse
from budgetlint.cli.completion import FILE
from budgetlint.lang import say
from budgetlint.paths import display, identity

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Command = Callable[..., Any]


def companion_option(command: Command) -> Command:
    """Add ``--with`` to a command, which gets its words as ``others``."""
    return click.option(
        "--with",
        "others",
        metavar="文件",
        type=FILE,
        multiple=True,
        help="把这个文件与要检查的文件当作同一份公开材料（如分开公布的预算表），可重复。",
    )(command)


def companions(words: Sequence[str], checked: Sequence[Path]) -> tuple[Path, ...]:
    """The files that are to be read together with the one that is checked.

    Raises:
        Misuse: several files are checked, or one of the words is no other file.
    """
    if not words:
        return ()
    ctx = click.get_current_context()
    if len(checked) != 1:
        raise Misuse(say("用 --with 时只能检查一个文件，它们是同一份公开材料。"), ctx)
    taken = {identity(checked[0])}
    for path in map(Path, words):
        if not path.is_file():
            raise Misuse(say("--with 指定的 {path} 不是文件。", path=display(path)), ctx)
        if identity(path) in taken:
            raise Misuse(say("--with 指定的 {path} 重复了。", path=display(path)), ctx)
        taken.add(identity(path))
    return tuple(map(Path, words))
