"""BL132: 目录与正文的条目不齐

## 检查什么
目录列出的标题正文中没有；或者正文的一节、一张标准表没有列入目录，而同级的其他各节、
其他表列了。标准的章节和表格缺少的，
由 BL101、BL111 报告，这里不重复。

## 为什么
目录列了而正文没有，多半是内容漏掉了；正文有而目录没有，读者看不到这一节。

## 错误示例
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
十、上年工作总结……10

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
目录列的内容另作附件公布。

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


@rule(code="BL132", name="contents-missing", severity=Severity.WARNING, needs=("contents",))
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each entry without a title, each section and table without an entry."""
    listed = disclosure.listed
    for entry in listed.absent:
        yield Observation(
            message=say("目录列有{entry}，正文中没有这个标题", entry=quoted(entry.printed)),
            location=entry_location(disclosure.outline, entry),
        )
    for part, section in listed.unlisted:
        yield Observation(
            message=say(
                "正文有{section}，目录没有列出，而同级的其他标题都列了",
                section=quoted(section.heading),
            ),
            location=part.location(section),
        )
    for title in listed.unlisted_tables:
        yield Observation(
            message=say("正文有{title}，目录没有列出，而其他表列了", title=quoted(title.printed)),
            location=body_location(disclosure.outline, title),
        )
    yield Tally(held=listed.held or 0)
