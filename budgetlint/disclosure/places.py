"""Places in running text: the part, the section and the excerpt that a report shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.fold import tidy
from budgetlint.location import Location

if TYPE_CHECKING:
    from budgetlint.disclosure.structure.outline import Outline
    from budgetlint.disclosure.structure.sections import Section
    from budgetlint.document import Text
    from budgetlint.fold import Folded

_AROUND = 24
_STOPS = "。;；\n"
_COMMAS = ",，:："
_LISTING = "、"


def section_at(outline: Outline, index: int) -> Section | None:
    """The section that a block belongs to, its heading included."""
    return outline.part_at(index).section_at(index)


def text_location(
    outline: Outline, index: int, source: Text, folded: Folded, span: tuple[int, int], key: str
) -> Location:
    """The place of the folded slice ``span`` of a paragraph or cell, with the clause around it.

    ``index`` is its block; ``key`` is completed by the section. Blanks of the layout are left out,
    so that the excerpt is the same in every format.
    """
    text = source.text
    start, stop = folded.original(*span)
    begin, end = excerpt(text, start, stop)
    before, marked, after = (
        tidy(piece) for piece in (text[begin:start], text[start:stop], text[stop:end])
    )
    section = section_at(outline, index)
    return Location(
        part=outline.part_at(index).ref,
        section=section.heading if section else None,
        text=before + marked + after,
        mark=(len(before), len(before) + len(marked)),
        position=source.position(start),
        key=f"{section.spec.id if section else 'text'}/{key}",
    )


def excerpt(text: str, start: int, stop: int) -> tuple[int, int]:
    """What of the sentence around a slice of a text is shown: whole clauses, or at least whole
    items of a list, if it is cut."""
    begin = max(text.rfind(s, 0, start) + 1 for s in _STOPS)
    end = min([len(text), *(at for s in _STOPS if (at := text.find(s, stop)) >= 0)])
    if start - begin > _AROUND:
        begin = _cut_before(text, start - _AROUND, start)
    if end - stop > _AROUND:
        end = _cut_after(text, stop, stop + _AROUND)
    return begin, end


def _cut_before(text: str, begin: int, start: int) -> int:
    for marks in (_COMMAS, _LISTING):
        cuts = [at + 1 for mark in marks if (at := text.find(mark, begin, start)) >= 0]
        if cuts:
            return min(cuts)
    return begin


def _cut_after(text: str, stop: int, end: int) -> int:
    for marks in (_COMMAS, _LISTING):
        cuts = [at for mark in marks if (at := text.rfind(mark, stop, end)) > stop]
        if cuts:
            return max(cuts)
    return end
