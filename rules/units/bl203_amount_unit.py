"""BL203: 金额的单位写错（元与万元、亿元混淆）

## 检查什么
情况说明中的金额与标准表（或与上下文的合计）正好相差一万倍或一亿倍，即数字对、单位错：
如表中 347.36 万元，文字写“347.36元”。标准表中个别格按另一单位填列（其余格单位正确）也在此报告。
机关运行经费等分项中，与基本支出表同名科目数字相同而单位不同的，同样报告。
没有表可对照时，同一部分的情况说明都用万元、只有一个不足一万的数用元，作为警告。

## 为什么
元印成万元或万元印成元，是公开后最容易被发现、影响最大的错误。

## 错误示例
```text
部门预算支出总表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 120.00 | 80.00 | 40.00 |

二、部门预算安排的总体情况

2024年安排基本支出80元，项目支出40万元。
```

## 正确示例
```text
部门预算支出总表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 120.00 | 80.00 | 40.00 |

二、部门预算安排的总体情况

2024年安排基本支出800000元，项目支出40万元。
```

## 何时可以忽略
没有；两处必有一处写错。

## 依据
《地方预决算公开操作规程》（财预〔2016〕143号）：公开内容应当真实、准确。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.amount import Unit
from budgetlint.finding import Observation, Severity, Tally
from budgetlint.lang import say
from budgetlint.registry import rule
from budgetlint.wording import observation, place_name, value_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.diagnosis.defects import Defect
    from budgetlint.disclosure.facts import Fact
    from budgetlint.registry import Options


_NEIGHBOURS = 3


@rule(code="BL203", name="amount-unit", severity=Severity.ERROR)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """Defects that another unit of the same digits would mend, and odd ones out."""
    for defect in disclosure.diagnosis.defects:
        if defect.misprinted_unit and not defect.suspect.misprinted:
            yield observation(defect, _message(defect))
    compared = _compared(disclosure)
    for facts in disclosure.facts.texts.values():
        odd = _odd_one_out(facts)
        if odd and odd not in compared:
            yield Observation(
                message=say(
                    "{place}写作{amount}，而同一部分其他金额都用万元，单位可能应为万元",
                    place=place_name(odd),
                    amount=value_text(odd),
                ),
                location=odd.location,
                actual=value_text(odd),
                severity=Severity.WARNING,
            )
        yield Tally(held=sum(fact.is_money for fact in facts))


def _compared(disclosure: Disclosure) -> set[Fact]:
    """The facts of the narrative that some relation confirms or contradicts."""
    held = [r for relations in disclosure.diagnosis.holding.values() for r in relations]
    failed = [r for defect in disclosure.diagnosis.defects for r in defect.relations]
    return {fact for relation in (*held, *failed) for fact in relation.facts}


def _odd_one_out(facts: Sequence[Fact]) -> Fact | None:
    """The one amount in 元 among several in 万元 that would be tiny for a budget."""
    stated = [f for f in facts if f.value and f.value.value and not f.unit_missing]
    in_yuan = [f for f in stated if f.value and f.value.unit is Unit.YUAN]
    in_wan = sum(f.value.unit is Unit.WAN for f in stated if f.value)
    if len(in_yuan) != 1 or in_wan < _NEIGHBOURS:
        return None
    value = in_yuan[0].value
    return in_yuan[0] if value and abs(value.value) < Unit.WAN.yuan else None


def _message(defect: Defect) -> str:
    suspect = defect.suspect
    other = next((f for f in defect.witnesses if f.value and f.value.value), None)
    basis = ""
    if other:
        is_rate = other.context.kind == "rate"
        basis = say(
            "，而{place}{value}" if is_rate else "，而{place}为{value}",
            place=place_name(other, suspect),
            value=value_text(other),
        )
    return say(
        "{place}写作{amount}{basis}，单位应为{unit}",
        place=place_name(suspect),
        amount=value_text(suspect),
        basis=basis,
        unit=defect.misprinted_unit,
    )
