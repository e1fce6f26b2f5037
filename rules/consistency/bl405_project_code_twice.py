"""BL405: 两个项目用了同一个项目编码

## 检查什么
同一部分的绩效目标表中，名称不同的两个项目是否写了同一个项目编码。名称相同的（一个项目分两张表）不算。

## 为什么
项目编码由预算管理系统编定，一个项目一个；重复的多半是复制上一张表后没有修改。

## 错误示例
```text
1、回收站点运行绩效目标表

| 项目编码 | P01 | 项目名称 | 回收站点运行 |
| 预算规模及资金用途 | 预算数 | 20.00 | 其中：财政资金 | 20.00 | 其他资金 | |
| | 用于回收站点运行。 |

2、农膜检测绩效目标表

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

2、农膜检测绩效目标表

| 项目编码 | P02 | 项目名称 | 农膜检测 |
| 预算规模及资金用途 | 预算数 | 20.00 | 其中：财政资金 | 20.00 | 其他资金 | |
| | 用于农膜检测。 |
```

## 何时可以忽略
同一个项目分成几个子项目，编码按当地规定相同。

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
    from budgetlint.disclosure.projects.model import Project
    from budgetlint.registry import Options


@rule(code="BL405", name="project-code-twice", severity=Severity.WARNING, needs=("projects",))
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each project whose code another project before it has."""
    first: dict[tuple[int, str], Project] = {}
    for project in disclosure.projects:
        if project.code is None or project.code.is_blank:
            continue
        other = first.setdefault((project.part.start, project.code.folded), project)
        if other.code is None or plain_name(other.name) == plain_name(project.name):
            yield Tally(held=1)
            continue
        yield Observation(
            message=say(
                "项目编码{code}与{other}的相同，一个编码只能是一个项目",
                code=project.code.text,
                other=quoted(other.name),
            ),
            location=project.code.location,
            related=(other.code.location,),
            actual=project.code.text,
        )
