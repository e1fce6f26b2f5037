"""BL842: 指标值的单位没有写全

## 检查什么
指标值的单位只写了“万”“千”“亿”，如“≤2万”“14万”，没有写“元”“人”等。整个部分只报告一次。

## 为什么
“2万”可以是2万元，也可以是2万人次；公开文件应当写完整。

## 错误示例
```text
1、春节慰问绩效目标表

| 绩效目标 | 1.慰问困难职工 |
| 一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据 |
| 产出指标 | 成本指标 | 慰问金 | 慰问金总额 | ≤6万 | 县方案 |
```

## 正确示例
```text
1、春节慰问绩效目标表

| 绩效目标 | 1.慰问困难职工 |
| 一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据 |
| 产出指标 | 成本指标 | 慰问金 | 慰问金总额 | ≤6万元 | 县方案 |
```

## 何时可以忽略
三级指标已写明单位。

## 依据
《项目支出绩效指标设置指引》（财预〔2021〕101号）：指标值应当可衡量，写明计量单位。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.finding import Severity
from budgetlint.goal_wording import once_a_part, value_of
from budgetlint.lang import say
from budgetlint.registry import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.projects.model import Indicator
    from budgetlint.finding import Observation, Tally
    from budgetlint.registry import Options


@rule(code="BL842", name="half-unit", severity=Severity.INFO)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation a part on all values with half a unit."""
    yield from once_a_part(disclosure, _is_half, _message)


def _is_half(indicator: Indicator) -> bool:
    return indicator.value.kind == "half"


def _message(indicator: Indicator) -> str:
    unit = indicator.value.unit
    told = say("{value}只写了“{unit}”，单位没有写全", value=value_of(indicator), unit=unit)
    return told + say("，应写“{unit}元”", unit=unit) if indicator.is_of == "cost" else told
