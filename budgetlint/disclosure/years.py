"""The fiscal year: every place that says it, and what most of them say.

Title, opening sentence and headings, the captions of the tables, and the sentences that state
this year's figures are three witnesses, so that nine captions copied from last year do not
outvote everything else. Sentences about last year look alike: one that may be is no claim.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from budgetlint.disclosure.amount import Amount, Unit
from budgetlint.disclosure.fold import Folded, fold, fold_with_offsets
from budgetlint.disclosure.grammar import next_clause, sentence_ends
from budgetlint.disclosure.headings import LONGEST_HEADING
from budgetlint.disclosure.numerals import leading_ordinal
from budgetlint.disclosure.places import section_at, text_location
from budgetlint.disclosure.titles import KINDS
from budgetlint.document import Paragraph
from budgetlint.taxonomy.years import YEAR, year_spec

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from budgetlint.disclosure.facts import FactSet
    from budgetlint.disclosure.outline import Outline, Part
    from budgetlint.disclosure.statements import Statement
    from budgetlint.disclosure.titles import Title
    from budgetlint.document import Document
    from budgetlint.location import Location

_HEADING = re.compile(
    rf"[^0-9,;。:]{{0,45}}{YEAR}度?[^0-9,;。:]{{0,30}}?(?P<kind>预算|决算){year_spec().heading_tail}"
)
_OTHER_YEAR = re.compile(rf"(?<![较比与同]){YEAR}")
_MISPRINT = re.compile(r"(?<![0-9.])(?:(20[0-9]{2})\1|220[0-9]{2})年")
_AMOUNT = re.compile(r"(?P<number>[0-9][0-9,]*(?:\.[0-9]+)?)(?P<unit>亿元|百万元|万元|千元|元)")
_TELLING_DIGITS = 4
"""An amount of so many digits is the same as another one for a reason."""
_LAST_YEAR = re.compile("上年|去年|对比|相比")
_WEIGHTS = {"title": 3, "caption": 3, "text": 2}
_CLEAR = 2
"""So many times the score of the next year makes the fiscal year sure."""


@dataclass(frozen=True, slots=True)
class YearClaim:
    """A place that says for which year the document is.

    ``year`` is None where it says 本年. ``source`` is ``title`` (title, opening, heading),
    ``caption`` or ``text``; ``quantity`` what the sentence states, ``name`` its title, ``amount``
    how much; ``alone`` whether it names no other year and not last year.
    """

    year: int | None
    source: str
    part: Part
    location: Location
    quantity: str = ""
    name: str = ""
    amount: Amount | None = None
    alone: bool = True


@dataclass(frozen=True, slots=True)
class MisprintedYear:
    """A year that is none: 20232023年, 2018度; ``meant`` is what it should be, if that is plain."""

    printed: str
    meant: str | None
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
        stated: dict[tuple[int, str], set[Decimal]] = defaultdict(set)
        for claim in self.claims:
            if claim.source == "text" and claim.year in (self.year, None):
                stated[claim.part.start, claim.quantity].add(_yuan(claim.amount))
        return [
            WrongYear(claim, proven)
            for claim in self.claims
            if claim.year not in (self.year, None)
            and ((proven := self._proven(claim, facts)) or not self._may_be_meant(claim, stated))
        ]

    def _proven(self, claim: YearClaim, facts: FactSet) -> bool:
        """Whether nothing else can be meant: a sentence's amount stands in this year's tables."""
        if claim.source != "text":
            return self.sure
        amount = claim.amount
        if not (self.sure and claim.alone and amount and _digits(amount) >= _TELLING_DIGITS):
            return False
        cells = facts.cells[claim.part.start].values()
        return any(cell.value and cell.value.yuan == amount.yuan for cell in cells)

    def _may_be_meant(
        self, claim: YearClaim, stated: Mapping[tuple[int, str], set[Decimal]]
    ) -> bool:
        """Whether a sentence may speak of another year on purpose."""
        if claim.source != "text" or self.year is None or claim.year is None:
            return False
        amounts = stated.get((claim.part.start, claim.quantity), set())
        last = claim.year == self.year - 1 and amounts and _yuan(claim.amount) not in amounts
        return not claim.alone or bool(last)


def _yuan(amount: Amount | None) -> Decimal:
    return amount.yuan if amount else Decimal(0)


def _digits(amount: Amount) -> int:
    return len(amount.value.normalize().as_tuple().digits)


def find_years(
    document: Document, outline: Outline, statements: Sequence[Statement],
    titles: Sequence[Title], kind: str, names: Sequence[str],
) -> Years:  # fmt: skip
    """What a document says of its fiscal year."""
    claims = [
        *_title_claims(outline, titles, kind),
        *_heading_claims(document, outline, titles, kind),
        *_caption_claims(statements),
        *_text_claims(document, outline, kind, names),
    ]
    misprints = tuple(_misprints(document, outline, titles))
    year, sure = _decide(claims)
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


def _title_claims(outline: Outline, titles: Sequence[Title], kind: str) -> Iterator[YearClaim]:
    for title in titles:
        if title.year and title.kind == kind:
            yield YearClaim(
                title.year, "title", outline.part_at(title.index), _title_place(outline, title)
            )


def _title_place(outline: Outline, title: Title) -> Location:
    folded = fold_with_offsets(title.paragraph.text)
    start = folded.text.index(title.printed)
    key = "opening" if title.opening else "title"
    span = (start, start + len(title.printed))
    return text_location(outline, title.index, title.paragraph, folded, span, f"year/{key}")


def _heading_claims(
    document: Document, outline: Outline, titles: Sequence[Title], kind: str
) -> Iterator[YearClaim]:
    known = {title.index for title in titles}
    foreign = year_spec().heading_foreign
    for index, block in enumerate(document.blocks):
        if (
            not isinstance(block, Paragraph)
            or index in known
            or len(block.text) > 4 * LONGEST_HEADING
        ):
            continue
        folded = fold_with_offsets(block.text)
        if len(folded.text) > LONGEST_HEADING or index in outline.contents:
            continue
        match = _HEADING.fullmatch(folded.text)
        if match is None or kind not in (KINDS[match["kind"]], "unknown"):
            continue
        if _is_heading(folded.text) and not foreign.search(folded.text):
            place = text_location(outline, index, block, folded, match.span("year"), "year/heading")
            yield YearClaim(int(match["year"]), "title", outline.part_at(index), place)


def _is_heading(text: str) -> bool:
    """Whether a short paragraph heads something, and is no line that a page width cut."""
    ordinal = leading_ordinal(text)
    if ordinal:
        return ordinal.style in ("part", "han")
    return text.endswith(("表", "说明", "情况", "公开", "目录", "原因"))


def _caption_claims(statements: Sequence[Statement]) -> Iterator[YearClaim]:
    for statement in statements:
        caption = statement.caption
        if caption.year:
            yield YearClaim(
                caption.year, "caption", statement.part,
                statement.caption_location("year", caption.year_text, caption.year_position),
            )  # fmt: skip


class _Reader:
    """Reads the claims of running text."""

    def __init__(self, outline: Outline, kind: str, names: Sequence[str]) -> None:
        self.outline = outline
        self.kind = kind
        self.pattern = year_spec().statement(kind)
        self.names = sorted(map(fold, names), key=len, reverse=True)

    def read(self, index: int, paragraph: Paragraph, heading: str) -> Iterator[YearClaim]:
        """The claims of a paragraph, which stands under ``heading``."""
        section = section_at(self.outline, index)
        silent = section is not None and section.spec.id in year_spec().silent_sections
        folded = fold_with_offsets(paragraph.text)
        start = 0
        for end in sentence_ends(folded.text):
            ordinal = leading_ordinal(folded.text[start:end])
            begin = start + (ordinal.length if ordinal else 0)
            match = self.pattern.match(folded.text, begin, end)
            if match and self._is_statement(match, end, silent=silent):
                yield self._claim(
                    index, paragraph, folded, match, heading + folded.text[:begin], end
                )
            start = end

    def _is_statement(self, match: re.Match[str], end: int, *, silent: bool) -> bool:
        spec, lead = year_spec(), match["lead"]
        clause_end = next_clause(match.string, match.end(), end)
        if self.kind == "budget" and spec.performed.search(match.string, match.end(), clause_end):
            return False
        if silent and not spec.quantity(match).anywhere:
            return False
        if spec.statement_before.search(lead):
            return False
        for name in self.names:
            lead = lead.replace(name, "")
        foreign = spec.statement_foreign.search(lead)
        return not (foreign or spec.statement_foreign.search(match["between"]))

    def _claim(
        self, index: int, paragraph: Paragraph, folded: Folded, match: re.Match[str],
        before: str, end: int,
    ) -> YearClaim:  # fmt: skip
        quantity = year_spec().quantity(match)
        others = {m["year"] for m in _OTHER_YEAR.finditer(folded.text, match.end(), end)}
        year = match["year"]
        span = match.span("year") if year else match.span()
        place = text_location(self.outline, index, paragraph, folded, span, f"year/{quantity.id}")
        return YearClaim(
            int(year) if year else None, "text", self.outline.part_at(index), place,
            quantity.id, quantity.title, _first_amount(folded.text[match.end() : end]),
            alone=others <= {year} and not _LAST_YEAR.search(before),
        )  # fmt: skip


def _first_amount(text: str) -> Amount | None:
    match = _AMOUNT.search(text)
    if match is None:
        return None
    number = match["number"].replace(",", "")
    return Amount(Decimal(number), Unit(match["unit"]), len(number.partition(".")[2]))


def _text_claims(
    document: Document, outline: Outline, kind: str, names: Sequence[str]
) -> Iterator[YearClaim]:
    reader = _Reader(outline, kind, names)
    heads = {section.start for part in outline.parts for section in part.sections}
    heading = ""
    for index, block in enumerate(document.blocks):
        if not isinstance(block, Paragraph) or index in outline.contents:
            continue
        if index not in heads:
            yield from reader.read(index, block, heading)
        heading = short if len(short := fold(block.text[:200])) <= LONGEST_HEADING else ""


def _misprints(
    document: Document, outline: Outline, titles: Sequence[Title]
) -> Iterator[MisprintedYear]:
    for title in titles:
        if title.year is None:
            yield MisprintedYear(title.printed, _meant(title.printed), _title_place(outline, title))
    known = {title.index for title in titles}
    for index, block in enumerate(document.blocks):
        if not isinstance(block, Paragraph) or index in known:
            continue
        for match in _MISPRINT.finditer(block.text):
            folded = fold_with_offsets(block.text)
            start = folded.offsets.index(match.start())
            place = text_location(
                outline, index, block, folded, (start, start + len(match[0])), "year/misprint"
            )
            yield MisprintedYear(match[0], _meant(match[0]), place)


def _meant(printed: str) -> str | None:
    """The year that a misprint surely means: the only one that is left without one slip."""
    digits = re.sub("[^0-9]", "", printed)
    if len(digits) == 8 and digits[:4] == digits[4:]:
        digits = digits[:4]
    shorter = {digits[:i] + digits[i + 1 :] for i in range(len(digits))}
    found = [
        d for d in ({digits} if len(digits) == 4 else shorter) if re.fullmatch("20[0-9]{2}", d)
    ]
    return f"{found[0]}年" if len(found) == 1 else None
