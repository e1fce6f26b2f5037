"""BL211: 金额的数字中间有空格

## 检查什么
Word 文件的标准表中，一格里的金额数字之间有空格（3440300 0.00）；
情况说明中，小数点前后有空格（12. 34万元）。
PDF 和文本文件中的空格多半来自排版和转换，不检查。数值仍按去掉空格的数核对。

## 为什么
中间的空格可能是漏印的数字，复制到电子表格后也不是数。

## 错误示例
```text
部门预算支出总表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 120.00 | 8 0.00 | 40.00 |
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
空格作为千分位的分隔（1 234.56）。

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

_BLANK = "[ \u00a0\u3000]+"
_DIGIT = "[0-9０-９]"
_INSIDE = re.compile(f"(?<=[0-9０-９.．,，]){_BLANK}(?=[0-9０-９.．,，])")
_BY_THOUSANDS = re.compile(f"-?[0-9]{{1,3}}(?:{_BLANK}[0-9]{{3}})+(?:[.][0-9]+)?")
_AT_THE_POINT = re.compile(
    f"(?<!{_DIGIT}){_DIGIT}+(?:{_BLANK}[.．]{_BLANK}|{_BLANK}[.．]|[.．]{_BLANK}){_DIGIT}+(?=\\s*(?:{MONEY_UNITS}))"
)
_WORD = "docx"


@rule(code="BL211", name="blank-in-amount", severity=Severity.INFO)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for all places; only Word tells whose blanks they are."""
    if disclosure.document.format != _WORD:
        yield Tally(skipped=1, reason=say("只有 Word 文件能确定空格是不是作者写的"))
        return
    every = (*_in_tables(disclosure), *_in_text(disclosure))
    places = [found for found in every if found[1].position.file is None]  # not a companion's
    yield Tally(held=max(0, len(disclosure.facts) - len(places)))
    if places:
        first, *rest = (place for _, place in places)
        yield Observation(
            message=say("金额{amount}的数字中间有空格", amount=quoted(places[0][0]))
            + repeated(places),
            location=first,
            related=tuple(rest),
        )


def _in_tables(disclosure: Disclosure) -> Iterator[tuple[str, Location]]:
    for statement in disclosure.statements:
        for cell in amount_cells(statement):
            text = cell.cell.text.strip()
            if cell.amount and _INSIDE.search(text) and not _BY_THOUSANDS.fullmatch(text):
                yield text, cell.location


def _in_text(disclosure: Disclosure) -> Iterator[tuple[str, Location]]:
    for index, paragraph, folded in sentences(disclosure):
        for match in _AT_THE_POINT.finditer(paragraph.text):
            start = sum(offset < match.start() for offset in folded.offsets)
            stop = sum(offset < match.end() for offset in folded.offsets)
            yield (
                match[0],
                text_location(disclosure.outline, index, paragraph, folded, (start, stop), "blank"),
            )
