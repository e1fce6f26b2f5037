"""BL903: 全文替换把别的词也改了

## 检查什么
“市”全部替换成“县”、“单位”全部替换成“部门”之后不成词的字样：县场监管（市场监管）、县政设施（市政设施）、
附属部门补助（附属单位补助）、部门：万元（单位：万元）。地名、机构名里会有的组合不报告。
同一个词只报告一次，列出所有位置。

## 为什么
从别的地方、别的单位的文件改过来时用了“全部替换”，没有逐处核对。

## 错误示例
```text
部门预算支出总表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 120.00 | 80.00 | 40.00 |

二、部门预算安排的总体情况

2024年安排基本支出80.00万元，项目支出40.00万元。主要用于农产品县场监管。
```

## 正确示例
```text
部门预算支出总表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 120.00 | 80.00 | 40.00 |

二、部门预算安排的总体情况

2024年安排基本支出80.00万元，项目支出40.00万元。主要用于农产品市场监管。
```

## 何时可以忽略
确实是当地的名称。

## 依据
《地方预决算公开操作规程》（财预〔2016〕143号）：公开内容应当真实、准确，形式应当规范。
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
    "replaced": "{text}应为{right}，像是全文替换时误改的",
}


@rule(code="BL903", name="replaced-word", severity=Severity.WARNING)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each word that is none."""
    yield from residue_observations(disclosure, "replaced", _MESSAGES)
