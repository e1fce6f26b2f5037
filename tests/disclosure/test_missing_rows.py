"""A row that is left out is one defect, whatever else it disturbs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from disclosure.builders import Budget, spec_of
from linting import lint_text

from budgetlint.disclosure.amount import Outcome
from budgetlint.disclosure.diagnosis.relations import judge
from budgetlint.disclosure.tables.codes_defects import CodeFault

if TYPE_CHECKING:
    from pathlib import Path

TABLE = "public-expenditure"


@pytest.mark.parametrize("code", ["2130101", "21301", "213"])
def test_the_serial_numbers_that_jump_over_it_are_not_reported_too(
    code: str, tmp_path: Path
) -> None:
    lines = Budget().text().splitlines()
    title = lines.index(spec_of(TABLE).title)
    row = next(n for n in range(title, len(lines)) if f"| {code} |" in lines[n])
    report = lint_text("\n".join(lines[:row] + lines[row + 1 :]), tmp_path)
    about_rows = [f.rule for f in report.findings if f.rule[:3] in ("BL3", "BL4", "BL6")]
    assert len(about_rows) == 1
    assert about_rows != ["BL304"]


def test_a_child_printed_as_its_parent_of_the_same_name_is_the_wrong_code() -> None:
    budget = Budget()
    for table in ("income", "expenditure", TABLE):
        budget = budget.with_cell(table, "20805", "name", "其他社会保障和就业支出")
        budget = budget.with_cell(table, "2080505", "name", "其他社会保障和就业支出")
        budget = budget.with_cell(table, "20805", "code", "20899")
        budget = budget.with_cell(table, "2080505", "code", "2089999")
    disclosure = budget.with_cell(TABLE, "2089999", "code", "20899").understood()
    (defect,) = disclosure.code_defects
    assert (defect.row.printed_code, defect.likely) == ("20899", "2089999")
    assert defect.fault in (CodeFault.WRONG_CODE, CodeFault.WRONG_PARENT)
    assert disclosure.diagnosis.defects == []


def test_a_change_of_a_rounded_nothing_leaves_room_for_rounding(tmp_path: Path) -> None:
    text = """四、财政拨款“三公”经费预算情况及增减变化原因
“三公”经费比上年减少2万元。因公出国（境）费减少0万元；公务用车购置及运维费减少1万元；公务接待费减少0万元。
"""
    assert [f.rule for f in lint_text(text, tmp_path).findings if f.rule == "BL503"] == []


def test_a_change_that_is_said_to_be_none_leaves_none(tmp_path: Path) -> None:
    text = """四、财政拨款“三公”经费预算情况及增减变化原因
“三公”经费比上年减少3万元。因公出国（境）费与上年持平；公务用车购置及运维费减少1万元；公务接待费与上年持平。
"""
    assert [f.rule for f in lint_text(text, tmp_path).findings if f.rule == "BL503"] == ["BL503"]


def test_no_relation_counts_a_fact_twice() -> None:
    disclosure = Budget().understood()
    for relations in disclosure.diagnosis.holding.values():
        for relation in relations:
            assert len(set(relation.facts)) == len(relation.facts)
            assert judge(relation) in (Outcome.EXACT, Outcome.ROUNDING)
