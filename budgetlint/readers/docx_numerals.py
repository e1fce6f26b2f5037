"""Numbers as Word prints them in automatic numbering (ST_NumberFormat, ECMA-376 §17.18.59).

Where the standard is silent, the output follows what Word prints: 十 and not 一十 for 10, circled
numbers up to 20 and decimal ones beyond, letters doubled after z.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Formatter = Callable[[int], str]

_MYRIAD = 10_000
_DIGITS = "一二三四五六七八九"
_LEGAL = "壹贰叁肆伍陆柒捌玖"
_LEGAL_TRADITIONAL = "壹貳參肆伍陸柒捌玖"
_LEGAL_JAPANESE = "壱弐参四伍六七八九"


@dataclass(frozen=True, slots=True)
class _System:
    """A counting system with signs for ten, hundred and thousand.

    ``filler`` stands for skipped places inside a number. ``bare`` is the number of units, from
    ten upwards, that stand without their one: 0 gives 壹拾, 1 gives 十 but 一百, 3 gives 百.
    """

    digits: str
    units: str
    myriad: str
    filler: str
    bare: int

    def __call__(self, number: int) -> str:
        if not 0 < number < _MYRIAD**2:
            return str(number)
        high, low = divmod(number, _MYRIAD)
        if not high:
            return self._group(low, leading=True)
        head = self._group(high, leading=True) + self.myriad
        if not low:
            return head
        gap = self.filler if low < _MYRIAD // 10 else ""
        return head + gap + self._group(low, leading=False)

    def _group(self, number: int, *, leading: bool) -> str:
        """A number below 10,000; a ``leading`` group may drop the one of its ten."""
        text, gap = "", False
        for unit in (3, 2, 1, 0):
            digit = number // 10**unit % 10
            if not digit:
                gap = bool(text)
                continue
            if gap:
                text, gap = text + self.filler, False
            text += self._place(digit, unit, first=leading and not text)
        return text

    def _place(self, digit: int, unit: int, *, first: bool) -> str:
        if not unit:
            return self.digits[digit - 1]
        sign = self.units[unit - 1]
        plain = unit <= self.bare and (first or self.bare > 1)
        return sign if digit == 1 and plain else self.digits[digit - 1] + sign


_THOUSAND = _System(_DIGITS, "十百千", "万", "〇", bare=1)
_THOUSAND_TAIWAN = _System(_DIGITS, "十百千", "萬", "零", bare=1)


def _places(digits: str) -> Formatter:
    """Digit by digit: 一〇一."""
    table = str.maketrans("0123456789", digits)
    return lambda number: str(number).translate(table)


def _counting(number: int) -> str:
    """Tens up to 99, digit by digit beyond."""
    return _THOUSAND(number) if 0 < number < 100 else _places("○" + _DIGITS)(number)


def _series(signs: str) -> Formatter:
    """One sign for each number, decimal beyond the last."""
    return lambda number: signs[number - 1] if 0 < number <= len(signs) else str(number)


def _range(first: str, count: int) -> Formatter:
    return _series("".join(chr(ord(first) + i) for i in range(count)))


def _letters(first: str) -> Formatter:
    """a … z, aa, bb …, zz, aaa …"""

    def letters(number: int) -> str:
        if not 0 < number <= 780:
            return str(number)
        times, index = divmod(number - 1, 26)
        return chr(ord(first) + index) * (times + 1)

    return letters


_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    text = ""
    for size, sign in _ROMAN:
        times, number = divmod(number, size)
        text += sign * times
    return text


def _stems_and_branches(number: int) -> str:
    """甲子 … 癸亥, decimal beyond 60."""
    if not 0 < number <= 60:
        return str(number)
    return _STEMS[(number - 1) % 10] + _BRANCHES[(number - 1) % 12]


_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_FULL_WIDTH = _places("０１２３４５６７８９")

_FORMATS: dict[str, Formatter] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "decimalFullWidth": _FULL_WIDTH,
    "decimalFullWidth2": _FULL_WIDTH,
    "decimalHalfWidth": str,
    "decimalEnclosedCircle": _range("①", 20),
    "decimalEnclosedCircleChinese": _range("①", 20),
    "decimalEnclosedParen": _range("⑴", 20),
    "decimalEnclosedFullstop": _range("⒈", 20),
    "numberInDash": lambda number: f"- {number} -",
    "chineseCounting": _counting,
    "taiwaneseCounting": _counting,
    "chineseCountingThousand": _THOUSAND,
    "taiwaneseCountingThousand": _THOUSAND_TAIWAN,
    "japaneseCounting": _System(_DIGITS, "十百千", "万", "", bare=3),
    "chineseLegalSimplified": _System(_LEGAL, "拾佰仟", "万", "零", bare=0),
    "ideographLegalTraditional": _System(_LEGAL_TRADITIONAL, "拾佰仟", "萬", "零", bare=0),
    "japaneseLegal": _System(_LEGAL_JAPANESE, "拾百阡", "萬", "", bare=0),
    "ideographDigital": _places("〇" + _DIGITS),
    "japaneseDigitalTenThousand": _places("〇" + _DIGITS),
    "taiwaneseDigital": _places("○" + _DIGITS),
    "ideographTraditional": _series(_STEMS),
    "ideographZodiac": _series(_BRANCHES),
    "ideographZodiacTraditional": _stems_and_branches,
    "ideographEnclosedCircle": _range("㊀", 10),
    "lowerLetter": _letters("a"),
    "upperLetter": _letters("A"),
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperRoman": _roman,
    "none": lambda _: "",
    "bullet": lambda _: "",
}


def numeral(number: int, number_format: str) -> str:
    """``number`` in the format of that ST_NumberFormat name; decimal for formats not known here."""
    return _FORMATS.get(number_format, str)(number)


def padded(number: int, pattern: str) -> str:
    """``number`` in a custom format such as ``001, 002, 003, ...``: zeros up to its width."""
    first = pattern.split(",", 1)[0].strip()
    return str(number).zfill(len(first)) if first.isdecimal() and len(first) < 10 else str(number)
