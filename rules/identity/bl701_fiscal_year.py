"""BL701: 年度与本文件的预算（决算）年度不符

## 检查什么
标题、开头的“现将……公开如下”、各部分的标题、表上方的“预算年度”，以及情况说明中讲本年预算、
决算的句子（“2024年预算收入……”“2024年度收入支出总计……”），写的都应是同一个年度。
本文件是哪一年，由标题、各表、正文三方面多数决定；多数不明显时只提示不一致，不说应为哪一年。
写错格式的年度（20232023年、22017年、2018度、“2024部门预算”漏“年”字）也在这里报告。
与上年对比的句子、文号、项目名称里的年度不在其列。

## 为什么
公开文件多在上一年的文件上修改，漏改的年度使读者分不清是哪一年的数。

## 错误示例
```text
青禾县水利局2024年部门预算公开

现将青禾县水利局2024年部门预算公开如下：

部门预算支出总表

| 304青禾县水利局 | 预算年度：2023 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 120.00 | 80.00 | 40.00 |

二、部门预算安排的总体情况

2024年部门支出预算为120.00万元。
```

## 正确示例
```text
青禾县水利局2024年部门预算公开

现将青禾县水利局2024年部门预算公开如下：

部门预算支出总表

| 304青禾县水利局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 120.00 | 80.00 | 40.00 |

二、部门预算安排的总体情况

2023年预算安排100.00万元，2024年部门支出预算为120.00万元。
```

## 何时可以忽略
这句话确实讲的是另一年的预算；最好写明“上年”。

## 依据
《地方预决算公开操作规程》（财预〔2016〕143号）：公开内容应当真实、准确。
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from budgetlint.finding import Observation, Severity, Tally
from budgetlint.lang import listed, say
from budgetlint.registry import rule
from budgetlint.wording import quoted, repeated

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.naming.year_claims import YearClaim
    from budgetlint.disclosure.naming.years import MisprintedYear, WrongYear, Years
    from budgetlint.registry import Options

_SOURCES = {"title": "标题", "caption": "表上方", "text": "正文"}


@rule(code="BL701", name="fiscal-year", severity=Severity.ERROR)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each wrong year in title, captions or text of a part."""
    years = disclosure.years
    for misprint in years.misprints:
        yield _misprinted(misprint)
    groups: dict[tuple[object, ...], list[WrongYear]] = defaultdict(list)
    for wrong in years.wrong(disclosure.facts):
        claim = wrong.claim
        place = (claim.part.start, claim.source) if years.sure else ()
        groups[(claim.year, *place)].append(wrong)
    for found in groups.values():
        if years.sure:
            yield _contradicted(years, found)
        else:
            yield _undecided(years, [wrong.claim for wrong in found])
    yield Tally(held=sum(claim.year == years.year for claim in years.claims))


def _contradicted(years: Years, found: Sequence[WrongYear]) -> Observation:
    """Other places leave no doubt of the year."""
    claims = [wrong.claim for wrong in found]
    message = say(
        "{place}是{year}年，应为{right}年",
        place=_place(claims[0]),
        year=claims[0].year,
        right=years.year,
    )
    return Observation(
        message=message + repeated(claims),
        location=claims[0].location,
        related=tuple(claim.location for claim in claims[1:]),
        expected=str(years.year),
        actual=str(claims[0].year),
        severity=None if any(wrong.proven for wrong in found) else Severity.WARNING,
    )


def _undecided(years: Years, claims: Sequence[YearClaim]) -> Observation:
    """So many places contradict each other that it is open which year is right."""
    first = claims[0]
    others = [claim for claim in years.claims if claim.year == years.year]
    return Observation(
        message=say(
            "全文的年度不一致：{these}写的是{year}年，{others}写的是{other}年，请核对",
            these=_counted(claims),
            year=first.year,
            others=_counted(others),
            other=years.year,
        ),
        location=first.location,
        related=tuple(claim.location for claim in (*claims[1:], *others[:1])),
        actual=str(first.year),
        severity=Severity.WARNING,
    )


def _counted(claims: Sequence[YearClaim]) -> str:
    """标题2处、表上方9处."""
    counts = {
        word: sum(claim.source == source for claim in claims) for source, word in _SOURCES.items()
    }
    return listed(
        say("{where}{count}处", where=say(word), count=count)
        for word, count in counts.items()
        if count
    )


def _place(claim: YearClaim) -> str:
    """Whose year it is, in words."""
    if claim.source == "caption" and claim.location.table:
        return say("《{title}》上方的年度", title=claim.location.table.title)
    if claim.source == "text":
        return say("正文中{name}的年度", name=quoted(claim.name))
    return say("{text}中的年度", text=quoted(claim.location.text))


def _misprinted(misprint: MisprintedYear) -> Observation:
    bare = len(misprint.printed.rstrip("年度")) == len("2024")
    what = say("缺少“年”字" if bare else "数字有误")
    return Observation(
        message=say(
            "年度写作{printed}，{what}，应为{right}",
            printed=quoted(misprint.printed),
            what=what,
            right=misprint.meant,
        ),
        location=misprint.location,
        expected=misprint.meant,
        actual=misprint.printed,
        severity=Severity.WARNING if bare else None,
        subject="misprint",
    )
