"""BL712: 单位编码前后不一致

## 检查什么
同一部分各张表上方的单位编码是否相同；所属单位的编码是否以部门的编码开头。
其他各表（三张以上）都一致、只有一张错一位或颠倒两位的，一定是写错了。

## 为什么
编码是预算系统识别单位的依据，编码错了，表就不能与系统中的数对上。

## 错误示例
```text
青禾县农业农村局2024年部门预算公开

部门预算收入总表

| 304青禾县农业农村局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 小计 | 财政拨款收入 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 120.00 | 120.00 | 120.00 |

部门预算支出总表

| 340青禾县农业农村局 | 预算年度：2024 | 单位：万元 |
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
部门年中更换了编码，而且文中说明了。

## 依据
《地方预决算公开操作规程》（财预〔2016〕143号）：公开内容应当真实、准确。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.naming.entities import (
    EntityDefect,
    EntityFault,
)
from budgetlint.finding import Observation, Severity, Tally
from budgetlint.lang import say
from budgetlint.registry import rule
from budgetlint.wording import quoted, repeated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.registry import Options

_ENOUGH = 3


@rule(code="BL712", name="entity-code", severity=Severity.ERROR, needs=("statements",))
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each wrong code in the captions of a part."""
    for defect in disclosure.entity_defects:
        if defect.fault is EntityFault.CODE:
            yield _differs(defect)
        elif defect.fault is EntityFault.FOREIGN_CODE:
            yield _foreign(defect)
    coded = [claim for claim in disclosure.entity_claims if claim.code]
    yield Tally(held=sum(claim.code == claim.part.ref.code for claim in coded))


def _differs(defect: EntityDefect) -> Observation:
    """A code that the other tables of the part do not have."""
    first, right = defect.claims[0], defect.right.code or ""
    sure = defect.agreeing >= _ENOUGH and _is_slip(first.code or "", right)
    message = say(
        "《{title}》上方的单位编码是{code}，而这一部分的其他表是{right}",
        title=first.location.table.title if first.location.table else "",
        code=first.code,
        right=right,
    )
    return Observation(
        message=message + repeated(defect.claims),
        location=first.location,
        related=tuple(claim.location for claim in defect.claims[1:]),
        expected=right if defect.agreeing > len(defect.claims) else None,
        actual=first.code,
        severity=None if sure else Severity.WARNING,
        subject="code",
    )


def _foreign(defect: EntityDefect) -> Observation:
    """A unit whose code is that of another department."""
    first, department = defect.claims[0], defect.right
    return Observation(
        message=say(
            "单位{unit}的编码{code}不以部门{department}的编码{start}开头",
            unit=quoted(first.name),
            code=first.code,
            department=quoted(department.entity),
            start=department.code,
        ),
        location=first.location,
        related=tuple(claim.location for claim in defect.claims[1:]),
        actual=first.code,
        severity=Severity.WARNING,
        subject="department",
    )


def _is_slip(printed: str, right: str) -> bool:
    """Whether one digit is wrong, or two neighbours have changed places."""
    differing = [
        n for n, pair in enumerate(zip(printed, right, strict=False)) if len(set(pair)) > 1
    ]
    if len(printed) != len(right) or not differing:
        return False
    first, last = differing[0], differing[-1]
    return first == last or (
        last == first + 1 and printed[first : last + 1] == right[first : last + 1][::-1]
    )
