"""BL112: 文档中没有任何标准表

## 检查什么
情况说明写明了金额，而整个文档没有一张标准表，或者只有各表的标题。标准表可能作为单独的文件公布，
也可能没有随文字导出，所以只作提示：本工具不能核对文字与表是否一致。

## 为什么
只检查了文字的文档不应被当作已全面核对。

## 错误示例
```text
一、部门职责及机构设置情况
略。
二、部门预算安排的总体情况
2024年部门预算收入120万元。
三、机关运行经费安排情况
略。
四、财政拨款“三公”经费预算情况及增减变化原因
略。
```

## 正确示例
```text
部门预算支出总表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 120.00 | 80.00 | 40.00 |
```

## 何时可以忽略
标准表另行公布；建议合并成一个文件检查。

## 依据
《地方预决算公开操作规程》（财预〔2016〕143号）：部门预算公开包括预算表和情况说明。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.finding import Observation, Severity, Tally
from budgetlint.lang import say
from budgetlint.location import Location
from budgetlint.registry import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.registry import Options


@rule(
    code="BL112", name="no-tables", severity=Severity.INFO, needs=("section-template", "sections")
)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation where the narrative stands without any standard table."""
    if any(statement.table or statement.note for statement in disclosure.statements):
        yield Tally(held=1)
        return
    count = len(disclosure.outline.template.statements)
    yield Observation(
        message=say(
            "文档中没有{count}张标准表中的任何一张，文字中的金额无法与表核对；"
            "如果标准表另行公布，可以忽略",
            count=count,
        ),
        location=Location(part=disclosure.outline.parts[0].ref, key="table"),
    )
