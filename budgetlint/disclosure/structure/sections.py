"""Sections of the narrative: what heads them, and where each ends.

They are matched by title and then by number, so that nested lists numbered 一、二、 are not taken
for sections.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from budgetlint.disclosure.structure.chapters import (
    follows,
    is_chapter,
    running_sections,
    section_ends,
)
from budgetlint.disclosure.structure.headings import Line, find_section
from budgetlint.fold import fold, tidy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from budgetlint.disclosure.numerals import Ordinal
    from budgetlint.taxonomy import SectionSpec, Template

_SIMILAR_TITLE = 0.75
_FEW_LETTERS = 2
_SHORTEST_BEGINNING = 6
_BRACKETS = ("han_bracket", "arabic_bracket")
_ENDS_OF_HEADINGS = ("情况", "说明")


@dataclass(frozen=True, slots=True)
class Section:
    """A section: the paragraph that heads it, and the blocks up to ``end`` (exclusive).

    ``chapter`` counts the chapters that began before its text.
    """

    spec: SectionSpec
    line: Line
    ordinal: Ordinal | None
    end: int
    chapter: int = 0

    @property
    def heading(self) -> str:
        """The heading as printed."""
        return tidy(self.line.paragraph.text)

    @property
    def start(self) -> int:
        """The index of the heading's block."""
        return self.line.index


def find_sections(template: Template, lines: Sequence[Line], start: int, end: int) -> list[Section]:
    """The sections among the lines of blocks ``start`` to ``end`` (exclusive), in order."""
    inside = [line for line in lines if start <= line.index < end]
    if template.running:
        return _running(template, inside, end)
    found = [(line, spec) for line in inside if (spec := find_section(template, line))]
    found = _add_by_number(template, inside, _without_nested(template, inside, found))
    ends = [*(line.index for line, _ in found[1:]), end]
    return [
        Section(spec, line, line.ordinal, _next_heading(inside, line, stop))
        for (line, spec), stop in zip(found, ends, strict=False)
    ]


_TOGETHER = ("会议费", "培训费")
"""What is told with the 三公 often has a number of its own and still belongs to them."""


def _next_heading(lines: Sequence[Line], heading: Line, stop: int) -> int:
    """Where the next heading of the list stands, be it none that is known: 四、收入预算情况."""
    if heading.ordinal is None or heading.ordinal.style != "han":
        return stop
    after = (line for line in lines if heading.index < line.index < stop)
    return next(
        (
            line.index
            for line in after
            if follows(heading, line)
            and line.title.endswith(("情况", "说明"))
            and not line.title.startswith(_TOGETHER)
        ),
        stop,
    )


def _running(template: Template, inside: Sequence[Line], end: int) -> list[Section]:
    """The sections of a template whose numbers run on, chapter by chapter."""
    found = running_sections(template, inside)
    chapters = [line.index for line in inside if is_chapter(template, line)]
    ends = [*section_ends(template, inside, end), *(line.index for line, _ in found)]
    return [
        Section(
            spec, line, line.ordinal, min(stop for stop in ends if stop > line.index),
            chapter=sum(at <= line.index for at in chapters),
        )
        for line, spec in found
    ]  # fmt: skip


def _without_nested(
    template: Template, lines: Sequence[Line], found: list[tuple[Line, SectionSpec]]
) -> list[tuple[Line, SectionSpec]]:
    """The headings without the items of lists in other sections.

    An item stands in brackets, where the sections do not; or in a list that begins again with 一;
    or it has a section's title without the section's number, while another heading has both. The
    only heading with a title is one if it carries the number.
    """
    styles = Counter(line.ordinal.style for line, _ in found if line.ordinal)
    usual = styles.most_common(1)[0][0] if styles else "han"
    nested = _nested_lists(template, lines)
    count = Counter(spec.id for _, spec in found)
    outer = [
        (line, spec)
        for line, spec in found
        if (count[spec.id] == 1 and line.ordinal and line.ordinal.value == spec.number)
        or not (line.index in nested or (usual not in _BRACKETS and in_brackets(line)))
        or (count[spec.id] == 1 and not in_brackets(line))
    ]
    count = Counter(spec.id for _, spec in outer)
    numbered = {spec.id for line, spec in outer if _carries_number(line, spec)}
    return [
        (line, spec)
        for line, spec in outer
        if count[spec.id] == 1 or spec.id not in numbered or _carries_number(line, spec)
    ]


def _nested_lists(template: Template, lines: Sequence[Line]) -> set[int]:
    """The lines of lists that begin again with 一 at a line that is no section."""
    nested: set[int] = set()
    last = 0
    for line in lines:
        if line.ordinal is None or line.ordinal.style != "han":
            continue
        value = line.ordinal.value
        begins = value == 1 and not find_section(template, line)
        goes_on = begins or (last and value == last + 1)
        last = value if goes_on else 0
        if goes_on:
            nested.add(line.index)
    return nested


def in_brackets(line: Line) -> bool:
    """Whether the number of a line stands in brackets, as those of items do."""
    return line.ordinal is not None and line.ordinal.style in _BRACKETS


def _carries_number(line: Line, spec: SectionSpec) -> bool:
    return is_han(line.ordinal, spec.number)


def is_han(ordinal: Ordinal | None, value: int) -> bool:
    """Whether this is the number ``value`` as sections print it: 三、"""
    return ordinal is not None and (ordinal.style, ordinal.value) == ("han", value)


def _add_by_number(
    template: Template, lines: Sequence[Line], found: list[tuple[Line, SectionSpec]]
) -> list[tuple[Line, SectionSpec]]:
    """Sections whose title differs a little but whose number and place are right."""
    added = list(found)
    known = {spec.number for _, spec in found}
    for spec in template.sections if found else ():
        if spec.number in known:
            continue
        after = max((line.index for line, s in found if s.number < spec.number), default=-1)
        before = min((ln.index for ln, s in found if s.number > spec.number), default=1 << 60)
        for line in lines:
            if (
                after < line.index < before
                and _carries_number(line, spec)
                and _nearly(line.title, fold(spec.title))
            ):
                added.append((line, spec))
                break
    return sorted(added, key=lambda pair: pair[0].index)


def _nearly(title: str, right: str) -> bool:
    """Whether a title is another one with a slip in it, or its beginning."""
    if len(title) >= _SHORTEST_BEGINNING and right.startswith(title):
        return True
    close = abs(len(title) - len(right)) <= _FEW_LETTERS
    return close and SequenceMatcher(None, title, right).ratio() >= _SIMILAR_TITLE


def numbered_lines(
    template: Template, lines: Sequence[Line], sections: Sequence[Section]
) -> list[Line]:
    """Lines that are no section but numbered as one or, where numbers run on, like one."""
    own = {section.start for section in sections}
    others = (line for line in lines if line.index not in own)
    if not template.running:
        return [line for line in others if line.ordinal and line.ordinal.style == "han"]
    return [line for line in others if line.ordinal or line.title.endswith(_ENDS_OF_HEADINGS)]
