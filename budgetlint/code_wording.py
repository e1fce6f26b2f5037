"""How faulty classification codes are put into words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.code_list_wording import about_subject, codes_below, doubt, right_name
from budgetlint.disclosure.tables.codes_defects import Certainty, CodeDefect, CodeFault
from budgetlint.finding import Observation, Severity, Tally
from budgetlint.fold import fold

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
            actual=row.label if name else row.printed_code or "空白",
            severity=_SEVERITIES[defect.certainty],
            subject=defect.fault.value,
        )
    coded = sum(row.has_code for s in disclosure.statements if s.by_code for row in s.rows)
    yield Tally(held=coded - len(found))


def _name(row: Row) -> str:
    return f"“{row.printed_code} {row.label}”" if row.printed_code else f"“{row.label}”"


def _is_sure(defect: CodeDefect) -> bool:
    return defect.certainty is not Certainty.POSSIBLE


def _message(defect: CodeDefect, year: int | None) -> str:
    words = _WORDS.get(defect.fault)
    said = words(defect) if words else about_subject(defect, year)
    if defect.likely:
        said += f"，{'应为' if _is_sure(defect) else '可能是'}{defect.likely}"
        below = codes_below(defect)
        said += f"，其下级{len(below)}个科目随之" if below else ""
    return said + doubt(defect, year)


def _missing(defect: CodeDefect) -> str:
    return f"“{defect.row.label}”没有科目编码"


def _full_width(defect: CodeDefect) -> str:
    return f"科目编码“{defect.row.printed_code}”（{defect.row.label}）含有全角数字"


def _non_digit(defect: CodeDefect) -> str:
    code = defect.row.printed_code
    strange = "".join(dict.fromkeys(c for c in fold(code) if not c.isdigit()))
    return f"科目编码“{code}”（{defect.row.label}）含有不是数字的“{strange}”"


def _length(defect: CodeDefect) -> str:
    row = defect.row
    form = _FORMS[defect.statement.spec.rows["code"]]
    return f"科目编码“{row.printed_code}”（{row.label}）有{len(row.printed_code)}位，{form}"


def _duplicate(defect: CodeDefect) -> str:
    (_, twin), *_ = defect.others
    what = f"科目编码{_name(defect.row)}" if defect.row.printed_code else f"“{defect.row.label}”行"
    return f"{what}在表中重复，第{twin.number}行已有"


def _two_names(defect: CodeDefect) -> str:
    statement, other = defect.others[-1]
    here, there = defect.row.label, other.label
    if statement is defect.statement:
        names = f"本行“{here}”，第{other.number}行“{there}”"
        return f"科目编码{defect.row.printed_code}有两个名称：{names}"
    return (
        f"科目编码{defect.row.printed_code}的名称前后不一致：本表为“{here}”，"
        f"《{statement.title}》为“{there}”"
    )


def _wrong_code(defect: CodeDefect) -> str:
    statement, other = defect.others[0]
    code = defect.row.printed_code
    official = () if defect.judgement.right else defect.judgement.official
    called = f"（{official[0].name}）" if len(official) == 1 else ""
    return (
        f"“{defect.row.label}”在本表的编码是{code}{called}，"
        f"在《{statement.title}》是{other.printed_code}"
    )


def _interchanged(defect: CodeDefect) -> str:
    row, (_, other) = defect.row, defect.others[0]
    one, two = sorted((row, other), key=lambda each: each.printed_code)
    return (
        f"科目编码{one.printed_code}与{two.printed_code}的名称互换了，"
        f"{one.printed_code}应为“{two.label}”，{two.printed_code}应为“{one.label}”"
    )


def _wrong_parent(defect: CodeDefect) -> str:
    row = defect.row
    elsewhere = [pair for pair in defect.others if pair[0] is not defect.statement]
    if elsewhere:
        return _wrong_code(defect)
    below = [other for _, other in defect.others if other.number > row.number]
    if below:
        return f"科目编码{_name(row)}与其下级{_name(below[0])}等不符"
    holder = _name(defect.others[0][1]) if defect.others else ""
    if defect.likely and holder:
        return f"科目编码{_name(row)}与所在的上级{holder}不符"
    above = f"，而它排在{holder}之下" if holder else ""
    return f"科目编码{_name(row)}的上级应为{_parent(defect)}{above}"


def _parent(defect: CodeDefect) -> str:
    code = defect.row.code[:-2]
    return f"“{code} {defect.parent_name}”" if defect.parent_name else code


def _parent_missing(defect: CodeDefect) -> str:
    return f"缺少上级科目{_parent(defect)}这一行，其下级{_name(defect.row)}没有归属"


def _order(defect: CodeDefect) -> str:
    if defect.others:
        return f"{_name(defect.row)}没有排在它的上级{_name(defect.others[0][1])}之下"
    return f"{_name(defect.row)}没有按科目编码从小到大排列"


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
