"""Captions: what stands above a table about whose it is, for which year and in which unit."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from budgetlint.disclosure.amount import MONEY_UNITS, Unit
from budgetlint.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from budgetlint.document import Position, Text

_UNIT = re.compile(rf"(?:金额)?单位[:(](?:人民币)?({MONEY_UNITS})")
_YEAR = re.compile(
    r"(?:(?:预算|决算)年度:|^)(?P<year>20[0-9]{2})(?=年(?!度?[0-9])|$|单位|[^0-9年]*$)(?:年度?)?"
    r"|(?<![0-9])(?P<inner>20[0-9]{2})年度(?=(?:金额)?单位:|$)"
)
_ENTITY = re.compile(
    r"(?:(?:编制|填报|预算|公开)?(?:部门|单位)(?:名称)?:)?(?:(?P<code>[0-9]{3,9})(?!年))?"
    r"(?P<entity>(?!金额)[^0-9:年][^0-9:]*?)(?=预算年度|金额单位|单位:|20[0-9]{2}年|$)"
)
_NAMED = re.compile(r"(?:编制|填报|预算)(?:部门|单位)(?:名称)?:|(?:部门|单位)名称:|(?:公开)?部门:")
_NO_ENTITY = re.compile(r"(?:金额)?单位|预算年度|截[止至]|日期|公开|附?表")


@dataclass(frozen=True, slots=True)
class Caption:
    """What stands above a table: whose it is, for which year, in which unit, and where it says so.

    ``unit_text`` is the printed unit, ``unit_position`` its place; likewise for year and entity.
    """

    entity: str | None = None
    code: str | None = None
    year: int | None = None
    unit: Unit | None = None
    unit_text: str = ""
    unit_position: Position | None = None
    year_text: str = ""
    year_position: Position | None = None
    entity_text: str = ""
    entity_position: Position | None = None


def caption_pieces(source: Text) -> Iterator[tuple[str, Position]]:
    """The pieces of a caption line that stand far apart (at tabs), folded, with their places.

    A single character is the beginning of a word that is printed wide: 单    位：万元.
    """
    at, begun, word = 0, 0, ""
    for piece in source.text.split("\t"):
        if not word:
            begun = at + len(piece) - len(piece.lstrip())
        word += fold(piece)
        at += len(piece) + 1
        if len(word) > 1:
            yield word, source.position(begun)
            word = ""
    if word:
        yield word, source.position(begun)


def read_caption(texts: Sequence[tuple[str, Position]]) -> Caption:
    """The caption from the folded texts above a table."""
    found = Caption()
    for text, position in texts:
        if match := _UNIT.search(text):
            found = replace(found, unit=Unit(match[1]), unit_text=match[0], unit_position=position)
        if match := _YEAR.search(text):
            found = replace(
                found,
                year=int(match["year"] or match["inner"]),
                year_text=match[0],
                year_position=position,
            )
        match = None if _NO_ENTITY.match(text) and not _NAMED.match(text) else _ENTITY.match(text)
        if match and (match["code"] or _NAMED.match(text)) and found.entity is None:
            found = replace(
                found, code=match["code"], entity=match["entity"], entity_text=match[0],
                entity_position=position,
            )  # fmt: skip
    return found
