"""How wrong percentages and direction words are put into words, with the calculation."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from budgetlint.disclosure.amount import Amount, Unit, amount_like
from budgetlint.disclosure.diagnosis.rates import Direction, Ratio, Terms
from budgetlint.wording import (
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
    return replace(made, expected=f"{defect.expected}左右") if estimated else made


def base_observation(defect: Defect) -> Observation:
    """A percentage that is of another base than the one it names."""
    made, base = observation(defect, _base_message(defect)), defect.misnamed_base
    named = _BASES.get(defect.suspect.context.base, "预算")
    right = _BASES.get(base.context.measure, "预算") if base else named
    return replace(made, actual=f"完成{named}", expected=f"完成{right}")


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
        return {1: "大于", 0: "持平", -1: "小于"}[int(amount.value)]
    return rate_text(amount) if with_word else str(replace(amount, value=abs(amount.value)))


def _phrase(fact: Fact) -> str:
    """The words of a rate as printed: 下降8.93%."""
    start, end = fact.location.mark or (0, None)
    return "".join(fact.location.text[start:end].split())


def _base(fact: Fact) -> str:
    base = fact.context.base
    return f"{base}年" if base.isdigit() else _BASES.get(base, "上年")


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
        return f"{_claim(rate)}，而{_other_calculation(relation, rate, relation.other_base)}"
    return f"{_claim(rate)}，而{_calculation(relation, rate)}{_slip(relation, defect)}"


def _amount_message(defect: Defect) -> str:
    """An amount that several percentages contradict, with the calculation of each."""
    amount = defect.suspect
    ratios = [r for r in (defect.relation, *defect.others) if isinstance(r, Ratio)]
    sums = "；".join(f"{_claim(r.total)}，而{_calculation(r, r.total)}" for r in ratios)
    about = f"，按这些百分比应在{defect.expected}左右" if defect.expected else ""
    return f"{quoted(amount.name)}{value_text(amount)}与几个百分比都不符：{sums}{about}"


def _claim(rate: Fact) -> str:
    """What a percentage says of which quantity."""
    name, kind = quoted(rate.name), rate.context.kind
    if rate.context.is_cell:
        column = quoted(rate.location.column_label)
        return f"{quoted(row_name(rate.location))}的{column}为{rate.value}"
    if kind == "rate":
        return f"{name}比{_base(rate)}{quoted(_phrase(rate))}"
    if kind == "completion":
        budget = _BASES.get(rate.context.base, "预算")
        return f"{name}完成{budget}的{rate.value}"
    return f"{name}占{rate.value}"


def _calculation(relation: Ratio, rate: Fact) -> str:
    """The division that gives the right rate."""
    by, right = relation.by, relation.required(rate, {})
    if rate.value is None or right is None or by.value({}) == 0:
        return "增减额为0"
    result = spoken(replace(rate.value, value=right), with_word=False)
    division = f"{_dividend(by)} ÷ {_divisor(relation, rate)}"
    limits = _wide_limits(relation)
    if limits is None:
        return f"{division} = {result}"
    least, most = (f"{limit:.{rate.value.decimals}f}%" for limit in limits)
    return f"{division} ≈ {result}，考虑四舍五入应在{least}到{most}之间"


def _other_calculation(relation: Ratio, rate: Fact, base: Fact) -> str:
    """The base of 0 that a rate names, and the division by the other base that is printed."""
    named = _BASES.get(rate.context.base, "预算")
    other = replace(relation, of=Terms((base,)), others=())
    return f"{named}为{_amount(relation.of.plus[0])}；{_calculation(other, rate)}，也不相符"


def _wide_limits(relation: Ratio) -> tuple[Decimal, Decimal] | None:
    """Between which rates the right one is, where the printed amounts do not tell it closely."""
    limits = relation.limits(relation.of, {})
    if limits is None:
        return None
    least, most = limits
    return limits if most - least > most * _CLOSE else None


def _dividend(by: Terms) -> str:
    if by.minus:
        return f"（{_amount(by.plus[0])} − 上年{_amount(by.minus[0])}）"
    return value_text(by.plus[0])


def _divisor(relation: Ratio, rate: Fact) -> str:
    first, of = relation.of.plus[0], relation.of
    model = first.value or (relation.by.plus[0].value)
    amount = _amount(first) if not of.minus or not model else str(amount_like(of.value({}), model))
    if rate.context.kind == "rate":
        return f"{_base(rate)}{amount}"
    if rate.context.kind == "completion":
        return f"{_BASES.get(first.context.measure, '预算')}{amount}"
    return f"{quoted(first.name)}{amount}" if first.name and not of.minus else amount


def _amount(fact: Fact) -> str:
    return str(fact.value) if fact.value is not None else "0"


def _slip(relation: Ratio, defect: Defect) -> str:
    """How the wrong rate came about, where that shows."""
    kind, printed, right = defect.suspect.context.kind, defect.suspect.value, defect.expected
    if printed is None or right is None:
        return ""
    now = relation.of.plus[0]
    if kind == "rate" and relation.of.minus and relation.fits(Terms((now,)), {}):
        return f"（{spoken(printed, with_word=False)}是除以本年{_amount(now)}得出的）"
    if kind == "completion" and printed.value + right.value == _WHOLE:
        return f"（{printed}是没有完成的比例）"
    return ""


def _exchanged_message(defect: Defect) -> str:
    """Two shares exchanged, each with its calculation."""
    pair = (defect, *defect.also)
    claims = "与".join(_claim(each.suspect) for each in pair)
    sums = [
        _calculation(each.relation, each.suspect)
        for each in pair
        if isinstance(each.relation, Ratio)
    ]
    return f"{claims}写反了，{'，'.join(sums)}"


def _base_message(defect: Defect) -> str:
    relation, rate, base = defect.relation, defect.suspect, defect.misnamed_base
    if base is None or not isinstance(relation, Ratio):
        return _rate_message(defect)
    named, fitting = relation.of.plus[0], _BASES.get(base.context.measure, "预算")
    return (
        f"{_claim(rate)}，而{_BASES.get(named.context.measure, '预算')}为{_amount(named)}；"
        f"{rate.value}是{_dividend(relation.by)} ÷ {fitting}{_amount(base)}的结果，"
        f"应写“完成{fitting}”"
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
        return f"{_said(word)}，而{_compared(now, last)}{_meant(defect)}"
    if relation.total is word and not word.is_zero:
        return f"{_said(word)}，而{sum_text(relation, word)}{_meant(defect)}"
    return f"{defect_message(defect)}{_meant(defect)}"


def _contradiction(relation: Direction) -> str:
    rate, by = relation.total, relation.by
    if by.minus:
        now, last = by.plus[0], by.minus[0]
        if rate.context.kind == "direction":
            measure = _BASES.get(last.context.measure, "预算")
            return (
                f"{quoted(rate.name)}写作{quoted(_phrase(rate))}，"
                f"而支出决算{_amount(now)}{_sign_word(now, last)}{measure}{_amount(last)}"
            )
        return f"{_claim(rate)}，而{_compared(now, last)}"
    change = by.plus[0]
    how = "互相矛盾" if rate.is_zero else "方向相反"
    return f"{_said(change)}，却{quoted(_phrase(rate))}，{how}"


def _said(change: Fact) -> str:
    """A change in quotes: 比上年“减少5.00万元”; 与上年“持平”."""
    said = value_text(change)
    if change.value is not None and change.value.is_nothing:
        return f"{quoted(change.name)}与{_base(change)}“持平”"
    return f"{quoted(change.name)}比{_base(change)}{quoted(said)}"


def _compared(now: Fact, last: Fact) -> str:
    return f"本年{_amount(now)}{_sign_word(now, last)}上年{_amount(last)}"


def _sign_word(one: Fact, other: Fact) -> str:
    difference = Terms((one,), (other,)).value({})
    return "大于" if difference > 0 else "小于" if difference < 0 else "等于"


def _meant(defect: Defect) -> str:
    """What a change ought to be, where that is known."""
    if defect.expected is None or not defect.suspect.is_money:
        return ""
    return f"，应为{quoted(change_text(defect.expected))}"
