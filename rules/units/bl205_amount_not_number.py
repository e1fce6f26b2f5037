"""BL205: 金额栏中写的不是金额

## 检查什么
标准表的金额栏里应是数字。空白、“—”“/”“无”“不涉及”都是没有金额；别的文字（“见附表”“待定”“约5”）不是金额。
含有这一格的合计、平衡等关系不再核对。

## 为什么
金额栏里的文字不能参加合计，读者也不知道是多少。

## 错误示例
```text
部门预算支出总表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 120.00 | 80.00 | 40.00 |
| 2 | 205 | 教育支出 | 120.00 | 80.00 | 见附表 |
```

## 正确示例
```text
部门预算支出总表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 120.00 | 80.00 | 40.00 |
| 2 | 205 | 教育支出 | 120.00 | 80.00 | 40.00 |
```

## 何时可以忽略
表的列被错位识别，文字其实属于别的栏。

## 依据
《地方预决算公开操作规程》（财预〔2016〕143号）：公开内容应当真实、准确，形式应当规范。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.amount import is_nil
from budgetlint.disclosure.misprints import misprint_of
from budgetlint.disclosure.printed import AmountCell, amount_cells
from budgetlint.finding import Observation, Severity, Tally
from budgetlint.fold import tidy
from budgetlint.lang import say
from budgetlint.registry import rule
from budgetlint.wording import quoted, row_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.registry import Options

_FEW = 3
_LONGEST = 12


@rule(code="BL205", name="amount-not-number", severity=Severity.WARNING, needs=("statements",))
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation a cell; where words abound, the columns were not understood."""
    for statement in disclosure.statements:
        cells = list(amount_cells(statement))
        words = [cell for cell in cells if _is_word(cell)]
        if len(words) > _FEW:
            yield Tally(skipped=len(cells), reason=say("表的金额栏中文字太多，可能没有认对各列"))
            continue
        yield Tally(held=len(cells) - len(words))
        for cell in words:
            place = cell.location
            yield Observation(
                message=say(
                    "{row}的{column}写的是{text}，不是金额；没有金额的，应留空或填0",
                    row=quoted(row_name(place)),
                    column=quoted(place.column_label),
                    text=quoted(tidy(cell.cell.text)),
                ),
                location=place,
                actual=tidy(cell.cell.text),
            )


def _is_word(cell: AmountCell) -> bool:
    """Whether a cell holds words instead of an amount: neither a sentence nor a misprint."""
    return (
        cell.amount is None
        and not is_nil(cell.cell.text)
        and misprint_of(cell.folded) is None
        and cell.cell.colspan == 1
        and len(cell.folded) <= _LONGEST
    )
