"""What the rules on performance goals say, word for word, and what they say nothing of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from fictional.variants import variant
from linting import lint_printed, lint_text

if TYPE_CHECKING:
    from pathlib import Path

MESSAGES = {
    "project-budget": (
        "“预算规模及资金用途”的“预算数”为31.00万元，应等于“财政资金”13.00万元，相差18.00"
        "万元"
    ),
    "project-fiscal": (
        "“预算规模及资金用途”的“财政资金”为154.20万元，而“预算数”145.20万元 ≠ 本格154.20"
        "万元，相差9.00万元"
    ),
    "project-purpose-budget": (
        "“资金用途所写的预算数”为23万元，与《农业执法装备维护绩效目标表》“预算规模及资金"
        "用途”“预算数”的13.00万元不一致，相差10.00万元"
    ),
    "project-purpose-items": (
        "“运输”为1.00万元，而《农业执法装备维护绩效目标表》“预算规模及资金用途”“预算数”1"
        "3.00万元 ≠ “装备检修”8.00万元 + “耗材”3.00万元 + “运输”1.00万元 = 12.00万元，相"
        "差1.00万元"
    ),
    "project-purpose-excess": (
        "“耗材”为6.00万元，而“装备检修”8.00万元 + “耗材”6.00万元 = 14.00万元，大于所属的"
        "《农业执法装备维护绩效目标表》“预算规模及资金用途”“预算数”13.00万元"
    ),
    "product-result": "46台 × 0.2万元 = 9.2万元，文中写92万元",
    "product-formula": "360人×200元+2万元 = 9.2万元，文中写9.4万元",
    "product-above-budget": "46台 × 5000元 = 230000元，大于成本指标的上限13.00万元",
    "goals-cost": "成本指标“成本控制数”的指标值“≤154.20万元”大于项目的预算数145.20万元",
    "goals-plan": "资金支出计划“10月底”的80%小于“6月底”的85%，累计比例不会减少",
    "goals-plan-above": "资金支出计划“12月底”的110%超过了100%",
    "goals-plan-open": "资金支出计划“12月底”为98%，应为100%",
    "goals-plan-quarters": (
        "资金支出计划“12月底”为25%，各数相加才是100%；应填到该月底为止的累计比例，12月底"
        "为100%"
    ),
    "goals-no-benefit": "“农业执法装备维护”的绩效指标没有“效益指标”",
    "goals-no-satisfaction": (
        "6个项目中有1个没有列全各类绩效指标：没有满意度指标的1个；请核对是不适用，还是漏"
        "填"
    ),
    "goals-no-value": "“农产品质量安全监测”中“定量检测批次”的“指标值”是空白",
    "goals-no-basis": "“农产品质量安全监测”中“消费者满意度”的“指标值确定依据”是空白",
    "goals-placeholder": "“1.目标内容1”只是系统的提示文字，没有填写内容",
    "goals-placeholder-left": (
        "“1.目标内容1完成定量检测六百批次”前面留有没有删去的提示文字“目标内容1”"
    ),
    "goals-gap": "“1.完成定量检测XX批次”中留有没有填写的空位“XX”",
    "goals-bare": "“1”没有意义，应写明指标的名称或含义",
    "goals-basis-copied": (
        "数量指标“定量检测批次”的指标值确定依据照抄了“绩效指标描述”，没有说明依据"
    ),
    "goals-class-label": "“农产品质量安全监测”的一级指标写“效果指标”，其他项目都写“效益指标”",
    "goals-nothing": "服务对象满意度指标“执法人员满意度”的指标值“≥0%”等于没有要求",
    "goals-at-most": "质量指标“装备完好率”的指标值“≤100%”等于没有要求，是否应为“≥”？",
    "goals-over": (
        "服务对象满意度指标“执法人员满意度”的指标值“≥900%”不可能达到，满意度不会超过100%"
    ),
    "goals-rate-months": "时效指标“资金支付及时率”的指标值“≤12个月”是时间，而名称是比率",
    "goals-rate-money": "时效指标“资金支付及时率”的指标值“320.00万元”是金额，而名称是比率",
    "goals-count-rate": "数量指标“新建基地数量”的指标值“≥95%”是百分比，而名称是数量",
    "goals-cost-date": "成本指标“成本控制数”的指标值“2024年11月底前”是时间，不是成本",
    "goals-cost-count": "成本指标“参展企业数量”与成本无关",
    "goals-dissatisfied": "服务对象满意度指标“基地运行情况”与满意度无关",
    "goals-quality-money": "质量指标“防治效果”的指标值“50万元”是金额，不是质量",
    "goals-count-other": "绩效目标写“三百九十人”，与数量指标“培育农民人数”的指标值“360人”不一致",
    "goals-rate-other": (
        "绩效目标写“满意度达到80%以上”，与服务对象满意度指标“参训农民满意度”的指标值“≥90"
        "%”不一致"
    ),
    "value-unit": "数量指标“回收站点数量”的指标值“12”没有写明单位",
    "value-half-unit": (
        "成本指标“成本控制数”的指标值“≤38.50万”只写了“万”，单位没有写全，应写“万元”"
    ),
    "value-no-sign": "服务对象满意度指标“农户满意度”的指标值“90%”没有“≥”或“≤”",
    "value-sentence": (
        "时效指标“资金支付及时率”的指标值“≥95按进度支付应付的全部资金”的数字后面不是计量"
        "单位"
    ),
    "value-words": "数量指标“回收站点数量”的指标值“12回收站点”的数字后面不是计量单位",
}  # fmt: skip
TITLE = "{n}、站点运行绩效目标表\n"
HEADER = "| 一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据 |\n"


@pytest.mark.parametrize("name", MESSAGES)
def test_the_message_says_what_is_wrong(name: str, tmp_path: Path) -> None:
    report = lint_printed(variant(name).printed(), "cells", tmp_path)
    assert MESSAGES[name] in [finding.message for finding in report.findings]


def findings(folder: Path, *rows: str, goal: str = "1.站点正常开放") -> list[tuple[str, str]]:
    """Rule and message of what is said of a project with these indicators."""
    table = f"| 绩效目标 | {goal} |\n{HEADER}" + "".join(f"| {row} |\n" for row in rows)
    report = lint_text(TITLE.format(n=1) + "\n" + table, folder)
    return [
        (f.rule, f.message) for f in report.findings if "BL822" <= f.rule <= "BL849"
        and f.rule != "BL824"
    ]  # fmt: skip


@pytest.mark.parametrize(
    "row",
    [
        "满意度指标 | 服务对象满意度指标 | 受益群众 | 抽样调查 | ≥95% | 问卷",
        "满意度指标 | 服务对象满意度指标 | 群众满意度 | 评分的平均数 | ≥90分 | 问卷",
        "产出指标 | 质量指标 | 故障率 | 每年停机的次数 | ≤2次/年 | 县方案",
        "产出指标 | 质量指标 | 工作效率 | 每天检修的台数 | ≥2台 | 县方案",
        "产出指标 | 数量指标 | 支持企业数量 | 支持企业占比 | ≥95% | 县方案",
        "产出指标 | 时效指标 | 完成时间 | 全部完成的时间 | 12月底前 | 县方案",
        "产出指标 | 成本指标 | 补助标准 | 每人每月发放 | 按国家规定 | 县方案",
        "产出指标 | 成本指标 | 预算执行率 | 支出占预算的比例 | ≤100% | 县方案",
        "效益指标 | 社会效益指标 | 安全事故 | 发生的起数 | 0 | 县方案",
        "效益指标 | 社会效益指标 | 师生比 | 教师与学生之比 | 1:18 | 县方案",
        "效益指标 | 生态效益指标 | 不涉及 | 不涉及 | 不涉及 | 不涉及",
        "产出指标 | 数量指标 | 建成项目 | 验收的项目 | ≥5个项目 | 县方案",
    ],
)
def test_an_honest_indicator_is_no_finding(row: str, tmp_path: Path) -> None:
    assert findings(tmp_path, row) == []


def test_the_same_in_many_projects_is_said_once(tmp_path: Path) -> None:
    row = "| 满意度指标 | 服务对象满意度指标 | 农户满意度 | 满意的比例 | ≥95 | 问卷 |\n"
    text = "".join(f"{TITLE.format(n=n)}\n{HEADER}{row}\n" for n in range(1, 9))
    [found] = [f for f in lint_text(text, tmp_path).findings if f.rule == "BL841"]
    assert len(found.related) == 7
    assert found.message.endswith("没有写明单位（同样的共8处）")


def test_faults_of_two_kinds_in_one_project_are_two_findings(tmp_path: Path) -> None:
    rows = (
        "产出指标 | 成本指标 | 参展企业 | 参展的企业 | 6家 | 县方案",
        "产出指标 | 成本指标 | 完成时间 | 参展结束 | 12月底前 | 县方案",
    )
    assert [message for _, message in findings(tmp_path, *rows)] == [
        "成本指标“参展企业”与成本无关",
        "成本指标“完成时间”的指标值“12月底前”是时间，不是成本",
    ]


@pytest.mark.parametrize(
    ("goal", "said"),
    [
        ("1.走访农户300户", []),
        ("1.走访农户约300户", []),
        ("1.走访农户350户", []),
        ("1.走访农户200户", ["BL830"]),
        ("1.走访农户200户，回访农户300户", []),
        ("1.补助企业200户", []),
    ],
)
def test_a_goal_is_held_against_the_one_indicator_of_the_same(
    goal: str, said: list[str], tmp_path: Path
) -> None:
    row = "产出指标 | 数量指标 | 走访农户数量 | 走访的农户 | ≥300户 | 县方案"
    assert [rule for rule, _ in findings(tmp_path, row, goal=goal)] == said
