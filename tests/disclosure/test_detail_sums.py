"""BL407: the projects that a table lists below its items."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING

import pytest
from linting import lint_text

from budgetlint.registry import find_rule

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def right() -> str:
    """The right example of the rule's page."""
    rule = find_rule("BL407")
    assert rule
    return inspect.cleandoc(rule.page).split("## 正确示例\n```text\n")[1].split("```")[0]


def _found(text: str, folder: Path) -> list[tuple[str, str]]:
    report = lint_text(text, folder)
    return [(f.rule, f.message) for f in report.findings if f.severity != "info"]


def test_an_amount_of_a_project_that_is_mistyped_is_one_finding(right: str, tmp_path: Path) -> None:
    wrong = right.replace("| | 校舍维修 | 20.00 | | 20.00 |", "| | 校舍维修 | 20.00 | | 29.00 |")
    assert wrong != right
    said = (
        "《一般公共预算财政拨款支出表》“2050202 小学教育”“项目支出”为50.00万元，"
        "其下所列的2行之和为59.00万元"
    )
    assert _found(wrong, tmp_path) == [("BL407", said)]


def test_projects_with_codes_count_as_well(right: str, tmp_path: Path) -> None:
    coded = right.replace("| | 营养", "| 130601230001 | 营养").replace(
        "| | 校舍", "| 130601230002 | 校舍"
    )
    assert _found(coded, tmp_path) == []
    (finding,) = _found(coded.replace("| 20.00 | | 20.00 |", "| 21.00 | | 21.00 |", 1), tmp_path)
    assert finding[0] == "BL407"


def test_where_most_items_list_only_some_projects_nothing_is_said(
    right: str, tmp_path: Path
) -> None:
    some = right.replace("| | 校舍维修 | 20.00 | | 20.00 |\n", "").replace(
        "| | 实验设备更新 | 10.00 | | 10.00 |\n", ""
    )
    assert [rule for rule, _ in _found(some, tmp_path) if rule == "BL407"] == []


def test_rounded_projects_add_up(right: str, tmp_path: Path) -> None:
    rounded = right.replace("| 20.00 | | 20.00 |", "| 20.01 | | 20.01 |", 1)
    assert [rule for rule, _ in _found(rounded, tmp_path) if rule == "BL407"] == []
