"""Percentages and direction words as sentences print them, on folded text.

Each function looks at one place, right behind an amount or at the begin of a clause, and says
what stands there; nothing approximate (约5%, 5%以上) and no 百分点 is a percentage. What a
percentage is of (:attr:`Percent.whole`) and against what it compares (:attr:`Percent.base`) is
told in its own words; the reader of the section decides which amounts are meant.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from budgetlint.disclosure.amount import NUMBER, Amount, Unit, amount_printed
from budgetlint.disclosure.numerals import parse_han
from budgetlint.taxonomy.rates import percentages

if TYPE_CHECKING:
    from collections.abc import Iterable

_HAN = "[零一二三四五六七八九十百]+"
PERCENT = (
    rf"(?:(?P<number>[-+−]?{NUMBER})%|"
    rf"百分之(?P<han>{_HAN})(?:点(?P<point>{_HAN}))?)"
    rf"(?!以上|以下|以内|之内|左右|上下|多|余|[-~—至到](?:[0-9]|百分)|个|{_HAN})"
)
"""The expression for a percentage, in digits or in words; nothing approximate is one."""
A_YEAR = r"(?:上一?年(?:度|同期)?|去年(?:同期)?|20[0-9]{2}年(?:度|同期)?)"
"""The expression for a year that something is compared with."""
_BUDGET = (
    r"(?:当年|本年度?|全年|年初|年度|调整后?的?|追加后?的?|变更后?的?|批复的?|部门|单位|财政拨款|支出|收入){0,8}"
    r"预算(?:安排|批复|调整)?数?"
)
_SPENT_OF = r"(?:年初|全年|当年|本年度?|调整后?的?|追加后?的?|批复的?){0,8}预算数?"
_YEARS = (
    rf"{A_YEAR}(?:年初|全年)?(?:部门|单位|支出|收入)?(?:预算|决算|执行|完成|实际)?(?:安排|支出)?数?"
)
_EITHER = rf"(?:(?:{A_YEAR})?{_BUDGET}|{_YEARS})"
_AGAINST = (
    rf"(?:(?:按)?(?P<scope>同口径|可比口径)(?:计算)?,?)?"
    rf"(?:(?:与|较|比|同|和)(?P<base>{_EITHER})(?:相比较?|对比|相较|比)?,?|同比|环比|相比)?"
)


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


@dataclass(frozen=True, slots=True)
class Percent:
    """A percentage in a sentence, with the folded offsets of its phrase; ``mark`` is where its
    direction word begins, else its number.

    ``kind`` is ``rate`` (growth or fall, ``value`` signed by ``word``), ``share`` (占…%) or
    ``completion`` (完成…%). ``word`` is the direction word, empty where there is none. ``base`` is
    what a rate or completion is measured against (see :func:`base_of`), empty where unsaid;
    ``whole`` the name of what a share is of, empty where unsaid.
    """

    kind: str
    value: Amount
    start: int
    end: int
    mark: int
    word: str = ""
    base: str = ""
    whole: str = ""


@dataclass(frozen=True, slots=True)
class Word:
    """A comparison in words (决算数大于预算数): 1, 0 or −1 in ``Unit.DIRECTION``."""

    value: Amount
    start: int
    end: int
    word: str
    base: str


class _Patterns:
    """The expressions, compiled once from the words of ``taxonomy/percentages.toml``."""

    def __init__(self) -> None:
        spec = percentages()
        self.rise, self.fall = frozenset(spec.rise), frozenset(spec.fall)
        moves = _any((*spec.rise, *spec.fall, *spec.open))
        self.growth = re.compile(
            rf"[,;、(]*(?:即|也即)?{_AGAINST}(?:支出|预算|收入|资金|经费){{0,8}}(?:总体|各)?(?P<word>{moves})了?"
            rf"(?:的?(?:幅度|比例|比率|百分比|率))?(?:为|是|达到?|:)?{PERCENT}"
        )
        self.bare = re.compile(rf"[,;、(]即?{PERCENT}(?=[,;。、)]|$)")
        self.share = re.compile(
            rf"[,;、(]*(?:所)?占(?P<whole>[^,;。()、:%0-9约近超不]{{0,24}}?)"
            rf"(?:的)?(?:比例|比重|比率|份额|比)?(?:为|是|达到?|:)?{PERCENT}"
        )
        self.completion = re.compile(
            rf"[,;、(]*(?:占(?P<base>{_SPENT_OF})的?(?:比例|比重)?(?:为|是|:)?|"
            rf"(?:为|是|完成了?|执行了?)(?P<base2>{_EITHER})的?(?:比例|比重)?(?:为|是|:)?|"
            rf"(?:(?P<base3>{_BUDGET})的?)?(?:完成率|执行率|完成比例)(?:为|是|达到?|:)?|完成了?)"
            rf"{PERCENT}"
        )
        unequal = _any((*spec.more, *spec.less, "等于"))
        self.comparison = re.compile(
            rf"[,;。、(]*(?:本年|当年)?(?:支出|收入)?决算数?(?:(?P<word>{unequal})(?P<base>{_EITHER})|"
            rf"(?:与|同|和)(?P<base2>{_EITHER})(?:相比)?,?(?:保持)?(?P<even>{_any(spec.even)}))"
        )


_patterns = _Patterns()


def growth_at(text: str, at: int, stop: int, year: int | None = None) -> Percent | None:
    """The rate of growth or fall that begins at ``at``: 下降4.76%, 同比增长3.6%, 减少幅度为5%."""
    match = _patterns.growth.match(text, at, stop)
    if match is None:
        return None
    word = match["word"]
    return _percent("rate", match, word, base_of(match["scope"] or match["base"] or "", year))


def bare_percent_at(text: str, at: int, stop: int) -> Percent | None:
    """A percentage without any word right behind a change: 减少3.2万元，14.55%，…; not signed."""
    match = _patterns.bare.match(text, at, stop)
    return _percent("rate", match) if match else None


def share_at(text: str, at: int, stop: int) -> Percent | None:
    """The share that begins at ``at``: 占34.30%, 占支出总额的34.30%, 占比为34.30%.

    What is 占预算的…% is a completion and no share.
    """
    match = _patterns.share.match(text, at, stop)
    if match is None or _patterns.completion.match(text, at, stop):
        return None
    return _percent("share", match, whole=match["whole"])


def completion_at(text: str, at: int, stop: int, year: int | None = None) -> Percent | None:
    """The completion that begins at ``at``: 完成年初预算的95.89%, 预算完成率为100%."""
    match = _patterns.completion.match(text, at, stop)
    if match is None:
        return None
    base = match["base"] or match["base2"] or match["base3"] or ""
    return _percent("completion", match, base=base_of(base, year))


def comparison_at(text: str, at: int, stop: int, year: int | None = None) -> Word | None:
    """The comparison in words that begins at ``at``: 决算数小于年初预算数, 决算数与预算数持平."""
    match = _patterns.comparison.match(text, at, stop)
    if match is None:
        return None
    word, spec = match["word"] or match["even"], percentages()
    sign = (word in spec.more) - (word in spec.less)
    base = base_of(match["base"] or match["base2"], year)
    return Word(Amount(Decimal(sign), Unit.DIRECTION, 0), match.start(), match.end(), word, base)


def base_of(words: str, year: int | None) -> str:
    """What ``words`` (上年预算, 2019年, 年初预算, 同口径 …) compare with.

    One of ``last-final``, ``last-budget``, ``last``, ``annual`` (全年, 调整), ``initial`` (年初),
    ``budget`` (one of these two), ``comparable`` (同口径), another year (``2019``), or empty.
    """
    if stated := re.search("20[0-9]{2}(?=年)", words):
        if year is None or int(stated[0]) not in (year, year - 1):
            return stated[0]
        words = words.replace(stated[0], "last" if int(stated[0]) < year else "")
    return next((spec.id for spec in percentages().bases if spec.pattern.search(words)), "")


def same_base(one: str, other: str) -> bool:
    """Whether two bases can be one: equal, one unsaid, or 上年 beside 上年预算 or 上年决算."""
    if not one or not other or one == other:
        return True
    vague, exact = sorted((one, other), key=len)
    return vague == "last" and exact in ("last-final", "last-budget")


def _percent(
    kind: str, match: re.Match[str], word: str = "", base: str = "", whole: str = ""
) -> Percent:
    printed = match["number"]
    if printed is None:
        point = "".join(str(parse_han(digit)) for digit in match["point"] or "")
        printed = f"{parse_han(match['han'])}.{point}".removesuffix(".")
    amount = amount_printed(printed, Unit.PERCENT)
    if word in _patterns.fall:
        amount = replace(amount, value=-amount.value)
    if word:
        mark = match.start("word")
    else:
        mark = match.start("number") if match["number"] else match.start("han") - len("百分之")
    return Percent(kind, amount, match.start(), match.end(), mark, word, base, whole)
