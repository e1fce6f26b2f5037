"""The paragraphs on single projects among the goals of the whole department (分项绩效目标)."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from budgetlint.disclosure.places import section_at
from budgetlint.disclosure.projects.model import Entry
from budgetlint.document import Paragraph
from budgetlint.fold import fold, tidy
from budgetlint.location import Location
from budgetlint.taxonomy.performance import performance

if TYPE_CHECKING:
    from collections.abc import Iterable

    from budgetlint.disclosure.projects.model import Project
    from budgetlint.disclosure.structure.outline import Outline
    from budgetlint.document import Document

_SIMILAR = 0.8
_LEAST_NAME = 4


def add_aspects(document: Document, outline: Outline, projects: Iterable[Project]) -> None:
    """Give each project the paragraphs above the first table of its part that speak of it."""
    by_part: dict[int, list[Project]] = {}
    for project in projects:
        by_part.setdefault(project.part.start, []).append(project)
    for mine in by_part.values():
        end = mine[0].block
        section = section_at(outline, end)
        about: Project | None = None
        for index in range(section.start + 1 if section else end, end):
            block = document.blocks[index]
            if not isinstance(block, Paragraph):
                continue
            match = performance().goals["aspect"].fullmatch(fold(block.text))
            if match:
                title = performance().title.fullmatch(match["name"])
                about = None if title else _named(match["name"], mine)
            if about:
                about.aspects = (*about.aspects, _entry(about, index, block, outline))


def _entry(project: Project, index: int, block: Paragraph, outline: Outline) -> Entry:
    text, section = tidy(block.text), section_at(outline, index)
    place = Location(
        part=project.part.ref,
        section=section.heading if section else None,
        text=text,
        position=block.position(),
        key=f"{section.spec.id if section else 'text'}/aspect/{project.key}",
    )
    return Entry(text, place)


def _named(name: str, projects: list[Project]) -> Project | None:
    """The one project that a heading names, a slip of the hand allowed."""
    short = _short(name)
    found = [project for project in projects if _same(short, _short(fold(project.name)))]
    return found[0] if len(found) == 1 else None


def _short(name: str) -> str:
    return performance().goals["optional"].compiled.sub("", name)


def _same(one: str, other: str) -> bool:
    if min(len(one), len(other)) < _LEAST_NAME:
        return one == other
    return one in other or other in one or SequenceMatcher(None, one, other).ratio() >= _SIMILAR
