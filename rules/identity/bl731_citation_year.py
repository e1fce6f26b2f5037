"""BL731: 文号的年份晚于预算或决算年度

## 检查什么
引用的文号（“青财预〔2023〕41号”）的年份是否可能：年度预算引用的文件不会晚于预算年度，决算引用的不会晚于
决算年度的下一年，也不会早于 1949 年。同一个文号出现多次只报一次。

## 为什么
文号的年份多因键入错误写错，读者按文号查不到文件；也可能是从别的年度的文件复制而来。

## 错误示例
```text
青禾县某某局2024年部门预算信息公开

一、部门职责及机构设置情况
依据青财预〔2028〕41号文件安排资金。
```

## 正确示例
```text
青禾县某某局2024年部门预算信息公开

一、部门职责及机构设置情况
依据青财预〔2023〕41号文件安排资金。
```

## 何时可以忽略
预算公开后又重新公布，补充引用了以后年度的文件。

## 依据
《党政机关公文处理工作条例》（中办发〔2012〕14号）第九条：发文字号由发文机关代字、年份、发文顺序号组成。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.finding import Observation, Severity, Tally
from budgetlint.lang import say
from budgetlint.registry import rule
from budgetlint.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.naming.citations import CitedNumber
    from budgetlint.registry import Options

_EARLIEST = 1949


@rule(code="BL731", name="citation-year", severity=Severity.WARNING, needs=("year",))
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each number of a document whose year cannot be."""
    year = disclosure.year or 0
    latest = year if disclosure.kind == "budget" else year + 1
    wrong: dict[tuple[int, str], list[CitedNumber]] = {}
    for number in disclosure.cited_numbers:
        if _EARLIEST <= number.year <= latest:
            yield Tally(held=1)
        else:
            wrong.setdefault((number.year, number.serial), []).append(number)
    for first, *rest in wrong.values():
        late = first.year > latest
        message = (
            say(
                "文号{number}的年份晚于{year}年度，应当是写错了",
                number=quoted(first.printed), year=year,
            )
            if late
            else say("文号{number}的年份不可能，应当是写错了", number=quoted(first.printed))
        )  # fmt: skip
        yield Observation(
            message=message,
            location=first.location,
            related=tuple(number.location for number in rest),
            actual=first.printed,
        )
