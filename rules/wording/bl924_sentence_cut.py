"""BL924: 句子没有写完

## 检查什么
断在半截的句子：停在半个词或连词上（行政应诉工。、负责人事及），同一句话在另一处还有下文，
以逗号、顿号结尾而下面是新的一节或一张表，或者上一段已经结束、这一段却以逗号、句号开头。
半个词按清单判断（应诉工、产业布），总和、参与等词不算连词；下一段接着写完的不报。

## 为什么
多因复制不全或删改不净，公开的职责、说明缺了内容。

## 错误示例
```text
青禾县某某局2024年部门预算

一、部门职责及机构设置情况

负责机关会务、档案、信访、行政复议及行政应诉工。承办县政府交办的其他事项。
```

## 正确示例
```text
青禾县某某局2024年部门预算

一、部门职责及机构设置情况

负责机关会务、档案、信访、行政复议及行政应诉工作。承办县政府交办的其他事项。
```

## 何时可以忽略
人名、地名恰好以这个字结尾。

## 依据
《地方预决算公开操作规程》（财预〔2016〕143号）：公开内容应当真实、准确、完整。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.unfinished import Break, unfinished
from budgetlint.finding import Observation, Severity, Tally
from budgetlint.lang import say
from budgetlint.mark_wording import once
from budgetlint.registry import rule
from budgetlint.wording import quoted, shortened, tail

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.unfinished import Unfinished
    from budgetlint.registry import Options

_SHOWN = 8


@rule(code="BL924", name="sentence-cut", severity=Severity.WARNING)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each place where the text breaks off."""
    yield from once(_observation(each) for each in unfinished(disclosure))
    yield Tally(held=sum(passage.has_words for passage in disclosure.passages))


def _observation(found: Unfinished) -> Observation:
    passage, (start, end) = found.passage, found.span
    text = passage.plain.text
    is_start = found.kind is Break.START
    shown = quoted(shortened(text, _SHOWN) if is_start else tail(text[:end], _SHOWN))
    return Observation(
        message=_message(found, shown),
        location=passage.location(passage.plain, (start, end), found.kind.value),
        related=(found.copy.place,) if found.copy else (),
        actual=text[start:end],
    )


def _message(found: Unfinished, shown: str) -> str:
    match found.kind:
        case Break.WORD if found.rest:
            word = quoted(found.passage.plain.text[found.span[0]] + found.rest)
            return say("句子没有写完：{text}停在半个词上，可能是{word}", text=shown, word=word)
        case Break.WORD:
            return say("句子没有写完：{text}停在连词上", text=shown)
        case Break.COPY:
            rest = quoted(shortened(found.rest, _SHOWN))
            return say(
                "句子没有写完：同一句话在另一处，{text}之后还有{rest}", text=shown, rest=rest
            )
        case Break.COMMA:
            return say("句子没有写完：{text}之后没有下文", text=shown)
        case _:
            return say("段落以标点开头，前面可能缺了文字：{text}", text=shown)
