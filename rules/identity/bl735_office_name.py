"""BL735: 内设机构、所属单位在两处名单中的名称不一致

## 检查什么
同一组内设机构、所属单位列了两次的（名单“下设甲、乙、丙股室”，各股室的职责“1、甲：……”，表中的“单位名称”一栏），名称是否一致。
两处多数名称相同、剩下的名称中有五个字以上而只差一两个字的，作报告：两种形式的名单除此之外全部对应的为警告，其余为提示。
数字、方位等有意的不同不算，括号里的说明不计。

## 为什么
同一个机构只有一个名称，以机构编制文件为准。两处不一样，至少有一处写错了或沿用了旧名称。

## 错误示例
```text
一、部门职责及机构设置情况

本局下设办公室、财务股、法规股、工业运行股四个股室。

1、办公室：承担文电、会务工作。
2、财务股：承担财务工作。
3、法规股：承担行政复议工作。
4、工业经济运行股：承担运行监测工作。
```

## 正确示例
```text
一、部门职责及机构设置情况

本局下设办公室、财务股、法规股、工业运行股四个股室。

1、办公室：承担文电、会务工作。
2、财务股：承担财务工作。
3、法规股：承担行政复议工作。
4、工业运行股：承担运行监测工作。
```

## 何时可以忽略
两处列的确实不是同一组机构，名称本来就相近。

## 依据
《地方预决算公开操作规程》（财预〔2016〕143号）：公开的说明应当包括本部门机构设置情况。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.naming.office_lists import named_twice
from budgetlint.finding import Observation, Severity, Tally
from budgetlint.lang import say
from budgetlint.registry import rule
from budgetlint.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.registry import Options


@rule(code="BL735", name="office-name", severity=Severity.WARNING)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each office that two lists call by different names."""
    found = list(named_twice(disclosure))
    for twice in found:
        yield Observation(
            message=say(
                "机构名称{name}在另一处名单中是{other}，两处应当一致",
                name=quoted(twice.name), other=quoted(twice.other),
            ),
            location=twice.place,
            related=(twice.other_place,),
            actual=twice.name,
            severity=None if twice.is_sure else Severity.INFO,
        )  # fmt: skip
    if not found:
        yield Tally(held=1)
