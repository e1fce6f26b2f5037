"""The unit of each table: printed, missing, or contradicted by its own amounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from disclosure.builders import Budget, cell, consistent

from budgetlint.disclosure.amount import Unit
from budgetlint.disclosure.tables.units import UnitDefect, usual_unit

if TYPE_CHECKING:
    from budgetlint.disclosure import Disclosure

IN_YUAN = "| 304青禾县农业农村局 | 预算年度：2024 | 单位：元 |"
NO_UNIT = "| 304青禾县农业农村局 | 预算年度：2024 |"


def the_defect(disclosure: Disclosure) -> UnitDefect:
    (defect,) = disclosure.unit_defects
    return defect


def unit_of(disclosure: Disclosure, statement: str) -> Unit | None:
    return next(s.unit for s in disclosure.statements if s.spec.id == statement)


# ------------------------------------------------------------------ missing
def test_a_table_without_unit_is_read_in_the_unit_of_the_others() -> None:
    disclosure = Budget().with_caption("public-basic", NO_UNIT).understood()
    (statement,) = [s for s in disclosure.statements if s.spec.id == "public-basic"]
    assert statement.caption.unit is None
    assert statement.unit is Unit.WAN
    assert disclosure.unit_defects == ()
    assert disclosure.diagnosis.defects == []


def test_the_unit_that_most_tables_name_is_the_usual_one() -> None:
    budget = Budget().with_caption("three-public", IN_YUAN)
    assert usual_unit(budget.understood().statements) is Unit.WAN
    assert usual_unit([]) is None


def test_where_no_table_names_a_unit_amounts_are_read_in_wan() -> None:
    budget = Budget().only("public-basic").with_caption("public-basic", NO_UNIT)
    disclosure = budget.understood()
    assert unit_of(disclosure, "public-basic") is None
    assert str(cell(disclosure, "public-basic", "total", "total").value) == "320.00万元"


# ------------------------------------------------------------------ contradicted
def test_right_units_have_no_defect() -> None:
    assert consistent().unit_defects == ()


@pytest.mark.parametrize(
    "statement", ["summary", "income", "expenditure", "fiscal-summary", "public-expenditure"]
)
def test_a_table_in_yuan_under_a_caption_in_wan_is_found(statement: str) -> None:
    disclosure = Budget().scaled(statement, 4).understood()
    defect = the_defect(disclosure)
    assert defect.statement.spec.id == statement
    assert (defect.declared, defect.implied) == (Unit.WAN, Unit.YUAN)
    assert defect.own.context.statement == statement
    assert defect.other.context.statement != statement
    assert defect.compared >= 2


@pytest.mark.parametrize("statement", ["income", "expenditure", "public-basic"])
def test_a_table_in_wan_under_a_caption_in_yuan_is_found(statement: str) -> None:
    disclosure = Budget().with_caption(statement, IN_YUAN).understood()
    defect = the_defect(disclosure)
    assert (defect.declared, defect.implied) == (Unit.YUAN, Unit.WAN)


def test_a_table_in_yi_is_found() -> None:
    caption = "| 304青禾县农业农村局 | 预算年度：2024 | 单位：亿元 |"
    defect = the_defect(Budget().with_caption("income", caption).understood())
    assert (defect.declared, defect.implied) == (Unit.YI, Unit.WAN)


def test_the_facts_of_such_a_table_are_read_in_the_unit_that_fits() -> None:
    disclosure = Budget().scaled("income", 4).understood()
    assert unit_of(disclosure, "income") is Unit.YUAN
    assert str(cell(disclosure, "income", "total", "total").value) == "5000000.00元"
    assert disclosure.diagnosis.defects == []


def test_what_else_is_wrong_in_such_a_table_is_still_found() -> None:
    budget = Budget().scaled("income", 4).with_cell("income", "2130101", "fiscal", "2810000.00")
    disclosure = budget.understood()
    assert the_defect(disclosure).implied is Unit.YUAN
    (defect,) = disclosure.diagnosis.defects
    assert str(defect.expected) == "2800000.00元"


def test_a_table_in_yuan_that_says_so_is_right() -> None:
    budget = Budget().scaled("income", 4).with_caption("income", IN_YUAN)
    disclosure = budget.understood()
    assert disclosure.unit_defects == ()
    assert disclosure.diagnosis.defects == []


def test_a_single_cell_in_another_unit_does_not_change_the_table() -> None:
    disclosure = Budget().with_cell("income", "2080505", "fiscal", "400000.00").understood()
    assert disclosure.unit_defects == ()
    assert unit_of(disclosure, "income") is Unit.WAN


def test_one_of_several_disagreeing_comparisons_does_not_change_the_table() -> None:
    budget = Budget().only("public-basic").scaled("public-basic", 4)
    disclosure = budget.saying("其中：人员经费300.00万元，公用经费21.00万元。").understood()
    assert disclosure.unit_defects == ()
    assert unit_of(disclosure, "public-basic") is Unit.WAN


def test_a_table_that_is_off_by_another_factor_keeps_its_unit() -> None:
    assert Budget().scaled("income", 3).understood().unit_defects == ()


def test_the_text_alone_can_tell_that_a_table_is_in_another_unit() -> None:
    budget = Budget().only("public-basic").scaled("public-basic", 4)
    disclosure = budget.saying("其中：人员经费300.00万元，公用经费20.00万元。").understood()
    defect = the_defect(disclosure)
    assert defect.implied is Unit.YUAN
    assert not defect.other.context.is_cell
