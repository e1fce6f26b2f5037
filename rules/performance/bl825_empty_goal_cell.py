"""BL825: 绩效目标表有空白格

## 检查什么
绩效目标表的预算数、指标值空白的报警告；三级指标、绩效指标描述、指标值确定依据空白，
资金支出计划全部空白的，报提示。一个项目报告一次。没有列出三级指标和指标值的行是不用的类别，不检查。

## 为什么
没有指标值就无法考核；依据空白，读者不知道指标值从何而来。

## 错误示例
```text
1、回收站点运行绩效目标表

| 绩效目标 | 1.站点正常开放 |
| 一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据 |
| 产出指标 | 数量指标 | 站点数量 | 正常开放的站点 | | 县方案 |
```

## 正确示例
```text
1、回收站点运行绩效目标表

| 绩效目标 | 1.站点正常开放 |
| 一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据 |
| 产出指标 | 数量指标 | 站点数量 | 正常开放的站点 | 12个 | 县方案 |
```

## 何时可以忽略
空白格与上一格是合并的单元格（从 Word、PDF 转出的文本看不出合并）。

## 依据
《中央部门预算绩效目标管理办法》（财预〔2015〕88号）：绩效指标应当具体、可衡量。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.finding import Severity, Tally
from budgetlint.lang import say
from budgetlint.registry import rule
from budgetlint.wording import quoted, together

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.projects.model import Project
    from budgetlint.finding import Observation
    from budgetlint.location import Location
    from budgetlint.registry import Options


@rule(code="BL825", name="empty-goal-cell", severity=Severity.WARNING)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each project with blank cells."""
    for project in disclosure.projects:
        needed, usual = list(_needed(project)), list(_usual(project))
        blank = needed + usual
        if blank:
            message = say(
                "{project}中{row}的{column}是空白",
                project=quoted(project.name),
                row=quoted(blank[0].row_label),
                column=quoted(blank[0].column_label),
            )
            yield together(message, blank, None if needed else Severity.INFO)
        yield Tally(held=len(project.indicators))


def _needed(project: Project) -> Iterator[Location]:
    if project.budget and project.budget.value is None:
        yield project.budget.location
    for indicator in project.indicators:
        if indicator.entry.is_blank:
            yield indicator.entry.location


def _usual(project: Project) -> Iterator[Location]:
    if project.plan and all(share.entry.is_blank for share in project.plan):
        yield project.plan[0].entry.location
    for indicator in project.indicators:
        for entry in (indicator.name, indicator.description, indicator.basis):
            if entry and entry.is_blank:
                yield entry.location
