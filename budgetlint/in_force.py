"""Which settings are in force, and where each value comes from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from budgetlint.keys import KEYS
from budgetlint.lang import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.settings import Overrides, Settings


class Origin(StrEnum):
    """Where a value comes from."""

    DEFAULT = "default"
    FILE = "file"
    COMMAND_LINE = "command-line"

    @property
    def label(self) -> str:
        """The word printed for people."""
        return say({"default": "默认", "file": "配置文件", "command-line": "命令行"}[self.value])


@dataclass(frozen=True, slots=True)
class InForce:
    """A key, its value as TOML would say it (None where nothing is set), and its origins."""

    key: str
    value: Any
    origins: tuple[Origin, ...]


def in_force(settings: Settings, overrides: Overrides) -> Iterator[InForce]:
    """Every key with the value that holds for a file with these settings, in the order of keys."""
    overridden = overrides.written(settings)
    for key in KEYS.values():
        if key.name in overridden:
            yield InForce(key.name, overridden[key.name], _origins(key.name, settings, overrides))
        elif key.name in settings.written:
            yield InForce(key.name, settings.written[key.name], (Origin.FILE,))
        else:
            yield InForce(key.name, key.default, (Origin.DEFAULT,))


def _origins(name: str, settings: Settings, overrides: Overrides) -> tuple[Origin, ...]:
    """Those of a value that the command line gives: ``--ignore`` adds, the others replace."""
    adds = name == "ignore" and not overrides.select and name in settings.written
    return (Origin.FILE, Origin.COMMAND_LINE) if adds else (Origin.COMMAND_LINE,)
