"""BL833: 一个项目的指标类别名称与其他项目不同

## 检查什么
一级指标的名称与其他项目都不同的项目，如别的项目都写“效益指标”，只有它写“效果指标”。
至少有三个项目、其余项目的名称相同才检查。只是没有某一类的，由 BL824 报告。

## 为什么
同一份公开文件的绩效目标表应当用同一套指标体系；不同的往往是从旧表格复制的。

## 错误示例
```text
1、回收站点运行绩效目标表

| 绩效目标 | 1.站点正常开放 |
| 一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据 |
| 效益指标 | 社会效益指标 | 残膜减少 | 地里的残膜 | 明显减少 | 县方案 |

2、农膜处置绩效目标表

| 绩效目标 | 1.站点正常开放 |
| 一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据 |
| 效益指标 | 社会效益指标 | 残膜减少 | 地里的残膜 | 明显减少 | 县方案 |

3、执法装备绩效目标表

| 绩效目标 | 1.站点正常开放 |
| 一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据 |
| 效果指标 | 社会效益指标 | 残膜减少 | 地里的残膜 | 明显减少 | 县方案 |
```

## 正确示例
```text
1、回收站点运行绩效目标表

| 绩效目标 | 1.站点正常开放 |
| 一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据 |
| 效益指标 | 社会效益指标 | 残膜减少 | 地里的残膜 | 明显减少 | 县方案 |

2、农膜处置绩效目标表

| 绩效目标 | 1.站点正常开放 |
| 一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据 |
| 效益指标 | 社会效益指标 | 残膜减少 | 地里的残膜 | 明显减少 | 县方案 |

3、执法装备绩效目标表

| 绩效目标 | 1.站点正常开放 |
| 一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据 |
| 效益指标 | 社会效益指标 | 残膜减少 | 地里的残膜 | 明显减少 | 县方案 |
```

## 何时可以忽略
上级对该项目规定了另一套指标体系。

## 依据
《项目支出绩效指标设置指引》（财预〔2021〕101号）规定了各类指标的名称。
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from budgetlint.finding import Observation, Severity, Tally
from budgetlint.fold import fold
from budgetlint.goal_wording import by_part
from budgetlint.lang import say
from budgetlint.registry import rule
from budgetlint.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.projects.model import Project
    from budgetlint.registry import Options

_LEAST_PROJECTS = 3


@rule(code="BL833", name="classes-differ", severity=Severity.INFO)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each label that only one project has, of a class that all name."""
    for projects in by_part(disclosure.projects):
        if len(projects) < _LEAST_PROJECTS:
            continue
        labels = [_labels(project) for project in projects]
        for group in sorted({group for own in labels for group in own}):
            named = [
                (project, own[group])
                for project, own in zip(projects, labels, strict=True)
                if group in own
            ]
            counts = Counter(label for _, label in named)
            usual = counts.most_common(1)[0][0]
            odd = [(project, label) for project, label in named if label != usual]
            if len(odd) == 1 and len(named) >= _LEAST_PROJECTS:
                project, label = odd[0]
                yield Observation(
                    message=say(
                        "{project}的一级指标写{label}，其他项目都写{usual}",
                        project=quoted(project.name),
                        label=quoted(label),
                        usual=quoted(usual),
                    ),
                    location=project.location,
                    expected=usual,
                    actual=label,
                    subject=group,
                )
        yield Tally(held=len(projects))


def _labels(project: Project) -> dict[str, str]:
    """The label of level 1 by the group of its indicators."""
    return {i.kind.group: fold(i.level1) for i in project.indicators if i.kind and i.level1}
