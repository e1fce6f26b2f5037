"""BL715: 职责中的机构名称不是本部门（单位）的

## 检查什么
“X的主要职责是”“X是……工作部门”《X职能配置、内设机构和人员编制规定》中的X，地名和
结尾与本部门（单位）相同，却是另一个机构，或者是并不存在的“某某管理部门”。同一名称的各处合并为
一条。表上方和标题中的名称见BL711。只有所引文件的名称中是X的，作提示；所引文件写有文号或者年份的，
可能是原来的名称，不报告。简称、改名和合署办公的说明、文件中列出的所属单位、写明几个机构职责的
部分，不在其列。

## 为什么
职责是谁的，预算就是谁的；名称不符，多半是从别的部门的文件复制来的，或者改写时写错了名称。

## 错误示例
```text
青禾县水利局2024年部门预算公开

一、部门职责及机构设置情况

根据《青禾县河道管理部门职能配置、内设机构和人员编制规定》，青禾县河道管理部门的主要职责是：
（一）主管全县水利工作。
```

## 正确示例
```text
青禾县水利局2024年部门预算公开

一、部门职责及机构设置情况

根据《青禾县水利局职能配置、内设机构和人员编制规定》，青禾县水利局的主要职责是：
（一）主管全县水利工作，与青禾县农业农村局共同负责农田水利。
```

## 何时可以忽略
本部门确实另有这个名称。

## 依据
《地方预决算公开操作规程》（财预〔2016〕143号）：公开内容应当真实、准确。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.naming.bodies import other_bodies
from budgetlint.finding import Observation, Severity
from budgetlint.lang import say
from budgetlint.registry import rule
from budgetlint.wording import quoted, repeated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.registry import Options


@rule(code="BL715", name="other-body", severity=Severity.WARNING)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation]:
    """One observation for each name of another body that a part gives itself."""
    for body in other_bodies(disclosure):
        first = body.mentions[0]
        name, right = quoted(first.text), quoted(body.right)
        message = say("所引文件是{name}的，与{right}不符，请核对", name=name, right=right)
        if body.certain:
            message = say("{name}不是公开文件的部门（单位），应为{right}", name=name, right=right)
        yield Observation(
            message=message + repeated(body.mentions),
            location=first.location,
            related=tuple(mention.location for mention in body.mentions[1:]),
            expected=body.right if body.certain else None,
            actual=first.text,
            severity=None if body.certain else Severity.INFO,
            subject=first.text,
        )
