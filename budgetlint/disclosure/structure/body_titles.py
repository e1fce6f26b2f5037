"""The titles of the body that entries of the contents may stand for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from budgetlint.disclosure.numerals import leading_ordinal
from budgetlint.disclosure.slip_index import repaired
from budgetlint.disclosure.structure.headings import LONGEST_HEADING, heading_lines
from budgetlint.document import Paragraph
from budgetlint.fold import fold, tidy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.structure.headings import Line

_STOPS = ("。", ";", ":")
_RUN_IN = re.compile(
    "(?P<title>[^:。;,]+?)"
    "(?:[:。;,].|(?:无|略|不涉及)[。;]?$|[本我](?:部门|单位|局|院|校)(?:没有|无|不|未))"
)
"""四、国有资本经营预算情况：本部门没有…"""


@dataclass(frozen=True, slots=True)
class BodyTitle:
    """A title of the body: its block and page, folded and as printed."""

    index: int
    title: str
    printed: str
    paragraph: Paragraph

    @property
    def page(self) -> int | None:
        """The page it stands on, from 1, where the format knows it."""
        return self.paragraph.position().page


def body_titles(disclosure: Disclosure) -> list[BodyTitle]:
    """Every short paragraph, every two that may be one title, and the titles that run in."""
    contents = disclosure.outline.contents
    lines = [line for line in heading_lines(disclosure.document) if line.index not in contents]
    titles = [*_short_paragraphs(lines), *_run_in_titles(disclosure)]
    return sorted(titles, key=lambda title: title.index)


def _short_paragraphs(lines: Sequence[Line]) -> Iterator[BodyTitle]:
    """Every short paragraph, and every two that may be one title."""
    for line, following in pairwise([*lines, None]):
        if line is None:
            continue
        printed = tidy(line.paragraph.text)
        yield BodyTitle(line.index, line.folded, printed, line.paragraph)
        goes_on = following and following.index == line.index + 1 and not following.ordinal
        if following and goes_on and not line.folded.endswith(_STOPS):
            whole = printed + tidy(following.paragraph.text)
            yield BodyTitle(line.index, line.folded + following.folded, whole, line.paragraph)


def _run_in_titles(disclosure: Disclosure) -> Iterator[BodyTitle]:
    """The titles that are followed by the text of their section in the same paragraph."""
    for index, paragraph in enumerate(disclosure.document.blocks):
        if not isinstance(paragraph, Paragraph) or index in disclosure.outline.contents:
            continue
        folded = fold(paragraph.text[: LONGEST_HEADING * 4])
        ordinal = leading_ordinal(folded)
        found = _RUN_IN.match(folded, ordinal.length) if ordinal else None
        if ordinal and found and found.end("title") <= LONGEST_HEADING:
            title = repaired(folded[: found.end("title")])
            yield BodyTitle(index, title, title, paragraph)
