"""Performance-goal tables become projects with indicators."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from disclosure.builders import document
from fictional.figures import Options
from fictional.model import build
from fictional.projects import PROJECTS
from linting import FORMATS, write_printed

from budgetlint.disclosure import understand
from budgetlint.readers import read

if TYPE_CHECKING:
    from pathlib import Path

    from budgetlint.disclosure.projects.model import Project

HEADER = "| 一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据 |"
ROWS = """| 产出指标 | 数量指标 | 站点数量 | 开放的站点 | 12个 | 县方案 |
|  | 质量指标 | 合格率 | 合格的比例 | ≥95% | 县方案 |
| 满意度指标 | 服务对象满意度指标 | 农户满意度 | 满意的比例 | ≥90% | 问卷 |"""
HEAD = """| 304青禾县某某局 | 单位：元 |
| 项目编码 | P01 | 项目名称 | 站点运行 |
| 预算规模及资金用途 | 预算数 | 100.00 | 其中：财政    资金 | 90.00 | 其他资金 |  |
|  | 用于站点运行。 |
| 资金支出计划（%） | 3月底 | 6月底 | 10月底 | 12月底 |
|  |  | 50 | 50.00 | 100% |
| 绩效目标 | 1.站点运行 |"""


def projects(text: str) -> tuple[Project, ...]:
    return understand(document(text)).projects


def test_the_upper_part_tells_name_money_purpose_plan_and_goal() -> None:
    [project] = projects(f"1、站点运行绩效目标表\n{HEAD}\n{HEADER}\n{ROWS}\n")
    assert project.name == "站点运行"
    assert project.code
    assert project.code.text == "P01"
    amounts = {role: str(fact.value) for role, fact in project.amounts.items()}
    assert amounts == {"budget": "100.00元", "fiscal": "90.00元", "other": "None"}
    assert project.purpose
    assert project.purpose.text == "用于站点运行。"
    plan = [(share.month, share.percent) for share in project.plan]
    assert plan == [(3, None), (6, 50), (10, 50), (12, 100)]
    assert [goal.text for goal in project.goals] == ["1.站点运行"]


def test_a_blank_first_column_is_the_class_above() -> None:
    [project] = projects(f"1、站点运行绩效目标表\n{HEAD}\n{HEADER}\n{ROWS}\n")
    classes = [(i.level1, i.level2, i.is_of) for i in project.indicators]
    assert classes == [
        ("产出指标", "数量指标", "quantity"),
        ("产出指标", "质量指标", "quality"),
        ("满意度指标", "服务对象满意度指标", "satisfaction"),
    ]
    assert [indicator.value.unit for indicator in project.indicators] == ["个", "%", "%"]


def test_a_place_is_named_by_table_row_and_column() -> None:
    [project] = projects(f"1、站点运行绩效目标表\n{HEAD}\n{HEADER}\n{ROWS}\n")
    place = project.indicators[1].entry.location
    assert place.table
    assert (place.table.title, place.row, place.row_label, place.column_label) == (
        "站点运行绩效目标表", 2, "合格率", "指标值"
    )  # fmt: skip


def test_head_and_indicators_may_be_two_tables() -> None:
    [project] = projects(f"1、站点运行绩效目标表\n{HEAD}\n\n（续）\n{HEADER}\n{ROWS}\n")
    assert project.budget
    assert len(project.indicators) == 3


def test_one_table_may_hold_several_projects() -> None:
    head = HEAD.partition("\n")[2]
    found = projects(f"绩效目标表\n{head}\n{HEADER}\n{ROWS}\n{head}\n{HEADER}\n{ROWS}\n")
    assert [len(project.indicators) for project in found] == [3, 3]
    assert [project.name for project in found] == ["站点运行", "站点运行"]


def test_a_table_without_a_head_is_named_by_its_title() -> None:
    goal = "| 绩效目标 | 1.按时发放 |"
    [project] = projects(f"3、“十四五”补助项目绩效目标表\n{goal}\n{HEADER}\n{ROWS}\n")
    assert project.name == "“十四五”补助"
    assert project.amounts == {}
    assert [each.text for each in project.goals] == ["1.按时发放"]


def test_an_amount_that_is_no_number_is_said_not_to_be_read() -> None:
    disclosure = understand(document(f"站点运行绩效目标表\n{HEAD.replace('100.00', '约一百')}\n"))
    assert disclosure.projects[0].budget is None
    assert disclosure.unread == ("《站点运行绩效目标表》的“预算数”“约一百”不是数字",)


def test_a_table_of_what_was_achieved_is_left_alone() -> None:
    header = HEADER.replace("指标值确定依据", "实际完成值")
    assert projects(f"站点运行绩效自评表\n{header}\n{ROWS}\n") == ()


@pytest.mark.parametrize("kind", FORMATS)
def test_every_format_gives_the_projects_of_the_fictional_department(
    kind: str, tmp_path: Path
) -> None:
    path = write_printed(build(Options()), kind, tmp_path)
    disclosure = understand(read(path, max_size=1 << 28))
    printed = [project for project in disclosure.projects if project.part.primary]
    assert [project.name for project in printed] == [project.name for project in PROJECTS]
    for project, made in zip(printed, PROJECTS, strict=True):
        assert project.budget
        assert project.budget.value
        assert project.budget.value.value == made.amount
        assert [i.entry.text for i in project.indicators] == [line[4] for line in made.indicators]
        assert [share.percent for share in project.plan] == list(made.plan)
        assert project.purpose
        assert project.purpose.text == made.purpose
    assert not any("绩效" in note for note in disclosure.unread)
