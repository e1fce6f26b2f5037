"""BL506: 百分比的基数写错

## 检查什么
完成预算的比例与写明的那个预算数（年初预算、全年预算、调整预算）算不上，却正好是文中另一个预算数的
比例：名称与数字不对应。写明的预算数是0而写出了完成比例的，也在此列。

## 为什么
年初预算和全年预算相差可能很大，写错名称会让人误解预算执行得好还是不好。

## 错误示例
```text
青禾县农业农村局2024年度部门决算

第三部分 2024年度部门决算情况说明

五、一般公共预算财政拨款支出决算情况说明

一般公共预算财政拨款支出年初预算为0万元，全年预算为321.02万元，支出决算为307.82万元，完成年初预算的95.89%。
```

## 正确示例
```text
青禾县农业农村局2024年度部门决算

第三部分 2024年度部门决算情况说明

五、一般公共预算财政拨款支出决算情况说明

一般公共预算财政拨款支出年初预算为0万元，全年预算为321.02万元，支出决算为307.82万元，完成全年预算的95.89%。
```

## 何时可以忽略
百分比确实按写明的预算数计算，与另一个预算数相符只是巧合。

## 依据
《部门决算管理办法》（财库〔2021〕36号）。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.diagnosis.rates import Ratio
from budgetlint.disclosure.diagnosis.relations import Kind
from budgetlint.finding import Severity, Tally
from budgetlint.rate_wording import base_observation
from budgetlint.registry import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.finding import Observation
    from budgetlint.registry import Options


@rule(code="BL506", name="rate-base", severity=Severity.WARNING, needs=("narrative",))
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """Rates that fit another base than the one they name."""
    diagnosis = disclosure.diagnosis
    yield from (base_observation(defect) for defect in diagnosis.defects if defect.misnamed_base)
    held = diagnosis.holding[Kind.PERCENTAGE]
    yield Tally(held=sum(isinstance(rate, Ratio) and bool(rate.others) for rate in held))
