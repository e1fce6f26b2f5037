"""BL301: 同一行的合计与各列之和不符

## 检查什么
标准表每一行的“合计”是否等于它的分项列之和：基本支出 + 项目支出（+ 经营支出等）、
人员经费 + 公用经费、本年收入小计 + 上年结转、一般公共预算 + 政府性基金 + 国有资本经营预算。
“三公”经费增减变化表（按表头认出，不看标题）：增减额 = 本年 − 上年；增减额一律不带正负号的，
不核对这一列。
政府采购表每一行的合计等于各资金来源之和，不超过项目的预算资金，预留给中小企业的份额不超过合计。
空白格按 0 计。差额在四舍五入可能造成的范围以内不报错误；同一张表其他合计都分毫不差时才作为提示。
一个数错了会同时破坏行合计、上下级合计和别的表，本工具找出最可能错的那一格，只报告一次，
其余矛盾列在“相关位置”。

## 为什么
表内合计是读者最先验算的。《预算法》第十四条要求公开的预算真实、完整；
合计不平说明至少有一个数填错或漏填。

## 错误示例
```text
部门预算支出总表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 120.00 | 80.00 | 40.00 |
| 2 | 205 | 教育支出 | 120.00 | 80.00 | 40.00 |
| 3 | 20502 | 普通教育 | 120.00 | 80.00 | 40.00 |
| 4 | 2050201 | 学前教育 | 101.00 | 70.00 | 40.00 |
| 5 | 2050202 | 小学教育 | 10.00 | 10.00 | |
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
| 4 | 2050201 | 学前教育 | 110.00 | 70.00 | 40.00 |
| 5 | 2050202 | 小学教育 | 10.00 | 10.00 | |
```

## 何时可以忽略
表中另有本工具不认识的金额列，且差额正好在那一列。

## 依据
《中华人民共和国预算法》第十四条；《地方预决算公开操作规程》（财预〔2016〕143号）。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.diagnosis.relations import Kind
from budgetlint.finding import Severity
from budgetlint.registry import rule
from budgetlint.wording import diagnosed, rounded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.finding import Observation, Tally
    from budgetlint.registry import Options


@rule(code="BL301", name="row-total", severity=Severity.ERROR, needs=("tables",))
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """The defects that a row's total names, and totals that only rounding explains."""
    yield from diagnosed(disclosure, Kind.ROW)
    yield from rounded(disclosure, Kind.ROW)
