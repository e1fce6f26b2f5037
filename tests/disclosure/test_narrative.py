"""The narrative: the facts that its sentences state, and those that they only seem to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from disclosure.builders import Budget, read_section, understood, wan, yuan
from hypothesis import given
from hypothesis import strategies as st

from budgetlint.disclosure.amount import MONEY, Amount, Unit
from budgetlint.disclosure.diagnosis.relations import Kind
from budgetlint.taxonomy.budget import narrative

if TYPE_CHECKING:
    from budgetlint.disclosure import Disclosure


def said(*lines: str, year: int | None = 2024) -> list[tuple[str, str, str, str]]:
    return read_section("arrangement", *lines, year=year).brief


def levels(*lines: str) -> list[tuple[str, str]]:
    return [(concept, value) for concept, value, _, kind in said(*lines) if kind == "level"]


# ------------------------------------------------------------------ names of quantities
NAMES = [
    ("arrangement", "预算收支总额", "budget"),
    ("arrangement", "2024年预算安排", "budget"),
    ("arrangement", "收支总预算", "budget"),
    ("arrangement", "预算收入", "income"),
    ("arrangement", "收入预算", "income"),
    ("arrangement", "收入总计", "income"),
    ("arrangement", "总收入", "income"),
    ("arrangement", "一般公共预算收入", "income.general-public"),
    ("arrangement", "一般公共预算财政拨款收入", "income.general-public"),
    ("arrangement", "一般公共预算拨款", "income.general-public"),
    ("arrangement", "政府性基金预算收入", "income.government-fund"),
    ("arrangement", "基金预算拨款收入", "income.government-fund"),
    ("arrangement", "国有资本经营预算收入", "income.state-capital"),
    ("arrangement", "财政专户管理资金收入", "income.special-account"),
    ("arrangement", "事业收入", "income.undertaking"),
    ("arrangement", "事业单位经营收入", "income.operating"),
    ("arrangement", "上级补助收入", "income.superior"),
    ("arrangement", "附属单位上缴收入", "income.subsidiary"),
    ("arrangement", "单位资金收入", "income.own-funds"),
    ("arrangement", "其他来源收入", "income.other"),
    ("arrangement", "上年结转结余", "income.carry-over"),
    ("arrangement", "上年结转", "income.carry-over"),
    ("arrangement", "预算支出", "expenditure"),
    ("arrangement", "支出预算", "expenditure"),
    ("arrangement", "总支出", "expenditure"),
    ("arrangement", "基本支出", "expenditure.basic"),
    ("arrangement", "人员经费", "expenditure.personnel"),
    ("arrangement", "人员支出", "expenditure.personnel"),
    ("arrangement", "日常公用经费", "expenditure.operating"),
    ("arrangement", "公用支出", "expenditure.operating"),
    ("arrangement", "项目支出", "expenditure.project"),
    ("arrangement", "专项项目预算", "expenditure.project"),
    ("agency", "机关运行经费", "agency"),
    ("agency", "机关运行费", "agency"),
    ("three-public", "“三公”经费", "three-public"),
    ("three-public", "因公出国（境）费", "three-public.abroad"),
    ("three-public", "因公临时出国(境)支出", "three-public.abroad"),
    ("three-public", "公务用车购置及运维费", "three-public.vehicles"),
    ("three-public", "公务用车购置和运行维护费", "three-public.vehicles"),
    ("three-public", "公务用车购置费", "three-public.vehicle-purchase"),
    ("three-public", "公务用车运行维护费", "three-public.vehicle-operation"),
    ("three-public", "公务接待费", "three-public.reception"),
    ("three-public", "会议费", "three-public.conference"),
    ("three-public", "培训费支出", "three-public.training"),
    ("procurement", "政府采购预算金额", "procurement"),
    ("procurement", "政府采购货物预算", "procurement.goods"),
    ("procurement", "工程类", "procurement.works"),
    ("procurement", "服务采购支出", "procurement.services"),
    ("assets", "固定资产总额", "assets"),
    ("assets", "国有资产总值", "assets"),
    ("assets", "拟购置固定资产总额", "assets.purchase"),
    ("assets", "土地、房屋及构筑物", "assets.buildings"),
    ("assets", "通用设备", "assets.general"),
    ("assets", "专用设备", "assets.special"),
    ("assets", "家具、用具、装具类", "assets.furniture"),
    ("assets", "图书档案", "assets.books"),
    ("assets", "车辆价值", "assets.vehicles"),
    ("assets", "其他固定资产", "assets.other"),
]


@pytest.mark.parametrize(("section", "name", "concept"), NAMES)
def test_a_quantity_is_known_by_its_name(section: str, name: str, concept: str) -> None:
    (fact,) = read_section(section, f"{name}为5.00万元。").facts
    assert (fact.concept, fact.value, fact.context.kind) == (concept, wan("5.00"), "level")
    assert fact.context.section == section


def test_every_concept_of_the_taxonomy_has_a_name_here() -> None:
    assert {concept for _, _, concept in NAMES} == {c.id for c in narrative().concepts}


@pytest.mark.parametrize(
    ("section", "line"),
    [
        ("duties", "负责基本支出5.00万元的管理。"),
        ("glossary", "基本支出5.00万元。"),
        ("three-public", "基本支出5.00万元。"),
        ("arrangement", "公务接待费5.00万元。"),
    ],
)
def test_a_quantity_is_only_read_in_its_own_section(section: str, line: str) -> None:
    assert read_section(section, line).facts == []


# ------------------------------------------------------------------ name and amount
@pytest.mark.parametrize(
    ("sentence", "amount"),
    [
        ("基本支出5.00万元。", wan("5.00")),
        ("基本支出预算安排为5.00万元。", wan("5.00")),
        ("基本支出：5.00 万 元。", wan("5.00")),
        ("基本支出共计1,234.50万元。", wan("1234.50")),
        ("基本支出１２．５０万元。", wan("12.50")),
        ("基本支出3.2亿元。", Amount(wan("3.2").value, Unit.YI, 1)),
        ("基本支出3.2亿。", Amount(wan("3.2").value, Unit.YI, 1)),
        ("基本支出500万。", wan("500")),
        ("基本支出33653000.00元。", yuan("33653000.00")),
        ("基本支出0万元。", wan("0")),
    ],
)
def test_the_amount_follows_the_name(sentence: str, amount: Amount) -> None:
    (fact,) = read_section("arrangement", sentence).facts
    assert fact.value == amount
    assert not fact.unit_missing


@given(st.integers(0, 10**12), st.integers(0, 4), st.sampled_from(MONEY), st.booleans())
def test_every_printed_amount_is_read_exactly(
    digits: int, decimals: int, unit: Unit, separators: bool
) -> None:
    value = wan("1").value * digits
    amount = Amount(value.scaleb(-decimals), unit, decimals)
    text = f"{amount.value:,.{decimals}f}{unit}" if separators else str(amount)
    (fact,) = read_section("arrangement", f"其中：基本支出{text}，").facts
    assert fact.value == amount


@pytest.mark.parametrize(
    "sentence",
    [
        "人员经费12人。",
        "基本支出占50%。",
        "基本支出5项。",
        "基本支出5至6万元。",
        "基本支出5-6万元。",
        "基本支出2024年完成。",
        "基本支出的管理办法，安排5.00万元。",
        "项目支出不少于3.00万元。",
        "基本支出由上年的5.00万元增加到6.00万元。",
    ],
)
def test_what_is_not_surely_the_amount_of_the_name_is_not_taken(sentence: str) -> None:
    assert read_section("arrangement", sentence).facts == []


@pytest.mark.parametrize(
    "line", ["基本支出约350万元。", "基本支出2万多元。", "基本支出近350万元。"]
)
def test_an_approximate_amount_is_not_compared(line: str) -> None:
    assert Budget().saying(line).understood().diagnosis.defects == []


def test_an_amount_without_unit_is_marked_and_read_in_the_unit_of_its_neighbours() -> None:
    facts = read_section("arrangement", "基本支出5.00，人员经费300.00元，公用经费200.00元。").facts
    assert [fact.value for fact in facts] == [yuan("5.00"), yuan("300.00"), yuan("200.00")]
    assert [fact.unit_missing for fact in facts] == [True, False, False]


def test_an_amount_without_unit_and_neighbours_is_read_in_wan() -> None:
    (fact,) = read_section("arrangement", "基本支出5.00。").facts
    assert (fact.value, fact.unit_missing) == (wan("5.00"), True)


def test_names_that_hold_other_names_are_told_apart() -> None:
    line = (
        "公务用车购置及运维费6.00万元，其中：公务用车购置费2.00万元，公务用车运行维护费4.00万元。"
    )
    assert read_section("three-public", line).brief == [
        ("three-public.vehicles", "6.00万元", "this", "level"),
        ("three-public.vehicle-purchase", "2.00万元", "this", "level"),
        ("three-public.vehicle-operation", "4.00万元", "this", "level"),
    ]


def test_fund_names_are_not_taken_for_all_income() -> None:
    line = "一般公共预算收入5.00万元，其他收入合计1.00万元，政府性基金预算收入2.00万元。"
    assert levels(line) == [
        ("income.general-public", "5.00万元"), ("income.government-fund", "2.00万元"),
    ]  # fmt: skip


def test_a_list_over_several_paragraphs_is_read_line_by_line() -> None:
    assert levels(
        "2024年预算支出500.00万元，其中：",
        "（一）基本支出320.00万元",
        "1、人员经费：300.00万元；",
        "（2）日常公用经费 20.00 万元。",
        "二是项目支出180.00万元",
    ) == [
        ("expenditure", "500.00万元"),
        ("expenditure.basic", "320.00万元"),
        ("expenditure.personnel", "300.00万元"),
        ("expenditure.operating", "20.00万元"),
        ("expenditure.project", "180.00万元"),
    ]


def test_a_name_that_ends_in_a_full_stop_goes_on() -> None:
    line = "公务接待费。安排2.00万元，较上年减少1.00万元。"
    assert read_section("three-public", line).brief == [
        ("three-public.reception", "2.00万元", "this", "level"),
        ("three-public.reception", "-1.00万元", "this", "change"),
    ]


# ------------------------------------------------------------------ comparisons
def test_last_year_and_the_change_belong_to_the_quantity_named_before() -> None:
    assert said("2023年预算收支总额3440.3万元，较2022年2517.8万元，增加922.5万元。", year=2023) == [
        ("budget", "3440.3万元", "this", "level"),
        ("budget", "2517.8万元", "last", "level"),
        ("budget", "922.5万元", "this", "change"),
    ]


@pytest.mark.parametrize(
    "comparison",
    ["较上年增加", "比上年预算增加", "较2023年增加", "与上年相比，增加", "同比增长", "较去年提高了",
     "比2023年度预算增加", "与2023年预算相比，增加"],
)  # fmt: skip
def test_an_increase_is_a_positive_change(comparison: str) -> None:
    assert said(f"基本支出5.00万元，{comparison}1.00万元。")[1:] == [
        ("expenditure.basic", "1.00万元", "this", "change")
    ]


@pytest.mark.parametrize("word", ["减少", "下降", "降低", "压减", "压缩"])
def test_a_decrease_is_a_negative_change(word: str) -> None:
    assert said(f"基本支出5.00万元，较上年{word}1.00万元。")[1:] == [
        ("expenditure.basic", "-1.00万元", "this", "change")
    ]


def test_a_change_may_stand_alone_behind_the_name() -> None:
    assert said("基本支出比上年增加5.00万元，项目支出减少2.50万元。") == [
        ("expenditure.basic", "5.00万元", "this", "change"),
        ("expenditure.project", "-2.50万元", "this", "change"),
    ]


def test_each_quantity_keeps_its_own_comparison() -> None:
    assert said("基本支出5.00万元，比上年增加1.00万元；项目支出3.00万元，比上年减少2.00万元。") == [
        ("expenditure.basic", "5.00万元", "this", "level"),
        ("expenditure.basic", "1.00万元", "this", "change"),
        ("expenditure.project", "3.00万元", "this", "level"),
        ("expenditure.project", "-2.00万元", "this", "change"),
    ]


def test_a_comparison_after_two_bare_quantities_is_open_and_not_taken() -> None:
    line = "基本支出5.00万元，项目支出3.00万元，比上年增加1.00万元。"
    assert [kind for *_, kind in said(line)] == ["level", "level"]


def test_a_comparison_does_not_reach_over_a_full_stop() -> None:
    assert [kind for *_, kind in said("基本支出5.00万元。比上年增加1.00万元。")] == ["level"]


def test_the_section_names_the_quantity_of_a_sentence_that_does_not() -> None:
    assert read_section("three-public", "2024年共安排12.00万元，较上年增加1.00万元。").brief == [
        ("three-public", "1.00万元", "this", "change")
    ]


@pytest.mark.parametrize(
    "line",
    [
        "2024年预算收入500.00万元，比2023年预算收入470.00万元增加30.00万元。",
        "2024年基本支出320.00万元，比2023年基本支出300.00万元增加20.00万元。",
        "2024年预算支出500.00万元，较2023年预算安排470.00万元增加30.00万元。",
        "2024年预算支出500.00万元，与2023年预算安排470.00万元相比，增加30.00万元。",
    ],
)
def test_an_amount_named_in_a_comparison_is_last_years(line: str) -> None:
    assert len([fact for fact in said(line) if fact[2:] == ("this", "level")]) == 1
    assert Budget().saying(line).understood().diagnosis.defects == []


def test_last_years_arrangement_in_a_comparison_names_no_other_quantity() -> None:
    line = "2024年基本支出320.00万元，与2023年预算安排相比，增加30.00万元。"
    assert said(line)[1] == ("expenditure.basic", "30.00万元", "this", "change")


@pytest.mark.parametrize(
    "line",
    [
        "特殊公务接待费2.00万元，比上年减少0.50万元。",
        "公务接待费2024年2万元，2023年3万元，减少1万元。",
        "因公出国（境）费：本年预算0万元。公务接待费：2024年预算2万元，较2023年减少1万元。",
    ],
)
def test_a_comparison_behind_a_name_is_not_of_the_topic_of_the_section(line: str) -> None:
    assert "three-public" not in [fact[0] for fact in read_section("three-public", line).brief]


@pytest.mark.parametrize(
    ("section", "line"),
    [
        ("agency", "机关运行经费安排20.00万元，其中：办公费8.00万元，较上年减少1.00万元。"),
        ("procurement", "政府采购预算60.50万元，其中软件5万元，较上年增加1万元。"),
    ],
)
def test_a_comparison_behind_an_unknown_item_is_not_taken(section: str, line: str) -> None:
    assert {fact[3] for fact in read_section(section, line).brief} == {"level"}


# ------------------------------------------------------------------ years
# ------------------------------------------------------------------ years
@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("2024年基本支出5.00万元。", "this"),
        ("基本支出5.00万元。", "this"),
        ("2023年度基本支出5.00万元。", "last"),
        ("上年基本支出5.00万元。", "last"),
        ("去年，我部门基本支出5.00万元。", "last"),
        ("2021年基本支出5.00万元。", "other"),
        ("较2023年有所变化，基本支出5.00万元。", "this"),
    ],
)
def test_the_year_before_the_name_is_the_year_of_the_amount(sentence: str, period: str) -> None:
    assert [p for _, _, p, _ in said(sentence)] == [period]


def test_levels_of_the_year_before_are_last_year() -> None:
    line = "2021年度基本支出5.00万元，项目支出3.00万元；2022年度基本支出6.00万元。"
    assert [(c, p) for c, _, p, _ in said(line, year=2022)] == [
        ("expenditure.basic", "last"),
        ("expenditure.project", "last"),
        ("expenditure.basic", "this"),
    ]


def test_the_carry_over_of_last_year_is_an_income_of_this_year() -> None:
    assert said("上年结转30.00万元。") == [("income.carry-over", "30.00万元", "this", "level")]


def test_assets_are_those_at_the_end_of_last_year() -> None:
    (fact,) = read_section("assets", "截至2023年12月31日，固定资产总额为350.20万元。").facts
    assert fact.context.period == "end-of-last-year"


def test_a_date_is_the_time_of_its_own_amount_only() -> None:
    line = "截至2023年12月31日，固定资产总额为350.20万元，拟购置固定资产金额12.50万元。"
    assert [fact[2] for fact in read_section("assets", line).brief] == ["end-of-last-year", "this"]


def test_where_the_fiscal_year_is_unknown_a_year_says_nothing() -> None:
    assert [p for _, _, p, _ in said("2023年基本支出5.00万元。", year=None)] == ["this"]


def stated(sources: str) -> Disclosure:
    text = f"2024年预算收入100.00万元，其中：{sources}。"
    return understood(f"二、部门预算安排的总体情况\n\n{text}\n")


@pytest.mark.parametrize(
    "sources",
    [
        "一般公共预算收入80.00万元，基金预算收入0万元，其他来源收入20.00万元",
        "一般公共预算收入60.00万元，事业收入20.00万元，其他收入20.00万元",
        "一般公共预算收入80.00万元，其他来源收入20.00万元，上年结转结余15.00万元",
        "一般公共预算收入80.00万元，其他来源收入5.00万元，上年结转结余15.00万元",
        "一般公共预算收入80.00万元，单位资金收入20.00万元，其中其他收入20.00万元",
        "一般公共预算收入80.00万元，基金预算收入5.00万元",
    ],
)
def test_sources_that_make_up_the_income_or_may_give_no_finding(sources: str) -> None:
    assert stated(sources).diagnosis.defects == []


@pytest.mark.parametrize(
    "sources",
    [
        "一般公共预算收入80.00万元，基金预算收入0万元，其他来源收入10.00万元",
        "一般公共预算收入80.00万元，其他来源收入5.00万元，上年结转结余10.00万元",
        "一般公共预算收入80.00万元，基金预算收入25.00万元",
    ],
)
def test_sources_that_cannot_make_up_the_income_are_one_defect(sources: str) -> None:
    (defect,) = stated(sources).diagnosis.defects
    assert defect.kind is Kind.NARRATIVE
