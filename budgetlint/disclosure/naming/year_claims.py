"""Places that say for which year a document is: titles, headings, captions and sentences.

A sentence says so if it begins with a year and states a quantity of the budget (or the accounts).
Sentences about last year look alike: one that may be is no claim.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from budgetlint.disclosure.amount import MONEY_UNITS, NUMBER, Unit, amount_printed
from budgetlint.disclosure.naming.titles import KINDS
from budgetlint.disclosure.narrative.grammar import next_clause, sentence_ends
from budgetlint.disclosure.numerals import leading_ordinal
from budgetlint.disclosure.places import section_at, text_location
from budgetlint.disclosure.structure.headings import LONGEST_HEADING, heading_lines
from budgetlint.document import Paragraph, Table
from budgetlint.fold import Folded, fold, fold_with_offsets
from budgetlint.taxonomy.years import YEAR, year_spec

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from budgetlint.disclosure.amount import Amount
    from budgetlint.disclosure.naming.titles import Title
    from budgetlint.disclosure.structure.outline import Outline, Part
    from budgetlint.disclosure.tables.statements import Statement
    from budgetlint.document import Cell, Document
    from budgetlint.location import Location

_HEADING = re.compile(
    rf"[^0-9,;。:]{{0,45}}{YEAR}度?[^0-9,;。:]{{0,30}}?(?P<kind>预算|决算){year_spec().heading_tail}"
)
_OTHER_YEAR = re.compile(rf"(?<![较比与同]){YEAR}")
_AMOUNT = re.compile(f"(?P<number>{NUMBER})(?P<unit>{MONEY_UNITS})")
_HEADER_ROWS = 3
_LAST_YEAR = re.compile("上年|去年|对比|相比")


@dataclass(frozen=True, slots=True)
class YearClaim:
    """A place that says for which year the document is.

    ``year`` is None where it says 本年. ``source`` is ``title`` (title, opening, heading),
    ``caption`` or ``text``; ``quantity`` what the sentence states, ``name`` its title, ``amount``
    how much, ``tabled`` whether the standard tables state it; ``alone`` whether it names no other
    year and not last year.
    """

    year: int | None
    source: str
    part: Part
    location: Location
    quantity: str = ""
    name: str = ""
    amount: Amount | None = None
    tabled: bool = True
    alone: bool = True


def title_claims(outline: Outline, titles: Sequence[Title], kind: str) -> Iterator[YearClaim]:
    """The titles and opening sentences with a well-formed year."""
    for title in titles:
        if title.year and title.kind == kind:
            yield YearClaim(
                title.year, "title", outline.part_at(title.index), title_place(outline, title)
            )


def title_place(outline: Outline, title: Title) -> Location:
    """The place of the year in a title."""
    folded = fold_with_offsets(title.paragraph.text)
    key = "opening" if title.opening else "title"
    return text_location(outline, title.index, title.paragraph, folded, title.span, f"year/{key}")


def heading_claims(
    document: Document, outline: Outline, titles: Sequence[Title], kind: str
) -> Iterator[tuple[int, YearClaim]]:
    """The headings, other than titles, that name the year, with their blocks."""
    known = {title.index for title in titles} | outline.contents
    foreign = year_spec().heading_foreign
    for line in heading_lines(document):
        match = _HEADING.fullmatch(line.folded) if line.index not in known else None
        if match is None or kind not in (KINDS[match["kind"]], "unknown"):
            continue
        if _is_heading(line.folded) and not foreign.search(line.folded):
            folded = fold_with_offsets(line.paragraph.text)
            span = match.span("year")
            place = text_location(outline, line.index, line.paragraph, folded, span, "year/heading")
            part = outline.part_at(line.index)
            yield line.index, YearClaim(int(match["year"]), "title", part, place)


def _is_heading(text: str) -> bool:
    """Whether a short paragraph heads something, and is no line that a page width cut."""
    ordinal = leading_ordinal(text)
    if ordinal:
        return ordinal.style in ("part", "han")
    return text.endswith(("表", "说明", "情况", "公开", "目录", "原因"))


def caption_claims(statements: Sequence[Statement]) -> Iterator[YearClaim]:
    """The captions of standard tables that name a year."""
    for statement in statements:
        caption = statement.caption
        if caption.year:
            yield YearClaim(
                caption.year, "caption", statement.part,
                statement.caption_location("year", caption.year_text, caption.year_position),
            )  # fmt: skip


def column_claims(document: Document, outline: Outline, kind: str) -> Iterator[YearClaim]:
    """The column headings of tables that name this year."""
    for index, block in enumerate(document.blocks):
        for row in block.rows[:_HEADER_ROWS] if isinstance(block, Table) else ():
            for heading in _this_years_columns(row, kind):
                match = heading.match
                place = text_location(
                    outline, index, heading.cell, heading.folded, match.span("year"), "year/column"
                )
                yield YearClaim(int(match["year"]), "caption", outline.part_at(index), place)


class _ColumnHeading(NamedTuple):
    cell: Cell
    folded: Folded
    match: re.Match[str]


def _this_years_columns(row: Sequence[Cell], kind: str) -> Iterator[_ColumnHeading]:
    """The headings that mean this year: by their words, or the later of two years in a budget."""
    spec = year_spec()
    read = [(cell, fold_with_offsets(cell.text)) for cell in row if "20" in cell.text]

    def matching(pattern: re.Pattern[str]) -> list[_ColumnHeading]:
        found = ((cell, folded, pattern.fullmatch(folded.text)) for cell, folded in read)
        return [_ColumnHeading(cell, folded, match) for cell, folded, match in found if match]

    yield from matching(spec.this_years_column)
    pair = matching(spec.pair_column)
    years = [int(heading.match["year"]) for heading in pair]
    if kind == "budget" and len(years) == 2 and abs(years[0] - years[1]) == 1:
        yield pair[years.index(max(years))]


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
            tabled=quantity.tabled,
            alone=others <= {year} and not _LAST_YEAR.search(before),
        )  # fmt: skip


def _first_amount(text: str) -> Amount | None:
    match = _AMOUNT.search(text)
    return amount_printed(match["number"], Unit(match["unit"])) if match else None


def sentence_claims(
    document: Document, outline: Outline, kind: str, names: Sequence[str], headings: Collection[int]
) -> Iterator[YearClaim]:
    """The sentences that state this year's figures; ``headings`` are blocks already read."""
    reader = _Reader(outline, kind, names)
    heads = {section.start for part in outline.parts for section in part.sections}
    heads.update(headings)
    heading = ""
    for index, block in enumerate(document.blocks):
        if not isinstance(block, Paragraph) or index in outline.contents:
            continue
        if index not in heads:
            yield from reader.read(index, block, heading)
        heading = short if len(short := fold(block.text[:200])) <= LONGEST_HEADING else ""
