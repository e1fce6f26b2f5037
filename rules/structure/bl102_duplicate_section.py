"""BL102: 情况说明的同一部分出现两次

## 检查什么
同一部分（部门或单位）的情况说明里，同一标题出现两次。目录中的标题不算。

## 为什么
多半是复制时重复粘贴，两处内容往往还不一致。

## 错误示例
```text
一、部门职责及机构设置情况
略。
二、部门预算安排的总体情况
略。
三、机关运行经费安排情况
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
《地方预决算公开操作规程》（财预〔2016〕143号）：公开形式应当规范。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.finding import Observation, Severity, Tally
from budgetlint.lang import say
from budgetlint.registry import rule
from budgetlint.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.structure.sections import Section
    from budgetlint.registry import Options


@rule(
    code="BL102",
    name="duplicate-section",
    severity=Severity.ERROR,
    needs=("section-template", "sections"),
)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each heading after the first of its kind."""
    for part in disclosure.outline.parts:
        first: dict[str, Section] = {}
        for section in part.sections:
            original = first.setdefault(section.spec.id, section)
            if original is not section:
                yield Observation(
                    message=say(
                        "{heading}重复出现，与前面的{first}是同一部分",
                        heading=quoted(section.heading),
                        first=quoted(original.heading),
                    ),
                    location=part.location(section),
                    related=(part.location(original),),
                )
        yield Tally(held=len(first))
