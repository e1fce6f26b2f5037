"""BL902: 留有没有填写的空位或没有删去的填写提示

## 检查什么
正文和表格里没有填写的“XX”“××”“○○”“**省”，没有数字的空白线（为____万元）和百分号（占%），
没有选定的“增加（减少）5万元”“大于（小于）预算数”，没有删去的“（待补充）”“（请单位根据实际注明）”
“（100字以内）”“（单位公开范本）”。同一种只报告一次，列出所有位置。
绩效目标表里的由 BL826 报告，只有单位没有数字的金额由 BL214 报告，整份空白的模板由 BL012 报告。

## 为什么
套用模板而没有填完，读者看不到应当公开的内容。

## 错误示例
```text
部门预算支出总表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 120.00 | 80.00 | 40.00 |

二、部门预算安排的总体情况

2024年安排基本支出80.00万元，项目支出40.00万元。项目支出比2023年增加（减少）5.00万元，占%。（待补充）
```

## 正确示例
```text
部门预算支出总表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 120.00 | 80.00 | 40.00 |

二、部门预算安排的总体情况

2024年安排基本支出80.00万元，项目支出40.00万元。项目支出比2023年增加5.00万元，占33.33%。
```

## 何时可以忽略
“XX”“××”是为保护个人信息或者保密有意隐去的名称。

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
    "sign": "{text}是模板中的空位，没有填写",
    "blank": "{text}后面是空白，没有填写",
    "percent": "{text}没有数字，百分比没有填写",
    "choice": "{text}应当二选一，没有删去不适用的词",
    "prompt": "{text}是填写提示，应当按提示填写后删去",
    "template-mark": "{text}是模板的标记，应当删去",
    "stump": "{text}是模板中的半句话，没有填写或没有删去",
}


@rule(code="BL902", name="placeholder", severity=Severity.WARNING)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each way of not filling in."""
    goals = {project.block for project in disclosure.projects}
    yield from residue_observations(disclosure, "placeholder", _MESSAGES, goals)
