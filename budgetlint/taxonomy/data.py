"""The data files beside this module, as they are read, and the expressions in them."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from typing import Any


class Expression:
    """A regular expression that is compiled when it is first used: most of a template never is."""

    __slots__ = ("_compiled", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._compiled: re.Pattern[str] | None = None

    @property
    def compiled(self) -> re.Pattern[str]:
        """The compiled expression."""
        if self._compiled is None:
            self._compiled = re.compile(self.text)
        return self._compiled

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The match of the whole ``text``."""
        return self.compiled.fullmatch(text)

    def search(self, text: str) -> re.Match[str] | None:
        """The first match in ``text``."""
        return self.compiled.search(text)


def patterns(texts: list[str]) -> Expression:
    """One expression for all ways to say something."""
    return Expression("|".join(f"(?:{text})" for text in texts))


def text_of(name: str) -> str:
    """The text of a data file."""
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def tables_of(name: str) -> dict[str, Any]:
    """The tables of a TOML file."""
    return tomllib.loads(text_of(name))
