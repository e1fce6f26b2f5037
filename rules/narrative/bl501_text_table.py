"""BL501: 情况说明的金额与标准表不一致

## 检查什么
情况说明中的预算收入、支出、基本支出、人员经费、公用经费、项目支出、各项收入、上年结转、
“三公”经费及其分项，与标准表中同一个数核对。单位和小数位相同时必须一字不差，
差一分钱也是错误；文字取整或小数位较少时，按较粗的一方比较，舍入、截尾都算相符。
“三公”经费各项的上年数、增减额与增减变化表核对（比较的基数不同的不核对）。
“预算收入”可以指总计，也可以指本年合计，与其中之一相符即可。
政府采购预算（支出）及其中的货物、工程、服务，与政府采购表核对；固定资产金额与资产表核对；
拟购置的固定资产与政府采购表中的货物不符，只作警告。
机关运行经费的明细与基本支出表“公用经费”的各科目核对：几项可以同属一个科目（邮电费与公务移动通讯补贴），
一项也可以包括几个科目（水电费）；科目的其余部分可能写在不认识的项目里时不核对。
决算还核对各（类）（款）（项）：名称和所属的类、款都与表中一行相同的才核对，找不到同名科目的不核对；
写“无……收入和支出”的，表中不应有数。

## 为什么
文字由人抄写，最容易与表脱节。公开检查通报的问题中，文字与表不符是常见的一类。

## 错误示例
```text
部门预算支出总表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 120.00 | 80.00 | 40.00 |
| 2 | 205 | 教育支出 | 120.00 | 80.00 | 40.00 |

二、部门预算安排的总体情况

2024年安排基本支出80.10万元。
```

## 正确示例
```text
部门预算支出总表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 120.00 | 80.00 | 40.00 |
| 2 | 205 | 教育支出 | 120.00 | 80.00 | 40.00 |

二、部门预算安排的总体情况

2024年安排基本支出80万元。
```

## 何时可以忽略
文字说的是另一个口径（如只含财政拨款）而名称没有写明；最好把名称写完整。

## 依据
《地方预决算公开操作规程》（财预〔2016〕143号）；《中华人民共和国预算法》第十四条。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.diagnosis.relations import Kind
from budgetlint.finding import Severity
from budgetlint.registry import rule
from budgetlint.wording import diagnosed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.finding import Observation, Tally
    from budgetlint.registry import Options


@rule(
    code="BL501",
    name="text-table",
    severity=Severity.ERROR,
    needs=("any-tables", "narrative"),
)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """The defects that an equality between text and table names."""
    yield from diagnosed(disclosure, Kind.TEXT)
