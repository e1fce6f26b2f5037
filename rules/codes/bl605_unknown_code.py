"""BL605: 没有这个科目编码

## 检查什么
编码在该预算年度的政府收支分类科目中没有。某一科目的下级已知是全的（类级、经济分类各款等），没有就是错误；
其他地方，budgetlint 所知的科目可能不全，只给提示；名称正是另一个没有印出的科目、编码只差一位的，
给警告。能从名称、上级、相邻各行和别的表推断出正确编码时一并给出。一个没有的编码连同它的下级只报告一次。

## 为什么
没有的编码查不到对应的科目，多为打错了一位。

## 错误示例
```text
部门预算一般公共预算财政拨款基本支出表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 人员经费 | 公用经费 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 12.00 | | 12.00 |
| 2 | 302 | 商品和服务支出 | 12.00 | | 12.00 |
| 3 | 30201 | 办公费 | 8.00 | | 8.00 |
| 4 | 30261 | 维修（护）费 | 4.00 | | 4.00 |
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
当地财政部门增设的科目：在配置中补充本地科目后不再提示。

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


@rule(code="BL605", name="unknown-code", severity=Severity.ERROR, needs=("statements",))
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each code that the year does not have."""
    yield from code_observations(disclosure, CodeFault.UNKNOWN)
