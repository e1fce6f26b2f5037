"""Several documents read as one disclosure: tables published apart from the text, for example.

A document of several parts is laid beside the others part by part, so that what each says of the
department comes first, and then what they say of each unit.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from budgetlint.disclosure.structure.outline import find_outline
from budgetlint.fold import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from budgetlint.document import Block, Document
    from budgetlint.taxonomy import Template


@dataclass(frozen=True, slots=True)
class Joined:
    """The documents as one; ``units`` are where unit parts begin, and whose they are."""

    document: Document
    units: tuple[tuple[int, str | None], ...]


def join(documents: Sequence[Document], templates: Sequence[Template]) -> Joined:
    """The first document with the others laid beside it, part by part.

    Parts of one unit are found by its name, or by their order where it has none.
    """
    department: list[Block] = []
    units: list[tuple[str | None, list[Block]]] = []
    for document in documents:
        first, *rest = find_outline(document, templates).parts
        department += document.blocks[first.start : first.end]
        for number, part in enumerate(rest):
            blocks = document.blocks[part.start : part.end]
            _unit(units, number, part.ref.entity).extend(blocks)
    starts = []
    joined_blocks = department
    for entity, own in units:
        starts.append((len(joined_blocks), entity))
        joined_blocks += own
    joined = replace(
        documents[0],
        blocks=tuple(joined_blocks),
        numbering_known=all(each.numbering_known for each in documents),
        remarks=tuple(chain.from_iterable(each.remarks for each in documents)),
        unread=tuple(chain.from_iterable(each.unread for each in documents)),
    )
    return Joined(joined, tuple(starts))


def _unit(
    units: list[tuple[str | None, list[Block]]], number: int, entity: str | None
) -> list[Block]:
    """The blocks collected for the ``number``-th unit of a document, or for that of its name."""
    named = [blocks for name, blocks in units if name and entity and fold(name) == fold(entity)]
    if named:
        return named[0]
    if number < len(units) and not (entity and units[number][0]):
        name, blocks = units[number]
        units[number] = (name or entity, blocks)
        return blocks
    units.append((entity, []))
    return units[-1][1]
