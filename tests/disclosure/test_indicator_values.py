"""The values of indicators, however they are written."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetlint.disclosure.projects.values import Value, parse_value


def told(printed: str) -> tuple[str, str | None, str, str]:
    value = parse_value(printed)
    number = None if value.number is None else str(value.number)
    return value.comparator, number, value.unit, value.kind


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("≥95%", ("at-least", "95", "%", "rate")),
        ("≥ 95 百分比", ("at-least", "95", "百分比", "rate")),
        (">=95％", ("at-least", "95", "%", "rate")),
        ("＞98 百分比", ("more", "98", "百分比", "rate")),
        ("95%以上", ("at-least", "95", "%", "rate")),
        ("不低于90%", ("at-least", "90", "%", "rate")),
        ("≤6万元", ("at-most", "6", "万元", "money")),
        ("≤1.0万", ("at-most", "1.0", "万", "half")),
        ("5天以内", ("at-most", "5", "天", "time")),
        ("≤12个月", ("at-most", "12", "个月", "time")),
        ("1,200人次", ("", "1200", "人次", "count")),
        ("8万亩", ("", "8", "万亩", "count")),
        ("> 2 次/月", ("more", "2", "次/月", "count")),
        ("≥20台/套/件", ("at-least", "20", "台/套/件", "count")),
        ("≥5个行政村", ("at-least", "5", "个行政村", "count")),
        ("≤3次/年", ("at-most", "3", "次/年", "count")),
        ("1:3", ("", "1", ":3", "ratio")),
        ("≥500kg", ("at-least", "500", "kg", "symbol")),
        ("6个月内", ("", "6", "个月内", "time")),
        ("18 相关人员人数", ("", "18", "相关人员人数", "")),
        ("≥800", ("at-least", "800", "", "")),
    ],
)
def test_sign_number_and_unit_are_told_apart(
    printed: str, expected: tuple[str, str, str, str]
) -> None:
    assert told(printed) == expected


@pytest.mark.parametrize("printed", ["2—3次", "2-3次", "2次-3次", "2～3次"])
def test_a_range_has_two_ends(printed: str) -> None:
    value = parse_value(printed)
    assert (value.number, value.upper, value.unit) == (Decimal(2), Decimal(3), "次")


@pytest.mark.parametrize("printed", ["有效提高", "逐年提升", "三天内作出答复", "全覆盖", ""])
def test_words_hold_no_number(printed: str) -> None:
    value = parse_value(printed)
    assert value.number is None
    assert not value.is_date


@pytest.mark.parametrize(
    "printed", ["2022年底前", "2022年", "12月底前", "到2020年12月31日全部完成", "2020 年 6 月"]
)
def test_a_date_is_no_quantity(printed: str) -> None:
    value = parse_value(printed)
    assert value.number is None
    assert value.is_date


@pytest.mark.parametrize("printed", ["1年", "≤12个月", "6个月", "20天"])
def test_a_span_of_time_is_no_date(printed: str) -> None:
    assert parse_value(printed).kind == "time"


@pytest.mark.parametrize(
    ("printed", "yuan"),
    [("≤6万元", 60000), ("14万", 140000), ("200元", 200), ("95%", None), ("有效", None)],
)
def test_money_is_told_in_yuan(printed: str, yuan: int | None) -> None:
    assert parse_value(printed).yuan == (None if yuan is None else Decimal(yuan))


SIGNS = st.sampled_from(
    [("≥", "at-least"), ("≤", "at-most"), (">", "more"), ("<", "less"), ("", ""), ("约", "about")]
)
UNITS = st.sampled_from(
    [("%", "rate"), ("百分比", "rate"), ("万元", "money"), ("万", "half"), ("天", "time")]
    + [(unit, "count") for unit in ("人", "家", "台套", "人次", "平方米", "次/年")]
)
BLANKS = st.sampled_from(["", " ", "\n", "\u3000"])


@given(SIGNS, UNITS, BLANKS, st.decimals(min_value=0, max_value=10**6, places=2, allow_nan=False))
def test_what_is_written_is_read_whatever_the_blanks(
    sign: tuple[str, str], unit: tuple[str, str], blank: str, number: Decimal
) -> None:
    value = parse_value(f"{sign[0]}{blank}{number:.2f}{blank}{unit[0]}")
    assert (value.comparator, value.number, value.decimals) == (sign[1], number, 2)
    assert (value.unit, value.kind) == unit


@given(st.text())
def test_any_text_is_a_value(text: str) -> None:
    value = parse_value(text)
    assert isinstance(value, Value)
    assert value.number is None or value.number >= 0
    assert value.upper is None or value.number is not None
