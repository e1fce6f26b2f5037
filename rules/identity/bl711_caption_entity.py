"""BL711: 单位名称与所在部分不符

## 检查什么
每张表上方的部门或单位名称、标题和“现将……公开如下”中的名称，是否就是所在部分的部门或单位。
部门一篇的表属于部门，所属单位一篇的表属于那个单位；单位的表上方写着部门的名称和编码，也是不符。
正文中偶尔把全称写错一个字（漏字、叠字、颠倒）而其他各处都正确的，也在这里报告。

## 为什么
名称不符，读者不知道表中的数是谁的，也说明表可能是从别处复制来的。

## 错误示例
```text
青禾县农业农村局2024年部门预算公开

部门预算收入总表

| 304青禾县农业农村局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 小计 | 财政拨款收入 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 120.00 | 120.00 | 120.00 |

部门预算支出总表

| 305青禾县水利局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 120.00 | 80.00 | 40.00 |
```

## 正确示例
```text
青禾县农业农村局2024年部门预算公开

部门预算收入总表

| 304青禾县农业农村局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 小计 | 财政拨款收入 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 120.00 | 120.00 | 120.00 |

部门预算支出总表

| 304青禾县农业农村局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 120.00 | 80.00 | 40.00 |
```

## 何时可以忽略
单位年中更名，表按旧名称导出；最好统一为公开时的名称。

## 依据
《地方预决算公开操作规程》（财预〔2016〕143号）：公开内容应当真实、准确。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.naming.entities import (
    EntityDefect,
    EntityFault,
    mistyped_names,
)
from budgetlint.disclosure.naming.names import Likeness, likeness
from budgetlint.finding import Observation, Severity, Tally
from budgetlint.lang import say
from budgetlint.registry import rule
from budgetlint.wording import quoted, repeated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.registry import Options


@rule(code="BL711", name="caption-entity", severity=Severity.WARNING)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each wrong name in the captions, titles or text of a part."""
    document, outline = disclosure.document, disclosure.outline
    for defect in disclosure.entity_defects:
        if defect.fault is EntityFault.OTHER:
            yield _observation(defect, _message(defect))
    for defect in mistyped_names(document, outline, disclosure.titles):
        message = say(
            "{name}应为{right}，全文其他各处都是{right}",
            name=quoted(defect.claims[0].name),
            right=quoted(defect.right.entity),
        )
        yield _observation(defect, message, "mistyped")
    yield Tally(
        held=sum(
            likeness(claim.name, claim.part.ref.entity or "") is Likeness.SAME
            for claim in disclosure.entity_claims
        )
    )


def _observation(defect: EntityDefect, message: str, subject: str = "") -> Observation:
    also = repeated(defect.claims)
    first = defect.claims[0]
    sure = defect.agreeing > len(defect.claims)
    return Observation(
        message=message + also,
        location=first.location,
        related=tuple(claim.location for claim in defect.claims[1:]),
        expected=_full(defect.right.code, defect.right.entity, first.code) if sure else None,
        actual=_full(first.code, first.name, first.code),
        subject=subject,
    )


def _message(defect: EntityDefect) -> str:
    first, right = defect.claims[0], defect.right
    name = quoted(_full(first.code, first.name, first.code))
    own = quoted(_full(right.code, right.entity, first.code))
    table = first.location.table
    if first.in_caption and table:
        of_unit = "《{title}》上方的名称是{name}，而这一部分是单位{own}的"
        of_department = "《{title}》上方的名称是{name}，而这一部分是部门{own}的"
        said = of_unit if right.kind == "unit" else of_department
        return say(said, title=table.title, name=name, own=own)
    return say("标题或开头的名称是{name}，而这一部分的其他各处是{own}", name=name, own=own)


def _full(code: str | None, name: str | None, like: str | None) -> str:
    """A name with its code, if ``like`` has one."""
    return f"{code if like and code else ''}{name or ''}"
