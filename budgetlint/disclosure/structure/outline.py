"""The outline: parts (the department, its units), told apart from the table of contents, and the
sections of the narrative in each.
"""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING

from budgetlint.disclosure.structure.contents import contents_blocks
from budgetlint.disclosure.structure.headings import (
    Line,
    find_section,
    find_statement,
    heading_lines,
    is_unit_region,
)
from budgetlint.disclosure.structure.sections import (
    Section,
    find_sections,
    in_brackets,
    is_han,
    numbered_lines,
)
from budgetlint.location import Location, PartRef

if TYPE_CHECKING:
    from collections.abc import Sequence

    from budgetlint.document import Document
    from budgetlint.taxonomy import Template

_IN_SENTENCES = frozenset(",;。:")
_FOREIGN_TITLES = 2
_OF_SECTIONS = ("part", "han")
_ABOUT = "关于"
_TITLES_OF_A_TEMPLATE = 4
"""So many titles of tables must be found before a template's demands apply."""


@dataclass
class Part:
    """A part of the document: blocks ``start`` to ``end`` (exclusive).

    ``sections`` are in the order of the document; a title that occurs twice is there twice.
    ``primary`` is the part the document was published for. ``numbered`` are other lines that are
    numbered as sections are; where numbers run on, all that have a number or read like a heading.
    """

    ref: PartRef
    start: int
    end: int
    primary: bool
    sections: list[Section] = field(default_factory=list)
    numbered: list[Line] = field(default_factory=list)

    @property
    def first_sections(self) -> list[Section]:
        """The sections in the order of the document, each title only where it stands first."""
        first = {section.spec.id: section for section in reversed(self.sections)}
        return [section for section in self.sections if first[section.spec.id] is section]

    def section_at(self, index: int) -> Section | None:
        """The section that block ``index`` belongs to, its heading included."""
        at = bisect_right(self.sections, index, key=attrgetter("start")) - 1
        return self.sections[at] if at >= 0 and index < self.sections[at].end else None

    def heading_numbered(self, number: int) -> Line | None:
        """A line with this number between the sections before and after it, of another title."""
        after = max((s.start for s in self.sections if s.spec.number < number), default=-1)
        before = min((s.start for s in self.sections if s.spec.number > number), default=self.end)
        for line in self.numbered:
            if is_han(line.ordinal, number) and after < line.index < before:
                return line
        return None

    def location(self, section: Section) -> Location:
        """The place of a section's heading."""
        return Location(
            part=self.ref,
            section=section.heading,
            text=section.heading,
            position=section.line.paragraph.position(),
            key=f"section/{section.spec.id}",
        )


@dataclass(frozen=True)
class Outline:
    """Parts in order, the blocks of the table of contents, and what the template may demand.

    ``demands_sections`` and ``demands_tables`` tell whether so many titles are worded as the
    template words them that what is missing is missing, and not published in another form.
    """

    template: Template
    demands_sections: bool
    demands_tables: bool
    parts: tuple[Part, ...]
    contents: frozenset[int]

    @property
    def applies(self) -> bool:
        """Whether the document follows the template at all."""
        return self.demands_sections or self.demands_tables

    def part_at(self, index: int) -> Part:
        """The part that block ``index`` belongs to."""
        return self.parts[bisect_right(self.parts, index, key=attrgetter("start")) - 1]


def _unit_starts(template: Template, lines: Sequence[Line]) -> list[tuple[int, str | None]]:
    """Where unit parts begin, with the entity that the heading names."""
    region = next((n for n, line in enumerate(lines) if is_unit_region(template, line)), None)
    if region is None:
        return _repeated_statements(template, lines)
    starts: list[tuple[int, str | None]] = []
    for n in range(region + 1, len(lines)):
        line = lines[n]
        match = template.unit_heading.fullmatch(line.title)
        numbered = line.ordinal is not None and line.ordinal.style == "han"
        if match and numbered and _leads_to_table(template, lines, n):
            starts.append((line.index, match["entity"]))
    if starts:
        starts[0] = (lines[region].index, starts[0][1])
    return starts or [(lines[region].index, None)]


def _leads_to_table(template: Template, lines: Sequence[Line], at: int) -> bool:
    """Whether a table title follows before any section heading."""
    if find_section(template, lines[at]) or find_statement(template, lines[at].title):
        return False
    for line in lines[at + 1 : at + 6]:
        if find_section(template, line):
            return False
        if find_statement(template, line.folded):
            return True
    return False


def _repeated_statements(template: Template, lines: Sequence[Line]) -> list[tuple[int, str | None]]:
    """Without a heading, a unit part begins where the first table comes again for a unit."""
    starts: list[tuple[int, str | None]] = []
    first = True
    for line in lines:
        spec = find_statement(template, line.folded)
        if spec and spec.number == 1:
            if not first and template.unit_title.search(line.title):
                starts.append((line.index, None))
            first = False
    return starts


def _score(template: Template, lines: Sequence[Line]) -> Counter[str]:
    score: Counter[str] = Counter()
    for line in lines:
        if find_section(template, line):
            score["sections"] += 1
        elif find_statement(template, line.folded):
            score["statements"] += 1
            score["own"] += bool(template.title_form.fullmatch(line.title))
    return score


def _is_foreign(template: Template, lines: Sequence[Line]) -> bool:
    """Whether headings show that the document follows another form than this template.

    Some forms number their sections in brackets: （一）关于2024年收支预算情况的总体说明.
    """
    if template.foreign_titles is None:
        return False
    headings = [
        line
        for line in lines
        if line.ordinal
        and (
            line.ordinal.style in _OF_SECTIONS
            or (in_brackets(line) and line.title.startswith(_ABOUT))
        )
    ]
    found = {
        title
        for line in headings
        for title in (line.folded, line.title)
        if template.foreign_titles.fullmatch(title)
    }
    return len(found) >= _FOREIGN_TITLES


def _of_the_kind(templates: Sequence[Template], lines: Sequence[Line]) -> Sequence[Template]:
    """The templates for what the titles speak of: final accounts (决算), or a budget."""
    titles = [line.folded for line in lines if not _IN_SENTENCES.intersection(line.folded)]
    final = sum("决算" in title for title in titles)
    budget = sum("预算" in title and "决算" not in title for title in titles)
    if final == budget:
        return templates
    kind = "final" if final > budget else "budget"
    return [t for t in templates if t.kind == kind] or templates


def find_outline(
    document: Document,
    templates: Sequence[Template],
    units: Sequence[tuple[int, str | None]] | None = None,
) -> Outline:
    """The outline of a document by the template that fits it best.

    ``units`` are the blocks at which unit parts begin and whose they are, where that is known.
    """
    lines = list(heading_lines(document))
    of_kind = _of_the_kind(templates, lines)
    template = max(of_kind, key=lambda t: sum(_score(t, lines).values()))
    contents = contents_blocks(document, template, lines)
    body = [line for line in lines if line.index not in contents]
    score = _score(template, body)
    starts = _unit_starts(template, body) if units is None else units
    cuts = [0, *(index for index, _ in starts), len(document.blocks)]
    parts = []
    for n, (start, end) in enumerate(itertools.pairwise(cuts)):
        kind = "department" if n == 0 else "unit"
        entity = None if n == 0 else starts[n - 1][1]
        sections = find_sections(template, body, start, end)
        parts.append(
            Part(
                PartRef(kind, entity), start, end, primary=n == 0, sections=sections,
                numbered=numbered_lines(
                    template, [ln for ln in body if start <= ln.index < end], sections
                ),
            )
        )  # fmt: skip
    own = not _is_foreign(template, body)
    return Outline(
        template=template,
        demands_sections=own and score["sections"] >= template.least_titles,
        demands_tables=own and score["own"] >= _TITLES_OF_A_TEMPLATE,
        parts=tuple(parts),
        contents=contents,
    )
