"""BL743: 自称与本单位不符

## 检查什么
正文里的自称说的是另一类单位：水利局的文件里写“我校”“我镇”“我中心”。本文件各部分的单位名称、
部门职责及机构设置里出现过这类单位（如所属的学校、中心）的，不报告；没有认出单位名称的不检查。

## 为什么
多半是从别的单位的文稿复制来的，整段内容可能都不是本单位的。

## 错误示例
```text
青禾县水利局2024年部门预算公开

一、部门职责及机构设置情况

负责全县水资源管理。

三、机关运行经费安排情况

我校2024年继续压减办公费。
```

## 正确示例
```text
青禾县水利局2024年部门预算公开

一、部门职责及机构设置情况

负责全县水资源管理。

三、机关运行经费安排情况

我局2024年继续压减办公费。
```

## 何时可以忽略
这段话确实是所属单位自己写的，而机构设置里没有列出它。

## 依据
《地方预决算公开操作规程》（财预〔2016〕143号）：公开内容应当真实、准确。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.foreign_self import find_foreign_self
from budgetlint.finding import Observation, Severity
from budgetlint.lang import say
from budgetlint.registry import rule
from budgetlint.wording import quoted, repeated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.registry import Options


@rule(code="BL743", name="foreign-self", severity=Severity.WARNING)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation]:
    """One observation for each kind of body, with all its places."""
    for mentions in find_foreign_self(disclosure):
        first = mentions[0]
        message = say(
            "自称{text}，与本文件的单位（{entity}）不符，多半沿用了别的单位的文稿",
            text=quoted(first.text),
            entity=first.part.ref.entity or disclosure.outline.parts[0].ref.entity,
        )
        yield Observation(
            message=message + repeated(mentions),
            location=first.location,
            related=tuple(mention.location for mention in mentions[1:]),
            actual=first.text,
            subject=first.text,
        )
