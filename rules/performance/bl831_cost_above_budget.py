"""BL831: 成本指标大于项目预算数

## 检查什么
成本指标的上限（≤）或金额大于同一张绩效目标表的预算数，报警告。
各项成本指标之和大于预算数的，报提示（各项之间可能有包含关系）。

## 为什么
成本控制在预算以内是成本指标的含义；上限比预算还大，多半是预算数调整后没有修改，或者数字写颠倒了。

## 错误示例
```text
1、回收站点运行绩效目标表

| 项目编码 | P01 | 项目名称 | 回收站点运行 |
| 预算规模及资金用途 | 预算数 | 20.00 | 其中：财政资金 | 20.00 | 其他资金 | |
| | 用于回收站点运行。 |
| 绩效目标 | 1.站点正常开放 |
| 一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据 |
| 产出指标 | 成本指标 | 运行成本 | 站点运行费 | ≤22万元 | 县方案 |
```

## 正确示例
```text
1、回收站点运行绩效目标表

| 项目编码 | P01 | 项目名称 | 回收站点运行 |
| 预算规模及资金用途 | 预算数 | 20.00 | 其中：财政资金 | 20.00 | 其他资金 | |
| | 用于回收站点运行。 |
| 绩效目标 | 1.站点正常开放 |
| 一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据 |
| 产出指标 | 成本指标 | 运行成本 | 站点运行费 | ≤20万元 | 县方案 |
```

## 何时可以忽略
成本指标包括不在本年预算中的资金，如以前年度已经支出的部分。

## 依据
《中央部门预算绩效目标管理办法》（财预〔2015〕88号）：绩效目标应当指向明确、细化量化、合理可行。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.amount import ZERO, amount_like
from budgetlint.finding import Observation, Severity, Tally
from budgetlint.goal_wording import value_of
from budgetlint.lang import say
from budgetlint.registry import rule
from budgetlint.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.facts import Fact
    from budgetlint.disclosure.projects.model import Indicator, Project
    from budgetlint.registry import Options


@rule(code="BL831", name="cost-above-budget", severity=Severity.WARNING)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each cost indicator above the budget, or for their sum."""
    suspects = {defect.suspect for defect in disclosure.diagnosis.defects}
    for project in disclosure.projects:
        costs = [i for i in project.indicators if i.is_of == "cost" and i.value.yuan is not None]
        budget = project.budget
        if not costs or budget is None or budget.value is None or budget in suspects:
            continue
        limit = budget.value.yuan + budget.value.step / 2
        above = [i for i in costs if (i.value.yuan or 0) > limit and not i.value.is_floor]
        for indicator in above:
            yield Observation(
                message=say(
                    "{value}大于项目的预算数{budget}",
                    value=value_of(indicator),
                    budget=budget.value,
                ),
                location=indicator.entry.location,
                related=(budget.location,),
                actual=indicator.entry.text,
            )
        if not above and sum(i.value.yuan or 0 for i in costs) > limit:
            yield _sum(project, costs, budget)
        yield Tally(held=len(costs) - len(above))


def _sum(project: Project, costs: list[Indicator], budget: Fact) -> Observation:
    if budget.value is None:
        raise ValueError(project.name)
    total = amount_like(sum((i.value.yuan or ZERO for i in costs), ZERO), budget.value)
    return Observation(
        message=say(
            "{project}的各项成本指标合计{total}，大于项目的预算数{budget}"
            "（如果各项之间没有包含关系）",
            project=quoted(project.name),
            total=total,
            budget=budget.value,
        ),
        location=costs[0].entry.location,
        related=(*(i.entry.location for i in costs[1:]), budget.location),
        severity=Severity.INFO,
    )
