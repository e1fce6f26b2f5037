"""BL713: 单位名称没有写全

## 检查什么
表上方、标题和“现将……公开如下”中的名称与所在部分的名称相比，只少了省市县的名称、少了几个字，
或者只差“本级”二字。空格、全角半角和“（部门）”一类的括注不算。
标题和表上方一律用不带省市县名称的简称（如“工信局”），而文中写有全称的，合并提示一次。

## 为什么
同一个单位在一份文件里只宜有一个名称，简称在公开文件中容易与别的单位混淆。

## 错误示例
```text
青禾县农业农村局2024年部门预算公开

部门预算收入总表

| 304青禾县农业农村局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 小计 | 财政拨款收入 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 120.00 | 120.00 | 120.00 |

部门预算支出总表

| 304农业农村局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 120.00 | 80.00 | 40.00 |
```

## 正确示例
```text
青禾县农业农村局2024年部门预算公开

部门预算支出总表

| 304青禾县 农业农村局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 120.00 | 80.00 | 40.00 |
```

## 何时可以忽略
预算编制系统导出的就是简称。

## 依据
《地方预决算公开操作规程》（财预〔2016〕143号）：公开内容应当真实、准确。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.naming.entities import EntityFault
from budgetlint.disclosure.naming.identity import level_of
from budgetlint.disclosure.naming.names import Likeness, likeness
from budgetlint.finding import Observation, Severity
from budgetlint.lang import say
from budgetlint.registry import rule
from budgetlint.wording import quoted, repeated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.finding import Tally
    from budgetlint.registry import Options


@rule(code="BL713", name="entity-abbreviated", severity=Severity.INFO)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each shortened name of a part, one where the document's name is short."""
    yield from _short_throughout(disclosure)
    for defect in disclosure.entity_defects:
        if defect.fault is not EntityFault.ABBREVIATED:
            continue
        first = defect.claims[0]
        table = first.location.table
        where = say("标题或开头")
        if first.in_caption and table:
            where = say("《{title}》上方", title=table.title)
        message = say(
            "{where}的名称{name}与这一部分的名称{right}不完全一致",
            where=where,
            name=quoted(first.name),
            right=quoted(defect.right.entity),
        )
        yield Observation(
            message=message + repeated(defect.claims),
            location=first.location,
            related=tuple(claim.location for claim in defect.claims[1:]),
            actual=first.name,
        )


def _short_throughout(disclosure: Disclosure) -> Iterator[Observation]:
    """Titles and captions that agree on a short form, while the text writes the name out."""
    entity, full_name = disclosure.entity, disclosure.identity.full_name
    if not entity or not full_name or entity == full_name or level_of(entity):
        return
    claims = [
        claim
        for claim in disclosure.entity_claims
        if claim.part.primary and likeness(claim.name, entity) is Likeness.SAME
    ]
    if claims:
        message = say(
            "标题和表上方的名称{name}是简称，文中的全称是{right}",
            name=quoted(entity),
            right=quoted(full_name),
        )
        yield Observation(
            message=message + repeated(claims),
            location=claims[0].location,
            related=tuple(claim.location for claim in claims[1:]),
            actual=entity,
            subject="short",
        )
