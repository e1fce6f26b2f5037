"""BL131: 目录中的标题与正文不一致

## 检查什么
目录的每一条与正文中同一序号的标题对照。单位名称、年度、“部门”与“单位”、“的”“情况”一类词、标点和括号不同不算；
其余的字不同才报告。目录多数条目在正文中找不到时（正文另行公布，或标题没有读出），不作对照。

## 为什么
标题改了而目录没有更新，读者按目录找不到内容；也可能是目录或标题打错了字。

## 错误示例
```text
2024年部门预算公开目录
一、部门职责及机构设置情况……1
二、部门预算安排的总体情况……2
三、机关运行经费安排情况……3
四、财政拨款“三公”经费预算情况及增减变化原因……4
五、预算绩效信息……5
六、政府采购预算情况……6
七、国有资产占用……7
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
目录有意用简称。

## 依据
《地方预决算公开操作规程》（财预〔2016〕143号）：公开的内容应当完整，形式应当规范。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.structure.listed import body_location, entry_location
from budgetlint.finding import Observation, Severity, Tally
from budgetlint.lang import say
from budgetlint.registry import rule
from budgetlint.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.registry import Options


@rule(code="BL131", name="contents-title", severity=Severity.WARNING, needs=("contents",))
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each entry that the body words differently."""
    listed = disclosure.listed
    for entry, title in listed.different:
        yield Observation(
            message=say(
                "目录写作{entry}，正文的标题是{title}",
                entry=quoted(entry.printed),
                title=quoted(title.printed),
            ),
            location=entry_location(disclosure.outline, entry),
            related=(body_location(disclosure.outline, title),),
            expected=title.printed,
            actual=entry.printed,
        )
    yield Tally(held=listed.held or 0)
