"""Projects listed in the text and those of the goal tables, against the project expenditure."""

from __future__ import annotations

import pytest
from disclosure.builders import Budget, read_section, understood

from budgetlint.disclosure.diagnosis.relations import Kind

TOTAL = "2024年支出预算500.00万元，其中：基本支出320.00万元，项目支出180.00万元"


def listed(*lines: str) -> list[tuple[str, str]]:
    facts = read_section("arrangement", *lines).facts
    return [(fact.name, str(fact.value)) for fact in facts if fact.concept.startswith("project:")]


def goals(name: str, amount: str) -> str:
    """A performance-goal table of a project."""
    return "\n".join(
        (
            f"1、{name}绩效目标表",
            f"| 项目编码 | P001 | 项目名称 | {name} |",
            f"| 预算规模及资金用途 | 预算数 | {amount} | 其中：财政资金 | {amount} | 其他资金 | |",
            "| 绩效目标 | 1.完成全年任务 |",
            "| 一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据 |",
            "| 产出指标 | 数量指标 | 检测批次 | 完成的批次 | ≥600批次 | 工作方案 |",
            "",
        )
    )


def defects(text: str, *projects: tuple[str, str]) -> list[tuple[Kind, str, str]]:
    tables = [goals(name, amount) for name, amount in projects]
    told = Budget().saying(text, "五、预算绩效信息", "单位：万元", *tables).text()
    disclosure = understood(told)
    assert [project.budget is not None for project in disclosure.projects] == [True] * len(projects)
    return [(d.kind, d.suspect.text, d.relation.severity) for d in disclosure.diagnosis.defects]


# ------------------------------------------------------------------ reading
@pytest.mark.parametrize(
    "line",
    [
        "，其中：病虫防治项目100.00万元、质量监测80.00万元。",
        "，主要为病虫防治支出100.00万元，质量监测经费80.00万元。",
        "（其中：病虫防治100.00万元；质量监测80.00万元）。",
        "，具体为：一是病虫防治安排100.00万元（含药剂20.00万元），二是质量监测80.00万元。",
        "，主要用于病虫防治100.00万元。质量监测80.00万元。",
    ],
)
def test_projects_are_listed_behind_their_total(line: str) -> None:
    assert listed(TOTAL + line) == [("病虫防治", "100.00万元"), ("质量监测", "80.00万元")]


def test_projects_can_be_listed_in_the_numbered_paragraphs_below() -> None:
    below = ("1、病虫防治项目100.00万元。", "2、质量监测项目80.00万元。", "3、比上年增减情况")
    assert listed(f"{TOTAL}，具体如下：", *below) == [
        ("病虫防治", "100.00万元"), ("质量监测", "80.00万元"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line",
    [
        "，比上年增加20.00万元，其中：病虫防治增加15.00万元。",
        "，主要用于病虫防治、质量监测等。财政专户收入300.00万元。",
        "。",
        "，其中：项目药剂约3万元左右。",
    ],
)
def test_what_else_follows_the_total_is_no_list(line: str) -> None:
    assert listed(TOTAL + line) == []


# ------------------------------------------------------------------ relations
def test_a_list_that_is_more_than_the_project_expenditure_is_wrong() -> None:
    assert defects(f"{TOTAL}，主要用于病虫防治100.00万元、质量监测60.00万元。") == []
    (found,) = defects(f"{TOTAL}，主要用于病虫防治100.00万元、质量监测90.00万元。")
    assert (found[0], found[2]) == (Kind.NARRATIVE, "error")


def test_a_listed_project_is_held_against_its_goal_table() -> None:
    text = f"{TOTAL}，主要用于病虫防治项目100.00万元、质量监测项目90.00万元。"
    found = defects(text, ("病虫防治", "100.00"), ("质量监测经费", "80.00"))
    assert found == [(Kind.TEXT, "质量监测项目90.00万元", "error")]


def test_goal_tables_cannot_be_more_than_the_project_expenditure() -> None:
    assert defects(f"{TOTAL}。", ("病虫防治", "100.00"), ("质量监测", "80.00")) == []
    assert defects(f"{TOTAL}。", ("病虫防治", "100.00"), ("质量监测", "60.00")) == []
    (found,) = defects(f"{TOTAL}。", ("病虫防治", "100.00"), ("质量监测", "90.00"))
    assert (found[0], found[2]) == (Kind.TABLE, "warning")
