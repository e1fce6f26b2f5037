"""BL843: 比率的指标值没有比较符号

## 检查什么
比率的指标值（100%除外）没有“≥”“≤”“以上”等，如满意度“95%”。整个部分只报告一次。
个数和金额是确定的数，不检查。

## 为什么
满意度不可能正好是95%；没有符号，超过了算不算完成不清楚。

## 错误示例
```text
1、春节慰问绩效目标表

| 绩效目标 | 1.慰问困难职工 |
| 一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据 |
| 满意度指标 | 服务对象满意度指标 | 职工满意度 | 满意的职工比例 | 95% | 问卷 |
```

## 正确示例
```text
1、春节慰问绩效目标表

| 绩效目标 | 1.慰问困难职工 |
| 一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据 |
| 满意度指标 | 服务对象满意度指标 | 职工满意度 | 满意的职工比例 | ≥95% | 问卷 |
```

## 何时可以忽略
比率确实应当正好达到该数，如按固定比例补助。

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

_ALL = 100


@rule(code="BL843", name="comparator-missing", severity=Severity.INFO)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation a part on all rates without a sign."""
    yield from once_a_part(
        disclosure, _has_none, lambda each: say("{value}没有“≥”或“≤”", value=value_of(each))
    )


def _has_none(indicator: Indicator) -> bool:
    value = indicator.value
    if value.number is None or value.comparator or value.upper is not None or value.number == _ALL:
        return False
    bare = not value.unit and performance().words["rate-name"].fullmatch(indicator.name.folded)
    return value.kind == "rate" or bool(bare)
