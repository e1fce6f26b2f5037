"""The narrative: facts from the sentences of the budget sections."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from budgetlint.disclosure.amount import Unit
from budgetlint.disclosure.fold import fold
from budgetlint.disclosure.narrative.grammar import grammar_of, sentence_ends
from budgetlint.disclosure.narrative.sentence_facts import Printer, Scope
from budgetlint.disclosure.narrative.sentences import Sentence
from budgetlint.document import Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure.facts import Fact
    from budgetlint.disclosure.structure.outline import Outline, Part
    from budgetlint.document import Document


def _paragraph_facts(scope: Scope, index: int, paragraph: Paragraph) -> Iterator[Fact]:
    printer = Printer(scope, index, paragraph)
    start = 0
    for end in sentence_ends(printer.folded.text):
        yield from Sentence(printer, start, end).facts()
        start = end


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
            scope = Scope(part, section, grammar, year, names)
            for index in range(section.start + 1, section.end):
                block = document.blocks[index]
                if isinstance(block, Paragraph):
                    facts += _paragraph_facts(scope, index, block)
            left_out += scope.left_out
        yield part, settle_units(facts), left_out


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
