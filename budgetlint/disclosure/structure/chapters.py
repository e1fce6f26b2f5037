"""Sections of a template whose numbers run on: chapters (第一部分 概况), the sections in them, and
items of sections (（一）机关运行经费) that are sections of their own elsewhere.

A section is known by its title. What else has the same title - an entry of the glossary, an item
of another section - is told apart by its kind of number and by where it stands.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING

from budgetlint.disclosure.structure.headings import Line, find_section, find_statement
from budgetlint.fold import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from budgetlint.taxonomy import SectionSpec, Template

Found = tuple[Line, "SectionSpec"]

_CHAPTER = "part"
_BRACKETS = ("han_bracket", "arabic_bracket")
_LEVELS = (_CHAPTER, "han", "han_bracket", "arabic", "arabic_bracket")
_GLOSSARY = "glossary"
_MANY_REPEATED = 4
_SIMILAR_TITLE = 0.9
_SHORTEST_SIMILAR = 8


def is_chapter(template: Template, line: Line) -> bool:
    """Whether a line heads a chapter of the template."""
    if line.ordinal and line.ordinal.style == _CHAPTER:
        return True
    return any(chapter.pattern.fullmatch(line.title) for chapter in template.chapters)


def running_sections(template: Template, lines: Sequence[Line]) -> list[Found]:
    """The headings of sections among the lines of a part, in order."""
    candidates = [
        (line, spec)
        for line, following in pairwise([*lines, None])
        if line and (spec := _section_of(template, line, following))
    ]
    usual = _usual_style(candidates)
    candidates = list(_outside_glossary(template, lines, candidates))
    higher = _LEVELS[: _LEVELS.index(usual) + 1] if usual in _LEVELS else (_CHAPTER, usual)
    found = [
        (line, spec)
        for line, spec in candidates
        if spec.sub or line.ordinal is None or _style(line) in higher
    ]
    known = {spec.id for _, spec in found}
    found += [
        (line, spec)
        for line, spec in candidates
        if spec.id not in known and _style(line) not in _BRACKETS
    ]
    found.sort(key=lambda pair: pair[0].index)
    found = _first_or_same(found, usual)
    return sorted(found + _nearly(template, lines, found, usual), key=lambda pair: pair[0].index)


def _section_of(template: Template, line: Line, following: Line | None) -> SectionSpec | None:
    """The section that a line heads, alone or with the line after it: a long title may take two."""
    found = find_section(template, line)
    if found or following is None or following.ordinal or following.index != line.index + 1:
        return found
    return find_section(template, replace(line, folded=line.folded + following.folded))


def section_ends(template: Template, lines: Sequence[Line], end: int) -> list[int]:
    """Where a section must end: at every chapter, at the title of every standard table, and at
    ``end``."""
    ends = [
        line.index
        for line in lines
        if is_chapter(template, line) or find_statement(template, line.folded)
    ]
    return [*ends, end]


def _style(line: Line) -> str:
    return line.ordinal.style if line.ordinal else ""


def _usual_style(candidates: Sequence[Found]) -> str:
    """The kind of number that the sections have which are no items of others."""
    styles = Counter(_style(line) for line, spec in candidates if not spec.sub and line.ordinal)
    styles.pop(_CHAPTER, None)
    return styles.most_common(1)[0][0] if styles else "han"


def _outside_glossary(
    template: Template, lines: Sequence[Line], candidates: Sequence[Found]
) -> list[Found]:
    """The headings without the entries of the glossary, which explains what sections are about."""
    begin = next((line.index for line, spec in candidates if spec.id == _GLOSSARY), None)
    if begin is None:
        return list(candidates)
    glossary = next(line for line, spec in candidates if line.index == begin)
    level = _style(glossary)
    after = [
        line.index
        for line in lines
        if line.index > begin
        and (is_chapter(template, line) or (level != _CHAPTER and follows(glossary, line)))
    ]
    end = min(after, default=1 << 60)
    return [pair for pair in candidates if not begin < pair[0].index < end]


def follows(heading: Line, line: Line) -> bool:
    """Whether a line has the next number of the same kind."""
    one, other = heading.ordinal, line.ordinal
    return bool(one and other and one.style == other.style and other.value == one.value + 1)


def _first_or_same(found: Sequence[Found], usual: str) -> list[Found]:
    """Of several headings for one section the one numbered as sections are, or the first; another
    only if it repeats that one's title with the same kind of number.

    Where many titles repeat, the first of each stand in a table of contents.
    """
    titles = [(spec.id, line.title) for line, spec in found]
    if sum(count > 1 for count in Counter(titles).values()) >= _MANY_REPEATED:
        found = [pair for n, pair in enumerate(found) if titles[n] not in titles[n + 1 :]]
    kept: dict[str, Line] = {}
    for line, spec in found:
        first = kept.setdefault(spec.id, line)
        if _style(first) != usual and _style(line) == usual:
            kept[spec.id] = line
    return [
        (line, spec)
        for line, spec in found
        if line is (chosen := kept[spec.id])
        or (_style(line) == _style(chosen) and line.title == chosen.title)
    ]


def _nearly(
    template: Template, lines: Sequence[Line], found: Sequence[Found], usual: str
) -> list[Found]:
    """Headings whose title is that of a section not found but for a slip."""
    known = {spec.id for _, spec in found}
    taken = {line.index for line, _ in found}
    near: list[Found] = []
    for spec in template.sections:
        right = fold(spec.title)
        if spec.id in known or len(right) < _SHORTEST_SIMILAR:
            continue
        for line in lines:
            title = line.title[-len(right) - 1 :]
            if (
                line.index not in taken
                and _style(line) == usual
                and abs(len(title) - len(right)) <= 1
                and find_section(template, line) is None
                and SequenceMatcher(None, title, right, autojunk=False).ratio() >= _SIMILAR_TITLE
            ):
                near.append((line, spec))
                taken.add(line.index)
                break
    return near
