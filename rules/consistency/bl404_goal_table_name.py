"""BL404: 绩效目标表的标题与表内项目名称不符

## 检查什么
绩效目标表的标题（“……绩效目标表”）与表内“项目名称”一格是否是同一个项目。
一个是另一个的一部分（简称），或者只差“项目”“经费”“资金”等字的，不算不符。

## 为什么
绩效目标表常由上一张表复制改写，改了标题忘了改表内名称，读者不知道是哪个项目的目标。

## 错误示例
```text
1、回收站点运行绩效目标表

| 项目编码 | P01 | 项目名称 | 农膜检测 |
| 预算规模及资金用途 | 预算数 | 20.00 | 其中：财政资金 | 20.00 | 其他资金 | |
| | 用于农膜检测。 |
```

## 正确示例
```text
1、回收站点运行绩效目标表

| 项目编码 | P01 | 项目名称 | 回收站点运行 |
| 预算规模及资金用途 | 预算数 | 20.00 | 其中：财政资金 | 20.00 | 其他资金 | |
| | 用于回收站点运行。 |
```

## 何时可以忽略
项目改了名称，两处用的是新旧两个名称。

## 依据
《中央部门预算绩效目标管理办法》（财预〔2015〕88号）：绩效目标应当按项目逐个设置。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.projects.totals import plain_name
from budgetlint.finding import Observation, Severity, Tally
from budgetlint.lang import say
from budgetlint.registry import rule
from budgetlint.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.registry import Options


@rule(code="BL404", name="goal-table-name", severity=Severity.WARNING, needs=("projects",))
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each table whose title names another project than its cell."""
    for project in disclosure.projects:
        printed = project.printed_name
        if printed is None or printed.is_blank or not project.heading.text:
            continue
        title, cell = plain_name(project.name), plain_name(printed.text)
        if title in cell or cell in title:
            yield Tally(held=1)
            continue
        yield Observation(
            message=say(
                "标题是{title}，表内的项目名称是{name}，不是同一个项目",
                title=quoted(project.heading.text),
                name=quoted(printed.text),
            ),
            location=printed.location,
            related=(project.heading.location,),
            actual=printed.text,
        )
