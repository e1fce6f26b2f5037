"""BL821: 项目的预算数与资金来源、资金用途不符

## 检查什么
绩效目标表中：预算数 = 财政资金 + 其他资金；资金用途的文字重复的预算数、财政资金与表中一致；
资金用途列出的各项金额之和不大于预算数，各项都写明金额（没有“等”）的应等于预算数（这两种报警告）。
一个数错了会同时破坏几处，本工具找出最可能错的那一处，只报告一次，其余列为相关位置。

## 为什么
预算数改过一次，文字里的旧数常常忘了改。《预算法》第十四条要求公开的预算真实、完整。

## 错误示例
```text
1、回收站点运行绩效目标表

| 304青禾县某某局 | 单位：万元 |
| 项目编码 | P01 | 项目名称 | 回收站点运行 |
| 预算规模及资金用途 | 预算数 | 20.00 | 其中：财政资金 | 20.00 | 其他资金 | |
| | 预算数30万元。其中：财政资金30万元。主要用于回收站点运行。 |
| 绩效目标 | 1.站点正常开放 |
```

## 正确示例
```text
1、回收站点运行绩效目标表

| 304青禾县某某局 | 单位：万元 |
| 项目编码 | P01 | 项目名称 | 回收站点运行 |
| 预算规模及资金用途 | 预算数 | 20.00 | 其中：财政资金 | 20.00 | 其他资金 | |
| | 预算数20万元。其中：财政资金20万元。主要用于站点租金12万元、运输8万元。 |
| 绩效目标 | 1.站点正常开放 |
```

## 何时可以忽略
资金用途的文字说的是几年的总投资或上级另行安排的资金；最好写明。

## 依据
《中华人民共和国预算法》第十四条；《中央部门预算绩效目标管理办法》（财预〔2015〕88号）。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.diagnosis.relations import Kind
from budgetlint.finding import Severity
from budgetlint.registry import rule
from budgetlint.wording import diagnosed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.finding import Observation, Tally
    from budgetlint.registry import Options


@rule(code="BL821", name="project-amounts", severity=Severity.ERROR, needs=("projects",))
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """The defects that the amounts of a project name."""
    yield from diagnosed(disclosure, Kind.PROJECT)
