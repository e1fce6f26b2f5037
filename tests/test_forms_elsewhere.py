"""Codes in the forms of other provinces: honest documents, each with a form of its own, have no
finding, and what is mistyped in them is found."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from as_word import as_word
from linting import lint, lint_text

if TYPE_CHECKING:
    from budgetlint.finding import Finding

FOLDER = Path(__file__).parent / "elsewhere"
FORMS = sorted(path.stem for path in FOLDER.glob("*.txt"))


def changed(form: str, old: str, new: str, folder: Path) -> tuple[Finding, ...]:
    """The findings after one change; ``old`` stands once in the document."""
    text = (FOLDER / f"{form}.txt").read_text(encoding="utf-8")
    assert text.count(old) == 1
    return lint_text(text.replace(old, new), folder).findings


@pytest.mark.parametrize("form", FORMS)
def test_an_honest_document_has_no_finding(form: str) -> None:
    assert [finding.message for finding in lint(FOLDER / f"{form}.txt").findings] == []


@pytest.mark.parametrize("form", FORMS)
def test_nor_has_it_any_in_word(form: str, tmp_path: Path) -> None:
    assert [
        finding.message for finding in lint(as_word(FOLDER / f"{form}.txt", tmp_path)).findings
    ] == []


@pytest.mark.parametrize(
    ("form", "old", "new", "rule", "message"),
    [
        (
            "codes-in-three-columns-2021",
            "| | | 08 | | 基本公共卫生服务 |", "| | | 18 | | 基本公共卫生服务 |",
            "BL605",
            "budgetlint 所知的2021年支出功能分类科目中没有2100418（基本公共卫生服务），应为2100408",
        ),
        (
            "codes-in-three-columns-2021",
            "| 301 | 10 | 职工基本医疗保险缴费 |", "| 301 | 12 | 职工基本医疗保险缴费 |",
            "BL608",
            "科目编码30112在2021年是“其他社会保障缴费”，不是“职工基本医疗保险缴费”，应为30110",
        ),
        (
            "details-without-levels-2024",
            "| 2130108 | 病虫害控制 |", "| 2130118 | 病虫害控制 |",
            "BL605",
            "budgetlint 所知的2024年支出功能分类科目中没有2130118（病虫害控制），应为2130108",
        ),
        (
            "unit-above-sum-below-2025",
            "| 20802 | 民政管理事务 |", "| 20803 | 民政管理事务 |",
            "BL605",
            "budgetlint 所知的2025年支出功能分类科目中没有20803（民政管理事务），应为20802",
        ),
        (
            "nine-digits-and-projects-2024",
            "| 2081002 | 老年福利 |", "| 2081003 | 老年福利 |",
            "BL608", "科目编码2081003在2024年是“康复辅具”，不是“老年福利”，应为2081002",
        ),
        (
            "nine-digits-and-projects-2024",
            "| 20810 | 社会福利 |", "| | 社会福利 |",
            "BL601", "“社会福利”没有科目编码，应为20810",
        ),
    ],
)  # fmt: skip
def test_a_mistyped_code_is_one_finding(
    form: str, old: str, new: str, rule: str, message: str, tmp_path: Path
) -> None:
    assert [(f.rule, f.message) for f in changed(form, old, new, tmp_path)] == [(rule, message)]


def test_details_that_do_not_add_up_to_the_row_above_are_no_details(tmp_path: Path) -> None:
    found = changed(
        "nine-digits-and-projects-2024",
        "| | 高龄津贴 | 30.00 |",
        "| | 高龄津贴 | 35.00 |",
        tmp_path,
    )
    assert "BL601" in {finding.rule for finding in found}


def test_of_a_table_that_repeats_the_subjects_for_each_unit_only_the_total_is_kept() -> None:
    report = lint(FOLDER / "once-for-each-unit-2024.txt")
    assert any("按单位分列科目，只核对合计行" in note for note in report.coverage.unread)


@pytest.mark.parametrize(
    ("form", "old", "new"),
    [
        ("once-for-each-unit-2024", "| | | 合计 | 260.00 | 200.00 | 60.00 |\n", ""),
        ("once-for-each-unit-2024", "| 青苑县林业站 |", "| 林业站 |"),
        ("unit-above-sum-below-2025", "| 101001 | 青溪街道办事处本级 |", "| | 办事处机关 |"),
        ("units-with-codes-2023", "| | 合计 | 300.00 | 200.00 | 100.00 | |\n", ""),
    ],
)
def test_units_have_many_names_and_sums_may_be_left_out(
    form: str, old: str, new: str, tmp_path: Path
) -> None:
    assert [finding.message for finding in changed(form, old, new, tmp_path)] == []
