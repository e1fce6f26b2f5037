"""How codes that the official list contradicts are put into words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.subjects import Standing, covered
from budgetlint.disclosure.tables.codes import axis_of
from budgetlint.disclosure.tables.codes_defects import Certainty, CodeDefect, CodeFault
from budgetlint.disclosure.tables.codes_official import owner_of_name
from budgetlint.lang import listed, say
from budgetlint.taxonomy.subjects import LAST_LIST
from budgetlint.wording import beside, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from budgetlint.taxonomy.subjects import Subject

_MOST_CODES = 3
_LISTS = {
    "function": "支出功能分类",
    "economic": "部门预算支出经济分类",
    "government-economic": "政府预算支出经济分类",
}


def right_name(defect: CodeDefect) -> str | None:
    """The official name, where it is the name that is wrong and there is one right one."""
    judgement = defect.judgement
    code = defect.row.printed_code
    named = any(row.printed_code == code for _, row in defect.others)
    of_another = defect.fault is CodeFault.OF_ANOTHER and named and not defect.likely
    if not of_another and defect.fault not in (CodeFault.OTHER_YEAR, CodeFault.NAME):
        return None
    if defect.fault is CodeFault.OTHER_YEAR and judgement.elsewhere:
        return None
    names = {each.name for each in judgement.official}
    return names.pop() if len(names) == 1 else None


def about_subject(defect: CodeDefect, year: int | None) -> str:
    """What the list of the year says of a print."""
    said = say("{year}年", year=year) if covered(year) else ""
    return _WORDS[defect.fault](defect, said)


def doubt(defect: CodeDefect, year: int | None) -> str:
    """Why the list may not be held against the document; empty where it may."""
    if defect.certainty is not Certainty.POSSIBLE:
        return ""
    if defect.fault is CodeFault.UNKNOWN:
        return say("，请核对；本地科目可在配置中补充")
    if defect.fault is CodeFault.OTHER_YEAR:
        return say("；起止年度不能确定，请核对")
    renamed = defect.judgement.standing is Standing.OTHER_NAME and (year or 0) > LAST_LIST
    if defect.fault is CodeFault.NAME and renamed:
        return say("；{year}年可能已改名，请核对", year=year)
    return "" if defect.judgement.sure else say("；此名称没有见到印出的原文，请核对")


def either(choices: Iterable[str]) -> str:
    """One of several, each told once."""
    return say("或").join(dict.fromkeys(choices))


def subject_names(subjects: Iterable[Subject]) -> str:
    """Subjects with code and name."""
    return either(beside(each.code, quoted(each.name)) for each in subjects)


def _names(subjects: Iterable[Subject]) -> str:
    return either(quoted(each.name) for each in subjects)


def _unknown(defect: CodeDefect, year: str) -> str:
    row, judgement = defect.row, defect.judgement
    owner = owner_of_name(judgement, row.printed_code, defect.likely)
    named = _code_of_name(defect, owner) if owner and not defect.likely else ""
    if judgement.other_year:
        other = judgement.other_year
        return say(
            "{year}没有科目编码{code}，{period}它是{names}{named}",
            year=year,
            code=_code(defect),
            period=other.period,
            names=_names(other.subjects),
            named=named,
        )
    return say(
        "{subjects}中没有{code}{named}",
        subjects=_list(defect, year),
        code=_code(defect),
        named=named,
    )


def _list(defect: CodeDefect, year: str) -> str:
    """The list that a code is not in."""
    name = say(_LISTS[axis_of(defect.statement)])
    subjects = (
        say("{year}{name}科目", year=year, name=name) if year else say("{name}科目", name=name)
    )
    if defect.certainty is Certainty.PROVEN:
        return subjects
    return say("budgetlint 所知的{subjects}", subjects=subjects)


def _code(defect: CodeDefect) -> str:
    """The code with its name, and the codes below it."""
    row = defect.row
    return say("{code}（{name}）", code=row.printed_code, name=row.label) + _below(defect)


def _code_of_name(defect: CodeDefect, owner: Subject) -> str:
    return say("，“{name}”的编码是{code}", name=defect.row.label, code=owner.code)


def codes_below(defect: CodeDefect) -> list[str]:
    """The codes below the wrong one, which are wrong with it."""
    codes = dict.fromkeys(row.printed_code for _, row in defect.same)
    return [code for code in codes if code != defect.row.printed_code]


def _below(defect: CodeDefect) -> str:
    below = [] if defect.likely else codes_below(defect)
    if len(below) > _MOST_CODES:
        return say("及其下级{count}个科目", count=len(below))
    return say("及其下级{codes}", codes=listed(below)) if below else ""


def _of_another(defect: CodeDefect, year: str) -> str:
    row, judgement = defect.row, defect.judgement
    names = _names(judgement.official) + _confirmed(defect)
    if year:
        said = say("科目编码{code}在{year}是{names}", code=row.printed_code, year=year, names=names)
    else:
        said = say("科目编码{code}是{names}", code=row.printed_code, names=names)
    owner = owner_of_name(judgement, row.printed_code, defect.likely)
    if owner and owner.code != defect.likely:
        return said + _code_of_name(defect, owner)
    return say("{said}，不是“{name}”", said=said, name=row.label)


def _other_year(defect: CodeDefect, year: str) -> str:
    row, official, other = defect.row, defect.judgement.official, defect.judgement.other_year
    period = other.period if other else say("其他年度")
    if official:
        now = owner_of_name(defect.judgement, row.printed_code, None)
        renamed = "“{name}”作为科目{code}的名称用于{period}，{year}应为{names}"
        reused = "“{name}”作为科目{code}的名称用于{period}，{year}它是{names}"
        told = say(
            reused if now else renamed,
            name=row.label,
            code=row.printed_code,
            period=period,
            year=year,
            names=_names(official),
        )
        return told + _code_of_name(defect, now) if now else told
    said = say(
        "{year}没有科目编码{code}，它用于{period}", year=year, code=_code(defect), period=period
    )
    if not other or not other.instead:
        return said
    instead = subject_names(other.instead)
    return said + say("，{year}改用{subjects}", year=year, subjects=instead)


def _name(defect: CodeDefect, _year: str) -> str:
    return say(
        "科目编码{code}的名称印作“{name}”，正式名称是{names}",
        code=defect.row.printed_code,
        name=defect.row.label,
        names=_names(defect.judgement.official) + _confirmed(defect),
    )


def _confirmed(defect: CodeDefect) -> str:
    """Where the document itself prints the code with its official name."""
    titles = [s.title for s, row in defect.others if row.printed_code == defect.row.printed_code]
    return say("（《{title}》即如此）", title=titles[0]) if titles else ""


_WORDS = {
    CodeFault.UNKNOWN: _unknown,
    CodeFault.OF_ANOTHER: _of_another,
    CodeFault.OTHER_YEAR: _other_year,
    CodeFault.NAME: _name,
}
