"""BL921: 标点重复或者冲突

## 检查什么
句子、标题和单元格中连在一起的两个标点：同一个标点写了两遍（，，、。。），
两个不能相连的标点（：；、，。），紧接左括号的标点和右括号之前的逗号、顿号（（，、，）），
以及两个标点之间只剩一个“元”或“万元”（；元；）。
省略号、右引号和右括号之后的标点、引号和书名号之间的顿号都是对的，不报；半角标点不算错。

## 为什么
多出来的标点多是删改时留下的，往往同时丢了文字或数字。

## 错误示例
```text
青禾县某某局2024年部门预算

三、机关运行经费安排情况

2024年安排机关运行经费26.00万元，其中办公费20.00万元；元；差旅费6.00万元。
```

## 正确示例
```text
青禾县某某局2024年部门预算

三、机关运行经费安排情况

2024年安排机关运行经费26.00万元，其中办公费20.00万元；差旅费6.00万元。
```

## 何时可以忽略
空格处留待手写的表格。

## 依据
《标点符号用法》（GB/T 15834—2011）；《地方预决算公开操作规程》（财预〔2016〕143号）：
公开内容应当真实、准确，形式应当规范。
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from budgetlint.disclosure.passages import PassageKind
from budgetlint.finding import Observation, Severity, Tally
from budgetlint.lang import say
from budgetlint.mark_wording import once
from budgetlint.registry import rule
from budgetlint.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.passages import Passage
    from budgetlint.registry import Options

# three dots 。。。 are an ellipsis; a colon with nothing behind it may be a slot of a form
_CLASH = re.compile(
    r"(?P<unit>(?<![0-9])[，；。,;](?:亿|百万|千|万)?元[，；。,;])"
    r"|(?P<twice>(?<!。)。。(?!。)|(?P<same>[，、；：,;:])(?P=same)+)"
    r"|(?P<clash>[，、；,;][，。、；：,;:]|。[，、；：,;:]|[？！][。，；]"
    r"|[（(][，。、；,;]|[，、,][）)])"
    r"|(?P<slot>[：:][，。、；,;])"
)
_SPOKEN = {
    "unit": "{text}中间只有单位，没有金额",
    "twice": "标点{text}重复",
    "clash": "标点{text}不能连用",
    "slot": "标点{text}不能连用，冒号后面没有内容",
}


@rule(code="BL921", name="clashing-marks", severity=Severity.WARNING)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each pair of marks in a passage."""
    passages = [
        passage
        for passage in disclosure.passages
        if passage.kind is not PassageKind.CONTENTS and passage.has_words
    ]
    yield from once(found for passage in passages for found in _clashes(passage))
    yield Tally(held=len(passages))


def _clashes(passage: Passage) -> Iterator[Observation]:
    """The clashes of a passage, each pair of marks once; slots that are still to fill are none."""
    view = passage.plain
    matches = [m for m in _CLASH.finditer(view.text) if not _in_number(view.text, m)]
    slots = sum(match.lastgroup == "slot" for match in matches)
    is_form = slots > 1 or passage.kind is PassageKind.CELL
    seen: set[str] = set()
    for match in matches:
        kind, text = match.lastgroup or "", match[0]
        if text in seen or (kind == "slot" and is_form):
            continue
        seen.add(text)
        yield Observation(
            message=say(_SPOKEN[kind], text=quoted(text)),
            location=passage.location(view, match.span(), "mark"),
            actual=text,
            subject=text,
        )


def _in_number(text: str, match: re.Match[str]) -> bool:
    """Whether marks stand between digits: that is a misprinted number."""
    return (
        text[match.start() - 1 : match.start()].isdigit()
        and text[match.end() : match.end() + 1].isdigit()
    )
