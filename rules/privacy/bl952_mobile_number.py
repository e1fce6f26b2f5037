"""BL952: 文档中有手机号码

## 检查什么
文档中有 11 位手机号码（可带 86 或 -）。后面跟着“元”“万元”的数、项目编码中的数字不算。
所在的段落写着“联系”“咨询”“监督”“电话：”“公开”等字样的，
可能是有意公布，只作提示。报告中隐去中间各位。

## 为什么
经办人的手机号随文件公开后会长期被检索到；需要公布联系方式的，应使用办公电话。

## 错误示例
```text
一、部门职责及机构设置情况
本项目由王某某（13800138000）负责。
```

## 正确示例
```text
一、部门职责及机构设置情况
联系电话：0000-1234567。
```

## 何时可以忽略
号码是本人同意、专门用于对外联系的。

## 依据
《中华人民共和国个人信息保护法》第十三条、第二十五条；《中华人民共和国政府信息公开条例》第十五条。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.personal_numbers import MOBILE
from budgetlint.finding import Severity
from budgetlint.personal_wording import personal_observations
from budgetlint.registry import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.finding import Observation, Tally
    from budgetlint.registry import Options


@rule(code="BL952", name="mobile-number", severity=Severity.WARNING)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for all of them."""
    yield from personal_observations(disclosure, MOBILE)
