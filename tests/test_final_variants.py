"""One defect, one finding, the same in every format: variants of the fictional final accounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from fictional.blocks import Heading
from fictional.final_figures import Options
from fictional.final_headers import TITLES
from fictional.render_docx import render_docx
from fictional.render_text import render_cells, render_rows
from fictional.variants import Good, Variant, document, final_variants, good_finals
from linting import FORMATS, lint_printed, serious
from variant_findings import assert_found_alike, clean

if TYPE_CHECKING:
    from pathlib import Path

    from fictional.variants import AnyOptions

OPTIONS = sorted(
    {variant.options for variant in final_variants()}
    | {Options("shanghai", three_public=False), Options("shanghai", new_department=True)},
    key=repr,
)
WHOLE = {
    *("missing-section", "missing-table", "reason-missing", "section-order"),
    *("contents-title", "contents-missing", "contents-order"),
}


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("options", OPTIONS, ids=range(len(OPTIONS)))
def test_consistent_final_accounts_have_no_error_and_no_warning(
    options: AnyOptions, kind: str
) -> None:
    report = clean(options, kind)
    assert report.error is None
    assert [f.message for f in serious(report)] == []
    assert report.coverage.facts > 0


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("good", good_finals(), ids=lambda good: good.name)
def test_what_only_looks_wrong_is_no_finding(good: Good, kind: str, tmp_path: Path) -> None:
    report = lint_printed(good.printed(), kind, tmp_path)
    assert [f.message for f in serious(report)] == []


@pytest.mark.parametrize("variant", final_variants(), ids=lambda v: v.name)
def test_one_defect_gives_exactly_its_finding_in_every_format(variant: Variant) -> None:
    assert_found_alike(variant)


# the variants themselves


def test_variants_are_many_and_of_all_kinds() -> None:
    variants = final_variants()
    names = [variant.name for variant in variants] + [good.name for good in good_finals()]
    assert len(names) == len(set(names)) >= 150
    assert {v.expect.place.table for v in variants} >= set(TITLES.values())
    assert {getattr(v.options, "layout", "") for v in variants} == {"national", "shanghai"}


@pytest.mark.parametrize("variant", final_variants(), ids=lambda v: v.name)
def test_a_variant_changes_one_block_in_every_rendering(variant: Variant) -> None:
    good, bad = document(variant.options), variant.printed()
    changed = [block for block in good.blocks if block not in bad.blocks]
    assert len(changed) == 1 or variant.expect.kind in WHOLE
    assert render_cells(good) != render_cells(bad)
    assert render_rows(good) != render_rows(bad)
    numbers = all(isinstance(block, Heading) for block in changed)
    assert numbers or render_docx(good) != render_docx(bad)
