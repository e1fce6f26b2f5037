"""The narrative: what may stand before a name, and where on the page a fact stands."""

from __future__ import annotations

import pytest
from disclosure.builders import SECTION_HEADINGS, read_section, wan
from hypothesis import given
from hypothesis import strategies as st


# ------------------------------------------------------------------ qualifiers
@pytest.mark.parametrize(
    "lead",
    ["", "我部门", "青禾县农业农村局", "其中：", "2024年", "本单位2024年度共安排", "当年", "（一）",
     "一是", "1、", "②", "财政拨款"],
)  # fmt: skip
def test_words_that_do_not_change_the_meaning_may_stand_before_the_name(lead: str) -> None:
    found = read_section("arrangement", f"{lead}基本支出5.00万元。")
    assert [fact.value for fact in found.facts] == [wan("5.00")]
    assert found.left_out == 0


@pytest.mark.parametrize("lead", ["1.", "1．", "12."])
def test_the_number_of_an_item_is_no_amount(lead: str) -> None:
    found = read_section("three-public", f"{lead}公务接待费2.00万元，比上年减少0.50万元。")
    assert found.brief == [
        ("three-public.reception", "2.00万元", "this", "level"),
        ("three-public.reception", "-0.50万元", "this", "change"),
    ]
    assert found.left_out == 0


@pytest.mark.parametrize(
    "lead", ["下属青禾县种子中心", "种子站", "部分", "用于农田建设的", "非财政拨款", "局机关以外的"]
)
def test_a_qualified_quantity_is_left_out_and_counted(lead: str) -> None:
    found = read_section("arrangement", f"{lead}基本支出5.00万元。")
    assert found.facts == []
    assert found.left_out == 1


def test_a_qualifier_reaches_to_the_semicolon() -> None:
    line = "下属种子中心基本支出5.00万元，人员经费4.00万元；项目支出3.00万元。"
    found = read_section("arrangement", line)
    assert [(fact.concept, fact.value) for fact in found.facts] == [
        ("expenditure.project", wan("3.00"))
    ]
    assert found.left_out == 2


def test_a_name_right_behind_an_amount_begins_anew() -> None:
    line = "人员经费300.00万元公用经费20.00万元。"
    facts = read_section("arrangement", line).facts
    assert [fact.concept for fact in facts] == ["expenditure.personnel", "expenditure.operating"]
    assert [fact.value for fact in facts] == [wan("300.00"), wan("20.00")]


# ------------------------------------------------------------------ places
def test_a_fact_knows_the_line_and_column_of_its_number() -> None:
    (fact,) = read_section("arrangement", "引言。", "2024年，“基本支出” 为 5.00 万元。").facts
    assert (fact.location.position.line, fact.location.position.column) == (3, 16)


def test_a_fact_shows_its_words_as_printed_and_marks_the_amount() -> None:
    (fact,) = read_section("three-public", "2024年“三公”经费 安排 12.00 万元，其余略。").facts
    assert fact.text == fact.location.text == "“三公”经费 安排 12.00 万元"
    assert fact.location.mark is not None
    assert fact.text[slice(*fact.location.mark)] == "12.00 万元"


def test_a_comparison_shows_its_own_words() -> None:
    *_, change = read_section("arrangement", "基本支出5.00万元，较上年减少 1.00万元。").facts
    assert change.text == "较上年减少 1.00万元"
    assert change.location.mark == (6, 12)


def test_a_fact_knows_its_logical_place() -> None:
    (fact,) = read_section("arrangement", "2023年基本支出5.00万元。").facts
    assert fact.location.section == SECTION_HEADINGS["arrangement"]
    assert fact.location.key == "arrangement/expenditure.basic/last/level"


def test_facts_are_in_the_order_of_the_document() -> None:
    facts = read_section(
        "arrangement",
        "基本支出5.00万元，较上年增加1.00万元；项目支出3.00万元。",
        "人员经费2.00万元。",
    ).facts
    assert [fact.order for fact in facts] == sorted(fact.order for fact in facts)
    assert len({fact.order for fact in facts}) == 4


@given(
    st.text(
        alphabet="2024年基本支出项目人员经费公用较上比增加减少5.0，。；：（）万元 其中“”",
        max_size=80,
    )
)
def test_the_mark_always_shows_the_number_and_the_position_leads_to_it(text: str) -> None:
    for fact in read_section("arrangement", "略。", "甲" + text).facts:
        assert fact.value is not None
        assert fact.location.mark is not None
        start, stop = fact.location.mark
        number = fact.text[start:stop].replace(" ", "").rstrip("元万亿千百")
        assert wan(number).value == abs(fact.value.value)
        column = fact.location.position.column or 0
        assert ("甲" + text)[column - 1 :].startswith(fact.text[start:stop])
