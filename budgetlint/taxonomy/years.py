"""How documents speak of years: the expressions of ``years.toml``, compiled."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from budgetlint.taxonomy.data import tables_of

YEAR = r"(?<![0-9])(?P<year>20[0-9]{2})年"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity that a sentence states of this year; ``kinds`` are the documents that do so.

    ``anywhere`` says that it means this year even in sections that speak of much else, ``tabled``
    that the standard tables state it.
    """

    id: str
    title: str
    kinds: tuple[str, ...]
    pattern: str
    anywhere: bool
    tabled: bool


@dataclass(frozen=True)
class YearSpec:
    """The expressions; all match folded text."""

    heading_tail: str
    heading_foreign: re.Pattern[str]
    this_years_column: re.Pattern[str]
    pair_column: re.Pattern[str]
    quantities: tuple[Quantity, ...]
    statement_lead: str
    statement_between: str
    statement_after: str
    statement_following: str
    statement_before: re.Pattern[str]
    performed: re.Pattern[str]
    statement_foreign: re.Pattern[str]
    comparison: re.Pattern[str]
    money: re.Pattern[str]
    budget: re.Pattern[str]
    adjusted: re.Pattern[str]
    accounts: re.Pattern[str]
    intended: re.Pattern[str]
    base_years: frozenset[int]
    silent_sections: frozenset[str]
    assets: re.Pattern[str]
    asset_table: re.Pattern[str]
    date_label: re.Pattern[str]
    published: re.Pattern[str]

    def statement(self, kind: str) -> re.Pattern[str]:
        """A clause that states a quantity of a year, in documents of this kind.

        Its groups are ``lead``, ``year`` (None for 本年), ``between`` and one for each quantity.
        """
        return _statement(self, kind)

    def quantity(self, match: re.Match[str]) -> Quantity:
        """The quantity that a match of :meth:`statement` names."""
        return next(q for n, q in enumerate(self.quantities) if match.groupdict().get(f"q{n}"))


@cache
def _statement(spec: YearSpec, kind: str) -> re.Pattern[str]:
    names = "|".join(
        f"(?P<q{n}>{quantity.pattern})"
        for n, quantity in enumerate(spec.quantities)
        if kind in quantity.kinds or kind == "unknown"
    )
    return re.compile(
        rf"(?P<lead>{spec.statement_lead})(?:{YEAR}度?(?!{spec.statement_following})|本年度?|今年),?"
        rf"(?P<between>{spec.statement_between})(?:{names}){spec.statement_after}"
    )


@cache
def year_spec() -> YearSpec:
    """The expressions of ``years.toml``."""
    data = tables_of("years.toml")
    heading, statement, comparison = data["heading"], data["statement"], data["comparison"]
    return YearSpec(
        heading_tail=heading["tail"],
        heading_foreign=re.compile(heading["foreign"]),
        this_years_column=re.compile(rf"{YEAR}度?(?:{'|'.join(data['columns']['this_year'])})"),
        pair_column=re.compile(rf"{YEAR}度?{data['columns']['pair']}"),
        quantities=tuple(
            Quantity(
                q["id"],
                q["title"],
                tuple(q["kinds"]),
                "|".join(q["patterns"]),
                q.get("anywhere", False),
                q.get("tabled", True),
            )
            for q in statement["quantities"]
        ),
        statement_lead=statement["lead"],
        statement_between=statement["between"],
        statement_after=statement["after"],
        statement_following=statement["following"],
        performed=re.compile(statement["performed"]),
        statement_before=re.compile(statement["before"]),
        statement_foreign=re.compile(statement["foreign"]),
        comparison=re.compile(
            rf"{comparison['words']}{YEAR}度?(?P<what>{comparison['what']}){comparison['ends']}"
        ),
        money=re.compile(comparison["money"]),
        budget=re.compile(comparison["budget"]),
        accounts=re.compile(comparison["accounts"]),
        adjusted=re.compile(comparison["adjusted"]),
        intended=re.compile(comparison["intended"]),
        base_years=frozenset(comparison["base_years"]),
        silent_sections=frozenset(comparison["silent_sections"]),
        **{name: re.compile(text) for name, text in data["date"].items()},
    )
