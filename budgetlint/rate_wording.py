"""How wrong percentages and direction words are put into words, with the calculation."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from budgetlint.disclosure.amount import Amount, Unit, amount_like
from budgetlint.disclosure.diagnosis.rates import Direction, Ratio, Terms
from budgetlint.lang import say
from budgetlint.wording import (
    beside,
    change_text,
    defect_message,
    observation,
    quoted,
    rate_text,
    row_name,
    sum_text,
    value_text,
)

if TYPE_CHECKING:
    from budgetlint.disclosure.diagnosis.defects import Defect
    from budgetlint.disclosure.facts import Fact
    from budgetlint.finding import Observation

_BASES = {
    "last": "上年",
    "last-budget": "上年预算",
    "last-final": "上年决算",
    "initial": "年初预算",
    "annual": "全年预算",
    "budget": "预算",
    "comparable": "同口径上年",
}
_WHOLE = 100
_CLOSE = Decimal("0.1")
"""How far apart, as a part of the rate, the limits may be for the rate to count as told."""


def rate_observation(defect: Defect) -> Observation:
    """A percentage that does not follow from its amounts."""
    made = _observation(defect, _rate_message(defect))
    estimated = defect.suspect.is_money and defect.expected and not defect.misprinted_unit
    if not estimated:
        return made
    return replace(made, expected=say("{amount}左右", amount=defect.expected))


def base_observation(defect: Defect) -> Observation:
    """A percentage that is of another base than the one it names."""
    made, base = observation(defect, _base_message(defect)), defect.misnamed_base
    named = _budget(defect.suspect.context.base)
    right = _budget(base.context.measure) if base else named
    return replace(
        made,
        actual=say("完成{budget}", budget=named),
        expected=say("完成{budget}", budget=right),
    )


def direction_observation(defect: Defect) -> Observation:
    """A word that says the opposite of the amounts."""
    return _observation(defect, _direction_message(defect))


def _observation(defect: Defect, message: str) -> Observation:
    made, fact = observation(defect, message), defect.suspect
    if fact.value is None or fact.value.unit.is_money:
        return made
    relation, right = defect.relation, defect.expected
    if isinstance(relation, Ratio) and _wide_limits(relation):
        right = None
    turned = right is not None and right.value * fact.value.value < 0
    with_word = turned or (right is None and fact.context.kind == "rate")
    return replace(
        made,
        actual=_said_of(fact, with_word=with_word),
        expected=spoken(right, with_word=turned) if right is not None else None,
    )


def _said_of(fact: Fact, *, with_word: bool) -> str | None:
    """A percentage or a word as printed."""
    if fact.value is None or fact.context.kind == "direction":
        return _phrase(fact)
    return spoken(fact.value, with_word=with_word)


def spoken(amount: Amount, *, with_word: bool = True) -> str:
    """A rate in words (下降4.76%), or without its direction; a direction as its word."""
    if amount.unit is Unit.DIRECTION:
        return say({1: "大于", 0: "持平", -1: "小于"}[int(amount.value)])
    return rate_text(amount) if with_word else str(replace(amount, value=abs(amount.value)))


def _phrase(fact: Fact) -> str:
    """The words of a rate as printed: 下降8.93%."""
    start, end = fact.location.mark or (0, None)
    return "".join(fact.location.text[start:end].split())


def _base(fact: Fact) -> str:
    base = fact.context.base
    return say("{year}年", year=base) if base.isdigit() else say(_BASES.get(base, "上年"))


def _budget(measure: str) -> str:
    return say(_BASES.get(measure, "预算"))


# ------------------------------------------------------------------ percentages
def _rate_message(defect: Defect) -> str:
    if defect.also:
        return _exchanged_message(defect)
    rate, relation = defect.suspect, defect.relation
    if isinstance(relation, Ratio) and rate is not relation.total and not defect.misprinted_unit:
        return _amount_message(defect)
    if not isinstance(relation, Ratio) or rate is not relation.total:
        return defect_message(defect)
    if relation.other_base and relation.of.value({}) == 0:
        return _against(_claim(rate), _other_calculation(relation, rate, relation.other_base))
    return _against(_claim(rate), f"{_calculation(relation, rate)}{_slip(relation, defect)}")


def _against(claim: str, facts: str) -> str:
    """What is said, and what contradicts it."""
    return say("{claim}，而{facts}", claim=claim, facts=facts)


def _amount_message(defect: Defect) -> str:
    """An amount that several percentages contradict, with the calculation of each."""
    amount = defect.suspect
    ratios = [r for r in (defect.relation, *defect.others) if isinstance(r, Ratio)]
    sums = say("；").join(_against(_claim(r.total), _calculation(r, r.total)) for r in ratios)
    about = ""
    if defect.expected:
        about = say("，按这些百分比应在{amount}左右", amount=defect.expected)
    return say(
        "{amount}与几个百分比都不符：{sums}{about}",
        amount=beside(quoted(amount.name), value_text(amount)),
        sums=sums,
        about=about,
    )


def _claim(rate: Fact) -> str:
    """What a percentage says of which quantity."""
    name, kind = quoted(rate.name), rate.context.kind
    if rate.context.is_cell:
        row, column = quoted(row_name(rate.location)), quoted(rate.location.column_label)
        return say("{row}的{column}为{rate}", row=row, column=column, rate=rate.value)
    if kind == "rate":
        said = quoted(_phrase(rate))
        return say("{name}比{base}{said}", name=name, base=_base(rate), said=said)
    if kind == "completion":
        budget = _budget(rate.context.base)
        return say("{name}完成{budget}的{rate}", name=name, budget=budget, rate=rate.value)
    return say("{name}占{rate}", name=name, rate=rate.value)


def _calculation(relation: Ratio, rate: Fact) -> str:
    """The division that gives the right rate."""
    by, right = relation.by, relation.required(rate, {})
    if rate.value is None or right is None or by.value({}) == 0:
        return say("增减额为0")
    result = spoken(replace(rate.value, value=right), with_word=False)
    division = f"{_dividend(by)} ÷ {_divisor(relation, rate)}"
    limits = _wide_limits(relation)
    if limits is None:
        return f"{division} = {result}"
    least, most = (f"{limit:.{rate.value.decimals}f}%" for limit in limits)
    return say(
        "{division} ≈ {result}，考虑四舍五入应在{least}到{most}之间",
        division=division, result=result, least=least, most=most,
    )  # fmt: skip


def _other_calculation(relation: Ratio, rate: Fact, base: Fact) -> str:
    """The base of 0 that a rate names, and the division by the other base that is printed."""
    other = replace(relation, of=Terms((base,)), others=())
    return say(
        "{budget}为{amount}；{calculation}，也不相符",
        budget=_budget(rate.context.base),
        amount=_amount(relation.of.plus[0]),
        calculation=_calculation(other, rate),
    )


def _wide_limits(relation: Ratio) -> tuple[Decimal, Decimal] | None:
    """Between which rates the right one is, where the printed amounts do not tell it closely."""
    limits = relation.limits(relation.of, {})
    if limits is None:
        return None
    least, most = limits
    return limits if most - least > most * _CLOSE else None


def _dividend(by: Terms) -> str:
    if by.minus:
        now, last = _amount(by.plus[0]), _amount(by.minus[0])
        return say("（{now} − 上年{last}）", now=now, last=last)
    return value_text(by.plus[0])


def _divisor(relation: Ratio, rate: Fact) -> str:
    first, of = relation.of.plus[0], relation.of
    model = first.value or (relation.by.plus[0].value)
    amount = _amount(first) if not of.minus or not model else str(amount_like(of.value({}), model))
    if rate.context.kind == "rate":
        return beside(_base(rate), amount)
    if rate.context.kind == "completion":
        return beside(_budget(first.context.measure), amount)
    return beside(quoted(first.name), amount) if first.name and not of.minus else amount


def _amount(fact: Fact) -> str:
    return str(fact.value) if fact.value is not None else "0"


def _slip(relation: Ratio, defect: Defect) -> str:
    """How the wrong rate came about, where that shows."""
    kind, printed, right = defect.suspect.context.kind, defect.suspect.value, defect.expected
    if printed is None or right is None:
        return ""
    now = relation.of.plus[0]
    if kind == "rate" and relation.of.minus and relation.fits(Terms((now,)), {}):
        rate = spoken(printed, with_word=False)
        return say("（{rate}是除以本年{now}得出的）", rate=rate, now=_amount(now))
    if kind == "completion" and printed.value + right.value == _WHOLE:
        return say("（{rate}是没有完成的比例）", rate=printed)
    return ""


def _exchanged_message(defect: Defect) -> str:
    """Two shares exchanged, each with its calculation."""
    pair = (defect, *defect.also)
    claims = say("与").join(_claim(each.suspect) for each in pair)
    sums = [
        _calculation(each.relation, each.suspect)
        for each in pair
        if isinstance(each.relation, Ratio)
    ]
    return say("{claims}写反了，{sums}", claims=claims, sums=say("，").join(sums))


def _base_message(defect: Defect) -> str:
    relation, rate, base = defect.relation, defect.suspect, defect.misnamed_base
    if base is None or not isinstance(relation, Ratio):
        return _rate_message(defect)
    named, fitting = relation.of.plus[0], _budget(base.context.measure)
    return say(
        "{claim}，而{named}为{amount}；{rate}是{dividend} ÷ {divisor}的结果，应写“完成{fitting}”",
        claim=_claim(rate),
        named=_budget(named.context.measure),
        amount=_amount(named),
        rate=rate.value,
        dividend=_dividend(relation.by),
        divisor=beside(fitting, _amount(base)),
        fitting=fitting,
    )


# ------------------------------------------------------------------ directions
def _direction_message(defect: Defect) -> str:
    word, relation = defect.suspect, defect.relation
    if isinstance(relation, Ratio):
        relation = next((r for r in defect.others if isinstance(r, Direction)), relation)
    if isinstance(relation, Direction):
        return f"{_contradiction(relation)}{_meant(defect)}"
    levels = [fact for fact in relation.facts if fact.context.kind == "level"]
    if len(levels) == len(relation.facts) - 1 == 2:
        now, last = levels
        return f"{_against(_said(word), _compared(now, last))}{_meant(defect)}"
    if relation.total is word and not word.is_zero:
        return f"{_against(_said(word), sum_text(relation, word))}{_meant(defect)}"
    return f"{defect_message(defect)}{_meant(defect)}"


def _contradiction(relation: Direction) -> str:
    rate, by = relation.total, relation.by
    if by.minus:
        now, last = by.plus[0], by.minus[0]
        if rate.context.kind == "direction":
            return say(
                "{name}写作{said}，而支出决算{now}{sign}{budget}",
                name=quoted(rate.name),
                said=quoted(_phrase(rate)),
                now=_amount(now),
                sign=_sign_word(now, last),
                budget=beside(_budget(last.context.measure), _amount(last)),
            )
        return _against(_claim(rate), _compared(now, last))
    change, phrase = _said(by.plus[0]), quoted(_phrase(rate))
    if rate.is_zero:
        return say("{change}，却{phrase}，互相矛盾", change=change, phrase=phrase)
    return say("{change}，却{phrase}，方向相反", change=change, phrase=phrase)


def _said(change: Fact) -> str:
    """A change in quotes: 比上年“减少5.00万元”; 与上年“持平”."""
    name, base = quoted(change.name), _base(change)
    if change.value is not None and change.value.is_nothing:
        return say("{name}与{base}“持平”", name=name, base=base)
    return say("{name}比{base}“{change}”", name=name, base=base, change=value_text(change))


def _compared(now: Fact, last: Fact) -> str:
    return say(
        "本年{now}{sign}上年{last}",
        now=_amount(now), sign=_sign_word(now, last), last=_amount(last),
    )  # fmt: skip


def _sign_word(one: Fact, other: Fact) -> str:
    difference = Terms((one,), (other,)).value({})
    return say("大于" if difference > 0 else "小于" if difference < 0 else "等于")


def _meant(defect: Defect) -> str:
    """What a change ought to be, where that is known."""
    if defect.expected is None or not defect.suspect.is_money:
        return ""
    return say("，应为“{change}”", change=change_text(defect.expected))
