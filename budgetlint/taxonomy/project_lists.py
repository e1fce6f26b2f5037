"""How a text lists projects with their amounts: ``project-lists.toml``, read once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from budgetlint.taxonomy.data import tables_of


@dataclass(frozen=True)
class ProjectListSpec:
    """``opens`` begins a list and ``stops`` ends it; ``before`` and ``behind`` surround a name."""

    opens: re.Pattern[str]
    stops: re.Pattern[str]
    before: re.Pattern[str]
    behind: re.Pattern[str]


@cache
def project_lists() -> ProjectListSpec:
    """How a text lists projects with their amounts."""
    data = tables_of("project-lists.toml")
    return ProjectListSpec(
        re.compile(data["opens"]),
        re.compile(data["stops"]),
        re.compile(data["before"]),
        re.compile(f"(?:{data['behind']})$"),
    )
