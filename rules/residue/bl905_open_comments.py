"""BL905: 文档中还有批注

## 检查什么
Word 或 PDF 文件里是否还有批注（标记为已解决的也算：读者照样能看到）。写给 budgetlint 的批注不算。
每个文件至多报告一次。

## 为什么
批注里多是内部的讨论和人名，公开文件带着批注，读者都能看到。

## 错误示例
    人员经费 347.36 万元［批注：这个数和预算科核对了没有？］

## 正确示例
    人员经费 347.36 万元

## 何时可以忽略
文件还在起草，不是用于公开的定稿。

## 依据
无专门规定；属于公开前的定稿检查。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.comments import read_instruction
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


@rule(code="BL905", name="open-comments", severity=Severity.INFO)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for the file, at its first comment."""
    comments = [
        remark
        for remark in disclosure.document.remarks
        if remark.kind == "comment" and not read_instruction(remark.text)
    ]
    if not comments:
        yield Tally(held=1)
        return
    places = tuple(
        Location(text=tidy(each.text), position=each.position, key="comment") for each in comments
    )
    yield Observation(
        message=say(
            "文档中还有{count}条批注（第一条是{text}），公开后读者都能看到；"
            "请处理后在“审阅”中删除所有批注",
            count=len(places),
            text=quoted(shortened(places[0].text, _LONGEST)),
        ),
        location=places[0],
        related=places[1:],
    )
