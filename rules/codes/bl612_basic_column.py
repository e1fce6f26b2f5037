"""BL612: 人员经费与公用经费的科目列错了栏

## 检查什么
按经济分类列示的基本支出表中，工资福利支出（301）、对个人和家庭的补助（303）的金额应在“人员经费”栏，
商品和服务支出（302）、资本性支出（310）等应在“公用经费”栏。不会有别的列法的科目（基本工资、住房公积金、
办公费、公务接待费等）是错误，其余是警告；各地列法不一的（其他交通费用、工会经费、福利费、劳务费、
其他工资福利支出等）只给提示。
决算的基本支出表列有“人员经费合计”“公用经费合计”的，一个合计多、另一个合计少，恰好等于某一科目的金额时，
报告这个科目算错了合计，不再报告两个合计各自不符。

## 为什么
机关运行经费按公用经费计算，列错栏会使人员经费、公用经费和机关运行经费都不准确。

## 错误示例
```text
部门预算一般公共预算财政拨款基本支出表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 人员经费 | 公用经费 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 80.00 | 72.00 | 8.00 |
| 2 | 301 | 工资福利支出 | 70.00 | 70.00 | |
| 3 | 30101 | 基本工资 | 70.00 | 70.00 | |
| 4 | 302 | 商品和服务支出 | 10.00 | 2.00 | 8.00 |
| 5 | 30201 | 办公费 | 8.00 | | 8.00 |
| 6 | 30217 | 公务接待费 | 2.00 | 2.00 | |
```

## 正确示例
```text
部门预算一般公共预算财政拨款基本支出表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 人员经费 | 公用经费 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 80.00 | 70.00 | 10.00 |
| 2 | 301 | 工资福利支出 | 70.00 | 70.00 | |
| 3 | 30101 | 基本工资 | 70.00 | 70.00 | |
| 4 | 302 | 商品和服务支出 | 10.00 | | 10.00 |
| 5 | 30201 | 办公费 | 8.00 | | 8.00 |
| 6 | 30217 | 公务接待费 | 2.00 | | 2.00 |
```

## 何时可以忽略
当地的预算编制办法规定该项支出按人员经费（或公用经费）编列。

## 依据
财政部《支出经济分类科目改革方案》（财预〔2017〕98号）及部门预算编制口径：人员经费包括工资福利支出、
对个人和家庭的补助；公用经费包括商品和服务支出、资本性支出等。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.tables.basic_sides import misplaced, placed_right
from budgetlint.finding import Observation, Severity, Tally
from budgetlint.lang import listed, say
from budgetlint.registry import rule
from budgetlint.wording import beside, quoted, row_name, value_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.facts import Fact
    from budgetlint.disclosure.tables.basic_sides import Misplaced
    from budgetlint.disclosure.tables.miscounted import Miscounted
    from budgetlint.registry import Options

_NAMES = {"personnel": "人员经费", "operating": "公用经费"}
_MOST_LISTED = 3


@rule(code="BL612", name="basic-column", severity=Severity.ERROR, needs=("statements",))
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for all amounts of a table that stand in the same wrong column."""
    for group in misplaced(disclosure):
        first, *others = group.facts
        yield Observation(
            message=_message(group),
            location=first.location,
            related=tuple(other.location for other in others),
            expected=_NAMES[group.right],
            actual=_NAMES[group.column],
            severity=Severity(group.severity),
            subject=group.severity,
        )
    for wrong in disclosure.miscounted:
        yield Observation(
            message=_counted_wrong(wrong),
            location=wrong.item.location,
            related=(wrong.counted_in.location, wrong.missing_in.location),
            severity=Severity(wrong.severity),
            subject="sum",
        )
    yield Tally(held=placed_right(disclosure))


def _counted_wrong(wrong: Miscounted) -> str:
    item, sums = wrong.item, (wrong.counted_in, wrong.missing_in)
    into, out_of = (beside(quoted(fact.location.row_label), value_text(fact)) for fact in sums)
    return say("{item}算进了{into}，应计入{out_of}", item=_amount(item), into=into, out_of=out_of)


def _amount(fact: Fact) -> str:
    """A row with its amount."""
    return beside(quoted(row_name(fact.location)), value_text(fact))


def _message(group: Misplaced) -> str:
    rows = {row_name(fact.location): fact for fact in group.facts}
    items = listed(map(_amount, [*rows.values()][:_MOST_LISTED]))
    if len(rows) > _MOST_LISTED:
        items = say("{items}等{count}个科目", items=items, count=len(rows))
    usually = "{items}列在{wrong}栏，一般列{right}，各地口径不一，请核对"
    always = "{items}列在{wrong}栏，应列{right}"
    return say(
        usually if group.severity == Severity.INFO else always,
        items=items,
        wrong=quoted(_NAMES[group.column]),
        right=quoted(_NAMES[group.right]),
    )
