"""BL806: 拟购置的资产在政府采购表中没有

## 检查什么
文字列举拟购置的固定资产（主要为计算机、空调等），而政府采购表里没有这种物品。
同一种物品的不同叫法（电脑、台式计算机）算作相同；“通用设备”这样的统称不核对。

## 为什么
所购资产“已列入政府采购预算”，就应当能在采购表中找到；找不到多因照抄上年的文字。

## 错误示例
```text
六、政府采购预算情况

2024年，我局安排政府采购预算5.76万元。

部门政府采购预算表

| 304青禾县某某局 | 单位：万元 |
| 采购物品名称 | 采购目录编码 | 计量单位 | 数量 | 单价 | 合计 | 一般公共预算拨款 |
| 合计 | | | | | 5.76 | 5.76 |
| 台式计算机 | A02010105 | 台 | 12 | 0.48 | 5.76 | 5.76 |

七、国有资产信息

2023年末青禾县某某局固定资产金额为20.00万元。本年度拟购置固定资产5.76万元，主要为计算机、空调等，已列入政府采购预算。
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

七、国有资产信息

2023年末青禾县某某局固定资产金额为20.00万元。本年度拟购置固定资产5.76万元，主要为计算机等，已列入政府采购预算。
```

## 何时可以忽略
该资产不属于政府采购的范围，由单位自行购置。

## 依据
《行政事业性国有资产管理条例》（国务院令第738号）；
《地方预决算公开操作规程》（财预〔2016〕143号）：应当公开国有资产占用情况，内容真实、准确。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.purchases.plans import not_in_table
from budgetlint.finding import Observation, Severity, Tally
from budgetlint.lang import say
from budgetlint.registry import rule
from budgetlint.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.registry import Options


@rule(code="BL806", name="bought-asset-unlisted", severity=Severity.INFO, needs=("purchases",))
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each thing to be bought that the procurement table lacks."""
    for part in disclosure.outline.parts:
        table = disclosure.purchases.table(part, "procurement")
        for name, place in not_in_table(part, disclosure.purchases):
            yield Observation(
                message=say(
                    "文字说拟购置{name}，《{title}》中没有这种物品",
                    name=quoted(name),
                    title=table.title if table else "",
                ),
                location=place,
                actual=name,
            )
