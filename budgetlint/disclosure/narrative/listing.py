"""Items listed in the text of 机关运行经费: 办公费2.16万元、邮电费1.80万元……

A list ends where another main quantity begins, where an item is told in parts of its own (其中),
or where it begins anew.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from budgetlint.disclosure.amount import MONEY_UNITS, NUMBER
from budgetlint.disclosure.narrative.grammar import EXACT
from budgetlint.disclosure.narrative.sentence_facts import ITEM
from budgetlint.taxonomy.agency import agency

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from budgetlint.disclosure.facts import Fact
    from budgetlint.disclosure.narrative.sentence_facts import Printer

SECTION = "agency"
"""The section whose list is read, and the quantity that it divides."""
FOREIGN = "foreign:"
"""How the concept of a name begins that is listed where it does not belong."""
_BEHIND = "(?:预算|安排|为){0,4}"
_ITEM = re.compile(
    r"(?<![^0-9,;。、:和及()元])(?P<lead>(?:其中|包括|主要|用于|和|及){0,4})"
    rf"(?P<name>(?![()])[^0-9,;。、:]{{2,24}}?){_BEHIND}(?P<number>{NUMBER})(?P<unit>{MONEY_UNITS}){EXACT}"
)
_PIECE = re.compile(f"(?P<name>[^0-9,;。、:()]+?){_BEHIND}(?=[0-9,;。、:()等]|$)")
_JOINED_BEFORE = re.compile("[^0-9,;。:元()、和及][^0-9,;。:元()]*[、和及]$")
"""Names that share the amount of the one behind them: 会议费、培训费3万元."""
_JOINED = re.compile("[^和及]+")


class _Item(NamedTuple):
    name: str
    begin: int
    match: re.Match[str]


def listed(printers: Iterable[Printer]) -> Iterator[Fact]:
    """The items of the list in the paragraphs of a section, whose other quantities were read
    before, and the names (``FOREIGN``) that do not belong in it."""
    names = set[str]()
    depth: int | None = None
    ended = False
    for printer in printers:
        yield from _foreign(printer)
        start = 0 if names else _opening(printer)
        for item in () if ended else _items(printer, start):
            own = _depth(printer.folded.text, item.begin)
            depth = own if depth is None else depth
            if own > depth:
                continue
            told_in_parts = bool(names) and "其中" in item.match["lead"]
            ended = told_in_parts or item.name in names or agency().is_foreign(item.name)
            fact = None if ended else printer.level(item.match, item.name, item.begin)
            if fact is None:
                break
            names.add(item.name)
            yield fact


def _totals(printer: Printer) -> list[int]:
    """Where the total is told in a paragraph."""
    return [
        end
        for (index, end), fact in printer.scope.amounts.items()
        if index == printer.index and fact.concept == SECTION and not fact.is_zero
    ]


def _opening(printer: Printer) -> int:
    """Where the clause begins that opens a list, behind the total if that is told there."""
    text, start = printer.folded.text, min(_totals(printer), default=0)
    opened = agency().opens.search(text, start)
    if opened is None:
        return len(text)
    return max(start, *(text.rfind(mark, start, opened.start()) + 1 for mark in ",;。("))


def _items(printer: Printer, start: int) -> Iterator[_Item]:
    """What looks like an item with its amount, and is no quantity known otherwise."""
    text, spec = printer.folded.text, agency()
    for match in _ITEM.finditer(text, start):
        fact = printer.scope.amounts.get((printer.index, match.end()))
        words = text[match.start("name") : match.start("number")]
        never = spec.no_item.search(match["name"]) or spec.no_item.search(words)
        if never or (fact and not fact.concept.startswith(ITEM)):
            continue
        joined = _JOINED_BEFORE.search(text, start, match.start("name"))
        at = joined.start() if joined else match.start("name")
        name, begin = _stripped(text[at : match.end("name")], at)
        if name:
            yield _Item(name, begin, match)


def _stripped(words: str, at: int) -> tuple[str, int]:
    """The name in words without what stands before it, and where it begins."""
    spec = agency()
    before = spec.before.match(words)
    skipped = before.end() if before else 0
    name = words[skipped:]
    if not (spec.is_foreign(name) or spec.codes(name)):
        skipped += name.rfind("的") + 1
    return words[skipped:], at + skipped


def _depth(text: str, at: int) -> int:
    """How many brackets are open at a place."""
    return text.count("(", 0, at) - text.count(")", 0, at)


def _foreign(printer: Printer) -> Iterator[Fact]:
    """What is listed behind the total, with an amount or without, and is no expenditure on goods
    and services."""
    text, spec = printer.folded.text, agency()
    totals = _totals(printer)
    if not totals:
        return
    start = totals[0]
    stop = text.find("。", start)
    stop = len(text) if stop < 0 else stop
    opened = spec.opens.search(text, start, stop)
    for piece in _PIECE.finditer(text, opened.start() if opened else stop, stop):
        clause = max(start, text.rfind(";", start, piece.start()) + 1)
        if spec.no_item.search(text, clause, piece.end()):
            continue
        name, begin = _stripped(piece["name"], piece.start("name"))
        joined = ((word[0], begin + word.start()) for word in _JOINED.finditer(name))
        for word, at in [(name, begin)] if spec.is_foreign(name) else joined:
            if spec.is_foreign(word):
                yield printer.named(f"{FOREIGN}{word}", word, at)
