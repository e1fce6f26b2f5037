"""The table that compares the three public expenses of two years, in the forms it has."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from disclosure.builders import understood
from hypothesis import given
from hypothesis import strategies as st
from linting import lint_text

if TYPE_CHECKING:
    from pathlib import Path

    from budgetlint.report import FileReport

HEADING = "四、财政拨款“三公”经费预算情况及增减变化原因\n\n"
SPLIT = """| 单位：万元 |
| 项目名称 | 2023年度预算 | 2024年度预算 | 增减金额 | 变化原因 |
| 因公出国（境）经费 | 0 | 0 | 0 | 无增减变化 |
| 公务用车购置经费 | 0 | 0 | 0 | 无增减变化 |
| 公务用车运行经费 | 6.00 | 5.00 | -1.00 | 报废一辆公务用车 |
| 公务接待费支出 | 2.00 | 1.50 | -0.50 | 压减接待批次 |
| 合计 | 8.00 | 6.50 | -1.50 | 厉行节约 |
"""
REVERSED = """| 项目 | 2024年预算（万元） | 2023年预算（万元） | 增减额 | 增减率（%） |
| 三公经费合计 | 6.50 | 8.00 | -1.50 | -18.75 |
| 1.因公出国（境）费用 | | | | |
| 2.公务用车购置及运行维护费 | 5.00 | 6.00 | -1.00 | -16.67 |
| 其中：公务用车购置费 | | | | |
| 公务用车运行维护费 | 5.00 | 6.00 | -1.00 | -16.67 |
| 3.公务接待费 | 1.50 | 2.00 | -0.50 | -25.00 |
"""
ACROSS = """| 项目 | 因公出国（境）费 | 公务用车购置费 | 公务用车运行维护费 | 公务接待费 | 合计 |
| 上年预算 | 0 | 0 | 6.00 | 2.00 | 8.00 |
| 本年预算 | 0 | 0 | 5.00 | 1.50 | 6.50 |
| 增减额 | 0 | 0 | -1.00 | -0.50 | -1.50 |
| 增减原因 | 无变化 | 无变化 | 报废一辆公务用车 | 压减接待批次 | 厉行节约 |
"""
UNSIGNED = SPLIT.replace("-", "")
FORMS = {"split": SPLIT, "reversed": REVERSED, "across": ACROSS, "unsigned": UNSIGNED}


def report_of(table: str, folder: Path, text: str = "") -> FileReport:
    reason = "" if "原因" in table else "2024年增减的主要原因是厉行节约。\n\n"
    return lint_text(f"{HEADING}{reason}{text}\n\n{table}", folder)


def said(report: FileReport) -> list[tuple[str, str]]:
    return [(finding.rule, finding.message) for finding in report.findings]


@pytest.mark.parametrize("table", FORMS.values(), ids=FORMS)
def test_a_right_table_is_read_in_every_form(table: str, tmp_path: Path) -> None:
    report = report_of(table, tmp_path)
    assert said(report) == []
    assert report.coverage.facts >= 10


@pytest.mark.parametrize(
    ("table", "right", "wrong", "rule", "words"),
    [
        (SPLIT, "| 1.50 | -0.50 |", "| 1.50 | -0.60 |", "BL301", "应等于“2024年度预算”1.50万元 − "),
        (SPLIT, "| 8.00 | 6.50 |", "| 8.50 | 6.50 |", "BL301", "“2023年度预算”为8.50万元"),
        (REVERSED, "| 1.50 | 2.00 |", "| 1.50 | 2.20 |", "BL301", "“2023年预算”为2.20万元"),
        (REVERSED, "| -25.00 |", "| -33.33 |", "BL504", "-0.50万元 ÷ 上年2.00万元 = 25.00%"),
        (ACROSS, "| 1.50 | 6.50 |", "| 1.50 | 6.05 |", "BL301", "“本年预算”为6.05万元"),
    ],
)  # fmt: skip
def test_one_wrong_amount_is_one_finding(
    table: str, right: str, wrong: str, rule: str, words: str, tmp_path: Path
) -> None:
    assert table.count(right) == 1
    text = "2024年“三公”经费预算安排6.50万元。"
    ((found, message),) = said(report_of(table.replace(right, wrong), tmp_path, text))
    assert found == rule
    assert words in message


def test_a_change_without_signs_is_not_checked_and_that_is_said(tmp_path: Path) -> None:
    report = report_of(UNSIGNED, tmp_path)
    assert any("增减额没有正负号" in note for note in report.coverage.unread)


def test_an_increase_printed_without_a_sign_is_checked(tmp_path: Path) -> None:
    table = UNSIGNED.replace("| 6.00 | 5.00 | 1.00 |", "| 5.00 | 6.00 | 1.00 |").replace(
        "| 2.00 | 1.50 | 0.50 |", "| 1.50 | 2.00 | 0.60 |"
    )
    table = table.replace("| 8.00 | 6.50 | 1.50 |", "| 6.50 | 8.00 | 1.50 |")
    table = (
        table.replace("报废", "新增")
        .replace("压减接待批次", "来访增加")
        .replace("厉行节约", "任务增加")
    )
    ((rule, message),) = said(report_of(table, tmp_path))
    assert rule == "BL301"
    assert "“增减金额”为0.60万元" in message


def test_a_table_in_yuan_without_its_unit_is_understood_by_the_text(tmp_path: Path) -> None:
    table = SPLIT.replace("| 单位：万元 |\n", "")
    for amount, yuan in (
        ("8.00", "80000"), ("6.50", "65000"), ("1.50", "15000"), ("6.00", "60000"),
        ("5.00", "50000"), ("1.00", "10000"), ("2.00", "20000"), ("0.50", "5000"),
    ):  # fmt: skip
        table = table.replace(f"{amount} ", f"{yuan} ")
    text = (
        "2024年“三公”经费预算安排6.50万元。其中：公务用车运行维护费5.00万元；公务接待费1.50万元。"
    )
    assert said(report_of(table, tmp_path, text)) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "2024年公务接待费1.50万元，比上年减少0.60万元，原因是压减接待批次。",
            "比上年减少0.60万元",
        ),
        ("2024年公务接待费1.50万元，较上年2.50万元减少0.50万元，原因是压减接待批次。", "2.50万元"),
        ("2024年公务接待费1.60万元，原因是压减接待批次。", "1.60万元"),
    ],
)
def test_the_text_is_held_against_the_table(text: str, words: str, tmp_path: Path) -> None:
    ((rule, message),) = said(report_of(SPLIT, tmp_path, text))
    assert rule == "BL501"
    assert words in message
    assert "《“三公”经费增减变化表》" in message


def test_a_change_against_last_years_account_is_another_one(tmp_path: Path) -> None:
    text = "2024年公务接待费1.50万元，较上年决算增加0.30万元，原因是来访接待批次增加。"
    assert said(report_of(SPLIT, tmp_path, text)) == []


def test_a_table_against_last_years_account_is_not_held_against_a_vague_last_year(
    tmp_path: Path,
) -> None:
    table = SPLIT.replace("2023年度预算", "2023年度决算")
    vague = "2024年公务接待费1.50万元，较上年减少0.80万元，原因是压减接待批次。"
    assert said(report_of(table, tmp_path, vague)) == []
    named = vague.replace("较上年", "较上年决算")
    assert [rule for rule, _ in said(report_of(table, tmp_path, named))] == ["BL501"]


AMOUNTS = st.lists(
    st.tuples(*[st.integers(0, 99999)] * 2), min_size=4, max_size=4
)  # in hundredths: last year and this year of the four items


@given(AMOUNTS, st.permutations(["2023年预算", "2024年预算", "增减额", "变化原因"]), st.booleans())
def test_amounts_that_agree_hold_in_any_order_of_columns_and_either_way(
    amounts: list[tuple[int, int]], order: list[str], across: bool
) -> None:
    names = ["因公出国（境）费", "公务用车购置费", "公务用车运行维护费", "公务接待费", "合计"]
    total = sum(last for last, _ in amounts), sum(now for _, now in amounts)
    grid = [["项目", *order]]
    for name, (last, now) in zip(names, [*amounts, total], strict=True):
        cells = {
            "2023年预算": f"{Decimal(last) / 100:.2f}",
            "2024年预算": f"{Decimal(now) / 100:.2f}",
            "增减额": f"{Decimal(now - last) / 100:+.2f}",
            "变化原因": "",
        }
        grid.append([name, *(cells[column] for column in order)])
    if across:
        grid = [list(line) for line in zip(*grid, strict=True)]
    table = "\n".join(f"| {' | '.join(line)} |" for line in grid)
    found = understood(f"{HEADING}单位：万元\n\n{table}\n")
    (statement,) = found.comparisons
    assert [row.keys["item"] for row in statement.rows] == [
        "abroad", "vehicle-purchase", "vehicle-operation", "reception", "total",
    ]  # fmt: skip
    assert found.diagnosis.defects == []
    assert sum(found.diagnosis.held.values()) > 0
