"""BL716: 措辞是另一级政府的

## 检查什么
县（市、乡）级部门和单位的文件中，写着只有上级才用的话：名词解释中“指省级财政当年拨付的资金”
“纳入省级财政预算管理的‘三公’经费”“是指省级部门用财政拨款安排的”（这些一定是抄来的，作警告），
以及“我省部门预算的编制”“起草……地方性法规草案”“完成省委、省政府交办的其他事项”等（作提示）。
“贯彻落实省委省政府决策部署”、省级专项资金、《》之内的文件名称不在其列；法院、检察院、
税务、海关等由上级管理经费的单位不检查。

## 为什么
公开文件照上级的范本修改，漏改的句子把本级的资金说成了上级的资金。

## 错误示例
```text
青禾县水利局2024年部门预算公开

八、名词解释

1、一般公共预算拨款收入：指省级财政当年拨付的资金。
```

## 正确示例
```text
青禾县水利局2024年部门预算公开

八、名词解释

1、一般公共预算拨款收入：指县级财政当年拨付的资金。
```

## 何时可以忽略
资金确实由上级财政直接拨付。

## 依据
《地方预决算公开操作规程》（财预〔2016〕143号）：公开内容应当真实、准确。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.naming.mentions import find_mentions
from budgetlint.disclosure.naming.names import area_of
from budgetlint.finding import Observation, Severity
from budgetlint.fold import fold
from budgetlint.lang import say
from budgetlint.registry import rule
from budgetlint.taxonomy.levels import level_spec
from budgetlint.wording import quoted, repeated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.naming.mentions import Mention
    from budgetlint.finding import Tally
    from budgetlint.registry import Options
    from budgetlint.taxonomy.levels import LevelWording


@rule(code="BL716", name="foreign-level", severity=Severity.WARNING)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each level whose wording a document of another level has."""
    identity, spec = disclosure.identity, level_spec()
    entity, level = identity.full_name, identity.level
    if entity is None or level is None or spec.managed_above.search(fold(entity)):
        return
    for wording in spec.wordings:
        if level in wording.foreign_to:
            what = f"level/{wording.named}"
            found = list(find_mentions(disclosure.passages, wording.pattern.compiled, what))
            if found:
                yield _observation(wording, found, entity, own=_own_level(entity, level))


def _own_level(entity: str, level: str) -> str | None:
    """县级, 区级, 市级; the money of townships is often kept by the county."""
    area = area_of(fold(entity))
    return f"{area[-1]}级" if area and level in ("county", "city") else None


def _observation(
    wording: LevelWording, found: list[Mention], entity: str, own: str | None
) -> Observation:
    said, severity = found[0].text, Severity(wording.severity)
    sure = severity is Severity.WARNING and own and wording.named in said
    right = said.replace(wording.named, own) if sure and own else None
    names = {"text": quoted(said), "named": wording.named, "entity": quoted(entity)}
    message = say("{text}是“{named}”的措辞，与{entity}的级别不符", **names)
    if right:
        message += say("，应为{right}", right=quoted(right))
    return Observation(
        message=message + repeated(found),
        location=found[0].location,
        related=tuple(mention.location for mention in found[1:]),
        expected=right,
        actual=said,
        severity=severity,
        subject=f"{wording.named}/{wording.severity}",
    )
