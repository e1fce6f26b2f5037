"""BL207: 千分位的逗号位置不对

## 检查什么
金额中的逗号应从小数点向左每三位一个：1,234.56；写成12,34.56、1,2345.67、1234,567.00的，逗号位置不对。
仍按去掉逗号的数继续核对。

## 为什么
逗号错位往往是漏了或多了一位数字，读者会看错数量级。

## 错误示例
```text
部门预算支出总表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 1200.00 | 8,00.00 | 400.00 |
```

## 正确示例
```text
部门预算支出总表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 1,200.00 | 800.00 | 400.00 |
```

## 何时可以忽略
按万位分节是本单位的习惯。

## 依据
《出版物上数字用法》（GB/T 15835—2011）：阿拉伯数字、千分撇与小数点的写法。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.misprints import Slip
from budgetlint.finding import Severity, Tally
from budgetlint.misprint_wording import misprint_observations
from budgetlint.registry import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.finding import Observation
    from budgetlint.registry import Options


@rule(code="BL207", name="digit-grouping", severity=Severity.WARNING)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each amount."""
    found = list(misprint_observations(disclosure, Slip.GROUPING))
    yield from found
    yield Tally(held=len(disclosure.facts) - len(found))
