"""BL834: what a project buys against what it has and what it may cost."""

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
    rule = find_rule("BL834")
    assert rule
    return inspect.cleandoc(rule.page).split("## 正确示例\n```text\n")[1].split("```")[0]


def _messages(text: str, folder: Path) -> list[str]:
    return [f.message for f in lint_text(text, folder).findings if f.rule == "BL834"]


def test_above_the_budget_is_told_with_both_amounts(right: str, tmp_path: Path) -> None:
    less = right.replace(
        "预算数 | 20.00 | 其中：财政资金 | 20.00", "预算数 | 19.00 | 其中：财政资金 | 19.00"
    )
    assert _messages(less.replace("≤20万元", "≤19万元"), tmp_path) == [
        "项目“回收站点设备”的政府采购合计20.00万元，大于项目的预算数19.00万元"
    ]


def test_above_the_cost_limit_is_told_with_the_indicator(right: str, tmp_path: Path) -> None:
    assert _messages(right.replace("≤20万元", "≤18万元"), tmp_path) == [
        "项目“回收站点设备”的政府采购合计20.00万元，大于成本指标“购置成本”的指标值“≤18万元”"
    ]


def test_a_project_of_another_name_is_not_compared(right: str, tmp_path: Path) -> None:
    other = right.replace("≤20万元", "≤18万元").replace(
        "| 回收站点设备 | 压缩", "| 站点设备 | 压缩"
    )
    assert _messages(other, tmp_path) == []


def test_several_limits_count_together(right: str, tmp_path: Path) -> None:
    line = "| 产出指标 | 成本指标 | 购置成本 | 设备购置费 | ≤20万元 | 县方案 |"
    two = right.replace(
        line,
        "| 产出指标 | 成本指标 | 购置成本 | 设备购置费 | ≤12万元 | 县方案 |\n"
        "| 产出指标 | 成本指标 | 安装成本 | 设备安装费 | ≤8万元 | 县方案 |",
    )
    assert two != right
    assert _messages(two, tmp_path) == []
