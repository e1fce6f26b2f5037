"""BL209: 同一张表的金额小数位数不一致

## 检查什么
一张标准表中的金额，有的两位小数（23.45），有的一位（345.6）或没有。0与0.00不比较。多张表都是如此的，只提示一次。

## 为什么
预算、决算表通常统一保留两位小数；位数不一，合计容易因舍入出现尾差，也可能漏印了一位数字。

## 错误示例
```text
部门预算支出总表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 120.00 | 80.5 | 39.50 |
```

## 正确示例
```text
部门预算支出总表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 120.00 | 80.50 | 39.50 |
```

## 何时可以忽略
数值正确，只是没有补足末位的0。

## 依据
《出版物上数字用法》（GB/T 15835—2011）：阿拉伯数字、千分撇与小数点的写法。
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from budgetlint.disclosure.printed import amount_cells
from budgetlint.finding import Severity, Tally
from budgetlint.lang import say
from budgetlint.registry import rule
from budgetlint.table_wording import observations_by_table, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.printed import AmountCell
    from budgetlint.disclosure.tables.statements import Statement
    from budgetlint.finding import Observation
    from budgetlint.registry import Options


@rule(code="BL209", name="decimals-mixed", severity=Severity.INFO, needs=("statements",))
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation a table, at the amounts that have not the usual number of decimals."""
    mixed = [found for s in disclosure.statements if (found := _mixed(s))]
    yield from observations_by_table(mixed, "{tables}的金额小数位数不一致")
    yield Tally(held=len(disclosure.statements) - len(mixed))


def _mixed(statement: Statement) -> tuple[str, list[AmountCell]] | None:
    printed = [
        (cell, amount.decimals)
        for cell in amount_cells(statement)
        if cell.number and (amount := cell.amount) and amount.value
    ]
    count = Counter(decimals for _, decimals in printed)
    if len(count) <= 1:
        return None
    usual = max(count, key=lambda decimals: (count[decimals], decimals))
    odd = [cell for cell, decimals in printed if decimals != usual]
    kept = "《{title}》的金额大多保留{usual}位小数，{odd}不是"
    whole = "《{title}》的金额大多没有小数，{odd}不是"
    message = say(kept if usual else whole, title=statement.title, usual=usual, odd=shown(odd))
    return message, odd
