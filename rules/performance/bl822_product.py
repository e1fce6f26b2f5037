"""BL822: 数量乘以标准与金额不符

## 检查什么
绩效目标、资金用途和指标描述中的“300人，每人200元，共计6万元”“22人×14万元=308万元”：数量 × 标准
与同一句写出的金额是否相符。没有写出金额的，数量 × 标准不应大于项目的成本指标上限和预算数。
按月、按次计发的，一句话里有几个人数的，不核对。

## 为什么
人数或标准改了，金额忘了改，是测算依据中最常见的错误，读者一乘就能发现。

## 错误示例
```text
1、春节慰问绩效目标表

| 绩效目标 | 1.慰问困难职工300人，每人200元，共计60万元 |
| 一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据 |
| 产出指标 | 成本指标 | 慰问金 | 慰问金总额 | ≤6万元 | 县方案 |
```

## 正确示例
```text
1、春节慰问绩效目标表

| 绩效目标 | 1.慰问困难职工300人，每人200元，共计6万元 |
| 一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据 |
| 产出指标 | 成本指标 | 慰问金 | 慰问金总额 | ≤6万元 | 县方案 |
```

## 何时可以忽略
金额中还包括没有写明的其他费用，或者按几个月计算。

## 依据
《中央部门预算绩效目标管理办法》（财预〔2015〕88号）：绩效目标应当指向明确、细化量化、合理可行。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.amount import same_quantity
from budgetlint.disclosure.projects.products import Calculation, calculations
from budgetlint.finding import Observation, Severity, Tally
from budgetlint.fold import fold_with_offsets
from budgetlint.goal_wording import entries
from budgetlint.lang import say
from budgetlint.registry import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.projects.model import Project
    from budgetlint.location import Location
    from budgetlint.registry import Options


@rule(code="BL822", name="product", severity=Severity.WARNING)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each calculation that is not what the text or the table says."""
    for project in disclosure.projects:
        for entry in entries(project):
            folded = fold_with_offsets(entry.text)
            for found in calculations(folded.text):
                contradiction = _contradiction(project, found)
                if contradiction is None:
                    yield Tally(held=1)
                    continue
                told, related = contradiction
                begin, end = folded.original(*found.span)
                yield Observation(
                    message=say(
                        "{terms} = {amount}，{told}",
                        terms=found.terms,
                        amount=found.amount,
                        told=told,
                    ),
                    location=entry.slice(begin, end, "product"),
                    related=related,
                    expected=str(found.amount),
                    actual=entry.text[begin:end],
                )


def _contradiction(project: Project, found: Calculation) -> tuple[str, tuple[Location, ...]] | None:
    """What the calculation contradicts, in words, and where that stands."""
    if found.result is not None:
        holds = same_quantity(found.amount, found.result)
        return None if holds else (say("文中写{amount}", amount=found.result), ())
    for indicator in project.indicators:
        limit = indicator.value.yuan if indicator.is_of == "cost" else None
        if limit and indicator.value.is_limit and limit < found.amount.yuan:
            told = f"{indicator.value.number}{indicator.value.unit}"
            return say("大于成本指标的上限{limit}", limit=told), (indicator.entry.location,)
    budget = project.budget
    if budget and budget.value and 0 < budget.value.yuan < found.amount.yuan:
        return say("大于项目的预算数{budget}", budget=budget.value), (budget.location,)
    return None
