"""Ordinals as headings carry them: 一、 （一） 第二部分 6、 (3) ①."""

from __future__ import annotations

import re
from dataclasses import dataclass

_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
_HAN = "[〇零一二三四五六七八九十百]+"
_ORDINAL = re.compile(
    rf"(?P<part>第(?P<p>{_HAN})(?:部分|篇|章)[:、.]?)|"
    rf"(?P<han>(?P<h>{_HAN})[、.．:])|"
    rf"(?P<han_bracket>\((?P<hb>{_HAN})\))|"
    r"(?P<arabic>(?P<a>[0-9]{1,3})(?:[、．]|\.(?![0-9])))|"
    r"(?P<arabic_bracket>\((?P<ab>[0-9]{1,3})\))|"
    r"(?P<circled>(?P<c>[①-⑳]))"
)


@dataclass(frozen=True, slots=True)
class Ordinal:
    """The number a heading begins with: its style, value, and length in folded text."""

    style: str
    value: int
    text: str

    @property
    def length(self) -> int:
        """How many folded characters it takes."""
        return len(self.text)


def parse_han(text: str) -> int:
    """The value of a Chinese numeral up to 999.

    Raises:
        ValueError: it is none.
    """
    if not text:
        raise ValueError(text)
    total, digit = 0, None
    for char in text:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char in "十百":
            total += (1 if digit is None else digit) * (10 if char == "十" else 100)
            digit = None
        else:
            raise ValueError(text)
    return total + (digit or 0)


def ordinal_value(text: str) -> int:
    """The value of a number in digits or in Chinese numerals.

    Raises:
        ValueError: it is none.
    """
    return int(text) if text.isdecimal() else parse_han(text)


def format_han(value: int) -> str:
    """``value`` from 1 to 99 as a heading counts: 一, 十, 十一, 二十, 二十一."""
    digits = "〇一二三四五六七八九"
    tens, ones = divmod(value, 10)
    lead = "" if tens == 0 else ("十" if tens == 1 else f"{digits[tens]}十")
    return lead + (digits[ones] if ones else "")


def leading_ordinal(folded: str) -> Ordinal | None:
    """The ordinal at the start of a folded text, or None.

    Circled digits are folded to plain digits by NFKC and thus cannot be told apart there; they
    are only recognised in unfolded text.
    """
    match = _ORDINAL.match(folded)
    if match is None:
        return None
    style = next(s for s in _STYLES if match.group(s))
    text = match.group(style)
    raw = match.group(_STYLES[style])
    if style == "circled":
        value = ord(raw) - ord("①") + 1
    else:
        value = int(raw) if raw.isdecimal() else parse_han(raw)
    return Ordinal(style, value, text)


_STYLES = {
    "part": "p",
    "han": "h",
    "han_bracket": "hb",
    "arabic": "a",
    "arabic_bracket": "ab",
    "circled": "c",
}


def strip_ordinal(folded: str) -> str:
    """A folded text without the ordinal it begins with."""
    ordinal = leading_ordinal(folded)
    return folded[ordinal.length :] if ordinal else folded
