"""BL953: 文档中有银行卡号

## 检查什么
文档中有 16 至 19 位、末位与校验码（Luhn 算法）相符的银行卡号：以 62 开头的银联卡号，
或者旁边写明“卡号”“银行卡”“一卡通”的其他卡号。单位的对公账户、信用代码、项目编码不算。报告中隐去中间各位。

## 为什么
发放补助的明细表常带有收款人的卡号，公开后可能造成财产损失。

## 错误示例
```text
一、部门职责及机构设置情况
补助发放至王某某银行卡6222021234567890128。
```

## 正确示例
```text
一、部门职责及机构设置情况
补助通过惠农“一卡通”发放。
```

## 何时可以忽略
没有。

## 依据
《中华人民共和国个人信息保护法》第二十五条；第二十八条：金融账户属于敏感个人信息；
《中华人民共和国政府信息公开条例》第十五条。校验方法见 ISO/IEC 7812。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.personal_numbers import BANK_CARD
from budgetlint.finding import Severity
from budgetlint.personal_wording import personal_observations
from budgetlint.registry import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.finding import Observation, Tally
    from budgetlint.registry import Options


@rule(code="BL953", name="bank-card", severity=Severity.WARNING)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for all of them."""
    yield from personal_observations(disclosure, BANK_CARD)
