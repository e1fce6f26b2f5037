"""BL807: 拟购置0元，却写“已列入政府采购预算”

## 检查什么
文字写拟购置固定资产0元，后面仍留着“已按要求列入政府采购预算，详见政府采购预算表”。

## 为什么
没有购置就没有什么可以列入；这是模板上的话没有随数字改。

## 错误示例
```text
七、国有资产信息

2023年末青禾县某某局固定资产金额为20.00万元。本年度拟购置固定资产总额为0.00万元，已按要求列入政府采购预算，详见政府采购预算表。
```

## 正确示例
```text
七、国有资产信息

2023年末青禾县某某局固定资产金额为20.00万元。本年度没有购置固定资产。
```

## 何时可以忽略
当地的格式要求保留这句话。

## 依据
《行政事业性国有资产管理条例》（国务院令第738号）；
《地方预决算公开操作规程》（财预〔2016〕143号）：应当公开国有资产占用情况，内容真实、准确。
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


@rule(code="BL807", name="zero-purchase-included", severity=Severity.INFO, needs=("sections",))
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each part that includes nothing in the procurement budget."""
    for part in disclosure.outline.parts:
        said = disclosure.purchases.words_of(part).first("in_procurement")
        amounts = disclosure.facts.text(part, "assets.purchase", "this", "level")
        if said is None or not amounts:
            continue
        if not all(fact.is_zero for fact in amounts):
            yield Tally(held=1)
            continue
        yield Observation(
            message=say(
                "拟购置固定资产为{amount}，却写{said}",
                amount=amounts[0].value,
                said=quoted(said.text),
            ),
            location=said,
            related=(amounts[0].location,),
        )
