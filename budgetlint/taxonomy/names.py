"""How the names of institutions are shortened: ``names.toml``, compiled."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files


@cache
def short_forms() -> tuple[tuple[re.Pattern[str], str], ...]:
    """What full names write out, with the usual short form, in the order of replacement."""
    text = files(__package__).joinpath("names.toml").read_text(encoding="utf-8")
    return tuple((re.compile(full), short) for full, short in tomllib.loads(text)["short"])
