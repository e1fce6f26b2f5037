"""BL110: 表的标题序号跳号或重复

## 检查什么
各表的标题带序号时（“十、”“表10”），序号是否连续、有没有重复。跨页重印的标题算一次。
已由 BL111 报告缺少标准表的，或者中间有一张表的标题没有序号的，不报告跳号。

## 为什么
跳号使人以为少公开了一张表。

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
```

## 何时可以忽略
缺的那张表作为附件单独公布，并在正文中写明。

## 依据
《地方预决算公开操作规程》（财预〔2016〕143号）：公开形式应当规范。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.structure.demands import missing_tables
from budgetlint.disclosure.structure.table_titles import numbered_titles, title_faults
from budgetlint.finding import Observation, Severity, Tally
from budgetlint.lang import listed, say
from budgetlint.registry import rule
from budgetlint.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.structure.table_titles import TitleFault
    from budgetlint.registry import Options


@rule(code="BL110", name="table-title-number", severity=Severity.WARNING)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each number of a table that does not follow the one before."""
    for part, titles in numbered_titles(disclosure):
        gone = bool(list(missing_tables(disclosure, part)))
        faults = [f for f in title_faults(disclosure, titles) if not (gone and f.left_out)]
        yield Tally(held=len(titles) - len(faults))
        for fault in faults:
            yield Observation(
                message=_message(fault),
                location=fault.title.location(),
                related=(fault.before.location(),),
                expected=fault.right,
                actual=fault.title.mark,
            )


def _message(fault: TitleFault) -> str:
    title = quoted(fault.title.passage.place.text or fault.title.title)
    before = quoted(fault.before.passage.place.text or fault.before.title)
    if fault.left_out:
        return say(
            "表{before}之后就是{title}，中间缺少序号{missing}",
            before=before,
            title=title,
            missing=listed([quoted(mark) for mark in fault.left_out]),
        )
    if fault.title.number == fault.before.number:
        said = say("表{title}与前面的{before}序号重复", title=title, before=before)
    else:
        said = say("表{title}的序号不对，前面是{before}", title=title, before=before)
    return said + (say("，应为{right}", right=quoted(fault.right)) if fault.right else "")
