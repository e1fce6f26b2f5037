"""BL954: 文档中有家庭住址

## 检查什么
句子中写明“家庭住址”“现住址”“户籍地址”或“家住……”并写到村、小区、门牌；或者表格有这样的一栏并填有内容。
单位的办公地址不算。

## 为什么
住址与姓名一起公开，即可定位到个人。

## 错误示例
```text
一、部门职责及机构设置情况
慰问对象王某某，家庭住址：青禾县柳河乡东岗村12号。
```

## 正确示例
```text
一、部门职责及机构设置情况
单位地址：青禾县文化路12号。
```

## 何时可以忽略
没有。

## 依据
《中华人民共和国个人信息保护法》第二十五条；《中华人民共和国政府信息公开条例》第十五条。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.personal import ADDRESS
from budgetlint.finding import Severity
from budgetlint.personal_wording import personal_observations
from budgetlint.registry import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.finding import Observation, Tally
    from budgetlint.registry import Options


@rule(code="BL954", name="home-address", severity=Severity.WARNING)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for all of them."""
    yield from personal_observations(disclosure, ADDRESS)
