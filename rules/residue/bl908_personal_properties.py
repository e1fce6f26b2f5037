"""BL908: 文件属性中留有人名或其他单位的名称

## 检查什么
Word 文件属性中的作者、最后修改者、经理、单位和自定义属性，PDF 文件属性中的作者，是否写着
像人名的文字，或者与本文档无关的单位名称。“Administrator”“微软用户”等软件自带的名称、电脑名、本单位和正文里提到的
单位不报告。人名只显示第一个字。每个文件至多报告一次。

## 为什么
文件属性不显示在正文里，但是谁都可以在“文件 › 信息”里看到；经办人的姓名没有公开的必要，
别的单位的名称会让人以为文件是从别处抄来的。

## 错误示例
    文件 › 信息 › 相关人员：作者 王某某

## 正确示例
    文件 › 信息 › 相关人员：作者（空）

## 何时可以忽略
本单位有意公开经办人姓名。

## 依据
《中华人民共和国个人信息保护法》第六条：处理个人信息应当限于实现处理目的的最小范围；公开前的定稿检查。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.properties import named_properties
from budgetlint.finding import Observation, Severity, Tally
from budgetlint.lang import listed, say
from budgetlint.location import Location
from budgetlint.property_wording import remedy
from budgetlint.registry import rule
from budgetlint.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.registry import Options


@rule(code="BL908", name="personal-properties", severity=Severity.INFO)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for the file."""
    found = [
        say(
            "{property}{value}",
            property=say(each.called),
            value=quoted(_masked(each.value) if each.is_person else each.value),
        )
        for each in named_properties(disclosure)
    ]
    if not found:
        yield Tally(held=1)
        return
    yield Observation(
        message=say(
            "文件属性中留有{names}，公开后读者都能看到；{remedy}",
            names=listed(dict.fromkeys(found)),
            remedy=remedy(disclosure),
        ),
        location=Location(text=say("文件属性"), key="properties"),
    )


def _masked(name: str) -> str:
    """A name of which the first character is left: a report is passed on."""
    return name[0] + "*" * (len(name) - 1)
