"""BL105: 同一层的序号写法不一致

## 检查什么
同一层的几项用了不同写法的序号而数目相接，如“（1）”“（2）”之后是“（三）”，应为“（3）”。
情况说明各部分自己的序号由 BL103 检查。只是标点不同（“1、”和“1．”）的不算；这一项若可能另成一层
（前面有同样写法的序号，或者有可能丢了序号的标题），不报告。

## 为什么
读者分不清层次：（三）看起来是上一层的第三项。

## 错误示例
```text
二、部门预算安排的总体情况
（1）收入说明
本年收入全部为财政拨款。
（2）支出说明
本年支出用于保障运转。
（三）比上年增减情况
与上年持平。
```

## 正确示例
```text
二、部门预算安排的总体情况
（1）收入说明
本年收入全部为财政拨款。
（2）支出说明
本年支出用于保障运转。
（3）比上年增减情况
与上年持平。
```

## 何时可以忽略
转换文件时丢了上一层的序号，原文件中层次分明。

## 依据
《地方预决算公开操作规程》（财预〔2016〕143号）：公开形式应当规范。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.structure.list_faults import FaultKind
from budgetlint.finding import Observation, Severity, Tally
from budgetlint.lang import say
from budgetlint.registry import rule
from budgetlint.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.registry import Options


@rule(code="BL105", name="list-number-style", severity=Severity.WARNING)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each item whose number continues the count in another kind."""
    lists = disclosure.checked_lists
    faults = [fault for fault in lists.faults if fault.kind is FaultKind.STYLE]
    yield Tally(held=lists.counted - len(faults))
    for fault in faults:
        yield Observation(
            message=say(
                "{item}的序号写作{printed}，与前面的{before}写法不同，应为{right}",
                item=quoted(fault.item.shown),
                printed=quoted(fault.item.mark),
                before=quoted(fault.before.mark),
                right=quoted(fault.right or ""),
            ),
            location=fault.item.location(),
            related=(fault.before.location(),),
            expected=fault.right,
            actual=fault.item.mark,
        )
