"""The own name of each part, and how often the part writes it right."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from budgetlint.disclosure.naming.names import area_of, bare
from budgetlint.disclosure.passages import PassageKind
from budgetlint.disclosure.tables.captions import read_caption
from budgetlint.document import NOWHERE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.naming.mentions import Mention
    from budgetlint.disclosure.passages import Passage
    from budgetlint.disclosure.structure.outline import Part

_KINDS = frozenset({PassageKind.SENTENCE, PassageKind.HEADING})
_LONGEST_CELL = 40
_AREA = re.compile("[\u4e00-\u9fff]{3,}")
_LEAST_FUNCTION = 3


@dataclass(frozen=True, slots=True)
class OwnName:
    """The name of a part in two, 青禾县 and 农业农村局.

    ``prose`` are the paragraphs and headings with one of the two; ``times`` counts the prints of
    the whole name in prose, above standard tables and as a cell.
    """

    part: Part
    area: str
    function: str
    prose: tuple[Passage, ...]
    times: int

    @property
    def name(self) -> str:
        """The whole name."""
        return self.area + self.function


@dataclass(frozen=True, slots=True)
class NameSlip:
    """The same wrong form of a name; ``right`` is what the part says more often.

    It is ``certain`` unless some are used to writing it so.
    """

    mentions: tuple[Mention, ...]
    right: str
    certain: bool = True


def own_names(disclosure: Disclosure) -> Iterator[OwnName]:
    """The parts whose names begin with an area; neither part of the name is very short."""
    titled = {title.index for title in disclosure.titles}
    passages = [p for p in disclosure.passages if p.kind in _KINDS and p.index not in titled]
    cells = Counter(
        (p.part.start, p.folded.text)
        for p in disclosure.passages
        if p.kind is PassageKind.CELL and len(p.source.text) <= _LONGEST_CELL and p.has_words
    )
    for part in disclosure.outline.parts:
        full_name = disclosure.identity.full_name if part.primary else part.ref.entity
        name = bare(full_name or "")
        area = area_of(name)
        if not _AREA.fullmatch(area) or len(name) - len(area) < _LEAST_FUNCTION:
            continue
        function = name[len(area) :]
        prose = tuple(p for p in passages if p.part is part and _is_prose(p, area, function))
        times = sum(passage.folded.text.count(name) for passage in prose)
        times += cells[part.start, name] + sum(
            claim.standard and claim.part is part and bare(claim.name) == name
            for claim in disclosure.entity_claims
        )
        yield OwnName(part, area, function, prose, times)


def _is_prose(passage: Passage, area: str, function: str) -> bool:
    text = passage.folded.text
    named = area in text or function in text
    return named and read_caption([(text, NOWHERE)]).entity is None
