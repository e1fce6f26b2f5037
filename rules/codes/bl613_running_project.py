"""BL613: “行政运行”有项目支出

## 检查什么
“行政运行”（各款的 01 项）有没有项目支出。同一科目在几张表里都有的，只提示一次。

## 为什么
“行政运行”反映行政单位（包括参照公务员法管理的事业单位）的基本支出。
项目支出应列“一般行政管理事务”或专门的项级科目，列在“行政运行”会使运转成本看不清楚。

## 错误示例
```text
部门预算支出总表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 120.00 | 80.00 | 40.00 |
| 2 | 213 | 农林水支出 | 120.00 | 80.00 | 40.00 |
| 3 | 21301 | 农业农村 | 120.00 | 80.00 | 40.00 |
| 4 | 2130101 | 行政运行 | 120.00 | 80.00 | 40.00 |
```

## 正确示例
```text
部门预算支出总表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 120.00 | 80.00 | 40.00 |
| 2 | 213 | 农林水支出 | 120.00 | 80.00 | 40.00 |
| 3 | 21301 | 农业农村 | 120.00 | 80.00 | 40.00 |
| 4 | 2130101 | 行政运行 | 80.00 | 80.00 | |
| 5 | 2130102 | 一般行政管理事务 | 40.00 | | 40.00 |
```

## 何时可以忽略
当地把编制外人员经费、维持运转的专项等作为项目编列，并规定使用“行政运行”。

## 依据
财政部《政府收支分类科目》支出功能分类科目说明：行政运行反映行政单位的基本支出，
一般行政管理事务反映行政单位未单独设置项级科目的其他项目支出。
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from budgetlint.finding import Observation, Severity, Tally
from budgetlint.fold import fold
from budgetlint.lang import say
from budgetlint.registry import rule
from budgetlint.wording import quoted, row_name, value_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.facts import Fact
    from budgetlint.registry import Options

_RUNNING = "行政运行"


@rule(code="BL613", name="running-project", severity=Severity.INFO, needs=("statements",))
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each 行政运行 with project expenditure, over all tables."""
    places: dict[str, list[Fact]] = defaultdict(list)
    held = 0
    for code, fact in _running(disclosure):
        if fact.is_zero:
            held += 1
        elif fact not in disclosure.diagnosis.suspects:
            places[code].append(fact)
    for first, *others in places.values():
        yield Observation(
            message=say(
                "{row}有项目支出{amount}，“行政运行”只反映基本支出，"
                "项目支出应列“一般行政管理事务”或专门的科目，请核对",
                row=quoted(row_name(first.location)),
                amount=value_text(first),
            ),
            location=first.location,
            related=tuple(other.location for other in others),
            actual=value_text(first),
        )
    yield Tally(held=held)


def _running(disclosure: Disclosure) -> Iterator[tuple[str, Fact]]:
    """The project expenditure of every row 行政运行."""
    for statement in disclosure.statements:
        if statement.spec.rows.get("code") != "function":
            continue
        for row in statement.rows:
            key = (statement.spec.id, row.code, "project")
            fact = disclosure.facts.cell(statement.part, key)
            if fact and row.code.endswith("01") and fold(row.label) == _RUNNING:
                yield row.code, fact
