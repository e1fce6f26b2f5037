"""BL907: 留有草稿、征求意见稿或密级的标记

## 检查什么
水印、页眉、页脚和正文开头的标题里是否还有“草稿”“征求意见稿”“送审稿”“样稿”或者“秘密”“内部资料”等标记。
预算“草案”是报人大审查时的名称，书名号里的文件名（《……办法（征求意见稿）》）也不报告。

## 为什么
公开的应当是批准、批复后的定稿；留着这些标记，读者会怀疑公开的是不是最后的数，带密级标志的文件更不应当公开。

## 错误示例
```text
青禾县某某局2024年部门预算（征求意见稿）

部门预算支出总表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 120.00 | 80.00 | 40.00 |

二、部门预算安排的总体情况

2024年安排基本支出80.00万元，项目支出40.00万元。
```

## 正确示例
```text
青禾县某某局2024年部门预算

部门预算支出总表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 120.00 | 80.00 | 40.00 |

二、部门预算安排的总体情况

2024年安排基本支出80.00万元，项目支出40.00万元。
```

## 何时可以忽略
文件还在起草，不是用于公开的定稿。

## 依据
《中华人民共和国预算法》第十四条：公开的是经批准、批复的预算、决算；
《中华人民共和国政府信息公开条例》第十四条：依法确定为国家秘密的政府信息不予公开。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.finding import Severity
from budgetlint.registry import rule
from budgetlint.residue_wording import residue_observations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.finding import Observation, Tally
    from budgetlint.registry import Options

_MESSAGES = {
    "draft": "文件上还有{text}的标记；公开的应当是定稿，请删去",
    "secret": "文件上有{text}的标记；请核实能否公开，能公开的删去标记",
}


@rule(code="BL907", name="draft-mark", severity=Severity.WARNING)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each kind of mark."""
    yield from residue_observations(disclosure, "draft", _MESSAGES)
