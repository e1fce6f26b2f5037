"""BL703: 日期有误

## 检查什么
一是资产的截止日期：预算公开的是上一年年末的资产，决算公开的是本年年末的资产，
“截至……12月31日”“……年末”“截止时间”写了别的年末的，在这里报告；年中的日期不判断。
二是历法上没有的日期，如2月30日、13月。
三是公开、批复日期早于这一年的预算或决算可能公开、批复的时间。

## 为什么
资产截止日期漏改，说明资产数可能也是往年的。

## 错误示例
```text
青禾县水利局2024年部门预算公开

七、国有资产信息

截至2022年12月31日，青禾县水利局固定资产金额为35.00万元。
```

## 正确示例
```text
青禾县水利局2024年部门预算公开

七、国有资产信息

截至2023年12月31日，青禾县水利局固定资产金额为35.00万元。
```

## 何时可以忽略
资产数确实取自另一年的年报，而且文中说明了原因。

## 依据
《地方预决算公开操作规程》（财预〔2016〕143号）：应当公开国有资产占用情况，内容真实、准确。
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from budgetlint.disclosure.naming.dates import (
    DateMention,
    asset_dates,
    impossible_dates,
    publication_dates,
)
from budgetlint.finding import Observation, Severity, Tally
from budgetlint.lang import say
from budgetlint.registry import rule
from budgetlint.wording import quoted, repeated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.registry import Options

_NAMES = {"budget": "预算", "final": "决算"}
_YEAR_END = "{year}年12月31日"


@rule(code="BL703", name="date", severity=Severity.ERROR)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each impossible date and each wrong date of assets of a part."""
    for date in impossible_dates(disclosure.document, disclosure.outline):
        yield Observation(
            message=say("日期{date}不存在", date=quoted(date.printed)),
            location=date.location,
            actual=date.printed,
            subject="impossible",
        )
    if disclosure.year is not None and disclosure.kind in _NAMES:
        yield from _assets(disclosure, disclosure.year)
        if disclosure.years.sure:
            yield from _published(disclosure, disclosure.year)
    elif count := sum(1 for _ in asset_dates(disclosure.document, disclosure.outline)):
        yield Tally(skipped=count, reason=say("没有认出是哪一年的预算或决算，未核对资产的截止日期"))


def _assets(disclosure: Disclosure, year: int) -> Iterator[Observation | Tally]:
    right = year - 1 if disclosure.kind == "budget" else year
    dates = list(asset_dates(disclosure.document, disclosure.outline))
    groups: dict[tuple[int, int], list[DateMention]] = defaultdict(list)
    for date in dates:
        if date.year_end not in (None, right):
            groups[(date.part.start, date.year_end or 0)].append(date)
    for (_, end), mentions in groups.items():
        first = mentions[0]
        sure = disclosure.years.sure and end > right
        message = say(
            "资产截止日期写的是{end}年末，{year}年{kind}应为{right}年末",
            end=end,
            year=year,
            kind=say(_NAMES[disclosure.kind]),
            right=right,
        )
        if end > right:
            message += say("，{end}年末还没有到", end=end)
        yield Observation(
            message=message + repeated(mentions),
            location=first.location,
            related=tuple(mention.location for mention in mentions[1:]),
            expected=_YEAR_END.format(year=right),
            actual=_YEAR_END.format(year=end),
            severity=None if sure else Severity.WARNING,
        )
    yield Tally(held=sum(date.year_end == right for date in dates))


def _published(disclosure: Disclosure, year: int) -> Iterator[Observation]:
    """Budgets are published from the end of the year before on, final accounts the year after."""
    earliest = year - 1 if disclosure.kind == "budget" else year + 1
    for date in publication_dates(disclosure.document, disclosure.outline):
        if date.year < earliest:
            yield Observation(
                message=say(
                    "{text}早于{year}年{kind}可能公开、批复的时间（{earliest}年）",
                    text=quoted(date.location.text),
                    year=year,
                    kind=say(_NAMES[disclosure.kind]),
                    earliest=earliest,
                ),
                location=date.location,
                actual=str(date.year),
                subject="published",
            )
