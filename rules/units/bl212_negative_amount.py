"""BL212: 金额不应为负数

## 检查什么
预算的标准表中出现负数（各栏名称、各行名称是增减、结转、结余、差额、调整的除外）；
决算的“三公”经费支出决算表中出现负数。正负号写错、改正后合计相符的，由合计的规则报告，不重复报告。

## 为什么
预算安排的收入和支出不会小于零；负数多半是公式或录入错误。

## 错误示例
```text
部门预算支出总表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 35.00 | 80.00 | -45.00 |
| 2 | 205 | 教育支出 | 35.00 | 80.00 | -45.00 |
```

## 正确示例
```text
部门预算支出总表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 125.00 | 80.00 | 45.00 |
| 2 | 205 | 教育支出 | 125.00 | 80.00 | 45.00 |
```

## 何时可以忽略
收回以前年度资金、冲减本年预算，并已在说明中写明。

## 依据
《中华人民共和国预算法》第二十七条：一般公共预算收入和支出的内容。
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from budgetlint.disclosure.printed import AmountCell, amount_cells
from budgetlint.finding import Observation, Severity, Tally
from budgetlint.fold import fold
from budgetlint.lang import say
from budgetlint.registry import rule
from budgetlint.wording import quoted, repeated, row_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.tables.statements import Statement
    from budgetlint.registry import Options

_MAY_BE_NEGATIVE = re.compile("增减|变动|差额|增加|减少|结转|结余|调整|分配|比上年|较上年")
_IN_FINAL_ACCOUNTS = "three-public"


@rule(code="BL212", name="negative-amount", severity=Severity.WARNING, needs=("statements",))
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation a table; amounts that some failed relation involves are told there."""
    told = {
        fact.location
        for defect in disclosure.diagnosis.defects
        for relation in defect.relations
        for fact in relation.facts
    }
    for statement in disclosure.statements:
        if not _is_never_negative(disclosure, statement):
            continue
        cells = list(amount_cells(statement))
        negative = [c for c in cells if _is_negative(c) and c.location not in told]
        yield Tally(held=len(cells) - len(negative))
        if negative:
            first, *rest = (cell.location for cell in negative)
            message = say(
                "{row}的{column}为{amount}，这里不应有负数",
                row=quoted(row_name(first)),
                column=quoted(first.column_label),
                amount=negative[0].amount,
            )
            yield Observation(
                message=message + repeated(negative),
                location=first,
                related=tuple(rest),
                actual=str(negative[0].amount),
            )


def _is_never_negative(disclosure: Disclosure, statement: Statement) -> bool:
    kind = disclosure.outline.template.kind
    return kind == "budget" or (kind == "final" and statement.spec.id == _IN_FINAL_ACCOUNTS)


def _is_negative(cell: AmountCell) -> bool:
    names = fold(f"{cell.column.title}{cell.row.label}")
    amount = cell.amount
    return amount is not None and amount.value < 0 and not _MAY_BE_NEGATIVE.search(names)
