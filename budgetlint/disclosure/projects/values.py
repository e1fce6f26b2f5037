"""The value of an indicator: ≥95%, ≤6万元, 300人, 2—3次, 有效提高."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from budgetlint.disclosure.amount import NUMBER, Unit, amount_printed
from budgetlint.fold import fold
from budgetlint.taxonomy.performance import performance

if TYPE_CHECKING:
    from decimal import Decimal

_PLAIN = re.compile(rf"(?P<number>{NUMBER})(?P<unit>.*)", re.DOTALL)
_BARE = re.compile(rf"[^0-9]{{0,4}}{NUMBER}")
_RANGE = re.compile(
    rf"(?P<number>{NUMBER})(?P<first>[^0-9]{{0,4}}?)(?:-|~|—+|至)(?P<upper>{NUMBER})(?P<unit>[^0-9]*)"
)


@dataclass(frozen=True, slots=True)
class Value:
    """What an indicator is to reach.

    ``comparator`` is ``at-least``, ``more``, ``at-most``, ``less``, ``equal`` or ``about`` where a
    sign or a word says so, else "". ``number`` None: only words (有效提高) or a date. ``upper`` is
    the end of a range. ``unit`` is what stands behind the number, ``kind`` what unit that is
    (``rate``, ``money``, ``half`` for a mere 万, …, as ``performance.toml`` lists them), or "".
    """

    text: str
    comparator: str = ""
    number: Decimal | None = None
    decimals: int = 0
    upper: Decimal | None = None
    unit: str = ""
    kind: str = ""

    @property
    def is_limit(self) -> bool:
        """Whether it must not be exceeded."""
        return self.comparator in ("at-most", "less")

    @property
    def is_floor(self) -> bool:
        """Whether it must be reached."""
        return self.comparator in ("at-least", "more")

    @property
    def is_date(self) -> bool:
        """Whether it tells a date: 2024年底前."""
        return self.number is None and performance().date.fullmatch(self.text) is not None

    @property
    def yuan(self) -> Decimal | None:
        """The amount of money in 元 that it tells, a mere 万 taken for 万元; None for others."""
        if self.number is None or self.kind not in ("money", "half"):
            return None
        unit = self.unit if self.kind == "money" else f"{self.unit}元"
        return self.number * Unit(unit).yuan if unit in set(Unit) else None


def parse_value(printed: str, sign: str = "", measure: str = "") -> Value:
    """The value that a cell prints, with the ``sign`` and the unit that other columns print.

    Any text is one: what holds no number is words.
    """
    text = fold(printed)
    if _BARE.fullmatch(text):
        text += measure
    if text[:1].isdigit() and sign in performance().comparators:
        text = sign + text
    sign = next((s for s in performance().comparators if text.startswith(s)), "")
    comparator = performance().comparators.get(sign, "")
    rest = text[len(sign) :].removeprefix(":")
    spread = _RANGE.fullmatch(rest)
    found = spread or _PLAIN.fullmatch(rest)
    if found is None or performance().date.fullmatch(rest):
        return Value(text)
    amount = amount_printed(found["number"], Unit.DIRECTION)
    upper = amount_printed(spread["upper"], Unit.DIRECTION).value if spread else None
    unit = found["unit"]
    if not comparator:
        unit, comparator = _suffix(unit)
    kind = performance().kind_of_unit(unit)
    return Value(text, comparator, amount.value, amount.decimals, upper, unit, kind)


def _suffix(unit: str) -> tuple[str, str]:
    """The unit without a word that compares (以上), and what that word means."""
    for name, pattern in performance().suffixes.items():
        for at in range(len(unit)):
            if pattern.fullmatch(unit[at:]):
                return unit[:at], name
    return unit, ""
