"""BL101: 情况说明缺少应有的部分

## 检查什么
情况说明应有的各部分（河北省格式为九个部分）是否齐全，部门部分和每个单位部分分别检查。
标题用词可以不同（如“专业名词解释”），按标题辨认，其次按序号辨认；
该处有同一序号而标题不同的，作为警告。
部门决算各地写法不一：目录列了而正文没有、序号在该处中断的，是错误；
其余各表都有说明、只缺一张表的说明，作为警告；机关运行经费、政府采购等在全文任何一处说到的，不算缺少。
整个部分没有情况说明时只报告一次：情况说明可能另行公布，作为提示。

## 为什么
职责机构、收支增减、机关运行经费、“三公”经费、政府采购、名词解释等是必须公开的内容，
历年专项检查都逐项核对。

## 错误示例
```text
一、部门职责及机构设置情况
略。
二、部门预算安排的总体情况
略。
三、机关运行经费安排情况
略。
四、财政拨款“三公”经费预算情况及增减变化原因
略。
五、预算绩效信息
略。
六、政府采购预算情况
略。
八、名词解释
略。
九、其他需要说明的事项
略。
```

## 正确示例
```text
一、部门职责及机构设置情况
略。
二、部门预算安排的总体情况
略。
三、机关运行经费安排情况
略。
四、财政拨款“三公”经费预算情况及增减变化原因
略。
五、预算绩效信息
略。
六、政府采购预算情况
略。
七、国有资产信息
略。
八、名词解释
略。
九、其他需要说明的事项
略。
```

## 何时可以忽略
该部分内容写在另一标题之下；建议仍按规定单列。

## 依据
《中华人民共和国预算法》第十四条；《中华人民共和国预算法实施条例》第六条；
《地方预决算公开操作规程》（财预〔2016〕143号）。
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from budgetlint.disclosure.numerals import format_han
from budgetlint.disclosure.structure.demands import Missing, missing_sections
from budgetlint.finding import Observation, Severity, Tally
from budgetlint.fold import tidy
from budgetlint.lang import say
from budgetlint.location import Location
from budgetlint.registry import rule
from budgetlint.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.structure.outline import Part
    from budgetlint.registry import Options
    from budgetlint.taxonomy import SectionSpec


@rule(code="BL101", name="missing-section", severity=Severity.ERROR, needs=("section-template",))
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each section a part lacks, one in all for a part without narrative."""
    template = disclosure.outline.template
    for part in disclosure.outline.parts:
        present = {section.spec.id for section in part.sections}
        if not present:
            yield _no_narrative(part)
            continue
        yield Tally(held=len(present))
        if template.running:
            yield from map(partial(_lacking, part), missing_sections(disclosure, part))
            continue
        for spec in template.sections:
            if spec.id not in present:
                yield _missing(part, spec)


def _missing(part: Part, spec: SectionSpec) -> Observation:
    before = [s for s in part.sections if s.spec.number < spec.number]
    near = max(before, key=lambda s: s.spec.number, default=part.sections[0])
    after = "缺少第{number}部分{title}，应在{near}之后"
    ahead = "缺少第{number}部分{title}，应在{near}之前"
    message = say(
        after if before else ahead,
        number=format_han(spec.number),
        title=quoted(spec.title),
        near=quoted(near.heading),
    )
    other = part.heading_numbered(spec.number)
    if other:
        text = quoted(tidy(other.paragraph.text))
        message += say("；那里的标题是{text}，请核对标题", text=text)
    return Observation(
        message=message,
        location=replace(part.location(near), key=f"section/{spec.id}"),
        severity=None if part.primary and not other else Severity.WARNING,
    )


def _lacking(part: Part, missing: Missing) -> Observation:
    near = missing.near or part.sections[0]
    why = ""
    if missing.listed:
        why = say("；目录中列有这一部分")
    elif missing.gap and missing.gap.before:
        one, other = missing.gap.before, missing.gap.after
        why = say(
            "；其后就是{next}，序号中断" if one is near else "；{here}之后就是{next}，序号中断",
            here=quoted(one.heading),
            next=quoted(other.heading),
        )
    elif missing.gap:
        why = say("；序号直接从{first}开始", first=quoted(missing.gap.after.heading))
    after = "缺少{title}这一部分，一般在{near}之后"
    ahead = "缺少{title}这一部分，一般在{near}之前"
    message = say(
        after if missing.near else ahead,
        title=quoted(missing.spec.title),
        near=quoted(near.heading),
    )
    return Observation(
        message=message + why,
        location=replace(part.location(near), key=f"section/{missing.spec.id}"),
        severity=Severity(missing.severity) if part.primary else Severity.WARNING,
    )


def _no_narrative(part: Part) -> Observation:
    return Observation(
        message=say("没有情况说明的任何部分；如果情况说明另行公布，可以忽略"),
        location=Location(part=part.ref, key="section"),
        severity=Severity.INFO,
    )
