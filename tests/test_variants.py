"""One defect, one finding, the same in every format: variants of the fictional budget."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from fictional.variants import Good, Variant, good_budgets, variants
from linting import FORMATS, lint_printed, serious
from variant_findings import assert_found_alike, clean

if TYPE_CHECKING:
    from pathlib import Path

    from fictional.variants import AnyOptions

OPTIONS = sorted({variant.options for variant in variants()}, key=repr)


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("options", OPTIONS, ids=range(len(OPTIONS)))
def test_a_consistent_document_has_no_error_and_no_warning(options: AnyOptions, kind: str) -> None:
    report = clean(options, kind)
    assert report.error is None
    assert [f.message for f in serious(report)] == []
    assert report.coverage.facts > 0


@pytest.mark.parametrize("variant", variants(), ids=lambda v: v.name)
def test_one_defect_gives_exactly_its_finding_in_every_format(variant: Variant) -> None:
    assert_found_alike(variant)


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("good", good_budgets(), ids=lambda good: good.name)
def test_what_only_looks_wrong_is_no_finding(good: Good, kind: str, tmp_path: Path) -> None:
    report = lint_printed(good.printed(), kind, tmp_path)
    assert [f.message for f in serious(report)] == []
