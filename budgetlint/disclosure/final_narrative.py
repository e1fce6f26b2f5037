"""The narrative of final accounts: facts from its sentences.

Every fact is a topic (a quantity by its name, or a （类）（款）（项） path), a measure (年初预算, 全年预算,
支出决算) and a form (an amount, a change, a share, a completion, a word such as 小于). A clause
that names no topic speaks of the one named before. Text that is not understood ends that: an
amount that is not surely the topic's is not taken for it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from budgetlint.disclosure.amount import Amount, Unit
from budgetlint.disclosure.facts import Context, Fact
from budgetlint.disclosure.final_grammar import (
    LEVELS,
    FinalGrammar,
    count_pattern,
    final_grammar,
    quantity_called,
    words,
)
from budgetlint.disclosure.fold import Folded, fold, fold_with_offsets
from budgetlint.disclosure.narrative import amount_of, settle_units
from budgetlint.disclosure.phrases import (
    Percent,
    Word,
    bare_percent_at,
    base_of,
    comparison_at,
    completion_at,
    growth_at,
    share_at,
)
from budgetlint.document import Paragraph
from budgetlint.location import Location
from budgetlint.taxonomy.final import final_narrative

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from budgetlint.disclosure.outline import Outline, Part, Section
    from budgetlint.document import Document

    Steps = Generator[Fact, None, int]

_OPENING_QUOTES = "“\"‘'"
_MARKS = ",;。、:"
_SHORTEST_NAME = 4
_MONEY = "万元"
_NOTHING = Amount(Decimal(0), Unit.WAN, 0)
_PERCENT = re.compile(r"(?P<number>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)%")
UNKNOWN = "?"
"""The base of a share of something that is no known quantity."""


@dataclass(frozen=True, slots=True)
class Topic:
    """What an amount speaks of: its concept, what it is called, what it is counted in."""

    concept: str
    title: str
    unit: str = _MONEY
    total: bool = False


@dataclass(slots=True)
class _State:
    """What the words before say of the next amount."""

    topic: Topic | None = None
    said: dict[str, Fact] | None = None
    fresh: bool = False
    clear: bool = True


class _Section:
    """One section of one part: what its sentences have in common."""

    def __init__(
        self, part: Part, section: Section, grammar: FinalGrammar, year: int | None,
        entities: re.Pattern[str] | None,
    ) -> None:  # fmt: skip
        self.part = part
        self.section = section
        self.grammar = grammar
        self.year = year
        self.entities = entities
        self.left_out = 0
        self.carried: Topic | None = None

    def read(self, index: int, paragraph: Paragraph) -> list[Fact]:
        """The facts of a paragraph; a paragraph that only names a topic names it for the next."""
        reader = _Paragraph(self, index, paragraph)
        facts = list(reader.facts())
        self.carried = None if facts else reader.state.topic
        return facts

    def period_of(self, year: int) -> str:
        if self.year is None or year == self.year:
            return "this"
        return "last" if year == self.year - 1 else "other"


class _Paragraph:
    """Reads one paragraph from begin to end."""

    def __init__(self, section: _Section, index: int, paragraph: Paragraph) -> None:
        self.section = section
        self.grammar = section.grammar
        self.index = index
        self.paragraph = paragraph
        self.folded: Folded = fold_with_offsets(paragraph.text)
        self.text = self.folded.text
        self.end = len(self.text)
        self.state = _State(section.carried)
        self.outer: list[_State] = []
        self.period = "this"
        self.base = ""
        self.words = words()

    def facts(self) -> Iterator[Fact]:
        """The facts of the paragraph, in order."""
        at = 0
        while at < self.end:
            at = yield from self._step(at)

    # ------------------------------------------------------------------ one step
    def _step(self, at: int) -> Steps:
        char = self.text[at]
        if char in _MARKS:
            return self._mark(at)
        if (end := self._skip(at)) > at:
            return end
        if self.state.clear and (match := self._absent(at)):
            yield from self._absences(match, at)
            return match.end()
        if self.state.clear and self.state.topic:
            end = yield from self._form(at)
            if end > at:
                return end
        if (end := self._name(at)) > at:
            begin = at
            return (yield from self._form(end, begin))
        if char in "()":
            return self._bracket(at)
        if (end := self._lead(at)) > at:
            return end
        self.state = _State(clear=False)
        return at + 1

    def _mark(self, at: int) -> int:
        """A mark begins a new clause, a full stop a new sentence."""
        self.state.clear, self.state.fresh = True, False
        if self.text[at] == "。":
            self.period, self.base = "this", ""
            self.outer.clear()
        return at + 1

    def _bracket(self, at: int) -> int:
        """What stands in brackets has topics of its own."""
        if self.text[at] == "(":
            self.outer.append(self.state)
            self.state = replace(self.state, clear=True, fresh=False)
        elif self.outer:
            self.state = self.outer.pop()
        return at + 1

    def _skip(self, at: int) -> int:
        """The end of a reason or a list that begins here, whose numbers are no quantities."""
        if match := self.words.reason.match(self.text, at, self.end):
            return self._reason_end(match.end())
        if match := self.words.list.match(self.text, at, self.end):
            return self._list_end(match.end())
        return at

    def _reason_end(self, at: int) -> int:
        """A reason ends with its sentence, or where another quantity begins after a semicolon."""
        stop = self._find("。", at)
        while (at := self._find(";", at)) < stop:
            if self._topic_at(at + 1):
                return at
            at += 1
        return stop

    def _list_end(self, at: int) -> int:
        """A list ends at a semicolon or full stop, or where a quantity has its amount."""
        stop = min(self._find("。", at), self._find(";", at))
        for match in self.grammar.names.finditer(self.text, at, stop):
            if self.words.level.match(self.text, match.end(), stop):
                return match.start()
        return stop

    def _find(self, mark: str, at: int) -> int:
        found = self.text.find(mark, at)
        return found if found >= 0 else self.end

    def _lead(self, at: int) -> int:
        """The end of a word that does not change the meaning of a name after it."""
        if match := self.words.year.match(self.text, at, self.end):
            self.period = "last" if match["last"] else self.section.period_of(int(match["year"]))
            return match.end()
        if match := self.words.against.match(self.text, at, self.end):
            self.base = base_of(match["base"], self.section.year)
            return match.end()
        entities = self.section.entities
        match = entities.match(self.text, at, self.end) if entities else None
        match = match or self.words.lead.match(self.text, at, self.end)
        return match.end() if match else at

    # ------------------------------------------------------------------ topics
    def _name(self, at: int) -> int:
        """The end of the name or path that begins here; it is the topic unless the words before
        it in the clause give it another meaning."""
        found = self._topic_at(at)
        if found is None:
            return at
        topic, end = found
        if self.state.clear:
            self.state = _State(topic, {}, fresh=True)
        elif self.words.level.match(self.text, end, self.end):
            self.section.left_out += 1
        return end

    def _topic_at(self, at: int) -> tuple[Topic, int] | None:
        items = self.grammar.classes
        if items and (match := self.words.path.match(self.text, at, self.end)):
            return _item(match), match.end()
        if items and (match := items.match(self.text, at, self.end)):
            return Topic(f"item:{match['class']}//", match["class"], total=True), match.end()
        match = self.grammar.names.match(self.text, at, self.end)
        before = self.state.topic.concept if self.state.topic else ""
        spec = self.grammar.named(match, before) if match else None
        if match is None or spec is None:
            return None
        title = self._printed(match.start(), match.end()) if spec.named else spec.title
        return Topic(spec.id, title, spec.unit, total=spec.id in _totals()), match.end()

    def _printed(self, start: int, end: int) -> str:
        return "".join(self.paragraph.text[slice(*self.folded.original(start, end))].split())

    # ------------------------------------------------------------------ what is said of a topic
    def _form(self, at: int, begin: int | None = None) -> Steps:
        """What is said of the topic from ``at`` on; the fact begins at its name, if it has one."""
        if not (self.state.clear and self.state.topic):
            return at
        begin = at if begin is None else begin
        end = yield from self._word(at, begin)
        if end > at:
            return end
        measure, after = self.words.measure_at(self.text, at, self.end)
        for form in (self._percent, self._change, self._level):
            end = yield from form(after, begin, measure)
            if end > after:
                self.state.fresh = False
                return end
        return at

    def _word(self, at: int, begin: int) -> Steps:
        """决算数小于年初预算数."""
        found = comparison_at(self.text, at, self.end, self.section.year)
        if found is None:
            return at
        yield from self._said(found, begin, "direction", found.base)
        return found.end

    def _percent(self, at: int, begin: int, measure: str) -> Steps:
        text, end, year = self.text, self.end, self.section.year
        if found := completion_at(text, at, end, year):
            yield from self._said(found, begin, "completion", found.base)
        elif found := share_at(text, at, end):
            base = quantity_called(found.whole, self.section.section.spec.id) if found.whole else ""
            yield from self._said(found, begin, "share", base if base or not found.whole else UNKNOWN)
        elif found := growth_at(text, at, end, year):
            yield from self._said(found, begin, "rate", found.base or self.base)
        elif self._spoke("change") and (found := bare_percent_at(text, at - 1, end)):
            yield from self._said(found, begin, "rate", self.base)
        return found.end if found else at

    def _change(self, at: int, begin: int, measure: str) -> Steps:
        if measure not in ("", "final"):
            return at
        if match := self.words.unchanged.match(self.text, at, self.end):
            yield self._fact(match.span(), match.span(), begin, _NOTHING, "change", base="last")
            return match.end()
        match = self.words.change.match(self.text, at, self.end)
        if match is None or self._is_counted():
            return at
        amount = amount_of(match["number"], match["unit"])
        if match["direction"] not in self.words.rise:
            amount = replace(amount, value=-amount.value)
        amount = replace(amount, rounded=amount.value == 0)
        named = match["base"]
        base = base_of(named, self.section.year) if named else self.base or "last"
        if base:
            fact = self._fact(
                match.span(), match.span("number"), begin, amount, "change", base=base,
                unit=match["unit"],
            )  # fmt: skip
            yield fact
        return match.end()

    def _level(self, at: int, begin: int, measure: str) -> Steps:
        if self._is_counted():
            return (yield from self._count(at, begin))
        if match := self.words.of_amount.match(self.text, at, self.end):
            return (yield from self._completed(match, begin))
        period = self.period
        if not measure and (match := self.words.last_level.match(self.text, at, self.end)):
            period = "last" if base_of(match["base"], self.section.year) else "other"
        elif measure or self.state.fresh:
            match = self.words.level.match(self.text, at, self.end)
        if match is None:
            return at
        yield self._fact(
            match.span(), match.span("number"), begin, amount_of(match["number"], match["unit"]),
            "level", measure=measure, period=period, unit=match["unit"],
        )  # fmt: skip
        return match.end()

    def _completed(self, match: re.Match[str], begin: int) -> Steps:
        """完成预算30万元的95.00%."""
        measure, _ = self.words.measure_at(match["measure"], 0, len(match["measure"]))
        yield self._fact(
            match.span(), match.span("number"), begin, amount_of(match["number"], match["unit"]),
            "level", measure=measure, unit=match["unit"],
        )  # fmt: skip
        rate = _PERCENT.match(self.text, match.end(), self.end)
        if rate is None:
            return match.end()
        digits = rate["number"].replace(",", "")
        value = Amount(Decimal(digits), Unit.PERCENT, len(digits.partition(".")[2]))
        found = Percent("completion", value, match.end(), rate.end(), rate.start(), base=measure)
        yield from self._said(found, match.end(), "completion", measure)
        return rate.end()

    def _count(self, at: int, begin: int) -> Steps:
        """团组1个、累计3人次: the second count is of what follows the first."""
        topic = self.state.topic
        followers = [q for q in self.grammar.followers if topic and topic.concept in q.follows]
        named = [topic] if topic and self.state.fresh else []
        for each in (*named, *(Topic(q.id, q.title, q.unit) for q in followers)):
            if match := count_pattern(each.unit).match(self.text, at, self.end):
                amount = Amount(Decimal(match["number"].replace(",", "")), Unit(each.unit), 0)
                yield self._fact(
                    match.span(), match.span("number"), begin, amount, "level", topic=each,
                )  # fmt: skip
                return match.end()
        return at

    def _is_counted(self) -> bool:
        return self.state.topic is not None and self.state.topic.unit != _MONEY

    def _spoke(self, kind: str) -> Fact | None:
        return (self.state.said or {}).get(kind)

    def _said(self, found: Percent | Word, begin: int, kind: str, base: str) -> Iterator[Fact]:
        """A percentage or word, if an amount of the topic stands before that it speaks of."""
        about = self._spoke("level")
        if kind == "rate":
            about = self._spoke("change") or about
        value = found.value
        mark = found.mark if isinstance(found, Percent) else found.start
        if kind == "rate" and not (isinstance(found, Percent) and found.word) and about:
            sign = about.value.value if about.value else Decimal(0)
            value = replace(value, value=value.value.copy_sign(sign)) if sign else value
        yield self._fact(
            (found.start, found.end), (mark, found.end), begin, value, kind, base=base, about=about,
        )  # fmt: skip

    # ------------------------------------------------------------------ absences
    def _absent(self, at: int) -> re.Match[str] | None:
        absence = self.grammar.absence
        return absence.match(self.text, at, self.end) if absence else None

    def _absences(self, match: re.Match[str], begin: int) -> Iterator[Fact]:
        spec = self.grammar.absences[match.lastgroup or ""]
        for concept in spec.quantities:
            topic = Topic(concept, final_narrative().by_id[concept].title, total=True)
            yield self._fact(match.span(), match.span(), begin, _NOTHING, "level", topic=topic)
        self.state = _State(clear=False)

    # ------------------------------------------------------------------ making a fact
    def _fact(
        self, span: tuple[int, int], mark: tuple[int, int], begin: int, value: Amount, kind: str,
        *, measure: str = "", base: str = "", period: str = "", topic: Topic | None = None,
        about: Fact | None = None, unit: str | None = "",
    ) -> Fact:  # fmt: skip
        topic = topic or self.state.topic
        assert topic is not None
        section, measure, period = self.section, measure or "final", period or self.period
        start, _ = self.folded.original(begin, begin + 1)
        while start < span[1] and self.paragraph.text[start] in _MARKS + "，；：（":
            start += 1
        if start and self.paragraph.text[start - 1] in _OPENING_QUOTES:
            start -= 1
        _, stop = self.folded.original(*span)
        marked = self.folded.original(mark[0], span[1])
        text = self.paragraph.text[start:stop]
        fact = Fact(
            concept=topic.concept,
            context=Context(
                section.part, period, kind, section=section.section.spec.id, measure=measure,
                base=base,
            ),
            value=value,
            text=text,
            location=Location(
                part=section.part.ref,
                section=section.section.heading,
                text=text,
                mark=(marked[0] - start, marked[1] - start),
                position=self.paragraph.position(marked[0]),
                key="/".join((section.section.spec.id, topic.concept, measure, period, kind)),
            ),
            name=topic.title + final_narrative().measure_titles.get(measure, ""),
            order=(self.index, mark[0], 0),
            leaf=not topic.total,
            unit_missing=unit is None,
            about=about,
        )  # fmt: skip
        if self.state.said is not None and not (kind == "level" and measure != "final"):
            self.state.said[kind] = fact
        return fact


def _item(match: re.Match[str]) -> Topic:
    names = [match[level] or "" for level in LEVELS]
    marks = [f"（{mark}）" if name else "" for name, mark in zip(names, "类款项", strict=True)]
    last = max(n for n, name in enumerate(names) if name)
    title = names[last] + marks[last]
    return Topic(f"item:{'/'.join(names)}", title, total=not names[2])


def _totals() -> frozenset[str]:
    return frozenset(spec.total for spec in final_narrative().sums)


def _entity_pattern(entities: tuple[str, ...]) -> re.Pattern[str] | None:
    """The names of the entities, and what is left of them without the place before."""
    folded = {fold(name) for name in entities if name}
    endings = {
        name[n:] for name in folded for n in range(max(1, len(name) - _SHORTEST_NAME + 1))
    }
    return re.compile("|".join(sorted(map(re.escape, endings), key=len, reverse=True))) if endings else None


def final_narrative_facts(
    document: Document, outline: Outline, year: int | None, entities: tuple[str, ...]
) -> Iterator[tuple[Part, list[Fact], int]]:
    """For each part its facts of the narrative, and how many named amounts were left out."""
    for part in outline.parts:
        names = _entity_pattern((*entities, part.ref.entity or ""))
        facts: list[Fact] = []
        left_out = 0
        for section in part.sections:
            grammar = final_grammar(section.spec.id)
            if grammar is None:
                continue
            reader = _Section(part, section, grammar, year, names)
            for index in range(section.start + 1, section.end):
                block = document.blocks[index]
                if isinstance(block, Paragraph):
                    facts += reader.read(index, block)
            left_out += reader.left_out
        yield part, settle_units(facts), left_out
