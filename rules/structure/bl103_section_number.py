"""BL103: 情况说明的标题序号不对

## 检查什么
情况说明各部分的标题序号：漏写、写错（如两个“四、”）、写法与其他部分不同（如把“六、”写成“6、”）。
缺了某一部分而后面顺次编号的，只由 BL101 报告缺少，不再逐个报告序号。
部门决算没有统一的序号，按各部分内的顺序检查：重复、跳号、漏写；跳号而看不出缺了哪一部分的，作为警告。
从 Word 导出的文本会丢失自动编号：在文本文件中标题没有序号只作提示，在 Word 文件中是错误。

## 为什么
序号错乱往往意味着漏了内容或粘贴错位，读者按目录找不到。

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
6、政府采购预算情况
略。
七、国有资产信息
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
文本由 Word 转换而来，原文件中有自动编号。

## 依据
《地方预决算公开操作规程》（财预〔2016〕143号）：公开形式应当规范。
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from budgetlint.disclosure.numerals import format_han
from budgetlint.disclosure.structure.demands import unexplained_gaps
from budgetlint.disclosure.structure.numbering import check_numbers
from budgetlint.finding import Observation, Severity, Tally
from budgetlint.lang import say
from budgetlint.registry import rule
from budgetlint.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.structure.numbering import NumberFault
    from budgetlint.disclosure.structure.outline import Part
    from budgetlint.disclosure.structure.sections import Section
    from budgetlint.registry import Options


@rule(
    code="BL103",
    name="section-number",
    severity=Severity.ERROR,
    needs=("section-template", "sections"),
)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each heading whose number is missing, wrong or of another style."""
    for part in disclosure.outline.parts:
        if disclosure.outline.template.running:
            yield from _running(disclosure, part)
            continue
        sections = part.first_sections
        styles = Counter(s.ordinal.style for s in sections if s.ordinal)
        style = styles.most_common(1)[0][0] if styles else "han"
        for place, section in enumerate(sections, 1):
            message = _fault(section, place, part.sections.index(section) + 1, style)
            if message is None:
                yield Tally(held=1)
                continue
            right = f"{format_han(section.spec.number)}、"
            yield _observation(disclosure, part, section, right, message)


def _fault(section: Section, place: int, counted: int, style: str) -> str | None:
    """What is wrong with the number; ``place`` and ``counted`` are what renumbering would give."""
    right = f"{format_han(section.spec.number)}、"
    ordinal = section.ordinal
    if ordinal is None or ordinal.style == style:
        fits = ordinal and ordinal.value in (section.spec.number, place, counted)
        return None if fits else _number(section) + _meant(right)
    return say(
        "标题{heading}的序号写作{printed}，与其他部分不一致，应为{right}",
        heading=quoted(section.heading),
        printed=quoted(ordinal.text),
        right=quoted(right),
    )


def _number(section: Section) -> str:
    """The number that a heading has, or that it has none."""
    heading = quoted(section.heading)
    if section.ordinal is None:
        return say("标题{heading}没有序号", heading=heading)
    return say(
        "标题{heading}的序号是{printed}", heading=heading, printed=quoted(section.ordinal.text)
    )


def _meant(right: str) -> str:
    return say("，应为{right}", right=quoted(right)) if right else ""


def _running(disclosure: Disclosure, part: Part) -> Iterator[Observation | Tally]:
    """The same for a list whose numbers run on."""
    numbering = check_numbers(part)
    for fault in numbering.faults:
        section, right = fault.section, _printed(fault)
        message = _number(section) + _meant(right)
        yield _observation(disclosure, part, section, right or None, message)
    for gap in unexplained_gaps(disclosure, part, numbering):
        one, other = gap.before or gap.after, gap.after
        yield Observation(
            message=say(
                "{one}之后就是{other}，中间缺少{count}个序号",
                one=quoted(one.heading),
                other=quoted(other.heading),
                count=gap.count,
            ),
            location=part.location(other),
            related=(part.location(one),),
            severity=Severity.WARNING,
        )
    yield Tally(held=numbering.counted - len(numbering.faults))


def _printed(fault: NumberFault) -> str:
    """The right number as headings of this kind print it: 四、 or （四）; "" where it is open."""
    if not fault.right:
        return ""
    ordinal, number = fault.section.ordinal, format_han(fault.right)
    bracketed = ordinal is not None and ordinal.style == "han_bracket"
    return f"（{number}）" if bracketed else f"{number}、"


def _observation(
    disclosure: Disclosure, part: Part, section: Section, right: str | None, message: str
) -> Observation:
    ordinal = section.ordinal
    lost = ordinal is None and not disclosure.document.numbering_known
    if lost:
        message += say("（文本格式可能丢失了 Word 的自动编号，请核对原文件）")
    return Observation(
        message=message,
        location=replace(part.location(section), mark=(0, ordinal.length) if ordinal else None),
        expected=right,
        actual=ordinal.text if ordinal else None,
        severity=Severity.INFO if lost else None,
    )
