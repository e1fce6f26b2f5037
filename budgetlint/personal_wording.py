"""How personal data in a document is told of, without showing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.personal import ADDRESS
from budgetlint.disclosure.personal_numbers import BANK_CARD, ID_CARD, MOBILE
from budgetlint.finding import Observation, Severity, Tally
from budgetlint.hiding import hidden
from budgetlint.lang import listed, say
from budgetlint.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.personal import PersonalMention

_NAMES = {
    ID_CARD: "身份证号码",
    MOBILE: "手机号码",
    BANK_CARD: "银行卡号",
    ADDRESS: "家庭住址",
}
_SHOWN = 3


def personal_observations(disclosure: Disclosure, kind: str) -> Iterator[Observation | Tally]:
    """One observation for everything of one kind, in order; what is for contact is told apart."""
    found = [mention for mention in disclosure.personal if mention.kind == kind]
    contacts = [mention for mention in found if mention.is_contact]
    others = [mention for mention in found if not mention.is_contact]
    if others:
        yield _observation(kind, others, None)
    if contacts:
        yield _observation(kind, contacts, Severity.INFO)
    if not found:
        yield Tally(held=1)


def _observation(
    kind: str, mentions: Sequence[PersonalMention], severity: Severity | None
) -> Observation:
    first, *rest = (mention.location for mention in mentions)
    name = say(_NAMES[kind])
    shown = listed(dict.fromkeys(quoted(hidden(m.printed)) for m in mentions[:_SHOWN]))
    if severity:
        message = say(
            "有{count}处{name}（{shown}）用作联系方式；是个人号码的，公开前请换成办公电话",
            count=len(mentions), name=name, shown=shown,
        )  # fmt: skip
    elif kind == ADDRESS:
        message = say(
            "有{count}处{name}，属于个人隐私，公开前应当删除", count=len(mentions), name=name
        )
    else:
        message = say(
            "有{count}处{name}（{shown}），属于个人隐私，公开前应当删除或隐去",
            count=len(mentions), name=name, shown=shown,
        )  # fmt: skip
    return Observation(
        message=message, location=first, related=tuple(rest), severity=severity, subject=kind
    )
