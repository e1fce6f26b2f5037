"""Relations: how they are tested, and which ones a disclosure has."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

import pytest
from disclosure.builders import OPENING, Budget, consistent, understood, wan, yuan
from hypothesis import given
from hypothesis import strategies as st

from budgetlint.disclosure.amount import Amount, Outcome, Unit
from budgetlint.disclosure.diagnosis.relating import equal
from budgetlint.disclosure.diagnosis.relations import Kind, Relation, judge, parts_sum, required
from budgetlint.disclosure.facts import Context, Fact
from budgetlint.location import Location
from budgetlint.wording import defect_message

if TYPE_CHECKING:
    from budgetlint.disclosure import Disclosure

SAYING = (
    "2024年预算收入500.00万元，其中：一般公共预算收入470.00万元，上年结转30.00万元。"
    "预算支出500.00万元，其中：基本支出320.00万元，包括人员经费300.00万元，公用经费20.00万元；"
    "项目支出180.00万元。"
)


def fact(amount: Amount | None) -> Fact:
    context = Context(consistent().outline.parts[0])
    return Fact("expenditure", context, amount, str(amount or ""), Location())


def relation(total: Amount | None, *parts: Amount | None) -> Relation:
    return Relation(Kind.ROW, fact(total), tuple(fact(part) for part in parts))


def equations(disclosure: Disclosure, kind: Kind) -> set[tuple[str, tuple[str, ...]]]:
    """The relations of a kind that hold, by the keys of their places."""
    return {
        (r.total.location.key, tuple(part.location.key for part in r.parts))
        for r in disclosure.diagnosis.holding[kind]
    }


def reasons(disclosure: Disclosure, kind: Kind) -> Counter[str]:
    found: Counter[str] = Counter()
    for (skipped, reason), count in disclosure.diagnosis.skipped.items():
        if skipped is kind:
            found[reason] += count
    return found


@cache
def narrated() -> Disclosure:
    return Budget().saying(SAYING).understood()


# ------------------------------------------------------------------ testing one relation
@pytest.mark.parametrize(
    ("total", "parts", "outcome"),
    [
        (wan("9.00"), [wan("5.00"), wan("4.00")], Outcome.EXACT),
        (wan("9.01"), [wan("5.00"), wan("4.00")], Outcome.ROUNDING),
        (wan("9.02"), [wan("5.00"), wan("4.00")], Outcome.IMPOSSIBLE),
        (wan("9.00"), [wan("5.00"), None, wan("4.00")], Outcome.EXACT),
        (wan("9.00"), [wan("9.00"), None, wan("0.00")], Outcome.EXACT),
        # one part only is the same quantity printed twice: rounding excuses nothing
        (wan("9.01"), [wan("9.00"), None, wan("0.00")], Outcome.IMPOSSIBLE),
        (wan("9.0"), [wan("9.04")], Outcome.EXACT),
        (wan("9.00"), [yuan("90001.00")], Outcome.EXACT),
        (None, [None, wan("0.00")], Outcome.EXACT),
        (None, [wan("5.00")], Outcome.IMPOSSIBLE),
        (wan("5.00"), [None, None], Outcome.IMPOSSIBLE),
        (wan("0"), [yuan("5.00")], Outcome.IMPOSSIBLE),
    ],
)
def test_a_relation_is_judged_by_its_printed_amounts(
    total: Amount | None, parts: list[Amount | None], outcome: Outcome
) -> None:
    assert judge(relation(total, *parts)) is outcome


def test_a_relation_may_be_judged_with_other_values_in_place() -> None:
    wrong = relation(wan("9.00"), wan("5.00"), wan("3.00"))
    assert judge(wrong) is Outcome.IMPOSSIBLE
    assert judge(wrong, {wrong.parts[1]: wan("4.00")}) is Outcome.EXACT
    assert judge(wrong, {wrong.total: wan("8.00")}) is Outcome.EXACT
    assert judge(wrong, {wrong.parts[0]: None}) is Outcome.IMPOSSIBLE
    assert parts_sum(wrong, {wrong.parts[0]: None}) == 30000


@given(
    st.lists(st.integers(-(10**9), 10**9), min_size=2, max_size=8),
    st.integers(0, 10**9),
    st.data(),
)
def test_the_required_value_makes_a_relation_exact(
    fen: list[int], total: int, data: st.DataObject
) -> None:
    amounts = [yuan(str(Decimal(value).scaleb(-2))) for value in fen]
    made = relation(yuan(str(Decimal(total).scaleb(-2))), *amounts)
    changed = data.draw(st.sampled_from(made.facts))
    value = required(made, changed)
    assert value is not None
    assert judge(made, {changed: replace(yuan("0.00"), value=value)}) is Outcome.EXACT


def test_a_relation_of_blanks_is_blank() -> None:
    assert relation(None, None).is_blank
    assert not relation(wan("0.00"), None).is_blank


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (None, None, True),
        (None, wan("0.00"), True),
        (wan("0"), None, True),
        (None, wan("0.01"), False),
        (wan("5.00"), yuan("50000.00"), True),
        (wan("5.00"), wan("5.01"), False),
    ],
)
def test_a_blank_and_a_printed_zero_are_the_same_quantity(
    one: Amount | None, other: Amount | None, *, same: bool
) -> None:
    assert equal(fact(one), fact(other)) is same


# ------------------------------------------------------------------ the relations of a disclosure
def test_a_consistent_disclosure_breaks_no_relation() -> None:
    diagnosis = narrated().diagnosis
    assert diagnosis.defects == []
    assert diagnosis.failed == Counter()
    unspoken = {
        Kind.PROJECT, Kind.PRODUCT, Kind.PART, Kind.REPEATED, Kind.PERCENTAGE, Kind.DIRECTION,
    }  # fmt: skip
    assert set(diagnosis.held) == set(Kind) - unspoken


@pytest.mark.parametrize(
    ("kind", "total", "parts"),
    [
        ("row", "expenditure/213/total", ["expenditure/213/basic", "expenditure/213/project"]),
        ("row", "public-basic/30201/total", ["public-basic/30201/operating"]),
        ("row", "income/2130122/total", ["income/2130122/current", "income/2130122/carry-over"]),
        ("hierarchy", "income/total/total", ["income/208/total", "income/213/total"]),
        ("hierarchy", "expenditure/213/basic", ["expenditure/21301/basic"]),
        (
            "hierarchy", "expenditure/21301/total",
            ["expenditure/2130101/total", "expenditure/2130122/total"],
        ),
        (
            "balance", "summary/income.total/income",
            ["summary/income.current/income", "summary/income.carry-over/income"],
        ),
        ("balance", "summary/income.total/income", ["summary/expenditure.total/expenditure"]),
        (
            "balance", "fiscal-summary/income.carry-over/income",
            ["fiscal-summary/carry-over.general-public/income"],
        ),
        ("table", "summary/213/expenditure", ["expenditure/213/total"]),
        ("table", "summary/income.current/income", ["income/total/current"]),
        ("table", "income/2130101/total", ["expenditure/2130101/total"]),
        ("table", "public-expenditure/total/basic", ["public-basic/total/total"]),
        ("table", "expenditure/2130101/basic", ["public-expenditure/2130101/basic"]),
        (
            "table", "fiscal-summary/expenditure.current/general-public",
            ["public-expenditure/total/total"],
        ),
        ("text", "public-basic/total/personnel", ["arrangement/expenditure.personnel/this/level"]),
        ("text", "summary/income.total/income", ["arrangement/income/this/level"]),
        (
            "narrative", "arrangement/expenditure/this/level",
            [
                "arrangement/expenditure.basic/this/level",
                "arrangement/expenditure.project/this/level",
            ],
        ),
    ],
)  # fmt: skip
def test_what_must_agree_is_compared(kind: str, total: str, parts: list[str]) -> None:
    found = equations(narrated(), Kind(kind))
    assert any(t == total and set(parts) <= set(own) for t, own in found)


def test_income_and_expenditure_of_the_year_may_differ_by_the_carry_over() -> None:
    pair = {"summary/income.current/income", "summary/expenditure.current/expenditure"}
    assert narrated().diagnosis.defects == []
    for kind in Kind:
        assert not any({t, *parts} == pair for t, parts in equations(narrated(), kind))


def test_with_money_carried_forward_income_and_expenditure_by_code_are_not_compared() -> None:
    budget = Budget().only("summary", "income", "expenditure")
    forward = budget.with_cell("summary", "年终结转结余", "expenditure", "20.00").understood()
    assert reasons(forward, Kind.TABLE)["有结转结余，收入与支出不必逐项相等"] == 8
    assert not any(t.startswith("income/2") for t, _ in equations(forward, Kind.TABLE))


def test_with_other_money_all_expenditure_need_not_be_fiscal() -> None:
    budget = Budget().with_cell("fiscal-summary", "本年支出合计", "total", "480.00")
    other = budget.with_cell("income", "合计", "other", "20.00").understood()
    assert "有财政拨款以外的收支，支出总表与财政拨款支出表不必相等" in reasons(other, Kind.TABLE)
    assert ("expenditure/2130101/basic") not in {t for t, _ in equations(other, Kind.TABLE)}


def test_relations_with_a_table_that_is_missing_are_skipped_with_the_reason() -> None:
    found = reasons(Budget().without("expenditure").understood(), Kind.TABLE)
    assert found["缺少《部门预算支出总表》"] > 0


def test_of_the_three_public_sums_those_fitting_the_printed_rows_are_tested() -> None:
    total, vehicles = "three-public/total/total", "three-public/vehicles/total"
    plain = equations(narrated(), Kind.BALANCE)
    assert (
        vehicles,
        ("three-public/vehicle-purchase/total", "three-public/vehicle-operation/total"),
    ) in plain
    subtotal = Budget().with_row_after(
        "three-public", "合计", "“三公”经费小计", "12.00", "12.00", "", ""
    )
    grown = subtotal.with_row_after(
        "three-public", "公务接待费", "四、会议费", "3.00", "3.00", "", ""
    )
    grown = grown.with_cell("three-public", "合计", "total", "15.00")
    grown = grown.with_cell("three-public", "合计", "general-public", "15.00")
    found = grown.understood()
    assert found.diagnosis.defects == []
    sums = dict(pair for pair in equations(found, Kind.BALANCE) if pair[0] == total)
    assert set(sums[total]) >= {"three-public/subtotal/total", "three-public/conference/total"}


# ------------------------------------------------------------------ text and tables
def test_a_quantity_that_may_be_one_of_two_cells_agrees_with_either() -> None:
    for amount in ("500.00", "470.00"):
        disclosure = Budget().saying(f"2024年预算收入{amount}万元。").understood()
        assert disclosure.diagnosis.held[Kind.TEXT] == 1
        assert disclosure.diagnosis.defects == []


def test_a_coarser_text_agrees_with_the_table() -> None:
    budget = Budget().with_cell("public-basic", "合计", "personnel", "300.46")
    text = "其中：人员经费300.4万元。"
    held = budget.saying(text).understood().diagnosis.holding[Kind.TEXT]
    assert [r.parts[0].text for r in held] == ["人员经费300.4万元"]


def test_agency_expenses_are_compared_with_the_operating_funds_but_only_as_a_warning() -> None:
    heading = "三、机关运行经费安排情况\n"
    other = replace(Budget(), narrative=heading + "机关运行经费21.00万元。").understood()
    none = replace(Budget(), narrative=heading + "机关运行经费0万元。").understood()
    (defect,) = other.diagnosis.defects
    assert [r.severity for r in defect.relations] == ["warning"]
    assert none.diagnosis.defects == []
    assert none.diagnosis.held[Kind.TEXT] == 0


def test_last_year_and_changes_of_the_text_are_not_compared_with_the_tables() -> None:
    disclosure = Budget().saying("2023年基本支出9.00万元，较2022年增加1.00万元。").understood()
    assert disclosure.diagnosis.held[Kind.TEXT] == disclosure.diagnosis.failed[Kind.TEXT] == 0


def test_last_year_and_the_change_must_lead_to_this_year() -> None:
    right = Budget().saying("基本支出320.00万元，较2023年300.00万元，增加20.00万元。").understood()
    wrong = Budget().saying("基本支出320.00万元，较2023年300.00万元，增加21.00万元。").understood()
    assert right.diagnosis.held[Kind.NARRATIVE] == 1
    assert wrong.diagnosis.failed[Kind.NARRATIVE] == 1


def test_a_sum_of_the_text_is_only_tested_where_all_parts_are_stated() -> None:
    disclosure = Budget().saying("预算支出500.00万元，其中：基本支出320.00万元。").understood()
    assert reasons(disclosure, Kind.NARRATIVE) == {"文字没有列全各项，不核对合计": 1}


def test_personnel_is_not_compared_where_other_money_pays_basic_expenditure() -> None:
    budget = Budget().with_cell("expenditure", "合计", "basic", "330.00")
    disclosure = budget.saying("其中：人员经费310.00万元。").understood()
    assert sum(reasons(disclosure, Kind.TEXT).values()) == 1
    assert disclosure.diagnosis.failed[Kind.TEXT] == 0


# ------------------------------------------------------------------ department and unit
def both(budget: Budget) -> Disclosure:
    """The budget as the department's part, and another one as its unit's."""
    unit = budget.text().replace(OPENING, "").replace("部门预算", "单位预算")
    return understood(Budget().text() + "\n" + unit.replace("304青禾", "304001青禾"))


def test_a_department_and_its_only_unit_print_the_same_quantities() -> None:
    disclosure = both(Budget())
    assert disclosure.diagnosis.held[Kind.PART] > 100
    assert disclosure.diagnosis.defects == []


def test_a_cell_that_differs_between_department_and_unit_is_compared() -> None:
    disclosure = both(Budget().with_cell("three-public", "公务接待费", "total", "2.50"))
    assert disclosure.diagnosis.failed[Kind.PART] == 1


def test_a_unit_that_is_one_of_several_is_not_compared_with_the_department() -> None:
    budget = Budget()
    for statement in budget.tables:
        budget = budget.scaled(statement, -1)
    disclosure = both(budget)
    assert disclosure.diagnosis.defects == []
    assert sum(reasons(disclosure, Kind.PART).values()) == 1


def test_units_that_are_more_than_the_department_are_not_compared_with_it() -> None:
    unit = Budget().text().replace(OPENING, "").replace("部门预算", "单位预算")
    text = "\n".join((Budget().text(), unit, unit))
    disclosure = understood(text)
    assert len(disclosure.parts) == 3
    assert disclosure.diagnosis.held[Kind.PART] == 0


# ------------------------------------------------------------------ what is subtracted
def left_over(
    end: str, *, start: str = "30.00", income: str = "9.00", spent: str = "29.00"
) -> Relation:
    """年末结转和结余 = 年初结转和结余 + 本年收入 − 本年支出."""
    total, added, received, taken = (fact(wan(text)) for text in (end, start, income, spent))
    return Relation(Kind.ROW, total, (added, received), less=(taken,))


def test_what_is_subtracted_counts_against_the_total() -> None:
    assert judge(left_over("10.00")) is Outcome.EXACT
    assert judge(left_over("10.01")) is Outcome.ROUNDING
    assert judge(left_over("10.03")) is Outcome.IMPOSSIBLE
    assert judge(left_over("1.00", start="0", income="30.00")) is Outcome.EXACT
    assert parts_sum(left_over("10.00")) == Decimal(100000)


@pytest.mark.parametrize(("place", "yuan"), [(0, 100000), (1, 305000), (2, 95000), (3, 285000)])
def test_every_place_of_a_difference_has_a_value_that_makes_it_exact(place: int, yuan: int) -> None:
    relation = left_over("10.50")
    wanted = required(relation, relation.facts[place])
    assert wanted == yuan
    assert wanted is not None
    exact = {relation.facts[place]: Amount(wanted / 10000, Unit.WAN, 2)}
    assert judge(relation, exact) is Outcome.EXACT


def test_the_difference_of_a_row_is_told_with_its_sign() -> None:
    disclosure = understood(
        "2024年度部门决算\n政府性基金预算财政拨款收入支出决算表\n单位：万元\n"
        "| 科目编码 | 科目名称 | 年初结转和结余 | 本年收入 | 合计 | 基本支出 | 项目支出 "
        "| 年末结转和结余 |\n"
        "| | 合计 | 30.00 | 9.00 | 29.00 | | 29.00 | 11.00 |\n"
    )
    (defect,) = disclosure.diagnosis.defects
    assert defect_message(defect) == (
        "“合计”的“年末结转和结余”为11.00万元，应等于“年初结转和结余”30.00万元 + "
        "“本年收入”9.00万元 − “本年支出合计”29.00万元 = 10.00万元，相差1.00万元"
    )
