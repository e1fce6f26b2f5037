"""Rates and directions: judged by what honest rounding of their operands allows."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

import pytest
from disclosure.builders import consistent
from hypothesis import assume, given
from hypothesis import strategies as st

from budgetlint.disclosure.amount import Amount, Outcome, Unit
from budgetlint.disclosure.diagnosis.defects import diagnose
from budgetlint.disclosure.diagnosis.rates import Ratio, Terms, direction, ratio
from budgetlint.disclosure.diagnosis.relations import Kind, RelationSet, judge, required
from budgetlint.disclosure.facts import Context, Fact
from budgetlint.location import Location

D = Decimal


def printed(text: str, unit: Unit) -> Fact:
    digits = text.lstrip("+-")
    amount = Amount(D(text), unit, len(digits.partition(".")[2]))
    return Fact("x", Context(consistent().outline.parts[0]), amount, text, Location())


def wan(text: str) -> Fact:
    return printed(text, Unit.WAN)


def percent(text: str) -> Fact:
    return printed(text, Unit.PERCENT)


def word(sign: int) -> Fact:
    return printed(str(sign), Unit.DIRECTION)


def share(rate: str, part: str, whole: str) -> Ratio:
    return ratio(percent(rate), Terms((wan(part),)), Terms((wan(whole),)))


def growth(rate: str, change: str, now: str) -> Ratio:
    by = wan(change)
    return ratio(percent(rate), Terms((by,)), Terms((wan(now),), (by,)))


def test_a_share_printed_to_two_decimals_holds_rounded_or_cut_off() -> None:
    assert judge(share("9.56", "29.42", "307.82")).holds
    assert judge(share("9.55", "29.42", "307.82")).holds
    assert not judge(share("9.54", "29.42", "307.82")).holds
    assert not judge(share("9.57", "29.42", "307.82")).holds


def test_on_a_small_base_the_interval_of_the_prints_decides() -> None:
    assert judge(growth("1055.4", "20.63", "22.59")).holds
    assert not judge(growth("1070", "20.63", "22.59")).holds


def test_without_decimals_a_rate_may_be_cut_off() -> None:
    assert judge(share("0", "0.66", "100.00")).holds
    assert judge(share("15", "15.56", "100.00")).holds
    assert not judge(share("14", "15.56", "100.00")).holds


def test_on_a_base_of_zero_no_rate_is_wrong() -> None:
    for rate in ("100.00", "0", "57.3"):
        assert judge(share(rate, "307.82", "0")) is Outcome.EXACT
        assert judge(growth(rate, "+307.82", "307.82")) is Outcome.EXACT


def test_a_rate_of_another_base_than_the_named_one_is_told() -> None:
    annual = wan("321.02")
    relation = ratio(
        percent("95.89"), Terms((wan("307.82"),)), Terms((wan("0"),)), others=(annual,)
    )
    assert judge(relation) is Outcome.IMPOSSIBLE
    assert relation.fitting_base({}) is annual


@pytest.mark.parametrize(
    ("rate", "outcome"),
    [("70.00", Outcome.IMPROBABLE), ("100.00", Outcome.EXACT), ("0", Outcome.EXACT)],
)
def test_a_rate_of_nothing_that_fits_no_other_base_is_improbable_unless_it_is_usual(
    rate: str, outcome: Outcome
) -> None:
    relation = ratio(
        percent(rate), Terms((wan("307.82"),)), Terms((wan("0"),)), others=(wan("321.02"),)
    )
    assert relation.fitting_base({}) is None
    assert judge(relation) is outcome


def test_the_right_rate_is_told_with_the_decimals_and_the_sign_of_the_printed_one() -> None:
    relation = growth("-8.93", "-5.00", "100.00")
    assert required(relation, relation.total) == D("-4.76")
    assert all(required(relation, part) is None for part in relation.parts)


@pytest.mark.parametrize(
    ("sign", "now", "base", "outcome"),
    [
        (1, "12.00", "11.00", Outcome.EXACT),
        (-1, "11.00", "12.00", Outcome.EXACT),
        (0, "12.00", "12.00", Outcome.EXACT),
        (0, "12", "12.00", Outcome.EXACT),
        (1, "11.00", "12.00", Outcome.IMPOSSIBLE),
        (0, "11.00", "12.00", Outcome.IMPOSSIBLE),
        (1, "12.00", "12.00", Outcome.IMPROBABLE),
        (0, "12.01", "12.00", Outcome.IMPROBABLE),
        (1, "0", "0", Outcome.IMPROBABLE),
    ],
)
def test_a_word_must_fit_the_two_amounts(sign: int, now: str, base: str, outcome: Outcome) -> None:
    assert judge(direction(word(sign), Terms((wan(now),), (wan(base),)))) is outcome


def test_a_word_against_a_change_may_have_either_turned_round() -> None:
    change = wan("-5.00")
    relation = direction(percent("3.00"), Terms((change,)))
    assert judge(relation) is Outcome.IMPOSSIBLE
    assert required(relation, relation.total) == D("-3.00")
    assert required(relation, change) == D("50000")


def test_a_wrong_rate_is_one_defect_with_the_right_value() -> None:
    relations = RelationSet()
    wrong = share("34.40", "105.58", "307.82")
    relations.include(wrong)
    relations.include(share("65.70", "202.24", "307.82"))
    (defect,) = diagnose(relations).defects
    assert (defect.kind, defect.suspect) == (Kind.PERCENTAGE, wrong.total)
    assert str(defect.expected) == "34.30%"


def test_an_amount_that_other_prints_contradict_explains_its_rate_as_well() -> None:
    relations = RelationSet()
    whole, part = wan("307.82"), wan("150.58")
    relations.include(ratio(percent("34.30"), Terms((part,)), Terms((whole,))))
    relations.add(Kind.TEXT, wan("105.58"), [part])
    (defect,) = diagnose(relations).defects
    assert (defect.kind, defect.suspect, str(defect.expected)) == (Kind.TEXT, part, "105.58万元")


amounts = st.decimals(min_value=D("0.5"), max_value=10**6, places=6)


@given(
    amounts, amounts, st.integers(0, 3), st.integers(0, 2),
    st.sampled_from([ROUND_HALF_UP, ROUND_HALF_EVEN]),
    st.sampled_from([ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_DOWN]),
)  # fmt: skip
def test_honest_rounding_of_operands_and_rate_always_holds(
    part: Decimal, whole: Decimal, decimals: int, places: int, rounding: str, cutting: str
) -> None:
    step, rate_step = D(1).scaleb(-decimals), D(1).scaleb(-places)
    rate = (part * 100 / whole).quantize(rate_step, cutting)
    shown = [f"{amount.quantize(step, rounding):f}" for amount in (part, whole)]
    assume(D(shown[0]))  # a printed 0 of money is exact
    assert judge(share(f"{rate:f}", *shown)).holds


@given(amounts, amounts, st.sampled_from([ROUND_HALF_UP, ROUND_HALF_EVEN]))
def test_honest_rounding_never_turns_a_direction_round(
    now: Decimal, base: Decimal, rounding: str
) -> None:
    sign = (now > base) - (now < base)
    shown = [f"{amount.quantize(D('0.01'), rounding):f}" for amount in (now, base)]
    relation = direction(word(sign), Terms((wan(shown[0]),), (wan(shown[1]),)))
    assert judge(relation) is not Outcome.IMPOSSIBLE
