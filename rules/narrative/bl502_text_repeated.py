"""BL502: 情况说明中同一数字前后不一致

## 检查什么
同一个数（如“三公”经费总额、基本支出）在同一部分的情况说明里出现两次以上，各处应当相同。
与标准表比得出哪一处错的，由 BL501 报告。

## 为什么
没有标准表（表另行公布）时，前后文互相核对是唯一能发现抄写错误的办法。

## 错误示例
```text
四、财政拨款“三公”经费预算情况及增减变化原因

2024年“三公”经费预算安排8.00万元，与上年持平。公务接待费2.00万元。

2024年“三公”经费预算8.50万元，落实过紧日子要求。
```

## 正确示例
```text
四、财政拨款“三公”经费预算情况及增减变化原因

2024年“三公”经费预算安排8.00万元，与上年持平。公务接待费2.00万元。

2024年“三公”经费预算8万元，落实过紧日子要求。
```

## 何时可以忽略
两处说的不是同一个口径或同一个单位。

## 依据
《地方预决算公开操作规程》（财预〔2016〕143号）。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.diagnosis.relations import Kind
from budgetlint.finding import Severity
from budgetlint.registry import rule
from budgetlint.wording import diagnosed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.finding import Observation, Tally
    from budgetlint.registry import Options


@rule(code="BL502", name="text-repeated", severity=Severity.ERROR, needs=("narrative",))
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """The defects that two statements of one quantity in the text name."""
    yield from diagnosed(disclosure, Kind.REPEATED)
