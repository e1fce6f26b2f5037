"""BL107: 下一层又用一、二、编号

## 检查什么
情况说明中“一、”“二、”各部分之内，又有四项以上用“一、”“二、”编号的列举。
每个列举提示一次。

## 为什么
两层序号相同，读者和目录分不清哪个“三、”是哪一层。公文的层次序号依次为一、（一）1.（1）。

## 错误示例
```text
一、部门职责及机构设置情况
一、拟订全县农业发展规划。
二、指导农作物生产。
三、监督管理农产品质量。
四、承担县委、县政府交办的其他工作。
二、部门预算安排的总体情况
略。
```

## 正确示例
```text
一、部门职责及机构设置情况
（一）拟订全县农业发展规划。
（二）指导农作物生产。
（三）监督管理农产品质量。
（四）承担县委、县政府交办的其他工作。
二、部门预算安排的总体情况
略。
```

## 何时可以忽略
照录三定规定等文件的原文。

## 依据
《地方预决算公开操作规程》（财预〔2016〕143号）：公开形式应当规范。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.finding import Observation, Severity, Tally
from budgetlint.lang import say
from budgetlint.registry import rule
from budgetlint.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.registry import Options

_BELOW = "（一）"


@rule(code="BL107", name="nested-number", severity=Severity.INFO)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each list that is numbered like the heading above it."""
    lists = disclosure.checked_lists
    yield Tally(held=lists.counted)
    for each in lists.nested:
        first, last = each.items[0], each.items[-1]
        yield Observation(
            message=say(
                "{first}到{last}在{section}之内，又用同样的序号，宜改用{better}一类的序号",
                first=quoted(first.shown),
                last=quoted(last.mark),
                section=quoted(each.below.heading if each.below else ""),
                better=quoted(_BELOW),
            ),
            location=first.location(),
            related=(last.location(),),
            actual=first.mark,
        )
