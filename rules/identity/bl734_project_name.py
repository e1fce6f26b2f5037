"""BL734: 项目名称前后差一个字

## 检查什么
情况说明、部门整体绩效目标、采购表等处的文字，有没有与绩效目标表或标题（“4、某某经费”）中的项目名称
（八个字以上）只差中间一个字，或者相邻两个字颠倒的。数字、批次、期数、方位、地名等有意的不同不算；那样写的另有绩效目标表的，
是另一个项目。

## 为什么
一字之差多是录入错误，同一个项目在两处用了两个名称。

## 错误示例
```text
青禾县某某局2024年部门预算信息公开

五、预算绩效信息
2024年安排病虫害统防统制经费20万元。
1、病虫害统防统治经费绩效目标表

| 项目名称 | 病虫害统防统治经费 | | |
| 预算规模及资金用途 | 预算数 | 20.00 | 其中：财政资金 | 20.00 | 其他资金 | |
```

## 正确示例
```text
青禾县某某局2024年部门预算信息公开

五、预算绩效信息
2024年安排病虫害统防统治经费20万元。
1、病虫害统防统治经费绩效目标表

| 项目名称 | 病虫害统防统治经费 | | |
| 预算规模及资金用途 | 预算数 | 20.00 | 其中：财政资金 | 20.00 | 其他资金 | |
```

## 何时可以忽略
那里说的确实是另一个项目。

## 依据
《中央部门预算绩效目标管理办法》（财预〔2015〕88号）：绩效目标应当按项目逐个设置。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.naming.project_forms import varied_names
from budgetlint.finding import Observation, Severity, Tally
from budgetlint.lang import say
from budgetlint.registry import rule
from budgetlint.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.registry import Options


@rule(code="BL734", name="project-name-varied", severity=Severity.INFO, needs=("projects",))
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each other form of a project's name."""
    found = list(varied_names(disclosure))
    for varied in found:
        yield Observation(
            message=say(
                "{odd}与项目名称{name}只差一处，请核对是不是同一个项目",
                odd=quoted(varied.odd),
                name=quoted(varied.name),
            ),
            location=varied.places[0],
            related=(*varied.places[1:], varied.own),
            actual=varied.odd,
        )
    if not found:
        yield Tally(held=1)
