"""BL122: 整个部分没有内容

## 检查什么
“第三部分 部门预算情况说明”这样的标题下面是否有内容。
下一部分紧接着开始，或者到文档末尾都没有内容的，作为警告。
“……表”“附件”等部分常常另行公布，不在此列（没有标准表的由 BL111、BL112 报告）；
大多数部分都没有内容的，是没有认出的目录，不算。

## 为什么
整个部分没有内容，通常是合并文档时漏掉了。

## 错误示例
```text
第一部分 青禾县档案馆概况
一、主要职责
负责全县档案的收集和保管。
第二部分 2024年度部门决算情况说明
一、收入支出决算总体情况说明
2024年度收入总计50万元，支出总计50万元。
第三部分 预算绩效情况说明
第四部分 名词解释
基本支出：维持机构日常运行的支出。
```

## 正确示例
```text
第一部分 青禾县档案馆概况
一、主要职责
负责全县档案的收集和保管。
第二部分 2024年度部门决算情况说明
一、收入支出决算总体情况说明
2024年度收入总计50万元，支出总计50万元。
第三部分 预算绩效情况说明
本年度没有列入绩效评价的项目。
第四部分 名词解释
基本支出：维持机构日常运行的支出。
```

## 何时可以忽略
这一部分是图片，或者作为单独的文件公布；建议注明“详见附件”。

## 依据
《地方预决算公开操作规程》（财预〔2016〕143号）：应当公开的事项不得少公开、不公开。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.structure.emptiness import empty_headings
from budgetlint.emptiness_wording import empty_observation
from budgetlint.finding import Severity
from budgetlint.registry import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.finding import Observation
    from budgetlint.registry import Options


@rule(code="BL122", name="empty-chapter", severity=Severity.WARNING)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation]:
    """One observation for each chapter without content."""
    for each in empty_headings(disclosure):
        if each.is_chapter:
            yield empty_observation(disclosure, each)
