"""Reasons of changes: what is missing, what contradicts, and what only looks as if it did."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from linting import lint_text

if TYPE_CHECKING:
    from pathlib import Path

THREE = "四、财政拨款“三公”经费预算情况及增减变化原因\n\n2024年，"
ALL = "二、部门预算安排的总体情况\n\n3、比上年增减情况\n\n2024年"
RULES = ("BL507", "BL508", "BL509", "BL510")


def said(heading: str, text: str, folder: Path) -> list[tuple[str, str, str]]:
    """Rule, severity and message of the findings about reasons."""
    report = lint_text(heading + text, folder)
    return [(f.rule, f.severity.value, f.message) for f in report.findings if f.rule in RULES]


@pytest.mark.parametrize(
    ("text", "rule", "message"),
    [
        (
            "“三公”经费预算安排5.00万元，比上年减少1.00万元。其中：公务用车运行维护费3.00万元，与上年持平；"
            "公务接待费2.00万元，比上年减少1.00万元。",
            "BL507", "“‘三公’经费”比上年减少1.00万元，没有说明增减变化的原因；“公务接待费”的增减也没有说明",
        ),
        (
            "“三公”经费预算安排5.00万元，比上年减少2.00万元。"
            "其中：公务用车运行维护费3.00万元，比上年减少1.00万元，原因是车辆报废；"
            "公务接待费2.00万元，比上年减少1.00万元。",
            "BL507", "“公务接待费”比上年减少1.00万元，没有说明增减变化的原因",
        ),
        (
            "公务用车购置费0万元，比上年减少6.00万元。公务接待费2.00万元，比上年减少1.00万元，原因是厉行节约。",
            "BL507", "“公务用车购置费”比上年减少6.00万元，没有说明增减变化的原因",
        ),
        (
            "公务用车购置费0万元，与上年持平，原因是未安排购车；"
            "公务用车运行维护费2.00万元，比上年减少1.00万元。",
            "BL507", "“公务用车运行维护费”比上年减少1.00万元，没有说明增减变化的原因",
        ),
        (
            "“三公”经费预算安排5.00万元，比上年增加1.00万元，下降的主要原因是公务用车减少。",
            "BL508", "“‘三公’经费”比上年增加1.00万元，却写“下降的原因”，互相矛盾",
        ),
        (
            "因公出国（境）费0万元，与上年持平，下降的原因是没有出国计划。",
            "BL508", "“因公出国（境）费”与上年持平，却写“下降的原因”，互相矛盾",
        ),
        (
            "公务接待费2.00万元，比上年减少1.00万元，主要原因是来访接待批次增加。",
            "BL508", "“公务接待费”比上年减少1.00万元，原因说的却是增加：“来访接待批次增加”，互相矛盾",
        ),
        (
            "公务用车运行维护费3.00万元，较上年增加0.50万元，增长20.00%，主要是严格控制公务用车支出。",
            "BL508",
            "“公务用车运行维护费”比上年增加0.50万元，原因说的却是减少：“严格控制公务用车支出”，互相矛盾",
        ),
        (
            "公务用车运行维护费3.00万元，与上年持平，原因是车辆使用预期增加。",
            "BL509", "“公务用车运行维护费”与上年相比没有增减，却写“车辆使用预期增加”",
        ),
        (
            "公务接待费0万元，比上年减少0万元，下降的原因是厉行节约。",
            "BL509", "“公务接待费”与上年相比没有增减，却写“下降的原因”",
        ),
    ],
)  # fmt: skip
def test_a_reason_that_is_missing_or_wrong_is_said(
    text: str, rule: str, message: str, tmp_path: Path
) -> None:
    severity = "info" if rule == "BL509" else "warning"
    assert said(THREE, text, tmp_path) == [(rule, severity, message)]


@pytest.mark.parametrize(
    "text",
    [
        # given for the whole, before or after the items
        "“三公”经费预算安排5.00万元，比上年减少3.20万元，14.55%，下降原因为压缩开支。其中：公务用车运行维护费"
        "比上年减少1.20万元，下降24%；公务接待费比上年减少2.00万元，下降11.76%。",
        "公务用车运行维护费比上年减少1.20万元，下降24%；公务接待费比上年减少2.00万元，下降11.76%，"
        "主要原因为按照中央省市要求，压减三公经费支出。",
        "公务用车运行维护费比上年减少1.20万元；公务接待费比上年减少2.00万元。\n\n以上变化的原因是厉行节约。",
        "由于车辆报废，公务用车运行维护费比上年减少1.20万元。",
        "因报废车辆一辆，公务用车运行维护费减少1.20万元；因压减批次，公务接待费减少2.00万元。",
        "公务接待费1.00万元，比上年减少0.50万元，主要系压减接待批次。",
        "公务用车购置及运维费3.00万元，比上年减少1.00万元，其中公务用车运行维护费3.00万元，"
        "比上年减少1.00万元，原因是车辆报废。",
        # nothing has changed
        "“三公”经费预算安排5.00万元，与上年持平。",
        "公务接待费0万元，与上年相比增加0万元，增长0%。",
        "因公出国（境）费0万元，与上年相比无变化，原因是本年度没有因公出国（境）业务。",
        "公务接待费2.00万元，与上年相比无变化。主要因为落实过紧日子要求，严格控制接待标准。",
        # mixed reasons, other things that grow, last year, no growth
        "公务接待费2.00万元，比上年减少1.00万元，原因是接待批次增加但标准降低。",
        "“三公”经费5.00万元，比上年减少1.00万元，主要是公务用车减少1.50万元，公务接待增加0.50万元。",
        "公务用车运行维护费3.00万元，比上年减少1.00万元，原因是增加了公务用车平台租赁。",
        "公务用车运行维护费3.00万元，比上年减少1.00万元，原因是上年维修费用增加。",
        "公务接待费3.00万元，比上年增加1.00万元，原因是上年接待费压减较多。",
        "公务接待费2.00万元，比上年减少1.00万元，原因是没有新增接待任务。",
        "公务接待费3.00万元，比上年增加1.00万元，原因是接待任务增加。",
        "公务接待费2.00万元，比上年减少1.00万元，原因是加强管理、提高效率。",
        "公务用车购置费18.00万元，比上年增加18.00万元，原因是报废旧车后更新购置公务用车一辆。",
        # the reason of the next item
        "公务接待费2.00万元，比上年减少1.00万元，原因是厉行节约；公务用车运行维护费3.00万元，"
        "比上年增加0.50万元，增加的原因是车辆增加。",
        # another base
        "公务接待费2.00万元，比2019年减少1.00万元。",
    ],
)
def test_what_only_looks_like_it_is_no_finding(text: str, tmp_path: Path) -> None:
    assert said(THREE, text, tmp_path) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "预算收支安排100.00万元，比上年增加10.00万元。其中：基本支出60.00万元，比上年增加10.00万元；"
            "项目支出40.00万元，与上年持平。",
            [("BL507", "info", "“预算收支安排”比上年增加10.00万元，没有说明增减变化的原因；"
              "“基本支出”的增减也没有说明")],
        ),
        (
            "预算收支安排100.00万元，比上年增加10.00万元。其中：基本支出60.00万元，比上年增加10.00万元，"
            "主要是人员增加。",
            [],
        ),
        (
            "基本支出60.00万元，比上年减少10.00万元，主要是在职人员工资增加。",
            [("BL508", "info", "“基本支出”比上年减少10.00万元，原因说的却是增加："
              "“在职人员工资增加”，互相矛盾")],
        ),
        ("基本支出60.00万元，比上年减少10.00万元，主要原因是人员变化。", []),
        (
            "项目支出60.00万元，比上年减少10.00万元，增加的主要原因是新建项目。",
            [("BL508", "warning", "“项目支出”比上年减少10.00万元，却写“增加的原因”，互相矛盾")],
        ),
    ],
)  # fmt: skip
def test_the_whole_budget_has_to_explain_less(
    text: str, found: list[tuple[str, str, str]], tmp_path: Path
) -> None:
    assert said(ALL, text, tmp_path) == found


def test_a_table_that_is_not_understood_may_hold_the_reasons(tmp_path: Path) -> None:
    table = "\n\n| 情况 | 数量 |\n| 甲 | 1.00 |\n| 乙 | 2.00 |\n"
    text = "公务接待费2.00万元，比上年减少1.00万元。"
    assert [rule for rule, _, _ in said(THREE, text, tmp_path)] == ["BL507"]
    assert said(THREE, text + table, tmp_path) == []


def test_a_change_in_doubt_is_not_held_against_its_reason(tmp_path: Path) -> None:
    text = "公务接待费2.00万元，比上年的3.00万元增加1.00万元，原因是压减接待批次。"
    report = lint_text(THREE + text, tmp_path)
    assert [finding.rule for finding in report.findings] == ["BL505"]
