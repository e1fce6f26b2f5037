"""BL209: 同一张表的金额小数位数不一致

## 检查什么
一张标准表中的金额，有的两位小数（23.45），有的一位（345.6）或没有。0与0.00不比较。

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

from budgetlint.disclosure.printed import AmountCell, amount_cells
from budgetlint.finding import Observation, Severity, Tally
from budgetlint.registry import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.registry import Options


@rule(code="BL209", name="decimals-mixed", severity=Severity.INFO, needs=("statements",))
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation a table, at the amounts that have not the usual number of decimals."""
    for statement in disclosure.statements:
        printed = [
            (cell, amount.decimals)
            for cell in amount_cells(statement)
            if cell.number and (amount := cell.amount) and amount.value
        ]
        count = Counter(decimals for _, decimals in printed)
        if len(count) < 2:
            yield Tally(held=1)
            continue
        usual = max(count, key=lambda decimals: (count[decimals], decimals))
        odd = [cell for cell, decimals in printed if decimals != usual]
        first, *rest = (cell.location for cell in odd)
        yield Observation(
            message=f"《{statement.title}》的金额大多{_kept(usual)}，{_examples(odd)}不是",
            location=first,
            related=tuple(rest),
        )


def _kept(decimals: int) -> str:
    return f"保留{decimals}位小数" if decimals else "没有小数"


def _examples(cells: list[AmountCell]) -> str:
    few = "、".join(dict.fromkeys(cell.folded for cell in cells[:3]))
    return f"{few}等{len(cells)}处" if len(cells) > 1 else few
