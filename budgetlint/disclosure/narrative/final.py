"""The narrative of final accounts: the facts of its sections."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from budgetlint.disclosure.narrative.final_facts import Scope
from budgetlint.disclosure.narrative.final_grammar import final_grammar
from budgetlint.disclosure.narrative.final_sentences import read_paragraph
from budgetlint.disclosure.narrative.sentence_facts import settle_units
from budgetlint.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure.facts import Fact
    from budgetlint.disclosure.structure.outline import Outline, Part
    from budgetlint.document import Document

_SHORTEST_NAME = 4


def _entity_pattern(entities: tuple[str, ...]) -> re.Pattern[str] | None:
    """The names of the entities, and what is left of them without the place before."""
    folded = {fold(name) for name in entities if name}
    shortest = {name: max(1, len(name) - _SHORTEST_NAME + 1) for name in folded}
    endings = sorted(
        {name[n:] for name, count in shortest.items() for n in range(count)}, key=len, reverse=True
    )
    return re.compile("|".join(map(re.escape, endings))) if endings else None


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
            scope = Scope(part, section, year, grammar, names)
            for index, paragraph in scope.paragraphs(document):
                facts += read_paragraph(scope, index, paragraph)
            left_out += scope.left_out
        yield part, settle_units(facts), left_out
