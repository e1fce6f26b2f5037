"""Variants of what a budget says of its agency operating expenses, its staff and its offices."""

from __future__ import annotations

from dataclasses import replace

from fictional.figures import Options
from fictional.variants import Variant, in_text, undecided

ALONE = Options(unit_part=False)
SPLIT = Options(unit_part=False, split_postage=True)
TEXT_ONLY = Options(unit_part=False, standard_tables=False)


def without_value(variant: Variant) -> Variant:
    """A variant that is wrong by its words."""
    return replace(variant, expect=replace(variant.expect, wrong=None, right=None))


AGENCY: tuple[Variant, ...] = (
    undecided(
        in_text(
            "running-item-of-a-shared-row", "dept/s3/text", "公务移动通讯补贴{}、",
            ("5.00万元", "5.50万元"), "text-table", options=SPLIT,
        )
    ),
    in_text(
        "running-item-named-otherwise", "dept/s3/text", "公务用车运行维护费{}、",
        ("12.40万元", "14.20万元"), "text-table", options=ALONE,
    ),
    undecided(
        in_text(
            "running-items-above-the-total", "dept/s3/text", "差旅费{}、",
            ("9.67万元", "96.70万元"), "narrative-sum", options=TEXT_ONLY,
        )
    ),
    in_text(
        "running-item-in-yuan", "unit/s3/text", "取暖费{}、",
        ("8.46万元", "8.46元"), "amount-unit",
    ),
    without_value(
        in_text(
            "running-with-wages", "dept/s3/text", "办公设备购置6.00万元{}等日常开支",
            ("", "、在职人员工资3.20万元"), "foreign-item", options=ALONE, severity="warning",
        )
    ),
    undecided(
        in_text(
            "staff-kinds-above-the-total", "dept/s1/staff", "事业编制{}；",
            ("61名", "63名"), "count-sum",
        )
    ),
    in_text(
        "staff-kinds-below-the-total", "unit/s1/staff", "行政编制{}、",
        ("26名", "20名"), "count-sum", severity="warning",
    ),
    without_value(
        in_text(
            "offices-more-than-listed", "dept/s1/staff", "退休人员47人。{}",
            ("", "设有办公室、种植业管理股、质量监管股、乡村产业股五个股室。"), "office-count",
            severity="warning",
        )
    ),
    without_value(
        in_text(
            "offices-fewer-than-listed", "unit/s1/staff", "退休人员47人。{}",
            ("", "内设机构3个，分别为办公室、种植业管理股、质量监管股、乡村产业股。"),
            "office-count",
        )
    ),
)  # fmt: skip
