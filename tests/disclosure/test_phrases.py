"""Percentages and direction words as sentences print them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetlint.disclosure.amount import Amount, Unit
from budgetlint.disclosure.narrative.phrases import (
    Percent,
    bare_percent_at,
    base_of,
    comparison_at,
    completion_at,
    growth_at,
    same_base,
    share_at,
)
from budgetlint.fold import fold


def percent(text: str) -> Amount:
    return Amount(Decimal(text), Unit.PERCENT, len(text.partition(".")[2]))


def growth(text: str, year: int | None = 2024) -> Percent | None:
    folded = fold(text)
    return growth_at(folded, 0, len(folded), year)


def share(text: str) -> Percent | None:
    folded = fold(text)
    return share_at(folded, 0, len(folded))


def completion(text: str) -> Percent | None:
    folded = fold(text)
    return completion_at(folded, 0, len(folded), 2024)


# ------------------------------------------------------------------ growth and fall
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("增长3.6%", "3.6"),
        ("，增长３．６％。", "3.6"),
        ("，下降4.76%。", "-4.76"),
        ("，同比下降8.93 %", "-8.93"),
        ("，较上年预算减少5.1%", "-5.1"),
        ("，比上年增长100.00%。", "100.00"),
        ("，与上年相比，上升3%", "3"),
        ("；减少幅度为5%", "-5"),
        ("，减幅5%", "-5"),
        ("，降幅为4.76%", "-4.76"),
        ("，增幅4.76%", "4.76"),
        ("，增长率4.76%", "4.76"),
        ("，增长比例为4.76%", "4.76"),
        ("（下降4.76%）", "-4.76"),
        ("，各增长11.39%", "11.39"),
        ("，提高了3%", "3"),
        ("，压减20%", "-20"),
        ("，增长1,055.4%", "1055.4"),
        ("，增长1055.4%", "1055.4"),
        ("，增减率为-5.00%", "-5.00"),
        ("，增减幅度5.00%", "5.00"),
        ("，增长-5%", "-5"),
        ("，增长百分之五", "5"),
        ("，下降百分之十二点六", "-12.6"),
        ("，增长0%", "0"),
        ("，下降0.0%", "0.0"),
    ],
)
def test_a_rate_is_signed_by_its_word(text: str, value: str) -> None:
    found = growth(text)
    assert found
    assert (found.kind, found.value) == ("rate", percent(value))


@pytest.mark.parametrize(
    "text",
    [
        "降低了5个百分点",
        "增长约5%",
        "增长近5%",
        "增长超过5%",
        "增长不低于5%",
        "增长5%以上",
        "下降5%以内",
        "下降5%左右",
        "增长3%-5%",
        "增长3%至5%",
        "增长3-5%",
        "增长百分之十五以上",
        "增长百分之五至百分之十",
        "分别增长3%和5%",
        "合格率95%",
        "增长5万元",
        "增长--",
        "增长率无可比性",
        "下降的原因是厉行节约",
        "剔除一次性因素后下降5%",
    ],
)
def test_what_is_approximate_or_no_rate_is_not_taken(text: str) -> None:
    assert growth(text) is None


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("增长5%", ""),
        ("同比增长5%", ""),
        ("比上年增长5%", "last"),
        ("较去年增长5%", "last"),
        ("比2023年增长5%", "last"),
        ("较上年预算增长5%", "last-budget"),
        ("比2023年度预算数增长5%", "last-budget"),
        ("与上年决算数相比，增长5%", "last-final"),
        ("较上年执行数增长5%", "last-final"),
        ("较年初预算增长5%", "initial"),
        ("比2024年年初预算增长5%", "initial"),
        ("比全年预算数下降5%", "annual"),
        ("比调整后预算数下降5%", "annual"),
        ("比预算数下降5%", "budget"),
        ("比2019年下降5%", "2019"),
        ("较2022年决算下降5%", "2022"),
        ("按可比口径比上年增长5%", "comparable"),
    ],
)
def test_what_a_rate_compares_with_is_told_in_words(text: str, base: str) -> None:
    found = growth(text)
    assert found
    assert found.base == base


def test_where_the_fiscal_year_is_unknown_a_year_stands_for_itself() -> None:
    assert base_of("2023年预算", None) == "2023"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("", "last-final", True),
        ("last", "last", True),
        ("last", "last-budget", True),
        ("last-final", "last", True),
        ("last-final", "last-budget", False),
        ("last", "2019", False),
        ("last", "comparable", False),
        ("initial", "annual", False),
        ("last", "initial", False),
    ],
)
def test_two_bases_are_one_unless_their_words_differ(one: str, other: str, same: bool) -> None:
    assert same_base(one, other) is same


def test_a_percentage_without_a_word_is_taken_where_it_ends_a_clause() -> None:
    text = fold("，14.55%，下降原因为压缩开支")
    found = bare_percent_at(text, 0, len(text))
    assert found
    assert found.value == percent("14.55")
    for other in ("，14.55%的资金", "14.55%", "，约14.55%，"):
        assert bare_percent_at(fold(other), 0, len(fold(other))) is None


# ------------------------------------------------------------------ shares
@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("，占34.30%", ""),
        ("，占比34.30%；", ""),
        ("，占比为34.30%", ""),
        ("（占34.30%）", ""),
        ("，占支出总额的34.30%", "支出总额"),
        ("，占本年支出合计的34.30%。", "本年支出合计"),
        ("，占总支出的比重为34.30%", "总支出"),
        ("，占支出预算34.30%", "支出预算"),
        ("，占政府采购支出总额的34.30%，", "政府采购支出总额"),
    ],
)
def test_a_share_names_its_whole_or_leaves_it_open(text: str, whole: str) -> None:
    found = share(text)
    assert found
    assert (found.kind, found.value, found.whole) == ("share", percent("34.30"), whole)


@pytest.mark.parametrize(
    "text",
    ["约占30%", "占比约30%", "占30%以上", "占总数的近30%", "占30%左右", "占比不低于30%", "占 %",
     "占年初预算的98%", "占调整预算数的98%", "占预算的98%"],
)  # fmt: skip
def test_an_approximate_share_or_a_completion_is_no_share(text: str) -> None:
    assert share(text) is None


# ------------------------------------------------------------------ completions
@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("，完成年初预算的98.5%", "initial"),
        ("，完成全年预算数的98.5%", "annual"),
        ("，完成调整预算的98.5%", "annual"),
        ("，完成预算98.5%", "budget"),
        ("，完成当年预算的98.5%", "budget"),
        ("，为年初预算的98.5%", "initial"),
        ("，占年初预算的98.5%", "initial"),
        ("，预算完成率为98.5%", "budget"),
        ("，完成率98.5%", ""),
        ("，完成98.5%", ""),
        ("，完成上年决算的98.5%", "last-final"),
    ],
)
def test_a_completion_names_the_budget_that_was_completed(text: str, base: str) -> None:
    found = completion(text)
    assert found
    assert (found.kind, found.value, found.base) == ("completion", percent("98.5"), base)


@pytest.mark.parametrize("text", ["完成预算的--%", "完成约98%", "完成98%以上", "占支出预算的98%"])
def test_an_empty_or_approximate_completion_is_none(text: str) -> None:
    assert completion(text) is None


# ------------------------------------------------------------------ comparisons
@pytest.mark.parametrize(
    ("text", "sign", "base"),
    [
        ("决算数大于预算数的主要原因是", 1, "budget"),
        ("。决算数小于年初预算数", -1, "initial"),
        ("决算数低于全年预算数", -1, "annual"),
        ("支出决算数等于预算数", 0, "budget"),
        ("决算数与全年预算数持平", 0, "annual"),
        ("决算数与年初预算数一致", 0, "initial"),
        ("决算数大于上年决算数", 1, "last-final"),
    ],
)
def test_a_comparison_is_a_sign(text: str, sign: int, base: str) -> None:
    folded = fold(text)
    found = comparison_at(folded, 0, len(folded), 2024)
    assert found
    assert found.value == Amount(Decimal(sign), Unit.DIRECTION, 0)
    assert found.base == base


@pytest.mark.parametrize("text", ["决算数大小于预算数", "决算数与预算数基本持平", "预算数大于支出"])
def test_what_does_not_decide_is_no_comparison(text: str) -> None:
    assert comparison_at(fold(text), 0, len(fold(text)), 2024) is None


@given(st.integers(0, 10**7), st.integers(0, 4), st.booleans(), st.sampled_from(["%", "％", " %"]))
def test_every_printed_rate_is_read_exactly(
    digits: int, decimals: int, separators: bool, sign: str
) -> None:
    value = Decimal(digits).scaleb(-decimals)
    text = f"{value:,.{decimals}f}" if separators else f"{value:.{decimals}f}"
    found = growth(f"下降{text}{sign}")
    assert found
    assert found.value == Amount(-value, Unit.PERCENT, decimals)
