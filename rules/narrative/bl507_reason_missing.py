"""BL507: 增减变化没有说明原因

## 检查什么
“三公”经费及其各项比上年有增减的，文字或增减变化表中应说明原因。哪一项有增减而没有原因，就报告哪一项；
整节没有一处说明原因的，只报告一次。总数已经说明原因的、几项合并说明的、公务用车购置与运行维护只说明其一的，
都算已说明；没有增减的不需要原因。
决算的“三公”经费整节没有一处原因的才报告；收支总体情况、机关运行经费有增减而一处原因都没有的，只作提示。

## 为什么
“三公”经费没有说明增减变化的原因，是历年预决算公开检查中最多的问题。

## 错误示例
```text
四、财政拨款“三公”经费预算情况及增减变化原因

2024年“三公”经费预算安排5.00万元，比上年减少1.00万元。其中：因公出国（境）费0万元，与上年持平；公务用车运行维护费3.00万元，与上年持平；公务接待费2.00万元，比上年减少1.00万元。
```

## 正确示例
```text
四、财政拨款“三公”经费预算情况及增减变化原因

2024年“三公”经费预算安排5.00万元，比上年减少1.00万元。其中：因公出国（境）费0万元，与上年持平；公务用车运行维护费3.00万元，与上年持平；公务接待费2.00万元，比上年减少1.00万元，原因是压减接待批次。
```

## 何时可以忽略
原因写在另外公布的说明或附件中。

## 依据
《财政预决算领域基层政务公开标准指引》（财办发〔2019〕77号）：“三公”经费应当说明增减变化的情况；《地方预决算公开操作规程》（财预〔2016〕143号）。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.finding import Observation, Severity, Tally
from budgetlint.lang import listed, say
from budgetlint.reason_wording import moved_text
from budgetlint.registry import rule
from budgetlint.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.narrative.reasons import Change
    from budgetlint.registry import Options


@rule(code="BL507", name="reason-missing", severity=Severity.WARNING, needs=("narrative",))
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each unexplained item, or one for a section without any reason."""
    for section in disclosure.explained_changes:
        moved = {change.concept for change in section.changes if change.sign}
        yield Tally(held=len(moved) - sum(map(len, section.unexplained)))
        for first, *rest in section.unexplained:
            yield Observation(
                message=_message(first, rest),
                location=first.location,
                related=tuple(change.location for change in rest),
                severity=Severity(section.spec.severity),
            )


def _message(first: Change, rest: list[Change]) -> str:
    told = say("{change}，没有说明增减变化的原因", change=moved_text(first))
    names = listed(dict.fromkeys(quoted(change.name) for change in rest))
    return told + say("；{names}的增减也没有说明", names=names) if rest else told
