"""BL303: 本年合计、总计或收支不平

## 检查什么
收支总表和财政拨款收支总表：本年收入合计 = 各项收入之和，本年支出合计 = 各类支出之和，
总计 = 本年合计 + 结转结余，收入总计 = 支出总计；年初财政拨款结转 = 三项拨款结转之和。
“三公”经费表：合计（小计）= 出国 + 用车 + 接待，用车 = 购置 + 运行维护；
“三公”经费增减变化表的上年、本年、增减额各列也是这样。
收入合计与支出合计可以不等（差额是上年结转），那不是错误。

## 为什么
收支平衡是预算的基本要求；总计不平的表不能公开。

## 错误示例
```text
部门预算财政拨款“三公”经费支出表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 项目 | 合计 | 一般公共预算财政拨款 | 政府性基金预算拨款 | 国有资本经营预算财政拨款 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | 合计 | 9.00 | 9.00 | | |
| 2 | 一、因公出国（境）费 | | | | |
| 3 | 二、公务用车购置及运维费 | 6.00 | 6.00 | | |
| 4 | 其中：公务用车购置费 | | | | |
| 5 | 公务用车运行维护费 | 6.00 | 6.00 | | |
| 6 | 三、公务接待费 | 2.00 | 2.00 | | |
```

## 正确示例
```text
部门预算财政拨款“三公”经费支出表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 项目 | 合计 | 一般公共预算财政拨款 | 政府性基金预算拨款 | 国有资本经营预算财政拨款 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | 合计 | 8.00 | 8.00 | | |
| 2 | 一、因公出国（境）费 | | | | |
| 3 | 二、公务用车购置及运维费 | 6.00 | 6.00 | | |
| 4 | 其中：公务用车购置费 | | | | |
| 5 | 公务用车运行维护费 | 6.00 | 6.00 | | |
| 6 | 三、公务接待费 | 2.00 | 2.00 | | |
```

## 何时可以忽略
当地格式在总计中另列本工具不认识的项目（如动用预算稳定调节基金）。

## 依据
《中华人民共和国预算法》第十四条、第三十七条。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.diagnosis.relations import Kind
from budgetlint.finding import Severity
from budgetlint.registry import rule
from budgetlint.wording import diagnosed, rounded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.finding import Observation, Tally
    from budgetlint.registry import Options


@rule(code="BL303", name="balance", severity=Severity.ERROR, needs=("statements",))
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """The defects that a balance names, and balances that only rounding explains."""
    yield from diagnosed(disclosure, Kind.BALANCE)
    yield from rounded(disclosure, Kind.BALANCE)
