"""Whether words stand in a text as they are, and not as a piece of a longer number."""

from __future__ import annotations

import re


def stands_in(words: str, text: str) -> bool:
    """Whether ``words`` stand in ``text``: 表1 does not stand in 表10, nor 8 in 18.65."""
    before = r"(?<![0-9])(?<![0-9][.,])" if words[:1].isdecimal() else ""
    after = r"(?![.,]?[0-9])" if words[-1:].isdecimal() else ""
    return bool(words) and re.search(before + re.escape(words) + after, text) is not None
