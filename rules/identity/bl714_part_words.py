"""BL714: 单位一篇中写的是部门，或者部门一篇中写的是单位

## 检查什么
文件分部门和所属单位两种部分、单位一篇的正文也用“我单位”“单位预算”时，同一篇中还写着“我部门”
“部门预算收支总表”等；部门一篇中的表题是“单位预算……表”的同样报告。每一部分只提示一次，列出各处。
表上方的名称、编码是部门的，见BL711、BL712。

## 为什么
单位一篇多从部门一篇复制而来，没有改过来的地方使读者不知道讲的是谁。

## 错误示例
```text
部门预算收支总表

| 304青禾县水利局 | 预算年度：2024 | 单位：万元 |
| 序号 | 项目 | 预算数 | 项目 | 预算数 |
| 栏次 | 1 | 2 | 3 | 4 |
| 1 | 一、一般公共预算拨款收入 | 120.00 | 五、教育支出 | 120.00 |
| 2 | 本年收入合计 | 120.00 | 本年支出合计 | 120.00 |
| 3 | 收入总计 | 120.00 | 支出总计 | 120.00 |

第二部分 部门所属单位预算

单位预算收支总表

| 304001青禾县水利局本级 | 预算年度：2024 | 单位：万元 |
| 序号 | 项目 | 预算数 | 项目 | 预算数 |
| 栏次 | 1 | 2 | 3 | 4 |
| 1 | 一、一般公共预算拨款收入 | 120.00 | 五、教育支出 | 120.00 |
| 2 | 本年收入合计 | 120.00 | 本年支出合计 | 120.00 |
| 3 | 收入总计 | 120.00 | 支出总计 | 120.00 |

三、机关运行经费安排情况

2024年，我部门机关运行经费共计安排20.00万元。
```

## 正确示例
```text
部门预算收支总表

| 304青禾县水利局 | 预算年度：2024 | 单位：万元 |
| 序号 | 项目 | 预算数 | 项目 | 预算数 |
| 栏次 | 1 | 2 | 3 | 4 |
| 1 | 一、一般公共预算拨款收入 | 120.00 | 五、教育支出 | 120.00 |
| 2 | 本年收入合计 | 120.00 | 本年支出合计 | 120.00 |
| 3 | 收入总计 | 120.00 | 支出总计 | 120.00 |

第二部分 部门所属单位预算

单位预算收支总表

| 304001青禾县水利局本级 | 预算年度：2024 | 单位：万元 |
| 序号 | 项目 | 预算数 | 项目 | 预算数 |
| 栏次 | 1 | 2 | 3 | 4 |
| 1 | 一、一般公共预算拨款收入 | 120.00 | 五、教育支出 | 120.00 |
| 2 | 本年收入合计 | 120.00 | 本年支出合计 | 120.00 |
| 3 | 收入总计 | 120.00 | 支出总计 | 120.00 |

三、机关运行经费安排情况

2024年，我单位机关运行经费共计安排20.00万元。
```

## 何时可以忽略
这句话讲的确实是整个部门。

## 依据
《中华人民共和国预算法实施条例》第六条：所属单位的预算、决算另由单位公开；
《地方预决算公开操作规程》（财预〔2016〕143号）：公开内容应当真实、准确。
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from budgetlint.disclosure.naming.mentions import find_mentions
from budgetlint.disclosure.passages import PassageKind
from budgetlint.finding import Severity
from budgetlint.lang import say
from budgetlint.registry import rule
from budgetlint.wording import quoted, together

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.naming.mentions import Mention
    from budgetlint.finding import Observation, Tally
    from budgetlint.registry import Options

_OF_UNIT = "unit"
_WORDS = {"unit": "单位", "department": "部门"}
_KINDS = frozenset({PassageKind.SENTENCE, PassageKind.HEADING, PassageKind.TITLE})
_TITLE = r"^(?:[0-9一二三四五六七八九十]+[、.])?{word}预算[^,。;:]{{0,20}}表$"
_DEPARTMENT = r"我部门(?!\(单位\)|、)|本部门(?=安排|预算|收入|支出|财政拨款|机关运行|没有)|"
_OTHERS = {
    "unit": re.compile(_DEPARTMENT + _TITLE.format(word="部门")),
    "department": re.compile(_TITLE.format(word="单位")),
}
_OWN = {
    "unit": re.compile(r"[我本]单位|单位预算|单位职责"),
    "department": re.compile(r"[我本]部门|部门预算|部门职责"),
}


@rule(code="BL714", name="part-words", severity=Severity.INFO, needs=("units",))
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each part that calls itself both a department and a unit."""
    if {part.ref.kind for part in disclosure.outline.parts} < set(_WORDS):
        return
    passages = [passage for passage in disclosure.passages if passage.kind in _KINDS]
    for part in disclosure.outline.parts:
        own = [passage for passage in passages if passage.part is part]
        kind = part.ref.kind
        if any(_OWN[kind].search(passage.folded.text) for passage in own):
            found = list(find_mentions(own, _OTHERS[kind], "part-words"))
            if found:
                yield _observation(kind, found)


def _observation(kind: str, found: list[Mention]) -> Observation:
    said = "{text}写的是部门，而这一部分是单位的"
    if kind != _OF_UNIT:
        said = "{text}写的是单位，而这一部分是部门的"
    places = [mention.location for mention in found]
    return together(say(said, text=quoted(places[0].marked)), places)
