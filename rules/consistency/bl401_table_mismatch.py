"""BL401: 表与表之间同一数字不一致

## 检查什么
九张标准表里应当相等的数：收支总表各类支出 = 支出总表各类合计；收支总表各项收入 = 收入总表合计行；
财政拨款收支总表 = 一般公共预算、政府性基金、国有资本经营预算三张支出表；
全部收支都是财政拨款时，支出总表各科目 = 三张财政拨款支出表之和；
一般公共预算支出表的基本支出 = 基本支出表合计。
没有年终结转时，收入总表各科目合计 = 支出总表各科目合计（警告）；
“三公”经费增减变化表的本年数 = “三公”经费表；“三公”经费、会议费、培训费不少于基本支出表中的同名科目
（30212、30215、30216、30217、30231、31013；项目支出中可以另有，所以可以多，少了是警告）。
政府采购表中由公用经费付款的采购之和，不超过基本支出表的公用经费（警告）。
某表整行漏印而别的表有这一行，也在这里或 BL302 报告。

## 为什么
九张表出自同一套预算，同一个数在不同的表里不一致，公开后一眼可见。

## 错误示例
```text
部门预算一般公共预算财政拨款支出表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 120.00 | 80.00 | 40.00 |
| 2 | 205 | 教育支出 | 120.00 | 80.00 | 40.00 |

部门预算一般公共预算财政拨款基本支出表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 人员经费 | 公用经费 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 85.00 | 70.00 | 15.00 |
| 2 | 301 | 工资福利支出 | 70.00 | 70.00 | |
| 3 | 302 | 商品和服务支出 | 15.00 | | 15.00 |
```

## 正确示例
```text
部门预算一般公共预算财政拨款支出表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 120.00 | 80.00 | 40.00 |
| 2 | 205 | 教育支出 | 120.00 | 80.00 | 40.00 |

部门预算一般公共预算财政拨款基本支出表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 人员经费 | 公用经费 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 80.00 | 65.00 | 15.00 |
| 2 | 301 | 工资福利支出 | 65.00 | 65.00 | |
| 3 | 302 | 商品和服务支出 | 15.00 | | 15.00 |
```

## 何时可以忽略
当地对某张表的口径另有规定（如基本支出表含结转资金安排的支出）并在表下注明。

## 依据
《地方预决算公开操作规程》（财预〔2016〕143号）：公开内容应当真实、完整、准确。
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


@rule(code="BL401", name="table-mismatch", severity=Severity.ERROR, needs=("statements",))
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """The defects that an equality between two tables names."""
    yield from diagnosed(disclosure, Kind.TABLE)
