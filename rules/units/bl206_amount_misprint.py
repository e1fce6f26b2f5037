"""BL206: 金额写错：小数点不对，或数字中有字母

## 检查什么
标准表和情况说明中的金额：有两个小数点（12.34.56）、用逗号或句号作小数点（80,5、80。50）、
小数点前后没有数字、数字中夹有字母 O、l（1O.5）。能看出原意的，按原意继续核对其他数字；
与合计对不上的，给出按合计推算的数。

## 为什么
这样的数读者无法确定是多少，电子表格也不把它当作数，合计会少算。

## 错误示例
```text
部门预算支出总表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 120.00 | 80.00 | 40.00 |
| 2 | 205 | 教育支出 | 120.00 | 8O.00 | 40.00 |
```

## 正确示例
```text
部门预算支出总表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 120.00 | 80.00 | 40.00 |
| 2 | 205 | 教育支出 | 120.00 | 80.00 | 40.00 |
```

## 何时可以忽略
文件由扫描件识别得到，字母是识别错误。

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


@rule(code="BL206", name="amount-misprint", severity=Severity.ERROR)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each amount."""
    found = list(misprint_observations(disclosure, Slip.POINT, Slip.LETTER))
    yield from found
    yield Tally(held=len(disclosure.facts) - len(found))
