"""What must hold between the amounts of a project: its split, and what its purpose repeats."""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.diagnosis.relations import Kind, RelationSet
from budgetlint.disclosure.projects.tables import STATEMENT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from budgetlint.disclosure.facts import Fact, Key
    from budgetlint.disclosure.projects.model import Project


def project_cells(project: Project) -> Iterator[tuple[Key, Fact]]:
    """The amounts of a project as cells, so that department and unit are compared by key."""
    for role, fact in project.amounts.items():
        yield (f"{STATEMENT}:{project.key}", "budget", role), fact


def add_project_relations(projects: Iterable[Project], out: RelationSet) -> None:
    """预算数 = 财政资金 + 其他资金."""
    for project in projects:
        split = [fact for fact in (project.fiscal, project.other) if fact]
        if project.budget and any(fact.value for fact in split):
            out.add(Kind.ROW, project.budget, split)
