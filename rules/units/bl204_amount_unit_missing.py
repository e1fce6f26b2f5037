"""BL204: 情况说明中的金额没有单位

## 检查什么
情况说明中收入、支出、“三公”经费等数量后面只有数字，没有“元”“万元”。
按上下文其他金额的单位理解后与标准表相符的，报错误；不能印证的，报警告。

## 为什么
没有单位的金额读者无法理解，也可能是“万元”二字在修改时被误删。

## 错误示例
```text
部门预算支出总表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 120.00 | 80.00 | 40.00 |

二、部门预算安排的总体情况

2024年安排基本支出80.00，项目支出40.00万元。
```

## 正确示例
```text
部门预算支出总表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 120.00 | 80.00 | 40.00 |

二、部门预算安排的总体情况

2024年安排基本支出80.00万元，项目支出40.00万元。
```

## 何时可以忽略
同一句开头已说明“（单位：万元）”。

## 依据
《地方预决算公开操作规程》（财预〔2016〕143号）：公开形式应当规范。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.diagnosis.relations import Kind
from budgetlint.finding import Observation, Severity, Tally
from budgetlint.lang import say
from budgetlint.registry import rule
from budgetlint.wording import beside, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.registry import Options


@rule(code="BL204", name="amount-unit-missing", severity=Severity.ERROR, needs=("narrative",))
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each amount without unit; a warning where no table confirms it."""
    facts = [fact for facts in disclosure.facts.texts.values() for fact in facts]
    confirmed = {
        id(fact)
        for relation in disclosure.diagnosis.holding[Kind.TEXT]
        for fact in relation.facts
        if not fact.is_zero
    }
    for fact in facts:
        if not fact.unit_missing or fact.value is None:
            continue
        number = f"{fact.value.value:.{fact.value.decimals}f}"
        sure = id(fact) in confirmed
        yield Observation(
            message=say(
                "{amount}没有写单位，按标准表应为{right}"
                if sure
                else "{amount}没有写单位，同一部分其他金额的单位是{unit}",
                amount=beside(quoted(fact.name), number),
                right=fact.value,
                unit=fact.value.unit,
            ),
            location=fact.location,
            expected=str(fact.value) if sure else None,
            actual=number,
            severity=None if sure else Severity.WARNING,
        )
    yield Tally(held=sum(fact.is_money and not fact.unit_missing for fact in facts))
