"""BL106: 列举的序号跳号、重复或者漏了标点

## 检查什么
文中任何一层列举的序号：各段的（“（一）…（二）…（四）…”）、一段或一格之内的
（“1.…2.…4.…”“一是…二是…四是…”），以及条文的序号（“第一条”）。跳号、重复、倒退，
以及序号后面漏了顿号（“1、综合政务管理；2综合业务管理”）。
各层、各单位重新从一数起的，各算各的。情况说明各部分自己的序号由 BL103 检查。
相邻两项之间有可能丢了序号的段落时不算跳号。

## 为什么
序号不连续，多半是漏了一项、重复了一项，或者删改之后没有顺次编号。

## 错误示例
```text
一、部门职责及机构设置情况
（一）拟订全县农业发展规划。
（二）指导农作物生产。
（四）监督管理农产品质量。
（五）承担县委、县政府交办的其他工作。
```

## 正确示例
```text
一、部门职责及机构设置情况
（一）拟订全县农业发展规划。
（二）指导农作物生产。
（三）监督管理农产品质量。
（四）承担县委、县政府交办的其他工作。
```

## 何时可以忽略
转换文件时丢了其中一项；照录的文件原文如此。

## 依据
《地方预决算公开操作规程》（财预〔2016〕143号）：公开形式应当规范。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.structure.list_faults import FaultKind
from budgetlint.finding import Observation, Severity, Tally
from budgetlint.lang import listed, say
from budgetlint.registry import rule
from budgetlint.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.structure.list_faults import ListFault
    from budgetlint.registry import Options


@rule(code="BL106", name="list-number", severity=Severity.WARNING)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each number that does not follow the one before it."""
    lists = disclosure.checked_lists
    faults = [fault for fault in lists.faults if fault.kind is not FaultKind.STYLE]
    yield Tally(held=lists.counted - len(faults))
    for fault in faults:
        yield Observation(
            message=_message(fault),
            location=fault.item.location(),
            related=(fault.before.location(),),
            expected=fault.right,
            actual=fault.item.mark,
        )


def _message(fault: ListFault) -> str:
    item, before = quoted(fault.item.shown), quoted(fault.before.shown)
    if fault.kind is FaultKind.JUMP:
        return say(
            "{before}之后就是{item}，中间缺少序号{missing}",
            before=before,
            item=item,
            missing=listed([quoted(mark) for mark in fault.left_out]),
        )
    if fault.kind is FaultKind.UNMARKED:
        return say(
            "{before}之后的序号{printed}后面漏了标点，应为{right}",
            before=before,
            printed=quoted(fault.item.mark),
            right=quoted(fault.right or ""),
        )
    if fault.kind is FaultKind.REPEAT:
        said = say("{item}与前面的{before}序号重复", item=item, before=before)
    else:
        said = say("{item}的序号不对，前面是{before}", item=item, before=before)
    if fault.right:
        said += say("，应为{right}", right=quoted(fault.right))
    return said
