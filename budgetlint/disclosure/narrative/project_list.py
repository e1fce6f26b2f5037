"""Projects listed in the text behind 项目支出: 其中：甲项目10万元、乙项目20万元。

The list goes on to the end of the sentence, or in the numbered paragraphs below where the sentence
only opens it. It ends where the text speaks of another quantity or of last year.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from budgetlint.disclosure.amount import MONEY_UNITS, NUMBER
from budgetlint.disclosure.diagnosis.relations import counted
from budgetlint.disclosure.narrative.grammar import EXACT
from budgetlint.disclosure.narrative.sentence_facts import ITEM
from budgetlint.disclosure.numerals import leading_ordinal
from budgetlint.taxonomy.project_lists import project_lists

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from budgetlint.disclosure.facts import Fact
    from budgetlint.disclosure.narrative.sentence_facts import Printer

SECTION = "arrangement"
"""The section that tells the project expenditure."""
WHOLE = "expenditure.project"
CONCEPT = "project:"
"""How the concept of a listed project begins; the project expenditure is what it is ``about``."""
_AMOUNT = re.compile(rf"(?<![0-9.])(?P<number>{NUMBER})(?P<unit>{MONEY_UNITS}){EXACT}")
_CLAUSES = re.compile("[,;。:]")
_LEAST_NAME = 3


def listed_projects(printers: Sequence[Printer]) -> Iterator[Fact]:
    """The projects listed behind the first statement of the project expenditure that lists any."""
    for n, printer in enumerate(printers):
        for end, total in _totals(printer):
            found = _in_sentences(printer, end, total) or list(_below(printers[n:], end))
            if found:
                for fact in found:
                    yield replace(fact, concept=f"{CONCEPT}{fact.name}", about=total)
                return


def _totals(printer: Printer) -> list[tuple[int, Fact]]:
    """Where this year's project expenditure is told in a paragraph."""
    return [
        (end, fact)
        for (index, end), fact in printer.scope.amounts.items()
        if index == printer.index
        and fact.concept == WHOLE
        and (fact.context.period, fact.context.kind) == ("this", "level")
    ]


def _in_sentences(printer: Printer, start: int, total: Fact) -> list[Fact]:
    """The projects of the sentence, and of those after it that fill up the rest of the total."""
    text = printer.folded.text
    stop = _sentence_end(text, start)
    found = list(_in_sentence(printer, start, stop))
    while found and stop < len(text):
        after = stop + 1
        stop = _sentence_end(text, after)
        more = list(_in_sentence(printer, after, stop, opened=True))
        if not more or _sum([*found, *more]) > counted(total.value):
            break
        found += more
    return found


def _sentence_end(text: str, start: int) -> int:
    end = text.find("。", start)
    return len(text) if end < 0 else end


def _sum(facts: Sequence[Fact]) -> Decimal:
    return sum((counted(fact.value) for fact in facts), Decimal(0))


def _in_sentence(
    printer: Printer, start: int, stop: int, *, opened: bool = False
) -> Iterator[Fact]:
    text = printer.folded.text
    at = start
    depth: int | None = None
    for match in _AMOUNT.finditer(text, start, stop):
        raw = text[at : match.start()]
        opens = opened or at > start or project_lists().opens.search(raw)
        again = at > start and "其中" in raw
        if not opens or again:
            return
        inside = text.count("(", start, match.start()) - text.count(")", start, match.start())
        depth = inside if depth is None else depth
        if inside > depth:
            continue
        fact = _item(printer, at, match)
        if fact is None:
            return
        at = match.end()
        yield fact


def _below(printers: Sequence[Printer], start: int) -> Iterator[Fact]:
    """The projects of the numbered paragraphs below, where the sentence ends with what opens a
    list."""
    first, *below = printers
    tail = first.folded.text[start:]
    if len(tail) > len("。") and not project_lists().opens.search(tail[-4:]):
        return
    style = None
    for number, printer in enumerate(below, 1):
        ordinal = leading_ordinal(printer.folded.text)
        match = _AMOUNT.search(printer.folded.text)
        if not ordinal or not match or (ordinal.value, style or ordinal.style) != (
            number, ordinal.style,
        ):  # fmt: skip
            return
        style = ordinal.style
        fact = _item(printer, ordinal.length, match)
        if fact is None:
            return
        yield fact


def _item(printer: Printer, at: int, match: re.Match[str]) -> Fact | None:
    """The project whose amount a match is; None where it is no project."""
    spec, raw = project_lists(), printer.folded.text[at : match.start()]
    behind = spec.behind.search(raw)
    words = raw[: behind.start()] if behind else raw
    clause = max((m.end() for m in _CLAUSES.finditer(words)), default=0)
    before = spec.before.match(words, clause)
    begin = before.end() if before else clause
    name = words[begin:].lstrip("、和及")
    if len(name) < _LEAST_NAME or spec.stops.search(raw):
        return None
    fact = printer.level(match, name, at + len(words) - len(name))
    return fact if fact and fact.concept.startswith(ITEM) else None
