"""Facts: everything countable that was understood, from cells and from sentences alike."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from budgetlint.disclosure.amount import Amount, Unit
    from budgetlint.disclosure.structure.outline import Part
    from budgetlint.location import Location


@dataclass(frozen=True, slots=True)
class Context:
    """What a fact is about beside its concept.

    ``part`` is the department or the unit. ``period`` is ``this`` (the fiscal year), ``last`` or
    ``end-of-last-year``. ``kind`` is ``level``, ``change``, ``rate`` (growth or fall in percent,
    signed), ``share`` (占…%), ``completion`` (完成…%) or ``direction`` (大于, 小于, 持平).
    ``statement`` and ``column`` say which table and column a cell belongs to; both are empty for
    the narrative, where ``section`` is the id of the section. ``base`` is what a change, rate,
    completion or direction compares with, empty where unsaid (``phrases.base_of``).
    """

    part: Part
    period: str = "this"
    kind: str = "level"
    statement: str = ""
    column: str = ""
    section: str = ""
    measure: str = "budget"
    base: str = ""

    @property
    def is_cell(self) -> bool:
        """Whether the fact comes from a standard table."""
        return bool(self.statement)


@dataclass(frozen=True, eq=False)
class Fact:
    """One stated quantity. Facts are compared by identity: each is one place on the page.

    ``name`` is what a quantity of the narrative is called; a cell is named by its place.
    ``value`` None is nil: a blank cell, or a row that the table does not have (``absent``).
    ``unit_missing`` marks an amount of the text printed without a unit; the unit of ``value`` is
    then the one its neighbours have. ``order`` is the place in the document; ``leaf`` tells a
    detail from a total. A ``misprinted`` number (12,34.56) is read as what is meant; of what is
    ``unreadable`` the value is open: it is None, but not nil. ``about`` is the amount that a
    percentage or a word speaks of: the change (else the level) of a rate, the level of a share, a
    completion or a direction.
    """

    concept: str
    context: Context
    value: Amount | None
    text: str
    location: Location
    name: str = ""
    order: tuple[int, int, int] = (0, 0, 0)
    leaf: bool = True
    unit_missing: bool = False
    absent: bool = False
    misprinted: bool = False
    unreadable: bool = False
    about: Fact | None = None
    wholes: tuple[Fact, ...] = ()

    @property
    def is_money(self) -> bool:
        """Whether an amount of money is stated."""
        return self.value is not None and self.value.unit.is_money

    @property
    def is_zero(self) -> bool:
        """Whether the fact counts as nothing: nil or a printed 0."""
        return self.value is None or self.value.value == 0

    def with_unit(self, unit: Unit) -> Fact:
        """The same print read in another unit."""
        if self.value is None:
            return self
        return replace(self, value=self.value.in_unit(unit))


Key = tuple[str, str, str]
"""Statement id, row key, column role."""


@dataclass
class FactSet:
    """The facts of one document, by part: cells by statement, row and column; text by concept."""

    cells: dict[int, dict[Key, Fact]] = field(default_factory=lambda: defaultdict(dict))
    texts: dict[int, list[Fact]] = field(default_factory=lambda: defaultdict(list))

    def add_cells(self, part: Part, cells: Iterable[tuple[Key, Fact]]) -> None:
        """Add the cells of a statement; the first of two with one key is kept."""
        known = self.cells[part.start]
        for key, fact in cells:
            known.setdefault(key, fact)

    def add_texts(self, part: Part, facts: Iterable[Fact]) -> None:
        """Add facts of the narrative of a part."""
        self.texts[part.start].extend(facts)

    def cell(self, part: Part, key: Key) -> Fact | None:
        """The cell with this key in a part, or None."""
        return self.cells[part.start].get(key)

    def text(self, part: Part, concept: str, period: str, kind: str) -> list[Fact]:
        """The facts that the narrative of a part states of a concept."""
        return [
            fact
            for fact in self.texts[part.start]
            if fact.concept == concept
            and fact.context.period == period
            and fact.context.kind == kind
        ]

    def __iter__(self) -> Iterator[Fact]:
        """All facts in the order of the document."""
        every = [f for cells in self.cells.values() for f in cells.values()]
        every += [f for texts in self.texts.values() for f in texts]
        return iter(sorted(every, key=lambda fact: fact.order))

    def __len__(self) -> int:
        """How many quantities are stated; rows that are absent state none."""
        cells = (fact for cells in self.cells.values() for fact in cells.values())
        return sum(not fact.absent for fact in cells) + sum(map(len, self.texts.values()))
