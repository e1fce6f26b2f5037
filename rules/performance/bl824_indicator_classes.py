"""BL824: 绩效指标缺少应有的类别

## 检查什么
每个项目的绩效指标是否有产出指标和效益指标：没有的报警告，一个项目一条。
没有满意度指标，或产出指标中没有数量、质量、时效、成本某一类的，合并为一条提示。

## 为什么
财政部要求每一项目均应设置产出指标和效益指标；数量、质量、时效、成本和满意度指标按项目特点设置，
缺少的请核对是不适用，还是漏填。

## 错误示例
```text
1、回收站点运行绩效目标表

| 绩效目标 | 1.站点正常开放 |
| 一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据 |
| 产出指标 | 数量指标 | 站点数量 | 正常开放的站点 | 12个 | 县方案 |
| | 质量指标 | 站点完好率 | 完好站点的比例 | ≥95% | 县方案 |
| | 时效指标 | 开放及时率 | 按时开放的比例 | ≥95% | 县方案 |
| | 成本指标 | 运行成本 | 站点运行费 | ≤20万元 | 县方案 |
| 满意度指标 | 服务对象满意度指标 | 农户满意度 | 满意的比例 | ≥90% | 问卷 |
```

## 正确示例
```text
1、回收站点运行绩效目标表

| 绩效目标 | 1.站点正常开放 |
| 一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据 |
| 产出指标 | 数量指标 | 站点数量 | 正常开放的站点 | 12个 | 县方案 |
| | 质量指标 | 站点完好率 | 完好站点的比例 | ≥95% | 县方案 |
| | 时效指标 | 开放及时率 | 按时开放的比例 | ≥95% | 县方案 |
| | 成本指标 | 运行成本 | 站点运行费 | ≤20万元 | 县方案 |
| 效益指标 | 社会效益指标 | 残膜减少 | 地里残膜减少 | 明显减少 | 县方案 |
| 满意度指标 | 服务对象满意度指标 | 农户满意度 | 满意的比例 | ≥90% | 问卷 |
```

## 何时可以忽略
该类指标不适用于项目，如只拨付资金的项目没有质量指标。

## 依据
《项目支出绩效指标设置指引》（财预〔2021〕101号）：原则上每一项目均应设置产出指标和效益指标。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.finding import Observation, Severity, Tally
from budgetlint.goal_wording import by_part
from budgetlint.lang import listed, say
from budgetlint.registry import rule
from budgetlint.taxonomy.performance import performance
from budgetlint.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.projects.model import Project
    from budgetlint.registry import Options

_REQUIRED = {"output": "产出指标", "benefit": "效益指标"}
_USUAL = ("quantity", "quality", "time", "cost", "satisfaction")


@rule(code="BL824", name="indicator-classes", severity=Severity.WARNING)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each project without a required class, one a part for the usual ones."""
    projects = [project for project in disclosure.projects if _is_known(project)]
    for project in projects:
        missing = [
            quoted(title) for group, title in _REQUIRED.items() if group not in _groups(project)
        ]
        if missing:
            yield Observation(
                message=say(
                    "{project}的绩效指标没有{missing}",
                    project=quoted(project.name),
                    missing=listed(missing),
                ),
                location=project.location,
            )
        else:
            yield Tally(held=1)
    for mine in by_part(projects):
        yield from _usual(mine)


def _is_known(project: Project) -> bool:
    """Whether there are indicators, and the class of each is known."""
    return bool(project.indicators) and all(indicator.kind for indicator in project.indicators)


def _groups(project: Project) -> set[str]:
    """The groups of classes that a project has; a cost indicator is an output, too."""
    found = {i.kind.group for i in project.indicators if i.kind}
    return found | {"output"} if "cost" in found else found


def _usual(projects: list[Project]) -> Iterator[Observation]:
    titles = {known.id: known.title for known in performance().classes}
    counts, places = [], {}
    for kind in _USUAL:
        lacking = [p for p in projects if all(i.is_of != kind for i in p.indicators)]
        if lacking:
            counts.append(say("没有{kind}的{count}个", kind=titles[kind], count=len(lacking)))
            places.update({id(project): project for project in lacking})
    if places:
        found = sorted(places.values(), key=lambda project: project.block)
        every = "{every}个项目都没有列全各类绩效指标：{counts}；请核对是不适用，还是漏填"
        some = "{every}个项目中有{some}个没有列全各类绩效指标：{counts}；请核对是不适用，还是漏填"
        yield Observation(
            message=say(
                every if len(found) == len(projects) else some,
                every=len(projects),
                some=len(found),
                counts=listed(counts),
            ),
            location=found[0].location,
            related=tuple(project.location for project in found[1:]),
            severity=Severity.INFO,
            subject="usual",
        )
