"""BL834: 项目的政府采购金额大于成本指标或预算数

## 检查什么
政府采购表中由某个项目付款的采购之和，大于这个项目绩效目标表的预算数，或大于各项成本指标上限之和。
项目按名称对应，名称不同的不核对；公用经费付款的不核对。

## 为什么
采购用的就是项目的钱，不能多于预算数，也不应超过自己定的成本上限；
多半是采购表或绩效目标表有一处没有随预算调整。

## 错误示例
```text
1、回收站点设备绩效目标表

| 项目编码 | P01 | 项目名称 | 回收站点设备 |
| 预算规模及资金用途 | 预算数 | 20.00 | 其中：财政资金 | 20.00 | 其他资金 | |
| | 用于购置回收站点的设备。 |
| 绩效目标 | 1.设备到位 |
| 一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据 |
| 产出指标 | 成本指标 | 购置成本 | 设备购置费 | ≤18万元 | 县方案 |

六、政府采购预算情况

2024年，我局安排政府采购预算20.00万元。

部门政府采购预算表

| 304青禾县某某局 | 单位：万元 |
| 项目名称 | 采购物品名称 | 采购目录编码 | 计量单位 | 数量 | 单价 | 合计 | 一般公共预算拨款 |
| | 合计 | | | | | 20.00 | 20.00 |
| 回收站点设备 | 压缩设备 | A02069900 | 台 | 2 | 10.00 | 20.00 | 20.00 |
```

## 正确示例
```text
1、回收站点设备绩效目标表

| 项目编码 | P01 | 项目名称 | 回收站点设备 |
| 预算规模及资金用途 | 预算数 | 20.00 | 其中：财政资金 | 20.00 | 其他资金 | |
| | 用于购置回收站点的设备。 |
| 绩效目标 | 1.设备到位 |
| 一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据 |
| 产出指标 | 成本指标 | 购置成本 | 设备购置费 | ≤20万元 | 县方案 |

六、政府采购预算情况

2024年，我局安排政府采购预算20.00万元。

部门政府采购预算表

| 304青禾县某某局 | 单位：万元 |
| 项目名称 | 采购物品名称 | 采购目录编码 | 计量单位 | 数量 | 单价 | 合计 | 一般公共预算拨款 |
| | 合计 | | | | | 20.00 | 20.00 |
| 回收站点设备 | 压缩设备 | A02069900 | 台 | 2 | 10.00 | 20.00 | 20.00 |
```

## 何时可以忽略
采购用到上年结转的资金，而预算数、成本指标只说本年的资金。

## 依据
《中央部门预算绩效目标管理办法》（财预〔2015〕88号）：绩效目标应当指向明确、细化量化、合理可行；
《政府采购法》第三十三条：政府采购应当严格按照批准的预算执行。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.amount import ZERO, amount_like
from budgetlint.disclosure.diagnosis.relations import sum_in_yuan
from budgetlint.finding import Observation, Severity, Tally
from budgetlint.fold import fold
from budgetlint.goal_wording import value_of
from budgetlint.lang import listed, say
from budgetlint.registry import rule
from budgetlint.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.facts import Fact
    from budgetlint.disclosure.projects.model import Project
    from budgetlint.registry import Options


@rule(code="BL834", name="procurement-above-project", severity=Severity.WARNING)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each project that buys for more than it has, or than it may cost."""
    suspects = {defect.suspect for defect in disclosure.diagnosis.defects}
    for project in disclosure.projects:
        bought = _bought(disclosure, project)
        budget = project.budget
        if not bought or budget is None or budget.value is None:
            continue
        if suspects & {budget, *bought}:
            yield Tally(skipped=1)
            continue
        total = sum_in_yuan(bought)
        room = sum((fact.value.step / 2 for fact in bought if fact.value), budget.value.step / 2)
        spent = say(
            "项目{project}的政府采购合计{total}",
            project=quoted(project.name),
            total=amount_like(total, budget.value),
        )
        costs = [i for i in project.indicators if i.is_of == "cost" and i.value.yuan is not None]
        caps = [] if any(i.value.is_floor for i in costs) else costs
        if total > budget.value.yuan + room:
            yield Observation(
                message=say("{spent}，大于项目的预算数{budget}", spent=spent, budget=budget.value),
                location=bought[0].location,
                related=(*(fact.location for fact in bought[1:]), budget.location),
            )
        elif caps and total > sum((i.value.yuan or ZERO for i in caps), room):
            yield Observation(
                message=say(
                    "{spent}，大于{values}", spent=spent, values=listed(value_of(i) for i in caps)
                ),
                location=caps[0].entry.location,
                related=(*(i.entry.location for i in caps[1:]), *(f.location for f in bought)),
                actual=caps[0].entry.text,
            )
        else:
            yield Tally(held=1)


def _bought(disclosure: Disclosure, project: Project) -> list[Fact]:
    """The amounts of what the project pays for in the procurement table of its part."""
    statement = disclosure.purchases.table(project.part, "procurement")
    if statement is None:
        return []
    cells = (
        disclosure.facts.cell(project.part, (statement.spec.id, item.row.code, "total"))
        for item in disclosure.purchases.items(statement)
        if item.project == fold(project.name)
    )
    return [cell for cell in cells if cell is not None and cell.value is not None]
