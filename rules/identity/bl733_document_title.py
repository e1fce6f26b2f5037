"""BL733: 同一份文件的名称前后不一

## 检查什么
《》中的文件名称，有没有两个只差中间一个字，或者相邻两个字颠倒的。数字、方位、层级、地名等有意的不同不算。
其中一个出现两次以上、另一个只出现一次的，作警告；各出现一次的，作提示。

## 为什么
一字之差多是录入错误，依据的文件名称写错，读者查不到文件。

## 错误示例
```text
一、部门职责及机构设置情况
根据《青禾县农业技术推广资金管理办法》安排资金。
按照《青禾县农业技术推广资金管理办法》支付。
按照《青禾县农业技木推广资金管理办法》考核。
```

## 正确示例
```text
一、部门职责及机构设置情况
根据《青禾县农业技术推广资金管理办法》安排资金。
按照《青禾县农业技术推广资金管理办法》支付。
按照《柳河县农业技术推广资金管理办法》考核。
```

## 何时可以忽略
确实是两份文件，名称本来就只差一个字。

## 依据
《党政机关公文处理工作条例》（中办发〔2012〕14号）第十九条：公文起草应当表述准确。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.naming.citations import cited_titles
from budgetlint.disclosure.naming.cited_twice import varied_titles
from budgetlint.finding import Observation, Severity, Tally
from budgetlint.lang import say
from budgetlint.registry import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.registry import Options


@rule(code="BL733", name="document-title-varied", severity=Severity.WARNING)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each pair of titles of which one is a slip of the other."""
    titles = list(cited_titles(disclosure.passages))
    for odd, usual in varied_titles(titles):
        clear = len(odd) == 1 and len(usual) > 1
        yield Observation(
            message=say(
                "文件名称《{odd}》与另外{count}处的《{usual}》只差一处，请核对是不是同一份文件",
                odd=odd[0].location.marked, usual=usual[0].location.marked, count=len(usual),
            ),
            location=odd[0].location,
            related=tuple(title.location for title in (*odd[1:], usual[0])),
            expected=usual[0].location.marked if clear else None,
            actual=odd[0].location.marked,
            severity=None if clear else Severity.INFO,
        )  # fmt: skip
    if titles:
        yield Tally(held=1)
