"""The grammar of the narrative of final accounts: ``final-narrative.toml``, compiled by section.

All expressions match folded text. A :class:`Form` is what may stand behind the name of a quantity,
or begin a clause that speaks of the quantity named before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from budgetlint.disclosure.narrative.grammar import AMOUNT
from budgetlint.disclosure.narrative.phrases import A_YEAR
from budgetlint.taxonomy import class_codes
from budgetlint.taxonomy.final import final_narrative
from budgetlint.taxonomy.rates import percentages

if TYPE_CHECKING:
    from budgetlint.taxonomy.final import AbsenceSpec, QuantitySpec

_OTHER = "[^,;。:0-9增减下上降提持]"
_BASE = rf"(?:与|较|比|同)(?P<base>{A_YEAR}{_OTHER}{{0,12}}?|{_OTHER}{{1,12}}?)"
_COUNT = r"(?P<number>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)"
_NAME = r"(?:(?!\([类款项]\))[^,;。:0-9])"
_PATH = (
    rf"(?![()])(?={_NAME}{{2,30}}?\(类\)|{_NAME}{{2,40}}?\([款项]\))"
    rf"(?:(?P<class>{_NAME}{{2,30}}?)\(类\)(?:支出)?)?"
    rf"(?:(?P<division>{_NAME}{{2,40}}?)\(款\)(?:支出)?)?"
    rf"(?:(?P<item>{_NAME}{{2,40}}?)\(项\))?"
)
_TOTAL = re.compile("(?:决算)?(?:总额|总数|总量|合计|总计|数)?$")
LEVELS = ("class", "division", "item")
"""The levels of a functional classification that a path names."""


@dataclass(frozen=True, slots=True)
class Words:
    """The expressions that are the same in every section."""

    measure: re.Pattern[str]
    level: re.Pattern[str]
    change: re.Pattern[str]
    unchanged: re.Pattern[str]
    last_level: re.Pattern[str]
    of_amount: re.Pattern[str]
    against: re.Pattern[str]
    lead: re.Pattern[str]
    year: re.Pattern[str]
    reason: re.Pattern[str]
    list: re.Pattern[str]
    path: re.Pattern[str]
    rise: frozenset[str]

    def measure_at(self, text: str, at: int, stop: int) -> tuple[str, int]:
        """The measure (年初预算, 支出决算 …) that stands at ``at``, or "", and where it ends."""
        match = self.measure.match(text, at, stop)
        return (match.lastgroup or "", match.end()) if match else ("", at)


@cache
def words() -> Words:
    """The expressions that are the same in every section."""
    spec, moves = final_narrative(), percentages()
    directions = "|".join(sorted((*moves.rise, *moves.fall), key=len, reverse=True))
    measures = "|".join(f"(?P<{name}>{pattern})" for name, pattern in spec.measures.items())
    plain = "|".join(spec.measures.values())
    return Words(
        measure=re.compile(f"(?:支出|收入|的)?(?:{measures})"),
        level=re.compile(spec.connector + AMOUNT),
        change=re.compile(
            rf"(?:{_BASE}(?:相比较?|对比|相较)?,?|同比|相比,?)?(?:各|均|合计|共)?"
            rf"(?P<direction>{directions})了?(?:支出|收入|资金|经费|金额){{0,8}}为?{AMOUNT}"
        ),
        unchanged=re.compile(spec.unchanged),
        last_level=re.compile(_BASE + "(?:的|为|是)?" + AMOUNT),
        of_amount=re.compile(rf"(?:完成了?|占|为)(?P<measure>{plain}){spec.connector}{AMOUNT}的(?P<rate>[0-9]+(?:\.[0-9]+)?)%"),
        against=re.compile(rf"{_BASE}相比较?,?"),
        lead=re.compile(spec.lead),
        year=re.compile(r"(?P<year>20[0-9]{2})年(?![0-9]{1,2}月)(?:度|末|底|期末)?|(?P<last>上一?年度?|去年)"),
        reason=re.compile(spec.reason),
        list=re.compile(spec.list),
        path=re.compile(_PATH),
        rise=frozenset(moves.rise),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class FinalGrammar:
    """What one section may name. ``by_group`` gives the quantities of each group of ``names``;
    of several with one name, each is meant behind others."""

    names: re.Pattern[str]
    by_group: dict[str, tuple[QuantitySpec, ...]]
    followers: tuple[QuantitySpec, ...]
    absence: re.Pattern[str] | None
    absences: dict[str, AbsenceSpec]
    classes: re.Pattern[str] | None

    def named(self, match: re.Match[str], before: str) -> QuantitySpec | None:
        """The quantity that a name means behind the quantity ``before``."""
        candidates = self.by_group[match.lastgroup or ""]
        return next((q for q in candidates if not q.after or before in q.after), None)


@cache
def count_pattern(unit: str) -> re.Pattern[str]:
    """A count with its unit behind a name or behind another count."""
    spec = final_narrative()
    return re.compile(rf"{spec.connector}{_COUNT}(?:{spec.units[unit]})")


@cache
def final_grammar(section: str) -> FinalGrammar | None:
    """The grammar of a section; None where no quantity is looked for."""
    spec = final_narrative()
    own = [q for q in spec.quantities if section in q.sections]
    if not own:
        return None
    by_pattern: dict[str, list[QuantitySpec]] = {}
    for quantity in own:
        if quantity.pattern:
            by_pattern.setdefault(quantity.pattern, []).append(quantity)
    groups = {f"q{n}": pattern for n, pattern in enumerate(by_pattern)}
    absences = {f"a{n}": a for n, a in enumerate(spec.absences) if section in a.sections}
    absent = "|".join(f"(?P<{name}>{a.pattern})" for name, a in absences.items())
    return FinalGrammar(
        names=re.compile("|".join(f"(?P<{name}>{p})" for name, p in groups.items())),
        by_group={name: tuple(by_pattern[p]) for name, p in groups.items()},
        followers=tuple(q for q in own if q.follows),
        absence=re.compile(f"{spec.nothing}(?:{absent})(?=[,;。]|$)") if absences else None,
        absences=absences,
        classes=_classes() if any(i.section == section for i in spec.items) else None,
    )


@cache
def _classes() -> re.Pattern[str]:
    """A class of functional expenditure by its name alone, before an amount."""
    alone = set(class_codes()) - set(final_narrative().not_alone)
    names = "|".join(sorted(alone, key=len, reverse=True))
    return re.compile(f"(?P<class>{names})(?=支出|[0-9]|为)")


@cache
def _all_names() -> tuple[tuple[re.Pattern[str], QuantitySpec], ...]:
    return tuple((re.compile(q.pattern), q) for q in final_narrative().quantities if q.pattern)


@cache
def quantity_called(words_: str, section: str) -> str:
    """The quantity with this name, of the same section if there is one; "" if none is."""
    bare = words_.removesuffix("的")
    forms = {bare, _TOTAL.sub("", bare)}
    found = [q for pattern, q in _all_names() if any(map(pattern.fullmatch, forms))]
    own = (q.id for q in found if section in q.sections)
    return next(own, next((q.id for q in found), ""))
