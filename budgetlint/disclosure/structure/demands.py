"""What a template demands and a document lacks, where numbers run on.

Many forms are legitimate: explanations stand under other headings, several are one, tables are
published separately. What is listed in the table of contents, or leaves a gap in the numbers, is
missing; else the obligation must not be mentioned anywhere in the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from budgetlint.disclosure.structure.headings import Line, find_section, find_statement
from budgetlint.disclosure.structure.numbering import check_numbers
from budgetlint.document import Paragraph
from budgetlint.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.structure.numbering import Gap, Numbering
    from budgetlint.disclosure.structure.outline import Part
    from budgetlint.disclosure.structure.sections import Section
    from budgetlint.taxonomy import SectionSpec, StatementSpec

_GLOSSARY = "glossary"
_FOLLOWED_BUT_FOR = 1
"""A document explains the tables one by one if at most so many of them lack their section."""
_ATTACHED = re.compile("(?:详见|另附|见)附(?:件|表)")
_ENTRY_END = "0123456789.…·-"


@dataclass(frozen=True, slots=True)
class Missing:
    """A section that is missing, how sure that is, and the section it would follow.

    ``gap`` is the gap in the numbers that it leaves, ``listed`` whether the contents list it.
    """

    spec: SectionSpec
    severity: str
    near: Section | None
    gap: Gap | None = None
    listed: bool = False


def missing_sections(disclosure: Disclosure, part: Part) -> list[Missing]:
    """The sections that a part lacks, in the order of the template.

    Where a table is missing as well as what explains it, the missing table is the finding.
    """
    template = disclosure.outline.template
    present = {section.spec.id for section in part.sections}
    listed = _listed_sections(disclosure)
    gaps = list(check_numbers(part).gaps)
    tables = {spec.id: spec for spec in template.statements}
    lacking = [spec for spec in template.sections if spec.id not in present]
    unexplained = [spec for spec in lacking if spec.id in tables]
    one_by_one = len(unexplained) <= _FOLLOWED_BUT_FOR
    printed = {statement.spec.id for statement in disclosure.statements_of(part)}
    found: list[Missing] = []
    for spec in lacking:
        table = tables.get(spec.id)
        if table and disclosure.year and disclosure.year < table.since:
            continue
        mentioned = _is_mentioned(disclosure, part, spec)
        gap = _gap_of(spec, gaps) if table or spec.required else None
        sure = spec.id in listed or (gap is not None and (gap.before is not None or not mentioned))
        usual = table is not None and one_by_one
        if table and printed and spec.id not in printed and not sure:
            continue
        severity = _severity(spec, sure=sure, usual=usual, mentioned=mentioned)
        if severity:
            if gap:
                gaps.remove(gap)
            found.append(Missing(spec, severity, _before(part, spec), gap, spec.id in listed))
    return found


def unexplained_gaps(disclosure: Disclosure, part: Part, numbering: Numbering) -> list[Gap]:
    """The gaps in the numbers that no missing section explains."""
    explained = {m.gap for m in missing_sections(disclosure, part) if m.gap}
    return [gap for gap in numbering.gaps if gap.before and gap not in explained]


def _severity(spec: SectionSpec, *, sure: bool, usual: bool, mentioned: bool) -> str:
    if sure:
        return "error"
    if usual:
        return "warning"
    return "" if mentioned else spec.required


def _gap_of(spec: SectionSpec, gaps: list[Gap]) -> Gap | None:
    """The gap in the numbers where this section belongs: beside one that the template has next
    to it."""
    for gap in gaps:
        before = gap.before.spec.number if gap.before else None
        if before == spec.number - 1 or gap.after.spec.number == spec.number + 1:
            return gap
    return gaps[0] if len(gaps) == 1 and gaps[0].count == 1 and gaps[0].before else None


def _before(part: Part, spec: SectionSpec) -> Section | None:
    earlier = [s for s in part.first_sections if s.spec.number < spec.number]
    return max(earlier, key=lambda section: section.spec.number, default=None)


def _is_mentioned(disclosure: Disclosure, part: Part, spec: SectionSpec) -> bool:
    if spec.mention is None:
        return False
    return any(spec.mention.search(text) for text in _texts(disclosure, part))


def _texts(disclosure: Disclosure, part: Part) -> Iterator[str]:
    """The paragraphs of a part, without the contents, the titles of tables and the glossary."""
    outline = disclosure.outline
    silent = set(outline.contents)
    for section in part.sections:
        if section.spec.id == _GLOSSARY:
            silent |= set(range(section.start, section.end))
    for index in range(part.start, part.end):
        block = disclosure.document.blocks[index]
        if index not in silent and isinstance(block, Paragraph):
            text = fold(block.text)
            if not find_statement(outline.template, text):
                yield text


def _entries(disclosure: Disclosure) -> Iterator[Line]:
    """The lines of the table of contents, without page numbers."""
    for index in sorted(disclosure.outline.contents):
        block = disclosure.document.blocks[index]
        if isinstance(block, Paragraph):
            yield Line(index, block, fold(block.text).rstrip(_ENTRY_END))


def _listed_sections(disclosure: Disclosure) -> set[str]:
    template = disclosure.outline.template
    found = (find_section(template, line) for line in _entries(disclosure))
    return {spec.id for spec in found if spec}


def missing_tables(disclosure: Disclosure, part: Part) -> list[tuple[StatementSpec, str]]:
    """The standard tables that a part lacks, each with a severity."""
    template = disclosure.outline.template
    present = {statement.spec.id for statement in disclosure.statements_of(part)}
    entries = (find_statement(template, line.folded) for line in _entries(disclosure))
    listed = {spec.id for spec in entries if spec}
    attached = any(_ATTACHED.search(text) for text in _texts(disclosure, part))
    unknown = any(part.start <= block < part.end for block in disclosure.unrecognised)
    found = []
    for spec in template.statements:
        if spec.id in present:
            continue
        if disclosure.year and disclosure.year < spec.since and spec.id not in listed:
            continue
        severity = "error" if spec.id in listed else spec.required
        if severity == "error" and (unknown or not part.primary):
            severity = "warning"
        found.append((spec, "info" if attached else severity))
    return found
