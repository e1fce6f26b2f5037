"""BL615: 情况说明中的科目名称或编码有误

## 检查什么
文字中以“……（类）……（款）……（项）”列出的功能分类科目，以及与名称连写的编码：名称有没有错字（与唯一一个
正式名称只差一个字，或只是字的次序不同），类、款、项是否写错，款、项是否属于它前面的类、款，编码与名称是否相符。
名称属于别的年度的，由旧科目规则报告；表中同样写错的，由编码的其他规则报告。

## 为什么
情况说明和名词解释中的科目应与预算表一致；错字、错级、错位多是套用别的部门的文本造成的。

## 错误示例
```text
八、名词解释

1、社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位职业年金交费支出（项）：指单位缴纳的职业年金支出。

2024年部门预算
```

## 正确示例
```text
八、名词解释

1、社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位职业年金缴费支出（项）：指单位缴纳的职业年金支出。

2024年部门预算
```

## 何时可以忽略
当地财政部门增设的科目。

## 依据
财政部《政府收支分类科目》（按年度发布）；《地方预决算公开操作规程》（财预〔2016〕143号）。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.narrative.subject_defects import wrong_names
from budgetlint.finding import Severity, Tally
from budgetlint.mention_wording import wrong_name_observation
from budgetlint.registry import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.finding import Observation
    from budgetlint.registry import Options


@rule(code="BL615", name="narrative-subject", severity=Severity.WARNING)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each wrong name or code, with all its places."""
    wrong, total = wrong_names(disclosure)
    yield from map(wrong_name_observation, wrong)
    yield Tally(held=total - len(wrong))
