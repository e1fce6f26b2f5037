"""BL505: 增加、减少、持平与金额相反

## 检查什么
情况说明中的“增加”“减少”“增长”“下降”“持平”“大于”“小于”与金额比较：本年数大于上年数却写减少，
减少5万元却写增长3%，两年金额不同却写持平，都是矛盾。只是方向写反而数字没错的增减额也由本规则
报告。“增加0万元，增长0%”“减少0万元，下降0%”都可以。

## 为什么
套用上年文稿时，数字改了，“增加”“减少”忘了改，是常见的差错。

## 错误示例
```text
二、部门预算安排的总体情况

2024年基本支出105.00万元，比2023年的100.00万元减少5.00万元，下降5.00%。
```

## 正确示例
```text
二、部门预算安排的总体情况

2024年基本支出105.00万元，比2023年的100.00万元增加5.00万元，增长5.00%。
```

## 何时可以忽略
文字比较的是另一个口径；最好在文字中写明口径。

## 依据
《地方预决算公开操作规程》（财预〔2016〕143号）：对预算收支增减变化应当作出说明。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.diagnosis.relations import Kind
from budgetlint.finding import Severity
from budgetlint.rate_wording import direction_observation
from budgetlint.registry import rule
from budgetlint.wording import tallies

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.finding import Observation, Tally
    from budgetlint.registry import Options


@rule(code="BL505", name="direction-word", severity=Severity.ERROR, needs=("narrative",))
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """The defects in which a word contradicts the amounts."""
    yield from map(direction_observation, disclosure.diagnosis.of_kind(Kind.DIRECTION))
    yield from tallies(disclosure, Kind.DIRECTION)
