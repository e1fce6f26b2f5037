"""BL508: 原因与增减方向相反

## 检查什么
增减的原因与增减的方向相反：减少了却写“增加的原因”，与上年持平却写“下降的原因”，减少了而原因只说车辆、
接待批次等增加，增加了而原因只说压减、严控，有增减而表中的原因写“无增减变化”。
原因中有增有减、列出金额、说到上年基数、报废更新或替代方式的，不判断。
“三公”经费以外只凭原因的内容判断的，只作提示。决算与预算数相比的原因同样核对。

## 为什么
套用上年文稿时，数字改了，原因忘了改，是常见的差错；读者一看便知道原因不是真的。

## 错误示例
```text
四、财政拨款“三公”经费预算情况及增减变化原因

2024年“三公”经费预算安排5.00万元，比上年减少1.00万元，增加的主要原因是公务接待批次增加。
```

## 正确示例
```text
四、财政拨款“三公”经费预算情况及增减变化原因

2024年“三公”经费预算安排5.00万元，比上年减少1.00万元，减少的主要原因是公务接待批次减少。
```

## 何时可以忽略
原因说的是抵消之后的结果；最好把增加、减少两方面都写出来。

## 依据
《地方预决算公开操作规程》（财预〔2016〕143号）：公开内容应当真实、完整、准确。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.finding import Observation, Severity, Tally
from budgetlint.lang import say
from budgetlint.reason_wording import moved_text
from budgetlint.registry import rule
from budgetlint.taxonomy.reasons import reasons
from budgetlint.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.narrative.reasons import Reason
    from budgetlint.registry import Options

_DIRECTIONS = {1: "原因说的却是增加：{text}", -1: "原因说的却是减少：{text}"}


@rule(code="BL508", name="reason-contradicts", severity=Severity.WARNING, needs=("narrative",))
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each reason of the opposite direction."""
    for section in disclosure.explained_changes:
        wrong = [(reason, said) for reason in section.reasons if (said := _contradiction(reason))]
        yield Tally(held=len(section.reasons) - len(wrong))
        for reason, said in wrong:
            sure = reason.labelled or section.spec.severity == "warning"
            change = reason.change
            yield Observation(
                message=say("{change}，{said}，互相矛盾", change=moved_text(change), said=said),
                location=reason.location,
                related=(change.location,),
                severity=None if sure else Severity.INFO,
            )


def _contradiction(reason: Reason) -> str:
    """What the reason says against its change, or ""."""
    sign = reason.change.sign
    if reason.labelled:
        against = reason.change.level if not sign else reason.labelled != sign
        return say("却写“{label}的原因”", label=reason.label) if against else ""
    if sign and reasons().unchanged.fullmatch(reason.text):
        return say("原因却写{text}", text=quoted(reason.text))
    if sign and reason.direction == -sign:
        return say(_DIRECTIONS[-sign], text=quoted(reason.text))
    return ""
