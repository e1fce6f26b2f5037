"""BL113: 空表没有说明

## 检查什么
没有数据的标准表是否在表下注明原因，如“注：无政府性基金预算财政拨款预算，空表列示。”
“本表反映……情况”只说明表的用途，不是空表的原因。
整个文档只有各表的标题、一张表都没有的，是表格没有随文字导出，由 BL112 提示。

## 为什么
空表不加说明，读者分不清是没有这项预算，还是漏填了数据。

## 错误示例
```text
部门预算政府基金预算财政拨款支出表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
```

## 正确示例
```text
部门预算政府基金预算财政拨款支出表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |

注：无政府性基金预算财政拨款支出，空表列示。
```

## 何时可以忽略
全部空表在文末统一说明。

## 依据
财政部《地方预决算公开操作规程》及各地目录：没有数据的表格应当列出空表并说明。
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from budgetlint.finding import Observation, Severity, Tally
from budgetlint.lang import say
from budgetlint.registry import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.registry import Options


_WORDING = {
    "budget": "注：无……预算，空表列示",
    "final": "说明：本年度没有……收入和支出，故本表无数据",
}


@rule(code="BL113", name="empty-table-note", severity=Severity.ERROR, needs=("statements",))
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each empty table without a note."""
    wording = _WORDING.get(disclosure.kind, _WORDING["budget"])
    if not any(statement.table for statement in disclosure.statements):
        return
    for statement in disclosure.statements:
        if statement.is_empty and not statement.note:
            empty = "《{title}》是空表，但没有说明；应在表下注明“{wording}”"
            bare = "《{title}》只有标题，没有表，也没有说明；应在表下注明“{wording}”"
            yield Observation(
                message=say(
                    empty if statement.table else bare, title=statement.title, wording=wording
                ),
                location=replace(statement.location(), key=f"{statement.spec.id}/note"),
            )
        elif statement.is_empty:
            yield Tally(held=1)
