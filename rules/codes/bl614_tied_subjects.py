"""BL614: 功能分类与经济分类的对应科目金额不等

## 检查什么
一般公共预算财政拨款支出表（功能分类）与基本支出表（经济分类）中，按科目定义开支同一笔钱的科目，
基本支出应当相等：

- 2080505 机关事业单位基本养老保险缴费支出 = 30108 机关事业单位基本养老保险缴费
- 2080506 机关事业单位职业年金缴费支出 = 30109 职业年金缴费
- 2210201 住房公积金 = 30113 住房公积金
- 2101103 公务员医疗补助 = 30111 公务员医疗补助缴费（还可以开支 30307 医疗费补助）

以下两组常有正当的差额，只给提示：2101101、2101102 行政、事业单位医疗 = 30110 职工基本医疗保险缴费；
2080501、2080502 行政、事业单位离退休 = 30301 离休费 + 30302 退休费。
功能分类一边完全没有金额的（由其他科目开支），也只给提示。两边都没有金额的不比，四舍五入的尾差不计；已由其他规则报告金额有误的不重复报告。

## 为什么
同一笔缴费在两种分类中金额不同，必有一处用错了科目或填错了金额。

## 错误示例
```text
部门预算一般公共预算财政拨款支出表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 20.00 | 20.00 | |
| 2 | 221 | 住房保障支出 | 20.00 | 20.00 | |
| 3 | 22102 | 住房改革支出 | 20.00 | 20.00 | |
| 4 | 2210201 | 住房公积金 | 20.00 | 20.00 | |

部门预算一般公共预算财政拨款基本支出表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 人员经费 | 公用经费 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 20.00 | 20.00 | |
| 2 | 301 | 工资福利支出 | 20.00 | 20.00 | |
| 3 | 30102 | 津贴补贴 | 2.00 | 2.00 | |
| 4 | 30113 | 住房公积金 | 18.00 | 18.00 | |
```

## 正确示例
```text
部门预算一般公共预算财政拨款支出表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 20.00 | 20.00 | |
| 2 | 221 | 住房保障支出 | 20.00 | 20.00 | |
| 3 | 22102 | 住房改革支出 | 20.00 | 20.00 | |
| 4 | 2210201 | 住房公积金 | 18.00 | 18.00 | |
| 5 | 2210203 | 购房补贴 | 2.00 | 2.00 | |

部门预算一般公共预算财政拨款基本支出表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 人员经费 | 公用经费 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 20.00 | 20.00 | |
| 2 | 301 | 工资福利支出 | 20.00 | 20.00 | |
| 3 | 30102 | 津贴补贴 | 2.00 | 2.00 | |
| 4 | 30113 | 住房公积金 | 18.00 | 18.00 | |
```

## 何时可以忽略
单位有按规定不在对应科目开支的缴费，例如驻外人员或未参加机关事业单位养老保险的人员。

## 依据
财政部《政府收支分类科目》支出功能分类、部门预算支出经济分类的科目说明。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.tables.tied import compared_ties, printed_tables, unequal
from budgetlint.finding import Observation, Severity, Tally
from budgetlint.lang import listed, say
from budgetlint.registry import rule
from budgetlint.wording import beside, difference_text, quoted, row_name, value_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.facts import Fact
    from budgetlint.disclosure.tables.tied import Compared
    from budgetlint.registry import Options

_ELSEWHERE = "当地规定由其他科目开支"
_NO_TABLES = "没有按功能、按经济分类的两张一般公共预算基本支出表"


@rule(code="BL614", name="tied-subjects", severity=Severity.WARNING, needs=("statements",))
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """One observation for each tie that does not hold; the same in several parts is one."""
    compared = list(compared_ties(disclosure))
    for same in unequal(compared):
        facts = [fact for each in same for fact in each.facts]
        yield Observation(
            message=_message(same[0], disclosure),
            location=facts[0].location,
            related=tuple(fact.location for fact in facts[1:]),
            severity=Severity(same[0].severity),
            subject=f"{'+'.join(same[0].tie.functional)}={'+'.join(same[0].tie.economic)}",
        )
    yield Tally(held=sum(each.holds for each in compared))
    if not any(printed_tables(disclosure, part) for part in disclosure.outline.parts):
        yield Tally(skipped=1, reason=say(_NO_TABLES))


def _message(compared: Compared, disclosure: Disclosure) -> str:
    tie = compared.tie
    model = next(fact.value for fact in compared.facts if fact.value)
    functional = _side(compared.functional, tie.functional, disclosure, "function")
    economic = _side(compared.economic, tie.economic, disclosure, "economic")
    gap = difference_text(compared.difference, model)
    end = say("都是{what}，应当相等", what=say(tie.reason))
    if compared.severity == Severity.INFO:
        end = say(
            "都是{what}，一般相等（{exception}时可以不等），请核对",
            what=say(tie.reason),
            exception=say(tie.exception or _ELSEWHERE),
        )
    return say(
        "基本支出中，功能分类{functional}，经济分类{economic}，相差{gap}；{end}",
        functional=functional,
        economic=economic,
        gap=gap,
        end=end,
    )


def _side(facts: Sequence[Fact], codes: Sequence[str], disclosure: Disclosure, axis: str) -> str:
    """The amounts of one side, or that there are none."""
    if facts:
        return " + ".join(
            beside(quoted(row_name(fact.location)), value_text(fact)) for fact in facts
        )
    names = (_official(code, disclosure, axis) for code in codes)
    return say("{names}没有金额", names=listed(names))


def _official(code: str, disclosure: Disclosure, axis: str) -> str:
    known = disclosure.book[axis].of(code, disclosure.year)
    return quoted(f"{code} {known[0].name}" if known else code)
