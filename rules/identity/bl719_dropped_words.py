"""BL719: 本单位名称漏了字

## 检查什么
情况说明和表中，本部门（单位）名称的最后几个字漏了，后面紧接着只能说机构的话（“青禾县植物园管理
隶属”“青禾县文化服务下设”，作警告）；或者地名之后漏了是管什么的（“青禾县局机关服务中心”作警告，
“青禾县局机关”作提示）。全称在同一部分至少出现三次才报告。“县局”“我局”等简称、
习惯称“县局机关”的系统（公安、税务等），不在其列。

## 为什么
名称不全，读者不知道说的是哪个单位。

## 错误示例
```text
青禾县植物园管理处2024年单位预算公开

一、单位职责及机构设置情况

青禾县植物园管理处负责植物园的养护。青禾县植物园管理隶属青禾县园林局。

三、机关运行经费安排情况

2024年，青禾县植物园管理处运行经费共计安排20.00万元。

六、政府采购预算情况

2024年，青禾县植物园管理处没有安排政府采购预算。
```

## 正确示例
```text
青禾县植物园管理处2024年单位预算公开

一、单位职责及机构设置情况

青禾县植物园管理处负责青禾县植物园管理和养护。青禾县植物园管理处隶属青禾县园林局，县局指导其工作。

三、机关运行经费安排情况

2024年，青禾县植物园管理处运行经费共计安排20.00万元。

六、政府采购预算情况

2024年，青禾县植物园管理处没有安排政府采购预算。
```

## 何时可以忽略
文中说明了这样简称。

## 依据
《地方预决算公开操作规程》（财预〔2016〕143号）：公开内容应当真实、准确。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.naming.dropped import dropped_words
from budgetlint.finding import Observation, Severity
from budgetlint.lang import say
from budgetlint.registry import rule
from budgetlint.wording import quoted, repeated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.registry import Options


@rule(code="BL719", name="dropped-words", severity=Severity.WARNING)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation]:
    """One observation for each form of a part's name that lacks words."""
    for slip in dropped_words(disclosure):
        first = slip.mentions[0]
        message = say(
            "{name}漏了字，应为{right}", name=quoted(first.text), right=quoted(slip.right)
        )
        yield Observation(
            message=message + repeated(slip.mentions),
            location=first.location,
            related=tuple(mention.location for mention in slip.mentions[1:]),
            expected=slip.right,
            actual=first.text,
            severity=None if slip.certain else Severity.INFO,
            subject=first.text,
        )
