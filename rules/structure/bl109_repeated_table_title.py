"""BL109: 两张表用了同一个标题

## 检查什么
同一部分中序号不同的两张表标题相同（如“十、”和“十一、”都是同一标题）。
同一张表跨页重印的标题序号相同，不算；已由 BL111 报告缺少标准表的，不再报告。

## 为什么
多半是复制上一张表之后没有改标题，读者看不出哪一张是哪一张。

## 错误示例
```text
一、部门预算收支总表
| 序号 | 项目 | 预算数 | 项目 | 预算数 |
| 栏次 | 1 | 2 | 3 | 4 |
| 1 | 收入总计 | 9.00 | 支出总计 | 9.00 |
二、部门预算收入总表
| 栏次 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 |
注：无收入预算，空表列示。
三、部门预算支出总表
| 栏次 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 |
注：无支出预算，空表列示。
四、部门预算财政拨款收支总表
| 栏次 | 1 | 2 | 3 | 4 | 5 | 6 | 7 |
注：无财政拨款预算，空表列示。
五、部门预算一般公共预算财政拨款支出表
| 栏次 | 1 | 2 | 3 | 4 | 5 |
注：无一般公共预算，空表列示。
六、部门预算一般公共预算财政拨款基本支出表
| 栏次 | 1 | 2 | 3 | 4 | 5 |
注：无基本支出，空表列示。
七、部门预算政府基金预算财政拨款支出表
| 栏次 | 1 | 2 | 3 | 4 | 5 |
注：无政府性基金预算，空表列示。
八、部门预算国有资本经营预算财政拨款支出表
| 栏次 | 1 | 2 | 3 | 4 | 5 |
注：无国有资本经营预算，空表列示。
九、部门预算财政拨款“三公”经费支出表
| 栏次 | 1 | 2 | 3 | 4 | 5 |
注：无“三公”经费支出，空表列示。
十、项目支出情况表
| 栏次 | 1 | 2 | 3 |
注：本表没有数据，空表列示。
十一、项目支出情况表
| 栏次 | 1 | 2 | 3 |
注：本表没有数据，空表列示。
```

## 正确示例
```text
一、部门预算收支总表
| 序号 | 项目 | 预算数 | 项目 | 预算数 |
| 栏次 | 1 | 2 | 3 | 4 |
| 1 | 收入总计 | 9.00 | 支出总计 | 9.00 |
二、部门预算收入总表
| 栏次 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 |
注：无收入预算，空表列示。
三、部门预算支出总表
| 栏次 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 |
注：无支出预算，空表列示。
四、部门预算财政拨款收支总表
| 栏次 | 1 | 2 | 3 | 4 | 5 | 6 | 7 |
注：无财政拨款预算，空表列示。
五、部门预算一般公共预算财政拨款支出表
| 栏次 | 1 | 2 | 3 | 4 | 5 |
注：无一般公共预算，空表列示。
六、部门预算一般公共预算财政拨款基本支出表
| 栏次 | 1 | 2 | 3 | 4 | 5 |
注：无基本支出，空表列示。
七、部门预算政府基金预算财政拨款支出表
| 栏次 | 1 | 2 | 3 | 4 | 5 |
注：无政府性基金预算，空表列示。
八、部门预算国有资本经营预算财政拨款支出表
| 栏次 | 1 | 2 | 3 | 4 | 5 |
注：无国有资本经营预算，空表列示。
九、部门预算财政拨款“三公”经费支出表
| 栏次 | 1 | 2 | 3 | 4 | 5 |
注：无“三公”经费支出，空表列示。
十、项目支出情况表
| 栏次 | 1 | 2 | 3 |
注：本表没有数据，空表列示。
十一、资产配置情况表
| 栏次 | 1 | 2 | 3 |
注：本表没有数据，空表列示。
```

## 何时可以忽略
两张表确实同名，以所列单位或年度区分。

## 依据
《地方预决算公开操作规程》（财预〔2016〕143号）：公开形式应当规范。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.structure.demands import missing_tables
from budgetlint.disclosure.structure.table_titles import numbered_titles, same_titles
from budgetlint.finding import Observation, Severity, Tally
from budgetlint.lang import say
from budgetlint.registry import rule
from budgetlint.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.registry import Options


@rule(code="BL109", name="repeated-table-title", severity=Severity.WARNING)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each numbered table with the title of another."""
    for part, titles in numbered_titles(disclosure):
        same = [] if list(missing_tables(disclosure, part)) else list(same_titles(titles))
        yield Tally(held=len(titles) - len(same))
        for first, again in same:
            yield Observation(
                message=say(
                    "表的标题{again}与{first}相同，应改为各自的标题",
                    again=quoted(again.passage.place.text or again.title),
                    first=quoted(first.passage.place.text or first.title),
                ),
                location=again.location(),
                related=(first.location(),),
            )
