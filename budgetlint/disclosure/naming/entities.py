"""Whose a table or a title says it is, held against the part that it stands in.

The part comes from the outline: in a unit's part every table belongs to that unit.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from budgetlint.disclosure.naming.names import Likeness, area_of, bare, is_open, is_slip, likeness
from budgetlint.disclosure.naming.titles import is_organisation
from budgetlint.disclosure.places import section_at, text_location
from budgetlint.disclosure.tables.captions import Caption, caption_pieces, read_caption
from budgetlint.disclosure.tables.other_tables import known_table
from budgetlint.document import NOWHERE, Paragraph, Table
from budgetlint.fold import fold, fold_with_offsets
from budgetlint.location import Location, TableRef

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from budgetlint.disclosure.naming.titles import Title
    from budgetlint.disclosure.structure.outline import Outline, Part
    from budgetlint.disclosure.tables.statements import Statement
    from budgetlint.document import Document, Position
    from budgetlint.location import PartRef

_LOOK_BACK = 3
_CAPTION_ROWS = 2
_LONGEST_CAPTION = 80
_OFTEN = 3
_GENERIC = "部门"
_DEPARTMENT_DIGITS = 3
"""So many digits of a code of any length are the department's."""


class EntityFault(StrEnum):
    """What is wrong with a name or code."""

    OTHER = "other"
    ABBREVIATED = "abbreviated"
    CODE = "code"
    FOREIGN_CODE = "foreign-code"
    MISTYPED = "mistyped"


@dataclass(frozen=True, slots=True)
class EntityClaim:
    """A caption, title or opening that says whose it is.

    ``standard`` is a caption of a standard table: those are found in every format.
    """

    name: str
    code: str | None
    part: Part
    location: Location
    in_caption: bool
    standard: bool = False


@dataclass(frozen=True, slots=True)
class EntityDefect:
    """Claims that are wrong in the same way; ``right`` is the part as it should read.

    ``agreeing`` counts the titles and standard tables of the part with the right name or code.
    """

    fault: EntityFault
    claims: tuple[EntityClaim, ...]
    right: PartRef
    agreeing: int


def entity_claims(
    document: Document, outline: Outline, statements: Sequence[Statement],
    titles: Sequence[Title],
) -> list[EntityClaim]:  # fmt: skip
    """Everything in a document that names the entity of its part."""
    return [
        *_titled(outline, titles),
        *_captioned(statements),
        *_captioned_others(document, outline, statements),
    ]


def _titled(outline: Outline, titles: Iterable[Title]) -> Iterator[EntityClaim]:
    """The titles of each part that are of the same kind as its first (部门预算, 单位预算).

    Others begin the part of a unit that the outline does not tell apart.
    """
    scopes: dict[int, str] = {}
    for title in titles:
        if title.scope != scopes.setdefault(outline.part_at(title.index).start, title.scope):
            continue
        folded = fold_with_offsets(title.paragraph.text)
        start = folded.text.find(title.entity or "\0")
        if title.entity and start >= 0:
            span = (start, start + len(title.entity))
            place = text_location(
                outline, title.index, title.paragraph, folded, span, "entity/title"
            )
            part = outline.part_at(title.index)
            yield EntityClaim(title.entity, None, part, place, in_caption=False)


def _captioned(statements: Sequence[Statement]) -> Iterator[EntityClaim]:
    """The captions of standard tables; a table that a part has twice is that of a unit which the
    outline does not tell apart."""
    times = Counter((s.part.start, s.spec.id) for s in statements)
    for statement in statements:
        caption = statement.caption
        if times[statement.part.start, statement.spec.id] > 1 or caption.entity is None:
            continue
        if caption.code or is_organisation(caption.entity):
            place = statement.caption_location(
                "entity", caption.entity_text, caption.entity_position
            )
            yield EntityClaim(
                caption.entity, caption.code, statement.part, place, in_caption=True, standard=True
            )


def _captioned_others(
    document: Document, outline: Outline, statements: Sequence[Statement]
) -> Iterator[EntityClaim]:
    """The captions of known tables that are no standard tables (procurement, assets)."""
    standard = {id(statement.table) for statement in statements}
    for index, block in enumerate(document.blocks):
        if not isinstance(block, Table) or id(block) in standard:
            continue
        title = known_table(document, outline.template, index, block)
        part = outline.part_at(index)
        caption = read_caption(list(_above(document, index, block))) if title else Caption()
        if title and caption.entity and _is_plausible(caption, part.ref):
            section = section_at(outline, index)
            yield EntityClaim(
                caption.entity, caption.code, part,
                Location(
                    part=part.ref,
                    section=section.heading if section else None,
                    table=TableRef(None, title),
                    text=caption.entity_text,
                    position=caption.entity_position or block.position,
                    key=f"{section.spec.id if section else 'text'}/{title}/entity",
                ),
                in_caption=True,
            )  # fmt: skip


def _is_plausible(caption: Caption, part: PartRef) -> bool:
    """Whether what looks like a caption is one: a row of such a table may begin like it.

    青禾县水利管理部门 is no organisation, but with a code it is given out for one.
    """
    name, code = caption.entity or "", caption.code
    area = area_of(fold(part.entity or ""))
    if code and area and name.startswith(area) and name.endswith(_GENERIC):
        return True
    if not is_organisation(name):
        return False
    alike = part.entity and likeness(name, part.entity) is not Likeness.OTHER
    return bool(alike or (code and part.code and code[:3] == part.code[:3]))


def _above(document: Document, index: int, table: Table) -> Iterator[tuple[str, Position]]:
    for block in document.blocks[max(0, index - _LOOK_BACK) : index]:
        if isinstance(block, Paragraph) and len(block.text) <= _LONGEST_CAPTION:
            yield from caption_pieces(block)
    for row in table.rows[:_CAPTION_ROWS]:
        for cell in row:
            yield fold(cell.text), cell.position()


def entity_defects(outline: Outline, claims: Sequence[EntityClaim]) -> Iterator[EntityDefect]:
    """The names and codes that do not fit their part, each kind of slip once for every part."""
    for part in outline.parts:
        own = [claim for claim in claims if claim.part is part]
        foreign = {p.ref.code for p in outline.parts if p is not part} - {part.ref.code}
        groups: dict[tuple[EntityFault, str, str | None], list[EntityClaim]] = defaultdict(list)
        for claim in own:
            fault = _fault(claim, part.ref, foreign)
            if fault:
                groups[(fault, fold(claim.name), claim.code)].append(claim)
        for (fault, *_), wrong in groups.items():
            agreeing = sum(_agrees(claim, part.ref, fault) for claim in own)
            yield EntityDefect(fault, tuple(wrong), part.ref, agreeing)
    yield from _foreign_codes(outline, claims)


def _fault(claim: EntityClaim, part: PartRef, foreign: set[str | None]) -> EntityFault | None:
    if part.entity is None or is_open(claim.name):
        return None
    like = likeness(claim.name, part.entity)
    if like in (Likeness.OTHER, Likeness.SLIP):
        return EntityFault.OTHER
    of_other_part = claim.code is not None and claim.code in foreign
    if of_other_part and like is not Likeness.SAME:
        return EntityFault.OTHER
    if claim.code and part.code and claim.code != part.code:
        return EntityFault.CODE
    return EntityFault.ABBREVIATED if like in (Likeness.OWN_LEVEL, Likeness.ABBREVIATED) else None


def _agrees(claim: EntityClaim, part: PartRef, fault: EntityFault) -> bool:
    if claim.in_caption and not claim.standard:
        return False
    if fault is EntityFault.CODE:
        return claim.code == part.code
    return likeness(claim.name, part.entity or "") is Likeness.SAME


def _foreign_codes(outline: Outline, claims: Sequence[EntityClaim]) -> Iterator[EntityDefect]:
    """Units whose code does not begin with that of their department."""
    department = outline.parts[0].ref.code or ""
    for part in outline.parts[1:]:
        code = part.ref.code
        own = [claim for claim in claims if claim.part is part and claim.code == code]
        longer = code and len(code) > len(department)
        if (
            own
            and code
            and not code.startswith(department if longer else department[:_DEPARTMENT_DIGITS])
        ):
            yield EntityDefect(EntityFault.FOREIGN_CODE, tuple(own), outline.parts[0].ref, 0)


def mistyped_names(
    document: Document, outline: Outline, titles: Iterable[Title]
) -> Iterator[EntityDefect]:
    """Names of a part that are mistyped in running text where they are usually right.

    Only a name with a slip in what follows the area is one: other units have other names.
    """
    known = {title.index for title in titles}
    for part in outline.parts:
        name = bare(part.ref.entity or "")
        area = area_of(name)
        if not area:
            continue
        paragraphs = [
            (index, block, fold_with_offsets(block.text))
            for index, block in enumerate(document.blocks[part.start : part.end], part.start)
            if isinstance(block, Paragraph) and area in fold(block.text)
        ]
        right = sum(folded.text.count(name) for *_, folded in paragraphs)
        wrong = [
            EntityClaim(
                folded.text[slice(*span)], None, part,
                text_location(outline, index, block, folded, span, "entity/text"),
                in_caption=False,
            )
            for index, block, folded in paragraphs
            if index not in known and read_caption([(folded.text, NOWHERE)]).entity is None
            for span in _slips(folded.text, name, area)
        ]  # fmt: skip
        if wrong and right >= _OFTEN * len(wrong):
            yield EntityDefect(EntityFault.MISTYPED, tuple(wrong), part.ref, right)


def _slips(text: str, name: str, area: str) -> Iterator[tuple[int, int]]:
    at = text.find(area)
    while at >= 0:
        lengths = (len(name), len(name) - 1, len(name) + 1)
        spans = [(at, at + length) for length in lengths if at + length <= len(text)]
        if not text.startswith(name, at):
            yield from [span for span in spans if is_slip(text[slice(*span)], name)][:1]
        at = text.find(area, at + 1)
