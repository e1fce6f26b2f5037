"""BL407: 科目下所列项目之和与科目不符

## 检查什么
有的支出表在项级科目下面逐行列出项目（或所属单位）：各行之和应等于该科目的项目支出；
表中没有“项目支出”一栏的，应等于合计。
同一张表中至少一半的科目相符时才核对，否则所列的不是科目的全部内容。

## 为什么
项目金额有调整而科目没有跟着改，或者漏列、重列了项目。

## 错误示例
```text
一般公共预算财政拨款支出表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| | 合计 | 120.00 | 40.00 | 80.00 |
| 205 | 教育支出 | 120.00 | 40.00 | 80.00 |
| 20502 | 普通教育 | 120.00 | 40.00 | 80.00 |
| 2050202 | 小学教育 | 90.00 | 40.00 | 50.00 |
| | 营养改善计划资金 | 30.00 | | 30.00 |
| | 校舍维修 | 20.00 | | 20.00 |
| 2050203 | 初中教育 | 30.00 | | 30.00 |
| | 寄宿生生活补助 | 20.00 | | 20.00 |
| | 实验设备更新 | 12.00 | | 12.00 |
```

## 正确示例
```text
一般公共预算财政拨款支出表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| | 合计 | 120.00 | 40.00 | 80.00 |
| 205 | 教育支出 | 120.00 | 40.00 | 80.00 |
| 20502 | 普通教育 | 120.00 | 40.00 | 80.00 |
| 2050202 | 小学教育 | 90.00 | 40.00 | 50.00 |
| | 营养改善计划资金 | 30.00 | | 30.00 |
| | 校舍维修 | 20.00 | | 20.00 |
| 2050203 | 初中教育 | 30.00 | | 30.00 |
| | 寄宿生生活补助 | 20.00 | | 20.00 |
| | 实验设备更新 | 10.00 | | 10.00 |
```

## 何时可以忽略
科目下面只列出主要的项目。

## 依据
《中华人民共和国预算法实施条例》第六条：部门预算、决算应当公开基本支出和项目支出，按功能分类公开到项。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.amount import amount_like
from budgetlint.disclosure.diagnosis.relations import sum_in_yuan
from budgetlint.disclosure.tables.detail_sums import detail_sums
from budgetlint.finding import Observation, Severity, Tally
from budgetlint.lang import say
from budgetlint.registry import rule
from budgetlint.wording import place_name, value_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.tables.detail_sums import DetailSum
    from budgetlint.registry import Options


@rule(code="BL407", name="projects-of-an-item", severity=Severity.WARNING, needs=("statements",))
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each item whose projects do not add up to it."""
    doubted = {
        (defect.suspect.location.table, defect.suspect.location.row)
        for defect in disclosure.diagnosis.defects
    }
    for statement in disclosure.statements:
        for each in detail_sums(statement):
            place = each.total.location
            if each.holds or (place.table, place.row) in doubted:
                yield Tally(held=int(each.holds))
            else:
                yield _observation(each)


def _observation(each: DetailSum) -> Observation:
    model = next(part.value for part in each.parts if part.value)
    total = sum_in_yuan(each.parts)
    return Observation(
        message=say(
            "{item}为{value}，其下所列的{count}行之和为{total}",
            item=place_name(each.total),
            value=value_text(each.total),
            count=len(each.parts),
            total=amount_like(total, model),
        ),
        location=each.total.location,
        related=tuple(part.location for part in each.parts),
        actual=value_text(each.total),
    )
