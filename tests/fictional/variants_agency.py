"""Variants of what a budget says of its agency operating expenses, its staff and its offices."""

from __future__ import annotations

from dataclasses import replace

from fictional.figures import Options
from fictional.variants import Variant, in_text, undecided

ALONE = Options(unit_part=False)
SPLIT = Options(unit_part=False, split_postage=True)
TEXT_ONLY = Options(unit_part=False, standard_tables=False)


LISTED = "主要用于小麦病虫害防治、特色种植基地建设和农产品质量监测等"
"""How the text tells what the project expenditure is for: without amounts."""


def with_projects(variant: Variant, *listed: str) -> Variant:
    """A variant of a text that lists projects with their amounts instead."""
    block_id = f"{'dept' if variant.expect.place.part == 'department' else 'unit'}/s2/spending/text"
    words = f"其中：{'、'.join(listed)}"
    return replace(
        variant,
        change=lambda printed: variant.change(printed.edit_text(block_id, LISTED, words)),
    )


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
    with_projects(
        in_text(
            "project-listed-with-another-amount", "dept/s2/spending/text", "统防统治项目{}、",
            ("145.20万元", "154.20万元"), "text-table",
        ),
        "小麦重大病虫害统防统治项目145.20万元", "农产品质量安全监测58.00万元",
    ),
    undecided(
        with_projects(
            in_text(
                "projects-listed-above-the-total", "unit/s2/spending/text", "基地建设{}、",
                ("320.00万元", "620.00万元"), "narrative-sum",
            ),
            "基地建设320.00万元", "病虫防治145.20万元",
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
