"""BL829: 指标放错了类别

## 检查什么
成本指标的值是日期、时间、个数，或者名称、描述和值都与成本无关；满意度指标的名称和描述都不涉及满意度；
质量指标、时效指标的值是金额。一个项目报告一次。

## 为什么
指标放错类别，该类指标实际上就是空缺的，多半是填错了行。

## 错误示例
```text
1、回收站点运行绩效目标表

| 绩效目标 | 1.站点正常开放 |
| 一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据 |
| 产出指标 | 成本指标 | 参展企业数量 | 参展的企业 | 1家 | 县方案 |
```

## 正确示例
```text
1、回收站点运行绩效目标表

| 绩效目标 | 1.站点正常开放 |
| 一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据 |
| 产出指标 | 成本指标 | 参展费用 | 展位租金 | ≤2万元 | 县方案 |
```

## 何时可以忽略
该指标确实从另一个角度反映成本、质量或满意度。

## 依据
《中央部门预算绩效目标管理办法》（财预〔2015〕88号）：绩效目标应当指向明确、细化量化、合理可行。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.finding import Severity
from budgetlint.goal_wording import by_fault, indicator_name, value_of
from budgetlint.lang import say
from budgetlint.registry import rule
from budgetlint.taxonomy.performance import performance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.projects.model import Indicator
    from budgetlint.finding import Observation, Tally
    from budgetlint.registry import Options

_WORDS = {"quality": "是金额，不是质量", "time": "是金额，不是时效"}


@rule(code="BL829", name="indicator-class", severity=Severity.WARNING)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each project and kind of indicators that are not of their class."""
    yield from by_fault(disclosure, _fault)


def _fault(indicator: Indicator) -> tuple[str, str] | None:
    value, words = indicator.value, performance().words
    described = indicator.description.folded if indicator.description else None
    name = indicator.name.folded
    said = f"{name}{described}"
    is_money = value.yuan is not None
    if indicator.is_of == "cost":
        if value.is_date or value.kind == "time":
            return value_of(indicator), say("是时间，不是成本")
        is_price = value.kind in ("money", "half")
        if not is_price and not words["cost"].search(said + indicator.entry.folded):
            return indicator_name(indicator), say("与成本无关")
        if value.kind == "count":
            return value_of(indicator), say("是数量，不是成本")
    elif indicator.is_of == "satisfaction":
        asked = words["satisfaction"].search(said) or words["people"].fullmatch(name)
        return None if asked else (indicator_name(indicator), say("与满意度无关"))
    elif indicator.is_of in _WORDS and is_money and not words["rate-name"].fullmatch(name):
        return value_of(indicator), say(_WORDS[indicator.is_of])
    return None
