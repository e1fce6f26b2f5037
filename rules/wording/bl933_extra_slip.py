"""BL933: 有配置文件列出的错字

## 检查什么
配置文件 `[extra-slips]` 中列出的错误写法：左边是错的，右边是对的。没有列出时，这条规则什么也不查；
BL931 已经报告的不再报告。

    [extra-slips]
    "农牧业局" = "农业农村局"
    "惠民卡" = { right = "社会保障卡", except = ["惠民卡片"], message = "今年起改名" }
    "/第([0-9]+)批批次/" = '第\\1批次'

左边写成 `/……/` 的是正则表达式；`except` 列出含有这个写法而正确的词，`message` 是报告中附带的说明，
都可以不写。文字先去掉空白和引号、全角转半角再比对。

## 为什么
每个地方、每个单位都有自己常犯的错误，例如旧的机构名称、容易打错的项目名称。

## 错误示例
```text
2024年安排农牧业局项目支出20.00万元。
```

## 正确示例
```text
2024年安排农业农村局项目支出20.00万元。
```

## 何时可以忽略
引用旧文件、旧名称的地方；常有这种情况的，把那些词写进 `except`。

## 依据
本单位或者本地财政部门的规定。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.slips import extra_misprints
from budgetlint.finding import Severity
from budgetlint.registry import rule
from budgetlint.slip_wording import slip_observation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.finding import Observation, Tally
    from budgetlint.registry import Options


@rule(code="BL933", name="extra-slip", severity=Severity.WARNING)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each form that the configuration names, with all its places."""
    for misprint in extra_misprints(disclosure):
        yield slip_observation(misprint, "{wrong}应为{right}")
