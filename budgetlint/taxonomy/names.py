"""How the names of institutions are shortened: ``names.toml``, compiled."""

from __future__ import annotations

import re
from functools import cache

from budgetlint.taxonomy.data import tables_of


@cache
def short_forms() -> tuple[tuple[re.Pattern[str], str], ...]:
    """What full names write out, with the usual short form, in the order of replacement."""
    return tuple((re.compile(full), short) for full, short in tables_of("names.toml")["short"])
