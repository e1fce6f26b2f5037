"""BL702: 对比的年度不是上一年

## 检查什么
“与2023年相比”“较2023年预算增加”“比2023年度减少”一类讲预算、决算增减的句子，对比的应是上一年；
决算也可以与本年的预算对比。与本年自己、与以后年度对比，一定有误；与更早的年度对比，多半是
从往年文件中漏改。写明同口径、规划期、以来、疫情前的2019年等有意选择的基年不报告，
说明原因的句子、职责、绩效目标和名词解释不检查。

## 为什么
对比年度漏改，增减额和增减幅度就对不上任何一年的公开数据。

## 错误示例
```text
青禾县水利局2024年部门预算公开

三、机关运行经费安排情况

2024年，我部门机关运行经费共计安排20.00万元，比2022年减少1.00万元。
```

## 正确示例
```text
青禾县水利局2024年部门预算公开

三、机关运行经费安排情况

2024年，我部门机关运行经费共计安排20.00万元，比2023年减少1.00万元，比2019年减少5.00万元。
```

## 何时可以忽略
确实要与更早的年度对比；最好写明理由。

## 依据
《地方预决算公开操作规程》（财预〔2016〕143号）：应当说明与上年相比的增减变化及原因。
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from budgetlint.disclosure.naming.comparisons import Comparison, find_comparisons
from budgetlint.finding import Observation, Severity, Tally
from budgetlint.lang import say
from budgetlint.registry import rule
from budgetlint.taxonomy.years import year_spec
from budgetlint.wording import quoted, repeated

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from budgetlint.disclosure import Disclosure
    from budgetlint.registry import Options


@rule(code="BL702", name="comparison-year", severity=Severity.ERROR, needs=("year",))
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each wrong year that a part compares with."""
    year = disclosure.year or 0
    found = list(find_comparisons(disclosure.document, disclosure.outline))
    groups: dict[tuple[int, int], list[Comparison]] = defaultdict(list)
    for comparison in found:
        if _is_wrong(comparison, year, final=disclosure.kind != "budget"):
            groups[(comparison.part.start, comparison.year)].append(comparison)
    for comparisons in groups.values():
        yield _observation(comparisons, year, sure=disclosure.years.sure)
    yield Tally(held=sum(comparison.year == year - 1 for comparison in found))


def _is_wrong(comparison: Comparison, year: int, *, final: bool) -> bool:
    """Whether a comparison is with no year that it may be with.

    Final accounts are compared with the budget of their own year, budgets also with the last
    accounts that there are, of the year before last.
    """
    if comparison.year == year:
        return not (final and comparison.is_budget) and not comparison.is_adjusted
    if comparison.year == year - 2 and comparison.is_accounts and not final:
        return False
    if comparison.year < year - 1:
        return not comparison.intended and comparison.year not in year_spec().base_years
    return comparison.year > year


def _observation(comparisons: Sequence[Comparison], year: int, *, sure: bool) -> Observation:
    first = comparisons[0]
    other = say("{year}年", year=first.year)
    if first.year == year:
        other = say("本年（{year}年）自己", year=year)
    elif first.year > year:
        other = say("以后的{year}年", year=first.year)
    message = say(
        "{text}是与{other}对比，应与上一年（{last}年）对比",
        text=quoted(first.location.text),
        other=other,
        last=year - 1,
    )
    return Observation(
        message=message + repeated(comparisons),
        location=first.location,
        related=tuple(comparison.location for comparison in comparisons[1:]),
        expected=str(year - 1),
        actual=str(first.year),
        severity=None if sure and first.year >= year and not first.is_budget else Severity.WARNING,
    )
