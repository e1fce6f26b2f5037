"""BL805: 没有购置计划，却安排了购置设备的钱

## 检查什么
文字说暂无购置固定资产的计划，或拟购置0元，而基本支出表安排了办公设备、专用设备、公务用车等购置支出，
或政府采购表列有作固定资产的货物。

## 为什么
用财政资金购置设备要有资产配置计划；一边没有计划，一边安排了钱，总有一处漏改。

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

2023年末青禾县某某局固定资产金额为20.00万元。本年度暂无购置固定资产计划。
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

2023年末青禾县某某局固定资产金额为20.00万元。本年度拟购置固定资产5.76万元。
```

## 何时可以忽略
所购物品达不到固定资产的标准。

## 依据
《行政事业性国有资产管理条例》（国务院令第738号）；
《地方预决算公开操作规程》（财预〔2016〕143号）：应当公开国有资产占用情况，内容真实、准确。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.purchases.plans import assets_bought, equipment_paid_for, no_plan
from budgetlint.finding import Observation, Severity, Tally
from budgetlint.lang import say
from budgetlint.registry import rule
from budgetlint.wording import place_name, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.registry import Options


@rule(code="BL805", name="asset-plan-missing", severity=Severity.WARNING, needs=("sections",))
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each part that plans to buy nothing and pays for equipment."""
    facts = disclosure.facts
    for part in disclosure.outline.parts:
        plan = no_plan(part, facts, disclosure.purchases)
        if plan is None:
            continue
        goods = [] if plan.is_amount else assets_bought(part, facts, disclosure.purchases)
        paid = equipment_paid_for(part, facts) or goods
        if not paid:
            yield Tally(held=1)
            continue
        one, several = (
            "文字写{said}，{place}却有{amount}",
            "文字写{said}，{place}却有{amount}等{count}项",
        )
        yield Observation(
            message=say(
                several if len(paid) > 1 else one,
                said=quoted(plan.location.text),
                place=place_name(paid[0]),
                amount=paid[0].value,
                count=len(paid),
            ),
            location=plan.location,
            related=tuple(fact.location for fact in paid),
        )
