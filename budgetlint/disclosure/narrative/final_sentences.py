"""The sentences of final accounts: what a paragraph says, fact by fact.

Every fact is a topic (a quantity by its name, or a path of （类）（款）（项）), a measure
(年初预算, 支出决算) and a form: an amount, a change, a share, a completion, a word (小于). A clause
that names no topic speaks of the one named before. Text that is not understood ends that: an
amount that is not surely the topic's is not taken for it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from budgetlint.disclosure.amount import Amount, Unit, amount_printed
from budgetlint.disclosure.narrative.final_facts import MONEY, Printer, Said, Scope, Topic
from budgetlint.disclosure.narrative.final_grammar import (
    LEVELS,
    count_pattern,
    quantity_called,
    words,
)
from budgetlint.disclosure.narrative.grammar import printed_amount
from budgetlint.disclosure.narrative.phrases import (
    Percent,
    Word,
    bare_percent_at,
    base_of,
    comparison_at,
    completion_at,
    growth_at,
    share_at,
)
from budgetlint.disclosure.narrative.sentence_facts import ITEM
from budgetlint.taxonomy.final import final_narrative

if TYPE_CHECKING:
    import re
    from collections.abc import Generator, Iterator

    from budgetlint.disclosure.facts import Fact
    from budgetlint.document import Paragraph

    Steps = Generator[Fact, None, int]

_MARKS = ",;。、:"
_PARTS = "其中"
_NOTHING = Amount(Decimal(0), Unit.WAN, 0)
UNKNOWN = "?"
"""The base of a share of something that is no known quantity."""


@dataclass(slots=True)
class _State:
    """What the words before say of the next amount: the topic and what was ``said`` of it, by kind.

    ``fresh``: the name of the topic stands right before. ``clear``: every word of the clause is
    understood. ``lost``: the last change compares with something that is not known.
    """

    topic: Topic | None = None
    said: dict[str, Fact] = field(default_factory=dict)
    fresh: bool = False
    clear: bool = True
    lost: bool = False


def read_paragraph(scope: Scope, index: int, paragraph: Paragraph) -> list[Fact]:
    """The facts of a paragraph, in order."""
    reader = _Reader(scope, index, paragraph)
    facts = list(reader.facts())
    scope.carried = None if facts else reader.state.topic
    return facts


class _Reader:
    """Reads one paragraph from begin to end.

    ``period`` is the year that the sentence speaks of, ``base`` what it compares with (与上年相比),
    ``named`` what it has named, ``whole`` the quantity of which it lists parts (其中).
    """

    def __init__(self, scope: Scope, index: int, paragraph: Paragraph) -> None:
        self.scope = scope
        self.grammar = scope.grammar
        self.print = Printer(scope, index, paragraph)
        self.text = self.print.folded.text
        self.end = len(self.text)
        self.state = _State(scope.carried)
        self.outer: list[_State] = []
        self.named: set[str] = set()
        self.whole: _State | None = None
        self.period = self.period_before = "this"
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
        if match := self._absent(at):
            yield from self._absences(match)
            return match.end()
        end = yield from self._form(at)
        if end > at:
            return end
        if (end := self._name(at)) > at:
            return (yield from self._form(end, at))
        if (end := self._lead(at)) > at:
            return end
        if char in "()":
            return self._bracket(at)
        self.state = _State(clear=False)
        return at + 1

    def _mark(self, at: int) -> int:
        """A mark begins a new clause; a year in a clause that was not understood told nothing."""
        self.period = self.period if self.state.clear else self.period_before
        self.period_before = self.period
        if self.text[at] == "。":
            self._end_sentence()
        self.state.clear, self.state.fresh = True, False
        return at + 1

    def _end_sentence(self) -> None:
        """The next sentence may go on with the only quantity of this one, or with the whole of
        which it listed the parts."""
        if self.whole:
            self.state = self.whole
        elif len(self.named) > 1:
            self.state = _State()
        self.period = self.period_before = "this"
        self.base, self.whole = "", None
        self.outer.clear()
        self.named.clear()

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
            self.period = "last" if match["last"] else self.scope.period_of(int(match["year"]))
            return match.end()
        if self.text.startswith(_PARTS, at) and not (self.whole or self.outer):
            self.whole = self.state if self.state.topic else None
        if match := self.words.against.match(self.text, at, self.end):
            self.base = base_of(match["base"], self.scope.year)
            return match.end()
        entities = self.scope.entities
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
            self.state = _State(topic, fresh=True)
            self.named.add(topic.concept)
        elif self.words.level.match(self.text, end, self.end):
            self.scope.left_out += 1
        return end

    def _topic_at(self, at: int) -> tuple[Topic, int] | None:
        items = self.grammar.classes
        if items and (match := self.words.path.match(self.text, at, self.end)):
            return _item(match), match.end()
        if items and (match := items.match(self.text, at, self.end)):
            return Topic(f"{ITEM}{match['class']}//", match["class"], total=True), match.end()
        match = self.grammar.names.match(self.text, at, self.end)
        before = self.state.topic.concept if self.state.topic else ""
        spec = self.grammar.named(match, before) if match else None
        if match is None or spec is None:
            return None
        title = self.print.slice(match.start(), match.end()) if spec.named else spec.title
        return Topic(spec.id, title, spec.unit, total=spec.id in _totals()), match.end()

    # ------------------------------------------------------------------ what is said of a topic
    def _form(self, at: int, begin: int | None = None) -> Steps:
        """What is said of the topic from ``at`` on; the fact begins at its name, if it has one."""
        topic = self.state.topic
        if not (self.state.clear and topic):
            return at
        measure, after = self.words.measure_at(self.text, at, self.end)
        said = self._word(at) or self._percent(after) or self._change(after, measure)
        if said is None and topic.unit != MONEY:
            return (yield from self._count(topic, at, begin))
        forms = [said] if said else self._of_amount(after) or self._level(after, measure)
        for each in forms:
            self.state.fresh = False
            if each.kind == "change":
                self.state.lost = each.base is None
            if each.base is None or (self.state.lost and each.kind == "rate"):
                continue
            fact = self.print.fact(topic, each, at if begin is None else begin, self.period)
            if each.kind != "level" or each.measure == "final":
                self.state.said[each.kind] = fact
            yield fact
        return forms[-1].end if forms else at

    def _word(self, at: int) -> Said | None:
        """决算数小于年初预算数."""
        found = comparison_at(self.text, at, self.end, self.scope.year)
        return self._spoken("direction", found, found.start, found.base) if found else None

    def _percent(self, at: int) -> Said | None:
        """占34.30%, 完成年初预算的95.89%, 增长5.00%."""
        text, end, year = self.text, self.end, self.scope.year
        if found := completion_at(text, at, end, year):
            return self._spoken("completion", found, found.mark, found.base)
        if found := share_at(text, at, end):
            whole = quantity_called(found.whole, self.scope.id) or UNKNOWN if found.whole else ""
            return self._spoken("share", found, found.mark, whole)
        if found := growth_at(text, at, end, year):
            return self._spoken("rate", found, found.mark, found.base or self.base)
        if "change" in self.state.said and (found := bare_percent_at(text, at - 1, end)):
            return self._spoken("rate", found, found.mark, self.base)
        return None

    def _spoken(self, kind: str, found: Percent | Word, mark: int, base: str) -> Said:
        """A percentage or word, about the amount of the topic that stands before it."""
        about = self.state.said.get("level")
        value = found.value
        if kind == "rate":
            about = self.state.said.get("change") or about
            if not found.word and about and about.value and about.value.value:
                value = replace(value, value=value.value.copy_sign(about.value.value))
        return Said(kind, value, mark, found.end, base=base, about=about)

    def _change(self, at: int, measure: str) -> Said | None:
        """比上年减少5.00万元, 与上年持平."""
        if measure not in ("", "final"):
            return None
        if match := self.words.unchanged.match(self.text, at, self.end):
            return Said("change", _NOTHING, match.start(), match.end(), base="last")
        match = self._printed(self.words.change, at)
        if match is None:
            return None
        amount = printed_amount(match["number"], match["unit"])
        if match["direction"] not in self.words.rise:
            amount = replace(amount, value=-amount.value)
        named = match["base"]
        base = base_of(named, self.scope.year) or None if named else self.base or "last"
        amount = replace(amount, rounded=amount.value == 0)
        return replace(self._amount("change", match), value=amount, base=base)

    def _level(self, at: int, measure: str) -> list[Said]:
        """支出决算为5.00万元, 较2023年5.00万元; right behind a name the amount alone."""
        match = None if measure else self._printed(self.words.last_level, at)
        if match:
            period = "last" if base_of(match["base"], self.scope.year) else "other"
            return [replace(self._amount("level", match), period=period)]
        if measure or self.state.fresh:
            match = self._printed(self.words.level, at)
        return [replace(self._amount("level", match), measure=measure or "final")] if match else []

    def _of_amount(self, at: int) -> list[Said]:
        """完成预算30万元的95.00%: a budget, and the completion of it."""
        match = self.words.of_amount.match(self.text, at, self.end)
        if match is None:
            return []
        measure, _ = self.words.measure_at(match["measure"], 0, len(match["measure"]))
        level = self._amount("level", match)
        rate = amount_printed(match["rate"], Unit.PERCENT)
        about = self.state.said.get("level")
        return [
            replace(level, measure=measure, end=match.end("unit")),
            Said("completion", rate, match.start("rate"), match.end(), base=measure, about=about),
        ]

    def _printed(self, form: re.Pattern[str], at: int) -> re.Match[str] | None:
        """An amount; a number without unit at the end of a paragraph may be cut by a page."""
        match = form.match(self.text, at, self.end)
        return match if match and (match["unit"] or match.end() < self.end) else None

    def _amount(self, kind: str, match: re.Match[str]) -> Said:
        value = printed_amount(match["number"], match["unit"])
        return Said(
            kind, value, match.start("number"), match.end(), unit_missing=match["unit"] is None
        )

    def _count(self, topic: Topic, at: int, begin: int | None) -> Steps:
        """团组1个、累计3人次: the second count is of what follows the first."""
        followers = [q for q in self.grammar.followers if topic.concept in q.follows]
        named = [topic] if self.state.fresh else []
        for each in (*named, *(Topic(q.id, q.title, q.unit) for q in followers)):
            if match := count_pattern(each.unit).match(self.text, at, self.end):
                self.state.fresh = False
                value = amount_printed(match["number"], Unit(each.unit))
                said = Said("level", value, match.start("number"), match.end())
                yield self.print.fact(each, said, at if begin is None else begin, self.period)
                return match.end()
        return at

    # ------------------------------------------------------------------ absences
    def _absent(self, at: int) -> re.Match[str] | None:
        absence = self.grammar.absence
        return absence.match(self.text, at, self.end) if absence and self.state.clear else None

    def _absences(self, match: re.Match[str]) -> Iterator[Fact]:
        """无“三公”经费支出: what there is none of is 0."""
        for concept in self.grammar.absences[match.lastgroup or ""].quantities:
            topic = Topic(concept, final_narrative().by_id[concept].title, total=True)
            said = Said("level", _NOTHING, match.start(), match.end())
            yield self.print.fact(topic, said, match.start(), self.period)
        self.state = _State(clear=False)


def _item(match: re.Match[str]) -> Topic:
    names = [match[level] or "" for level in LEVELS]
    marks = [f"（{mark}）" if name else "" for name, mark in zip(names, "类款项", strict=True)]
    last = max(n for n, name in enumerate(names) if name)
    title = names[last] + marks[last]
    return Topic(f"{ITEM}{'/'.join(names)}", title, total=not names[2])


def _totals() -> frozenset[str]:
    return frozenset(spec.total for spec in final_narrative().sums)
