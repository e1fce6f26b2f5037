"""BL304: 序号不连续

## 检查什么
标准表“序号”列是否从上到下逐行加一：跳号、重号、漏号。多页表的序号应当接续。
序号改了一处之后从新的数字继续往下编的，只在改动处报告一次；
因漏印一行而跳号的，由报告漏印的规则说明，不再报告序号。

## 为什么
序号不连续常是删行、插行后没有重新编号，也可能漏了一行数据。

## 错误示例
```text
部门预算支出总表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 120.00 | 80.00 | 40.00 |
| 2 | 205 | 教育支出 | 120.00 | 80.00 | 40.00 |
| 4 | 20502 | 普通教育 | 120.00 | 80.00 | 40.00 |
| 5 | 2050202 | 小学教育 | 120.00 | 80.00 | 40.00 |
```

## 正确示例
```text
部门预算支出总表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 120.00 | 80.00 | 40.00 |
| 2 | 205 | 教育支出 | 120.00 | 80.00 | 40.00 |
| 3 | 20502 | 普通教育 | 120.00 | 80.00 | 40.00 |
| 4 | 2050202 | 小学教育 | 120.00 | 80.00 | 40.00 |
```

## 何时可以忽略
表格按类分段编号。

## 依据
《地方预决算公开操作规程》（财预〔2016〕143号）：公开形式应当规范。
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from budgetlint.finding import Observation, Severity, Tally
from budgetlint.fold import fold
from budgetlint.lang import say
from budgetlint.registry import rule
from budgetlint.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.tables.rows import Row
    from budgetlint.registry import Options


@rule(code="BL304", name="serial-number", severity=Severity.WARNING, needs=("statements",))
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each break in the run of serial numbers."""
    for statement in disclosure.statements:
        serials = [(row, _serial(row)) for row in statement.rows]
        if not any(number is not None for _, number in serials):
            continue
        column = statement.spec.column("serial")
        expected = 1
        missing = disclosure.missing_rows(statement)
        for n, (row, number) in enumerate(serials):
            following = serials[n + 1][1] if n + 1 < len(serials) else None
            left_out = number - expected if number is not None else 0
            if number == expected or 0 < left_out <= missing:
                missing -= left_out
                yield Tally(held=1)
            else:
                place = statement.location(row, column)
                yield Observation(
                    message=_message(row, number, expected),
                    location=replace(place, key=f"{place.key}/{row.number}"),
                    expected=str(expected),
                    actual=str(number) if number is not None else say("空白"),
                )
            expected = _next(number, expected, following)


def _serial(row: Row) -> int | None:
    cell = row.cells.get("serial")
    text = fold(cell.text) if cell else ""
    return int(text) if text.isascii() and text.isdigit() else None


def _next(number: int | None, expected: int, following: int | None) -> int:
    """The next number: a single slip is passed over, a jump that goes on is followed."""
    jumped = number is not None and number != expected and following == number + 1
    return number + 1 if jumped and number is not None else expected + 1


def _message(row: Row, number: int | None, expected: int) -> str:
    name = " ".join(word for word in (row.printed_code, row.label) if word)
    if number is None:
        return say("{row}这一行没有序号，应为{right}", row=quoted(name), right=expected)
    return say(
        "{row}这一行的序号是{number}，应为{right}（{kind}）",
        row=quoted(name),
        number=number,
        right=expected,
        kind=say("重复" if number < expected else "跳号"),
    )
