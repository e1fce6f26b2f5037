"""BL911: 句子重复

## 检查什么
同一章节的正文中，同样的一句话（12个字以上）、一段话一字不差地出现两次以上。
标题、目录、表格不算；不同章节之间的重复（如职责在绩效部分再说一遍）也不算。
带数字的句子、用途和原因、“无……”一类的说明，只有在同一段里接连写了两遍，或者整段（30个字以上）接连写了两遍才算。
紧挨着重复的报告为警告；隔着其他句子的，只有整段（20个字以上）重复才提示。

## 为什么
多半是复制后漏改：该写另一项内容的地方仍是上一项的内容。

## 错误示例
```text
青禾县水利局2024年部门预算公开

一、部门职责及机构设置情况

（一）负责全县水利工程的建设和运行管理工作。

（二）负责全县水利工程的建设和运行管理工作。
```

## 正确示例
```text
青禾县水利局2024年部门预算公开

一、部门职责及机构设置情况

（一）负责全县水利工程的建设和运行管理工作。

（二）负责全县农村供水工程的水质监督工作。
```

## 何时可以忽略
两处确实要说同样的话，如两个内设机构都承担同一项工作。

## 依据
《地方预决算公开操作规程》（财预〔2016〕143号）：公开的内容应当真实、准确。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.repetitions import find_repetitions
from budgetlint.finding import Observation, Severity
from budgetlint.lang import say
from budgetlint.registry import rule
from budgetlint.wording import quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.registry import Options

_LONGEST = 24


@rule(code="BL911", name="repeated-sentence", severity=Severity.WARNING)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation]:
    """One observation for each sentence, with all its places."""
    for repetition in find_repetitions(disclosure):
        first, *others = repetition.places
        shown = quoted(shortened(first.marked, _LONGEST))
        count = len(repetition.places)
        if repetition.adjacent:
            message = say(
                "{text}紧接着又写了一遍（共{count}处），多半是复制后漏改", text=shown, count=count
            )
        else:
            message = say(
                "{text}在同一章节写了不止一遍（共{count}处），请核对是否复制后漏改",
                text=shown,
                count=count,
            )
        yield Observation(
            message=message,
            location=first,
            related=tuple(others),
            severity=None if repetition.adjacent else Severity.INFO,
            subject=repetition.text,
        )
