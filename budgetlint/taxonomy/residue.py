"""What templates, layout and global replacements leave behind: ``residue.toml``, read once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from budgetlint.taxonomy.data import Expression, patterns, tables_of


@dataclass(frozen=True, slots=True)
class Trace:
    """One kind of residue: see the comments in ``residue.toml``.

    ``signs`` finds one of its signs, ``hint`` the first character of one: quicker than ``pattern``.
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


@cache
def traces(group: str) -> tuple[Trace, ...]:
    """The kinds of residue of a group: field, placeholder, replaced, markup or draft."""
    return tuple(
        Trace(
            id=data["id"],
            pattern=Expression(data["pattern"]),
            signs=patterns([re.escape(sign) for sign in data["signs"]]),
            hint=patterns(sorted({re.escape(sign[0]) for sign in data["signs"]})),
            view=data.get("view", "folded"),
            where=frozenset(data.get("where", ())),
            formats=frozenset(data.get("formats", ())),
            unless=Expression(data["unless"]) if "unless" in data else None,
            within=data.get("within"),
            right=data.get("right", ""),
        )
        for data in tables_of("residue.toml")[group]
    )
