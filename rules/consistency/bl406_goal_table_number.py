"""BL406: 绩效目标表的序号不连续

## 检查什么
同一部分各绩效目标表标题的序号（1、2、3……）是否从1起逐个加一：跳号、重号只在改变处报告一次。
标题没有序号、几种序号混用的，不核对；缺少的序号在别的段落中找得到的（那个项目没有表），不算跳号。

## 为什么
序号跳过一个，可能漏印了一个项目；重号多半是插入项目后没有重新编号。

## 错误示例
```text
1、回收站点运行绩效目标表

| 项目编码 | P01 | 项目名称 | 回收站点运行 |
| 预算规模及资金用途 | 预算数 | 20.00 | 其中：财政资金 | 20.00 | 其他资金 | |
| | 用于回收站点运行。 |

2、农膜检测绩效目标表

| 项目编码 | P02 | 项目名称 | 农膜检测 |
| 预算规模及资金用途 | 预算数 | 20.00 | 其中：财政资金 | 20.00 | 其他资金 | |
| | 用于农膜检测。 |

4、土壤监测绩效目标表

| 项目编码 | P03 | 项目名称 | 土壤监测 |
| 预算规模及资金用途 | 预算数 | 20.00 | 其中：财政资金 | 20.00 | 其他资金 | |
| | 用于土壤监测。 |
```

## 正确示例
```text
1、回收站点运行绩效目标表

| 项目编码 | P01 | 项目名称 | 回收站点运行 |
| 预算规模及资金用途 | 预算数 | 20.00 | 其中：财政资金 | 20.00 | 其他资金 | |
| | 用于回收站点运行。 |

2、农膜检测绩效目标表

| 项目编码 | P02 | 项目名称 | 农膜检测 |
| 预算规模及资金用途 | 预算数 | 20.00 | 其中：财政资金 | 20.00 | 其他资金 | |
| | 用于农膜检测。 |

3、土壤监测绩效目标表

| 项目编码 | P03 | 项目名称 | 土壤监测 |
| 预算规模及资金用途 | 预算数 | 20.00 | 其中：财政资金 | 20.00 | 其他资金 | |
| | 用于土壤监测。 |
```

## 何时可以忽略
有的项目按规定不公开，序号沿用内部编排。

## 依据
《中央部门预算绩效目标管理办法》（财预〔2015〕88号）：绩效目标应当按项目逐个设置。
"""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from budgetlint.disclosure.numerals import leading_ordinal
from budgetlint.document import Paragraph
from budgetlint.finding import Observation, Severity, Tally
from budgetlint.fold import fold
from budgetlint.lang import say
from budgetlint.registry import rule
from budgetlint.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.numerals import Ordinal
    from budgetlint.disclosure.projects.model import Project
    from budgetlint.document import Document
    from budgetlint.registry import Options

_LOOK_BACK = 6
_LEAST_TABLES = 3


class _Numbered(NamedTuple):
    project: Project
    block: int
    ordinal: Ordinal


@rule(code="BL406", name="goal-table-number", severity=Severity.WARNING, needs=("projects",))
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each break in the numbers of the goal tables of a part."""
    for part in disclosure.outline.parts:
        projects = [project for project in disclosure.projects if project.part is part]
        numbered = [one for project in projects if (one := _numbered(disclosure.document, project))]
        one_style = len({one.ordinal.style for one in numbered}) == 1
        if len(numbered) < max(_LEAST_TABLES, len(projects)) or not one_style:
            continue
        yield from _breaks(disclosure.document, numbered)


def _breaks(document: Document, numbered: Sequence[_Numbered]) -> Iterator[Observation | Tally]:
    expected, last = 1, 0
    for one, following in zip_longest(numbered, numbered[1:]):
        number = one.ordinal.value
        if number == expected or _is_elsewhere(document, (last, one.block), one, expected):
            yield Tally(held=1)
        else:
            kind = say("重复" if number < expected else "跳号")
            yield Observation(
                message=say(
                    "{title}的序号是{number}，应为{right}（{kind}）",
                    title=quoted(one.project.heading.text),
                    number=number,
                    right=expected,
                    kind=kind,
                ),
                location=one.project.heading.location,
                expected=str(expected),
                actual=str(number),
            )
        goes_on = following is not None and following.ordinal.value == number + 1
        expected, last = (number if goes_on else expected) + 1, one.block


def _is_elsewhere(
    document: Document, between: tuple[int, int], one: _Numbered, expected: int
) -> bool:
    """Whether a paragraph since the last table has the number that is missed."""
    texts = (b.text for b in document.blocks[slice(*between)] if isinstance(b, Paragraph))
    ordinals = (leading_ordinal(fold(text)) for text in texts)
    return any(o and (o.style, o.value) == (one.ordinal.style, expected) for o in ordinals)


def _numbered(document: Document, project: Project) -> _Numbered | None:
    """The number in front of the title above the table of a project."""
    title = fold(project.heading.text)
    for index in range(project.block - 1, max(project.block - _LOOK_BACK, 0) - 1, -1):
        block = document.blocks[index]
        text = fold(block.text) if isinstance(block, Paragraph) else ""
        ordinal = leading_ordinal(text)
        if title and ordinal and text[ordinal.length :] == title:
            return _Numbered(project, index, ordinal)
    return None
