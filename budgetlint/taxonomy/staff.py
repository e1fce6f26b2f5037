"""How headcounts are told: ``staff.toml``, read once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from budgetlint.taxonomy.data import tables_of


@dataclass(frozen=True)
class StaffSet:
    """A headcount, and the kinds that never overlap into which it is divided.

    ``head`` matches the end of what the whole is called.
    """

    title: str
    head: re.Pattern[str]
    parts: tuple[re.Pattern[str], ...]

    def kind(self, name: str) -> int | None:
        """The number of the kind that a folded name means, if it is one of this set."""
        return next((n for n, part in enumerate(self.parts) if part.fullmatch(name)), None)


@dataclass(frozen=True)
class StaffSpec:
    """The sets, what opens a list of kinds, and what stands before a name."""

    opens: re.Pattern[str]
    before: re.Pattern[str]
    sets: tuple[StaffSet, ...]


@cache
def staff() -> StaffSpec:
    """How headcounts are told."""
    data = tables_of("staff.toml")
    return StaffSpec(
        re.compile(data["opens"]),
        re.compile(data["before"]),
        tuple(
            StaffSet(
                one["title"],
                re.compile(f"(?:{one['head']})(?:共计|合计|总计|共|有)*$"),
                tuple(map(re.compile, one["parts"])),
            )
            for one in data["sets"]
        ),
    )
