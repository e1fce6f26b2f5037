"""BL736: 同一个名称或词语有一处打错了字

## 检查什么
机构、项目、政策、工作的名称和其他词语，有没有一处与别的两处以上只差一个字，而那个字读音相同（政策法归、政策法规）
或者字形相近（农业技木、农业技术），或者相邻两个字颠倒了（质量全安、质量安全）。要求前后共六个字其余都一样。
有意的不同（数字、方位、地名，农机与农技，监测与检测）不算；文件名称、科目名称、项目名称和单位名称由别的规则核对。

## 为什么
用拼音输入，同音字最容易打错，文字检查工具也常常看不出；文件自己的其他几处就是旁证。

## 错误示例
```text
一、部门职责及机构设置情况

本局组织高素质农民培育工作，公开高素质农民培育名单。
高素质农民配育由农技站承担。
```

## 正确示例
```text
一、部门职责及机构设置情况

本局组织高素质农民培育工作，公开高素质农民培育名单。
高素质农民培育由农技站承担。
```

## 何时可以忽略
那里说的确实是另一件事，名称本来就只差一个字。

## 依据
《地方预决算公开操作规程》（财预〔2016〕143号）：公开的内容应当真实、准确。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.naming.word_forms import varied_words
from budgetlint.finding import Observation, Severity, Tally
from budgetlint.lang import say
from budgetlint.registry import rule
from budgetlint.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.registry import Options

_REPLACED = "{odd}在别处（{count}处）写作{usual}，请核对是不是打错了字"
_TURNED = "{odd}在别处（{count}处）写作{usual}，请核对是不是两个字颠倒了"


@rule(code="BL736", name="word-varied", severity=Severity.INFO)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each word with a slip that is printed without it elsewhere."""
    found = list(varied_words(disclosure))
    for varied in found:
        yield Observation(
            message=say(
                _TURNED if varied.is_turned else _REPLACED,
                odd=quoted(varied.odd), usual=quoted(varied.usual), count=varied.count,
            ),
            location=varied.places[0],
            related=(*varied.places[1:], varied.usual_place),
            actual=varied.odd,
        )  # fmt: skip
    if not found:
        yield Tally(held=1)
