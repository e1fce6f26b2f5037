"""BL510: 百分比没有写明增长还是下降

## 检查什么
与上年比较的百分比前面应有“增长”“下降”一类的字。“较上年预算4.50%”说不出是增是减，作警告；
“减少3.20万元，14.55%”从前文看得出方向，只是漏了“下降”，作提示。
写在括号里的、说的是占比或完成率的，不在此列。

## 为什么
读者无法判断是增是减；多半是套用文稿时删去了不合适的字而没有补上。

## 错误示例
```text
四、财政拨款“三公”经费预算情况及增减变化原因

2024年“三公”经费预算安排5.00万元，较上年预算4.50%，主要原因是厉行节约。
```

## 正确示例
```text
四、财政拨款“三公”经费预算情况及增减变化原因

2024年“三公”经费预算安排5.00万元，较上年预算下降4.50%，主要原因是厉行节约。
```

## 何时可以忽略
文字已在别处写明方向。

## 依据
《地方预决算公开操作规程》（财预〔2016〕143号）：公开内容应当真实、完整、准确。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.narrative.undirected import rates_without_direction, rates_without_word
from budgetlint.finding import Observation, Severity, Tally
from budgetlint.lang import say
from budgetlint.rate_wording import spoken
from budgetlint.registry import rule
from budgetlint.wording import change_text, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.facts import Fact
    from budgetlint.registry import Options


@rule(code="BL510", name="rate-without-direction", severity=Severity.WARNING, needs=("sections",))
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each percentage without a direction."""
    for place in rates_without_direction(disclosure):
        start, end = place.mark or (0, len(place.text))
        said = quoted("".join(place.text[start:end].split()))
        yield Observation(message=say("{said}没有写明是增长还是下降", said=said), location=place)
    rates = [fact for fact in disclosure.facts if fact.context.kind == "rate"]
    bare = list(rates_without_word(disclosure))
    yield Tally(held=len(rates) - len(bare))
    yield from map(_missing_word, bare)


def _missing_word(rate: Fact) -> Observation:
    change = rate.about.value if rate.about else None
    grown = "{name}{change}，后面的{percent}前面漏了“增长”"
    fallen = "{name}{change}，后面的{percent}前面漏了“下降”"
    return Observation(
        message=say(
            grown if change and change.value > 0 else fallen,
            name=quoted(rate.name),
            change=change_text(change) if change else say("增减"),
            percent=spoken(rate.value, with_word=False) if rate.value else "",
        ),
        location=rate.location,
        severity=Severity.INFO,
    )
