"""BL104: 情况说明各部分的顺序不对

## 检查什么
情况说明各部分的先后是否与规定格式一致；只报告移动一次就能理顺的那些部分。
部门决算各地顺序不同，只检查先后是否与各部分自己的序号一致。

## 为什么
各部门按同一顺序公开，读者才能对照；顺序错乱常是粘贴错位。

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
七、国有资产信息
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
当地规定的格式顺序不同。

## 依据
《地方预决算公开操作规程》（财预〔2016〕143号）：公开形式应当规范。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.numerals import format_han
from budgetlint.disclosure.sequence import longest_ascending
from budgetlint.disclosure.structure.numbering import check_numbers
from budgetlint.finding import Observation, Severity, Tally
from budgetlint.lang import say
from budgetlint.registry import rule
from budgetlint.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.structure.outline import Part
    from budgetlint.disclosure.structure.sections import Section
    from budgetlint.registry import Options


@rule(
    code="BL104",
    name="section-order",
    severity=Severity.ERROR,
    needs=("section-template", "sections"),
)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each section outside the longest run in the right order."""
    for part in disclosure.outline.parts:
        if disclosure.outline.template.running:
            yield from _running(part)
            continue
        sections = part.first_sections
        kept = longest_ascending([s.spec.number for s in sections])
        yield Tally(held=len(kept))
        for n, section in enumerate(sections):
            if n in kept:
                continue
            near = max(
                (sections[k] for k in kept if sections[k].spec.number < section.spec.number),
                key=lambda s: s.spec.number,
                default=None,
            )
            yield Observation(
                message=say(
                    "{heading}的位置不对，作为第{number}部分应在{where}",
                    heading=quoted(section.heading),
                    number=format_han(section.spec.number),
                    where=_after(near),
                ),
                location=part.location(section),
            )


def _running(part: Part) -> Iterator[Observation | Tally]:
    """Sections that stand elsewhere than their own numbers say."""
    numbering = check_numbers(part)
    yield Tally(held=numbering.counted - len(numbering.misplaced))
    for section, before in numbering.misplaced:
        yield Observation(
            message=say(
                "{heading}的位置不对，按序号应在{where}",
                heading=quoted(section.heading),
                where=_after(before),
            ),
            location=part.location(section),
        )


def _after(section: Section | None) -> str:
    """The place behind a section, or the first of all."""
    return say("{heading}之后", heading=quoted(section.heading)) if section else say("最前面")
