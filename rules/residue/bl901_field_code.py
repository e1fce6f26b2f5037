"""BL901: 正文里显示出域代码或引用错误

## 检查什么
正文、表格、页眉页脚里看得见的“错误！未找到引用源。”“错误!未定义书签。”，以及没有变成结果的域代码
（PAGEREF _Toc…、HYPERLINK "…"、[bookmark: …]）。同一种只报告一次，列出所有位置。
文本文件由提取工具转来，其中的域代码和书签大多是 Word 里看不见的，不报告。

## 为什么
目录、页码、链接没有更新，读者看到的是程序代码，看不到页码和内容。

## 错误示例
```text
部门预算支出总表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 120.00 | 80.00 | 40.00 |

二、部门预算安排的总体情况

各项支出的用途见错误！未找到引用源。。2024年安排基本支出80.00万元，项目支出40.00万元。
```

## 正确示例
```text
部门预算支出总表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 120.00 | 80.00 | 40.00 |

二、部门预算安排的总体情况

各项支出的用途见第3页的明细。2024年安排基本支出80.00万元，项目支出40.00万元。
```

## 何时可以忽略
正文就是在讲解文档格式。

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
    "error": "{text}是引用失效后留下的文字；请在 Word 中全选后按 F9 更新域，或改成正确的文字",
    "code": "{text}是域代码，没有显示成结果；请在 Word 中按 Alt+F9 切换后更新，或删去",
    "bookmark": "{text}是书签标记，应当删去",
}


@rule(code="BL901", name="field-code", severity=Severity.WARNING)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each kind of field that shows."""
    yield from residue_observations(disclosure, "field", _MESSAGES)
