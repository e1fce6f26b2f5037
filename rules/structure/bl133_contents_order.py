"""BL133: 目录的顺序与正文不一致

## 检查什么
目录各条的先后与正文标题的先后相同。同名标题出现次数不同的不比较。

## 为什么
顺序不同，说明正文挪动过而目录没有更新，或者正文的顺序放错了。

## 错误示例
```text
2024年部门预算公开目录
一、部门职责及机构设置情况……1
二、部门预算安排的总体情况……2
三、机关运行经费安排情况……3
四、财政拨款“三公”经费预算情况及增减变化原因……4
五、预算绩效信息……5
六、政府采购预算情况……6
八、名词解释……7
七、国有资产信息……8
九、其他需要说明的事项……9

一、部门职责及机构设置情况
略。
二、部门预算安排的总体情况
略。
三、机关运行经费安排情况
略。
四、财政拨款“三公”经费预算情况及增减变化原因
略。
五、预算绩效信息
略。
六、政府采购预算情况
略。
七、国有资产信息
略。
八、名词解释
略。
九、其他需要说明的事项
略。
```

## 正确示例
```text
2024年部门预算公开目录
一、部门职责及机构设置情况……1
二、部门预算安排的总体情况……2
三、机关运行经费安排情况……3
四、财政拨款“三公”经费预算情况及增减变化原因……4
五、预算绩效信息……5
六、政府采购预算情况……6
七、国有资产信息……7
八、名词解释……8
九、其他需要说明的事项……9

一、部门职责及机构设置情况
略。
二、部门预算安排的总体情况
略。
三、机关运行经费安排情况
略。
四、财政拨款“三公”经费预算情况及增减变化原因
略。
五、预算绩效信息
略。
六、政府采购预算情况
略。
七、国有资产信息
略。
八、名词解释
略。
九、其他需要说明的事项
略。
```

## 何时可以忽略
没有。

## 依据
《地方预决算公开操作规程》（财预〔2016〕143号）：公开的内容应当完整，形式应当规范。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.structure.listed import entry_location
from budgetlint.finding import Observation, Severity, Tally
from budgetlint.lang import listed as listed_names
from budgetlint.lang import say
from budgetlint.registry import rule
from budgetlint.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.registry import Options

_SHOWN = 3


@rule(code="BL133", name="contents-order", severity=Severity.WARNING, needs=("contents",))
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for all entries that stand elsewhere in the body."""
    listed = disclosure.listed
    places = [entry_location(disclosure.outline, entry) for entry in listed.misplaced]
    if places:
        names = listed_names(quoted(entry.printed) for entry in listed.misplaced[:_SHOWN])
        yield Observation(
            message=say("目录中{names}等{count}条的位置与正文不同", names=names, count=len(places))
            if len(places) > _SHOWN
            else say("目录中{names}的位置与正文不同", names=names),
            location=places[0],
            related=tuple(places[1:]),
        )
    yield Tally(held=listed.held or 0)
