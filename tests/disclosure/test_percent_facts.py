"""Percentages and changes of the narrative as facts: whose they are and what they are of."""

from __future__ import annotations

import pytest
from disclosure.builders import read_section, yuan

SECTION = "arrangement"


def rates(*lines: str, section: str = SECTION) -> list[tuple[str, str, str | None]]:
    """Concept, rate and the amount that it is about, as printed."""
    return [
        (fact.concept, str(fact.value), str(fact.about.value) if fact.about else None)
        for fact in read_section(section, *lines).facts
        if fact.context.kind == "rate"
    ]


def shares(*lines: str, section: str = SECTION) -> list[tuple[str, str, list[str]]]:
    """Name, share and the wholes that it can be of."""
    return [
        (fact.name, str(fact.value), [str(whole.value) for whole in fact.wholes])
        for fact in read_section(section, *lines).facts
        if fact.context.kind == "share"
    ]


# ------------------------------------------------------------------ rates
@pytest.mark.parametrize(
    "line",
    [
        "基本支出95.00万元，比上年减少5.00万元，下降5.00%。",
        "基本支出95.00万元，比上年减少5.00万元，同比下降5.00%。",
        "基本支出95.00万元，比上年减少5.00万元，5.00%。",
        "基本支出95.00万元，比上年减少5.00万元（下降5.00%）。",
        "基本支出95.00万元，比上年减少5.00万元，减幅为5.00%。",
        "基本支出95.00万元（比上年减少5.00万元，下降5.00%）。",
        "基本支出比上年减少5.00万元，下降5.00%，主要原因是人员减少。",
        "基本支出95.00万元，占95%，比上年减少5.00万元，下降5.00%。",
    ],
)
def test_a_rate_behind_a_change_is_of_that_change(line: str) -> None:
    assert rates(line) == [("expenditure.basic", "-5.00%", "-5.00万元")]


def test_a_rate_may_stand_before_its_change_or_without_one() -> None:
    before = "基本支出95.00万元，比上年下降5.00%，减少5.00万元。"
    assert rates(before) == [("expenditure.basic", "-5.00%", "95.00万元")]
    assert rates("基本支出比上年下降5.00%。") == [("expenditure.basic", "-5.00%", None)]
    assert rates("基本支出95.00万元，比上年的100.00万元下降5.00%。") == [
        ("expenditure.basic", "-5.00%", "100.00万元")
    ]


def test_each_quantity_has_its_own_rate() -> None:
    line = (
        "其中：基本支出减少38.64万元，下降15.21%；项目支出减少621.8万元，下降56.57%，主要是压缩。"
    )
    assert rates(line) == [
        ("expenditure.basic", "-15.21%", "-38.64万元"),
        ("expenditure.project", "-56.57%", "-621.8万元"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "基本支出5.00万元，项目支出3.00万元，比上年增长5%。",
        "基本支出95.00万元，主要是差旅费有所增加，增长5%。",
        "基本支出95.00万元，其中差旅费增加1.00万元，增长5%。",
        "2023年基本支出95.00万元，增长5%。",
        "基本支出95.00万元，比上年下降约5%。",
        "基本支出95.00万元，比上年下降5个百分点。",
        "项目支出绩效目标完成率95%。",
    ],
)
def test_a_rate_that_may_be_of_something_else_is_not_taken(line: str) -> None:
    assert rates(line) == []


def test_a_rate_reads_the_amounts_behind_it_no_differently() -> None:
    line = "三公经费12.00万元，比上年减少1.00万元，下降7.69%，其中：公务接待费2.00万元。"
    found = read_section("three-public", line).brief
    assert ("three-public.reception", "2.00万元", "this", "level") in found


def test_the_place_of_a_rate_is_its_words() -> None:
    (rate,) = [
        fact
        for fact in read_section(SECTION, "基本支出比上年减少5.00万元，下降 5.00%。").facts
        if fact.context.kind == "rate"
    ]
    start, end = rate.location.mark or (0, 0)
    assert rate.location.text == "基本支出比上年减少5.00万元，下降 5.00%"
    assert rate.location.text[start:end] == "下降 5.00%"


# ------------------------------------------------------------------ changes
@pytest.mark.parametrize(
    ("line", "base"),
    [
        ("基本支出95万元，比上年减少5万元。", "last"),
        ("基本支出95万元，较上年预算减少5万元。", "last-budget"),
        ("基本支出95万元，与2023年决算数相比，减少5万元。", "last-final"),
        ("基本支出95万元，比2019年减少5万元。", "2019"),
        ("基本支出95万元，减少5万元。", ""),
        ("项目支出95万元，项目预算减少5万元。", ""),
    ],
)
def test_a_change_knows_what_it_compares_with(line: str, base: str) -> None:
    (change,) = [f for f in read_section(SECTION, line).facts if f.context.kind == "change"]
    assert change.context.base == base


def test_level_with_last_years_amount_is_a_change_of_nothing() -> None:
    facts = read_section(SECTION, "基本支出95.00万元，与上年95.00万元持平。").brief
    assert facts[1:] == [
        ("expenditure.basic", "95.00万元", "last", "level"),
        ("expenditure.basic", "0万元", "this", "change"),
    ]


def test_a_reason_behind_a_change_is_not_another_change() -> None:
    line = "基本支出95.00万元，比上年减少5.00万元，下降5%，减少2.00万元办公费、3.00万元差旅费。"
    changes = [fact for fact in read_section(SECTION, line).brief if fact[3] == "change"]
    assert changes == [("expenditure.basic", "-5.00万元", "this", "change")]


def test_a_second_change_with_its_own_base_is_one() -> None:
    line = "基本支出95.00万元，比上年预算减少5.00万元，下降5%，比上年决算增加1.00万元，增长1.06%。"
    assert rates(line) == [
        ("expenditure.basic", "-5%", "-5.00万元"),
        ("expenditure.basic", "1.06%", "1.00万元"),
    ]


def test_a_change_behind_last_years_amount_is_counted_from_that() -> None:
    line = (
        "基本支出105.00万元，比上年预算100.00万元增加5.00万元，增长5.00%，"
        "比上年决算102.00万元增加3.00万元，增长2.94%。"
    )
    found = [
        (fact.context.kind, str(fact.value), fact.context.base)
        for fact in read_section(SECTION, line).facts[1:]
        if fact.context.kind != "rate"
    ]
    assert found == [
        ("level", "100.00万元", "last-budget"),
        ("change", "5.00万元", "last-budget"),
        ("level", "102.00万元", "last-final"),
        ("change", "3.00万元", "last-final"),
    ]


# ------------------------------------------------------------------ shares
def test_shares_know_their_part_and_their_whole() -> None:
    line = "2024年支出预算100.00万元，其中：基本支出80.00万元，占80%；其他支出20.00万元，占20%。"
    found = read_section(SECTION, line).facts
    assert [fact.about and str(fact.about.value) for fact in found if fact.about] == [
        "80.00万元", "20.00万元",
    ]  # fmt: skip
    assert shares(line) == [
        ("基本支出", "80%", ["100.00万元"]), ("其他支出", "20%", ["100.00万元"]),
    ]  # fmt: skip


def test_a_named_whole_is_looked_for_in_the_section_and_goes_on_in_the_sentence() -> None:
    lines = (
        "2024年支出预算100.00万元。",
        "基本支出80.00万元，占支出预算的80%；项目支出20.00万元，占20%。",
    )
    assert shares(*lines) == [
        ("基本支出", "80%", ["100.00万元"]), ("项目支出", "20%", ["100.00万元"]),
    ]  # fmt: skip


def test_a_whole_that_is_not_known_is_left_open() -> None:
    line = "2024年支出预算100.00万元，其中：基本支出80.00万元，占全县同类支出的8%。"
    assert shares(line) == [("基本支出", "8%", [])]


@pytest.mark.parametrize("section", ["duties", "glossary"])
def test_other_sections_state_no_percentage_of_money(section: str) -> None:
    line = "支出预算100.00万元，其中：基本支出80.00万元，占80%，增长5%。"
    assert shares(line, section=section) == []
    assert rates(line, section=section) == []


def test_an_amount_without_unit_is_the_same_amount_for_its_percentages() -> None:
    facts = read_section(SECTION, "基本支出80.00元，比上年增加5.00，增长6.67%。").facts
    assert facts[2].about is facts[1]
    assert facts[1].value == yuan("5.00")
