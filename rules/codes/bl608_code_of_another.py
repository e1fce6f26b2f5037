"""BL608: 科目编码与名称不是同一个科目

## 检查什么
编码和名称在该预算年度都有，但分属两个科目：多为编码打错一位，或名称错了一行。编码、名称合起来看哪种手误最小，
并与上级、下级、相邻各行相符的，作为应有的编码给出，金额也按它归类。
两个科目都确知的是错误，只确知一个的是警告，都不能确知的只给提示。同一错误在各表中出现只报告一次。
一个类、款连同下级都排在另一类、款的编码之下，或者两个编码的名称互换，各是一个发现。

## 为什么
编码与名称不符，汇总系统按编码归类，读者按名称理解，两者对不上。

## 错误示例
```text
部门预算一般公共预算财政拨款基本支出表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 人员经费 | 公用经费 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 12.00 | | 12.00 |
| 2 | 302 | 商品和服务支出 | 12.00 | | 12.00 |
| 3 | 30201 | 办公费 | 8.00 | | 8.00 |
| 4 | 30215 | 培训费 | 4.00 | | 4.00 |
```

## 正确示例
```text
部门预算一般公共预算财政拨款基本支出表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 人员经费 | 公用经费 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 12.00 | | 12.00 |
| 2 | 302 | 商品和服务支出 | 12.00 | | 12.00 |
| 3 | 30201 | 办公费 | 8.00 | | 8.00 |
| 4 | 30216 | 培训费 | 4.00 | | 4.00 |
```

## 何时可以忽略
没有；编码与名称必有一处错。

## 依据
财政部《政府收支分类科目》（按年度发布）；《中华人民共和国预算法实施条例》第六条。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.code_wording import code_observations
from budgetlint.disclosure.tables.codes_defects import CodeFault
from budgetlint.finding import Severity
from budgetlint.registry import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.finding import Observation, Tally
    from budgetlint.registry import Options


@rule(code="BL608", name="code-of-another", severity=Severity.ERROR, needs=("statements",))
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each code with the name of another."""
    yield from code_observations(disclosure, CodeFault.OF_ANOTHER, CodeFault.INTERCHANGED)
