"""BL111: 缺少应有的标准表

## 检查什么
公开格式规定的标准表（河北省格式为九张）是否齐全。部门部分缺表是错误，单位部分缺表是警告；
同一部分还有没认出的表时也只是警告，它可能就是标题写法不同的那一张。
没有数据的表也要列出空表并说明。一张标准表都没有时不在这里逐张报告，见 BL112。
部门决算为九张（2019年度及以前没有国有资本经营预算表）；“三公”经费表有的地方另行公开，
写明“详见附件”的，都只作提示。

## 为什么
收支总表、财政拨款支出表、“三公”经费表等是法定公开内容，缺一张就是公开不完整。

## 错误示例
```text
部门预算收支总表
| 序号 | 项目 | 预算数 | 项目 | 预算数 |
| 栏次 | 1 | 2 | 3 | 4 |
| 1 | 收入总计 | 9.00 | 支出总计 | 9.00 |
部门预算收入总表
| 栏次 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 |
注：无收入预算，空表列示。
部门预算支出总表
| 栏次 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 |
注：无支出预算，空表列示。
部门预算财政拨款收支总表
| 栏次 | 1 | 2 | 3 | 4 | 5 | 6 | 7 |
注：无财政拨款预算，空表列示。
部门预算一般公共预算财政拨款支出表
| 栏次 | 1 | 2 | 3 | 4 | 5 |
注：无一般公共预算，空表列示。
部门预算一般公共预算财政拨款基本支出表
| 栏次 | 1 | 2 | 3 | 4 | 5 |
注：无基本支出，空表列示。
部门预算国有资本经营预算财政拨款支出表
| 栏次 | 1 | 2 | 3 | 4 | 5 |
注：无国有资本经营预算，空表列示。
部门预算财政拨款“三公”经费支出表
| 栏次 | 1 | 2 | 3 | 4 | 5 |
注：无“三公”经费支出，空表列示。
```

## 正确示例
```text
部门预算收支总表
| 序号 | 项目 | 预算数 | 项目 | 预算数 |
| 栏次 | 1 | 2 | 3 | 4 |
| 1 | 收入总计 | 9.00 | 支出总计 | 9.00 |
部门预算收入总表
| 栏次 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 |
注：无收入预算，空表列示。
部门预算支出总表
| 栏次 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 |
注：无支出预算，空表列示。
部门预算财政拨款收支总表
| 栏次 | 1 | 2 | 3 | 4 | 5 | 6 | 7 |
注：无财政拨款预算，空表列示。
部门预算一般公共预算财政拨款支出表
| 栏次 | 1 | 2 | 3 | 4 | 5 |
注：无一般公共预算，空表列示。
部门预算一般公共预算财政拨款基本支出表
| 栏次 | 1 | 2 | 3 | 4 | 5 |
注：无基本支出，空表列示。
部门预算政府基金预算财政拨款支出表
| 栏次 | 1 | 2 | 3 | 4 | 5 |
注：无政府性基金预算，空表列示。
部门预算国有资本经营预算财政拨款支出表
| 栏次 | 1 | 2 | 3 | 4 | 5 |
注：无国有资本经营预算，空表列示。
部门预算财政拨款“三公”经费支出表
| 栏次 | 1 | 2 | 3 | 4 | 5 |
注：无“三公”经费支出，空表列示。
```

## 何时可以忽略
该表作为附件单独公布，并在正文中写明“详见附件”。

## 依据
《中华人民共和国预算法实施条例》第六条；《地方预决算公开操作规程》（财预〔2016〕143号）：
没有数据的表格应当列出空表并说明。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.structure.demands import missing_tables
from budgetlint.finding import Observation, Severity, Tally
from budgetlint.lang import say
from budgetlint.location import Location, TableRef
from budgetlint.registry import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.structure.outline import Part
    from budgetlint.registry import Options
    from budgetlint.taxonomy import StatementSpec


@rule(
    code="BL111",
    name="missing-table",
    severity=Severity.ERROR,
    needs=("table-template", "statements"),
)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each table a part lacks, one for a unit part without any."""
    for part in disclosure.outline.parts:
        present = {s.spec.id for s in disclosure.statements_of(part)}
        yield Tally(held=len(present))
        if not present:
            if not part.primary:
                yield _none_at_all(part)
            continue
        for spec, severity in missing_tables(disclosure, part):
            yield _missing(disclosure, part, spec, severity)


def _missing(disclosure: Disclosure, part: Part, spec: StatementSpec, severity: str) -> Observation:
    found = disclosure.statements_of(part)
    near = max(
        (s for s in found if s.spec.number < spec.number),
        key=lambda s: s.spec.number,
        default=found[0],
    )
    title = spec.title if part.primary else spec.title.replace("部门预算", "单位预算", 1)
    where = say(
        "《{title}》之后" if near.spec.number < spec.number else "《{title}》之前", title=near.title
    )
    numbered = "缺少第{number}张标准表《{title}》，应在{where}；没有数据也应列出空表并说明"
    open_order = "缺少标准表《{title}》，一般在{where}；没有数据也应列出空表并说明"
    return Observation(
        message=say(
            numbered if spec.numbered else open_order,
            number=spec.number,
            title=title,
            where=where,
        ),
        location=Location(
            part=part.ref,
            table=TableRef(spec.number if spec.numbered else None, title),
            position=near.position,
            key=f"{spec.id}//",
        ),
        severity=Severity(severity),
    )


def _none_at_all(part: Part) -> Observation:
    return Observation(
        message=say("单位部分（{unit}）没有任何标准表", unit=part.ref.entity or say("名称不详")),
        location=Location(part=part.ref, key="table"),
        severity=Severity.WARNING,
    )
