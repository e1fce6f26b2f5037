"""BL601: 科目编码的形式不对

## 检查什么
功能分类科目编码应为类 3 位、款 5 位、项 7 位数字，经济分类应为类 3 位、款 5 位数字。
报告位数不对、含有字母（如把 0 打成字母 O）或其他符号、全角数字、缺少编码。
单元格换行造成的空格不算错误。能从别的表或编码本身推断出正确编码时一并给出。

## 为什么
编码错一位，读者就查不到这个科目，汇总系统也会归错类。

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
| 5 | 205O202 | 小学教育 | 100.00 | 60.00 | 40.00 |
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
没有；除非原文件正确而文本转换出错。

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


@rule(code="BL601", name="code-form", severity=Severity.ERROR, needs=("statements",))
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each code with one of these faults."""
    yield from code_observations(
        disclosure, CodeFault.MISSING, CodeFault.FULL_WIDTH, CodeFault.NON_DIGIT, CodeFault.LENGTH
    )
