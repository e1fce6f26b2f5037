"""A department with several units: each cell is the sum of theirs."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from disclosure.builders import OPENING, Budget, understood

from budgetlint.disclosure.diagnosis.relations import Kind

if TYPE_CHECKING:
    from budgetlint.disclosure import Disclosure

UNITS = ("304001青禾县农业农村局本级", "304002青禾县农技站")


def times(budget: Budget, factor: int) -> Budget:
    """A budget with all amounts multiplied."""
    tables = {
        key: tuple(
            tuple(str(Decimal(cell) * factor) if "." in cell else cell for cell in cells)
            for cells in rows
        )
        for key, rows in budget.tables.items()
    }
    return replace(budget, tables=tables)


def whole(department: Budget, *units: Budget) -> Disclosure:
    """A department's part and those of its units."""
    texts = [department.text()]
    for name, unit in zip(UNITS, units, strict=False):
        text = unit.text().replace(OPENING, "").replace("部门预算", "单位预算")
        texts.append(text.replace("304青禾县农业农村局", name))
    disclosure = understood("\n".join(texts))
    assert len(disclosure.parts) == 1 + len(units)
    return disclosure


def test_a_department_is_the_sum_of_its_units() -> None:
    disclosure = whole(times(Budget(), 3), Budget(), times(Budget(), 2))
    assert disclosure.diagnosis.held[Kind.PART] > 100
    assert disclosure.diagnosis.defects == []


def test_a_row_that_only_one_unit_has_is_the_department_s() -> None:
    other = times(Budget(), 2).without_row("three-public", "一、因公出国（境）费")
    disclosure = whole(times(Budget(), 3), Budget(), other)
    assert disclosure.diagnosis.failed[Kind.PART] == 0


def test_a_cell_of_the_department_that_its_units_do_not_add_up_to_is_found() -> None:
    department = times(Budget(), 3)
    for row, amount in (("公务接待费", "6.50"), ("合计", "36.50")):
        for role in ("total", "general-public"):
            department = department.with_cell("three-public", row, role, amount)
    disclosure = whole(department, Budget(), times(Budget(), 2))
    assert {defect.kind for defect in disclosure.diagnosis.defects} == {Kind.PART}


@pytest.mark.parametrize("factor", [2, 4])
def test_units_that_are_not_all_of_them_are_not_compared(factor: int) -> None:
    disclosure = whole(times(Budget(), factor), Budget(), times(Budget(), 2))
    assert disclosure.diagnosis.defects == []
    assert disclosure.diagnosis.held[Kind.PART] == 0
    assert sum(n for (k, _), n in disclosure.diagnosis.skipped.items() if k is Kind.PART) == 1
