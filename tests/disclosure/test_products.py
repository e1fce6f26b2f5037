"""Price × quantity: what honest rounding of the prints allows, and what would mend it."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

import pytest
from disclosure.builders import consistent
from hypothesis import assume, given
from hypothesis import strategies as st

from budgetlint.disclosure.amount import Amount, Outcome, Unit
from budgetlint.disclosure.diagnosis.defects import diagnose
from budgetlint.disclosure.diagnosis.products import Product, product
from budgetlint.disclosure.diagnosis.relations import Kind, RelationSet, judge, required
from budgetlint.disclosure.facts import Context, Fact
from budgetlint.location import Location

D = Decimal
PRICES = st.decimals("0.001", "99", places=4)
QUANTITIES = st.integers(1, 500)


def printed(text: str, unit: Unit, column: str) -> Fact:
    amount = Amount(D(text), unit, len(text.partition(".")[2]))
    context = Context(consistent().outline.parts[0], statement="procurement", column=column)
    return Fact("x", context, amount, text, Location(key=f"procurement/item/{column}"))


def line(price: str, quantity: str, total: str, unit: Unit = Unit.WAN) -> Product:
    return product(
        printed(total, Unit.WAN, "total"),
        printed(price, unit, "price"),
        printed(quantity, Unit.NUMBER, "quantity"),
    )


@pytest.mark.parametrize(
    ("price", "quantity", "total", "outcome"),
    [
        ("0.41", "12", "4.92", Outcome.EXACT),
        ("0.345", "4", "1.38", Outcome.EXACT),
        ("0.34", "4", "1.38", Outcome.ROUNDING),
        ("0.35", "4", "1.38", Outcome.ROUNDING),
        ("0.33", "4", "1.38", Outcome.IMPOSSIBLE),
        ("0.41", "21", "4.92", Outcome.IMPOSSIBLE),
        ("0.41", "0", "0", Outcome.EXACT),
    ],
)
def test_a_product_holds_within_the_last_digits(
    price: str, quantity: str, total: str, outcome: Outcome
) -> None:
    assert judge(line(price, quantity, total)) is outcome


def test_a_price_in_yuan_is_exact_to_the_fen() -> None:
    assert judge(line("4800.00", "12", "5.76", Unit.YUAN)) is Outcome.EXACT
    assert not judge(line("4900.00", "12", "5.76", Unit.YUAN)).holds


@given(PRICES, QUANTITIES, st.integers(0, 4), st.integers(0, 4))
def test_rounded_prints_of_true_values_always_hold(
    price: Decimal, quantity: int, price_decimals: int, total_decimals: int
) -> None:
    shown = price.quantize(D(1).scaleb(-price_decimals), ROUND_HALF_UP)
    total = (price * quantity).quantize(D(1).scaleb(-total_decimals), ROUND_HALF_EVEN)
    assume(shown and total)
    assert judge(line(str(shown), str(quantity), str(total))).holds


@given(PRICES, QUANTITIES)
def test_what_is_required_mends_the_product(price: Decimal, quantity: int) -> None:
    right = line(str(price), str(quantity), str(price * quantity))
    for fact in right.facts:
        value = required(right, fact)
        assert value is not None
        assert fact.value
        trial = Amount(value / fact.value.unit.yuan, fact.value.unit, 6)
        assert judge(right, {fact: trial}).holds


def test_no_whole_number_of_pieces_is_no_explanation() -> None:
    wrong = line("0.84", "12", "5.76")
    assert required(wrong, wrong.quantity) is None
    assert required(wrong, wrong.price) == D("4800")
    assert required(wrong, wrong.total) == D("100800")


def test_the_amount_of_a_line_that_other_relations_confirm_is_not_suspected() -> None:
    wrong = line("0.84", "12", "5.76")
    relations = RelationSet()
    relations.include(wrong)
    relations.add(Kind.ROW, wrong.total, [printed("5.76", Unit.WAN, "source")])
    (defect,) = diagnose(relations).defects
    assert (defect.suspect, defect.kind) == (wrong.price, Kind.PRODUCT)
    assert defect.expected is not None
    assert str(defect.expected) == "0.48万元"
