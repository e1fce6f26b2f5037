"""BL123: 应写明的内容没有写

## 检查什么
情况说明的一节有文字，但法规要求写明的内容那里没有，全文别处也没有：
收支比上年的增减、机关运行经费的金额、“三公”经费的金额
（决算还有出国团组、公务用车保有量、接待批次）、政府采购的货物、工程、服务
（决算还有授予中小企业的合同金额）、名词的解释，作为警告；
国有资产占用、绩效目标按规定逐步公开，作为提示；
文档中没有标准表的，内容可能随表另行公布，也只作为提示。
写了“无”“没有”“未安排”“0万元”，有表，或者注明“详见附表”的，都算写明。
要求和用语在数据文件 `demands.toml` 中。整节缺少由 BL101 报告，只有标题由 BL121 报告，
“三公”经费增减没有原因由 BL507 报告。

## 为什么
有标题和文字，却没有要求公开的内容，检查时仍按没有公开计。

## 错误示例
```text
一、部门职责及机构设置情况
负责全县档案的收集和保管。
二、部门预算安排的总体情况
2024年收入预算50万元，支出预算50万元，比上年增加2万元。
三、机关运行经费安排情况
机关运行经费主要用于保障机关正常运转。
四、财政拨款“三公”经费预算情况及增减变化原因
本部门没有“三公”经费预算。
```

## 正确示例
```text
一、部门职责及机构设置情况
负责全县档案的收集和保管。
二、部门预算安排的总体情况
2024年收入预算50万元，支出预算50万元，比上年增加2万元。
三、机关运行经费安排情况
2024年安排机关运行经费12万元，主要用于保障机关正常运转。
四、财政拨款“三公”经费预算情况及增减变化原因
本部门没有“三公”经费预算。
```

## 何时可以忽略
内容用别的说法写明了，或者在另行公布的附件中。

## 依据
《中华人民共和国预算法》第十四条；《中华人民共和国预算法实施条例》第六条；
《财政预决算领域基层政务公开标准指引》（财办发〔2019〕77号）。
"""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

from budgetlint.disclosure.structure.untold import untold
from budgetlint.finding import Observation, Severity, Tally
from budgetlint.lang import say
from budgetlint.registry import rule
from budgetlint.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.registry import Options


@rule(code="BL123", name="untold", severity=Severity.WARNING, needs=("section-template",))
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each section that leaves something untold."""
    printed = any(statement.table for statement in disclosure.statements)
    for each in untold(disclosure):
        yield Tally(held=each.demanded - len(each.missing))
        if each.missing:
            severe = any(demand.severity == Severity.WARNING for demand in each.missing)
            yield Observation(
                message=say(
                    "{heading}没有写明{what}，全文别处也没有",
                    heading=quoted(each.section.heading),
                    what=reduce(_with, (say(demand.what) for demand in each.missing)),
                ),
                location=each.part.location(each.section),
                severity=None if severe and printed else Severity.INFO,
            )


def _with(one: str, other: str) -> str:
    return say("{one}；{other}", one=one, other=other)
