"""BL108: 同一标题印了两次

## 检查什么
带序号的标题在同一部分紧接着又印一次，或者同一层的两项标题文字相同。
情况说明各部分的标题重复由 BL102 检查，表的标题由 BL109 检查。

## 为什么
多半是复制粘贴时多粘了一次，或者改了内容忘了改标题。

## 错误示例
```text
二、部门预算安排的总体情况
（一）收入说明
本年收入全部为财政拨款。
（二）支出说明
本年支出用于保障运转。
（三）支出说明
与上年持平。
```

## 正确示例
```text
二、部门预算安排的总体情况
（一）收入说明
本年收入全部为财政拨款。
（二）支出说明
本年支出用于保障运转。
（三）比上年增减情况
与上年持平。
```

## 何时可以忽略
两处确实说同一件事，例如按时间分述。

## 依据
《地方预决算公开操作规程》（财预〔2016〕143号）：公开形式应当规范。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.structure.list_faults import repeated_headings
from budgetlint.finding import Observation, Severity, Tally
from budgetlint.lang import say
from budgetlint.registry import rule
from budgetlint.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.registry import Options


@rule(code="BL108", name="repeated-heading", severity=Severity.WARNING)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each heading that is worded like an earlier one of its list."""
    repeated = list(repeated_headings(disclosure))
    yield Tally(held=disclosure.checked_lists.counted - len(repeated))
    for first, again in repeated:
        yield Observation(
            message=say(
                "标题{again}与前面的{first}重复",
                again=quoted(again.shown),
                first=quoted(first.shown),
            ),
            location=again.location(),
            related=(first.location(),),
        )
