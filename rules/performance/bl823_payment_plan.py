"""BL823: 资金支出计划不对

## 检查什么
绩效目标表的资金支出计划是到各月底为止的累计比例：后面的不应小于前面的，不应超过100%，
12月底应为100%。空白按0计，与前一时点相同不算错。累计数减少、超过100%的报错误；
12月底不到100%的报警告（各数相加正好100%的，多半是把各时段的比例当成了累计比例）。

## 为什么
支出计划是以后监控支出进度的依据，累计数不会变小。

## 错误示例
```text
1、回收站点运行绩效目标表

| 项目编码 | P01 | 项目名称 | 回收站点运行 |
| 预算规模及资金用途 | 预算数 | 20.00 | 其中：财政资金 | 20.00 | 其他资金 | |
| | 用于回收站点运行。 |
| 资金支出计划（%） | 3月底 | 6月底 | 10月底 | 12月底 |
| | 30 | 85 | 80 | 100 |
```

## 正确示例
```text
1、回收站点运行绩效目标表

| 项目编码 | P01 | 项目名称 | 回收站点运行 |
| 预算规模及资金用途 | 预算数 | 20.00 | 其中：财政资金 | 20.00 | 其他资金 | |
| | 用于回收站点运行。 |
| 资金支出计划（%） | 3月底 | 6月底 | 10月底 | 12月底 |
| | 30 | 80 | 80 | 100 |
```

## 何时可以忽略
资金确定要结转到下一年使用，12月底本来就不到100%。

## 依据
《中央部门预算绩效目标管理办法》（财预〔2015〕88号）：绩效目标应当与预算资金的使用进度相匹配。
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from budgetlint.finding import Observation, Severity, Tally
from budgetlint.lang import say
from budgetlint.registry import rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.projects.model import Share
    from budgetlint.registry import Options

_ALL = 100
_DECEMBER = 12


@rule(code="BL823", name="payment-plan", severity=Severity.ERROR)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each project whose plan cannot be."""
    for project in disclosure.projects:
        printed = [share for share in project.plan if share.percent is not None]
        if not printed:
            continue
        observation = _wrong(printed, project.plan[-1])
        yield observation or Tally(held=1)


def _wrong(printed: Sequence[Share], last: Share) -> Observation | None:
    for share in printed:
        if share.percent is not None and share.percent > _ALL:
            return _observation(share, say("资金支出计划{share}超过了100%", share=_of(share)))
    percents = [share.percent or 0 for share in printed]
    if last.percent != _ALL and sum(percents) == _ALL and len(printed) > 1:
        message = say(
            "{last}，各数相加才是100%；应填到该月底为止的累计比例，12月底为100%",
            last=_told(last),
        )
        return _observation(last, message, printed[:-1], Severity.WARNING)
    for before, share in pairwise(printed):
        if (share.percent or 0) < (before.percent or 0):
            told = say(
                "资金支出计划{share}小于{before}，累计比例不会减少",
                share=_of(share),
                before=_of(before),
            )
            return _observation(share, told, [before])
    if last.percent != _ALL and last.month == _DECEMBER:
        told = say("{last}，应为100%", last=_told(last))
        return _observation(last, told, severity=Severity.WARNING)
    return None


def _of(share: Share) -> str:
    return say("“{month}月底”的{percent:f}%", month=share.month, percent=share.percent or 0)


def _told(share: Share) -> str:
    if share.percent is None:
        return say("资金支出计划“{month}月底”没有填", month=share.month)
    return say("资金支出计划“{month}月底”为{percent:f}%", month=share.month, percent=share.percent)


def _observation(
    share: Share, message: str, related: Sequence[Share] = (), severity: Severity | None = None
) -> Observation:
    return Observation(
        message=message,
        location=share.entry.location,
        related=tuple(other.entry.location for other in related),
        actual=share.entry.text or None,
        severity=severity,
    )
