"""How faulty classification codes are put into words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.code_list_wording import about_subject, codes_below, doubt, right_name
from budgetlint.disclosure.tables.codes_defects import Certainty, CodeDefect, CodeFault
from budgetlint.finding import Observation, Severity, Tally
from budgetlint.fold import fold
from budgetlint.lang import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.tables.rows import Row

_FORMS = {
    "function": "功能分类编码应为类3位、款5位、项7位",
    "economic": "经济分类编码应为类3位、款5位",
}


_SEVERITIES = {
    Certainty.PROVEN: Severity.ERROR,
    Certainty.PROBABLE: Severity.WARNING,
    Certainty.POSSIBLE: Severity.INFO,
}


def code_observations(disclosure: Disclosure, *faults: CodeFault) -> Iterator[Observation | Tally]:
    """The codes with these faults as observations, and how many codes have none."""
    found = [defect for defect in disclosure.code_defects if defect.fault in faults]
    for defect in found:
        statement, row = defect.statement, defect.row
        name = right_name(defect)
        column = statement.spec.column("name" if name else "code")
        yield Observation(
            message=_message(defect, disclosure.year),
            location=statement.location(row, column),
            related=tuple(
                where.location(other, where.spec.column("name" if name else "code"))
                for where, other in (*defect.others, *defect.same)
            ),
            expected=name or (defect.likely if _is_sure(defect) else None),
            actual=row.label if name else row.printed_code or say("空白"),
            severity=_SEVERITIES[defect.certainty],
            subject=defect.fault.value,
        )
    coded = sum(row.has_code for s in disclosure.statements if s.by_code for row in s.rows)
    yield Tally(held=coded - len(found))


def _name(row: Row) -> str:
    return f"“{row.printed_code} {row.label}”" if row.printed_code else f"“{row.label}”"


def _code(row: Row) -> str:
    return say("“{code}”（{name}）", code=row.printed_code, name=row.label)


def _is_sure(defect: CodeDefect) -> bool:
    return defect.certainty is not Certainty.POSSIBLE


def _message(defect: CodeDefect, year: int | None) -> str:
    words = _WORDS.get(defect.fault)
    said = words(defect) if words else about_subject(defect, year)
    if defect.likely:
        likely = defect.likely
        said += say("，应为{code}" if _is_sure(defect) else "，可能是{code}", code=likely)
        if below := codes_below(defect):
            said += say("，其下级{count}个科目随之", count=len(below))
    return said + doubt(defect, year)


def _missing(defect: CodeDefect) -> str:
    return say("“{name}”没有科目编码", name=defect.row.label)


def _full_width(defect: CodeDefect) -> str:
    return say("科目编码{code}含有全角数字", code=_code(defect.row))


def _non_digit(defect: CodeDefect) -> str:
    folded = fold(defect.row.printed_code)
    strange = "".join(dict.fromkeys(c for c in folded if not c.isdigit()))
    return say("科目编码{code}含有不是数字的“{strange}”", code=_code(defect.row), strange=strange)


def _length(defect: CodeDefect) -> str:
    row = defect.row
    return say(
        "科目编码{code}有{digits}位，{form}",
        code=_code(row),
        digits=len(row.printed_code),
        form=say(_FORMS[defect.statement.spec.rows["code"]]),
    )


def _duplicate(defect: CodeDefect) -> str:
    (_, twin), *_ = defect.others
    name = _name(defect.row)
    if defect.row.printed_code:
        return say("科目编码{name}在表中重复，第{row}行已有", name=name, row=twin.number)
    return say("{name}行在表中重复，第{row}行已有", name=name, row=twin.number)


def _two_names(defect: CodeDefect) -> str:
    statement, other = defect.others[-1]
    code, here, there = defect.row.printed_code, defect.row.label, other.label
    if statement is defect.statement:
        return say(
            "科目编码{code}有两个名称：本行“{here}”，第{row}行“{there}”",
            code=code, here=here, row=other.number, there=there,
        )  # fmt: skip
    return say(
        "科目编码{code}的名称前后不一致：本表为“{here}”，《{title}》为“{there}”",
        code=code, here=here, title=statement.title, there=there,
    )  # fmt: skip


def _wrong_code(defect: CodeDefect) -> str:
    statement, other = defect.others[0]
    code = defect.row.printed_code
    official = () if defect.judgement.right else defect.judgement.official
    if len(official) == 1:
        code = say("{code}（{name}）", code=code, name=official[0].name)
    return say(
        "“{name}”在本表的编码是{code}，在《{title}》是{other}",
        name=defect.row.label,
        code=code,
        title=statement.title,
        other=other.printed_code,
    )


def _interchanged(defect: CodeDefect) -> str:
    row, (_, other) = defect.row, defect.others[0]
    one, two = sorted((row, other), key=lambda each: each.printed_code)
    return say(
        "科目编码{one}与{two}的名称互换了，{one}应为“{name}”，{two}应为“{other}”",
        one=one.printed_code,
        two=two.printed_code,
        name=two.label,
        other=one.label,
    )


def _wrong_parent(defect: CodeDefect) -> str:
    row = defect.row
    elsewhere = [pair for pair in defect.others if pair[0] is not defect.statement]
    if elsewhere:
        return _wrong_code(defect)
    below = [other for _, other in defect.others if other.number > row.number]
    if below:
        return say("科目编码{name}与其下级{below}等不符", name=_name(row), below=_name(below[0]))
    holder = _name(defect.others[0][1]) if defect.others else ""
    if defect.likely and holder:
        return say("科目编码{name}与所在的上级{holder}不符", name=_name(row), holder=holder)
    above = say("，而它排在{holder}之下", holder=holder) if holder else ""
    parent = _parent(defect)
    return say("科目编码{name}的上级应为{parent}", name=_name(row), parent=parent) + above


def _parent(defect: CodeDefect) -> str:
    code = defect.row.code[:-2]
    return f"“{code} {defect.parent_name}”" if defect.parent_name else code


def _parent_missing(defect: CodeDefect) -> str:
    return say(
        "缺少上级科目{parent}这一行，其下级{name}没有归属",
        parent=_parent(defect), name=_name(defect.row),
    )  # fmt: skip


def _order(defect: CodeDefect) -> str:
    name = _name(defect.row)
    if not defect.others:
        return say("{name}没有按科目编码从小到大排列", name=name)
    parent = _name(defect.others[0][1])
    return say("{name}没有排在它的上级{parent}之下", name=name, parent=parent)


_WORDS = {
    CodeFault.MISSING: _missing,
    CodeFault.FULL_WIDTH: _full_width,
    CodeFault.NON_DIGIT: _non_digit,
    CodeFault.LENGTH: _length,
    CodeFault.DUPLICATE: _duplicate,
    CodeFault.TWO_NAMES: _two_names,
    CodeFault.WRONG_CODE: _wrong_code,
    CodeFault.INTERCHANGED: _interchanged,
    CodeFault.WRONG_PARENT: _wrong_parent,
    CodeFault.PARENT_MISSING: _parent_missing,
    CodeFault.ORDER: _order,
}
