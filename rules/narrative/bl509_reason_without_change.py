"""BL509: 没有增减却说明了变化的原因

## 检查什么
与上年相比没有增减（持平、减少0万元、增减额为0），原因却说车辆报废、批次增加、人员减少之类的变化，
或写作“下降的原因”。没有变化时不需要原因；说明为什么没有变化（未安排出国任务、严格控制标准）是可以的。

## 为什么
多半是套用上年文稿时没有删去旧的原因，或者漏填了增减额。

## 错误示例
```text
四、财政拨款“三公”经费预算情况及增减变化原因

2024年“三公”经费预算安排3.00万元。其中：公务用车运行维护费3.00万元，比上年减少0万元，原因是公务用车报废。
```

## 正确示例
```text
四、财政拨款“三公”经费预算情况及增减变化原因

2024年“三公”经费预算安排3.00万元。其中：公务用车运行维护费3.00万元，比上年减少0万元，原因是车辆数量没有变化。
```

## 何时可以忽略
确有变化，只是增减相抵；最好写明。

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


@rule(code="BL509", name="reason-without-change", severity=Severity.INFO, needs=("narrative",))
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each reason of a change that is none."""
    for section in disclosure.explained_changes:
        still = [reason for reason in section.reasons if not reason.change.sign]
        idle = [reason for reason in still if _tells_of_change(reason)]
        yield Tally(held=len(still) - len(idle))
        for reason in idle:
            labelled, written = "{change}，却写“{label}的原因”", "{change}，却写{text}"
            yield Observation(
                message=say(
                    labelled if reason.labelled else written,
                    change=moved_text(reason.change),
                    label=reason.label,
                    text=quoted(reason.text),
                ),
                location=reason.location,
                related=(reason.change.location,),
            )


def _tells_of_change(reason: Reason) -> bool:
    """Whether the reason is one of a change; one against the word 持平 contradicts it instead."""
    if reason.labelled:
        return not reason.change.level
    spec = reasons()
    return bool(spec.event.search(reason.text)) and not spec.open.search(reason.text)
