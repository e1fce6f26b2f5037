"""BL504: 百分比与金额不符

## 检查什么
情况说明中的增减幅度、占比、完成预算的比例，用文中的金额重新计算：增减幅度 = 增减额 ÷ 上年数，
占比 = 分项 ÷ 总数，完成比例 = 决算数 ÷ 预算数。金额是四舍五入后的数，百分比落在这些数允许的
范围内就算相符，小数位截尾也算相符；上年数是0时增长多少都不算错；占比合计凑成100%的，允许差
最后一位。“三公”经费增减变化表的增减率也这样核对，不看正负号。没有写全金额、写着“约”“以上”、比较的基数不是同一个的，不核对。

## 为什么
百分比由人另算，改了金额忘了改百分比，或者用错了分母（拿本年数当上年数），读者一算就能发现。

## 错误示例
```text
二、部门预算安排的总体情况

2024年预算收支安排100.00万元，比上年减少5.00万元，下降8.93%。其中：基本支出60.00万元，占60.00%；项目支出40.00万元，占40.00%。
```

## 正确示例
```text
二、部门预算安排的总体情况

2024年预算收支安排100.00万元，比上年减少5.00万元，下降4.76%。其中：基本支出60.00万元，占60.00%；项目支出40.00万元，占40.00%。
```

## 何时可以忽略
百分比是按未列出的口径（如剔除一次性因素）计算的；最好在文字中写明口径。

## 依据
《地方预决算公开操作规程》（财预〔2016〕143号）：对预算收支增减变化应当作出说明。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.diagnosis.relations import Kind
from budgetlint.finding import Severity
from budgetlint.rate_wording import rate_observation
from budgetlint.registry import rule
from budgetlint.wording import tallies

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.finding import Observation, Tally
    from budgetlint.registry import Options


@rule(code="BL504", name="percentage", severity=Severity.ERROR, needs=("narrative",))
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """The defects that a rate, share or completion names."""
    yield from map(rate_observation, disclosure.diagnosis.of_kind(Kind.PERCENTAGE))
    yield from tallies(disclosure, Kind.PERCENTAGE)
