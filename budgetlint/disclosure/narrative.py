"""The narrative: facts from the sentences of the budget sections.

A fact is a known name of a quantity, followed at once by its amount (or by 较上年减少 and an
amount). What stands between name and amount, and before the name, must be of the few words that
do not change its meaning: an amount that is not surely that quantity is not taken for it. The
vocabulary is data (``taxonomy/narrative.toml``).
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from budgetlint.disclosure.amount import Amount, Unit
from budgetlint.disclosure.facts import Context, Fact
from budgetlint.disclosure.fold import Folded, fold, fold_with_offsets
from budgetlint.disclosure.grammar import (
    ANY_AMOUNT,
    CLAUSE_MARKS,
    COMPARED,
    COMPARISON,
    LISTING,
    OTHER_MEASURE,
    YEAR,
    Grammar,
    grammar_of,
    next_clause,
    sentence_ends,
)
from budgetlint.document import Paragraph
from budgetlint.location import Location
from budgetlint.taxonomy import narrative

if TYPE_CHECKING:
    import re
    from collections.abc import Generator, Iterator

    from budgetlint.disclosure.outline import Outline, Part, Section
    from budgetlint.document import Document
    from budgetlint.taxonomy import ConceptSpec

_UNITS = {"亿": Unit.YI, "万": Unit.WAN}
_OPENING_QUOTES = "“\"‘'"
_LEAD_MARKS = ",;。、:()"
_NOTHING = Amount(Decimal(0), Unit.WAN, 0)


class _Section:
    """One section of one part: what its sentences have in common."""

    def __init__(
        self, part: Part, section: Section, grammar: Grammar, year: int | None,
        names: tuple[str, ...],
    ) -> None:  # fmt: skip
        self.part = part
        self.section = section
        self.grammar = grammar
        self.year = year
        self.names = names
        self.left_out = 0

    def read(self, index: int, paragraph: Paragraph) -> Iterator[Fact]:
        folded = fold_with_offsets(paragraph.text)
        start = 0
        for end in sentence_ends(folded.text):
            yield from _Sentence(self, index, paragraph, folded, start, end).facts()
            start = end

    def period_of(self, year: int) -> str:
        if self.year is None or year == self.year:
            return "this"
        return "last" if year == self.year - 1 else "other"


class _Sentence:
    """Reads one sentence, from folded offset ``start`` to ``end``.

    ``topic`` is the quantity that an amount without a name speaks of; None where that is open.
    ``bare`` counts the quantities named before the topic, since the last semicolon, that were not
    compared with last year: after 基本支出5万元，项目支出3万元，比上年增加1万元 it is open what has
    grown. ``qualified`` says that a qualifier (下属农业服务中心) or a list (主要用于) still holds.
    """

    def __init__(
        self, section: _Section, index: int, paragraph: Paragraph, folded: Folded, start: int,
        end: int,
    ) -> None:  # fmt: skip
        self.section = section
        self.grammar = section.grammar
        self.index = index
        self.paragraph = paragraph
        self.folded = folded
        self.text = folded.text
        self.start = start
        self.end = end
        self.topic: ConceptSpec | None = section.grammar.default if start == 0 else None
        self.period = "this"
        self.named = False
        self.bare = 0
        self.qualified = False

    def facts(self) -> Iterator[Fact]:
        """The facts of the sentence, in order."""
        at = self.start
        while True:
            label = self.grammar.labels.search(self.text, at, self.end)
            yield from self._unnamed(at, label.start() if label else self.end)
            if label is None:
                return
            if COMPARED.search(self.text, self.start, label.start()):
                at = yield from self._compared(label)
            else:
                self._pass(self.text[at : label.start()])
                at = yield from self._named(label)

    def _pass(self, between: str) -> None:
        """Take note of what stands before the next name."""
        if ";" in between:
            self.bare, self.qualified = 0, False
        elif self.named and not COMPARISON.search(between):
            self.bare += 1
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
            return label.end()
        if self.qualified or not self._lead_allows(label.start()):
            self.section.left_out += 1
            self.qualified, self.topic = True, None
            return match.end()
        self.topic, self.named = concept, True
        yield self._fact(concept, match, kind, self.period, label.start())
        return match.end()

    def _compared(self, label: re.Match[str]) -> Generator[Fact, None, int]:
        """较2023年基本支出300万元: last year's amount; 与2023年预算安排相比，增加…: the topic's."""
        concept = self.grammar.concepts[label.lastgroup or ""]
        kind, match = self._after(label.end())
        if match is None:
            return label.end()
        if kind == "level":
            yield self._fact(concept, match, kind, "last", label.start())
        elif self.topic and not self.bare:
            yield self._fact(self.topic, match, kind, "this", label.start())
        return match.end()

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
            if self.text[at] in CLAUSE_MARKS:
                at += 1
                continue
            kind, match = self._continues(at, stop)
            if match:
                period = "last" if kind == "level" else "this"
                yield self._fact(self.topic, match, kind, period, at)
                at = match.end()
                continue
            clause_end = next_clause(self.text, at, stop)
            if ANY_AMOUNT.search(self.text, at, clause_end) and not self._states_topic(at):
                self.topic = None
            at = clause_end

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
        clause = max(self.text.rfind(mark, self.start, label) for mark in _LEAD_MARKS) + 1
        amounts = [match.end() for match in ANY_AMOUNT.finditer(self.text, self.start, label)]
        lead = self.text[max(clause, self.start, *amounts) : label]
        for name in self.section.names:
            lead = lead.replace(name, "")
        return bool(narrative().lead.fullmatch(lead))

    def _period(self, label: int) -> str:
        period = self.period
        for match in YEAR.finditer(self.text, self.start, label):
            period = "last" if match["last"] else self.section.period_of(int(match["year"]))
            if period != "this" and OTHER_MEASURE.search(self.text, match.end(), label):
                period = "other"
        return period

    def _fact(
        self, concept: ConceptSpec, match: re.Match[str], kind: str, period: str, begin: int
    ) -> Fact:
        text, section = self.paragraph.text, self.section.section
        start, _ = self.folded.original(begin, begin + 1)
        if start and text[start - 1] in _OPENING_QUOTES:
            start -= 1
        _, stop = self.folded.original(match.start(), match.end())
        number = match.groupdict().get("number")
        mark = self.folded.original(match.start("number") if number else match.start(), match.end())
        period = concept.period or period
        return Fact(
            concept=concept.id,
            context=Context(self.section.part, period, kind, section=section.spec.id),
            value=_amount(match) if number else _NOTHING,
            text=text[start:stop],
            location=Location(
                part=self.section.part.ref,
                section=section.heading,
                text=text[start:stop],
                mark=(mark[0] - start, mark[1] - start),
                position=self.paragraph.position(mark[0]),
                key=f"{section.spec.id}/{concept.id}/{period}/{kind}",
            ),
            name=concept.title,
            order=(self.index, begin, 0),
            unit_missing=bool(number) and match["unit"] is None,
        )


def _amount(match: re.Match[str]) -> Amount:
    """The amount of a match; without a unit it is read in 万元 until its neighbours tell."""
    printed, unit = match["number"].replace(",", ""), match["unit"]
    value = Decimal(printed)
    if match.groupdict().get("direction") in narrative().decrease:
        value = -value
    known = (_UNITS.get(unit) or Unit(unit)) if unit else Unit.WAN
    is_change = "direction" in match.groupdict()
    return Amount(value, known, len(printed.partition(".")[2]), rounded=is_change and value == 0)


def narrative_facts(
    document: Document, outline: Outline, year: int | None, entities: tuple[str, ...]
) -> Iterator[tuple[Part, list[Fact], int]]:
    """For each part its facts of the narrative, and how many named amounts were left out."""
    names = tuple(sorted((fold(name) for name in entities if name), key=len, reverse=True))
    for part in outline.parts:
        facts: list[Fact] = []
        left_out = 0
        for section in part.sections:
            grammar = grammar_of(section.spec.id)
            if grammar is None:
                continue
            reader = _Section(part, section, grammar, year, names)
            for index in range(section.start + 1, section.end):
                block = document.blocks[index]
                if isinstance(block, Paragraph):
                    facts += reader.read(index, block)
            left_out += reader.left_out
        yield part, _settle_units(facts), left_out


def _settle_units(facts: list[Fact]) -> list[Fact]:
    """An amount printed without a unit is read in the unit that most of its neighbours have."""
    known = [f.value.unit for f in facts if f.value and not f.unit_missing]
    usual = max(set(known), key=known.count) if known else Unit.WAN
    return [fact.with_unit(usual) if fact.unit_missing else fact for fact in facts]
