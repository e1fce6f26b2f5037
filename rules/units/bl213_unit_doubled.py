"""BL213: 金额的单位重复

## 检查什么
情况说明中的金额有两个单位（80万元元、80万元万元、80元万元），或多一个“万”（80万万元）。后者可能确是“亿”，作为警告。

## 为什么
多一个字，读者不知道是元还是万元，差一万倍。

## 错误示例
```text
部门预算支出总表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 120.00 | 80.00 | 40.00 |

二、部门预算安排的总体情况

2024年安排基本支出80.00万元元，项目支出40.00万元。
```

## 正确示例
```text
部门预算支出总表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 120.00 | 80.00 | 40.00 |

二、部门预算安排的总体情况

2024年安排基本支出80.00万元，项目支出40.00万元。
```

## 何时可以忽略
没有。

## 依据
《地方预决算公开操作规程》（财预〔2016〕143号）：公开内容应当真实、准确，形式应当规范。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.misprints import DOUBLED_UNIT
from budgetlint.disclosure.places import text_location
from budgetlint.disclosure.printed import sentences
from budgetlint.finding import Observation, Severity, Tally
from budgetlint.lang import say
from budgetlint.registry import rule
from budgetlint.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.registry import Options

_MAYBE_MEANT = ("万万", "万万元")


@rule(code="BL213", name="unit-doubled", severity=Severity.ERROR)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each amount; 万万元 may be meant."""
    for index, paragraph, folded in sentences(disclosure):
        for match in DOUBLED_UNIT.finditer(folded.text):
            unit = match["unit"]
            yield Observation(
                message=say("金额的单位重复：{unit}", unit=quoted(unit)),
                location=text_location(
                    disclosure.outline, index, paragraph, folded, match.span("unit"), "unit"
                ),
                actual=unit,
                severity=Severity.WARNING if unit in _MAYBE_MEANT else None,
            )
    yield Tally(held=sum(map(len, disclosure.facts.texts.values())))
