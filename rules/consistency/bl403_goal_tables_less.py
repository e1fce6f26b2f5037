"""BL403: 绩效目标表的预算数合计少于项目支出

## 检查什么
一个部分的各绩效目标表都写有预算数时，预算数之和是否少于项目支出（支出总表；没有表的用情况说明）。
只作提示：有的项目按规定可以不公开绩效目标。预算数之和大于项目支出的，由BL401或BL501报告。

## 为什么
差额就是没有公布绩效目标的项目，或者某个预算数写小了。

## 错误示例
```text
二、部门预算安排的总体情况

2024年支出预算100.00万元，其中基本支出60.00万元，项目支出40.00万元。

五、预算绩效信息

1、回收站点运行绩效目标表

| 项目编码 | P01 | 项目名称 | 回收站点运行 |
| 预算规模及资金用途 | 预算数 | 20.00 | 其中：财政资金 | 20.00 | 其他资金 | |
| | 用于回收站点运行。 |

2、农膜检测绩效目标表

| 项目编码 | P02 | 项目名称 | 农膜检测 |
| 预算规模及资金用途 | 预算数 | 15.00 | 其中：财政资金 | 15.00 | 其他资金 | |
| | 用于农膜检测。 |
```

## 正确示例
```text
二、部门预算安排的总体情况

2024年支出预算100.00万元，其中基本支出60.00万元，项目支出40.00万元。

五、预算绩效信息

1、回收站点运行绩效目标表

| 项目编码 | P01 | 项目名称 | 回收站点运行 |
| 预算规模及资金用途 | 预算数 | 20.00 | 其中：财政资金 | 20.00 | 其他资金 | |
| | 用于回收站点运行。 |

2、农膜检测绩效目标表

| 项目编码 | P02 | 项目名称 | 农膜检测 |
| 预算规模及资金用途 | 预算数 | 20.00 | 其中：财政资金 | 20.00 | 其他资金 | |
| | 用于农膜检测。 |
```

## 何时可以忽略
有的项目涉密，或者按当地规定不必公开绩效目标。

## 依据
《中央部门预算绩效目标管理办法》（财预〔2015〕88号）：绩效目标应当按项目逐个设置。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.amount import ZERO, amount_like
from budgetlint.disclosure.diagnosis.relations import Kind, Relation, counted, judge, sum_in_yuan
from budgetlint.disclosure.projects.totals import budgets, project_expenditure
from budgetlint.finding import Observation, Severity, Tally
from budgetlint.lang import say
from budgetlint.registry import rule
from budgetlint.wording import value_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.registry import Options


@rule(code="BL403", name="goal-tables-less", severity=Severity.INFO, needs=("projects",))
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each part whose projects come to less than its project expenditure."""
    suspects = {defect.suspect for defect in disclosure.diagnosis.defects}
    for part in disclosure.outline.parts:
        projects = [project for project in disclosure.projects if project.part is part]
        parts = budgets(projects)
        total = project_expenditure(part, disclosure.facts)
        if not parts or len(parts) < len(projects) or total is None or total.value is None:
            continue
        gap = counted(total.value) - sum_in_yuan(parts)
        holds = judge(Relation(Kind.TABLE, total, tuple(parts))).holds
        if gap < ZERO or holds or suspects & {total, *parts}:
            yield Tally(held=int(holds))
            continue
        told = amount_like(counted(total.value) - gap, total.value)
        yield Observation(
            message=say(
                "{count}张绩效目标表的预算数共{told}，项目支出为{total}，"
                "少{gap}：有项目没有公布绩效目标，或者预算数有误",
                count=len(parts),
                told=told,
                total=value_text(total),
                gap=amount_like(gap, total.value),
            ),
            location=total.location,
            related=tuple(fact.location for fact in parts),
            actual=value_text(total),
        )
