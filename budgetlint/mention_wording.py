"""How wrong names of subjects in sentences are put into words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.narrative.subject_defects import NameFault
from budgetlint.finding import Observation, Severity
from budgetlint.wording import quoted, repeated

if TYPE_CHECKING:
    from budgetlint.disclosure.narrative.subject_defects import OldName, WrongName
    from budgetlint.disclosure.narrative.subject_mentions import Mention
    from budgetlint.taxonomy.subjects import Subject

_MOST_CODES = 2
_LEVELS = {3: "类", 5: "款", 7: "项"}


def old_name_observation(old: OldName) -> Observation:
    """A name that stands without its code in a year that has another, with all its places."""
    first, *others = old.places
    names = {subject.name for subject in old.other_year.instead}
    return Observation(
        message=_other_year(old) + repeated(old.places),
        location=first,
        related=tuple(others),
        expected=names.pop() if len(names) == 1 else None,
        actual=old.name,
        severity=Severity.WARNING if old.other_year.sure else Severity.INFO,
        subject="name",
    )


def wrong_name_observation(wrong: WrongName) -> Observation:
    """A wrong name or code of the narrative, with all its places."""
    mention = wrong.mention
    names = {subject.name for subject in wrong.meant}
    expected = names.pop() if len(names) == 1 else None
    if wrong.fault is NameFault.CODE:
        expected = wrong.meant[0].code if len(wrong.meant) == 1 else None
    places = (mention, *wrong.others)
    return Observation(
        message=_MESSAGES[wrong.fault](mention, wrong.meant) + repeated(places),
        location=mention.location,
        related=tuple(other.location for other in wrong.others),
        expected=None if wrong.fault in (NameFault.LEVEL, NameFault.PARENT) else expected,
        actual=mention.code or mention.name,
        severity=Severity.WARNING if wrong.sure else Severity.INFO,
        subject=wrong.fault.value,
    )


def _other_year(old: OldName) -> str:
    table = old.places[0].table
    where = f"《{table.title}》中的" if table else "文字中的"
    said = f"{where}{quoted(old.name)}是{old.other_year.period}的科目名称"
    instead = "或".join(
        dict.fromkeys(f"{each.code}{quoted(each.name)}" for each in old.other_year.instead)
    )
    return f"{said}，{old.year}年{f'是{instead}' if instead else '没有这个科目'}"


def _marked(mention: Mention) -> str:
    return f"{quoted(mention.name)}（{_LEVELS[mention.digits]}）"


def _misspelt(mention: Mention, meant: tuple[Subject, ...]) -> str:
    return f"没有{_marked(mention)}这个科目，应为{quoted(meant[0].name)}"


def _level(mention: Mention, meant: tuple[Subject, ...]) -> str:
    level = _LEVELS[len(meant[0].code)]
    return f"{quoted(mention.name)}是{level}级科目，写成了（{_LEVELS[mention.digits]}）"


def _parent(mention: Mention, meant: tuple[Subject, ...]) -> str:
    codes = "、".join(sorted({subject.code for subject in meant}))
    return f"{_marked(mention)}不在{_marked(mention.above[-1])}之下，它的编码是{codes}"


def _code(mention: Mention, meant: tuple[Subject, ...]) -> str:
    codes = [subject.code for subject in meant]
    right = f"，应为{'或'.join(codes)}" if len(codes) <= _MOST_CODES else ""
    return f"文字中{quoted(mention.name)}的编码写成{mention.code}，编码与名称不符{right}"


_MESSAGES = {
    NameFault.MISSPELT: _misspelt,
    NameFault.LEVEL: _level,
    NameFault.PARENT: _parent,
    NameFault.CODE: _code,
}
