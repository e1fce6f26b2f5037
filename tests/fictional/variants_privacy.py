"""Variants with personal data left in: numbers and addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fictional.figures import Options
from fictional.final_figures import Options as FinalOptions
from fictional.variants import AnyOptions, Expectation, Variant, place_of

if TYPE_CHECKING:
    from fictional.blocks import Printed

ID_CARD = "110101199003070011"
BANK_CARD = "6222021234567890128"


def left_in(
    name: str,
    block_id: str,
    texts: tuple[str, str],
    kind: str,
    severity: str = "warning",
    options: AnyOptions | None = None,
) -> Variant:
    """A paragraph in which the second text stands where the first one is right."""
    options = options or Options()
    expect = Expectation(kind, place_of(block_id, options=options), severity=severity)

    def change(printed: Printed) -> Printed:
        return printed.edit_text(block_id, *texts)

    return Variant(name, change, expect, options)


PRIVACY: tuple[Variant, ...] = (
    left_in(
        "id-card-in-duties", "dept/s1/duties/4",
        ("综合行政执法。", f"综合行政执法（王某某，{ID_CARD}）。"), "id-card", "error",
    ),
    left_in(
        "mobile-in-measures", "dept/s5/whole/measures/2",
        ("一名经办人员，", "一名经办人员（13800138000），"), "mobile",
    ),
    left_in(
        "mobile-as-contact", "unit/s9/text",
        ("事项。", "事项。联系电话：138-0013-8000。"), "mobile", "info",
    ),
    left_in(
        "bank-card-in-measures", "dept/s5/whole/measures/2",
        ("分别签字负责。", f"分别签字负责。备用金卡号{BANK_CARD}。"), "bank-card",
    ),
    left_in(
        "home-address-in-others", "dept/s9/text",
        ("事项。", "事项。慰问对象家庭住址：青禾县柳河乡东岗村12号。"), "home-address",
    ),
)  # fmt: skip

FINAL_PRIVACY: tuple[Variant, ...] = (
    left_in(
        "final-id-card", "s/performance/text",
        ("2024年度本部门预算绩效", f"王某某（{ID_CARD}）报告，2024年度本部门预算绩效"),
        "id-card", "error", FinalOptions(),
    ),
    left_in(
        "final-mobile", "s/duties/2",
        ("文艺作品创作演出。", "文艺作品创作演出，由王某某13800138000报名。"),
        "mobile", options=FinalOptions(),
    ),
)  # fmt: skip
