"""BL603: 科目编码与名称前后不一致

## 检查什么
同一份文档里，一个编码只能有一个名称，一个名称在同一层次、同一位置也只能有一个编码。
同一编码在不同的表里名称不同，或同一科目在某张表里编码与其他表不同：哪一处错，以政府收支分类科目为准；
不能这样判断的，看哪一处放错了位置、哪一处较少见。名称确知不是正式名称的，由 BL606 至 BL608 报告。
款与项同名（如 20899 与 2089999 都叫“其他社会保障和就业支出”）是正常的；空格、换行、全角半角不计。

## 为什么
编码和名称是一一对应的，前后不一致必有一处错。

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
| 5 | 2050201 | 小学教育 | 100.00 | 60.00 | 40.00 |
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
没有；两处必有一处错。

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


@rule(code="BL603", name="code-name", severity=Severity.ERROR, needs=("statements",))
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each code with one of these faults."""
    yield from code_observations(disclosure, CodeFault.TWO_NAMES, CodeFault.WRONG_CODE)
