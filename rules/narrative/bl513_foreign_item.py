"""BL513: 机关运行经费中列了不属于它的支出

## 检查什么
机关运行经费的明细里有没有工资、奖金、社会保险缴费、住房公积金、离退休费等人员经费，
有没有对个人和家庭的补助、项目支出。只看总额之后“其中”“包括”“用于”引出的明细；
解释增减原因的文字不看。

## 为什么
机关运行经费只指用一般公共预算购买货物和服务、保障机关运行的资金，即公用经费。
把人员经费、项目支出写进来，读者会误以为机关运行开支很大，明细也加不出总额。

## 错误示例
```text
三、机关运行经费安排情况

2024年机关运行经费安排20.00万元，其中：办公费12.00万元、差旅费8.00万元；项目支出180.00万元。
```

## 正确示例
```text
三、机关运行经费安排情况

2024年机关运行经费安排20.00万元，其中：办公费12.00万元、差旅费8.00万元。
```

## 何时可以忽略
明细的名称与人员经费相同，但确实是从公用经费中列支的商品和服务支出；最好改用支出经济分类的名称。

## 依据
《预算法实施条例》第六条：机关运行经费应当公开；其口径是为保障行政单位运行用于购买货物和服务的各项资金。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.narrative.listing import FOREIGN
from budgetlint.finding import Observation, Severity, Tally
from budgetlint.lang import listed, say
from budgetlint.registry import rule
from budgetlint.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.registry import Options


@rule(code="BL513", name="foreign-item", severity=Severity.WARNING, needs=("narrative",))
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each list that has such items."""
    for facts in disclosure.facts.texts.values():
        found = [fact for fact in facts if fact.concept.startswith(FOREIGN)]
        yield Tally(held=0 if found else sum(fact.concept == "agency" for fact in facts))
        if found:
            names = listed(dict.fromkeys(quoted(fact.name) for fact in found))
            yield Observation(
                message=say(
                    "机关运行经费的明细里列了{names}，不是购买货物和服务的支出，不属于机关运行经费",
                    names=names,
                ),
                location=found[0].location,
                related=tuple(fact.location for fact in found[1:]),
                actual=found[0].name,
            )
