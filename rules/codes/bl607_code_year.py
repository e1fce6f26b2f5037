"""BL607: 使用了其他年度的科目

## 检查什么
编码或名称只在别的年度有效：如 2019 年起卫生健康支出代替了医疗卫生与计划生育支出，
2020 年起行政单位离退休代替了归口管理的行政单位离退休，2024 年起信访事务不再列
2010308。说明它用到哪一年、现在是什么。
编码已经取消而年度确知的是错误，名称已经更改的是警告，年度不能确定的只给提示。
收支总表的各类，以及情况说明、名词解释中的“……（类）……（款）……（项）”和较长的科目名称也检查；与上年比较、说明更名的句子除外。

## 为什么
沿用往年的表格模板最容易带出旧科目。

## 错误示例
```text
部门预算支出总表

| 304青禾县某某局 | 预算年度：2020 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 120.00 | 80.00 | 40.00 |
| 2 | 210 | 医疗卫生与计划生育支出 | 120.00 | 80.00 | 40.00 |
| 3 | 21011 | 行政事业单位医疗 | 120.00 | 80.00 | 40.00 |
| 4 | 2101101 | 行政单位医疗 | 120.00 | 80.00 | 40.00 |
```

## 正确示例
```text
部门预算支出总表

| 304青禾县某某局 | 预算年度：2020 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 120.00 | 80.00 | 40.00 |
| 2 | 210 | 卫生健康支出 | 120.00 | 80.00 | 40.00 |
| 3 | 21011 | 行政事业单位医疗 | 120.00 | 80.00 | 40.00 |
| 4 | 2101101 | 行政单位医疗 | 120.00 | 80.00 | 40.00 |
```

## 何时可以忽略
没有；除非预算年度没有认对。

## 依据
财政部《政府收支分类科目》（按年度发布）；《中华人民共和国预算法实施条例》第六条。
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from budgetlint.code_wording import code_observations
from budgetlint.disclosure.narrative.subject_defects import old_names
from budgetlint.disclosure.subjects import name_key
from budgetlint.disclosure.tables.codes_defects import CodeFault
from budgetlint.finding import Observation, Severity, Tally
from budgetlint.mention_wording import old_name_observation
from budgetlint.registry import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.registry import Options


@rule(code="BL607", name="code-year", severity=Severity.ERROR)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each code or name of another year, in tables and in sentences."""
    told = {name_key(old.name): old for old in old_names(disclosure)}
    for found in code_observations(disclosure, CodeFault.OTHER_YEAR):
        if isinstance(found, Tally):
            yield found
            continue
        also = told.pop(name_key(found.location.row_label or ""), None)
        places = also.places if also else ()
        yield replace(found, related=found.related + places)
    for old in told.values():
        yield old_name_observation(old)
