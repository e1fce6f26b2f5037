"""The own name of a part with the area misprinted or cut short, in running text."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from budgetlint.disclosure.naming.mentions import Mention, find_mentions
from budgetlint.disclosure.naming.names import area_of, bare
from budgetlint.disclosure.passages import PassageKind
from budgetlint.disclosure.tables.captions import read_caption
from budgetlint.document import NOWHERE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.passages import Passage

_KINDS = frozenset({PassageKind.SENTENCE, PassageKind.HEADING})
_LEAST_FUNCTION = 3
_OFTEN = 3
_DIRECTIONS = frozenset("东西南北中上下大小新老")


@dataclass(frozen=True, slots=True)
class AreaSlip:
    """The same wrong form of a name; ``right`` is what the part says at least thrice as often."""

    mentions: tuple[Mention, ...]
    right: str


def area_slips(disclosure: Disclosure) -> Iterator[AreaSlip]:
    """Every wrong form of the area before a part's own name.

    Another area is one only with one other character, since neighbours have offices of the same
    name; directions are no slip, for there may be two such areas.
    """
    titled = {title.index for title in disclosure.titles}
    passages = [p for p in disclosure.passages if p.kind in _KINDS and p.index not in titled]
    for part in disclosure.outline.parts:
        name = bare(part.ref.entity or "")
        area = area_of(name)
        function = name[len(area) :]
        if len(area) < _LEAST_FUNCTION or len(function) < _LEAST_FUNCTION:
            continue
        own = [p for p in passages if p.part is part and _is_prose(p, function)]
        right = sum(passage.folded.text.count(name) for passage in own)
        right += sum(
            claim.standard and claim.part is part and bare(claim.name) == name
            for claim in disclosure.entity_claims
        )
        wrong: dict[str, list[Mention]] = defaultdict(list)
        for mention in find_mentions(own, _misprint(area, function), "entity/area"):
            wrong[mention.text].append(mention)
        for mentions in wrong.values():
            if right >= _OFTEN * len(mentions):
                yield AreaSlip(tuple(mentions), name)


def _is_prose(passage: Passage, function: str) -> bool:
    text = passage.folded.text
    return function in text and read_caption([(text, NOWHERE)]).entity is None


def _misprint(area: str, function: str) -> re.Pattern[str]:
    """The name with one other character in the area, or without 县, 市, 区 at its end."""
    wrong = [
        f"{area[:at]}[^\\W\\d{area[at]}{''.join(sorted(_DIRECTIONS))}]{area[at + 1 :]}"
        for at in range(len(area) - 1)
        if area[at] not in _DIRECTIONS
    ]
    return re.compile(f"(?:{'|'.join([*wrong, area[:-1]])}){re.escape(function)}")
