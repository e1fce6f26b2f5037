"""Ordinals as headings carry them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetlint.disclosure.numerals import format_han, leading_ordinal, parse_han, strip_ordinal
from budgetlint.fold import fold


@pytest.mark.parametrize("value", range(1, 100))
def test_a_written_numeral_reads_back(value: int) -> None:
    assert parse_han(format_han(value)) == value


@pytest.mark.parametrize(
    ("value", "text"),
    [(1, "一"), (9, "九"), (10, "十"), (11, "十一"), (20, "二十"), (21, "二十一"), (99, "九十九")],
)
def test_numerals_are_written_as_headings_count(value: int, text: str) -> None:
    assert format_han(value) == text


def test_numerals_that_are_written_differ() -> None:
    assert len({format_han(value) for value in range(1, 100)}) == 99


@pytest.mark.parametrize(
    ("text", "value"),
    [("一十", 10), ("两百", 200), ("一百零五", 105), ("三百二十一", 321), ("〇", 0)],
)
def test_other_ways_to_write_a_numeral_are_read(text: str, value: int) -> None:
    assert parse_han(text) == value


@pytest.mark.parametrize("text", ["", "部", "一部", "6", "十a"])
def test_what_is_no_numeral_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{text}$"):
        parse_han(text)


@pytest.mark.parametrize(
    ("heading", "style", "value", "rest"),
    [
        ("第二部分 部门所属单位预算", "part", 2, "部门所属单位预算"),
        ("第十一章 附则", "part", 11, "附则"),
        ("一、部门职责", "han", 1, "部门职责"),
        ("十一、其他事项", "han", 11, "其他事项"),
        ("二.预算安排", "han", 2, "预算安排"),
        ("三：机关运行经费", "han", 3, "机关运行经费"),
        ("（三）公务接待费", "han_bracket", 3, "公务接待费"),
        ("(十二) 公务接待费", "han_bracket", 12, "公务接待费"),
        ("6、政府采购预算情况", "arabic", 6, "政府采购预算情况"),
        ("６、 政府采购预算情况", "arabic", 6, "政府采购预算情况"),
        ("3.绩效目标", "arabic", 3, "绩效目标"),
        ("3．绩效目标", "arabic", 3, "绩效目标"),
        ("（4）绩效目标", "arabic_bracket", 4, "绩效目标"),
    ],
)
def test_the_ordinal_before_a_heading_is_read_with_its_style(
    heading: str, style: str, value: int, rest: str
) -> None:
    folded = fold(heading)
    ordinal = leading_ordinal(folded)
    assert ordinal is not None
    assert (ordinal.style, ordinal.value) == (style, value)
    assert folded[: ordinal.length] + strip_ordinal(folded) == folded
    assert strip_ordinal(folded) == rest


@pytest.mark.parametrize(("text", "value"), [("①职责", 1), ("⑩职责", 10), ("⑳职责", 20)])
def test_circled_digits_are_read_where_the_text_is_not_folded(text: str, value: int) -> None:
    ordinal = leading_ordinal(text)
    assert ordinal is not None
    assert (ordinal.style, ordinal.value) == ("circled", value)


@pytest.mark.parametrize(
    "text",
    ["2023年部门预算", "3.5万元", "12.30", "一般公共预算", "三公经费", "第二季度", "十分重要",
     "2024、2025年", "一是加强管理", "部门职责", "(境)外", ""],
)  # fmt: skip
def test_other_beginnings_are_no_ordinals(text: str) -> None:
    assert leading_ordinal(text) is None
    assert strip_ordinal(text) == text


@given(st.integers(1, 99), st.sampled_from(["{}、", "({})", "第{}部分", "{}."]))
def test_every_ordinal_that_is_written_is_found(value: int, form: str) -> None:
    written = form.format(format_han(value))
    ordinal = leading_ordinal(written + "部门职责")
    assert ordinal is not None
    assert (ordinal.value, ordinal.text) == (value, written)


@given(st.integers(1, 999), st.sampled_from(["{}、", "({})", "{}."]))
def test_every_arabic_ordinal_that_is_written_is_found(value: int, form: str) -> None:
    written = form.format(value)
    ordinal = leading_ordinal(written + "部门职责")
    assert ordinal is not None
    assert (ordinal.value, ordinal.text) == (value, written)
