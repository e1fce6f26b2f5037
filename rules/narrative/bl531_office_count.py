"""BL531: 内设机构（所属单位）的个数与所列名称不符

## 检查什么
“内设4个科室：甲、乙、丙……”“下设甲、乙、丙三个股室”一类的句子：写的个数与列出的名称个数是否相等。
名称中的“和”“及”可能连接两个名称，也可能在名称之内，两种数法有一种相符即可；括号里的说明不计；
分组写个数的（下设11个科室：行政科室6个……，事业科室5个……），核对各组之和；
以“等”结尾的、列举的不像机构名称的，不核对。
写明“分别为”“即”的为错误，其余为警告。

## 为什么
机构改革后个数改了名单没改，或名单改了个数没改，是沿用上年文字时常见的错误。

## 错误示例
```text
一、部门职责及机构设置情况

青禾县农业农村局内设机构4个，分别为办公室、种植业管理股、质量监管股、乡村产业股、财务股。
```

## 正确示例
```text
一、部门职责及机构设置情况

青禾县农业农村局内设机构5个，分别为办公室、种植业管理股、质量监管股、乡村产业股、财务股。
```

## 何时可以忽略
有的机构合署办公，按一个计算。

## 依据
《地方预决算公开操作规程》（财预〔2016〕143号）：公开的说明应当包括本部门机构设置情况。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.narrative.offices import office_counts
from budgetlint.finding import Observation, Severity, Tally
from budgetlint.lang import listed, say
from budgetlint.registry import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.registry import Options

_OFFICES = "{}个"


@rule(code="BL531", name="office-count", severity=Severity.ERROR)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each number that its list contradicts."""
    for counted in office_counts(disclosure.document, disclosure.outline):
        if counted.agrees:
            yield Tally(held=1)
            continue
        names = listed(say("{name}", name=name) for name in counted.names)
        yield Observation(
            message=say(
                "写明{noun}{stated}个，列出的是{least}个：{names}",
                noun=counted.noun,
                stated=counted.stated,
                least=counted.least,
                names=names,
            ),
            location=counted.location,
            expected=_OFFICES.format(counted.least) if counted.least == counted.most else None,
            actual=_OFFICES.format(counted.stated),
            severity=None if counted.is_all else Severity.WARNING,
        )
