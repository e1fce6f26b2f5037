"""BL925: 段落末尾缺少标点

## 检查什么
情况说明中有标点的长段落，末尾没有标点，而它前后写法相同的两段（编号相连，或开头相同）都以句号、分号结尾。
标题、短的列项、表题和落款不在此列。

## 为什么
可能只是漏了句号，也可能句子没有写完。

## 错误示例
```text
青禾县某某局2024年部门预算

一、部门职责及机构设置情况

（一）负责全县信访稳定的日常工作，建立台账，逐件落实包案领导、责任单位和办理时限。
（二）做好困难群众的走访慰问，面对面听取意见，帮助他们解决生活中的实际困难，保证该群体的稳定
（三）落实上级党组织的部署，制定学习方案，按季度检查执行情况，及时通报结果并督促整改。
```

## 正确示例
```text
青禾县某某局2024年部门预算

一、部门职责及机构设置情况

（一）负责全县信访稳定的日常工作，建立台账，逐件落实包案领导、责任单位和办理时限。
（二）做好困难群众的走访慰问，面对面听取意见，帮助他们解决生活中的实际困难，保证该群体的稳定。
（三）落实上级党组织的部署，制定学习方案，按季度检查执行情况，及时通报结果并督促整改。
```

## 何时可以忽略
这一段有意不加句号。

## 依据
《标点符号用法》（GB/T 15834—2011）。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.unfinished import unclosed
from budgetlint.finding import Observation, Severity, Tally
from budgetlint.lang import say
from budgetlint.mark_wording import once
from budgetlint.registry import rule
from budgetlint.wording import quoted, tail

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.passages import Passage
    from budgetlint.registry import Options

_SHOWN = 8


@rule(code="BL925", name="closing-mark-missing", severity=Severity.INFO)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each paragraph."""
    yield from once(_observation(passage) for passage in unclosed(disclosure))
    yield Tally(held=sum(passage.has_words for passage in disclosure.passages))


def _observation(passage: Passage) -> Observation:
    text = passage.plain.text
    return Observation(
        message=say("段落末尾{text}之后缺少标点", text=quoted(tail(text, _SHOWN))),
        location=passage.location(passage.plain, (len(text) - 1, len(text)), "end"),
    )
