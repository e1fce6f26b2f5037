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
    """What of the sentence around a slice of a text is shown: whole clauses, if it is cut."""
    begin = max(text.rfind(s, 0, start) + 1 for s in _STOPS)
    end = min([len(text), *(at for s in _STOPS if (at := text.find(s, stop)) >= 0)])
    if start - begin > _AROUND:
        begin = start - _AROUND
        commas = [at for c in _COMMAS if (at := text.find(c, begin, start)) >= 0]
        begin = min(commas, default=begin - 1) + 1
    if end - stop > _AROUND:
        end = stop + _AROUND
        end = max([at for c in _COMMAS if (at := text.rfind(c, stop, end)) > stop], default=end)
    return begin, end
