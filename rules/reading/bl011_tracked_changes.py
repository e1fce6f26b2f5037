"""BL011: 文档中有未接受的修订

## 检查什么
Word 文档开着“修订”（审阅 › 修订），其中的插入或删除还没有被接受或拒绝。
检查时按“全部接受”之后的内容核对：插入的算数，删除的不算。每个文件至多报告一次。

## 为什么
公开文件带着修订痕迹，读者能看到改动前的数字；用不同软件打开或导出时，
留下的可能是改前的内容，也可能是改后的内容，数字因而对不上。

## 错误示例
    人员经费［删除：347.37］［插入：347.36］万元

## 正确示例
    人员经费 347.36 万元

## 何时可以忽略
文件还在起草，不是用于公开的定稿。

## 依据
无专门规定；属于公开前的定稿检查。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.finding import Observation, Severity, Tally
from budgetlint.lang import say
from budgetlint.location import Location
from budgetlint.registry import Options, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure


@rule(code="BL011", name="tracked-changes", severity=Severity.INFO)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for the file, at its first unaccepted change."""
    changes = [remark for remark in disclosure.document.remarks if remark.kind == "tracked-change"]
    if not changes:
        yield Tally(held=1)
        return
    places = tuple(
        Location(text=each.text, position=each.position, key="tracked-change") for each in changes
    )
    yield Observation(
        message=say(
            "文档中有 {count} 处修订尚未接受或拒绝，本次按全部接受后的内容检查；"
            "公开前请在“审阅”中处理完毕。",
            count=len(changes),
        ),
        location=places[0],
        related=places[1:],
    )
