"""Every rule's page is complete, and its examples are true."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from linting import lint_text

from budgetlint.registry import Rule, all_rules

if TYPE_CHECKING:
    from pathlib import Path

HEADINGS = ("检查什么", "为什么", "错误示例", "正确示例", "何时可以忽略", "依据")
# An example in text cannot show what these speak of; they have tests of their own.
ABOUT_THE_FILE = {"BL010", "BL011", "BL211", "BL905", "BL906", "BL908", "BL909", "BL933"}
EXECUTED = [rule for rule in all_rules() if rule.code not in ABOUT_THE_FILE]


def section(rule: Rule, heading: str) -> str:
    found = re.search(rf"^## {heading}\n(.*?)(?=^## |\Z)", rule.page, re.DOTALL | re.MULTILINE)
    assert found, f"{rule.code} 的说明页没有“{heading}”"
    return found[1].strip()


def example(rule: Rule, heading: str) -> str:
    block = re.fullmatch(r"```text\n(.*?)```", section(rule, heading), re.DOTALL)
    assert block, f"{rule.code} 的“{heading}”应是一段可以运行的文本"
    return block[1]


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_a_page_has_every_heading_in_order_with_something_under_it(rule: Rule) -> None:
    assert tuple(re.findall(r"^## (.+)$", rule.page, re.MULTILINE)) == HEADINGS
    assert all(section(rule, heading) for heading in HEADINGS)


@pytest.mark.parametrize("rule", EXECUTED, ids=lambda rule: rule.code)
def test_the_wrong_example_is_reported_by_the_rule(rule: Rule, tmp_path: Path) -> None:
    report = lint_text(example(rule, "错误示例"), tmp_path)
    assert rule.code in {finding.rule for finding in report.findings}


@pytest.mark.parametrize("rule", EXECUTED, ids=lambda rule: rule.code)
def test_the_right_example_is_not(rule: Rule, tmp_path: Path) -> None:
    report = lint_text(example(rule, "正确示例"), tmp_path)
    assert rule.code not in {finding.rule for finding in report.findings}
