"""BL909: 文件属性中的标题是别的文档的

## 检查什么
Word、PDF 文件属性中的标题、主题和关键词，写着别的年度、把预算写成决算（或相反）、写着
正文从未提到的单位，或者“样张”“范本”“征求意见稿”这样的字样。
没有年度、没有单位的标题不报告。每个文件至多报告一次。

## 为什么
用浏览器打开 PDF 时，标签上显示的就是这个标题，搜索结果里也是；从旧文件改过来时它不会跟着变，
由 Word 导出 PDF 时又会带过去。

## 错误示例
    正文：青禾县农业农村局2024年部门预算
    文件 › 信息 › 标题：青禾县农业农村局2019年部门预算

## 正确示例
    正文：青禾县农业农村局2024年部门预算
    文件 › 信息 › 标题：青禾县农业农村局2024年部门预算

## 何时可以忽略
标题里的年度是公开的年度，不是预算、决算的年度。

## 依据
无专门规定；属于公开前的定稿检查。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.properties import title_faults
from budgetlint.finding import Observation, Severity, Tally
from budgetlint.lang import clauses, say
from budgetlint.location import Location
from budgetlint.property_wording import remedy
from budgetlint.registry import rule
from budgetlint.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.properties import TitleFault
    from budgetlint.registry import Options

_FAULTS = {
    "year": "文件属性中的{property}{value}写的是{said}年，本文档是{year}年",
    "budget": "文件属性中的{property}{value}写的是预算，本文档是决算",
    "final": "文件属性中的{property}{value}写的是决算，本文档是预算",
    "entity": "文件属性中的{property}{value}写的是“{said}”，正文里没有这个单位",
    "template": "文件属性中的{property}{value}是模板的标题",
    "draft": "文件属性中的{property}{value}不是定稿的标题",
}
_LONGEST = 40


@rule(code="BL909", name="property-title", severity=Severity.INFO)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for the file."""
    faults = list(title_faults(disclosure))
    if not faults:
        yield Tally(held=1)
        return
    yield Observation(
        message=say(
            "{faults}；浏览器的标签和搜索结果会显示它。{remedy}",
            faults=clauses(_told(fault, disclosure) for fault in faults),
            remedy=remedy(disclosure),
        ),
        location=Location(text=say("文件属性"), key="properties"),
        actual=faults[0].value,
    )


def _told(fault: TitleFault, disclosure: Disclosure) -> str:
    value = fault.value if len(fault.value) <= _LONGEST else f"{fault.value[:_LONGEST]}…"
    return say(
        _FAULTS[fault.said if fault.fault == "kind" else fault.fault],
        property=say(fault.called),
        value=quoted(value),
        said=fault.said,
        year=disclosure.year,
    )
