"""BL832: 指标值确定依据照抄了别的列

## 检查什么
“指标值确定依据”一列填的是同一行的绩效指标描述或者指标值。一个部分报告一次。
依据空白的由 BL825 提示。

## 为什么
依据应当是文件、标准、计划或历史数据；照抄描述等于没有依据，多半是粘贴错了列。

## 错误示例
```text
1、回收站点运行绩效目标表

| 绩效目标 | 1.站点正常开放 |
| 一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据 |
| 产出指标 | 数量指标 | 站点数量 | 正常开放的站点个数 | 12个 | 正常开放的站点个数 |
```

## 正确示例
```text
1、回收站点运行绩效目标表

| 绩效目标 | 1.站点正常开放 |
| 一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据 |
| 产出指标 | 数量指标 | 站点数量 | 正常开放的站点个数 | 12个 | 县方案 |
```

## 何时可以忽略
该行用“不涉及”等说明整行不适用。

## 依据
《中央部门预算绩效目标管理办法》（财预〔2015〕88号）：绩效目标应当指向明确、细化量化、合理可行。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.finding import Severity, Tally
from budgetlint.goal_wording import by_part, indicator_name
from budgetlint.lang import say
from budgetlint.registry import rule
from budgetlint.wording import quoted, together

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.projects.model import Indicator
    from budgetlint.finding import Observation
    from budgetlint.registry import Options

_DESCRIPTION, _VALUE = "绩效指标描述", "指标值"


@rule(code="BL832", name="basis-copied", severity=Severity.WARNING)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation a part on all bases that are copies."""
    for projects in by_part(disclosure.projects):
        stated = [i for project in projects for i in project.indicators if i.basis]
        found = [(indicator, column) for indicator in stated if (column := _copied(indicator))]
        if found:
            first, column = found[0]
            message = say(
                "{indicator}的指标值确定依据照抄了{column}，没有说明依据",
                indicator=indicator_name(first),
                column=quoted(column),
            )
            places = [i.basis.location for i, _ in found if i.basis]
            yield together(message, places)
        yield Tally(held=len(stated) - len(found))


def _copied(indicator: Indicator) -> str:
    """The column that the basis copies, or ""."""
    basis = indicator.basis.folded if indicator.basis else ""
    description = indicator.description.folded if indicator.description else ""
    if not basis or basis == indicator.name.folded:
        return ""
    if basis == description:
        return _DESCRIPTION
    return _VALUE if basis == indicator.entry.folded else ""
