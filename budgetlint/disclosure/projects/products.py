"""Calculations in the texts of a project: 300人，每人200元; 22人×14万元+2万元=310万元."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from budgetlint.disclosure.amount import (
    MONEY_UNITS,
    NUMBER,
    ZERO,
    Amount,
    Unit,
    amount_like,
    amount_printed,
)
from budgetlint.taxonomy.performance import performance

if TYPE_CHECKING:
    from collections.abc import Iterator

_HALF = "万"
_SENTENCE = "。;"


@dataclass(frozen=True)
class Calculation:
    """A calculation: how it is made, what it comes to, and what the text says it comes to.

    ``amount`` is exact, ``result`` None where the text does not say. ``span`` is where all of it
    stands in the folded text.
    """

    terms: str
    amount: Amount
    result: Amount | None
    span: tuple[int, int]


@cache
def _compiled(name: str) -> re.Pattern[str]:
    """The expression of a form, with those of its parts in it."""
    forms = performance().products
    parts = {"any": forms["any"], "counter": forms["counter"], "number": NUMBER}
    parts["money"] = f"{MONEY_UNITS}|{_HALF}"
    text = forms[name]
    for part, expression in parts.items():
        text = text.replace(f"{{{part}}}", f"(?:{expression})")
    return re.compile(text)


def calculations(folded: str) -> Iterator[Calculation]:
    """The calculations in a folded text that can be read in one way only."""
    for match in _compiled("each").finditer(folded):
        if not _is_sure(folded, match):
            continue
        told = _compiled("result").match(folded, match.end())
        result = _money(told["result"], told["unit"]) if told else None
        count = amount_printed(match["count"], Unit.DIRECTION)
        price = _money(match["price"], match["unit"])
        yield Calculation(
            f"{match['count']}{match['counter']} × {price}",
            amount_like(count.value * price.yuan, result or price), result,
            (match.start(), told.end() if told else match.end()),
        )  # fmt: skip
    for match in _compiled("formula").finditer(folded):
        yuan = _sum(match["terms"])
        if yuan is not None:
            result = _money(match["result"], match["unit"])
            yield Calculation(match["terms"], amount_like(yuan, result), result, match.span())


def _money(number: str, unit: str) -> Amount:
    return amount_printed(number, Unit.WAN if unit == _HALF else Unit(unit))


def _sum(terms: str) -> Decimal | None:
    """What written out terms come to in 元; None where one is not money by one factor only, or
    none is a product."""
    if "×" not in terms:
        return None
    total = ZERO
    for term in terms.split("+"):
        product, moneys = Decimal(1), 0
        for text in term.split("×"):
            factor = _compiled("factor").fullmatch(text)
            if factor is None:
                return None
            number = amount_printed(factor["number"], Unit.DIRECTION).value
            is_money = factor["unit"] == _HALF or factor["unit"] in MONEY_UNITS.split("|")
            moneys += is_money
            product *= _money(factor["number"], factor["unit"]).yuan if is_money else number
        if moneys != 1:
            return None
        total += product
    return total


def _is_sure(folded: str, match: re.Match[str]) -> bool:
    """Whether 每… is said of this count: the same counter, no other count of it before, and the
    count itself is not one of several (每期30人)."""
    counter, again = match["counter"], match["again"]
    same = counter == again or any(
        counter in group and again in group for group in performance().same_counters
    )
    begin = max(folded.rfind(stop, 0, match.start()) for stop in _SENTENCE) + 1
    before = folded[begin : match.start()]
    return same and "每" not in before and not re.search(f"[0-9]{re.escape(counter)}", before)
