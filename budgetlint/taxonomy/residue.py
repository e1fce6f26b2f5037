"""What templates, layout and global replacements leave behind: ``residue.toml``, read once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from budgetlint.taxonomy.data import Expression, patterns, tables_of

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Trace:
    """One kind of residue: see the comments in ``residue.toml``.

    ``signs`` finds one of its signs, ``hint`` the first character of one: quicker than ``pattern``.
    ``severity`` is "" where it is that of the rule.
    ``within`` is the number of blocks at the beginning in which it counts, None for all of them.
    """

    id: str
    pattern: Expression
    signs: Expression
    hint: Expression
    view: str = "folded"
    where: frozenset[str] = frozenset()
    formats: frozenset[str] = frozenset()
    unless: Expression | None = None
    within: int | None = None
    right: str = ""
    severity: str = ""


@cache
def traces(group: str) -> tuple[Trace, ...]:
    """The kinds of residue of a group: field, placeholder, replaced, markup or draft."""
    return tuple(
        Trace(
            id=data["id"],
            pattern=Expression(data["pattern"]),
            signs=patterns(_signs(data)),
            hint=patterns(_hints(data)),
            view=data.get("view", "folded"),
            where=frozenset(data.get("where", ())),
            formats=frozenset(data.get("formats", ())),
            unless=Expression(data["unless"]) if "unless" in data else None,
            within=data.get("within"),
            right=data.get("right", ""),
            severity=data.get("severity", ""),
        )
        for data in tables_of("residue.toml")[group]
    )


def _signs(data: Mapping[str, Any]) -> list[str]:
    return [data["chars"]] if "chars" in data else [re.escape(sign) for sign in data["signs"]]


def _hints(data: Mapping[str, Any]) -> list[str]:
    if "chars" in data:
        return [data["chars"]]
    return sorted({re.escape(sign[0]) for sign in data["signs"]})
