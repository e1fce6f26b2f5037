"""BL828: 指标值与指标名称不是一回事

## 检查什么
三级指标的名称是比率（……率、比例、满意度），指标值却是时间、日期、金额或者个数；
名称是数量（……数量、人数、次数），指标值却是百分比（描述说明是占比的不算）。
用“分”计量的和“次/年”等不算。一个项目报告一次。

## 为什么
指标值与名称对不上，无法考核，多半是选错了计量单位或者抄错了行。

## 错误示例
```text
1、回收站点运行绩效目标表

| 绩效目标 | 1.站点正常开放 |
| 一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据 |
| 产出指标 | 时效指标 | 开放及时率 | 站点按时开放 | ≤12个月 | 县方案 |
```

## 正确示例
```text
1、回收站点运行绩效目标表

| 绩效目标 | 1.站点正常开放 |
| 一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据 |
| 产出指标 | 时效指标 | 开放及时率 | 站点按时开放的比例 | ≥95% | 县方案 |
```

## 何时可以忽略
名称习惯上叫“率”，但确实不用百分比计量。

## 依据
《中央部门预算绩效目标管理办法》（财预〔2015〕88号）：绩效目标应当指向明确、细化量化、合理可行。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.finding import Severity
from budgetlint.goal_wording import by_fault, value_of
from budgetlint.lang import say
from budgetlint.registry import rule
from budgetlint.taxonomy.performance import performance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.projects.model import Indicator
    from budgetlint.finding import Observation, Tally
    from budgetlint.registry import Options

_SCORE = "分"
_KINDS = {
    "date": "是日期，而名称是比率",
    "time": "是时间，而名称是比率",
    "money": "是金额，而名称是比率",
    "half": "是金额，而名称是比率",
    "count": "是个数，而名称是比率",
}


@rule(code="BL828", name="value-and-name", severity=Severity.WARNING)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each project and kind of value that does not go with the name."""
    yield from by_fault(disclosure, _fault)


def _fault(indicator: Indicator) -> tuple[str, str] | None:
    words, value = performance().words, indicator.value
    name = indicator.name.folded
    if words["rate-name"].fullmatch(name):
        kind = _KINDS.get("date" if value.is_date else value.kind, "")
        if value.unit == _SCORE or "/" in value.unit:
            return None
        return (value_of(indicator), say(kind)) if kind else None
    described = indicator.description.folded if indicator.description else ""
    if value.kind == "rate" and words["count-name"].fullmatch(name):
        is_share = words["rate-name"].fullmatch(described.rstrip("。"))
        return None if is_share else (value_of(indicator), say("是百分比，而名称是数量"))
    return None
