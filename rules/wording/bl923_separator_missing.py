"""BL923: 并列的金额之间缺少标点

## 检查什么
情况说明中依次列举项目和金额时，前一项的金额之后没有顿号、逗号或分号，直接写下一项
（邮电费1.80万元公务移动通讯补贴5.00万元）。后面接“用于”“和”“比上年”等词的是一句话，不报。

## 为什么
两项连在一起，容易读成一项，也说明中间可能删掉了文字。

## 错误示例
```text
青禾县某某局2024年部门预算

三、机关运行经费安排情况

2024年安排机关运行经费15.00万元，其中办公费5.00万元、邮电费3.00万元印刷费2.00万元、差旅费5.00万元。
```

## 正确示例
```text
青禾县某某局2024年部门预算

三、机关运行经费安排情况

2024年安排机关运行经费15.00万元，其中办公费5.00万元、邮电费3.00万元、印刷费2.00万元、差旅费5.00万元。
```

## 何时可以忽略
后一个金额不是并列的项目。

## 依据
《标点符号用法》（GB/T 15834—2011）；《地方预决算公开操作规程》（财预〔2016〕143号）：
公开内容应当真实、准确，形式应当规范。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.passages import PassageKind
from budgetlint.finding import Observation, Severity, Tally
from budgetlint.lang import say
from budgetlint.mark_wording import once
from budgetlint.registry import rule
from budgetlint.taxonomy.marks import marks_spec
from budgetlint.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.passages import Passage
    from budgetlint.registry import Options

_ENUMERATING = 2


@rule(code="BL923", name="separator-missing", severity=Severity.WARNING, needs=("narrative",))
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each paragraph."""
    sentences = [
        passage
        for passage in disclosure.passages
        if passage.kind is PassageKind.SENTENCE and passage.source.text.count("元") >= _ENUMERATING
    ]
    yield from once(found for passage in sentences for found in _unseparated(passage))
    yield Tally(held=len(sentences))


def _unseparated(passage: Passage) -> Iterator[Observation]:
    match = marks_spec().unseparated.search(passage.folded.text)
    if match:
        yield Observation(
            message=say("{item}之前缺少标点，两项连在了一起", item=quoted(match["next"])),
            location=passage.location(passage.folded, match.span("next"), "separator"),
            actual=match["next"],
        )
