"""Tables that are no standard table of this part: known ones, and those not recognised."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from budgetlint.disclosure.amount import NUMBER, is_nil
from budgetlint.disclosure.numerals import strip_ordinal
from budgetlint.document import Paragraph, Table
from budgetlint.fold import fold
from budgetlint.lang import say

if TYPE_CHECKING:
    from collections.abc import Collection

    from budgetlint.document import Document
    from budgetlint.taxonomy import Template

_NUMBER = re.compile(NUMBER)
_LOOK_BACK = 4
_LONGEST_TITLE = 60


def other_tables(
    document: Document, template: Template, used: Collection[int]
) -> tuple[Counter[str], list[int]]:
    """How many tables with numbers of each known kind there are, and the blocks of those not
    recognised."""
    known: Counter[str] = Counter()
    unknown: list[int] = []
    for index, block in enumerate(document.blocks):
        if not isinstance(block, Table) or index in used:
            continue
        name = known_table(document, template, index, block)
        if name:
            if _holds_number(block):
                known[name] += 1
        elif any(not is_nil(cell.text) for row in block.rows for cell in row):
            unknown.append(index)
    return known, unknown


def _holds_number(table: Table) -> bool:
    return any(_NUMBER.fullmatch(fold(cell.text)) for row in table.rows for cell in row)


def nested_note(document: Document) -> list[str]:
    """What the coverage says of tables inside cells, which are read but not understood."""
    tables = (block for block in document.blocks if isinstance(block, Table))
    count = sum(len(cell.tables) for table in tables for row in table.rows for cell in row)
    return [say("有{count}个表嵌套在单元格中，未核对", count=count)] if count else []


def unread_notes(known: Counter[str], unknown: Collection[int]) -> list[str]:
    """What the coverage says of these tables."""
    notes = [
        say("{name}{count}个：本版本不核对其中的数字", name=name, count=count)
        for name, count in known.items()
    ]
    if unknown:
        notes.append(say("另有{count}个表没有认出是什么表，未核对", count=len(unknown)))
    return notes


def known_table(document: Document, template: Template, index: int, table: Table) -> str | None:
    """The name of the known kind of table that this one is, by what stands above or in it."""
    above = [
        fold(block.text[:200])
        for block in document.blocks[max(0, index - _LOOK_BACK) : index]
        if isinstance(block, Paragraph)
    ]
    texts = [*reversed(above), *(fold(cell.text) for row in table.rows[:2] for cell in row)]
    for text in texts:
        for other in template.other_tables:
            if len(text) <= _LONGEST_TITLE and other.pattern.fullmatch(strip_ordinal(text)):
                return other.name
    return None
