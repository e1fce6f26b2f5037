"""BL802: 计量单位与数量不符

## 检查什么
政府采购表、新增资产配置表中每一行的计量单位能不能计数：写成“万元”“元”的是货币单位，不是计量单位；
台、套、辆等整件计的物品，数量应为整数。

## 为什么
计量单位写成“万元”、数量写成1，等于没有列明采购数量，单价和数量都无从核对。

## 错误示例
```text
六、政府采购预算情况

2024年，我局安排政府采购预算5.76万元。

部门政府采购预算表

| 304青禾县某某局 | 单位：万元 |
| 采购物品名称 | 采购目录编码 | 计量单位 | 数量 | 单价 | 合计 | 一般公共预算拨款 |
| 合计 | | | | | 5.76 | 5.76 |
| 台式计算机 | A02010105 | 万元 | 1 | 5.76 | 5.76 | 5.76 |
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
当地的采购系统只能这样填写，并在表下说明。

## 依据
《中华人民共和国政府采购法》第三十三条：编制部门预算时，应当列出政府采购的项目及资金预算；
《地方预决算公开操作规程》（财预〔2016〕143号）。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.purchases.measures import MeasureFault, measure_fault
from budgetlint.finding import Observation, Severity, Tally
from budgetlint.lang import say
from budgetlint.registry import rule
from budgetlint.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.registry import Options


@rule(code="BL802", name="purchase-measure", severity=Severity.WARNING, needs=("purchases",))
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each item with a measure that does not count it."""
    for statement in disclosure.purchases.lists:
        for item in disclosure.purchases.items(statement):
            fault = measure_fault(item)
            if fault is None:
                yield Tally(held=1)
                continue
            measure, quantity = item.text("measure"), item.text("quantity")
            money = (
                "{item}的计量单位是{measure}，这是货币单位，"
                "应为台、套、批、项等能计数的单位，并列明数量和单价"
            )
            broken = "{item}的计量单位是{measure}，数量却是{quantity}，整件计的物品数量应为整数"
            message = say(
                money if fault is MeasureFault.MONEY else broken,
                item=quoted(item.row.label),
                measure=quoted(measure),
                quantity=quantity,
            )
            role = "measure" if fault is MeasureFault.MONEY else "quantity"
            yield Observation(
                message=message,
                location=statement.location(item.row, statement.column(role)),
                actual=item.text(role),
            )
