"""BL951: 文档中有身份证号码

## 检查什么
文档的正文、表格、页眉页脚或文本框中有 18 位居民身份证号码：前两位是省级代码，中间是存在的出生日期，
最后一位与校验码相符。三项都符合才报告，项目编码、统一社会信用代码、银行账号不会被当作身份证号。
报告中只显示前三位和后两位，其余检查结果引用到同一号码时也同样隐去。

## 为什么
身份证号码一经公开就无法收回。补助名单、人员名册作为附件粘贴进来时最容易带出。

## 错误示例
```text
一、部门职责及机构设置情况
本年补助对象为王某某（身份证号110101199003070011）。
```

## 正确示例
```text
一、部门职责及机构设置情况
本年补助对象1人，名单不公开。
```

## 何时可以忽略
没有。

## 依据
《中华人民共和国个人信息保护法》第二十五条：未取得个人单独同意，不得公开其个人信息；
《中华人民共和国政府信息公开条例》第十五条：涉及个人隐私的政府信息，行政机关不得公开。
校验方法见国家标准 GB 11643《公民身份号码》。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.personal_numbers import ID_CARD
from budgetlint.finding import Severity
from budgetlint.personal_wording import personal_observations
from budgetlint.registry import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.finding import Observation, Tally
    from budgetlint.registry import Options


@rule(code="BL951", name="id-card", severity=Severity.ERROR)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for all of them."""
    yield from personal_observations(disclosure, ID_CARD)
