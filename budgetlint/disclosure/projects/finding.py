"""Finding the projects of a document: which tables are theirs, and what stands above them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from budgetlint.disclosure.amount import Unit
from budgetlint.disclosure.numerals import strip_ordinal
from budgetlint.disclosure.places import section_at
from budgetlint.disclosure.projects.aspects import add_aspects
from budgetlint.disclosure.projects.model import Entry, Project
from budgetlint.disclosure.projects.tables import (
    STATEMENT,
    Reader,
    indicator_columns,
    is_head,
    is_list,
)
from budgetlint.disclosure.tables.captions import caption_pieces, read_caption
from budgetlint.document import Paragraph, Table
from budgetlint.fold import fold, tidy
from budgetlint.location import Location, TableRef
from budgetlint.taxonomy.performance import performance

if TYPE_CHECKING:
    from collections.abc import Collection

    from budgetlint.disclosure.structure.outline import Outline
    from budgetlint.document import Document, Position, Text

_LOOK_BACK = 6
_LONGEST_TITLE = 120


class Projects(NamedTuple):
    """The projects in the order of the document, the blocks of their tables, and what of these
    could not be understood."""

    projects: tuple[Project, ...]
    tables: frozenset[int]
    notes: list[str]


def find_projects(document: Document, outline: Outline, used: Collection[int]) -> Projects:
    """The projects of a budget with their performance goals; ``used`` tables are others."""
    if outline.template.kind == "final":
        return Projects((), frozenset(), [])
    found: list[Project] = []
    blocks: list[int] = []
    notes: list[str] = []
    for index, block in enumerate(document.blocks):
        if not isinstance(block, Table) or index in used:
            continue
        if any(is_list(row) for row in block.rows):
            continue
        goals = any(indicator_columns(row) for row in block.rows)
        if not goals and not is_head(block):
            continue
        blocks.append(index)
        heading = _heading(document, index, block)
        before = found[-1] if found else None
        if before and not before.indicators and not is_head(block) and heading is None:
            project = found.pop()
        else:
            project = _started(outline, index, block, heading, len(found))
        blank = _started(outline, index, block, None, index)
        reader = Reader(blank, _unit(document, index, block), project)
        reader.table(block)
        found += reader.read
        notes += reader.notes
    projects = tuple(_named(found))
    add_aspects(document, outline, projects)
    return Projects(projects, frozenset(blocks), notes)


def _heading(document: Document, index: int, table: Table) -> Text | None:
    """The title of the table: right above it, or its own first row."""
    for at in range(index - 1, max(index - _LOOK_BACK, 0) - 1, -1):
        block = document.blocks[at]
        if not isinstance(block, Paragraph):
            break
        if _title(block):
            return block
    words = [cell for cell in table.rows[0] if fold(cell.text)]
    return words[0] if len(words) == 1 and _title(words[0]) else None


def _title(text: Text) -> str:
    shown = tidy(strip_ordinal(tidy(text.text)))
    return shown if len(shown) < _LONGEST_TITLE and performance().title.fullmatch(shown) else ""


def _unit(document: Document, index: int, table: Table) -> Unit:
    """The unit of the amounts: what the lines above or the first rows say, else 万元."""
    texts: list[tuple[str, Position]] = []
    for at in range(max(index - _LOOK_BACK, 0), index):
        block = document.blocks[at]
        texts = [*texts, *caption_pieces(block)] if isinstance(block, Paragraph) else []
    texts += [(fold(cell.text), cell.position()) for row in table.rows[:2] for cell in row]
    return read_caption(texts).unit or Unit.WAN


def _started(
    outline: Outline, index: int, table: Table, heading: Text | None, number: int
) -> Project:
    part, section = outline.part_at(index), section_at(outline, index)
    title = _title(heading) if heading else ""
    match = performance().title.fullmatch(title)
    name = match["name"] if match else ""
    place = Location(
        part=part.ref,
        section=section.heading if section else None,
        table=TableRef(None, title or "绩效目标表"),
        text=title,
        position=heading.position() if heading else table.position,
        key=f"{STATEMENT}:{fold(name) or number}",
    )
    return Project(part, fold(name) or str(number), name, Entry(title, place), place, index)


def _named(projects: list[Project]) -> list[Project]:
    """The projects, each with the name that its table prints where no title names it."""
    for project in projects:
        is_named = project.name and not performance().words["any-project"].fullmatch(project.name)
        if not is_named and project.printed_name:
            project.name = project.printed_name.text
    return projects
