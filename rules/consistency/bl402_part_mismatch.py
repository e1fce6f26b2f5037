"""BL402: 部门与所属单位的数字不一致

## 检查什么
部门只有一个所属单位时，单位部分的标准表与部门部分逐格相同；有几个单位（含本级）时，
各单位同一格之和等于部门的那一格。数字对不上、而本表内部又各自平衡时，在这里报告；
能从表内关系判断哪一格错的，由表内规则报告，另一处列为相关位置。
各单位之和与部门大多不同时不比较（文档没有列全所属单位），检查情况里会写明。

## 为什么
部门预算由所属单位预算汇总而成；只有一个单位时两者必然相等。

## 错误示例
```text
部门预算收支总表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 项目 | 预算数 | 项目 | 预算数 |
| 栏次 | 1 | 2 | 3 | 4 |
| 1 | 一、一般公共预算拨款收入 | 120.00 | 五、教育支出 | 120.00 |
| 2 | 本年收入合计 | 120.00 | 本年支出合计 | 120.00 |
| 3 | 收入总计 | 120.00 | 支出总计 | 120.00 |

第二部分 部门所属单位预算

单位预算收支总表

| 304001青禾县某某局本级 | 预算年度：2024 | 单位：万元 |
| 序号 | 项目 | 预算数 | 项目 | 预算数 |
| 栏次 | 1 | 2 | 3 | 4 |
| 1 | 一、一般公共预算拨款收入 | 120.00 | 五、教育支出 | 100.00 |
| 2 | | | 六、科学技术支出 | 20.00 |
| 3 | 本年收入合计 | 120.00 | 本年支出合计 | 120.00 |
| 4 | 收入总计 | 120.00 | 支出总计 | 120.00 |
```

## 正确示例
```text
部门预算收支总表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 项目 | 预算数 | 项目 | 预算数 |
| 栏次 | 1 | 2 | 3 | 4 |
| 1 | 一、一般公共预算拨款收入 | 120.00 | 五、教育支出 | 120.00 |
| 2 | 本年收入合计 | 120.00 | 本年支出合计 | 120.00 |
| 3 | 收入总计 | 120.00 | 支出总计 | 120.00 |

第二部分 部门所属单位预算

单位预算收支总表

| 304001青禾县某某局本级 | 预算年度：2024 | 单位：万元 |
| 序号 | 项目 | 预算数 | 项目 | 预算数 |
| 栏次 | 1 | 2 | 3 | 4 |
| 1 | 一、一般公共预算拨款收入 | 120.00 | 五、教育支出 | 120.00 |
| 2 | 本年收入合计 | 120.00 | 本年支出合计 | 120.00 |
| 3 | 收入总计 | 120.00 | 支出总计 | 120.00 |
```

## 何时可以忽略
部门另有单位按规定不公开，因而部门数大于所列单位数。

## 依据
《中华人民共和国预算法实施条例》第六条：部门所属单位的预算、决算应当公开。
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
    code="BL402",
    name="part-mismatch",
    severity=Severity.ERROR,
    needs=("tables", "units"),
)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """The defects that only the comparison of a department with its units shows."""
    yield from diagnosed(disclosure, Kind.PART)
