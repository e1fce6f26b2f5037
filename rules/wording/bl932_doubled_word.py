"""BL932: 字词重复

## 检查什么
同一个词连着写了两遍（“负责负责”“原因原因”“其中：其中：”“年度度”“数数量”）。
只看连写两遍从来不对的词；“常常”“种种”“党组织组织活动”“部门部门预算”一类不在其中。

## 为什么
多是修改时没有删净，或者两段文字拼接时留下的。

## 错误示例
```text
青禾县农业农村局2024年部门预算公开

一、部门职责

负责负责全县农产品质量安全监督管理。2024年度度拟购置办公设备。
```

## 正确示例
```text
青禾县农业农村局2024年部门预算公开

一、部门职责

负责全县农产品质量安全监督管理。2024年度拟购置办公设备。
```

## 何时可以忽略
前一个词是名称的末尾、后一个词是另一个词的开头，合在一起是通顺的。

## 依据
《地方预决算公开操作规程》（财预〔2016〕143号）：公开内容应当真实、准确。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.slips import repetitions
from budgetlint.finding import Severity
from budgetlint.registry import rule
from budgetlint.slip_wording import slip_observation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.finding import Observation, Tally
    from budgetlint.registry import Options

_WRONG = "{wrong}重复，应为{right}"
_DOUBTFUL = "{wrong}可能是重复，应为{right}，请核对"


@rule(code="BL932", name="doubled-word", severity=Severity.WARNING)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each word printed twice in each part, with all its places."""
    for misprint in repetitions(disclosure):
        yield slip_observation(misprint, _WRONG if misprint.hit.slip.sure else _DOUBTFUL)
