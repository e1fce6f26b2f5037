"""The narrative: facts from the sentences of the budget sections.

A fact is a known name of a quantity, followed at once by its amount (or by 较上年减少 and an
amount). What stands between name and amount, and before the name, must be of the few words that
do not change its meaning: an amount that is not surely that quantity is not taken for it. The
vocabulary is data (``taxonomy/narrative.toml``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from budgetlint.disclosure.amount import Amount, Unit
from budgetlint.disclosure.facts import Context, Fact
from budgetlint.disclosure.fold import Folded, fold, fold_with_offsets
from budgetlint.document import Paragraph
from budgetlint.location import Location
from budgetlint.taxonomy import ConceptSpec, NarrativeSpec, narrative

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure.outline import Outline, Part, Section
    from budgetlint.document import Document

_NUMBER = r"(?P<number>-?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?)"
_UNIT = r"(?P<unit>亿元|百万元|万元|千元|元|亿|万)?"
# Without a unit the number must end the clause, else it is a count, a date or a percentage.
_CLAUSE_END = r"(?=[,，;；。、)）]|和|及|其中|$)"
_UNITS = {"亿": Unit.YI, "万": Unit.WAN}
_YEAR = re.compile(
    r"(?<![较比与同0-9])(?P<year>20[0-9]{2})年度?|(?<![较比与同])(?P<last>上一?年度?|去年)(?!结转|末)"
)
_AMOUNT_END = re.compile(r"[0-9](?:亿|百?万|千)?元?")
_OPENING_QUOTES = "“\"‘'"
_COMPARISON = re.compile("持平|一致|不变|无变化|无增减|增加|增长|减少|下降|上升|降低|压减")
_SENTENCE_END = "。"
_CLAUSE = ",;。"


@dataclass(frozen=True, slots=True)
class _Grammar:
    """The compiled expressions of one section."""

    labels: re.Pattern[str]
    level: re.Pattern[str]
    change: re.Pattern[str]
    last_level: re.Pattern[str]
    concepts: dict[str, ConceptSpec]
    default: ConceptSpec | None


@cache
def _grammar(section: str) -> _Grammar | None:
    spec = narrative()
    concepts = [c for c in spec.concepts if section in c.sections]
    if not concepts:
        return None
    names = {f"c{n}": concept for n, concept in enumerate(concepts)}
    labels = "|".join(f"(?P<{name}>{concept.pattern})" for name, concept in names.items())
    amount = _NUMBER + _UNIT
    return _Grammar(
        re.compile(labels),
        re.compile(spec.connector + amount),
        re.compile(spec.change + amount),
        re.compile(spec.last_level + amount),
        names,
        next((c for c in concepts if c.default), None),
    )


@dataclass
class _Sentence:
    """What has been said so far in a sentence.

    ``period`` is the year it speaks of, ``topic`` the quantity named last. ``bare`` counts the
    quantities named before that one, since the last semicolon, that were not compared with last
    year: after 基本支出5万元，项目支出3万元，比上年增加1万元 it is open what has grown.
    """

    period: str = "this"
    topic: ConceptSpec | None = None
    named: bool = False
    bare: int = 0

    def leave_topic(self, between: str) -> None:
        """Another quantity is named after ``between``."""
        if ";" in between:
            self.bare = 0
        elif self.named and not _COMPARISON.search(between):
            self.bare += 1


class _Reader:
    """Reads the facts of one section of one part."""

    def __init__(
        self, part: Part, section: Section, year: int | None, names: tuple[str, ...]
    ) -> None:
        self.part = part
        self.section = section
        self.year = year
        self.names = names
        self.spec: NarrativeSpec = narrative()
        self.left_out = 0

    def read(self, index: int, paragraph: Paragraph) -> Iterator[Fact]:
        grammar = _grammar(self.section.spec.id)
        if grammar is None:
            return
        folded = fold_with_offsets(paragraph.text)
        start = 0
        for end in _sentence_ends(folded.text):
            yield from self._sentence(index, paragraph, folded, grammar, start, end)
            start = end

    def _sentence(
        self, index: int, paragraph: Paragraph, folded: Folded, grammar: _Grammar, start: int,
        end: int,
    ) -> Iterator[Fact]:  # fmt: skip
        text = folded.text
        state = _Sentence(topic=grammar.default if start == 0 else None)
        at = start
        while at < end:
            label = grammar.labels.search(text, at, end)
            stop = label.start() if label else end
            for fact in self._unlabelled(paragraph, folded, grammar, state, at, stop):
                yield replace(fact, order=(index, fact.order[1], 0))
            if label is None:
                return
            state.leave_topic(text[at : label.start()])
            state.period = self._period(text, start, label.start(), state.period)
            concept = grammar.concepts[label.lastgroup or ""]
            found = self._after_label(grammar, text, label.end(), end)
            at = found[0].end() if found else label.end()
            if found is None:
                continue
            if not self._lead_allows(text, start, label.start()):
                self.left_out += 1
                continue
            kind = found[1]
            said = self._fact(
                paragraph, folded, concept, found[0], kind, state.period, label.start()
            )
            if said:
                state.topic, state.named = concept, True
                yield replace(said, order=(index, label.start(), 0))

    def _after_label(
        self, grammar: _Grammar, text: str, at: int, end: int
    ) -> tuple[re.Match[str], str] | None:
        if match := grammar.change.match(text, at, end):
            return match, "change"
        if match := grammar.level.match(text, at, end):
            return match, "level"
        return None

    def _unlabelled(
        self, paragraph: Paragraph, folded: Folded, grammar: _Grammar, state: _Sentence, at: int,
        stop: int,
    ) -> Iterator[Fact]:  # fmt: skip
        """较2022年2517.8万元，增加922.5万元: amounts that speak of the quantity named before."""
        concept = state.topic
        if concept is None or state.bare:
            return
        text = folded.text
        semicolon = text.find(";", at, stop)
        stop = semicolon if semicolon >= 0 else stop
        while at < stop:
            if text[at] in _CLAUSE:
                at += 1
                continue
            if match := grammar.last_level.match(text, at, stop):
                fact = self._fact(paragraph, folded, concept, match, "level", "last", at)
            elif match := grammar.change.match(text, at, stop):
                fact = self._fact(paragraph, folded, concept, match, "change", "this", at)
            else:
                fact = None
            if fact and match:
                yield replace(fact, order=(0, at, 0))
                at = match.end()
            else:
                at = _next_clause(text, at, stop)

    def _lead_allows(self, text: str, start: int, label: int) -> bool:
        """Whether nothing before the name in its clause gives it another meaning."""
        clause = max(text.rfind(mark, start, label) for mark in ",;。、:()") + 1
        amounts = [match.end() for match in _AMOUNT_END.finditer(text, start, label)]
        lead = text[max(clause, start, *amounts) : label]
        for name in self.names:
            lead = lead.replace(name, "")
        return bool(self.spec.lead.fullmatch(lead))

    def _period(self, text: str, start: int, label: int, before: str) -> str:
        period = before
        for match in _YEAR.finditer(text, start, label):
            period = "last" if match["last"] else self._period_of(int(match["year"]))
        return period

    def _period_of(self, year: int) -> str:
        if self.year is None or year == self.year:
            return "this"
        return "last" if year == self.year - 1 else "other"

    def _fact(
        self, paragraph: Paragraph, folded: Folded, concept: ConceptSpec, match: re.Match[str],
        kind: str, period: str, label: int,
    ) -> Fact | None:  # fmt: skip
        printed = match["number"].replace(",", "")
        unit_text = match["unit"]
        if unit_text is None and not re.match(_CLAUSE_END, match.string[match.end() :]):
            return None
        value = Decimal(printed)
        if kind == "change" and match["direction"] in self.spec.decrease:
            value = -value
        unit = _UNITS.get(unit_text) or Unit(unit_text) if unit_text else Unit.WAN
        start, _ = folded.original(label, label + 1)
        if start and paragraph.text[start - 1] in _OPENING_QUOTES:
            start -= 1
        _, stop = folded.original(match.start(), match.end())
        mark = folded.original(match.start("number"), match.end())
        return Fact(
            concept=concept.id,
            context=Context(
                self.part, concept.period or period, kind, section=self.section.spec.id
            ),
            value=Amount(value, unit, len(printed.partition(".")[2])),
            text=paragraph.text[start:stop],
            location=Location(
                part=self.part.ref,
                section=self.section.heading,
                text=paragraph.text[start:stop],
                mark=(mark[0] - start, mark[1] - start),
                position=paragraph.position(mark[0]),
                key=f"{self.section.spec.id}/{concept.id}/{concept.period or period}/{kind}",
            ),
            name=concept.title,
            unit_missing=unit_text is None,
        )


def _sentence_ends(text: str) -> Iterator[int]:
    """The ends of the sentences of a folded text; 购置费。安排5万元 is one sentence."""
    at = text.find(_SENTENCE_END)
    while at >= 0:
        if not text.startswith(("安排", "共计", "合计"), at + 1):
            yield at + 1
        at = text.find(_SENTENCE_END, at + 1)
    if not text.endswith(_SENTENCE_END):
        yield len(text)


def _next_clause(text: str, at: int, stop: int) -> int:
    return next((i for i in range(at, stop) if text[i] in _CLAUSE), stop)


def narrative_facts(
    document: Document, outline: Outline, year: int | None, entities: tuple[str, ...]
) -> Iterator[tuple[Part, list[Fact], int]]:
    """For each part its facts of the narrative, and how many named amounts were left out."""
    names = tuple(sorted((fold(name) for name in entities if name), key=len, reverse=True))
    for part in outline.parts:
        facts: list[Fact] = []
        left_out = 0
        for section in part.sections:
            reader = _Reader(part, section, year, names)
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
