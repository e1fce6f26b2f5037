"""BL201: 表没有注明金额单位

## 检查什么
每张有数字的标准表，表头或表题下应注明“单位：万元”或“单位：元”。
全部标准表都没有单位时只报告一次。

## 为什么
不写单位，读者无法知道是元还是万元，相差一万倍。

## 错误示例
```text
部门预算支出总表

| 304青禾县某某局 | 预算年度：2024 | |
| 序号 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 120.00 | 80.00 | 40.00 |
```

## 正确示例
```text
部门预算支出总表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 120.00 | 80.00 | 40.00 |
```

## 何时可以忽略
单位印在每页页眉，转换成文本时丢失。

## 依据
预算公开表样规定各表标明金额单位；《地方预决算公开操作规程》（财预〔2016〕143号）要求公开形式规范。
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from budgetlint.finding import Observation, Severity, Tally
from budgetlint.lang import say
from budgetlint.registry import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.registry import Options


@rule(code="BL201", name="table-unit-missing", severity=Severity.ERROR, needs=("tables",))
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation a table, or one for all where no table names a unit."""
    filled = [s for s in disclosure.statements if not s.is_empty]
    others = [s for s in disclosure.purchases.statements if not s.is_empty]
    silent = [s for s in filled if s.caption.unit is None]
    also = [s for s in others if s.caption.unit is None]
    failed = len(silent) + len(also)
    yield Tally(held=len(filled) + len(others) - failed, failed=failed)
    if len(silent) > 1 and len(silent) == len(filled):
        first, *rest = (replace(s.location(), key=f"{s.spec.id}/unit") for s in silent)
        yield Observation(
            message=say("{count}张标准表都没有注明金额单位（元或万元）", count=len(silent)),
            location=first,
            related=tuple(rest),
        )
        silent = []
    for statement in (*silent, *also):
        message = say("《{title}》没有注明金额单位（元或万元）", title=statement.title)
        if statement.unit:
            message += say("，其他表的单位是{unit}", unit=statement.unit)
        yield Observation(
            message=message,
            location=replace(statement.location(), key=f"{statement.spec.id}/unit"),
            expected=statement.unit.value if statement.unit else None,
        )
