"""Shares in a sentence: X 100万元，其中：A 60万元，占60%；B 40万元，占40%.

The part of a share is the amount right before it. Where the phrase does not name its total, this
is an amount that a word such as 其中 opened to be told in parts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from budgetlint.disclosure.amount import MONEY_UNITS, NUMBER
from budgetlint.disclosure.narrative.grammar import EXACT
from budgetlint.disclosure.narrative.phrases import share_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure.narrative.phrases import Percent

_AMOUNT = re.compile(rf"(?P<number>(?<![0-9.]){NUMBER})(?P<unit>{MONEY_UNITS}){EXACT}")
_OPENS = re.compile(r"其中|包括|包含|分为|分别|构成|用于|具体|方面|如下|[0-9]%?元?:")
_VAGUE_WHOLE = re.compile(
    "(?:本年|当年|全年|部门|单位|全部)*(?:预算)?(?:总额|总数|总量|合计|总计|总)?(?:预算)?"
)
_COMPARED = re.compile("[较比与同增减]|上升|下降|提高|降低|压缩|上一?年|去年|约|近$")
_NAME = re.compile(r"[^,;。:、()%]*(?:\([^()]{1,12}\)[^,;。:、()%]*)*$")
_BEFORE_NAME = re.compile("(?:其中|包括|包含|以及|及|和|[0-9]+[.、]|上述)*")
_LONGEST_NAME = 80
_BEHIND_NAME = re.compile("(?:预算|安排|金额|数|为|是|共|计|合计|总计|共计)+$")


@dataclass(frozen=True, slots=True)
class Share:
    """A share with its part and, nearest first, the amounts that it can be of.

    ``whole`` is the name of the total, empty where the phrase names none; ``name`` is what stands
    before the part, from folded offset ``start``.
    """

    phrase: Percent
    part: re.Match[str]
    name: str
    start: int
    wholes: tuple[re.Match[str], ...]

    @property
    def whole(self) -> str:
        """The name of the total as the phrase gives it."""
        named = self.phrase.whole
        return "" if _VAGUE_WHOLE.fullmatch(named) else named


def find_shares(text: str, start: int, stop: int) -> Iterator[Share]:
    """The shares of the sentence from ``start`` to ``stop``; one that begins with 其中 may be of
    an amount of the sentence before."""
    begin = start
    if _OPENS.match(text, start, stop):
        begin = max(text.rfind("。", 0, start - 1) + 1, 0)
    amounts = list(_AMOUNT.finditer(text, begin, stop))
    opened: list[re.Match[str]] = []
    for n, part in enumerate(amounts):
        before = amounts[n - 1].end() if n else begin
        opener = _last_level(text, begin, amounts[:n])
        if opener and opener not in opened and _OPENS.search(text, before - 2, part.start()):
            opened.append(opener)
        phrase = share_at(text, part.end(), stop)
        at = _name_start(text, before, part.start())
        name = _BEHIND_NAME.sub("", text[at : part.start()])
        told = phrase is not None and name and part.start() >= start
        if phrase and told and not _is_compared(text, before, part):
            yield Share(phrase, part, name, at, _totals(text, opened, part))


def _name_start(text: str, before: int, stop: int) -> int:
    """Where the words right before an amount begin that name it."""
    before = max(before, stop - _LONGEST_NAME)
    named = _NAME.search(text, before, stop)
    begin = named.start() if named else before
    lead = _BEFORE_NAME.match(text, begin, stop)
    return lead.end() if lead else begin


def _is_compared(text: str, before: int, amount: re.Match[str]) -> bool:
    """Whether the words before an amount make it a change, last year's or approximate."""
    clause = max(text.rfind(mark, before, amount.start()) for mark in ",;。:") + 1
    return bool(_COMPARED.search(text, max(before, clause), amount.start()))


def _last_level(text: str, begin: int, amounts: list[re.Match[str]]) -> re.Match[str] | None:
    """The last of the amounts that is neither a change nor last year's."""
    for n in reversed(range(len(amounts))):
        if not _is_compared(text, amounts[n - 1].end() if n else begin, amounts[n]):
            return amounts[n]
    return None


def _totals(
    text: str, opened: list[re.Match[str]], part: re.Match[str]
) -> tuple[re.Match[str], ...]:
    """The amounts opened before the part whose list is not closed: the nearest first, but the
    first of all where a semicolon may have closed the nearer lists."""
    still = [total for total in opened if not _closed(text, total.end(), part.start())]
    between = text[still[-1].end() : part.start()] if still else ""
    if ";" in between and between.count("(") <= between.count(")"):
        return tuple(still)
    return tuple(reversed(still))


def _closed(text: str, begin: int, stop: int) -> bool:
    """Whether a bracket that was open at ``begin`` is closed before ``stop``."""
    depth = 0
    for char in text[begin:stop]:
        depth += (char == "(") - (char == ")")
        if depth < 0:
            return True
    return False
