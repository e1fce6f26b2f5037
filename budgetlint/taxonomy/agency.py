"""What 机关运行经费 is made of, and what it is not: ``agency.toml``, read once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from budgetlint.fold import fold
from budgetlint.taxonomy.data import patterns, tables_of
from budgetlint.taxonomy.subjects import classification

_GOODS = ("302", "310")
_PERSONS = ("301", "303")


@dataclass(frozen=True)
class AgencySpec:
    """How the items of a list of 机关运行经费 are called.

    ``codes`` finds the economic subjects of a name; ``before`` is what stands before a name and is
    no part of it; what has words of ``no_item`` is none; ``opens`` begins a list.
    """

    before: re.Pattern[str]
    no_item: re.Pattern[str]
    opens: re.Pattern[str]
    foreign: re.Pattern[str]
    wordings: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]
    official: dict[str, str]

    def codes(self, name: str) -> tuple[str, ...]:
        """The economic subjects that a folded name means; none where it is not known."""
        if name in self.official:
            return (self.official[name],)
        found = next((codes for words, codes in self.wordings if words.fullmatch(name)), ())
        shorter = name.removesuffix("支出")
        return found or (self.codes(shorter) if shorter != name else ())

    def is_foreign(self, name: str) -> bool:
        """Whether a folded name is surely no expenditure on goods and services."""
        return bool(self.foreign.fullmatch(name))


@cache
def agency() -> AgencySpec:
    """The items of 机关运行经费."""
    data = tables_of("agency.toml")
    economic = classification("economic").subjects
    persons = [fold(s.name) for s in economic if s.code.startswith(_PERSONS)]
    return AgencySpec(
        before=re.compile(data["before"]),
        no_item=re.compile(data["no_item"]),
        opens=re.compile(data["opens"]),
        foreign=patterns([*data["foreign"], *map(re.escape, persons)]).compiled,
        wordings=tuple(
            (patterns(item["names"]).compiled, tuple(item["codes"])) for item in data["items"]
        ),
        official={
            fold(s.name): s.code for s in economic if s.code.startswith(_GOODS) and len(s.code) > 3
        },
    )
