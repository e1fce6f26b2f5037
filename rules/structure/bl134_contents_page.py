"""BL134: 目录的页码不对

## 检查什么
目录的页码从前到后不会变小；各部分重新编页的不算。PDF 文件还与标题实际所在的页对照：
多数条目与实际页相差同样的页数（封面、目录占去的页），个别条目相差不同的才报告。

## 为什么
正文增删之后目录没有更新域，页码就不对了。

## 错误示例
```text
2024年部门预算公开目录
一、部门职责及机构设置情况……1
二、部门预算安排的总体情况……2
三、机关运行经费安排情况……3
四、财政拨款“三公”经费预算情况及增减变化原因……4
五、预算绩效信息……5
六、政府采购预算情况……26
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
目录分两栏或分册编页。

## 依据
《地方预决算公开操作规程》（财预〔2016〕143号）：公开的内容应当完整，形式应当规范。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.structure.listed import entry_location
from budgetlint.finding import Observation, Severity, Tally
from budgetlint.lang import say
from budgetlint.registry import rule
from budgetlint.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.registry import Options


@rule(code="BL134", name="contents-page", severity=Severity.WARNING, needs=("contents",))
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each entry with a wrong page."""
    listed = disclosure.listed
    for wrong in listed.pages:
        entry, before = wrong.entry, wrong.before
        if wrong.actual is not None:
            message = say(
                "目录中{entry}写在第{page}页，按其他各条推算应在第{actual}页",
                entry=quoted(entry.printed), page=entry.page, actual=wrong.actual,
            )  # fmt: skip
        else:
            message = say(
                "目录中{entry}写在第{page}页，与相邻的{before}（第{other}页）先后不合",
                entry=quoted(entry.printed), page=entry.page,
                before=quoted(before.printed if before else ""),
                other=before.page if before else "",
            )  # fmt: skip
        yield Observation(
            message=message,
            location=entry_location(disclosure.outline, entry),
            expected=None if wrong.actual is None else str(wrong.actual),
            actual=str(entry.page),
        )
    yield Tally(held=listed.held or 0)
