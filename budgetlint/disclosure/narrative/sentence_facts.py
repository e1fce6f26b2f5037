"""Facts as sentences print them: an amount, a percentage, each with its context and its place."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from budgetlint.disclosure.amount import Amount, Unit
from budgetlint.disclosure.facts import Context, Fact
from budgetlint.disclosure.misprints import mend
from budgetlint.disclosure.narrative.grammar import AGAINST, Grammar, printed_amount
from budgetlint.disclosure.narrative.phrases import base_of
from budgetlint.document import Paragraph
from budgetlint.fold import Folded, fold_with_offsets
from budgetlint.location import Location
from budgetlint.taxonomy.budget import narrative

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from budgetlint.disclosure.narrative.phrases import Percent
    from budgetlint.disclosure.structure.outline import Part
    from budgetlint.disclosure.structure.sections import Section
    from budgetlint.document import Document
    from budgetlint.taxonomy.budget import ConceptSpec

ITEM = "item:"
"""How the concept of an amount begins that has no name in the taxonomy."""
_OPENING_QUOTES = "“\"‘'"
_NOTHING = Amount(Decimal(0), Unit.WAN, 0)


@dataclass
class SectionScope:
    """One section of one part, in a document of the fiscal ``year``.

    ``left_out`` counts the named amounts that words before the name give another meaning.
    """

    part: Part
    section: Section
    year: int | None
    left_out: int = field(default=0, kw_only=True)

    @property
    def id(self) -> str:
        """The id of the section."""
        return self.section.spec.id

    def paragraphs(self, document: Document) -> Iterator[tuple[int, Paragraph]]:
        """The paragraphs below the heading, with their blocks."""
        for index in range(self.section.start + 1, self.section.end):
            block = document.blocks[index]
            if isinstance(block, Paragraph):
                yield index, block

    def period_of(self, year: int) -> str:
        """The period that a printed year means."""
        if self.year is None or year == self.year:
            return "this"
        return "last" if year == self.year - 1 else "other"


@dataclass
class Scope(SectionScope):
    """What the sentences of a section of a budget have in common.

    ``names`` are those of the entities, folded; ``amounts`` the facts read so far, by block and
    folded end.
    """

    grammar: Grammar
    names: tuple[str, ...]
    amounts: dict[tuple[int, int], Fact] = field(default_factory=dict)

    def stated(self, concept: str) -> tuple[Fact, ...]:
        """The levels of a quantity that were read so far, the last one first."""
        return tuple(
            fact
            for fact in reversed(self.amounts.values())
            if fact.concept == concept and fact.context.kind == "level"
            and fact.context.period == "this"
        )  # fmt: skip


class Printer:
    """Makes the facts of one paragraph of a section, each with its place."""

    def __init__(self, scope: Scope, index: int, paragraph: Paragraph) -> None:
        self.scope = scope
        self.index = index
        self.paragraph = paragraph
        self.folded = mend(fold_with_offsets(paragraph.text), paragraph.text)

    def amount(
        self, concept: ConceptSpec, match: re.Match[str], kind: str, period: str, begin: int,
        compared: str | None = None,
    ) -> Fact:  # fmt: skip
        """A named amount; ``compared`` are the words of its comparison, where not in the match."""
        number = match.groupdict().get("number")
        mark = match.start("number") if number else match.start()
        words = match[0][: mark - match.start()] if number else match[0]
        fact = self._print(
            concept.id,
            concept.title,
            Context(
                self.scope.part, concept.period or period, kind,
                section=self.scope.id, base=self._base(words if compared is None else compared),
            ),
            _amount(match) if number else _NOTHING,
            (begin, mark, match.end()),
            unit_missing=bool(number) and match["unit"] is None,
        )  # fmt: skip
        self.scope.amounts[self.index, match.end()] = fact
        return fact

    def _base(self, words: str) -> str:
        """What the words before a change compare it with."""
        compared = AGAINST.search(words)
        return base_of(compared[1], self.scope.year) if compared else ""

    def percent(
        self, concept: str, name: str, phrase: Percent, begin: int, about: Fact | None,
        wholes: tuple[Fact, ...] = (), base: str = "",
    ) -> Fact:  # fmt: skip
        value = phrase.value
        if about and about.context.kind == "change" and not phrase.word and about.value:
            value = replace(value, value=value.value.copy_sign(about.value.value))
        period = about.context.period if about and phrase.kind == "share" else "this"
        context = Context(
            self.scope.part,
            period,
            phrase.kind,
            section=self.scope.id,
            base=phrase.base or base,
        )
        fact = self._print(concept, name, context, value, (begin, phrase.mark, phrase.end))
        return replace(fact, about=about, wholes=wholes)

    def _print(
        self, concept: str, name: str, context: Context, value: Amount | None,
        span: tuple[int, int, int], *, unit_missing: bool = False,
    ) -> Fact:  # fmt: skip
        """The fact printed at a span of folded offsets: where its excerpt begins, where what would
        be wrong begins, where both end."""
        location = located(
            self.paragraph, self.folded, span, part=self.scope.part, section=self.scope.section,
            key=f"{context.section}/{concept}/{context.period}/{context.kind}",
        )  # fmt: skip
        return Fact(
            concept=concept,
            context=context,
            value=value,
            text=location.text,
            location=location,
            name=name,
            order=(self.index, span[0], span[1]),
            unit_missing=unit_missing,
            misprinted=self.folded.is_mended(*span[1:]),
        )

    def named(self, concept: str, name: str, begin: int) -> Fact:
        """A name that is printed without an amount, or whose amount does not count."""
        context = Context(self.scope.part, section=self.scope.id)
        return self._print(concept, name, context, None, (begin, begin, begin + len(name)))

    def level(self, match: re.Match[str], name: str = "", begin: int | None = None) -> Fact | None:
        """The amount at a place, known by its name or not; None where it is no level."""
        known = self.scope.amounts.get((self.index, match.end()))
        if known:
            return known if known.context.kind == "level" else None
        start = match.start() if begin is None else begin
        context = Context(self.scope.part, section=self.scope.id)
        span = (start, match.start("number"), match.end())
        missing = match["unit"] is None
        item = f"{ITEM}{name}"
        fact = self._print(item, name, context, _amount(match), span, unit_missing=missing)
        self.scope.amounts[self.index, match.end()] = fact
        return fact


def _amount(match: re.Match[str]) -> Amount:
    """The amount of a match, negative behind a word such as 减少."""
    amount = printed_amount(match["number"], match["unit"])
    direction = match.groupdict().get("direction")
    value = -amount.value if direction in narrative().decrease else amount.value
    return replace(amount, value=value, rounded=direction is not None and value == 0)


def located(
    paragraph: Paragraph, folded: Folded, span: tuple[int, int, int], *, part: Part,
    section: Section | None, key: str,
) -> Location:  # fmt: skip
    """The place of what is printed at a span of folded offsets: where its excerpt begins, where
    what would be wrong begins, where both end. A quotation mark before it belongs to it."""
    text, (begin, mark, end) = paragraph.text, span
    start, _ = folded.original(begin, begin + 1)
    if start and text[start - 1] in _OPENING_QUOTES:
        start -= 1
    marked, stop = folded.original(mark, end)
    return Location(
        part=part.ref,
        section=section.heading if section else None,
        text=text[start:stop],
        mark=(marked - start, stop - start),
        position=paragraph.position(marked),
        key=key,
    )


def settle_units(facts: list[Fact]) -> list[Fact]:
    """An amount printed without a unit is read in the unit that most of its neighbours have."""
    known = [f.value.unit for f in facts if f.is_money and not f.unit_missing and f.value]
    usual = max(set(known), key=known.count) if known else Unit.WAN
    settled = {fact: fact.with_unit(usual) for fact in facts if fact.unit_missing}
    if not settled:
        return facts

    def settle(fact: Fact) -> Fact:
        about = settled.get(fact.about, fact.about) if fact.about else None
        wholes = tuple(settled.get(whole, whole) for whole in fact.wholes)
        same = about is fact.about and wholes == fact.wholes
        return settled.get(fact) or (fact if same else replace(fact, about=about, wholes=wholes))

    return [settle(fact) for fact in facts]
