"""BL809: 公用经费购置的资产在基本支出表中没有列作资本性支出

## 检查什么
政府采购表中由公用经费支付的固定资产，金额之和是否不超过基本支出表公用经费中办公设备购置、专用设备购置、
信息网络及软件购置更新、公务用车购置等各款之和。公用经费总额都不够的，由 BL401 报告。

## 为什么
购置固定资产应当列入资本性支出；列在办公费等科目的，两张表对不上。

## 错误示例
```text
部门预算一般公共预算财政拨款基本支出表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 人员经费 | 公用经费 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 26.00 | | 26.00 |
| 2 | 302 | 商品和服务支出 | 26.00 | | 26.00 |
| 3 | 30201 | 办公费 | 26.00 | | 26.00 |

六、政府采购预算情况

2024年，我局安排政府采购预算5.76万元。

部门政府采购预算表

| 304青禾县某某局 | 单位：万元 |
| 项目来源 | 采购物品名称 | 采购目录编码 | 计量单位 | 数量 | 单价 | 合计 | 一般公共预算拨款 |
| 合计 | | | | | | 5.76 | 5.76 |
| 公用经费 | 台式计算机 | A02010105 | 台 | 12 | 0.48 | 5.76 | 5.76 |
```

## 正确示例
```text
部门预算一般公共预算财政拨款基本支出表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 人员经费 | 公用经费 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 26.00 | | 26.00 |
| 2 | 302 | 商品和服务支出 | 20.00 | | 20.00 |
| 3 | 30201 | 办公费 | 20.00 | | 20.00 |
| 4 | 310 | 资本性支出 | 6.00 | | 6.00 |
| 5 | 31002 | 办公设备购置 | 6.00 | | 6.00 |

六、政府采购预算情况

2024年，我局安排政府采购预算5.76万元。

部门政府采购预算表

| 304青禾县某某局 | 单位：万元 |
| 项目来源 | 采购物品名称 | 采购目录编码 | 计量单位 | 数量 | 单价 | 合计 | 一般公共预算拨款 |
| 合计 | | | | | | 5.76 | 5.76 |
| 公用经费 | 台式计算机 | A02010105 | 台 | 12 | 0.48 | 5.76 | 5.76 |
```

## 何时可以忽略
所购物品达不到固定资产的标准，或由项目支出付款。

## 依据
《行政事业性国有资产管理条例》（国务院令第738号）；
《地方预决算公开操作规程》（财预〔2016〕143号）：应当公开国有资产占用情况，内容真实、准确。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.amount import amount_like
from budgetlint.disclosure.diagnosis.relations import sum_in_yuan
from budgetlint.disclosure.purchases.plans import assets_bought, equipment_paid_for
from budgetlint.finding import Observation, Severity, Tally
from budgetlint.lang import say
from budgetlint.registry import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.facts import Fact
    from budgetlint.disclosure.tables.statements import Statement
    from budgetlint.registry import Options

_NEEDS = ("purchases", "statements")
_BASIC = "public-basic"
_ECONOMIC = "3"
"""How the codes of 部门预算支出经济分类 begin."""


@rule(code="BL809", name="operating-assets", severity=Severity.INFO, needs=_NEEDS)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each part that buys more assets than it has money for equipment."""
    facts, known = disclosure.facts, disclosure.purchases
    tables = {s.part.start: s for s in disclosure.statements if s.spec.id == _BASIC}
    for part in disclosure.outline.parts:
        bought = assets_bought(part, facts, known, from_operating=True)
        basic = tables.get(part.start)
        if not bought or basic is None or basic.is_empty:
            continue
        if _is_doubted(disclosure, basic, bought):
            yield Tally(
                skipped=1, reason=say("政府采购表或基本支出表有错，未核对公用经费购置的资产")
            )
            continue
        paid = equipment_paid_for(part, facts, "operating")
        if sum_in_yuan(bought) <= sum_in_yuan(paid):
            yield Tally(held=1)
            continue
        less = (
            "政府采购表中由公用经费购置的资产共{bought}，"
            "基本支出表的公用经费中只有{paid}购置设备的支出"
        )
        none = (
            "政府采购表中由公用经费购置的资产共{bought}，基本支出表的公用经费中没有购置设备的支出"
        )
        yield Observation(
            message=say(
                less if paid else none,
                bought=_total_text(bought),
                paid=_total_text(paid) if paid else "",
            ),
            location=bought[0].location,
            related=tuple(fact.location for fact in (*bought[1:], *paid)),
        )


def _is_doubted(disclosure: Disclosure, basic: Statement, bought: list[Fact]) -> bool:
    """Whether a code or an amount is wrong already, in the table of basic expenditure or of what
    is bought: then it is not sure that anything else is."""
    suspects = [defect.suspect for defect in disclosure.diagnosis.defects]
    own = (basic.part, basic.spec.id)
    return (
        any(row.has_code and not row.code.startswith(_ECONOMIC) for row in basic.rows)
        or any(defect.statement is basic for defect in disclosure.code_defects)
        or any((s.context.part, s.context.statement) == own for s in suspects)
        or any(fact in suspects for fact in bought)
    )


def _total_text(facts: list[Fact]) -> str:
    """The sum in the unit in which the amounts are printed."""
    models = [fact.value for fact in facts if fact.value]
    return str(amount_like(sum_in_yuan(facts), models[0]))
