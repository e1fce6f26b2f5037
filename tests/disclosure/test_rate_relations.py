"""What must hold between percentages, words and amounts, and where nothing is asserted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from disclosure.builders import consistent

from budgetlint.disclosure.amount import Amount, Unit
from budgetlint.disclosure.diagnosis.defects import diagnose
from budgetlint.disclosure.diagnosis.rate_relations import (
    add_comparison,
    add_completion,
    add_growth,
    add_shares,
)
from budgetlint.disclosure.diagnosis.relations import RelationSet
from budgetlint.disclosure.facts import Context, Fact
from budgetlint.location import Location
from budgetlint.rate_wording import base_observation, direction_observation, rate_observation

Build = Callable[[RelationSet], None]


def fact(text: str, unit: Unit, kind: str, **context: str) -> Fact:
    amount = Amount(Decimal(text), unit, len(text.partition(".")[2]))
    return Fact(
        "x", Context(consistent().outline.parts[0], kind=kind, **context), amount, text,
        Location(text=text, mark=(0, len(text))), name="公务接待费",
    )  # fmt: skip


def level(text: str, **context: str) -> Fact:
    return fact(text, Unit.WAN, "level", **context)


def last(text: str, base: str = "") -> Fact:
    return level(text, period="last", base=base)


def change(text: str, base: str = "") -> Fact:
    return fact(text, Unit.WAN, "change", base=base)


def rate(text: str, base: str = "") -> Fact:
    return fact(text, Unit.PERCENT, "rate", base=base)


def completion(text: str, base: str = "budget") -> Fact:
    return fact(text, Unit.PERCENT, "completion", base=base)


def word(sign: str, base: str = "budget") -> Fact:
    said = {"1": "大于", "0": "持平", "-1": "小于"}[sign]
    made = fact(sign, Unit.DIRECTION, "direction", base=base)
    return replace(made, location=Location(text=said, mark=(0, len(said))))


def share(text: str, part: str) -> Fact:
    return replace(fact(text, Unit.PERCENT, "share"), about=level(part))


def budget(text: str, measure: str) -> Fact:
    return level(text, measure=measure)


def messages(build: Build) -> list[str]:
    """What the rules say of the relations that ``build`` adds."""
    out = RelationSet()
    build(out)
    said = []
    for defect in diagnose(out).defects:
        if defect.misnamed_base:
            said.append(base_observation(defect).message)
        elif defect.kind == "direction":
            said.append(direction_observation(defect).message)
        else:
            said.append(rate_observation(defect).message)
    return said


def growth(printed: Fact, **operands: Fact) -> list[str]:
    return messages(lambda out: add_growth(out, printed, **operands))  # type: ignore[arg-type]


def skipped(build: Build) -> bool:
    out = RelationSet()
    build(out)
    return not out.relations and sum(out.skipped.values()) == 1


# ------------------------------------------------------------------ growth
def test_two_of_change_now_and_last_year_give_the_rate() -> None:
    for operands in (
        {"change": change("5.00"), "last": last("100.00")},
        {"change": change("5.00"), "now": level("105.00")},
        {"now": level("105.00"), "last": last("100.00")},
    ):
        assert growth(rate("5.00"), **operands) == []
        assert len(growth(rate("6.00"), **operands)) == 1


def test_the_message_shows_the_calculation() -> None:
    assert growth(rate("-8.93"), change=change("-5.00"), now=level("100.00")) == [
        "“公务接待费”比上年“-8.93”，而减少5.00万元 ÷ 上年105.00万元 = 4.76%"
    ]
    assert growth(rate("6.00"), now=level("105.00"), last=last("100.00")) == [
        "“公务接待费”比上年“6.00”，而（105.00万元 − 上年100.00万元） ÷ 上年100.00万元 = 5.00%"
    ]


def test_a_rate_of_this_years_amount_says_so() -> None:
    (message,) = growth(rate("-7.83"), change=change("-0.71"), now=level("9.07"))
    assert message.endswith("= 7.26%（7.83%是除以本年9.07万元得出的）")


@pytest.mark.parametrize(
    ("printed", "by"),
    [("0", "0.00"), ("0.0", "0"), ("-0", "0.00"), ("0.00", "0.00")],
)
def test_nothing_may_grow_or_fall(printed: str, by: str) -> None:
    assert growth(rate(printed), change=change(by), now=level("9.07")) == []


def test_a_rate_of_a_change_of_nothing_is_wrong() -> None:
    assert growth(rate("3"), change=change("0"), now=level("9.07")) == [
        "“公务接待费”比上年“3”，而增减额为0"
    ]


def test_on_a_base_of_zero_no_rate_is_wrong() -> None:
    for printed in ("100", "100.00", "0"):
        assert growth(rate(printed), change=change("5.00"), now=level("5.00")) == []
        assert growth(rate(printed), now=level("5.00"), last=last("0")) == []


@pytest.mark.parametrize(
    ("printed", "by", "now"),
    [
        ("1055.4", "20.63", "22.59"),  # a small base
        ("0.6", "0.66", "100.66"),  # cut off, not rounded
        ("15", "15.56", "115.56"),
        ("5", "5.56", "105.56"),
        ("20", "19.96", "119.96"),
        ("-4.68", "-0.58", "11.8"),  # the last digits differ from 12.39
    ],
)
def test_honest_roundings_are_no_finding(printed: str, by: str, now: str) -> None:
    assert growth(rate(printed), change=change(by), now=level(now)) == []


@pytest.mark.parametrize(
    ("printed", "by", "now"),
    [
        ("43.78", "19", "60"),
        ("7.83", "0.71", "9.07"),
        ("0.006", "9.69", "24.59"),
        ("55", "5", "95"),
    ],
)
def test_rates_that_do_not_follow_are_found(printed: str, by: str, now: str) -> None:
    assert len(growth(rate(printed), change=change(by), now=level(now))) == 1


def test_a_rate_against_another_base_than_its_change_is_not_tested() -> None:
    other = rate("3.00", "last-final")
    assert skipped(
        lambda out: add_growth(out, other, change=change("5.00", "last-budget"), now=level("9.00"))
    )
    assert skipped(lambda out: add_growth(out, rate("3", "2019"), change=change("5.00", "last")))


def test_last_years_amount_on_another_base_is_left_out() -> None:
    operands = {
        "change": change("5.00", "last-budget"),
        "now": level("105.00"),
        "last": last("80.00", "last-final"),
    }
    assert growth(rate("5.00"), **operands) == []


def test_a_rate_alone_is_not_tested() -> None:
    assert skipped(lambda out: add_growth(out, rate("3.00")))
    assert skipped(lambda out: add_growth(out, rate("3.00"), now=level("5.00")))


# ------------------------------------------------------------------ signs
def test_a_rate_of_the_other_sign_than_its_change_is_one_finding() -> None:
    assert growth(rate("7.26"), change=change("-0.71"), now=level("9.07")) == [
        "“公务接待费”比上年“减少0.71万元”，却“7.26”，方向相反"
    ]
    (message,) = growth(rate("3"), change=change("-0.71"), now=level("9.07"))
    assert message.endswith("而减少0.71万元 ÷ 上年9.78万元 = 7%")


def test_a_rate_of_the_other_sign_than_the_two_amounts_is_found() -> None:
    assert growth(rate("-5.00"), now=level("105.00"), last=last("100.00")) == [
        "“公务接待费”比上年“-5.00”，而本年105.00万元大于上年100.00万元"
    ]


# ------------------------------------------------------------------ shares
def shared(made: list[Fact], *wholes: Fact) -> list[str]:
    return messages(lambda out: add_shares(out, made, wholes))


def test_each_share_is_its_part_of_the_whole() -> None:
    def listed(*printed: str) -> list[str]:
        parts = ("105.58", "202.24")
        made = [share(text, part) for text, part in zip(printed, parts, strict=True)]
        return shared(made, level("307.82"))

    assert listed("34.30", "65.70") == []
    assert listed("34.3", "65.7") == []
    assert listed("34", "66") == []
    assert listed("34.30", "65.80") == [
        "“公务接待费”占65.80%，而202.24万元 ÷ “公务接待费”307.82万元 = 65.70%"
    ]


def test_two_exchanged_shares_are_one_finding() -> None:
    made = [share("65.70", "105.58"), share("34.30", "202.24")]
    (message,) = shared(made, level("307.82"))
    assert message == (
        "“公务接待费”占65.70%与“公务接待费”占34.30%写反了，"
        "105.58万元 ÷ “公务接待费”307.82万元 = 34.30%，202.24万元 ÷ “公务接待费”307.82万元 = 65.70%"
    )


def test_shares_adjusted_to_give_a_hundred_may_be_off_by_a_last_digit() -> None:
    parts = ["1000.00"] * 3
    for printed, found in (
        (("33.34", "33.33", "33.33"), 0),
        (("33.34", "33.34", "33.33"), 2),
        (("33.35", "33.33", "33.32"), 1),
    ):
        made = [share(text, part) for text, part in zip(printed, parts, strict=True)]
        assert len(shared(made, level("3000.00"))) == found


def test_shares_that_add_up_to_a_little_more_or_less_are_honest() -> None:
    made = [share("74.57", "745.71"), share("19.88", "198.84"), share("5.54", "55.45")]
    assert shared(made, level("1000.00")) == []


def test_a_share_may_be_of_any_of_the_totals_before_it() -> None:
    wholes = [level("80.00"), level("100.00")]
    for printed in ("75", "60"):
        made = [share(printed, "60.00")]
        assert shared(made, *wholes) == []


def test_shares_that_all_fit_another_total_are_of_that_total() -> None:
    made = [share("40.00", "60.00"), share("20.00", "30.00")]
    assert skipped(lambda out: add_shares(out, made, [level("100.00")]))


def test_shares_that_are_no_shares_are_found() -> None:
    made = [share("89.33", "4.02"), share("39.7", "7.94")]
    assert len(shared(made, level("11.96"))) == 2


def test_without_a_whole_nothing_is_tested() -> None:
    assert skipped(lambda out: add_shares(out, [share("40.00", "60.00")], []))


# ------------------------------------------------------------------ completions
INITIAL, ANNUAL, SPENT = ("initial", "annual", "final")


def completed(printed: Fact, spent: str, *budgets: Fact) -> list[str]:
    spending = level(spent, measure=SPENT)
    return messages(lambda out: add_completion(out, printed, spending, budgets))


def test_a_completion_is_of_the_budget_that_it_names() -> None:
    both = (budget("50.00", INITIAL), budget("52.00", ANNUAL))
    assert completed(completion("98.69", ANNUAL), "51.32", *both) == []
    assert completed(completion("102.64", INITIAL), "51.32", *both) == []
    assert completed(completion("98.69"), "51.32", *both) == []
    assert completed(completion("96.89", ANNUAL), "51.32", budget("52.00", ANNUAL)) == [
        "“公务接待费”完成全年预算的96.89%，而51.32万元 ÷ 全年预算52.00万元 = 98.69%"
    ]


def test_what_was_not_completed_given_as_completion_is_told() -> None:
    (message,) = completed(completion("43"), "1.71", budget("3.00", "budget"))
    assert message == (
        "“公务接待费”完成预算的43%，而1.71万元 ÷ 预算3.00万元 = 57%（43%是没有完成的比例）"
    )


def test_a_completion_of_another_budget_than_the_named_one_is_misnamed() -> None:
    both = (budget("0", INITIAL), budget("321.02", ANNUAL))
    (message,) = completed(completion("95.89", INITIAL), "307.82", *both)
    assert message == (
        "“公务接待费”完成年初预算的95.89%，而年初预算为0万元；"
        "95.89%是307.82万元 ÷ 全年预算321.02万元的结果，应写“完成全年预算”"
    )


def test_a_budget_of_nothing_is_completed_by_any_rate() -> None:
    for printed in ("0", "100", "100.00"):
        assert completed(completion(printed), "0", budget("0", "budget")) == []


def test_a_completion_of_a_budget_that_is_not_printed_is_not_tested() -> None:
    spending, annual = level("51.32"), budget("52.00", ANNUAL)
    named = completion("98.69", INITIAL)
    assert skipped(lambda out: add_completion(out, named, spending, [annual]))
    assert skipped(lambda out: add_completion(out, completion("98.69"), spending, []))


# ------------------------------------------------------------------ words
def compared(said: Fact, spent: str, *budgets: Fact) -> list[str]:
    spending = level(spent, measure=SPENT)
    return messages(lambda out: add_comparison(out, said, spending, budgets))


def test_a_word_fits_the_two_amounts() -> None:
    both = (budget("0", INITIAL), budget("321.02", ANNUAL))
    assert compared(word("-1", ANNUAL), "307.82", *both) == []
    assert compared(word("1", INITIAL), "307.82", *both) == []
    assert compared(word("0", ANNUAL), "321.02", *both) == []
    assert compared(word("1", ANNUAL), "307.82", *both) == [
        "“公务接待费”写作“大于”，而支出决算307.82万元小于全年预算321.02万元"
    ]
    assert compared(word("0", ANNUAL), "307.82", *both) == [
        "“公务接待费”写作“持平”，而支出决算307.82万元小于全年预算321.02万元"
    ]


def test_a_word_that_only_says_budget_may_mean_either() -> None:
    both = (budget("0", INITIAL), budget("321.02", ANNUAL))
    for sign in ("1", "-1"):
        assert compared(word(sign), "307.82", *both) == []
    assert skipped(lambda out: add_comparison(out, word("1"), level("307.82"), []))
