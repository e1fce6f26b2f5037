"""BL121: 只有标题，没有内容

## 检查什么
情况说明的各节和其中编号的小标题，下面是否有内容（文字或者表）。
下一个标题紧接着出现，或者到这一部分的末尾都没有内容的，作为警告；
没有内容也要写明“无”“本部门没有……”或者“详见附表”。
同一列标题大多没有内容的，是目录或者名单，不算；下一节的文字一并说到的，也不算。
文档中没有表，或者有文本框、图片等未能读取的内容的，只作为提示：内容可能在那里。

## 为什么
只有标题，读者分不清是没有这项内容，还是漏写了。

## 错误示例
```text
一、部门职责及机构设置情况
负责全县档案的收集和保管。
二、部门预算安排的总体情况
2024年收入预算50万元，支出预算50万元。
三、机关运行经费安排情况
四、财政拨款“三公”经费预算情况及增减变化原因
本部门没有“三公”经费预算。
```

## 正确示例
```text
一、部门职责及机构设置情况
负责全县档案的收集和保管。
二、部门预算安排的总体情况
2024年收入预算50万元，支出预算50万元。
三、机关运行经费安排情况
本部门没有机关运行经费预算。
四、财政拨款“三公”经费预算情况及增减变化原因
本部门没有“三公”经费预算。
```

## 何时可以忽略
内容是图片，或者在导出为文本时丢失了。

## 依据
《中华人民共和国预算法实施条例》第六条；
《地方预决算公开操作规程》（财预〔2016〕143号）：应当公开的事项不得少公开、不公开。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.structure.emptiness import empty_headings
from budgetlint.emptiness_wording import empty_observation
from budgetlint.finding import Severity, Tally
from budgetlint.registry import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.finding import Observation
    from budgetlint.registry import Options


@rule(code="BL121", name="empty-section", severity=Severity.WARNING, needs=("sections",))
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each heading of a section or below one without content."""
    empty = [each for each in empty_headings(disclosure) if not each.is_chapter]
    own = {(each.part.start, each.line.index) for each in empty}
    for each in empty:
        yield empty_observation(disclosure, each)
    for part in disclosure.outline.parts:
        yield Tally(held=sum((part.start, s.start) not in own for s in part.sections))
