"""What must hold between the amounts of a project: its split, and what its purpose repeats."""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.diagnosis.relations import Kind, RelationSet, Within
from budgetlint.disclosure.projects.purpose import read_purpose
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
    """预算数 = 财政资金 + 其他资金, in the table and in the text on the purpose, which both say the
    same; what the purpose lists is not more than the budget, a complete list is all of it."""
    for project in projects:
        purpose = read_purpose(project)
        project.stated = purpose.stated
        stated = purpose.stated
        budget = project.budget or stated.get("budget")
        if not project.has_more_sources:
            _split(project.budget, project.fiscal, project.other, out)
        _split(stated.get("budget"), stated.get("fiscal"), stated.get("other"), out)
        told = "budget" if "budget" in stated else "fiscal"
        cell, text = project.amounts.get(told), stated.get(told)
        if cell and cell.value and text:
            out.add(Kind.PROJECT, cell, [text])
        if budget and budget.value and purpose.complete:
            out.add(Kind.PROJECT, budget, purpose.items, "warning")
        elif budget and budget.value and purpose.items:
            out.include(Within(Kind.PROJECT, budget, purpose.items, "warning"))


def _split(budget: Fact | None, fiscal: Fact | None, other: Fact | None, out: RelationSet) -> None:
    parts = [fact for fact in (fiscal, other) if fact]
    if budget and any(fact.value for fact in parts):
        out.add(Kind.PROJECT, budget, parts)
