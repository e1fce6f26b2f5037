"""BL012: 文件是尚未填写的空白模板

## 检查什么
文件是否是没有填写的模板：金额、单位、年份等处还是“XX”“××”“〇〇”，各表没有一个数字。
是空白模板的，只报告这一条，其他检查一律不做；正式文件里遗漏个别“XX”的，不在此列。

## 为什么
误把模板当作正式文件检查，会得到一大堆没有意义的结果；误把模板公布出去，则等于没有公开。

## 错误示例
```text
XX局2024年度部门决算
收入支出决算总体情况说明
XX局2024年度收入支出总计XXX万元。与2023年度相比，增加（减少）XXX万元，增长（下降）XX%。
收入决算情况说明
本年收入合计XXX万元，其中：财政拨款收入XXX万元，占XX%。
```

## 正确示例
```text
青禾县农业农村局2024年度部门决算
收入支出决算总体情况说明
青禾县农业农村局2024年度收入支出总计500.00万元。与2023年度相比，增加25.00万元，增长5.26%。
收入决算情况说明
本年收入合计500.00万元，其中：财政拨款收入500.00万元，占100.00%。
```

## 何时可以忽略
检查的就是模板本身。

## 依据
《中华人民共和国预算法》第十四条：公开的是经批准的预算、决算，模板没有内容可以检查。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.finding import Observation, Severity, Tally
from budgetlint.lang import say
from budgetlint.location import Location
from budgetlint.registry import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.registry import Options


@rule(code="BL012", name="blank-form", severity=Severity.INFO)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for a blank form."""
    form = disclosure.blank_form
    if form is None:
        yield Tally(held=1)
        return
    why = []
    if form.blanks:
        why.append(say("有{count}处“XX”之类的空位没有填写", count=form.blanks))
    if form.tables:
        why.append(say("{count}张标准表没有一个数字", count=form.tables))
    yield Observation(
        message=say(
            "这份文件像是尚未填写的空白模板：{why}；其他检查都没有做", why=say("，").join(why)
        ),
        location=Location(text=form.first, position=form.position, key="blank-form"),
    )
