"""How codes that the official list contradicts are put into words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.subjects import Standing, covered
from budgetlint.disclosure.tables.codes import axis_of
from budgetlint.disclosure.tables.codes_defects import Certainty, CodeDefect, CodeFault
from budgetlint.disclosure.tables.codes_official import owner_of_name
from budgetlint.taxonomy.subjects import LAST_LIST

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
    return _WORDS[defect.fault](defect, f"{year}年" if covered(year) else "")


def doubt(defect: CodeDefect, year: int | None) -> str:
    """Why the list may not be held against the document; empty where it may."""
    if defect.certainty is not Certainty.POSSIBLE:
        return ""
    if defect.fault is CodeFault.UNKNOWN:
        return "，请核对；本地科目可在配置中补充"
    if defect.fault is CodeFault.OTHER_YEAR:
        return "；起止年度不能确定，请核对"
    renamed = defect.judgement.standing is Standing.OTHER_NAME and (year or 0) > LAST_LIST
    if defect.fault is CodeFault.NAME and renamed:
        return f"；{year}年可能已改名，请核对"
    return "" if defect.judgement.sure else "；此名称没有见到印出的原文，请核对"


def _subjects(subjects: Iterable[Subject]) -> str:
    return "或".join(dict.fromkeys(f"{each.code}“{each.name}”" for each in subjects))


def _names(subjects: Iterable[Subject]) -> str:
    return "或".join(dict.fromkeys(f"“{each.name}”" for each in subjects))


def _unknown(defect: CodeDefect, year: str) -> str:
    row, judgement = defect.row, defect.judgement
    code = f"{row.printed_code}（{row.label}）{_below(defect)}"
    owner = owner_of_name(judgement, row.printed_code, defect.likely)
    named = f"，“{row.label}”的编码是{owner.code}" if owner and not defect.likely else ""
    if judgement.other_year:
        other = judgement.other_year
        return f"{year}没有科目编码{code}，{other.period}它是{_names(other.subjects)}{named}"
    source = "" if defect.certainty is Certainty.PROVEN else "budgetlint 所知的"
    return f"{source}{year}{_LISTS[axis_of(defect.statement)]}科目中没有{code}{named}"


def codes_below(defect: CodeDefect) -> list[str]:
    """The codes below the wrong one, which are wrong with it."""
    codes = dict.fromkeys(row.printed_code for _, row in defect.same)
    return [code for code in codes if code != defect.row.printed_code]


def _below(defect: CodeDefect) -> str:
    below = [] if defect.likely else codes_below(defect)
    if len(below) > _MOST_CODES:
        return f"及其下级{len(below)}个科目"
    return f"及其下级{'、'.join(below)}" if below else ""


def _of_another(defect: CodeDefect, year: str) -> str:
    row, judgement = defect.row, defect.judgement
    code = f"{row.printed_code}在{year}" if year else row.printed_code
    said = f"科目编码{code}是{_names(judgement.official)}{_confirmed(defect)}"
    owner = owner_of_name(judgement, row.printed_code, defect.likely)
    if owner and owner.code != defect.likely:
        return f"{said}，“{row.label}”的编码是{owner.code}"
    return f"{said}，不是“{row.label}”"


def _other_year(defect: CodeDefect, year: str) -> str:
    row, official, other = defect.row, defect.judgement.official, defect.judgement.other_year
    period = other.period if other else "其他年度"
    if official:
        name = f"“{row.label}”作为科目{row.printed_code}的名称用于{period}"
        now = owner_of_name(defect.judgement, row.printed_code, None)
        moved = f"，“{row.label}”的编码是{now.code}" if now else ""
        return f"{name}，{year}{'它是' if now else '应为'}{_names(official)}{moved}"
    said = f"{year}没有科目编码{row.printed_code}（{row.label}）{_below(defect)}，它用于{period}"
    return f"{said}，{year}改用{_subjects(other.instead)}" if other and other.instead else said


def _name(defect: CodeDefect, _year: str) -> str:
    row = defect.row
    printed = f"科目编码{row.printed_code}的名称印作“{row.label}”"
    official = f"正式名称是{_names(defect.judgement.official)}"
    return f"{printed}，{official}{_confirmed(defect)}"


def _confirmed(defect: CodeDefect) -> str:
    """Where the document itself prints the code with its official name."""
    titles = [s.title for s, row in defect.others if row.printed_code == defect.row.printed_code]
    return f"（《{titles[0]}》即如此）" if titles else ""


_WORDS = {
    CodeFault.UNKNOWN: _unknown,
    CodeFault.OF_ANOTHER: _of_another,
    CodeFault.OTHER_YEAR: _other_year,
    CodeFault.NAME: _name,
}
