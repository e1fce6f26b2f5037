"""BL604: 科目编码重复或没有按顺序排列

## 检查什么
同一张表里一个编码只出现一次；同一上级之下的科目按编码从小到大排列，下级紧跟在自己的上级之后。

## 为什么
重复的行使合计多算一次；次序错乱多因手工插行，容易漏行。

## 错误示例
```text
部门预算支出总表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 120.00 | 80.00 | 40.00 |
| 2 | 205 | 教育支出 | 120.00 | 80.00 | 40.00 |
| 3 | 20502 | 普通教育 | 120.00 | 80.00 | 40.00 |
| 4 | 2050202 | 小学教育 | 100.00 | 60.00 | 40.00 |
| 5 | 2050201 | 学前教育 | 20.00 | 20.00 | |
```

## 正确示例
```text
部门预算支出总表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 120.00 | 80.00 | 40.00 |
| 2 | 205 | 教育支出 | 120.00 | 80.00 | 40.00 |
| 3 | 20502 | 普通教育 | 120.00 | 80.00 | 40.00 |
| 4 | 2050201 | 学前教育 | 20.00 | 20.00 | |
| 5 | 2050202 | 小学教育 | 100.00 | 60.00 | 40.00 |
```

## 何时可以忽略
当地的表按单位分段列示科目。

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


@rule(code="BL604", name="code-order", severity=Severity.WARNING, needs=("statements",))
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each code with one of these faults."""
    yield from code_observations(disclosure, CodeFault.DUPLICATE, CodeFault.ORDER)
