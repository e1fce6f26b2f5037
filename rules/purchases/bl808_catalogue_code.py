"""BL808: 采购目录编码是另一种物品的

## 检查什么
政府采购表中的采购目录编码与物品名称：名称在《政府采购品目分类目录》中另有编码，
而印出的编码是别的品目。2013年版、2022年版的编码都认可；名称不是目录中的叫法的不核对。

## 为什么
采购按目录编码实施和统计，编码错了，品目就错了。

## 错误示例
```text
六、政府采购预算情况

2024年，我局安排政府采购预算5.76万元。

部门政府采购预算表

| 304青禾县某某局 | 单位：万元 |
| 采购物品名称 | 采购目录编码 | 计量单位 | 数量 | 单价 | 合计 | 一般公共预算拨款 |
| 合计 | | | | | 5.76 | 5.76 |
| 台式计算机 | A02020400 | 台 | 12 | 0.48 | 5.76 | 5.76 |
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
当地另有自己的采购目录。

## 依据
财政部《政府采购品目分类目录》（财库〔2013〕189号、财库〔2022〕31号）。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.purchases.catalogue import misplaced_code
from budgetlint.finding import Observation, Severity, Tally
from budgetlint.lang import say
from budgetlint.registry import rule
from budgetlint.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.registry import Options


@rule(code="BL808", name="catalogue-code", severity=Severity.WARNING, needs=("purchases",))
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each item whose code is another thing's."""
    known = disclosure.purchases
    for statement in known.procurement:
        for item in known.items(statement) if statement.has("catalogue") else ():
            wrong = misplaced_code(item, known.catalogue, disclosure.year)
            if wrong is None:
                yield Tally(held=1)
                continue
            code = item.row.printed_code
            right = wrong.named[-1].code
            yield Observation(
                message=say(
                    "采购目录编码{code}是{name}，{item}的编码是{right}",
                    code=code,
                    name=quoted(wrong.of.name),
                    item=quoted(item.row.label),
                    right=right,
                ),
                location=statement.location(item.row, statement.column("catalogue")),
                expected=right,
                actual=code,
            )
