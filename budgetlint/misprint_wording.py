"""Observations of misprinted amounts, in tables and in sentences."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from budgetlint.disclosure.misprints import misprint_of, misprints_in
from budgetlint.disclosure.places import text_location
from budgetlint.disclosure.printed import amount_cells, sentences
from budgetlint.finding import Observation, Severity
from budgetlint.lang import say
from budgetlint.wording import quoted, row_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.diagnosis.defects import Defect
    from budgetlint.disclosure.misprints import Misprint, Slip


def misprint_observations(disclosure: Disclosure, *slips: Slip) -> Iterator[Observation]:
    """One observation for each amount with one of these slips.

    What a contradiction with other figures proves to be right is told before what is meant.
    """
    defects = [d for d in disclosure.diagnosis.defects if d.suspect.misprinted]
    yield from _in_tables(disclosure, slips, defects)
    yield from _in_text(disclosure, slips, defects)


def _in_tables(
    disclosure: Disclosure, slips: tuple[Slip, ...], defects: list[Defect]
) -> Iterator[Observation]:
    broken = {defect.suspect.location: defect for defect in defects}
    for statement in disclosure.statements:
        for cell in amount_cells(statement):
            misprint = misprint_of(cell.folded)
            if misprint is None or misprint.slip not in slips:
                continue
            place = cell.location
            defect = broken.get(place)
            meant = f"{misprint.meant}{statement.unit or ''}" if misprint.meant else None
            yield Observation(
                message=say(
                    "{row}的{column}写作{printed}，{slip}{reading}",
                    row=quoted(row_name(place)),
                    column=quoted(place.column_label),
                    printed=quoted(place.text),
                    slip=say(misprint.slip.value),
                    reading=_reading(misprint, defect),
                ),
                location=place,
                related=tuple(fact.location for fact in defect.witnesses) if defect else (),
                expected=_expected(meant, defect),
                actual=place.text,
            )


def _in_text(
    disclosure: Disclosure, slips: tuple[Slip, ...], defects: list[Defect]
) -> Iterator[Observation]:
    for index, paragraph, folded in sentences(disclosure):
        for found in misprints_in(folded, paragraph.text):
            if found.misprint.slip not in slips:
                continue
            span = found.start, found.end + len(found.unit)
            place = text_location(disclosure.outline, index, paragraph, folded, span, "misprint")
            printed = folded.text[slice(*span)]
            defect = next(
                (d for d in defects if d.suspect.location.position == place.position), None
            )
            yield Observation(
                message=say(
                    "金额{printed}的{slip}{reading}",
                    printed=quoted(printed),
                    slip=say(found.misprint.slip.value),
                    reading=_reading(found.misprint, defect),
                ),
                location=place,
                related=tuple(fact.location for fact in defect.witnesses) if defect else (),
                expected=_expected(
                    found.misprint.meant and f"{found.misprint.meant}{found.unit}", defect
                ),
                actual=printed,
                severity=Severity.WARNING if re.search("[,。]", printed) else None,
            )


def _reading(misprint: Misprint, defect: Defect | None) -> str:
    """How the amount was read, and whether the other figures agree."""
    if misprint.meant is None:
        return say("，无法确定是多少")
    fits, contradicted = "，按{meant}核对", "，按{meant}核对，但与有关的数不符"
    return say(contradicted if defect else fits, meant=misprint.meant)


def _expected(meant: str | None, defect: Defect | None) -> str | None:
    if defect is None:
        return meant
    return str(defect.expected) if defect.expected is not None else None
