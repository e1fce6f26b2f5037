"""Misprinted numbers: what is meant, and what is left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetlint.disclosure.misprints import Slip, mend, misprint_of
from budgetlint.fold import fold_with_offsets

if TYPE_CHECKING:
    from decimal import Decimal


@pytest.mark.parametrize(
    ("printed", "slip", "meant"),
    [
        ("1234。56", Slip.POINT, "1234.56"),
        ("12·34", Slip.POINT, "12.34"),
        ("12..34", Slip.POINT, "12.34"),
        ("1,234..56", Slip.POINT, "1234.56"),
        ("80,5", Slip.POINT, "80.5"),
        ("1234,56", Slip.POINT, "1234.56"),
        ("123.", Slip.POINT, "123"),
        (".5", Slip.POINT, "0.5"),
        ("-.5", Slip.POINT, "-0.5"),
        ("12.34.56", Slip.POINT, None),
        ("1.234,56", Slip.POINT, None),
        ("12,34.56", Slip.GROUPING, "1234.56"),
        ("1,2345.67", Slip.GROUPING, "12345.67"),
        ("1234,567.00", Slip.GROUPING, "1234567.00"),
        ("1,,234.00", Slip.GROUPING, "1234.00"),
        ("1,234,5", Slip.GROUPING, None),
        ("1O.5", Slip.LETTER, "10.5"),
        ("l5.00", Slip.LETTER, "15.00"),
        ("-1,23I.00", Slip.LETTER, "-1231.00"),
        ("l2.3.4", Slip.LETTER, None),
    ],
)
def test_what_is_wrong_and_what_is_meant(printed: str, slip: Slip, meant: str | None) -> None:
    found = misprint_of(printed)
    assert found is not None
    assert (found.slip, found.meant) == (slip, meant)


@pytest.mark.parametrize(
    "printed",
    [
        "",
        "-",
        "—",
        "0",
        "0.00",
        "-5",
        "1,234.56",
        "12,345,678.90",
        "无",
        "见附表",
        "5%",
        "O",
        "12万元",
    ],
)
def test_correct_numbers_and_words_are_no_misprints(printed: str) -> None:
    assert misprint_of(printed) is None


@given(st.decimals(min_value=0, max_value=10**12, places=2))
def test_no_correct_print_of_an_amount_is_a_misprint(value: Decimal) -> None:
    assert misprint_of(f"{value:.2f}") is None
    assert misprint_of(f"{value:,.2f}") is None
    assert misprint_of(f"-{value:,.2f}") is None


@given(
    st.decimals(min_value=0, max_value=10**12, places=2),
    st.sampled_from([(".", "。"), (".", ".."), (".", "·"), ("0", "O"), ("1", "l")]),
)
def test_what_is_meant_is_what_was_printed_before_the_slip(
    value: Decimal, slip: tuple[str, str]
) -> None:
    right = f"{value:.2f}"
    wrong = right.replace(*slip, 1)
    found = misprint_of(wrong)
    assert wrong == right or (found is not None and found.meant == right)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("基本支出347。36万元，项目", "基本支出347.36万元,项目"),
        ("基本支出34..36万元", "基本支出34.36万元"),
        ("基本支出 1O.5 万元", "基本支出10.5万元"),
        ("基本支出12,34.56万元", "基本支出1234.56万元"),
        ("基本支出34,56万元", "基本支出34.56万元"),
        ("基本支出3.4.56万元", "基本支出□□□□□□万元"),
    ],
)
def test_a_sentence_reads_as_it_is_meant(text: str, meant: str) -> None:
    mended = mend(fold_with_offsets(text), text)
    assert mended.text == meant
    assert [meant[slice(*place)] for place in mended.places]
    begin = meant.index("出") + 1
    end = meant.index("万")
    start, stop = mended.original(begin, end)
    assert text[start:stop].strip() == text[text.index("出") + 1 : text.index("万")].strip()


@pytest.mark.parametrize(
    "text",
    [
        "编制12人，35.6万元用于培训。",
        "共有车辆5，12万元用于运行。",
        "在职人员35,12.5万元用于工资",
        "1.12.5万元用于培训",
        "完成第3。12万元",
        "项目1。12万元用于培训。",
        "完成。5万元用于培训",
        "基本支出1，234.56万元",
        "基本支出1,234.56万元",
        "PM2.5监测12.5万元",
        "合同编号2023.12.31，金额5万元",
        "附件1.2.5万元清单",
        "支出12.5万元、3.5万元",
    ],
)
def test_what_can_be_read_in_another_way_is_left_alone(text: str) -> None:
    folded = fold_with_offsets(text)
    assert mend(folded, text).text == folded.text
