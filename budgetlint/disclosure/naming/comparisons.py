"""Comparisons with another year: 与2023年相比, 比2022年决算增加."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from budgetlint.disclosure.places import section_at, text_location
from budgetlint.document import Paragraph
from budgetlint.fold import fold_with_offsets
from budgetlint.taxonomy.years import year_spec

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from budgetlint.disclosure.structure.outline import Outline, Part
    from budgetlint.document import Document
    from budgetlint.location import Location

_SENTENCE_STOPS = "。;"


@dataclass(frozen=True, slots=True)
class Comparison:
    """A comparison of money with that of ``year``; ``what`` of that year (预算, 决算 …).

    ``intended`` says that the sentence gives a reason for choosing an earlier year.
    """

    year: int
    what: str
    part: Part
    intended: bool
    location: Location

    @property
    def is_budget(self) -> bool:
        """Whether it is compared with a budget."""
        return bool(year_spec().budget.search(self.what))

    @property
    def is_adjusted(self) -> bool:
        """Whether it is compared with a budget as it stood at some time of its year."""
        return bool(year_spec().adjusted.search(self.what))

    @property
    def is_accounts(self) -> bool:
        """Whether it is compared with final accounts."""
        return bool(year_spec().accounts.search(self.what))


def find_comparisons(document: Document, outline: Outline) -> Iterator[Comparison]:
    """The comparisons in sentences about money, in order."""
    spec = year_spec()
    for index, block in enumerate(document.blocks):
        if not isinstance(block, Paragraph) or index in outline.contents:
            continue
        section = section_at(outline, index)
        if section and section.spec.id in spec.silent_sections:
            continue
        folded = fold_with_offsets(block.text)
        for match in spec.comparison.finditer(folded.text):
            start, end = _sentence(folded.text, match)
            if not spec.money.search(folded.text, start, end):
                continue
            yield Comparison(
                int(match["year"]),
                match["what"],
                outline.part_at(index),
                bool(spec.intended.search(folded.text, start, match.end())),
                text_location(outline, index, block, folded, match.span("year"), "comparison"),
            )


def _sentence(text: str, match: re.Match[str]) -> tuple[int, int]:
    """The sentence around a match."""
    start = max(text.rfind(stop, 0, match.start()) for stop in _SENTENCE_STOPS) + 1
    ends = [at for stop in _SENTENCE_STOPS if (at := text.find(stop, match.end())) >= 0]
    return start, min(ends, default=len(text))
