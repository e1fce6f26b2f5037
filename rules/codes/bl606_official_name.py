"""BL606: 科目名称与正式名称不同

## 检查什么
编码正确，但名称不是该编码在该预算年度的正式名称。空格、换行、引号、括号、全角半角、“其它”与“其他”的不同不计，
名称末尾的（类）（款）（项）不计，通行的写法不计。文档别处印有正式名称的是错误，其余是警告；
仅多或少“支出”二字、标点等常见的写法，没有见到印出原文的科目，只给提示。同一写法在各表中出现只报告一次。

## 为什么
名称与正式科目不同，读者会以为是另一个科目，与上级、财政的数据也对不上。

## 错误示例
```text
部门预算一般公共预算财政拨款基本支出表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 人员经费 | 公用经费 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 12.00 | | 12.00 |
| 2 | 302 | 商品和服务支出 | 12.00 | | 12.00 |
| 3 | 30201 | 办公费 | 8.00 | | 8.00 |
| 4 | 30213 | 修缮维护费 | 4.00 | | 4.00 |
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
| 4 | 30213 | 维修（护）费 | 4.00 | | 4.00 |
```

## 何时可以忽略
当地统一使用的写法。

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


@rule(code="BL606", name="official-name", severity=Severity.ERROR, needs=("statements",))
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each name that is not the official one."""
    yield from code_observations(disclosure, CodeFault.NAME)
