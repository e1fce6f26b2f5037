"""BL720: 本单位名称前的地名有误

## 检查什么
情况说明的句子里，本部门（单位）的名称前，地名错一个字，或者漏了“县”“市”“区”，
而同一部分至少三倍之多的地方是对的。别的地方的同名单位（地名相差不止一个字、或者是
东区与西区之分）不报告；表上方和标题中的名称见BL711、BL713。

## 为什么
地名错了，说的就是别处的单位；多半是从别处的文件复制来的，或者打错了字。

## 错误示例
```text
青禾县水利局2024年部门预算公开

一、部门职责及机构设置情况

青禾县水利局主管全县水利工作。

三、机关运行经费安排情况

2024年，青禾县水利局机关运行经费共计安排20.00万元。

六、政府采购预算情况

2024年，清禾县水利局没有安排政府采购预算。

七、国有资产信息

截至2023年末，青禾县水利局固定资产金额为35.00万元。
```

## 正确示例
```text
青禾县水利局2024年部门预算公开

一、部门职责及机构设置情况

青禾县水利局主管全县水利工作，与长河县水利局建立协作机制。

三、机关运行经费安排情况

2024年，青禾县水利局机关运行经费共计安排20.00万元。

六、政府采购预算情况

2024年，青禾县水利局没有安排政府采购预算。
```

## 何时可以忽略
说的确实是另一个地方的同名单位。

## 依据
《地方预决算公开操作规程》（财预〔2016〕143号）：公开内容应当真实、准确。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.naming.areas import area_slips
from budgetlint.finding import Observation, Severity
from budgetlint.lang import say
from budgetlint.registry import rule
from budgetlint.wording import quoted, repeated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.finding import Tally
    from budgetlint.registry import Options


@rule(code="BL720", name="entity-area", severity=Severity.WARNING)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each wrong form of the area before a part's name."""
    for slip in area_slips(disclosure):
        first = slip.mentions[0]
        shortened = len(first.text) < len(slip.right)
        name, right = quoted(first.text), quoted(slip.right)
        message = say("{name}中的地名有误，应为{right}", name=name, right=right)
        if shortened:
            message = say("{name}中的地名不全，应为{right}", name=name, right=right)
        yield Observation(
            message=message + repeated(slip.mentions),
            location=first.location,
            related=tuple(mention.location for mention in slip.mentions[1:]),
            expected=slip.right,
            actual=first.text,
            severity=Severity.INFO if shortened else None,
        )
