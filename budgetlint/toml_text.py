"""Values as TOML text, for people: as short as it gets, long lists one item a line."""

from __future__ import annotations

import json
import re
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from budgetlint.reporters.wrapping import width

if TYPE_CHECKING:
    from collections.abc import Mapping

_BARE = re.compile(r"[A-Za-z0-9_-]+")


def key_text(key: str) -> str:
    """A key, quoted where it must be."""
    return key if _BARE.fullmatch(key) else value_text(key)


def value_text(value: Any) -> str:
    """A value that TOML can hold, in one line."""
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return json.dumps(value, ensure_ascii=False).replace("\x7f", r"\u007f")
        case list():
            return f"[{', '.join(map(value_text, value))}]"
        case dict():
            return f"{{ {_pairs(value)} }}" if value else "{}"
        case datetime() | date() | time():
            return value.isoformat()
    return str(value)


def assignment(key: str, value: Any, columns: int) -> list[str]:
    """The lines that give ``key`` a value; a list that is too wide takes a line for each item."""
    line = f"{key_text(key)} = {value_text(value)}"
    if not isinstance(value, list) or width(line) <= columns:
        return [line]
    return [f"{key_text(key)} = [", *(f"  {value_text(each)}," for each in value), "]"]


def has_heading(value: Any) -> bool:
    """Whether a value is best written under headings: a table with something in it, or several."""
    if isinstance(value, list):
        return bool(value) and all(isinstance(each, dict) for each in value)
    return isinstance(value, dict) and bool(value)


def headed(name: str, value: Any, columns: int) -> list[str]:
    """The lines of such a value; a table of tables has one heading for each."""
    if isinstance(value, list):
        return [line for each in value for line in _under(f"[[{name}]]", each, columns)]
    if value and all(isinstance(each, dict) for each in value.values()):
        tables = ((f"{name}.{key_text(key)}", each) for key, each in value.items())
        return [line for path, each in tables for line in headed(path, each, columns)]
    return _under(f"[{name}]", value, columns)


def _under(heading: str, value: Mapping[str, Any], columns: int) -> list[str]:
    return [heading, *(line for k, v in value.items() for line in assignment(k, v, columns))]


def _pairs(value: Mapping[str, Any]) -> str:
    return ", ".join(f"{key_text(key)} = {value_text(each)}" for key, each in value.items())
