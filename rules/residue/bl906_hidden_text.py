"""BL906: 文档中有隐藏文字

## 检查什么
Word 文档里设成“隐藏”的文字（字体 › 隐藏）。检查时不算正文。
只有空白、标点的不算，目录项等域代码也不算。
每个文件至多报告一次。

## 为什么
隐藏文字不打印，但是谁都可以在 Word 里显示出来；另存为网页或者提取文字时也会露出来。

## 错误示例
    人员经费 347.36 万元［隐藏：含未批复的 12.00 万元］

## 正确示例
    人员经费 347.36 万元

## 何时可以忽略
隐藏的内容可以公开，只是不想打印。

## 依据
无专门规定；属于公开前的定稿检查。
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from budgetlint.finding import Observation, Severity, Tally
from budgetlint.fold import tidy
from budgetlint.lang import say
from budgetlint.location import Location
from budgetlint.registry import Options, rule
from budgetlint.wording import quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure

_LONGEST = 20
_SAYS = re.compile("[\u3400-\u4dbf\u4e00-\u9fff0-9]")


@rule(code="BL906", name="hidden-text", severity=Severity.INFO)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for the file, at its first hidden text."""
    document = disclosure.document
    hidden = [
        remark
        for remark in document.remarks
        if remark.kind == "hidden-text" and _SAYS.search(remark.text) and document.format == "docx"
    ]
    if not hidden:
        yield Tally(held=1)
        return
    places = tuple(
        Location(text=tidy(each.text), position=each.position, key="hidden-text") for each in hidden
    )
    yield Observation(
        message=say(
            "文档中有{count}处隐藏文字（第一处是{text}），读者可以显示出来；"
            "请用“文件 › 信息 › 检查文档”删除",
            count=len(places),
            text=quoted(shortened(places[0].text, _LONGEST)),
        ),
        location=places[0],
        related=places[1:],
    )
