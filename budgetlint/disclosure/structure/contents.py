"""The table of contents, told apart from the body: its lines are no headings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.numerals import leading_ordinal, strip_ordinal
from budgetlint.disclosure.structure.headings import (
    LONGEST_HEADING,
    Line,
    find_section,
    find_statement,
    is_unit_region,
)
from budgetlint.document import Paragraph
from budgetlint.fold import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from budgetlint.document import Document
    from budgetlint.taxonomy import Template

_SHORTEST_LIST = 4
"""So many titles one below the other may be a list without the heading 目录."""


def contents_blocks(
    document: Document, template: Template, lines: Sequence[Line]
) -> frozenset[int]:
    """The blocks of the table of contents: lines marked as entries, those between, and titles
    with a page number that follow a heading 目录."""
    marked = {
        i
        for i, block in enumerate(document.blocks)
        if isinstance(block, Paragraph) and block.contents_entry
    }
    if marked:
        between = range(min(marked), max(marked) + 1)
        marked |= {
            i
            for i in between
            if isinstance(block := document.blocks[i], Paragraph)
            and len(fold(block.text)) <= LONGEST_HEADING
        }
    return frozenset(marked or _listed_titles(template, lines) or _bare_list(template, lines))


def _listed_titles(template: Template, lines: Sequence[Line]) -> set[int]:
    """The lines below a heading 目录, until the first of them comes again: there the body begins.

    Where it never does, the lines that look like entries.
    """
    by_index = {line.index: line for line in lines}
    listed: set[int] = set()
    for line in lines:
        if not line.folded.endswith("目录"):
            continue
        run: list[Line] = []
        while (at := line.index + 1 + len(run)) in by_index:
            run.append(by_index[at])
        listed |= {entry.index for entry in run[: _length_of_list(template, run)]}
    return listed


def _length_of_list(template: Template, run: Sequence[Line]) -> int:
    """How many lines at the start of a run are entries.

    A number alone on its line (第一部分) belongs to the title below it.
    """
    whole = [_entry_title(line) for line in run]
    titles = [strip_ordinal(title) or title for title in whole]
    again = next((n for n, title in enumerate(titles) if n and title == titles[0]), None)
    if again is not None:
        again -= not strip_ordinal(whole[again - 1])
        entries = [n for n in range(again) if _is_entry(template, run[n])]
        return entries[-1] + 1 if entries else 0
    for n, line in enumerate(run):
        if not _is_entry(template, line) or whole[n] in whole[:n]:
            return n
    return len(run)


def _entry_title(line: Line) -> str:
    return line.folded.rstrip("0123456789.…·-")


def _bare_list(template: Template, lines: Sequence[Line]) -> set[int]:
    """Without a heading: titles one below the other that all come again with their content."""
    titles = [_entry_title(line) for line in lines]
    bare = [strip_ordinal(title) for title in titles]
    for first, title in enumerate(titles):
        if title not in titles[first + 1 :]:
            continue
        again = titles.index(title, first + 1)
        run = lines[first:again]
        if _is_list(template, run) and set(bare[first:again]) <= set(bare[again:]):
            return {line.index for line in run}
    return set()


def _is_list(template: Template, run: Sequence[Line]) -> bool:
    """Whether these lines stand one below the other, look like entries, and enough are known."""
    if run[-1].index - run[0].index != len(run) - 1:
        return False
    known = [ln for ln in run if find_section(template, ln) or find_statement(template, ln.folded)]
    return len(known) >= _SHORTEST_LIST and all(_is_entry(template, ln) for ln in run)


def _is_entry(template: Template, line: Line) -> bool:
    bare = _entry_title(line)
    entry = Line(line.index, line.paragraph, bare)
    known = (
        find_section(template, entry)
        or find_statement(template, bare)
        or is_unit_region(template, entry)
        or (leading_ordinal(bare) and template.unit_heading.fullmatch(entry.title))
    )
    looks_like_a_title = leading_ordinal(bare) or bare.endswith(("表", "说明", "概况", "情况"))
    return bool(known or looks_like_a_title) or line.folded[-1:].isdigit()
