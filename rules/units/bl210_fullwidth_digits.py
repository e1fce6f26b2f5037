"""BL210: 金额用了全角数字

## 检查什么
标准表和情况说明中的金额用了全角数字或全角小数点（１２３.４５），应使用半角。每份文件只提示一次，列出全部位置。
科目编码中的全角数字见 BL601。

## 为什么
全角数字不能检索、复制到电子表格后不是数，也与其他数字不齐。

## 错误示例
```text
部门预算支出总表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 120.00 | ８０.00 | 40.00 |
```

## 正确示例
```text
部门预算支出总表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 120.00 | 80.00 | 40.00 |
```

## 何时可以忽略
全文统一使用全角数字的公文格式。

## 依据
《出版物上数字用法》（GB/T 15835—2011）：阿拉伯数字、千分撇与小数点的写法。
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from budgetlint.disclosure.amount import MONEY_UNITS
from budgetlint.disclosure.places import text_location
from budgetlint.disclosure.printed import amount_cells, sentences
from budgetlint.finding import Observation, Severity, Tally
from budgetlint.lang import say
from budgetlint.registry import rule
from budgetlint.wording import quoted, repeated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.location import Location
    from budgetlint.registry import Options

_FULL_WIDTH = re.compile("[０-９．]")
_AMOUNT = re.compile(f"(?<![0-9,.])[0-9][0-9,.]*(?={MONEY_UNITS})")


@rule(code="BL210", name="fullwidth-digits", severity=Severity.INFO)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for all places."""
    places = [*_in_tables(disclosure), *_in_text(disclosure)]
    yield Tally(held=max(0, len(disclosure.facts) - len(places)))
    if places:
        first, *rest = places
        begin, end = first.mark or (0, len(first.text))
        message = say(
            "金额{amount}用了全角数字，应使用半角数字", amount=quoted(first.text[begin:end])
        )
        yield Observation(
            message=message + repeated(places),
            location=first,
            related=tuple(rest),
        )


def _in_tables(disclosure: Disclosure) -> Iterator[Location]:
    for statement in disclosure.statements:
        for cell in amount_cells(statement):
            if _FULL_WIDTH.search(cell.cell.text) and cell.amount:
                yield cell.location


def _in_text(disclosure: Disclosure) -> Iterator[Location]:
    for index, paragraph, folded in sentences(disclosure):
        if not _FULL_WIDTH.search(paragraph.text):
            continue
        for match in _AMOUNT.finditer(folded.text):
            if _FULL_WIDTH.search(paragraph.text, *folded.original(*match.span())):
                yield text_location(
                    disclosure.outline, index, paragraph, folded, match.span(), "fullwidth"
                )
