"""Money as printed: parsing, comparing two prints, judging a difference."""

from __future__ import annotations

import random
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

import pytest
from disclosure.builders import wan, yuan
from hypothesis import given
from hypothesis import strategies as st

from budgetlint.disclosure.amount import (
    MONEY,
    Amount,
    Outcome,
    Unit,
    amount_like,
    is_nil,
    judge_difference,
    parse_number,
    same_quantity,
)

FEN = st.integers(min_value=1, max_value=10**13).map(lambda n: Decimal(n).scaleb(-2))
ROUNDINGS = st.sampled_from([ROUND_HALF_UP, ROUND_HALF_EVEN])
UNITS = st.sampled_from(MONEY)
DECIMALS = st.integers(min_value=0, max_value=6)


def printed(value: Decimal, unit: Unit, decimals: int, rounding: str) -> Amount:
    """``value`` in 元 as a table prints it."""
    return Amount(
        (value / unit.yuan).quantize(Decimal(1).scaleb(-decimals), rounding), unit, decimals
    )


# ------------------------------------------------------------------ reading a number
@pytest.mark.parametrize(
    ("text", "value", "decimals"),
    [
        ("347.36", "347.36", 2),
        ("0", "0", 0),
        ("0.00", "0.00", 2),
        ("3440300 0.00", "34403000.00", 2),
        ("34403\n000.0\u30000", "34403000.00", 2),
        ("12\u00a0345.6", "12345.6", 1),
        ("１２３．４０", "123.40", 2),
        ("1,234,567.80", "1234567.80", 2),
        ("１，２３４．５", "1234.5", 1),
        ("-5.00", "-5.00", 2),
        ("－5.00", "-5.00", 2),
        ("−5.00", "-5.00", 2),
        ("+7", "7", 0),
    ],
)
def test_a_printed_number_is_read_with_its_decimals(text: str, value: str, decimals: int) -> None:
    number = parse_number(text)
    assert number is not None
    assert number == (Decimal(value), decimals)


@pytest.mark.parametrize(
    "text",
    ["", " ", "-", "—", "无", "合计", "12.3.4", "1,23", "12,3456", "12.", ".5", "50%", "5万元",
     "2-3", "--5", "一百", "3/4", "1.2e3", "N"],
)  # fmt: skip
def test_what_is_no_number_is_not_read_as_one(text: str) -> None:
    assert parse_number(text) is None


@given(FEN, st.booleans(), st.lists(st.integers(0, 20), max_size=4))
def test_separators_and_blanks_do_not_change_a_number(
    value: Decimal, negative: bool, blanks: list[int]
) -> None:
    value = -value if negative else value
    text = f"{value:,.2f}"
    for at in blanks:
        text = text[:at] + " " + text[at:]
    assert parse_number(text) == (value, 2)


@given(FEN)
def test_full_width_digits_read_as_half_width_ones(value: Decimal) -> None:
    wide = f"{value:.2f}".translate({ord("0") + n: 0xFF10 + n for n in range(10)})
    assert parse_number(wide) == (value, 2)


@pytest.mark.parametrize("text", ["", "  ", "\n", "-", "－", "—", "——", "— —", "/", "无", "“”"])
def test_blank_cells_and_dashes_are_nil(text: str) -> None:
    assert is_nil(text)


@pytest.mark.parametrize("text", ["0", "0.00", "０", "-5", "无房", "合计"])
def test_a_printed_zero_or_word_is_not_nil(text: str) -> None:
    assert not is_nil(text)


# ------------------------------------------------------------------ units and precision
@pytest.mark.parametrize(
    ("unit", "factor"),
    [("元", 1), ("千元", 10**3), ("万元", 10**4), ("百万元", 10**6), ("亿元", 10**8)],
)
def test_a_unit_says_how_many_yuan_it_is(unit: str, factor: int) -> None:
    assert Unit(unit).yuan == factor
    assert Amount(Decimal("1.5"), Unit(unit), 1).yuan == Decimal("1.5") * factor


@pytest.mark.parametrize(
    ("amount", "step"),
    [
        (wan("347.37"), "100"),
        (wan("347"), "10000"),
        (wan("0.01"), "100"),
        (yuan("12"), "1"),
        (yuan("12.5"), "0.1"),
        (yuan("12.50"), "0"),
        (wan("0.00"), "0"),
        (yuan("0"), "0"),
    ],
)
def test_the_step_is_the_last_printed_digit_and_none_for_exact_points(
    amount: Amount, step: str
) -> None:
    assert amount.step == Decimal(step)


def test_an_amount_is_written_with_its_decimals_and_unit() -> None:
    assert str(wan("347.30")) == "347.30万元"
    assert str(yuan("-5")) == "-5元"


def test_reading_the_digits_in_another_unit_keeps_digits_and_decimals() -> None:
    assert yuan("347.36").in_unit(Unit.WAN) == wan("347.36")


@pytest.mark.parametrize(
    ("value", "model", "text"),
    [
        ("3473600", wan("1.00"), "347.36万元"),
        ("3473650", wan("1.00"), "347.365万元"),
        ("3000000", wan("1.00"), "300.00万元"),
        ("3000000", yuan("1"), "3000000元"),
        ("12.34", yuan("1"), "12.34元"),
        ("-100", wan("5.00"), "-0.01万元"),
    ],
)
def test_amount_like_prints_as_the_model_with_more_decimals_only_if_needed(
    value: str, model: Amount, text: str
) -> None:
    assert str(amount_like(Decimal(value), model)) == text


@given(FEN, UNITS, DECIMALS)
def test_amount_like_keeps_the_value(value: Decimal, unit: Unit, decimals: int) -> None:
    like = amount_like(value, Amount(Decimal(1), unit, decimals))
    assert like.yuan == value
    assert like.unit is unit
    assert decimals <= like.decimals <= decimals + 4


# ------------------------------------------------------------------ two prints of one quantity
@given(FEN, UNITS, DECIMALS, UNITS, DECIMALS, ROUNDINGS, ROUNDINGS)
def test_one_value_rounded_to_two_precisions_is_the_same_quantity(
    value: Decimal, unit: Unit, decimals: int, other_unit: Unit, other_decimals: int,
    rounding: str, other_rounding: str,
) -> None:  # fmt: skip
    one = printed(value, unit, decimals, rounding)
    other = printed(value, other_unit, other_decimals, other_rounding)
    # A printed zero is an exact point, and two equally fine prints must show the same digits.
    if one.value and other.value and (one.step != other.step or rounding == other_rounding):
        assert same_quantity(one, other)
        assert same_quantity(other, one)


@given(FEN, UNITS, DECIMALS)
def test_an_exact_value_cut_off_instead_of_rounded_is_the_same_quantity(
    value: Decimal, unit: Unit, decimals: int
) -> None:
    coarse = printed(value, unit, decimals, ROUND_DOWN)
    exact = Amount(value, Unit.YUAN, 2)
    if coarse.value and coarse.step:
        assert same_quantity(exact, coarse)


@given(st.integers(1, 10**10), UNITS, DECIMALS, st.integers(-9, 9).filter(bool))
def test_a_changed_last_digit_at_equal_precision_is_never_the_same_quantity(
    digits: int, unit: Unit, decimals: int, change: int
) -> None:
    one = Amount(Decimal(digits).scaleb(-decimals), unit, decimals)
    other = Amount(Decimal(digits + change).scaleb(-decimals), unit, decimals)
    assert not same_quantity(one, other)
    assert same_quantity(one, one)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (wan("347.37"), wan("347.36"), False),
        (wan("347.4"), wan("347.36"), True),
        (wan("347.3"), wan("347.36"), True),
        (wan("347.5"), wan("347.36"), False),
        (yuan("33653000.00"), wan("3365.3"), True),
        (yuan("33653000.00"), wan("3440.3"), False),
        (yuan("3365349.99"), wan("336.53"), True),
        (yuan("3365350.00"), wan("336.54"), True),
        (yuan("3365350.00"), wan("336.53"), True),
        (yuan("3365300.01"), yuan("3365300.00"), False),
        (yuan("3365300"), yuan("3365300.40"), True),
        (wan("0.00"), yuan("12.00"), False),
        (wan("0"), wan("0.00"), True),
        (wan("0"), yuan("750000.00"), False),
        (wan("75.00"), yuan("750000.00"), True),
        (wan("-347.3"), wan("-347.36"), True),
        (wan("-347.37"), wan("347.37"), False),
    ],
)
def test_two_prints_are_compared_at_the_coarser_precision(
    one: Amount, other: Amount, same: bool
) -> None:
    assert same_quantity(one, other) is same
    assert same_quantity(other, one) is same


# ------------------------------------------------------------------ sums


@pytest.mark.parametrize(
    ("difference", "count", "outcome"),
    [
        ("0", 3, Outcome.EXACT),
        ("100", 3, Outcome.ROUNDING),
        ("150", 3, Outcome.ROUNDING),
        ("-150", 3, Outcome.ROUNDING),
        ("151", 3, Outcome.IMPOSSIBLE),
        # 20 amounts: likely within 3.3·√(20/12) = 4.26 last digits, possible within 10.
        ("400", 20, Outcome.ROUNDING),
        ("-500", 20, Outcome.IMPROBABLE),
        ("1000", 20, Outcome.IMPROBABLE),
        ("1100", 20, Outcome.IMPOSSIBLE),
    ],
)
def test_a_difference_is_judged_by_what_rounding_can_explain(
    difference: str, count: int, outcome: Outcome
) -> None:
    assert judge_difference(Decimal(difference), [wan("1.00")] * count) is outcome


def test_only_exact_and_rounding_count_as_holding() -> None:
    assert [o for o in Outcome if o.holds] == [Outcome.EXACT, Outcome.ROUNDING]


def test_amounts_in_yuan_with_two_decimals_leave_nothing_to_rounding() -> None:
    amounts = [yuan("10.00"), yuan("20.00"), yuan("30.01")]
    assert judge_difference(Decimal("0.01"), amounts) is Outcome.IMPOSSIBLE


def test_zeros_leave_nothing_to_rounding() -> None:
    amounts = [wan("5.00"), wan("0.00"), wan("0.00"), wan("0.00")]
    assert judge_difference(Decimal(100), amounts) is Outcome.IMPOSSIBLE


@given(st.lists(FEN, min_size=2, max_size=30), st.integers(0, 2), ROUNDINGS)
def test_an_honest_sum_is_never_called_impossible(
    values: list[Decimal], decimals: int, rounding: str
) -> None:
    parts = [printed(value, Unit.WAN, decimals, rounding) for value in values]
    total = printed(sum(values, Decimal(0)), Unit.WAN, decimals, rounding)
    if total.value and all(part.value for part in parts):
        difference = total.yuan - sum((part.yuan for part in parts), Decimal(0))
        assert judge_difference(difference, [total, *parts]) is not Outcome.IMPOSSIBLE


@pytest.mark.parametrize("rounding", [ROUND_HALF_UP, ROUND_HALF_EVEN])
def test_nearly_all_honest_sums_hold(rounding: str) -> None:
    chance = random.Random(20240101)  # noqa: S311
    held = 0
    for _ in range(3000):
        values = [Decimal(chance.randrange(10**4, 10**9)) for _ in range(chance.randrange(2, 25))]
        parts = [printed(value, Unit.WAN, 2, rounding) for value in values]
        total = printed(sum(values, Decimal(0)), Unit.WAN, 2, rounding)
        difference = total.yuan - sum((part.yuan for part in parts), Decimal(0))
        held += judge_difference(difference, [total, *parts]).holds
    assert held >= 2990


@given(st.integers(1, 40), st.integers(1, 10**6), st.booleans())
def test_beyond_what_true_values_can_print_a_sum_is_impossible(
    count: int, beyond: int, negative: bool
) -> None:
    amounts = [wan("1.00")] * (count + 1)
    limit = Decimal(100) * (count + 1) / 2
    difference = limit + Decimal(beyond).scaleb(-2)
    difference = -difference if negative else difference
    assert judge_difference(difference, amounts) is Outcome.IMPOSSIBLE
    assert judge_difference(limit, amounts) is not Outcome.IMPOSSIBLE
