"""BL202: 表的金额单位与表中金额矛盾

## 检查什么
一张标准表注明的单位（元、万元）与它的数字是否相称：如果表中的数与其他表、与情况说明相比，
正好都差一万倍（或一亿倍），就是单位写错了。此后核对其他数字时按应有的单位理解这张表。

## 为什么
把“万元”写成“元”，公开的预算就缩小了一万倍，是最常见也最难堪的错误之一。

## 错误示例
```text
部门预算一般公共预算财政拨款支出表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 120.00 | 80.00 | 40.00 |
| 2 | 205 | 教育支出 | 120.00 | 80.00 | 40.00 |

部门预算一般公共预算财政拨款基本支出表

| 304青禾县某某局 | 预算年度：2024 | 单位：元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 人员经费 | 公用经费 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 80.00 | 65.00 | 15.00 |
| 2 | 301 | 工资福利支出 | 65.00 | 65.00 | |
| 3 | 302 | 商品和服务支出 | 15.00 | | 15.00 |

二、部门预算安排的总体情况

2024年人员经费65.00万元，公用经费15.00万元。
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

| 304青禾县某某局 | 预算年度：2024 | 单位：元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 人员经费 | 公用经费 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 800000.00 | 650000.00 | 150000.00 |
| 2 | 301 | 工资福利支出 | 650000.00 | 650000.00 | |
| 3 | 302 | 商品和服务支出 | 150000.00 | | 150000.00 |
```

## 何时可以忽略
没有；两处必有一处写错。

## 依据
《地方预决算公开操作规程》（财预〔2016〕143号）：公开内容应当真实、准确。
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from budgetlint.finding import Observation, Severity, Tally
from budgetlint.lang import say
from budgetlint.registry import rule
from budgetlint.wording import beside, place_name, value_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.tables.units import UnitDefect
    from budgetlint.location import Location
    from budgetlint.registry import Options


@rule(
    code="BL202",
    name="table-unit-mismatch",
    severity=Severity.ERROR,
    needs=("tables",),
)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each table whose caption names the wrong unit."""
    wrong = [d for d in disclosure.unit_defects if d.statement.caption.unit is not None]
    for defect in wrong:
        own, other = defect.own, defect.other
        yield Observation(
            message=say(
                "《{title}》注明“单位：{declared}”，"
                "但表中{own}与{other}的{value}相比（共{count}处）表明单位应为{implied}",
                title=defect.statement.title,
                declared=defect.declared,
                own=beside(place_name(own, own) or say("数字"), own.text),
                other=place_name(other, own),
                value=value_text(other),
                count=defect.compared,
                implied=defect.implied,
            ),
            location=_caption(defect),
            related=(own.location, other.location),
            expected=defect.implied.value,
            actual=defect.declared.value,
        )
    tables = (*disclosure.statements, *disclosure.purchases.statements)
    named = [s for s in tables if s.caption.unit and not s.is_empty]
    yield Tally(held=len(named) - len(wrong))


def _caption(defect: UnitDefect) -> Location:
    caption = defect.statement.caption
    place = defect.statement.location()
    return replace(
        place,
        text=caption.unit_text,
        position=caption.unit_position or place.position,
        key=f"{defect.statement.spec.id}/unit",
    )
