"""What a variant of a fictional document is found to say, and where: shared by its tests.

Each variant is a good document with one thing wrong; its expectation says what and where without
knowing any rule. Formats differ only in physical places.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from fictional.variants import FINAL, PARTS, Expectation, Variant, document
from linting import FORMATS, TEXT, lint_printed

from budgetlint.fold import fold

if TYPE_CHECKING:
    from fictional.variants import AnyOptions

    from budgetlint.finding import Finding
    from budgetlint.report import FileReport

RULES = {
    "row-total": "BL301",
    "hierarchy": "BL302",
    "balance": "BL303",
    "table-mismatch": "BL401",
    "serial-number": "BL304",
    "part-mismatch": "BL402",
    "price-quantity": "BL801",
    "purchase-measure": "BL802",
    "empty-column": "BL803",
    "purchase-presence": "BL804",
    "asset-plan": "BL805",
    "bought-asset": "BL806",
    "catalogue-code": "BL808",
    "text-table": "BL501",
    "text-text": "BL502",
    "narrative-sum": "BL503",
    "count-sum": "BL503",
    "percentage": "BL504",
    "goal-tables-less": "BL403",
    "goal-table-name": "BL404",
    "project-code": "BL405",
    "goal-table-number": "BL406",
    "foreign-item": "BL513",
    "office-count": "BL531",
    "swapped-shares": "BL504",
    "direction-word": "BL505",
    "rate-base": "BL506",
    "reason-missing": "BL507",
    "reason-contradicts": "BL508",
    "reason-without-change": "BL509",
    "rate-without-direction": "BL510",
    "table-unit-missing": "BL201",
    "table-unit-mismatch": "BL202",
    "amount-unit": "BL203",
    "amount-unit-missing": "BL204",
    "amount-word": "BL205",
    "amount-misprint": "BL206",
    "digit-grouping": "BL207",
    "separators-mixed": "BL208",
    "decimals-mixed": "BL209",
    "fullwidth-digits": "BL210",
    "unit-doubled": "BL213",
    "number-missing": "BL214",
    "missing-section": "BL101",
    "duplicate-section": "BL102",
    "section-number": "BL103",
    "section-order": "BL104",
    "contents-title": "BL131",
    "contents-missing": "BL132",
    "contents-order": "BL133",
    "list-style": "BL105",
    "list-number": "BL106",
    "nested-number": "BL107",
    "repeated-heading": "BL108",
    "repeated-table-title": "BL109",
    "table-title-number": "BL110",
    "missing-table": "BL111",
    "empty-table-note": "BL113",
    "section-empty": "BL121",
    "chapter-empty": "BL122",
    "untold": "BL123",
    "regulation-name": "BL124",
    "code-length": "BL601",
    "code-nondigit": "BL601",
    "code-fullwidth": "BL601",
    "code-wrong-parent": "BL602",
    "code-missing-parent": "BL602",
    "code-name": "BL606",
    "code-unknown": "BL605",
    "code-year": "BL607",
    "code-of-another": "BL608",
    "code-order": "BL604",
    "code-duplicate": "BL604",
    "code-classification": "BL609",
    "summary-line": "BL611",
    "basic-column": "BL612",
    "running-project": "BL613",
    "tied": "BL614",
    "subject-year": "BL607",
    "subject-name": "BL615",
    "caption-year": "BL701",
    "fiscal-year": "BL701",
    "comparison-year": "BL702",
    "date": "BL703",
    "ended": "BL741",
    "stale-year": "BL742",
    "foreign-self": "BL743",
    "caption-entity": "BL711",
    "entity-code": "BL712",
    "entity-abbreviated": "BL713",
    "clashing-marks": "BL921",
    "unpaired-marks": "BL922",
    "separator-missing": "BL923",
    "sentence-cut": "BL924",
    "closing-mark-missing": "BL925",
    "part-words": "BL714",
    "foreign-level": "BL716",
    "template-entity": "BL718",
    "other-body": "BL715",
    "dropped-words": "BL719",
    "entity-area": "BL720",
    "citation-year": "BL731",
    "document-number": "BL732",
    "document-title": "BL733",
    "project-name": "BL734",
    "office-name": "BL735",
    "word-varied": "BL736",
    "project-amounts": "BL821",
    "product": "BL822",
    "goal-plan": "BL823",
    "goal-classes": "BL824",
    "goal-cell": "BL825",
    "goal-placeholder": "BL826",
    "goal-threshold": "BL827",
    "goal-name": "BL828",
    "goal-class": "BL829",
    "goal-figure": "BL830",
    "goal-amount": "BL831",
    "goal-bought": "BL834",
    "goal-basis": "BL832",
    "goal-label": "BL833",
    "value-unit": "BL841",
    "value-half-unit": "BL842",
    "value-sign": "BL843",
    "value-words": "BL844",
    "slip": "BL931",
    "doubled-word": "BL932",
    "field-code": "BL901",
    "placeholder": "BL902",
    "replaced-word": "BL903",
    "markup": "BL904",
    "draft-mark": "BL907",
    "repeated-sentence": "BL911",
    "id-card": "BL951",
    "mobile": "BL952",
    "bank-card": "BL953",
    "home-address": "BL954",
}
# The same quantity twice in the text is measured against the table where there is one.
DECIDED_BY_THE_TABLE = {"text-project-twice": "BL501"}
# Milder than the variants' author expected: usual, but not certain to be wrong.
MILDER = {
    "code-order": "warning",
    "code-duplicate": "warning",
    "text-running": "warning",
    "section-missing-renumbered": "warning",
    "compared-with-earlier": "warning",
    "year-compared": "warning",
    "year-compared-three": "warning",
    "date-of-assets": "warning",
}


@cache
def clean(options: AnyOptions, kind: str) -> FileReport:
    with TemporaryDirectory() as folder:
        return lint_printed(document(options), kind, Path(folder))


@cache
def report_of(variant: Variant, kind: str) -> FileReport:
    with TemporaryDirectory() as folder:
        return lint_printed(variant.printed(), kind, Path(folder))


def new_findings(variant: Variant, kind: str) -> list[Finding]:
    """What the document says beyond what the clean document of this format says."""
    known = {(f.rule, f.message) for f in clean(variant.options, kind).findings}
    return [f for f in report_of(variant, kind).findings if (f.rule, f.message) not in known]


def the_finding(variant: Variant, kind: str) -> Finding:
    found = new_findings(variant, kind)
    assert [f.rule for f in found] == [expected_rule(variant)], [f.message for f in found]
    return found[0]


def expected_rule(variant: Variant) -> str:
    return DECIDED_BY_THE_TABLE.get(variant.name, RULES[variant.expect.kind])


def expected_severity(variant: Variant, kind: str) -> str:
    expect = variant.expect
    in_text = expect.severity_in_text if kind in TEXT else None
    return MILDER.get(variant.name) or in_text or expect.severity


def quantity(text: str | None) -> Decimal | str | None:
    """An amount in 元, whatever unit it is told in; other texts as they are."""
    amount = re.fullmatch(r"(?:增加|减少)?([0-9.]+)(万?元)", fold(text or ""))
    if amount is None:
        return text
    return Decimal(amount[1]) * (10000 if amount[2] == "万元" else 1)


def logical(finding: Finding) -> tuple[object, ...]:
    place = finding.location
    section = re.sub("^[一二三四五六七八九0-9]+、", "", place.section or "")
    return (
        finding.rule, finding.severity, finding.message, finding.expected, finding.actual,
        place.part, section, place.table, place.row, place.row_code, place.row_label,
        place.column_label, place.text, finding.fingerprint,
    )  # fmt: skip


def assert_place(finding: Finding, expect: Expectation) -> None:
    place, found = expect.place, finding.location
    if place.part != FINAL:
        assert found.part
        assert found.part.kind == PARTS.get(place.part, place.part)
    elif place.table:
        assert found.table
        assert fold(found.table.title) == fold(str(place.table))
    if isinstance(place.table, int):
        assert found.table
        assert found.table.number == place.table
    if place.row and not expect.kind.startswith("code-"):
        assert fold(place.row) in (fold(found.row_code or ""), fold(found.row_label or ""))
    if place.column and expect.kind in ("row-total", "balance"):
        # The columns of a lying table are read as its rows.
        labels = fold(found.column_label or ""), fold(found.row_label or "")
        assert any(label.endswith(fold(place.column)) for label in labels)
    if expect.kind in ("text-table", "narrative-sum", "amount-unit", "amount-unit-missing"):
        assert fold(place.section or "") in fold(found.section or "")


def assert_found_alike(variant: Variant) -> None:
    """Hold what every format says of a variant to what is expected, and to what Word says.

    Text does not know lost automatic numbers, and may say less of a heading without its own.
    """
    told = logical(the_finding(variant, FORMATS[0]))
    right, wrong = quantity(variant.expect.right), quantity(variant.expect.wrong)
    for kind in FORMATS:
        finding = the_finding(variant, kind)
        assert finding.severity == expected_severity(variant, kind), kind
        assert_place(finding, variant.expect)
        if isinstance(right, Decimal):
            assert quantity(finding.expected) == right, kind
        if isinstance(right, Decimal) and wrong:
            assert quantity(finding.actual) == wrong, kind
        if not (kind in TEXT and variant.expect.severity_in_text):
            assert logical(finding) == told, kind
