"""The relations of percentages and direction words, for budgets and final accounts alike.

A reader of sentences gives the facts; each function here adds what must hold between them, and
nothing where the base that is named is not the one that the printed operands belong to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.diagnosis.rates import Terms, direction, ratio
from budgetlint.disclosure.diagnosis.relations import Kind, judge
from budgetlint.disclosure.narrative.phrases import same_base
from budgetlint.lang import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from budgetlint.disclosure.diagnosis.rates import Ratio
    from budgetlint.disclosure.diagnosis.relations import RelationSet
    from budgetlint.disclosure.facts import Fact

_WHOLE = 100
_OTHER_BASE = "增减幅度与增减额的比较基数不同"
_NO_BASE = "文字没有给出计算增减幅度所需的金额"
_UNKNOWN_WHOLE = "占比的总数没有写明"


def add_growth(
    out: RelationSet, rate: Fact, *, change: Fact | None = None, now: Fact | None = None,
    last: Fact | None = None, severity: str = "error",
) -> None:  # fmt: skip
    """A rate of growth or fall: change ÷ last year, with the change, this year's and last year's
    level as far as they are known; two of them suffice. Its sign is that of the change."""
    bases = [fact for fact in (rate, change, last) if fact]
    if last and not _one_base(bases):
        last, bases = None, [fact for fact in (rate, change) if fact]
    if not _one_base(bases):
        out.skip(Kind.PERCENTAGE, say(_OTHER_BASE))
        return
    if change:
        by = Terms((change,))
    elif now and last:
        by = Terms((now,), (last,))
    else:
        out.skip(Kind.PERCENTAGE, say(_NO_BASE))
        return
    _add_direction(out, rate, by, severity)
    if last:
        out.include(ratio(rate, by, Terms((last,)), severity=severity))
    elif now and change and Terms((now,), (change,)).value({}) >= 0:
        out.include(ratio(rate, by, Terms((now,), (change,)), severity=severity))
    else:
        out.skip(Kind.PERCENTAGE, say(_NO_BASE))


def _one_base(facts: Sequence[Fact]) -> bool:
    bases = [fact.context.base for fact in facts]
    return all(same_base(one, other) for one in bases for other in bases)


def _add_direction(out: RelationSet, rate: Fact, by: Terms, severity: str) -> None:
    """增加0万元，增长0%: nothing grows or falls, and either word is right."""
    if not rate.is_zero and by.value({}):
        out.include(direction(rate, by, severity=severity))


def add_shares(
    out: RelationSet, shares: Sequence[Fact], wholes: Sequence[Fact], *, severity: str = "error"
) -> None:
    """The shares of one list, each ``about`` its part, of one of ``wholes``, likeliest first."""
    add_listed_shares(out, [(share, wholes) for share in shares], severity=severity)


def add_listed_shares(
    out: RelationSet, listed: Sequence[tuple[Fact, Sequence[Fact]]], *, severity: str = "error"
) -> None:
    """The shares of one sentence, each with the totals that it can be of, the likeliest first.

    Nothing is added where no total is named and none of several shares fits, but all fit one total
    that is not among them.
    """
    named = any(share.context.base for share, _ in listed)
    printed = [abs(share.value.value) for share, _ in listed if share.value]
    adjusted = len(printed) > 1 and sum(printed) == _WHOLE
    built = []
    for share, wholes in listed:
        if share.about and wholes:
            by = Terms((share.about,))
            ratios = [
                ratio(share, by, Terms((whole,)), adjusted=adjusted, severity=severity)
                for whole in wholes
            ]
            built.append(_fitting(ratios))
        else:
            out.skip(Kind.PERCENTAGE, say(_UNKNOWN_WHOLE))
    if not named and _share_another_whole(built):
        out.skip(Kind.PERCENTAGE, say(_UNKNOWN_WHOLE))
        return
    for relation in built:
        out.include(relation)


def _fitting(relations: Sequence[Ratio]) -> Ratio:
    """The first that holds, else the first."""
    return next((r for r in relations if judge(r).holds), relations[0])


def _share_another_whole(relations: Sequence[Ratio]) -> bool:
    """Whether all of several shares are wrong, but would be right of one and the same total."""
    limits = [limit for relation in relations if (limit := relation.fitting_wholes())]
    if not 1 < len(relations) == len(limits) or any(judge(r).holds for r in relations):
        return False
    return max(least for least, _ in limits) <= min(most for _, most in limits)


def add_completion(
    out: RelationSet, rate: Fact, spent: Fact, budgets: Sequence[Fact], *, severity: str = "error"
) -> None:
    """A completion: ``spent`` ÷ the budget that it names, of the ``budgets`` that are printed."""
    named = _named(rate, budgets)
    if not named:
        out.skip(Kind.PERCENTAGE, say("文字没有给出计算完成比例所需的预算数"))
        return
    by = Terms((spent,))
    others = tuple(fact for fact in budgets if fact not in named)
    relations = [
        ratio(rate, by, Terms((budget,)), others=others, severity=severity) for budget in named
    ]
    out.include(_fitting(relations))


def add_comparison(
    out: RelationSet, word: Fact, spent: Fact, budgets: Sequence[Fact], *, severity: str = "error"
) -> None:
    """A word (大于, 小于, 持平) between ``spent`` and the budget that it names."""
    relations = [
        direction(word, Terms((spent,), (budget,)), severity=severity)
        for budget in _named(word, budgets)
    ]
    if relations:
        out.include(next((r for r in relations if judge(r).holds), relations[0]))
    else:
        out.skip(Kind.DIRECTION, say("文字没有给出与决算数比较的预算数"))


def _named(fact: Fact, budgets: Sequence[Fact]) -> list[Fact]:
    """The budgets that a phrase can mean: those of the measure that it names; any where it only
    says 预算; those that only say 预算 where its own is not printed. The nearest first."""
    base = fact.context.base
    near = list(reversed(budgets))
    if base in ("", "budget"):
        return near
    return [b for b in near if b.context.measure == base] or (
        [b for b in near if b.context.measure == "budget"] if base in ("initial", "annual") else []
    )
