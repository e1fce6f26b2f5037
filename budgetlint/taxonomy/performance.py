"""What performance-goal tables look like and how their values are said: ``performance.toml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from budgetlint.taxonomy.data import Expression, patterns, tables_of

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class IndicatorClass:
    """A class of indicators (数量指标) and the group of classes (产出指标) it counts into."""

    id: str
    title: str
    group: str
    pattern: Expression


@dataclass(frozen=True)
class PerformanceSpec:
    """The words of performance-goal tables.

    ``labels`` and ``groups`` are those of the upper part, ``columns`` those of the indicators.
    ``comparators`` maps a printed sign or word to its meaning, longest first; ``suffixes`` are
    words behind the number that mean the same. ``units`` tells the kinds of units apart.
    ``stated`` are the words before an amount of the table that the text on the purpose repeats.
    ``words`` are those that rules look for, ``products`` the forms of a count times a price, still
    without the expressions of numbers and units;
    ``same_counters`` lists counters that mean the same; ``goals`` are the figures of goals.
    """

    title: Expression
    labels: Mapping[str, Expression]
    groups: Mapping[str, Expression]
    month: Expression
    share: Expression
    columns: Mapping[str, Expression]
    foreign: Expression
    classes: tuple[IndicatorClass, ...]
    comparators: Mapping[str, str]
    suffixes: Mapping[str, Expression]
    units: Mapping[str, Expression]
    date: Expression
    stated: Mapping[str, Expression]
    item_lead: Expression
    item_never: Expression
    item_open: Expression
    words: Mapping[str, Expression]
    products: Mapping[str, str]
    same_counters: tuple[str, ...]
    goals: Mapping[str, Expression]

    def class_of(self, *levels: str) -> IndicatorClass | None:
        """The class that the folded labels say, the narrowest label first."""
        fitting = (c for label in levels for c in self.classes if c.pattern.fullmatch(label))
        return next(fitting, None)

    def kind_of_unit(self, unit: str) -> str:
        """A key of ``units``: rate, ratio, money, half, time, symbol or count; "" for no unit."""
        return next((kind for kind, known in self.units.items() if known.fullmatch(unit)), "")


@cache
def performance() -> PerformanceSpec:
    """The words of performance-goal tables."""
    data = tables_of("performance.toml")
    signs = {sign: name for name, listed in data["comparators"].items() for sign in listed}

    items = data["purpose"]["items"]

    def expressions(texts: dict[str, str]) -> dict[str, Expression]:
        return {key: Expression(text) for key, text in texts.items()}

    return PerformanceSpec(
        title=Expression(data["titles"]["project"]),
        labels=expressions(data["labels"]),
        groups=expressions(data["groups"]),
        month=Expression(data["plan"]["month"]),
        share=Expression(data["plan"]["share"]),
        columns=expressions(data["columns"]),
        foreign=Expression(data["foreign"]["columns"]),
        classes=tuple(
            IndicatorClass(c["id"], c["title"], c["group"], Expression(c["pattern"]))
            for c in data["classes"]
        ),
        comparators=dict(sorted(signs.items(), key=lambda pair: -len(pair[0]))),
        suffixes={key: patterns(texts) for key, texts in data["suffixes"].items()},
        units=expressions(data["units"]),
        date=Expression(data["dates"]["date"]),
        stated=expressions(data["purpose"]["stated"]),
        item_lead=Expression(items["lead"]),
        item_never=Expression(items["never"]),
        item_open=Expression(items["open"]),
        words=expressions(data["words"]),
        products={name: text for name, text in data["products"].items() if name != "same"},
        goals=expressions(data["goals"]),
        same_counters=tuple(data["products"]["same"]),
    )
