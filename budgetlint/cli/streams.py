"""Where reports go: standard output and files."""

from __future__ import annotations

import os
import re
import shutil
import stat
import sys
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from budgetlint.errors import Complaint
from budgetlint.lang import listed, say
from budgetlint.nearest import did_you_mean, nearest
from budgetlint.paths import display, identity
from budgetlint.reporters import FORMATS, format_for

if TYPE_CHECKING:
    from collections.abc import Iterable

    from budgetlint.reporters import Canvas


class OutputError(Complaint):
    """A place where no report can be written; the message names it and says why."""


@dataclass(frozen=True, slots=True)
class Destination:
    """A file to write a report to, in a format."""

    format: str
    path: Path


def destinations(words: Iterable[str]) -> list[Destination]:
    """The destinations given as ``[FORMAT=]FILE``, tried before anything is checked.

    Raises:
        OutputError: the format is unknown, or the file could not be written.
    """
    found = [_destination(word) for word in words]
    taken: dict[str, Path] = {}
    for each in found:
        key = identity(each.path)
        if key in taken and _is_plain(each.path):
            raise OutputError(say("--output 两次指定了同一个文件：{file}", file=display(each.path)))
        taken[key] = each.path
    return found


def _destination(word: str) -> Destination:
    head, sign, tail = word.partition("=")
    if sign and head in FORMATS:
        chosen: str | None = head
        path = tail
    elif sign and re.fullmatch(r"[A-Za-z0-9-]+", head):
        near = nearest(head, FORMATS)
        hint = did_you_mean(near) if near else say("可用：{words}。", words=listed(FORMATS))
        raise OutputError(
            say("--output 中没有“{word}”这种格式。", word=head)
            + hint
            + say("如果文件名本身含有等号，请写成 ./{word}", word=word)
        )
    else:
        chosen, path = format_for(word), word
    if not path or path == "-":
        raise OutputError(say("--output 需要文件名；要输出到屏幕请用 --format。"))
    if chosen is None and not Path(path).is_dir():
        raise OutputError(
            say("从文件名看不出 {file} 的格式，请写明，如 --output json={file}", file=display(path))
        )
    ensure_writable(Path(path), "--output")
    return Destination(chosen or "", Path(path))


def ensure_writable(path: Path, option: str) -> None:
    """Find out early whether a file could be written that ``option`` names.

    Raises:
        OutputError: it could not.
    """
    if path.is_dir():
        raise OutputError(
            say(
                "{option} 指定的 {file} 是文件夹，请给出文件名。",
                option=option,
                file=display(path),
            )
        )
    if not path.parent.is_dir():
        raise OutputError(
            say(
                "{option} 指定的文件夹不存在：{folder}",
                option=option,
                folder=display(path.parent),
            )
        )
    checked = path.parent if _is_plain(path) else path
    if not os.access(checked, os.W_OK) or (path.exists() and not os.access(path, os.W_OK)):
        raise OutputError(say("没有权限写入 {file}", file=display(path)))


def _is_plain(path: Path) -> bool:
    """Whether a path is a regular file or nothing yet (and not a device or a pipe)."""
    return not path.exists() or path.is_file()


def write_file(path: Path, text: str) -> None:
    """Write a report as UTF-8, at once or not at all.

    Raises:
        OutputError: the file could not be written; an older one is still whole then.
    """
    data = text.encode("utf-8", "backslashreplace")
    try:
        if _is_plain(path):
            _replace(Path(os.path.realpath(path)), data)
        else:
            path.write_bytes(data)
    except OSError as error:
        raise OutputError(
            say("无法写入 {file}：{why}", file=display(path), why=error.strerror or error)
        ) from error


def _replace(path: Path, data: bytes) -> None:
    import tempfile  # noqa: PLC0415 (slow, and only for --output)

    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(name, _mode(path))  # noqa: PTH101
        os.replace(name, path)  # noqa: PTH105
    except BaseException:
        with suppress(OSError):
            os.unlink(name)  # noqa: PTH108
        raise


def _mode(path: Path) -> int:
    """The mode of the file that is replaced, or that of any new file of this process."""
    if path.exists():
        return stat.S_IMODE(path.stat().st_mode)
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask


def stdout_canvas(canvas: Canvas, *, colour: bool | None) -> Canvas:
    """``canvas`` as standard output can show it. ``colour`` None lets the environment decide."""
    is_terminal = sys.stdout.isatty()
    return replace(
        canvas,
        colour=_wants_colour(is_terminal=is_terminal) if colour is None else colour,
        width=shutil.get_terminal_size().columns if is_terminal else None,
        encoding=sys.stdout.encoding or "utf-8",
    )


def _wants_colour(*, is_terminal: bool) -> bool:
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return is_terminal and os.environ.get("TERM") != "dumb"


def print_report(text: str, *, colour: bool = False, utf8: bool = False) -> None:
    """Write to standard output, as UTF-8 whatever the console has if ``utf8``.

    A reader that went away (``| head``) is no failure.
    """
    try:
        data = text.encode("utf-8", "backslashreplace") if utf8 else text
        click.echo(data, nl=False, color=colour)
        sys.stdout.flush()
    except BrokenPipeError:
        # The interpreter flushes once more at exit; let it flush into nothing.
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
