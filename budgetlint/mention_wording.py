"""How wrong names of subjects in sentences are put into words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.code_list_wording import either, subject_names
from budgetlint.disclosure.narrative.subject_defects import NameFault
from budgetlint.finding import Observation, Severity
from budgetlint.lang import listed, say
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
    name = quoted(old.name)
    if table:
        name = say("《{title}》中的{name}", title=table.title, name=name)
    else:
        name = say("文字中的{name}", name=name)
    period, instead = old.other_year.period, subject_names(old.other_year.instead)
    if not instead:
        return say(
            "{name}是{period}的科目名称，{year}年没有这个科目",
            name=name, period=period, year=old.year,
        )  # fmt: skip
    return say(
        "{name}是{period}的科目名称，{year}年是{instead}",
        name=name, period=period, year=old.year, instead=instead,
    )  # fmt: skip


def _level_name(digits: int) -> str:
    return say(_LEVELS[digits])


def _marked(mention: Mention) -> str:
    level = _level_name(mention.digits)
    return say("{name}（{level}）", name=quoted(mention.name), level=level)


def _misspelt(mention: Mention, meant: tuple[Subject, ...]) -> str:
    name = _marked(mention)
    return say("没有{name}这个科目，应为{right}", name=name, right=quoted(meant[0].name))


def _level(mention: Mention, meant: tuple[Subject, ...]) -> str:
    return say(
        "{name}是{level}级科目，写成了（{printed}）",
        name=quoted(mention.name),
        level=_level_name(len(meant[0].code)),
        printed=_level_name(mention.digits),
    )


def _parent(mention: Mention, meant: tuple[Subject, ...]) -> str:
    return say(
        "{name}不在{above}之下，它的编码是{codes}",
        name=_marked(mention),
        above=_marked(mention.above[-1]),
        codes=listed(sorted({subject.code for subject in meant})),
    )


def _code(mention: Mention, meant: tuple[Subject, ...]) -> str:
    codes = [subject.code for subject in meant]
    right = say("，应为{code}", code=either(codes)) if len(codes) <= _MOST_CODES else ""
    said = say(
        "文字中{name}的编码写成{code}，编码与名称不符",
        name=quoted(mention.name), code=mention.code,
    )  # fmt: skip
    return said + right


_MESSAGES = {
    NameFault.MISSPELT: _misspelt,
    NameFault.LEVEL: _level,
    NameFault.PARENT: _parent,
    NameFault.CODE: _code,
}
