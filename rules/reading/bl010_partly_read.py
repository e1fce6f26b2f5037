"""BL010: 文件有一部分未能读取

## 检查什么
文件能打开，但其中有内容读不出来：例如没有文字层的图片、损坏的嵌入对象、无法识别的表格。
每个文件至多报告一次，列出全部原因，并逐一指出位置；JSON 报告的 `coverage.unread` 中有同样的列表。

## 为什么
没有读到的内容就没有检查。如果不说明，“未发现问题”会被误认为全文都已核对。

## 错误示例
第 12 页是一张扫描图片，图片中的表格无法读取。

## 正确示例
全文都是可以选中和复制的文字与表格。

## 何时可以忽略
未读取的部分与公开内容无关（如装饰图片、印章），或已由人工核对。

## 依据
《预算法》第十四条：经批准的预算、决算应当向社会公开。读不出的内容等于没有公开。
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


@rule(code="BL010", name="partly-read", severity=Severity.WARNING)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for the file, with every place that was not read."""
    unread = disclosure.document.unread
    if not unread:
        yield Tally(held=1)
        return
    places = tuple(
        Location(text=each.reason, position=each.position, key="unread") for each in unread
    )
    reasons = say("；").join(dict.fromkeys(each.reason.rstrip("。；.;") for each in unread))
    yield Observation(
        message=say(
            "有 {count} 处内容未能读取，因而没有检查：{reasons}。",
            count=len(unread),
            reasons=reasons,
        ),
        location=places[0],
        related=places[1:],
    )
