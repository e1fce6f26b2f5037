"""Variants of final accounts with a wrong percentage, base or direction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fictional.variants import Change, Expectation, Variant, in_text, mild, place_of
from fictional.variants_final_tables import NAT, NAT_ALL, SH, SH_ALL

if TYPE_CHECKING:
    from fictional.blocks import Printed
    from fictional.final_figures import Options


def swapped(block_id: str, first: str, second: str) -> Change:
    """A paragraph in which two texts stand in each other's place."""

    def change(printed: Printed) -> Printed:
        printed = printed.edit_text(block_id, first, "\0")
        return printed.edit_text(block_id, second, first).edit_text(block_id, "\0", second)

    return change


def _swapped_shares(name: str, block_id: str, shares: tuple[str, str], options: Options) -> Variant:
    first, second = shares
    expect = Expectation("swapped-shares", place_of(block_id, options=options), second, first)
    return Variant(name, swapped(block_id, first, second), expect, options)


RATES: tuple[Variant, ...] = (
    # shares
    in_text(
        "share-of-income", "s/income/text", "占{}；事业", ("98.48%", "94.88%"),
        "percentage", options=NAT_ALL,
    ),
    in_text(
        "share-of-class", "s/public-expenditure/structure/text", "占{}；卫生", ("8.18%", "8.81%"),
        "percentage", options=SH,
    ),
    in_text(
        "share-of-all-spending", "s/public-expenditure/overall/text", "支出合计的{}。",
        ("93.85%", "98.35%"), "percentage", options=SH_ALL,
    ),
    in_text(
        "share-of-three", "s/three-public/details/text", "占{}；公务接待费", ("75.65%", "76.55%"),
        "percentage", options=NAT,
    ),
    in_text(
        "share-of-small-firms", "s/procurement/text", "占政府采购支出总额的{}，",
        ("74.40%", "77.40%"), "percentage", options=NAT,
    ),
    _swapped_shares("shares-swapped", "s/expenditure/text", ("58.27%", "41.73%"), NAT),
    _swapped_shares(
        "shares-swapped-three", "s/three-public/details/text", ("75.65%", "3.48%"), SH
    ),
    # growth
    in_text(
        "growth-of-fiscal", "s/fiscal-summary/text", "，增长{}。", ("13.04%", "14.03%"),
        "percentage", options=SH,
    ),
    in_text(
        "growth-on-this-year", "s/summary/text", "，增长{}。", ("11.39%", "10.23%"),
        "percentage", options=NAT,
    ),
    in_text(
        "growth-on-small-base", "s/three-public/overall/change", "，增长{}，主要原因是上年",
        ("2518.42%", "251.84%"), "percentage", options=NAT,
    ),
    in_text(
        "growth-of-agency", "s/other/agency/text", "，下降{}。", ("5.66%", "6.56%"),
        "percentage", options=SH,
    ),
    # completion
    in_text(
        "completion-of-item", "s/public-expenditure/items/2", "预算的{}。", ("94.90%", "99.40%"),
        "percentage", options=NAT,
    ),
    in_text(
        "completion-above-hundred", "s/public-expenditure/items/10", "预算的{}。",
        ("122.09%", "81.91%"), "percentage", options=NAT,
    ),
    in_text(
        "completion-of-three", "s/three-public/overall/budget", "，完成预算的{}，其中",
        ("94.12%", "91.42%"), "percentage", options=SH,
    ),
    in_text(
        "completion-is-the-shortfall", "s/three-public/overall/budget", "的{}。决算数",
        ("50.90%", "49.10%"), "percentage", options=NAT,
    ),
    mild(
        in_text(
            "rate-base-item", "s/public-expenditure/items/5", "完成{}的", ("全年预算", "年初预算"),
            "rate-base", options=SH,
        )
    ),
    mild(
        in_text(
            "rate-base-whole", "s/public-expenditure/items/text", "完成{}的",
            ("全年预算", "年初预算"), "rate-base", options=SH_ALL,
        )
    ),
    mild(
        in_text(
            "rate-base-fund", "s/fund-expenditure/1", "完成{}的", ("全年预算", "年初预算"),
            "rate-base", options=SH_ALL,
        )
    ),
    # directions
    in_text(
        "direction-agency", "s/agency/text", "2023年度{}万元，下降", ("减少8.50", "增加8.50"),
        "direction-word", options=NAT,
    ),
    in_text(
        "direction-of-rate", "s/public-expenditure/overall/text", "万元，{}。",
        ("增长13.76%", "下降13.76%"), "direction-word", options=SH,
    ),
    in_text(
        "direction-item", "s/public-expenditure/items/6", "决算数{}年初预算数",
        ("小于", "大于"), "direction-word", options=NAT,
    ),
    in_text(
        "direction-item-above", "s/public-expenditure/items/8", "决算数{}年初预算数",
        ("大于", "小于"), "direction-word", options=NAT,
    ),
    in_text(
        "direction-whole", "s/public-expenditure/items/text", "决算数{}全年预算数",
        ("小于", "大于"), "direction-word", options=SH,
    ),
    in_text(
        "direction-equal", "s/public-expenditure/items/13", "决算数{}",
        ("小于年初预算数的主要原因是人员调出后缴存人数减少。", "等于年初预算数。"),
        "direction-word", options=NAT,
    ),
    in_text(
        "direction-level", "s/public-expenditure/items/11", "决算数{}",
        ("小于全年预算数的主要原因：人员调出后缴费人数减少。", "与全年预算数持平。"),
        "direction-word", options=SH,
    ),
    in_text(
        "direction-three", "s/three-public/overall/budget", "决算数{}预算数", ("小于", "大于"),
        "direction-word", options=SH,
    ),
)  # fmt: skip
