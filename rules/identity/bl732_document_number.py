"""BL732: 同一份文件的文号前后不一

## 检查什么
引用同一份文件的文号，前后是否一样：年份、顺序号相同而发文机关代字多或少一两个字（提示）；
文件名称、年份、代字都相同而顺序号的数字颠倒（警告）。只是括号不同（〔〕、[]、【】）的不算。

## 为什么
文号是查找依据文件的线索，前后不一时至少有一处查不到文件。

## 错误示例
```text
一、部门职责及机构设置情况
依据青农业发〔2023〕41号文件安排储备资金。
按照青农发〔2023〕41号文件的要求支付。
```

## 正确示例
```text
一、部门职责及机构设置情况
依据青农发〔2023〕41号文件安排储备资金。
按照青农发【2023】41号文件的要求支付。
```

## 何时可以忽略
确实是两个机关（或两个序列）的两份文件，年份和顺序号碰巧相同。

## 依据
《党政机关公文处理工作条例》（中办发〔2012〕14号）第九条：发文字号由发文机关代字、年份、发文顺序号组成。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.naming.cited_twice import differing_agencies, turned_serials
from budgetlint.finding import Observation, Severity, Tally
from budgetlint.lang import say
from budgetlint.registry import rule
from budgetlint.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.registry import Options


@rule(code="BL732", name="document-number-varied", severity=Severity.WARNING)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each document that is cited by two numbers."""
    numbers = disclosure.cited_numbers
    for odd, usual in differing_agencies(numbers):
        yield Observation(
            message=say(
                "文号{odd}在另一处写作{usual}，年份和顺序号相同，请核对是不是同一份文件",
                odd=quoted(odd[0].printed), usual=quoted(usual[0].printed),
            ),
            location=odd[0].location,
            related=tuple(number.location for number in (*odd[1:], usual[0])),
            actual=odd[0].printed,
            severity=Severity.INFO,
        )  # fmt: skip
    for odd, usual in turned_serials(numbers):
        yield Observation(
            message=say(
                "文号{odd}与{usual}后面的文件名称相同，顺序号的数字颠倒了",
                odd=quoted(odd[0].printed), usual=quoted(usual[0].printed),
            ),
            location=odd[0].location,
            related=tuple(number.location for number in (*odd[1:], usual[0])),
            actual=odd[0].printed,
        )  # fmt: skip
    if numbers:
        yield Tally(held=1)
