"""BL214: 只有金额单位，没有数字

## 检查什么
情况说明的句子里，“支出”“共计”“增加”“减少”“为”等词之后直接写“万元”“元”，
中间没有数字（共计万元、比上年增加 万元）。
表题中的“单位：万元”“金额（万元）”不在此列。

## 为什么
数字漏填，句子没有说出金额；多见于套用模板而没有填写。

## 错误示例
```text
部门预算支出总表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 120.00 | 80.00 | 40.00 |

二、部门预算安排的总体情况

2024年安排基本支出80.00万元，比2023年增加万元，项目支出40.00万元。
```

## 正确示例
```text
部门预算支出总表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 120.00 | 80.00 | 40.00 |

二、部门预算安排的总体情况

2024年安排基本支出80.00万元，比2023年增加5.00万元，项目支出40.00万元。
```

## 何时可以忽略
PDF 文件里数字是图片，没有读出来。

## 依据
《地方预决算公开操作规程》（财预〔2016〕143号）：公开内容应当真实、准确，形式应当规范。
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

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

_NO_NUMBER = re.compile(
    "(?:支出|收入|预算|经费|费|资金|拨款|金额|共计|合计|总计|总额|安排|增加|减少|增长|下降"
    "|(?<!单位)(?<!单位[均都全])(?<!单位统一)[为是])"
    "(?P<unit>(?:亿|百万|千|万)?元)(?=[,;。、)]|$)"
)
_SENTENCE = re.compile("[。;,]")


@rule(code="BL214", name="number-missing", severity=Severity.WARNING)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each unit without a number, in sentences only."""
    for index, paragraph, folded in sentences(disclosure):
        if not _SENTENCE.search(folded.text):
            continue
        for match in _NO_NUMBER.finditer(folded.text):
            yield Observation(
                message=say("{text}只有单位，没有数字", text=quoted(match[0])),
                location=text_location(
                    disclosure.outline, index, paragraph, folded, match.span(), "number"
                ),
                actual=match[0],
            )
    yield Tally(held=sum(map(len, disclosure.facts.texts.values())))
