"""BL804: 文字与政府采购表、资产表有无内容不一致

## 检查什么
文字写有政府采购预算、固定资产金额并说“见下表”，而表是空的、没有这张表；
或者文字说没有政府采购预算，表中却列有金额。两边都有金额而数不同的，由 BL501 报告。

## 为什么
一边有数、一边没有，读者不知道以哪一边为准；漏填表格也是检查中常见的问题。

## 错误示例
```text
六、政府采购预算情况

2024年，我局安排政府采购预算5.76万元，具体内容见下表。

部门政府采购预算表

| 304青禾县某某局 | 单位：万元 |
| 采购物品名称 | 采购目录编码 | 计量单位 | 数量 | 单价 | 合计 | 一般公共预算拨款 |
| | | | | | | |
```

## 正确示例
```text
六、政府采购预算情况

2024年，我局安排政府采购预算5.76万元，具体内容见下表。

部门政府采购预算表

| 304青禾县某某局 | 单位：万元 |
| 采购物品名称 | 采购目录编码 | 计量单位 | 数量 | 单价 | 合计 | 一般公共预算拨款 |
| 合计 | | | | | 5.76 | 5.76 |
| 台式计算机 | A02010105 | 台 | 12 | 0.48 | 5.76 | 5.76 |
```

## 何时可以忽略
表按规定不公开，或作为附件另行公布，并在文中说明。

## 依据
《中华人民共和国政府采购法》第三十三条：编制部门预算时，应当列出政府采购的项目及资金预算；
《地方预决算公开操作规程》（财预〔2016〕143号）。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.purchases.presence import Absence, table_absences
from budgetlint.finding import Observation, Severity, Tally
from budgetlint.lang import say
from budgetlint.registry import rule
from budgetlint.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.registry import Options


@rule(code="BL804", name="purchase-table-empty", severity=Severity.ERROR, needs=("sections",))
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each table that the text of its part contradicts."""
    for part in disclosure.outline.parts:
        found = table_absences(part, disclosure.facts, disclosure.purchases)
        for absence in found:
            yield Observation(
                message=_message(absence),
                location=absence.location,
                related=tuple(fact.location for fact in absence.amounts),
                severity=None if absence.sure else Severity.WARNING,
            )
        if not found:
            yield Tally(held=1)


def _message(absence: Absence) -> str:
    said, title = quoted(absence.said), absence.title
    if absence.amounts:
        amount = absence.amounts[0].value
        return say("文字写{said}，《{title}》却列有{amount}", said=said, title=title, amount=amount)
    empty, lost = "文字写{said}，但《{title}》是空的", "文字写{said}，但《{title}》没有找到"
    return say(empty if absence.sure else lost, said=said, title=title)
