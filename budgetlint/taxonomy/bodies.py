"""How a sentence says who the department is: ``bodies.toml``, read once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from budgetlint.taxonomy.data import tables_of


@dataclass(frozen=True)
class BodySpec:
    """What follows a name that says whose the document is; see ``bodies.toml``.

    ``endings`` and ``generic`` are the ends of names, the others expressions.
    """

    duties: str
    described: str
    regulation: str
    undated: str
    endings: tuple[str, ...]
    generic: str
    unless: re.Pattern[str]
    pairs: re.Pattern[str]
    verbs: str
    long: tuple[str, ...]
    local: re.Pattern[str]


@cache
def body_spec() -> BodySpec:
    """The fixed contexts of names."""
    data = tables_of("bodies.toml")
    return BodySpec(
        data["duties"],
        data["described"],
        data["regulation"],
        data["undated"],
        tuple(data["endings"]),
        data["generic"],
        re.compile(data["unless"]),
        re.compile(data["pairs"]),
        data["verbs"],
        tuple(data["long"]),
        re.compile(data["local"]),
    )
