"""The name of an entity that titles and captions only give in short (工信局), or with a choice of
the template left open (青禾县水利部门(单位))."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from budgetlint.disclosure.naming.names import Likeness, area_of, is_open, likeness, without_choice
from budgetlint.disclosure.naming.titles import is_organisation
from budgetlint.document import Paragraph
from budgetlint.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.document import Document

_LONGEST = 40
_LEAST = 2
_LONGEST_ENDING = 3
_CODE = re.compile("^[0-9]{3,9}")
_SUBJECT = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{4,40}?)(?:本级)?"
    r"(?=是|为|共有|现有|下设|内设|设有|机关|编制|的?主要职[责能]|(?:20[0-9]{2}年))"
)


def find_full_name(document: Document, entity: str) -> str:
    """``entity``, or the one name with a county, city or province that it stands for.

    That is a whole cell, or the beginning of a sentence, at least twice; where there are two such
    names (of the own and of a superior area), none; words before one (现将) do not matter.
    """
    printed = fold(entity)
    if area_of(printed) and not is_open(printed):
        return entity
    found = Counter(name for name in _names(document) if _stands_for(printed, name))
    shortest = min(found, key=len, default=entity)
    sure = found.total() >= _LEAST and all(name.endswith(shortest) for name in found)
    return shortest if sure else entity


def _names(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Paragraph):
            match = _SUBJECT.match(fold(block.text[: 2 * _LONGEST]))
            if match:
                yield match["name"]
            continue
        for row in block.rows:
            for cell in row:
                if len(cell.text) <= _LONGEST:
                    yield _CODE.sub("", fold(cell.text))


def _stands_for(printed: str, name: str) -> bool:
    """Whether what is printed, short or with a choice left open, stands for this full name."""
    if not is_organisation(name) or is_open(name) or not area_of(name):
        return False
    if is_open(printed):
        stem = without_choice(printed)
        return name.startswith(stem) and 0 < len(name) - len(stem) <= _LONGEST_ENDING
    if name[-1] != printed[-1]:
        return False
    return name == area_of(name) + printed or likeness(name, printed) is Likeness.ABBREVIATED
