"""BL904: 正文里显示出网页或排版标记

## 检查什么
看得见的网页标记（&nbsp;、<br>）、Markdown 标记（**、## 等）、LaTeX 命令和乱码字符；
自造字等只在本机显示的字符、夹在词或数字中间的零宽字符是提示。Word 的项目符号不算。
文本文件里的 Markdown 标记多是提取时加的，不报告；PDF 里的特殊字符可能只是字体没有对照表，也不报告。
同一种只报告一次，列出所有位置。

## 为什么
文字从网页、聊天软件或别的程序粘贴而来，标记没有变成格式。

## 错误示例
```text
部门预算支出总表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 120.00 | 80.00 | 40.00 |

二、部门预算安排的总体情况

2024年安排基本支出80.00万元，项目支出40.00万元。主要用于&nbsp;&nbsp;小学教育。
```

## 正确示例
```text
部门预算支出总表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 120.00 | 80.00 | 40.00 |

二、部门预算安排的总体情况

2024年安排基本支出80.00万元，项目支出40.00万元。主要用于小学教育。
```

## 何时可以忽略
正文就是在讲解这些标记。

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
    "entity": "{text}是网页中的代码，应当换成它代表的字符或删去",
    "tag": "{text}是网页标记，应当删去",
    "markdown": "{text}是 Markdown 标记，应当改用 Word 的格式",
    "latex": "{text}是 LaTeX 命令，应当换成它代表的文字",
    "garbled": "{text}是乱码，原来的文字已经丢失，应当重新录入",
    "private": "{text}中有自造字或特殊字体的字符，别的电脑和网页上显示不出来，应当换成通用的字",
    "invisible": "词或数字中间夹有看不见的字符，检索和复制都会出错，应当重新录入",
}


@rule(code="BL904", name="markup", severity=Severity.WARNING)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each kind of markup that shows."""
    yield from residue_observations(disclosure, "markup", _MESSAGES)
