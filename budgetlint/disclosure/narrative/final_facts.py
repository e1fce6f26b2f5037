"""The facts of final accounts as their sentences print them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from budgetlint.disclosure.facts import Context, Fact
from budgetlint.disclosure.misprints import mend
from budgetlint.disclosure.narrative.sentence_facts import SectionScope, located
from budgetlint.fold import fold_with_offsets
from budgetlint.taxonomy.final import final_narrative

if TYPE_CHECKING:
    import re

    from budgetlint.disclosure.amount import Amount
    from budgetlint.disclosure.narrative.final_grammar import FinalGrammar
    from budgetlint.document import Paragraph

MONEY = "万元"
"""The unit of the quantities that are money, of whatever printed unit."""


@dataclass(frozen=True, slots=True)
class Topic:
    """What an amount speaks of: its concept, what it is called, what it is counted in."""

    concept: str
    title: str
    unit: str = MONEY
    total: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """What a form says of the topic: ``value`` is printed from ``mark`` to ``end``.

    ``base`` None is a comparison with something that is not known.
    """

    kind: str
    value: Amount
    mark: int
    end: int
    measure: str = "final"
    base: str | None = ""
    period: str = ""
    about: Fact | None = None
    unit_missing: bool = False


@dataclass
class Scope(SectionScope):
    """What the paragraphs of a section of final accounts have in common.

    ``entities`` are the names that may stand before a quantity without giving it another meaning.
    ``carried`` is the topic that a paragraph of its own names for the next one.
    """

    grammar: FinalGrammar
    entities: re.Pattern[str] | None
    carried: Topic | None = None


class Printer:
    """Makes the facts of one paragraph, each with its place."""

    def __init__(self, scope: Scope, index: int, paragraph: Paragraph) -> None:
        self.scope = scope
        self.index = index
        self.paragraph = paragraph
        self.folded = mend(fold_with_offsets(paragraph.text), paragraph.text)

    def slice(self, start: int, end: int) -> str:
        """What is printed between two folded offsets, without blanks."""
        return "".join(self.paragraph.text[slice(*self.folded.original(start, end))].split())

    def fact(self, topic: Topic, said: Said, begin: int, period: str) -> Fact:
        """What is said of a topic, in an excerpt that begins at ``begin``."""
        scope, period = self.scope, said.period or period
        location = located(
            self.paragraph, self.folded, (begin, said.mark, said.end), part=scope.part,
            section=scope.section,
            key=f"{scope.id}/{topic.concept}/{said.measure}/{period}/{said.kind}",
        )  # fmt: skip
        context = Context(
            scope.part, period, said.kind, section=scope.id, measure=said.measure,
            base=said.base or "",
        )  # fmt: skip
        return Fact(
            concept=topic.concept,
            context=context,
            value=said.value,
            text=location.text,
            location=location,
            name=topic.title + final_narrative().measure_titles.get(said.measure, ""),
            order=(self.index, begin, said.mark),
            leaf=not topic.total,
            unit_missing=said.unit_missing,
            misprinted=self.folded.is_mended(said.mark, said.end),
            about=said.about,
        )
