"""BL931: 有错字

## 检查什么
正文、标题和单元格中的错字：预算公开中常见的错字（“反应本部门全部收入”应为“反映”，“己完成”应为“已”，
“年底钱”应为“年底前”）；以及固定用语中有一个字换成了形近、音近的字，相邻两个字颠倒，多打或漏打一个字
（“财政拔款”“财拨政款”“机关行经费”）。要看上下文才能断定的只作提示。科目名称由科目的规则检查。

## 为什么
错字多是拼音输入和识别扫描件时留下的，拼写检查不报，公开之后最先被人看见。

## 错误示例
```text
青禾县农业农村局2024年部门预算公开

1、收入说明

反应本部门当年全部收入。2024年一般公共预算财政拔款收入120.00万元，资产清查己完成。
```

## 正确示例
```text
青禾县农业农村局2024年部门预算公开

1、收入说明

反映本部门当年全部收入。2024年一般公共预算财政拨款收入120.00万元，资产清查已完成。
```

## 何时可以忽略
单位、项目的名称就是这样写的，或者照录旧文件的用字。

## 依据
《国家通用语言文字法》第九条、第十一条；《地方预决算公开操作规程》（财预〔2016〕143号）：公开内容应当真实、准确。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.slips import misprints
from budgetlint.finding import Severity
from budgetlint.registry import rule
from budgetlint.slip_wording import slip_observation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.finding import Observation, Tally
    from budgetlint.registry import Options

_WRONG = "{wrong}应为{right}"
_DOUBTFUL = "{wrong}可能应为{right}，请核对"


@rule(code="BL931", name="slip", severity=Severity.WARNING)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each mistake in each part, with all its places."""
    for misprint in misprints(disclosure):
        yield slip_observation(misprint, _WRONG if misprint.hit.slip.sure else _DOUBTFUL)
