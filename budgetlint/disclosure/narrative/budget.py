"""The narrative: facts from the sentences of the budget sections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.narrative.grammar import grammar_of, sentence_ends
from budgetlint.disclosure.narrative.listing import SECTION as LISTED
from budgetlint.disclosure.narrative.listing import listed
from budgetlint.disclosure.narrative.project_list import SECTION as PROJECTS
from budgetlint.disclosure.narrative.project_list import listed_projects
from budgetlint.disclosure.narrative.sentence_facts import Printer, Scope, settle_units
from budgetlint.disclosure.narrative.sentences import Sentence
from budgetlint.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure.facts import Fact
    from budgetlint.disclosure.structure.outline import Outline, Part
    from budgetlint.document import Document


def _paragraph_facts(printer: Printer) -> Iterator[Fact]:
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
            scope = Scope(part, section, year, grammar, names)
            printers = [Printer(scope, *placed) for placed in scope.paragraphs(document)]
            for printer in printers:
                facts += _paragraph_facts(printer)
            if scope.id == LISTED:
                facts += listed(printers)
            if scope.id == PROJECTS:
                facts += listed_projects(printers)
            left_out += scope.left_out
        yield part, settle_units(facts), left_out
