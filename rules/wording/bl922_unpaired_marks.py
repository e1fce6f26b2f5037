"""BL922: 括号、引号或者书名号不成对

## 检查什么
同一段文字里的圆括号、方括号、引号和书名号有左无右、有右无左，或者方向用反（“三公“）。
全角和半角互相成对；列项编号 1）、一）不算括号；另一半在下一段或同一张表的另一格的，算成对。
单元格里缺右半的，可能是表格软件截断，作为提示。

## 为什么
不成对，说明删改时丢了字；引号方向用反，多因从别处粘贴。

## 错误示例
```text
青禾县某某局2024年部门预算

四、财政拨款“三公“经费预算情况及增减变化原因

2024年没有安排因公出国（境）费。
```

## 正确示例
```text
青禾县某某局2024年部门预算

四、财政拨款“三公”经费预算情况及增减变化原因

2024年没有安排因公出国（境）费。
```

## 何时可以忽略
另一半相隔很远，例如引用的文字连续几段。

## 依据
《标点符号用法》（GB/T 15834—2011）；《地方预决算公开操作规程》（财预〔2016〕143号）：
公开内容应当真实、准确，形式应当规范。
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from budgetlint.disclosure.pairs import without_partner
from budgetlint.disclosure.passages import PassageKind
from budgetlint.finding import Observation, Severity, Tally
from budgetlint.lang import say
from budgetlint.mark_wording import once
from budgetlint.registry import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.pairs import Mark
    from budgetlint.disclosure.passages import Passage
    from budgetlint.registry import Options

_ONE = {
    ("round", True): "左括号“{mark}”没有配对的右括号",
    ("round", False): "右括号“{mark}”没有配对的左括号",
    ("square", True): "左括号“{mark}”没有配对的右括号",
    ("square", False): "右括号“{mark}”没有配对的左括号",
    ("quote", True): "左引号没有配对的右引号",
    ("quote", False): "右引号没有配对的左引号",
    ("title", True): "左书名号“{mark}”没有配对的右书名号",
    ("title", False): "右书名号“{mark}”没有配对的左书名号",
}
# By whether the first and the second of two quotation marks are left ones.
_TWO_QUOTES = {
    (True, True): "引号方向不对：后一个左引号应为右引号",
    (False, False): "引号方向不对：前一个右引号应为左引号",
    (False, True): "引号方向用反了，左引号和右引号应对调",
}
_MIXED = "左括号“{mark}”与右括号“{other}”不成对"
_BRACKETS = ("round", "square")
_PAIR = 2


@rule(code="BL922", name="unpaired-marks", severity=Severity.WARNING)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each kind of marks in a passage."""
    yield from once(
        found
        for passage, marks in without_partner(disclosure.passages)
        for found in _observations(passage, marks)
    )
    yield Tally(held=sum(passage.has_words for passage in disclosure.passages))


def _observations(passage: Passage, marks: list[Mark]) -> Iterator[Observation]:
    if [(m.family in _BRACKETS, m.opens) for m in marks] == [(True, True), (True, False)]:
        yield _observation(passage, marks, _MIXED)
        return
    by_family = sorted(marks, key=lambda mark: mark.family)
    for family, members in groupby(by_family, key=lambda mark: mark.family):
        same = list(members)
        if family == "quote" and len(same) == _PAIR:
            yield _observation(passage, same, _TWO_QUOTES[same[0].opens, same[1].opens])
        else:
            yield _observation(passage, same[:1], _ONE[family, same[0].opens])


def _observation(passage: Passage, marks: list[Mark], words: str) -> Observation:
    first, last = marks[0], marks[-1]
    cut = passage.kind is PassageKind.CELL and len(marks) == 1 and first.opens
    return Observation(
        message=say(words, mark=first.char, other=last.char),
        location=passage.location(passage.plain, (first.at, last.at + 1), "pair"),
        actual=passage.plain.text[first.at : last.at + 1] if len(marks) == _PAIR else first.char,
        severity=Severity.INFO if cut else None,
        subject=first.char,
    )
