"""Percentages of a comparison that do not say whether anything grew or fell.

减少3.20万元，14.55%，… leaves the word to the reader; 较上年预算4.50% tells nothing at all.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from budgetlint.disclosure.narrative.phrases import A_YEAR, PERCENT
from budgetlint.disclosure.places import text_location
from budgetlint.document import Paragraph
from budgetlint.fold import fold_with_offsets
from budgetlint.taxonomy.rates import percentages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.facts import Fact
    from budgetlint.location import Location

_ELSEWHERE = ("duties", "performance", "glossary")
"""Sections that compare no amounts."""
_COMPARED = re.compile(
    rf"(?:(?:较|比|与|同){A_YEAR}(?:年初)?(?:预算|决算)?(?:安排|支出)?数?(?:相比)?|同比),?"
    rf"(?={PERCENT}(?P<after>[^,;。]{{0,8}}))"
)
_CLAUSE = re.compile("[,;。:(]")
_BRACKETS = ("(", "（")


@cache
def _told() -> re.Pattern[str]:
    """What tells a direction, or that the percentage is no growth (的, 占比, 完成率)."""
    spec = percentages()
    return re.compile("|".join((*spec.rise, *spec.fall, *spec.open, "的", "幅|率|占比|比例|比重")))


def rates_without_word(disclosure: Disclosure) -> Iterator[Fact]:
    """The percentages right behind a change that have no word of their own; one in brackets
    (减少3.20万元（14.55%）) needs none."""
    for fact in disclosure.facts:
        start, end = fact.location.mark or (0, 0)
        text, about = fact.location.text, fact.about
        behind = about is not None and about.context.kind == "change" and not about.is_zero
        told = text[:start].rstrip().endswith(_BRACKETS) or _told().search(text[start:end])
        if fact.context.kind == "rate" and behind and not told:
            yield fact


def rates_without_direction(disclosure: Disclosure) -> Iterator[Location]:
    """The percentages against another year where nothing tells what has happened."""
    for index, paragraph in _paragraphs(disclosure):
        folded = fold_with_offsets(paragraph.text)
        for match in _COMPARED.finditer(folded.text):
            clauses = [mark.end() for mark in _CLAUSE.finditer(folded.text, 0, match.start())]
            before = folded.text[max(clauses, default=0) : match.start()]
            if not _told().search(before) and not _told().search(match["after"]):
                span = match.start(), match.start("after")
                yield text_location(
                    disclosure.outline, index, paragraph, folded, span, "rate/direction"
                )


def _paragraphs(disclosure: Disclosure) -> Iterator[tuple[int, Paragraph]]:
    """The paragraphs with a percentage in the sections that compare amounts."""
    for part in disclosure.outline.parts:
        for section in part.sections:
            if section.spec.id not in _ELSEWHERE:
                for index in range(section.start + 1, section.end):
                    block = disclosure.document.blocks[index]
                    if isinstance(block, Paragraph) and ("%" in block.text or "％" in block.text):
                        yield index, block
