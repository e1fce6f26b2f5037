"""BL718: 范本中的“部门（单位）”没有改

## 检查什么
范本请填写人二选一的“部门（单位）”留在了文中：作为名称（“青禾县工业部门（单位）”，作警告），
或者“我部门（单位）”“本部门（单位）”（作提示）。各处合并为一条。
“各部门（单位）”“县直部门（单位）”等讲许多部门和单位的，不在其列。

## 为什么
公开的应是一个确定的部门或单位；两个都留着，说明范本没有填完。

## 错误示例
```text
青禾县水利局2024年部门预算公开

三、机关运行经费安排情况

2024年，青禾县水利部门（单位）机关运行经费共计安排20.00万元。
```

## 正确示例
```text
青禾县水利局2024年部门预算公开

三、机关运行经费安排情况

2024年，青禾县水利局机关运行经费共计安排20.00万元，县直各部门（单位）同口径。
```

## 何时可以忽略
当地统一的格式要求保留“部门（单位）”。

## 依据
《地方预决算公开操作规程》（财预〔2016〕143号）：公开内容应当真实、准确。
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from budgetlint.disclosure.naming.mentions import find_mentions
from budgetlint.disclosure.naming.names import area_of, is_open
from budgetlint.finding import Observation, Severity
from budgetlint.fold import fold
from budgetlint.lang import say
from budgetlint.registry import rule
from budgetlint.wording import quoted, repeated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.naming.mentions import Mention
    from budgetlint.finding import Tally
    from budgetlint.registry import Options

_CHOICE = r"部门\(单位\)"
_PRONOUN = re.compile(f"[我本]{_CHOICE}")
_OF_MANY = "各直级属有该等他关的下类管算用施任责导头"


@rule(code="BL718", name="template-entity", severity=Severity.WARNING)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for all places that leave the choice of the template open."""
    passages = [passage for passage in disclosure.passages if "单位" in passage.source.text]
    entity = disclosure.identity.full_name or ""
    area = area_of(fold(entity))
    right = None if is_open(entity) else entity
    named: list[Mention] = []
    if area:
        body = f"[^各、,。;:()《》0-9]{{1,11}}[^{_OF_MANY}、,。;:()《》0-9]"
        name = re.compile(f"{re.escape(area)}{body}{_CHOICE}")
        named = list(find_mentions(passages, name, "template-entity"))
    found = [*named, *find_mentions(passages, _PRONOUN, "template-entity")]
    if found:
        yield _observation(found, right if named else None, named=bool(named))


def _observation(found: list[Mention], right: str | None, *, named: bool) -> Observation:
    text = quoted(found[0].text)
    message = say("{text}是范本中供选择的字样，应改为确定的名称", text=text)
    if right:
        message = say("{text}是范本中供选择的字样，应为{right}", text=text, right=quoted(right))
    return Observation(
        message=message + repeated(found),
        location=found[0].location,
        related=tuple(mention.location for mention in found[1:]),
        expected=right,
        actual=found[0].text,
        severity=None if named else Severity.INFO,
    )
