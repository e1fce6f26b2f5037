"""BL208: 同一张表的金额有的用千分位逗号、有的不用

## 检查什么
一张标准表中一千以上的金额，有的写成1,234.56，有的写成1234.56。只比较整数部分有四位以上的数。多张表都是如此的，只提示一次。

## 为什么
写法不统一，多半是数字从不同的表中拼来，值得核对。

## 错误示例
```text
部门预算支出总表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 4,200.00 | 1800.00 | 2,400.00 |
```

## 正确示例
```text
部门预算支出总表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 4,200.00 | 1,800.00 | 2,400.00 |
```

## 何时可以忽略
两种写法都正确，只是不统一。

## 依据
《出版物上数字用法》（GB/T 15835—2011）：阿拉伯数字、千分撇与小数点的写法。
"""

from __future__ import annotations

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


@rule(code="BL208", name="separators-mixed", severity=Severity.INFO, needs=("statements",))
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation a table, at the amounts that are printed like the fewer."""
    mixed = [found for s in disclosure.statements if (found := _mixed(s))]
    yield from observations_by_table(mixed, "{tables}的金额有的用千分位逗号，有的不用")
    yield Tally(held=len(disclosure.statements) - len(mixed))


def _mixed(statement: Statement) -> tuple[str, list[AmountCell]] | None:
    large = [cell for cell in amount_cells(statement) if cell.may_be_grouped]
    grouped = [cell for cell in large if cell.is_grouped]
    plain = [cell for cell in large if not cell.is_grouped]
    if not (grouped and plain):
        return None
    message = say(
        "《{title}》的金额有的用千分位逗号（{grouped}），有的不用（{plain}）",
        title=statement.title,
        grouped=shown(grouped),
        plain=shown(plain),
    )
    return message, min(plain, grouped, key=len)
