"""Items listed in the text of 机关运行经费 against the rows of the same name.

Several items may share one row of the table (邮电费 1.80 + 移动通讯补贴 5.00 = 6.80), so the
amounts are not compared here; but an item whose digits are those of its row in another unit has
the wrong unit.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from budgetlint.disclosure.amount import (
    MONEY_UNITS,
    NUMBER,
    Unit,
    amount_printed,
    misprinted_unit,
    same_quantity,
)
from budgetlint.disclosure.facts import Context, Fact, FactSet
from budgetlint.document import Paragraph
from budgetlint.fold import fold, fold_with_offsets
from budgetlint.location import Location

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure.amount import Amount
    from budgetlint.disclosure.structure.outline import Outline, Section
    from budgetlint.document import Document

_SECTION = "agency"
_TABLE = "public-basic"
_ITEM = re.compile(
    r"(?<![^0-9,;。、:和及()元])(?:其中|包括|主要|用于|和|及){0,4}(?P<name>[^0-9,;。、:]{2,20}?)(?:预算|安排|为|支出){0,4}"
    rf"(?P<number>{NUMBER})(?P<unit>{MONEY_UNITS})"
)


def unit_slips(document: Document, outline: Outline, facts: FactSet) -> Iterator[tuple[Fact, Fact]]:
    """Items whose digits are those of their row in another unit, with that row."""
    for part in outline.parts:
        rows = {
            fold(fact.location.row_label or ""): fact
            for key, fact in facts.cells[part.start].items()
            if key[0] == _TABLE and key[2] == "total" and fact.value and not fact.is_zero
        }
        for section in part.sections:
            if section.spec.id == _SECTION:
                yield from _in_section(document, section, rows, Context(part, section=_SECTION))


def _in_section(
    document: Document, section: Section, rows: dict[str, Fact], context: Context
) -> Iterator[tuple[Fact, Fact]]:
    for index in range(section.start + 1, section.end):
        block = document.blocks[index]
        if not isinstance(block, Paragraph):
            continue
        for item in _items(block, section, context, index):
            row = rows.get(item.concept.partition(":")[2])
            if row and row.value and item.value and _only_unit_differs(item.value, row.value):
                yield item, row


def _only_unit_differs(item: Amount, row: Amount) -> bool:
    return not same_quantity(item, row) and misprinted_unit(item, row) is not None


def _items(paragraph: Paragraph, section: Section, context: Context, index: int) -> Iterator[Fact]:
    folded = fold_with_offsets(paragraph.text)
    for match in _ITEM.finditer(folded.text):
        start, stop = folded.original(match.start("name"), match.end())
        mark, _ = folded.original(match.start("number"), match.end())
        name = match["name"]
        yield Fact(
            concept=f"item:{name}",
            context=context,
            value=amount_printed(match["number"], Unit(match["unit"])),
            text=paragraph.text[start:stop],
            location=Location(
                part=context.part.ref,
                section=section.heading,
                text=paragraph.text[start:stop],
                mark=(mark - start, stop - start),
                position=paragraph.position(mark),
                key=f"{_SECTION}/item/{name}",
            ),
            name=name,
            order=(index, match.start(), 0),
        )
