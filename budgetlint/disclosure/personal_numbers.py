"""Numbers in a text that belong to one person.

They are told by their own check digits, so that codes, accounts and amounts are not taken for them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ID_CARD = "id-card"
MOBILE = "mobile"
BANK_CARD = "bank-card"

_FIRST_YEAR = 1900
_FULL_WIDTH = {ord("０") + n: str(n) for n in range(10)} | {ord("Ｘ"): "X", ord("－"): "-"}

_ALONE = r"(?<![0-9A-Za-z.,*_/%-])"
_END = r"(?![0-9A-Za-z*_/%-]|[.,][0-9])"
_NO_MONEY = r"(?![0-9.,]*(?:万|亿|千|百)?(?:元|人|次|个|％|%))"
# The first two digits are a province; GB 11643.
_ID = re.compile(
    _ALONE + r"(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|7[1]|8[1-3])[0-9]{4}"
    r"(?P<birth>(?:19|20)[0-9]{6})[0-9]{3}[0-9Xx](?![0-9A-Za-z])"
)
_MOBILE = re.compile(
    _ALONE + r"(?:(?:\+|00)?86-?)?1[3-9][0-9](?P<gap>-?)[0-9]{4}(?P=gap)[0-9]{4}" + _NO_MONEY + _END
)
# The numbers that cards in China begin with; ISO/IEC 7812.
_UNIONPAY = re.compile(_ALONE + r"62[0-9]{14,17}" + _NO_MONEY + _END)
_ANY_CARD = re.compile(_ALONE + r"[3-69][0-9]{15,18}" + _NO_MONEY + _END)
_CARD_WORDS = re.compile("卡号|银行卡|借记卡|储蓄卡|信用卡号|一卡通|存折|工资卡")
_NO_PERSON = re.compile("信用代码|组织机构代码|登记证号|项目编码|项目代码|文号|编号|对公")
_AROUND = 16
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK = "10X98765432"


@dataclass(frozen=True, slots=True)
class PersonalNumber:
    """A number of one person in a text: ``kind`` and its slice."""

    kind: str
    start: int
    end: int


def personal_numbers(text: str) -> Iterator[PersonalNumber]:
    """The numbers of persons in a text without blanks, in order."""
    plain = text.translate(_FULL_WIDTH)
    taken = 0
    for match, kind in sorted(_candidates(plain), key=lambda found: found[0].start()):
        if match.start() >= taken:
            taken = match.end()
            yield PersonalNumber(kind, *match.span())


def _candidates(text: str) -> Iterator[tuple[re.Match[str], str]]:
    for match in _ID.finditer(text):
        if is_id_number(match[0]) and not _NO_PERSON.search(text, *_before(match)):
            yield match, ID_CARD
    for match in _MOBILE.finditer(text):
        if not _NO_PERSON.search(text, *_before(match)):
            yield match, MOBILE
    named = _CARD_WORDS.search(text) is not None
    for match in (_ANY_CARD if named else _UNIONPAY).finditer(text):
        if has_luhn_digit(match[0]) and not _NO_PERSON.search(text, *_before(match)):
            yield match, BANK_CARD


def _before(match: re.Match[str]) -> tuple[int, int]:
    return max(0, match.start() - _AROUND), match.start()


def is_id_number(number: str) -> bool:
    """Whether 18 characters are an identity-card number: a day of birth and the check character
    (GB 11643)."""
    try:
        born = date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
    return born.year >= _FIRST_YEAR and _CHECK[total % 11] == number[17].upper()


def has_luhn_digit(number: str) -> bool:
    """Whether the last digit of a card number checks the others (ISO/IEC 7812)."""
    total = 0
    for place, digit in enumerate(reversed(number)):
        value = int(digit) * (2 if place % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0 and len(set(number)) > 2
