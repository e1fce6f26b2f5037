"""BL803: 政府采购表有一整列没有填写

## 检查什么
政府采购表、新增资产配置表列出了项目，而采购目录编码、计量单位、数量、单价等列从头到尾都是空白。
只采购服务、工程的，数量、单价空白只作提示。

## 为什么
采购预算应当按采购目录、数量和单价编列；整列空白，读者无法知道买的是什么、买多少。

## 错误示例
```text
六、政府采购预算情况

2024年，我局安排政府采购预算5.76万元。

部门政府采购预算表

| 304青禾县某某局 | 单位：万元 |
| 采购物品名称 | 采购目录编码 | 计量单位 | 数量 | 单价 | 合计 | 一般公共预算拨款 |
| 合计 | | | | | 5.76 | 5.76 |
| 台式计算机 | | 台 | 12 | 0.48 | 5.76 | 5.76 |
```

## 正确示例
```text
六、政府采购预算情况

2024年，我局安排政府采购预算5.76万元。

部门政府采购预算表

| 304青禾县某某局 | 单位：万元 |
| 采购物品名称 | 采购目录编码 | 计量单位 | 数量 | 单价 | 合计 | 一般公共预算拨款 |
| 合计 | | | | | 5.76 | 5.76 |
| 台式计算机 | A02010105 | 台 | 12 | 0.48 | 5.76 | 5.76 |
```

## 何时可以忽略
当地的表规定该列不填。

## 依据
《中华人民共和国政府采购法》第三十三条：编制部门预算时，应当列出政府采购的项目及资金预算；
《地方预决算公开操作规程》（财预〔2016〕143号）。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.finding import Observation, Severity, Tally
from budgetlint.lang import say
from budgetlint.registry import rule
from budgetlint.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.registry import Options

_COLUMNS = ("catalogue", "measure", "quantity", "price")
_COUNTED = ("quantity", "price")


@rule(code="BL803", name="empty-purchase-column", severity=Severity.WARNING, needs=("purchases",))
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each column without a word."""
    for statement in disclosure.purchases.lists:
        items = disclosure.purchases.items(statement)
        for role in _COLUMNS if items else ():
            if not statement.has(role):
                continue
            if any(item.text(role) for item in items):
                yield Tally(held=1)
                continue
            column = statement.column(role)
            goods = any(item.kind == "goods" for item in items)
            yield Observation(
                message=say(
                    "《{title}》列了{count}项，{column}一列却全部空白",
                    title=statement.title,
                    count=len(items),
                    column=quoted(column.title),
                ),
                location=statement.location(items[0].row, column),
                severity=None if goods or role not in _COUNTED else Severity.INFO,
            )
