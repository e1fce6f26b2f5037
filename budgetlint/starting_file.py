"""The configuration file to start from: every key, explained, and all of it a comment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint._version import __version__
from budgetlint.keys import KEYS
from budgetlint.lang import say
from budgetlint.reporters.wrapping import break_lines
from budgetlint.toml_text import assignment, has_heading, headed, value_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.keys import Key

_COLUMNS = 80


def starting_file() -> str:
    """The text: lines that begin with ``# `` explain, those with ``#`` alone are settings."""
    blocks = ["\n".join(_prose(*_head())), *("\n".join(_block(key)) for key in KEYS.values())]
    return "\n\n".join(blocks) + "\n"


def _head() -> tuple[str, ...]:
    return (
        say(
            "budgetlint {version} 的全部设置，对本文件所在文件夹及下级文件夹中的文件起作用。",
            version=__version__,
        ),
        say("现在都是注释，起作用的是默认值；要改变哪一项，去掉它行首的 # 并修改。"),
        say(
            "规则的编号和名称用 budgetlint rules 查看，"
            "写完后用 budgetlint config 查看起作用的设置。"
        ),
    )


def plain(meaning: str) -> str:
    """The meaning of a key without the marks of Markdown."""
    return meaning.replace("`", "")


def _block(key: Key) -> Iterator[str]:
    meaning = plain(say(key.meaning))
    if key.example is None:
        yield from _prose(say("{meaning}。默认值：", meaning=meaning))
    elif key.default:
        value = value_text(key.default)
        yield from _prose(say("{meaning}。默认 {value}，例如：", meaning=meaning, value=value))
    else:
        yield from _prose(say("{meaning}。默认没有，例如：", meaning=meaning))
    value = key.default if key.example is None else key.example
    written = headed if has_heading(value) else assignment
    yield from (f"#{line}" for line in written(key.name, value, _COLUMNS))


def _prose(*paragraphs: str) -> Iterator[str]:
    for text in paragraphs:
        yield from (f"# {text[start:end]}" for start, end in break_lines(text, _COLUMNS - 2))
