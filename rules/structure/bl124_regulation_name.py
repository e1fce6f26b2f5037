"""BL124: 引用的法律、文件名称写错

## 检查什么
公开文件常引用的法律、法规和文件（数据文件 `regulations.toml` 列出），名称是否写错：
书名号里的名称与正式名称只差一个字，或者是已知的错名（如《地方预决算操作规程》，漏了“公开”）；
名称后面的文号与该文件的文号是否一致（只比同一发文机关的）。
各省、各部门自己的办法另有名称，不比。

## 为什么
开头的依据写错名称，读者查不到这个文件，也看得出文字没有核对。

## 错误示例
```text
根据《中华人民共和国预算法》和《地方预决算操作规程》的规定，现将2024年部门预算公开如下。
```

## 正确示例
```text
根据《中华人民共和国预算法》和《地方预决算公开操作规程》（财预〔2016〕143号）的规定，现将2024年部门预算公开如下。
```

## 何时可以忽略
引用的是另一个名称很相近的文件。

## 依据
《地方预决算公开操作规程》（财预〔2016〕143号）：公开的内容应当准确，形式应当规范。
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from budgetlint.disclosure.naming.regulations import misnamed, misnumbered
from budgetlint.finding import Severity
from budgetlint.lang import say
from budgetlint.registry import rule
from budgetlint.wording import together

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.naming.regulations import Miscited
    from budgetlint.finding import Observation
    from budgetlint.registry import Options


@rule(code="BL124", name="regulation-name", severity=Severity.WARNING)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation]:
    """One observation for each wrong name and each wrong number, with all its places."""
    for wrong in _together(misnamed(disclosure)):
        first = wrong[0]
        message = say("《{printed}》应为《{right}》", printed=first.printed, right=first.right)
        yield _observation(message, wrong)
    for wrong in _together(misnumbered(disclosure)):
        first = wrong[0]
        message = say(
            "《{name}》的文号是{right}，写的是{printed}",
            name=first.name,
            right=first.right,
            printed=first.printed,
        )
        yield _observation(message, wrong)


def _together(found: Iterable[Miscited]) -> Iterable[list[Miscited]]:
    groups: dict[tuple[str, str], list[Miscited]] = defaultdict(list)
    for each in found:
        groups[each.printed, each.right].append(each)
    return groups.values()


def _observation(message: str, wrong: list[Miscited]) -> Observation:
    first = wrong[0]
    places = [each.location for each in wrong]
    return together(message, places, subject=first.printed, expected=first.right)
