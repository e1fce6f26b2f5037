"""Where something stands: the logical place, the same in every format, and the physical one."""

from __future__ import annotations

from dataclasses import dataclass

from budgetlint.document import NOWHERE, Position


@dataclass(frozen=True, slots=True)
class PartRef:
    """A part of the disclosure: the department or one of its units."""

    kind: str
    entity: str | None = None
    code: str | None = None


@dataclass(frozen=True, slots=True)
class TableRef:
    """A table by its number in the template (None if it is no standard table) and its title."""

    number: int | None
    title: str


@dataclass(frozen=True, slots=True)
class Location:
    """A place in a disclosure, for people and for machines.

    ``row`` counts the rows of the logical table from 1, below header and 栏次, after pages were
    joined. ``text`` is the excerpt as printed; ``mark`` the slice of it that is wrong.
    ``key`` names the logical place for the fingerprint (table id, row and column role, or section
    and concept); it holds no page, line or value.
    """

    part: PartRef | None = None
    section: str | None = None
    table: TableRef | None = None
    row: int | None = None
    row_code: str | None = None
    row_label: str | None = None
    column_label: str | None = None
    text: str = ""
    mark: tuple[int, int] | None = None
    position: Position = NOWHERE
    key: str = ""

    @property
    def marked(self) -> str:
        """What is wrong, as printed: the marked slice of the excerpt, or all of it."""
        start, stop = self.mark or (0, len(self.text))
        return self.text[start:stop]
