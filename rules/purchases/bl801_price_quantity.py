"""BL801: 单价乘以数量与金额不符

## 检查什么
政府采购表、新增资产配置表中同时列出单价、数量和金额的每一行，单价 × 数量是否等于金额。
单价按印出的小数位代表一个区间，四舍五入造成的尾差不算不符；
单价没有注明单位、每一行都要按另一种单位（元或万元）才相符的，只作一条提示；
数量和单价都对、错的是金额时，金额还会破坏合计，由 BL301 或 BL302 报告一次。

## 为什么
采购预算按数量和单价编列，三者不符说明至少有一个填错，采购执行时也无从掌握。

## 错误示例
```text
六、政府采购预算情况

2024年，我局安排政府采购预算5.76万元。

部门政府采购预算表

| 304青禾县某某局 | 单位：万元 |
| 采购物品名称 | 采购目录编码 | 计量单位 | 数量 | 单价 | 合计 | 一般公共预算拨款 |
| 合计 | | | | | 5.76 | 5.76 |
| 台式计算机 | A02010105 | 台 | 12 | 0.84 | 5.76 | 5.76 |
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
单价是控制上限或平均数，表下有说明。

## 依据
《中华人民共和国政府采购法》第六条、第三十三条：采购应当严格按照批准的预算执行，
编制部门预算时列出政府采购的项目及资金预算；
《地方预决算公开操作规程》（财预〔2016〕143号）。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.diagnosis.relations import Kind
from budgetlint.finding import Observation, Severity
from budgetlint.lang import say
from budgetlint.registry import rule
from budgetlint.wording import diagnosed, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.finding import Tally
    from budgetlint.registry import Options


@rule(code="BL801", name="price-quantity", severity=Severity.ERROR, needs=("purchases",))
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """The defects that price × quantity names, and prices in another unit than the table's."""
    yield from diagnosed(disclosure, Kind.PRODUCT)
    for statement in disclosure.purchases.lists:
        if statement.price_unit:
            column = statement.column("price")
            yield Observation(
                message=say(
                    "《{title}》的{column}看来以{price_unit}为单位，"
                    "与表上注明的{unit}不同，应在列名中注明",
                    title=statement.title,
                    column=quoted(column.title),
                    price_unit=statement.price_unit,
                    unit=statement.unit,
                ),
                location=statement.location(),
                severity=Severity.INFO,
                subject="price-unit",
            )
