"""BL609: 科目编码不是这一栏的分类

## 检查什么
表头写明是哪一种分类时，编码是否属于那种分类：功能分类为 201—234，部门预算支出经济分类为 301—399，
政府预算支出经济分类为 501—599。整张表都用错的报告一次，否则同一类的各行报告一次。
名称是本栏分类的科目、只是编码打错的，由编码的其他规则报告。

## 为什么
三种分类各有用途：同一笔支出在功能分类表、部门经济分类表、政府经济分类表中用不同的科目反映，混用就无法汇总。

## 错误示例
```text
部门预算一般公共预算财政拨款基本支出表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 支出部门经济分类科目 | 一般公共预算基本支出 |
| 科目编码 | 科目名称 | 合计 | 人员经费 | 公用经费 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 80.00 | 70.00 | 10.00 |
| 2 | 501 | 机关工资福利支出 | 70.00 | 70.00 | |
| 3 | 50101 | 工资奖金津补贴 | 70.00 | 70.00 | |
| 4 | 502 | 机关商品和服务支出 | 10.00 | | 10.00 |
| 5 | 50201 | 办公经费 | 10.00 | | 10.00 |
```

## 正确示例
```text
部门预算一般公共预算财政拨款基本支出表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 支出部门经济分类科目 | 一般公共预算基本支出 |
| 科目编码 | 科目名称 | 合计 | 人员经费 | 公用经费 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 80.00 | 70.00 | 10.00 |
| 2 | 301 | 工资福利支出 | 70.00 | 70.00 | |
| 3 | 30101 | 基本工资 | 70.00 | 70.00 | |
| 4 | 302 | 商品和服务支出 | 10.00 | | 10.00 |
| 5 | 30201 | 办公费 | 10.00 | | 10.00 |
```

## 何时可以忽略
表头写错而编码正确；应当改表头。

## 依据
财政部《政府收支分类科目》（按年度发布）；《支出经济分类科目改革方案》（财预〔2017〕98号）。
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
    from budgetlint.disclosure.tables.foreign_codes import ForeignCodes
    from budgetlint.registry import Options

_NAMES = {
    ("function",): "功能分类",
    ("economic",): "部门预算支出经济分类",
    ("government-economic",): "政府预算支出经济分类",
    ("economic", "government-economic"): "支出经济分类",
}


@rule(code="BL609", name="wrong-classification", severity=Severity.ERROR, needs=("statements",))
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for a whole table, or for the rows of one class in it."""
    for group in disclosure.foreign_codes:
        code = group.statement.column("code")
        places = tuple(group.statement.location(row, code) for row in group.rows)
        yield Observation(
            message=_message(group),
            location=places[0],
            related=places[1:],
            expected=say("{name}科目", name=say(_NAMES[group.said])),
            actual=say("{name}科目", name=say(_NAMES[(group.axis,)])),
            subject=group.axis,
        )
    coded = sum(row.has_code for s in disclosure.statements if s.by_code for row in s.rows)
    yield Tally(held=coded - sum(len(group.rows) for group in disclosure.foreign_codes))


def _message(group: ForeignCodes) -> str:
    first = group.rows[0]
    codes = quoted(f"{first.printed_code} {first.label}")
    if len(group.rows) > 1:
        codes = say("{first}等{count}行", first=codes, count=len(group.rows))
    whole = "全部科目编码（{codes}）是{own}的科目，本栏表头为{head}"
    some = "科目编码{codes}是{own}的科目，本栏表头为{head}"
    return say(
        whole if group.whole else some,
        codes=codes,
        own=say(_NAMES[(group.axis,)]),
        head=say(_NAMES[group.said]),
    )
