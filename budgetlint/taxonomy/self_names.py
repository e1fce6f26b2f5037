"""What bodies call themselves: ``self-names.toml``, read once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from budgetlint.taxonomy.data import tables_of


@dataclass(frozen=True)
class SelfName:
    """What a kind of body calls itself, and how ``bodies`` of this kind are named."""

    words: re.Pattern[str]
    bodies: re.Pattern[str]


@cache
def self_names() -> tuple[SelfName, ...]:
    """All kinds of bodies."""
    return tuple(
        SelfName(re.compile(one["self"]), re.compile(one["bodies"]))
        for one in tables_of("self-names.toml")["kind"]
    )
