"""Headings: paragraphs that may be titles, and what the template calls by them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from budgetlint.disclosure.numerals import Ordinal, leading_ordinal, strip_ordinal
from budgetlint.document import Paragraph
from budgetlint.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.document import Document
    from budgetlint.taxonomy import SectionSpec, StatementSpec, Template

LONGEST_HEADING = 45
"""A longer paragraph is no heading."""
# 表5一般公共预算…: the numeral ends before 一般
_TITLE_NUMBER = (
    r"(?:[0-9]+|[二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])(?:-[0-9]+)?"
)
TITLE_FRAME = re.compile(
    r"^(?:\(?公开[0-9]{2}表\)?)?"
    rf"(?:附?[表件](?:{_TITLE_NUMBER})?[:、.]?)?"
    r"(?:[^0-9]{0,30}20[0-9]{2}年度?)?(?=[《\u4e00-\u9fff])"
)
_TITLE_BRACKET = re.compile(r"\([^()]*\)$")


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph that may be a heading: its block index and its folded text."""

    index: int
    paragraph: Paragraph
    folded: str

    @property
    def ordinal(self) -> Ordinal | None:
        """The number it begins with."""
        return leading_ordinal(self.folded)

    @property
    def title(self) -> str:
        """The folded text without ordinal and closing punctuation."""
        return strip_ordinal(self.folded).rstrip("。:;,、")


def heading_lines(document: Document) -> Iterator[Line]:
    """The paragraphs of a document that are short enough to be headings."""
    for index, block in enumerate(document.blocks):
        if isinstance(block, Paragraph):
            folded = fold(block.text[: LONGEST_HEADING * 4])
            if folded and len(folded) <= LONGEST_HEADING:
                yield Line(index, block, folded)


def find_section(template: Template, line: Line) -> SectionSpec | None:
    """The section whose title this line is."""
    title = line.title
    return next((s for s in template.sections if s.pattern.fullmatch(title)), None)


def find_statement(template: Template, title: str) -> StatementSpec | None:
    """The standard table with this folded title; number, year, 《》 and a bracket do not matter."""
    if template.other_titles and template.other_titles.fullmatch(title):
        return None
    bare = TITLE_FRAME.sub("", strip_ordinal(title)).strip("《》").rstrip("。:;")
    forms = (bare, _TITLE_BRACKET.sub("", bare))
    return next((s for s in template.statements for f in forms if s.pattern.fullmatch(f)), None)


def is_unit_region(template: Template, line: Line) -> bool:
    """Whether this line opens the part of the units."""
    return bool(
        template.unit_region.fullmatch(line.folded) or template.unit_region.fullmatch(line.title)
    )
