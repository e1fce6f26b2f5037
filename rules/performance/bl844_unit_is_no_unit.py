"""BL844: 指标值的单位不是计量单位

## 检查什么
指标值的数字后面是一句话（“≥95将全部任务纳入督查范围”），报警告；是不像单位的词
（“18相关人员人数”“95提升”），报提示。各在一个部分报告一次。

## 为什么
多半是录入时把指标描述填进了“计量单位”一栏。

## 错误示例
```text
1、春节慰问绩效目标表

| 绩效目标 | 1.慰问困难职工 |
| 一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据 |
| 产出指标 | 数量指标 | 慰问人数 | 慰问的困难职工 | ≥300将全县困难职工全部纳入慰问范围 | 县方案 |
```

## 正确示例
```text
1、春节慰问绩效目标表

| 绩效目标 | 1.慰问困难职工 |
| 一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据 |
| 产出指标 | 数量指标 | 慰问人数 | 慰问的困难职工 | ≥300人 | 县方案 |
```

## 何时可以忽略
数字后面是本行业确实使用、本工具不认识的单位。

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

_SENTENCE = 10


@rule(code="BL844", name="unit-is-no-unit", severity=Severity.WARNING)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation a part on sentences, and one on words, in the place of a unit."""
    yield from once_a_part(disclosure, _is_sentence, _message)
    yield from once_a_part(disclosure, _is_word, _message, Severity.INFO, "word")


def _is_sentence(indicator: Indicator) -> bool:
    return _is_unknown(indicator) and len(indicator.value.unit) >= _SENTENCE


def _is_word(indicator: Indicator) -> bool:
    return _is_unknown(indicator) and len(indicator.value.unit) < _SENTENCE


def _is_unknown(indicator: Indicator) -> bool:
    value = indicator.value
    return value.number is not None and bool(value.unit) and not value.kind


def _message(indicator: Indicator) -> str:
    return say("{value}的数字后面不是计量单位", value=value_of(indicator))
