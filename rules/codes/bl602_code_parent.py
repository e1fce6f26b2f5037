"""BL602: 科目编码与所在的上级科目不符，或缺少上级科目行

## 检查什么
项的前 5 位应是所在款的编码，款的前 3 位应是所在类的编码。下级科目排在别的上级之下、
类款编码与其全部下级不符、印了下级而没有印上级科目，都在这里报告。
上级科目行缺失只报告一次，列在其第一个下级处。名称是所在上级之下的科目而编码只是打错的，给出应有的编码。

## 为什么
编码与层次不符，要么编码打错，要么行放错了地方，要么漏印了一行。

## 错误示例
```text
部门预算支出总表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 120.00 | 80.00 | 40.00 |
| 2 | 205 | 教育支出 | 120.00 | 80.00 | 40.00 |
| 3 | 20502 | 普通教育 | 120.00 | 80.00 | 40.00 |
| 4 | 2050201 | 学前教育 | 20.00 | 20.00 | |
| 5 | 2060202 | 小学教育 | 100.00 | 60.00 | 40.00 |
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
当地的表只列到类和项。

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


@rule(code="BL602", name="code-parent", severity=Severity.ERROR, needs=("statements",))
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each code with one of these faults."""
    yield from code_observations(disclosure, CodeFault.WRONG_PARENT, CodeFault.PARENT_MISSING)
