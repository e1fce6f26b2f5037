"""Reads one sentence of the narrative.

A fact is a known name of a quantity, followed at once by its amount (or by 较上年减少 and an
amount). What stands between name and amount, and before the name, must be of the few words that
do not change its meaning: an amount that is not surely that quantity is not taken for it. The
vocabulary is data (``taxonomy/narrative.toml``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.narrative.grammar import (
    AGAINST,
    ANY_AMOUNT,
    CLAUSE_MARKS,
    COMPARED,
    COMPARISON,
    LISTING,
    LONGEST_COMPARED,
    LONGEST_YEAR,
    OTHER_MEASURE,
    REASON,
    YEAR,
    next_clause,
)
from budgetlint.disclosure.narrative.phrases import bare_percent_at, growth_at, share_at
from budgetlint.disclosure.narrative.sentence_facts import ITEM
from budgetlint.disclosure.narrative.shares import find_shares
from budgetlint.taxonomy.budget import narrative

if TYPE_CHECKING:
    import re
    from collections.abc import Generator, Iterator

    from budgetlint.disclosure.facts import Fact
    from budgetlint.disclosure.narrative.sentence_facts import Printer
    from budgetlint.taxonomy.budget import ConceptSpec

_LEAD_MARKS = ",;。、:()"
_UNKNOWN = "?"
_OPENS_CLAUSE = f"{CLAUSE_MARKS}("
_ENDS_CLAUSE = f"{CLAUSE_MARKS})("


class Sentence:
    """Reads one sentence, from folded offset ``start`` to ``end``.

    ``topic`` is the quantity that an amount without a name speaks of; None where that is open.
    ``bare`` counts the quantities named before the topic, since the last semicolon, that were not
    compared with last year: after 基本支出5万元，项目支出3万元，比上年增加1万元 it is open what has
    grown. ``change`` is the change of the topic that was told, ``against`` last year's amount that
    it is counted from; ``compared``: a rate was read since the last name. ``qualified`` says that
    a qualifier (下属农业服务中心) or a list (主要用于) still holds.
    """

    def __init__(self, printer: Printer, start: int, end: int) -> None:
        self.printer = printer
        self.section = printer.scope
        self.grammar = self.section.grammar
        self.text = printer.folded.text
        self.start = start
        self.end = end
        self.topic: ConceptSpec | None = self.grammar.default if start == 0 else None
        self.period = "this"
        self.named = False
        self.bare = 0
        self.qualified = False
        self.compared = False
        self.change: re.Match[str] | None = None
        self.against = ""

    def facts(self) -> Iterator[Fact]:
        """The facts of the sentence: named amounts with their rates in order, then the shares."""
        yield from self._named_facts()
        yield from self._shares()

    def _named_facts(self) -> Iterator[Fact]:
        at = self.start
        while True:
            label = self.grammar.labels.search(self.text, at, self.end)
            yield from self._unnamed(at, label.start() if label else self.end)
            if label is None:
                return
            if self._base_before(label):
                at = yield from self._compared(label)
            else:
                self._pass(self.text[at : label.start()])
                at = yield from self._named(label)

    def _pass(self, between: str) -> None:
        """Take note of what stands before the next name."""
        if ";" in between:
            self.bare, self.qualified = 0, False
        elif self.named and not (self.compared or COMPARISON.search(between)):
            self.bare += 1
        self.compared = False
        if LISTING.search(between.rpartition(";")[2]):
            self.qualified = True

    def _named(self, label: re.Match[str]) -> Generator[Fact, None, int]:
        """The fact that a name introduces; returns where reading goes on."""
        concept = self.grammar.concepts[label.lastgroup or ""]
        self.period = self._period(label.start())
        kind, match = self._after(label.end())
        if match is None:
            follows = self.grammar.last_level.match(self.text, label.end(), self.end)
            self.topic, self.named = (concept if follows else None), bool(follows)
            if self.qualified or not self._lead_allows(label.start()):
                return label.end()
            return (yield from self._rates(concept, label.end(), label.start()))
        if self.qualified or not self._lead_allows(label.start()):
            self.section.left_out += 1
            self.qualified, self.topic = True, None
            return match.end()
        self.topic, self.named = (concept if self.period == "this" else None), True
        self.change, self.against = (match if kind == "change" else None), ""
        fact = self.printer.amount(concept, match, kind, self.period, label.start())
        yield fact
        return (yield from self._rates(concept, match.end(), label.start(), fact))

    def _compared(self, label: re.Match[str]) -> Generator[Fact, None, int]:
        """较2023年基本支出300万元: last year's amount; 与2023年预算安排相比，增加…: the topic's."""
        concept = self.grammar.concepts[label.lastgroup or ""]
        kind, match = self._after(label.end())
        if match is None:
            return label.end()
        base = self._base_before(label)
        against = base[0] if base else ""
        if kind == "level":
            self.change, self.against = None, against
            last = self.printer.amount(concept, match, kind, "last", label.start(), against)
            yield last
            return (yield from self._after_last(concept, match.end(), label.start(), last))
        if self.topic and not self.bare:
            against += label[0]
            change = self.printer.amount(self.topic, match, kind, "this", label.start(), against)
            yield change
            return (yield from self._rates(self.topic, match.end(), label.start(), change))
        return match.end()

    def _base_before(self, label: re.Match[str]) -> re.Match[str] | None:
        """The words right before a name that compare with another year, if there are any."""
        begin = max(self.start, label.start() - LONGEST_COMPARED)
        return COMPARED.search(self.text, begin, label.start())

    def _after(self, at: int) -> tuple[str, re.Match[str] | None]:
        if match := self.grammar.unchanged.match(self.text, at, self.end):
            return "change", match
        if match := self.grammar.change.match(self.text, at, self.end):
            return "change", match
        return "level", self.grammar.level.match(self.text, at, self.end)

    def _unnamed(self, at: int, stop: int) -> Iterator[Fact]:
        """较2022年2517.8万元，增加922.5万元: amounts that speak of the quantity named before."""
        semicolon = self.text.find(";", at, stop)
        stop = semicolon if semicolon >= 0 else stop
        while self.topic and not self.bare and at < stop:
            if self.text[at] in _OPENS_CLAUSE:
                at += 1
                continue
            kind, match = self._continues(at, stop)
            if match and kind == "change" and self._is_reason(match):
                self.topic = None
                return
            if match and kind == "level":
                self.change, self.against = None, match[0]
                fact = self.printer.amount(self.topic, match, kind, "last", at)
                yield fact
                at = yield from self._after_last(self.topic, match.end(), at, fact)
                continue
            if match:
                self.change = match
                against = None if AGAINST.search(match[0]) else self.against
                fact = self.printer.amount(self.topic, match, kind, "this", at, against)
                yield fact
                at = yield from self._rates(self.topic, match.end(), at, fact)
                continue
            clause_end = next_clause(self.text, at, stop)
            if ANY_AMOUNT.search(self.text, at, clause_end) and not self._states_topic(at):
                self.topic = None
            at = clause_end

    def _is_reason(self, change: re.Match[str]) -> bool:
        """Whether a further change (减少2万元办公费) only explains the one told before; behind 持平
        it contradicts that if nothing follows it, and one with its own base is another change."""
        if self.change is None or AGAINST.search(change[0]):
            return False
        level = self.change.re is not self.grammar.change
        end = change.end()
        return not level or not (end == self.end or self.text[end] in _ENDS_CLAUSE)

    def _after_last(
        self, concept: ConceptSpec, at: int, begin: int, last: Fact
    ) -> Generator[Fact, None, int]:
        """What follows last year's amount: 持平, or a rate."""
        if even := self.grammar.even.match(self.text, at, self.end):
            self.change = even
            yield self.printer.amount(concept, even, "change", "this", begin, self.against)
            return even.end()
        return (yield from self._rates(concept, at, begin, last))

    def _rates(
        self, concept: ConceptSpec, at: int, begin: int, about: Fact | None = None
    ) -> Generator[Fact, None, int]:
        """The rate of growth behind an amount or a name; returns where reading goes on, behind any
        share as well (shares are read together, see :meth:`_shares`)."""
        at = self._past_share(at)
        phrase = growth_at(self.text, at, self.end, self.section.year)
        if phrase is None and about and about.context.kind == "change":
            phrase = bare_percent_at(self.text, at, self.end)
        if phrase is None:
            return at
        open_what = about and about.context.kind == "level" and self.bare
        if self.period == "this" and not open_what:
            yield self.printer.percent(concept.id, concept.title, phrase, begin, about)
        self.compared = True
        return self._past_share(phrase.end)

    def _past_share(self, at: int) -> int:
        share = share_at(self.text, at, self.end)
        return share.end if share else at

    def _shares(self) -> Iterator[Fact]:
        """The shares of the sentence, each with its part and the totals that it can be of."""
        named = ""
        for share in find_shares(self.text, self.start, self.end):
            part = self.printer.level(share.part, share.name, share.start)
            if part is None:
                continue
            base, wholes = "", tuple(filter(None, map(self.printer.level, share.wholes)))
            if share.whole:
                named = base = self._whole(share.whole, part)
            elif not wholes and _is_part(part.concept, named):
                base = named  # the next item of a list whose total was named once
            wholes = self.section.stated(base) if base else wholes
            begin = part.order[1]
            yield self.printer.percent(
                part.concept, part.name, share.phrase, begin, part, wholes, base
            )

    def _whole(self, words: str, part: Fact) -> str:
        """The quantity that a share names as its total; not the part itself."""
        concept = self.grammar.concept_named(words)
        return concept if concept and concept != part.concept else _UNKNOWN

    def _states_topic(self, at: int) -> bool:
        """Whether the clause gives the section's own quantity without naming it: 共安排5万元."""
        return not self.named and bool(self.grammar.own_level.match(self.text, at, self.end))

    def _continues(self, at: int, stop: int) -> tuple[str, re.Match[str] | None]:
        if match := self.grammar.last_level.match(self.text, at, stop):
            return "level", match
        if match := self.grammar.unchanged.match(self.text, at, stop):
            return "change", match
        return "change", self.grammar.change.match(self.text, at, stop)

    def _lead_allows(self, label: int) -> bool:
        """Whether nothing before the name in its clause gives it another meaning."""
        marks = (self.text.rfind(mark, self.start, label) for mark in _LEAD_MARKS)
        clause = max(self.start, *(at + 1 for at in marks))
        amounts = [match.end() for match in ANY_AMOUNT.finditer(self.text, clause, label)]
        lead = self.text[max([clause, *amounts]) : label]
        for name in self.section.names:
            lead = lead.replace(name, "")
        return bool(narrative().lead.fullmatch(lead))

    def _period(self, label: int) -> str:
        match = self._year_before(label)
        if match is None:
            return self.period
        period = "last" if match["last"] else self.section.period_of(int(match["year"]))
        if period != "this" and OTHER_MEASURE.search(self.text, match.end(), label):
            return "other"
        return period

    def _year_before(self, label: int) -> re.Match[str] | None:
        """The year that the sentence names last before a name."""
        at = label
        while (at := self.text.rfind("年", self.start, at)) >= 0:
            for begin in range(max(self.start, at - LONGEST_YEAR), at):
                match = YEAR.match(self.text, begin, label)
                if match and match.end() > at and not self._in_reason(begin, label):
                    return match
        return None

    def _in_reason(self, year: int, label: int) -> bool:
        """Whether a year (原因是上年维修较多；…) belongs to a reason told before a name."""
        clause = max(self.text.rfind(";", self.start, year) + 1, self.start)
        closed = self.text.find(";", year, label) >= 0
        return closed and bool(REASON.search(self.text, clause, year))


def _is_part(concept: str, total: str) -> bool:
    """Whether a quantity can be an item of a total: by definition, or because it has no name."""
    sums = (spec for spec in narrative().sums if spec.total == total)
    return concept.startswith(ITEM) or any(concept in spec.parts for spec in sums)
