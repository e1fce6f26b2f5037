"""The performance goals of real documents: every finding was judged by a person.

Each is told by rule, severity, project and number of places. A new one is either a better find or
a false alarm, and has to be looked at.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from linting import lint

from budgetlint.disclosure import understand
from budgetlint.readers import read

SEEDS = Path(__file__).parents[1].parent / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="没有真实文档 shared/seeds")

IN_PART = [
    ("BL826", "warning", "困难职工春节慰问", 5),
    ("BL830", "warning", "综合业务费", 2),
    ("BL828", "warning", "综合业务费", 1),
    ("BL827", "warning", "综合业务费", 2),
]
JUDGED = {
    "changli-zuzhibu-2020": [
        ("BL824", "info", "“智慧党建”平台建设经费", 16),
        ("BL821", "error", "非公经济和社会组织党建经费", 2),
        ("BL842", "info", "干部档案管理", 2),
        ("BL827", "warning", "干部教育培训经费", 1),
        ("BL844", "warning", "干部教育培训经费", 6),
        ("BL832", "warning", "干部教育培训经费", 1),
        ("BL827", "warning", "人才工作及人才队伍建设", 2),
        ("BL829", "warning", "人才工作及人才队伍建设", 1),
        ("BL829", "warning", "远程教育终端站点服务费", 1),
    ],
    "huaian-gongxin-2023": [
        ("BL844", "info", "公益性岗位", 6),
        ("BL826", "error", "解决历年来企业改制遗留问题", 2),
        ("BL843", "info", "弥补人员经费不足", 3),
        ("BL829", "warning", "维稳经费", 1),
        ("BL825", "info", "盐业管理检查专项经费", 1),
        ("BL841", "warning", "医疗应急物资储备管理费用", 1),
        ("BL824", "info", "医疗应急物资储备资金", 3),
        ("BL829", "warning", "医疗应急物资储备资金", 1),
        ("BL826", "warning", "冀财建[2022]64号", 1),
        ("BL828", "warning", "冀财建[2022]64号", 1),
        ("BL829", "warning", "冀财建（2022）170号", 1),
        ("BL829", "warning", "冀财建（2022）170号", 1),
    ],
    "huailai-gongxin-2023": [
        ("BL828", "warning", "怀财字[2023]7号办案及业务", 1),
        ("BL842", "info", "冀财建[2022]238号", 1),
    ],
    "laoting-gongxin-2022": [
        ("BL830", "info", "", 2),
        ("BL841", "warning", "服务企业科技创新经费", 19),
    ],
    "lianchi-gongxin-2023": IN_PART + IN_PART,
}


@pytest.mark.parametrize("name", JUDGED)
def test_every_finding_on_goals_was_judged(name: str) -> None:
    found = [f for f in lint(SEEDS / f"{name}.txt").findings if "BL821" <= f.rule <= "BL849"]
    for finding, (rule, severity, project, places) in zip(found, JUDGED[name], strict=True):
        title = finding.location.table.title if finding.location.table else ""
        assert (finding.rule, finding.severity, 1 + len(finding.related)) == (
            rule, severity, places
        )  # fmt: skip
        assert title.startswith(project)
        assert bool(title) == bool(project)


def test_a_budget_that_the_purpose_tells_otherwise_is_one_finding() -> None:
    found = [f for f in lint(SEEDS / "changli-zuzhibu-2020.txt").findings if f.rule == "BL821"]
    assert [(f.actual, f.severity) for f in found] == [("30万元", "error")]
    assert "20.00万元不一致，相差10.00万元" in found[0].message


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("changli-zuzhibu-2020", 16), ("huaian-gongxin-2023", 16), ("huailai-gongxin-2023", 10),
        ("laoting-gongxin-2022", 5), ("lianchi-gongxin-2023", 10),
    ],
)  # fmt: skip
def test_every_table_is_read(name: str, count: int) -> None:
    disclosure = understand(read(SEEDS / f"{name}.txt", max_size=1 << 28))
    assert len(disclosure.projects) == count
    assert all(project.indicators for project in disclosure.projects)
    assert not any("绩效" in note for note in disclosure.unread)
