"""BL742: 把往年写成了本年

## 检查什么
情况说明和绩效目标表里，说的是本年的事、写的却是往年：完成期限已经过去（“2022年12月底前完成”）、
要完成的是往年的目标任务（“确保完成2022年各项目标”）、标题是往年的工作计划、把往年写成将来
（“2022年，我局将继续……”）、申请的是往年的资金、人员的截止日期是往年的；指标的依据是往年的工作
计划、预算时只提示。
同一句里有本年，或有“已”“原计划”“以来”“结转”“欠”“批复”等字样的不算；《》中的文件名、文号、
项目名称里的年度不算；项目本身是往年的或者有结转的，它的绩效目标表不检查。
标题、预算收支的句子、对比的年度、资产的截止日期见BL701、BL702、BL703。

## 为什么
多半是从往年的文稿沿用下来，没有更新；期限已过的绩效目标无法考核。

## 错误示例
```text
青禾县水利局2024年部门预算公开

五、预算绩效信息

确保完成2022年各项目标任务，水库除险加固工程于2022年12月底前完成。
```

## 正确示例
```text
青禾县水利局2024年部门预算公开

五、预算绩效信息

确保完成2024年各项目标任务，水库除险加固工程于2024年12月底前完成；水质监测站已于2022年12月底前建成。
```

## 何时可以忽略
文中说的确实是往年的事；最好写明“已”“原计划”等字样。

## 依据
《地方预决算公开操作规程》（财预〔2016〕143号）：公开内容应当真实、准确。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.stale_years import find_stale_years
from budgetlint.finding import Observation, Severity
from budgetlint.lang import say
from budgetlint.registry import rule
from budgetlint.wording import quoted, repeated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.registry import Options

_NAMES = {"budget": "预算", "final": "决算"}


@rule(code="BL742", name="stale-year", severity=Severity.WARNING, needs=("year",))
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation]:
    """One observation for each earlier year and use of it, with all its places."""
    year = disclosure.year
    if year is None or disclosure.kind not in _NAMES or not disclosure.years.sure:
        return
    for found in find_stale_years(disclosure, year):
        first = found[0]
        message = say(
            "{text}：{says}（{earlier}年），本文件是{year}年{kind}，多半沿用了往年的文稿",
            text=quoted(first.printed),
            says=say(first.use.says),
            earlier=first.year,
            year=year,
            kind=say(_NAMES[disclosure.kind]),
        )
        yield Observation(
            message=message + repeated(found),
            location=first.location,
            related=tuple(stale.location for stale in found[1:]),
            actual=first.printed,
            severity=None if first.use.severity == "warning" else Severity.INFO,
            subject=first.use.id,
        )
