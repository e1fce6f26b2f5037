"""BL841: 指标值没有计量单位

## 检查什么
指标值只有数字，如“95”“≥800”，没有“%”“人”“家”等单位，三级指标和描述中也没有写明单位。0不需要单位。
整个部分只报告一次，列出全部位置。

## 为什么
没有单位，读者不知道95是95%、95分还是95人。

## 错误示例
```text
1、春节慰问绩效目标表

| 绩效目标 | 1.慰问困难职工 |
| 一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据 |
| 满意度指标 | 服务对象满意度指标 | 职工满意度 | 满意的职工比例 | ≥95 | 问卷 |
```

## 正确示例
```text
1、春节慰问绩效目标表

| 绩效目标 | 1.慰问困难职工 |
| 一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据 |
| 满意度指标 | 服务对象满意度指标 | 职工满意度 | 满意的职工比例 | ≥95% | 问卷 |
```

## 何时可以忽略
表中另有“计量单位”一列。

## 依据
《项目支出绩效指标设置指引》（财预〔2021〕101号）：指标值应当可衡量，写明计量单位。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.finding import Severity
from budgetlint.goal_wording import once_a_part, value_of
from budgetlint.lang import say
from budgetlint.registry import rule
from budgetlint.taxonomy.performance import performance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.projects.model import Indicator
    from budgetlint.finding import Observation, Tally
    from budgetlint.registry import Options


@rule(code="BL841", name="value-unit-missing", severity=Severity.WARNING)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation a part on all values that are mere numbers."""
    yield from once_a_part(
        disclosure, _is_bare, lambda each: say("{value}没有写明单位", value=value_of(each))
    )


def _is_bare(indicator: Indicator) -> bool:
    said = [indicator.name.folded, indicator.description.folded if indicator.description else ""]
    named = any(performance().words["unit-in-label"].search(text) for text in said)
    return bool(indicator.value.number) and not indicator.value.unit and not named
