"""One defect, one finding, the same in every format: variants of the fictional budget."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from fictional.variants import Good, Variant, good_budgets, variants
from linting import FORMATS, TEXT, lint_printed, serious
from variant_findings import (
    assert_place,
    clean,
    expected_severity,
    logical,
    quantity,
    the_finding,
)

if TYPE_CHECKING:
    from pathlib import Path

    from fictional.variants import AnyOptions

CHECKED = variants()
OPTIONS = sorted({variant.options for variant in variants()}, key=repr)


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("options", OPTIONS, ids=range(len(OPTIONS)))
def test_a_consistent_document_has_no_error_and_no_warning(options: AnyOptions, kind: str) -> None:
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
    "variant", [v for v in CHECKED if isinstance(quantity(v.expect.right), Decimal)],
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


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("good", good_budgets(), ids=lambda good: good.name)
def test_what_only_looks_wrong_is_no_finding(good: Good, kind: str, tmp_path: Path) -> None:
    report = lint_printed(good.printed(), kind, tmp_path)
    assert [f.message for f in serious(report)] == []
