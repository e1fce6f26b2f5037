"""A count times a price in a text, and what it comes to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetlint.disclosure.projects.products import calculations
from budgetlint.fold import fold


def read(text: str) -> list[tuple[str, str | None]]:
    return [(str(c.amount), str(c.result) if c.result else None) for c in calculations(fold(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("慰问困难职工300人，每人200元慰问标准，确保满意", ("60000元", None)),
        ("离休干部22人，按缴纳标准每人14万，缴纳资金308万元", ("308万元", "308万元")),
        ("发放12户，每户1.5万元，共17万元。", ("18万元", "17万元")),
        ("全县设10个试点村，每个试点村投入8万元", ("80万元", None)),
        ("300人×200元=6万元", ("6万元", "6万元")),
        ("300 人×200 元/人=60000元", ("60000元", "60000元")),
        ("10个×8万+20万=100万", ("100万元", "100万元")),
        ("培训3天×30人×200元=1.8万元", ("1.8万元", "1.8万元")),
    ],
)
def test_it_is_read_with_its_result(text: str, expected: tuple[str, str | None]) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "离休干部9人、建国前老工人6人，每人300元标准",
        "培训2期，每期30人，每人200元，共计1.2万元",
        "补助30人，每人每月500元，共计18万元",
        "补助30人，每人500元/月，共计18万元",
        "走访12个村。每人发放200元",
        "检测600批次，每个样品300元",
        "面积3亩×2年=6亩",
        "3+2=5万元",
    ],
)
def test_what_can_be_read_in_several_ways_is_not_read(text: str) -> None:
    assert read(text) == []


@given(st.integers(1, 9999), st.integers(1, 99999))
def test_a_written_out_product_is_exact(count: int, price: int) -> None:
    [(amount, result)] = read(f"{count}人×{price}元={count * price}元")
    assert amount == result == f"{count * price}元"


@given(st.text("0123456789.人每户×+=，。元万 ", max_size=40))
def test_any_text_can_be_read(text: str) -> None:
    assert all(amount for amount, _ in read(text))
