"""Places in running text: the part, the section and the excerpt that a report shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.location import Location

if TYPE_CHECKING:
    from budgetlint.disclosure.fold import Folded
    from budgetlint.disclosure.outline import Outline, Section
    from budgetlint.document import Paragraph

_AROUND = 24
_STOPS = "。;；\n"


def section_at(outline: Outline, index: int) -> Section | None:
    """The section that a block belongs to, its heading included."""
    sections = outline.part_at(index).sections
    return next((s for s in sections if s.start <= index < s.end), None)


def text_location(
    outline: Outline, index: int, paragraph: Paragraph, folded: Folded, span: tuple[int, int],
    key: str,
) -> Location:  # fmt: skip
    """The place of the folded slice ``span`` of a paragraph, with the clause around it.

    ``key`` is completed by the section.
    """
    text = paragraph.text
    start, stop = folded.original(*span)
    begin = max([max(0, start - _AROUND), *(text.rfind(s, 0, start) + 1 for s in _STOPS)])
    ends = [at for s in _STOPS if (at := text.find(s, stop)) >= 0]
    end = min([len(text), stop + _AROUND, *ends])
    while begin < start and text[begin].isspace():
        begin += 1
    section = section_at(outline, index)
    return Location(
        part=outline.part_at(index).ref,
        section=section.heading if section else None,
        text=text[begin:end].rstrip(),
        mark=(start - begin, stop - begin),
        position=paragraph.position(start),
        key=f"{section.spec.id if section else 'text'}/{key}",
    )
