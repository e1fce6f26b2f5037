"""BL830: 绩效目标与绩效指标的数字不一致

## 检查什么
绩效目标的文字写明的满意度、比率和个数（“满意度达到90%以上”“慰问困难职工300人”）与同一张表中
衡量同一件事的指标值是否一致：目标低于“≥”的指标值，高于“≤”的指标值，或者与没有符号的指标值不同。
个数要计量单位相同、名称有相同的词，且目标和指标中都只有一处，才核对。
部门分项绩效目标中说到该项目的数字不一致的，报提示。

## 为什么
目标和指标说的是同一件事，数字不同，考核时不知道以哪个为准。

## 错误示例
```text
1、春节慰问绩效目标表

| 绩效目标 | 1.慰问困难职工300人，职工满意度达到90%以上 |
| 一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据 |
| 产出指标 | 数量指标 | 慰问困难职工人数 | 领到慰问金的职工 | 300人 | 县方案 |
| 满意度指标 | 服务对象满意度指标 | 职工满意度 | 满意的职工比例 | ≥95% | 问卷 |
```

## 正确示例
```text
1、春节慰问绩效目标表

| 绩效目标 | 1.慰问困难职工300人，职工满意度达到95%以上 |
| 一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据 |
| 产出指标 | 数量指标 | 慰问困难职工人数 | 领到慰问金的职工 | 300人 | 县方案 |
| 满意度指标 | 服务对象满意度指标 | 职工满意度 | 满意的职工比例 | ≥95% | 问卷 |
```

## 何时可以忽略
目标中的数字说的是另一件事。

## 依据
《中央部门预算绩效目标管理办法》（财预〔2015〕88号）：绩效指标是绩效目标的细化和量化。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.projects.goals import contradicted, promises
from budgetlint.finding import Observation, Severity, Tally
from budgetlint.fold import fold_with_offsets
from budgetlint.goal_wording import value_of
from budgetlint.lang import say
from budgetlint.registry import rule
from budgetlint.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.projects.model import Entry, Project
    from budgetlint.registry import Options

_GOAL = "绩效目标写{promise}，与{value}不一致"
_ASPECT = "分项绩效目标写{promise}，与{value}不一致"


@rule(code="BL830", name="goal-and-indicator", severity=Severity.WARNING)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each figure of a goal that an indicator contradicts."""
    for project in disclosure.projects:
        for goal in project.goals:
            yield from _compared(project, goal, _GOAL, None)
        for aspect in project.aspects:
            yield from _compared(project, aspect, _ASPECT, Severity.INFO)


def _compared(
    project: Project, goal: Entry, what: str, severity: Severity | None
) -> Iterator[Observation | Tally]:
    folded = fold_with_offsets(goal.text)
    for promise in promises(folded.text):
        indicator = contradicted(promise, project)
        if indicator is None:
            yield Tally(held=1)
            continue
        begin, end = folded.original(*promise.span)
        yield Observation(
            message=say(what, promise=quoted(goal.text[begin:end]), value=value_of(indicator)),
            location=goal.slice(begin, end, promise.unit),
            related=(indicator.entry.location,),
            actual=goal.text[begin:end],
            severity=severity,
        )
