"""The fiscal year: what most places that say it say, and which of them say another.

Title, opening sentence and headings, the captions of the tables, and the sentences that state
this year's figures are three witnesses, so that nine captions copied from last year do not
outvote everything else.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from budgetlint.disclosure.naming.year_claims import (
    YearClaim,
    caption_claims,
    column_claims,
    heading_claims,
    sentence_claims,
    title_claims,
    title_place,
)
from budgetlint.disclosure.places import text_location
from budgetlint.document import Paragraph
from budgetlint.fold import fold_with_offsets

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from budgetlint.disclosure.amount import Amount
    from budgetlint.disclosure.facts import FactSet
    from budgetlint.disclosure.naming.titles import Title
    from budgetlint.disclosure.structure.outline import Outline
    from budgetlint.disclosure.tables.statements import Statement
    from budgetlint.document import Document
    from budgetlint.location import Location

_OF_BUDGET = "部门|单位|预算|决算|收入|支出|财政|一般公共|政府性|三公|国有|机关运行|绩效|工作"
_MISPRINT = re.compile(
    r"(?<![0-9.])(?:(?:(20[0-9]{2})\1|220[0-9]{2})年"
    rf"|(?<![较比与同])(?:(?:2[0-9]{{4}}|20[0-9])年(?=度?(?:{_OF_BUDGET}))"
    rf"|20[0-9]{{2}}度(?={_OF_BUDGET})))"
)
_YEAR_DIGITS = 4
_DIGITS = "0123456789"
_TELLING_DIGITS = 4
"""An amount of so many digits is the same as another one for a reason."""
_WEIGHTS = {"title": 3, "caption": 3, "text": 2}
_CLEAR = 2
"""So many times the score of the next year makes the fiscal year sure."""


@dataclass(frozen=True, slots=True)
class MisprintedYear:
    """A year that is none: 20232023年, 2018度; ``meant`` is what it should be."""

    printed: str
    meant: str
    location: Location


@dataclass(frozen=True, slots=True)
class WrongYear:
    """A claim of another year; ``proven`` if the document leaves no doubt."""

    claim: YearClaim
    proven: bool


@dataclass(frozen=True)
class Years:
    """The fiscal year (None if nothing tells it), whether it is beyond doubt, and what says so."""

    year: int | None = None
    sure: bool = False
    claims: tuple[YearClaim, ...] = ()
    misprints: tuple[MisprintedYear, ...] = ()

    def wrong(self, facts: FactSet) -> list[WrongYear]:
        """The claims of another year, without those that may speak of last year on purpose."""
        found = []
        for claim in self.claims:
            if claim.year in (self.year, None):
                continue
            amounts = _table_amounts(claim, facts)
            proven = self._proven(claim, amounts)
            if proven or not self._may_be_meant(claim, amounts):
                found.append(WrongYear(claim, proven))
        return found

    def _proven(self, claim: YearClaim, amounts: set[Decimal]) -> bool:
        """Whether nothing else can be meant: a sentence's amount stands in this year's tables."""
        if claim.source != "text":
            return self.sure
        telling = claim.amount is not None and _digits(claim.amount) >= _TELLING_DIGITS
        return self.sure and claim.alone and telling and _yuan(claim) in amounts

    def _may_be_meant(self, claim: YearClaim, amounts: set[Decimal]) -> bool:
        """Whether a sentence may speak of another year on purpose.

        It names this year too; or it gives for last year what another sentence gives for this
        year, or an amount that this year's tables do not have.
        """
        if claim.source != "text" or self.year is None:
            return False
        if not claim.alone or claim.year != self.year - 1:
            return not claim.alone
        stated = {_yuan(other) for other in self.claims if self._is_twin(other, claim)}
        if stated:
            return _yuan(claim) not in stated
        return bool(claim.tabled and claim.amount and amounts) and _yuan(claim) not in amounts

    def _is_twin(self, other: YearClaim, claim: YearClaim) -> bool:
        """Whether another sentence states for this year what a claim states for its own."""
        same = (other.part.start, other.quantity) == (claim.part.start, claim.quantity)
        return other.source == "text" and same and other.year in (self.year, None)


def _table_amounts(claim: YearClaim, facts: FactSet) -> set[Decimal]:
    """The amounts in the tables of the part, in 元."""
    cells = facts.cells[claim.part.start].values()
    return {cell.value.yuan for cell in cells if cell.value and cell.value.value}


def _yuan(claim: YearClaim) -> Decimal:
    return claim.amount.yuan if claim.amount else Decimal(0)


def _digits(amount: Amount) -> int:
    return len(amount.value.normalize().as_tuple().digits)


def find_years(
    document: Document, outline: Outline, statements: Sequence[Statement],
    titles: Sequence[Title], kind: str, names: Sequence[str],
) -> Years:  # fmt: skip
    """What a document says of its fiscal year."""
    headings = dict(heading_claims(document, outline, titles, kind))
    read = {title.index for title in titles if not title.opening} | headings.keys()
    claims = [
        *title_claims(outline, titles, kind),
        *headings.values(),
        *caption_claims(statements),
        *column_claims(document, outline, kind),
        *sentence_claims(document, outline, kind, names, read),
    ]
    year, sure = _decide(claims)
    misprints = tuple(_misprints(document, outline, titles, year))
    return Years(year, sure, tuple(claims), misprints)


def _decide(claims: Sequence[YearClaim]) -> tuple[int | None, bool]:
    score: dict[int, Fraction] = defaultdict(Fraction)
    for source, weight in _WEIGHTS.items():
        own = [claim.year for claim in claims if claim.source == source and claim.year]
        for year in own:
            score[year] += Fraction(weight, len(own))
    ranked = sorted(score, key=lambda year: score[year], reverse=True)[:2]
    if not ranked:
        return None, False
    return ranked[0], len(ranked) == 1 or score[ranked[0]] >= _CLEAR * score[ranked[1]]


def _misprints(
    document: Document, outline: Outline, titles: Sequence[Title], year: int | None
) -> Iterator[MisprintedYear]:
    for title in titles:
        if title.year is None and (meant := _meant(title.printed, year)):
            yield MisprintedYear(title.printed, meant, title_place(outline, title))
    known = {title.index for title in titles}
    for index, block in enumerate(document.blocks):
        if not isinstance(block, Paragraph) or index in known:
            continue
        for match in _MISPRINT.finditer(block.text):
            folded = fold_with_offsets(block.text)
            start = folded.offsets.index(match.start())
            span = (start, start + len(match[0]))
            place = text_location(outline, index, block, folded, span, "year/misprint")
            if meant := _meant(match[0], year):
                yield MisprintedYear(match[0], meant, place)


def _meant(printed: str, fiscal_year: int | None) -> str | None:
    """The year that a misprint surely means: what is left without a doubled year or digit.

    Where several years are left, or a digit is missing, it is that of the document or the one
    before, if any.
    """
    digits = re.sub("[^0-9]", "", printed)
    if len(digits) == 2 * _YEAR_DIGITS and digits[:_YEAR_DIGITS] == digits[_YEAR_DIGITS:]:
        digits = digits[:_YEAR_DIGITS]
    years = {digits}
    if len(digits) == _YEAR_DIGITS + 1:
        years = {digits[:i] + digits[i + 1 :] for i in range(len(digits))}
    elif len(digits) == _YEAR_DIGITS - 1:
        years = {digits[:i] + new + digits[i:] for i in range(len(digits) + 1) for new in _DIGITS}
    found = [year for year in years if re.fullmatch("20[0-9]{2}", year)]
    if len(found) > 1 and fiscal_year:
        near = (str(fiscal_year), str(fiscal_year - 1))
        found = [year for year in near if year in found][:1]
    return f"{found[0]}年" if len(found) == 1 else None
