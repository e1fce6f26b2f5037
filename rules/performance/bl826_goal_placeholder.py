"""BL826: 绩效目标是没有填写的提示文字

## 检查什么
绩效目标只有“目标内容1”这样的系统提示文字，报错误；提示文字后面写了内容、忘了删去提示文字的，
绩效指标的名称或描述只有一个数字或字母、留有“XX”“__”的，报警告。同一种情况在一个部分只报告一次。

## 为什么
绩效目标是公开的重点内容，只有提示文字等于没有填写。

## 错误示例
```text
1、回收站点运行绩效目标表

| 绩效目标 | 1.目标内容1 |
| 一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据 |
| 产出指标 | 数量指标 | 站点数量 | 正常开放的站点 | 12个 | 县方案 |
```

## 正确示例
```text
1、回收站点运行绩效目标表

| 绩效目标 | 1.十二个站点全年正常开放 |
| 一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据 |
| 产出指标 | 数量指标 | 站点数量 | 正常开放的站点 | 12个 | 县方案 |
```

## 何时可以忽略
“XX”是为保密有意隐去的名称。

## 依据
《中央部门预算绩效目标管理办法》（财预〔2015〕88号）：绩效目标应当指向明确、细化量化。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.finding import Severity, Tally
from budgetlint.goal_wording import by_part, entries
from budgetlint.lang import say
from budgetlint.registry import rule
from budgetlint.taxonomy.performance import performance
from budgetlint.wording import quoted, shortened, together

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.projects.model import Entry, Project
    from budgetlint.finding import Observation
    from budgetlint.registry import Options

_LONGEST = 20
_MESSAGES = {
    "placeholder": "{text}只是系统的提示文字，没有填写内容",
    "placeholder-prefix": "{text}前面留有没有删去的提示文字{mark}",
    "gap": "{text}中留有没有填写的空位{mark}",
    "bare": "{text}没有意义，应写明指标的名称或含义",
}


@rule(code="BL826", name="goal-placeholder", severity=Severity.ERROR)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation a part for each way of not filling in."""
    for projects in by_part(disclosure.projects):
        found: dict[str, list[tuple[Entry, str]]] = {}
        texts = 0
        for project in projects:
            for kind, entry, mark in _unfilled(project):
                found.setdefault(kind, []).append((entry, mark))
            texts += sum(1 for _ in entries(project))
        for kind, places in found.items():
            entry, mark = places[0]
            shown = quoted(shortened(entry.text, _LONGEST))
            yield together(
                say(_MESSAGES[kind], text=shown, mark=quoted(mark)),
                [entry.location for entry, _ in places],
                None if kind == "placeholder" else Severity.WARNING,
                kind,
            )
        yield Tally(held=texts - sum(map(len, found.values())))


def _unfilled(project: Project) -> Iterator[tuple[str, Entry, str]]:
    """What was not filled in: how, where, and the words that show it."""
    words = performance().words
    for entry in entries(project):
        if words["placeholder"].fullmatch(entry.folded):
            yield "placeholder", entry, ""
        elif prefix := words["placeholder-prefix"].search(entry.folded):
            yield "placeholder-prefix", entry, prefix["mark"]
        elif gap := words["gap"].search(entry.folded):
            yield "gap", entry, gap[0]
        elif words["bare"].fullmatch(entry.folded) and entry not in project.goals:
            yield "bare", entry, ""
