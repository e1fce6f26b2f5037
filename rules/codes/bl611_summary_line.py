"""BL611: 收支总表的支出栏有不是类级科目的行

## 检查什么
收支总表、财政拨款收支总表的支出栏按类级科目逐行列示。其中夹有款级、项级科目名称的
（如“土壤”“事业运行”“自然灾害救灾补助”），全部合为一条提示。后面各行的序号因此顺延，不另提示。
“人行科目”是系统模板中的行，不提示。

## 为什么
这些行多是系统取数时把下级科目当成了类级科目，不是预算科目中的类；有金额时还会重复计算。

## 错误示例
```text
部门预算收支总表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 收入 | 支出 |
| 项目 | 预算数 | 项目 | 预算数 |
| 栏次 | 1 | 2 | 3 | 4 |
| 1 | 一、一般公共预算拨款收入 | 120.00 | 一、教育支出 | 120.00 |
| 2 | | | 二、节能环保支出 | |
| 3 | | | 三、土壤 | |
| 4 | | | 四、城乡社区支出 | |
| 5 | 本年收入合计 | 120.00 | 本年支出合计 | 120.00 |
| 6 | 收入总计 | 120.00 | 支出总计 | 120.00 |
```

## 正确示例
```text
部门预算收支总表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 收入 | 支出 |
| 项目 | 预算数 | 项目 | 预算数 |
| 栏次 | 1 | 2 | 3 | 4 |
| 1 | 一、一般公共预算拨款收入 | 120.00 | 一、教育支出 | 120.00 |
| 2 | | | 二、节能环保支出 | |
| 3 | | | 三、城乡社区支出 | |
| 4 | 本年收入合计 | 120.00 | 本年支出合计 | 120.00 |
| 5 | 收入总计 | 120.00 | 支出总计 | 120.00 |
```

## 何时可以忽略
当地的收支总表规定列到款级或项级科目。

## 依据
财政部《政府收支分类科目》（按年度发布）；部门预算公开格式：收支总表的支出按功能分类列到类级科目。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.tables.summary_lines import class_rows, lines_of_no_class
from budgetlint.finding import Observation, Severity, Tally
from budgetlint.lang import listed, say
from budgetlint.registry import rule
from budgetlint.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.tables.summary_lines import SummaryLine
    from budgetlint.registry import Options

_LEVELS = {5: "款级", 7: "项级"}


@rule(code="BL611", name="summary-line", severity=Severity.INFO, needs=("statements",))
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for all such lines of a document."""
    found = list(lines_of_no_class(disclosure.statements, disclosure.book["function"]))
    if found:
        names = {line.name: line for line in found}
        lines = (
            say("{name}（{level}科目）", name=quoted(name), level=_level(line))
            for name, line in names.items()
        )
        yield Observation(
            message=say(
                "支出栏中的{lines}不是类级科目，请核对取数（共{count}行）",
                lines=listed(lines),
                count=len(found),
            ),
            location=found[0].location,
            related=tuple(line.location for line in found[1:]),
            actual=listed(names),
        )
    yield Tally(held=sum(len(class_rows(s)) for s in disclosure.statements))


def _level(line: SummaryLine) -> str:
    """The level of the subject with this name, and its code if only one has it."""
    codes = sorted({each.code for each in line.subjects})
    level = say(_LEVELS[len(codes[0])])
    return say("{code}，{level}", code=codes[0], level=level) if len(codes) == 1 else level
