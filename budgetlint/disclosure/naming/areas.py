"""The own name of a part with the area misprinted or cut short, in running text."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from budgetlint.disclosure.naming.mentions import Mention, find_mentions
from budgetlint.disclosure.naming.own_names import NameSlip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure

_OFTEN = 3
_DIRECTIONS = frozenset("东西南北中上下大小新老")


def area_slips(disclosure: Disclosure) -> Iterator[NameSlip]:
    """Every wrong form of the area before a part's own name, which is right thrice as often.

    Another area is one only with one other character, since neighbours have offices of the same
    name; directions are no slip, for there may be two such areas.
    """
    for own in disclosure.own_names:
        prose = [passage for passage in own.prose if own.function in passage.folded.text]
        wrong: dict[str, list[Mention]] = defaultdict(list)
        for mention in find_mentions(prose, _misprint(own.area, own.function), "entity/area"):
            wrong[mention.text].append(mention)
        for mentions in wrong.values():
            if own.times >= _OFTEN * len(mentions):
                yield NameSlip(tuple(mentions), own.name)


def _misprint(area: str, function: str) -> re.Pattern[str]:
    """The name with one other character in the area, or without 县, 市, 区 at its end."""
    wrong = [
        f"{area[:at]}[^\\W\\d{area[at]}{''.join(sorted(_DIRECTIONS))}]{area[at + 1 :]}"
        for at in range(len(area) - 1)
        if area[at] not in _DIRECTIONS
    ]
    return re.compile(f"(?:{'|'.join([*wrong, area[:-1]])}){re.escape(function)}")
