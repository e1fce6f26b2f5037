"""One defect, one finding, the same in every format.

Each variant is the clean fictional document with one thing wrong; its expectation says what and
where without knowing any rule. Formats differ only in physical places.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from fictional.model import build
from fictional.variants import PARTS, Expectation, Variant, variants
from linting import FORMATS, TEXT, lint_printed, serious

from budgetlint.disclosure.fold import fold

if TYPE_CHECKING:
    from fictional.figures import Options

    from budgetlint.finding import Finding
    from budgetlint.report import FileReport

RULES = {
    "row-total": "BL301",
    "balance": "BL303",
    "serial-number": "BL304",
    "text-table": "BL501",
    "text-text": "BL502",
    "narrative-sum": "BL503",
    "table-unit-missing": "BL201",
    "table-unit-mismatch": "BL202",
    "amount-unit": "BL203",
    "amount-unit-missing": "BL204",
    "missing-section": "BL101",
    "duplicate-section": "BL102",
    "section-number": "BL103",
    "section-order": "BL104",
    "missing-table": "BL111",
    "empty-table-note": "BL113",
    "code-length": "BL601",
    "code-nondigit": "BL601",
    "code-fullwidth": "BL601",
    "code-wrong-parent": "BL602",
    "code-missing-parent": "BL602",
    "code-two-names": "BL603",
    "code-order": "BL604",
    "code-duplicate": "BL604",
}
# The same quantity twice in the text is measured against the table where there is one.
DECIDED_BY_THE_TABLE = {"text-project-twice": "BL501"}
# Milder than the variants' author expected: usual, but not certain to be wrong.
MILDER = {"code-order": "warning", "code-duplicate": "warning", "text-running": "warning",
          "section-missing-renumbered": "warning"}  # fmt: skip
# Areas of later steps: procurement, assets, performance, rates, captions, items of lists.
LATER = {"text-running-item"}
CHECKED = [v for v in variants() if not v.needs and v.name not in LATER]


@cache
def clean(options: Options, kind: str) -> FileReport:
    with TemporaryDirectory() as folder:
        return lint_printed(build(options), kind, Path(folder))


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


OPTIONS = sorted({variant.options for variant in variants()}, key=repr)


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("options", OPTIONS, ids=range(len(OPTIONS)))
def test_a_consistent_document_has_no_error_and_no_warning(options: Options, kind: str) -> None:
    report = clean(options, kind)
    assert report.error is None
    assert [f.message for f in serious(report)] == []
    assert report.coverage.facts > 0


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("variant", CHECKED, ids=lambda v: v.name)
def test_one_defect_gives_exactly_its_finding(variant: Variant, kind: str) -> None:
    finding = the_finding(variant, kind)
    assert finding.severity == expected_severity(variant, kind)
    assert_place(finding, variant.expect)


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize(
    "variant", [v for v in CHECKED if v.expect.right and "万元" in v.expect.right],
    ids=lambda v: v.name,
)  # fmt: skip
def test_the_right_amount_is_told_where_it_can_be_proved(variant: Variant, kind: str) -> None:
    finding = the_finding(variant, kind)
    assert quantity(finding.expected) == quantity(variant.expect.right)
    if variant.expect.wrong:
        assert quantity(finding.actual) == quantity(variant.expect.wrong)


@pytest.mark.parametrize("kind", FORMATS[1:])
@pytest.mark.parametrize("variant", CHECKED, ids=lambda v: v.name)
def test_every_format_gives_the_same_findings(variant: Variant, kind: str) -> None:
    if kind in TEXT and variant.expect.severity_in_text:
        pytest.skip("文本格式不知道标题的自动编号")
    assert logical(the_finding(variant, kind)) == logical(the_finding(variant, "docx"))


def assert_place(finding: Finding, expect: Expectation) -> None:
    place, found = expect.place, finding.location
    assert found.part
    assert found.part.kind == PARTS.get(place.part, place.part)
    if isinstance(place.table, int):
        assert found.table
        assert found.table.number == place.table
    if place.row and not expect.kind.startswith("code-"):
        assert fold(place.row) in (fold(found.row_code or ""), fold(found.row_label or ""))
    if place.column and expect.kind in ("row-total", "balance"):
        assert fold(found.column_label or "").endswith(fold(place.column))
    if expect.kind in ("text-table", "narrative-sum", "amount-unit", "amount-unit-missing"):
        assert fold(place.section or "") in fold(found.section or "")
