"""BL827: 指标值等于没有要求

## 检查什么
指标值是“≥0”，或者比率要求“≤100%”（成本指标除外）的：什么结果都能达到。
满意度要求超过100%的，怎样都达不到。一个项目报告一次。

## 为什么
这样的指标值没有考核作用，多半是系统的默认值没有修改，或者“≥”选成了“≤”。

## 错误示例
```text
1、回收站点运行绩效目标表

| 绩效目标 | 1.站点正常开放 |
| 一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据 |
| 满意度指标 | 服务对象满意度指标 | 农户满意度 | 满意的农户比例 | ≥0% | 问卷 |
```

## 正确示例
```text
1、回收站点运行绩效目标表

| 绩效目标 | 1.站点正常开放 |
| 一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据 |
| 满意度指标 | 服务对象满意度指标 | 农户满意度 | 满意的农户比例 | ≥90% | 问卷 |
```

## 何时可以忽略
比率允许超过100%，而项目要求不超过，如投资完成率。

## 依据
《中央部门预算绩效目标管理办法》（财预〔2015〕88号）：绩效目标应当指向明确、细化量化、合理可行。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.finding import Severity
from budgetlint.goal_wording import by_fault, value_of
from budgetlint.lang import say
from budgetlint.registry import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.projects.model import Indicator
    from budgetlint.finding import Observation, Tally
    from budgetlint.registry import Options

_ALL = 100


@rule(code="BL827", name="empty-threshold", severity=Severity.WARNING)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each project and kind of values that anything, or nothing, reaches."""
    yield from by_fault(disclosure, _fault)


def _fault(indicator: Indicator) -> tuple[str, str] | None:
    value = indicator.value
    if value.number == 0 and value.comparator == "at-least":
        return value_of(indicator), say("等于没有要求")
    if value.number is None or value.kind != "rate":
        return None
    if value.is_limit and value.number >= _ALL and indicator.is_of not in ("", "cost"):
        return value_of(indicator), say("等于没有要求，是否应为“≥”？")
    if not value.is_limit and value.number > _ALL and indicator.is_of == "satisfaction":
        return value_of(indicator), say("不可能达到，满意度不会超过100%")
    return None
