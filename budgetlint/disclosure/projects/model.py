"""Projects as the performance-goal tables disclose them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from budgetlint.disclosure.places import excerpt
from budgetlint.disclosure.projects.values import Value, parse_value
from budgetlint.fold import fold

if TYPE_CHECKING:
    from decimal import Decimal

    from budgetlint.disclosure.facts import Fact
    from budgetlint.disclosure.structure.outline import Part
    from budgetlint.location import Location
    from budgetlint.taxonomy.performance import IndicatorClass


@dataclass(frozen=True)
class Entry:
    """A cell with words: its text without the blanks of the layout, and its place."""

    text: str
    location: Location

    @cached_property
    def folded(self) -> str:
        """The text as it is compared."""
        return fold(self.text)

    def slice(self, begin: int, end: int, what: str) -> Location:
        """The place of ``text[begin:end]``, shown with the clause around it; ``what`` names it."""
        start, stop = excerpt(self.text, begin, end)
        return replace(
            self.location, text=self.text[start:stop], mark=(begin - start, end - start),
            key=f"{self.location.key}/{what}",
        )  # fmt: skip

    @property
    def is_blank(self) -> bool:
        """Whether nothing is printed."""
        return not self.folded


@dataclass(frozen=True)
class Share:
    """What of the budget is to be paid by the end of a month, in percent; None where blank."""

    month: int
    entry: Entry
    percent: Decimal | None


@dataclass(frozen=True)
class Indicator:
    """A row of the table: ``level1`` and ``level2`` are those it stands under.

    ``description`` and ``basis`` are None where the table has no such column. ``sign`` and
    ``measure`` are what columns of their own tell of the value: ≥ and 人.
    """

    number: int
    level1: str
    level2: str
    kind: IndicatorClass | None
    name: Entry
    entry: Entry
    description: Entry | None = None
    basis: Entry | None = None
    sign: str = ""
    measure: str = ""

    @cached_property
    def value(self) -> Value:
        """What is to be reached."""
        return parse_value(self.entry.text, self.sign, self.measure)

    @property
    def is_of(self) -> str:
        """The id of its class, "" where it is none that is known."""
        return self.kind.id if self.kind else ""


@dataclass
class Project:
    """A project with its performance goals.

    ``key`` names it inside its part. ``heading`` is the title above the table, ``location`` the
    place of the table. The amounts are facts, None where the table does not ask for them.
    ``has_more_sources``: the table names others, such as what is carried over.
    ``stated`` are the amounts that the text on the purpose repeats, by the same names.
    ``aspects`` are the paragraphs on this project among the goals of the whole department.
    """

    part: Part
    key: str
    name: str
    heading: Entry
    location: Location
    block: int
    code: Entry | None = None
    printed_name: Entry | None = None
    budget: Fact | None = None
    fiscal: Fact | None = None
    other: Fact | None = None
    has_more_sources: bool = False
    purpose: Entry | None = None
    stated: dict[str, Fact] = field(default_factory=dict)
    plan: tuple[Share, ...] = ()
    goals: tuple[Entry, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    aspects: tuple[Entry, ...] = ()

    @property
    def amounts(self) -> dict[str, Fact]:
        """The amounts of the table by role: ``budget``, ``fiscal``, ``other``."""
        named = {"budget": self.budget, "fiscal": self.fiscal, "other": self.other}
        return {role: fact for role, fact in named.items() if fact}
