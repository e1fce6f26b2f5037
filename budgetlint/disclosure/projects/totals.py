"""The projects against the project expenditure: of the goal tables, and of a list in the text.

A budget need not publish the goals of every project, and what is left from last year may pay for
one: the goal tables are only wrong where they come to more than the project expenditure.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.diagnosis.relations import Kind, Relation, Within, judge
from budgetlint.disclosure.narrative.project_list import CONCEPT, WHOLE
from budgetlint.fold import fold
from budgetlint.lang import say
from budgetlint.taxonomy.project_lists import project_lists

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from budgetlint.disclosure.diagnosis.relations import RelationSet
    from budgetlint.disclosure.facts import Fact, FactSet
    from budgetlint.disclosure.projects.model import Project
    from budgetlint.disclosure.structure.outline import Part

_TOTAL = ("expenditure", "total", "project")
_CARRY_OVER = ("summary", "income.carry-over", "income")
_BRACKETS = str.maketrans("[]", "()")
_LEAST = 2


def add_project_totals(
    part: Part, projects: Iterable[Project], facts: FactSet, out: RelationSet
) -> None:
    """What the project expenditure of one part holds the projects against."""
    mine = [project for project in projects if project.part is part]
    _with_goal_tables(part, mine, facts, out)
    items = [fact for fact in facts.texts[part.start] if fact.concept.startswith(CONCEPT)]
    for item in items:
        budget = _budget_of(item, mine)
        if budget:
            out.add(Kind.TEXT, budget, [item])
    if len(items) >= _LEAST and items[0].about:
        _with_list(items[0].about, items, len(mine), out)


def project_expenditure(part: Part, facts: FactSet) -> Fact | None:
    """The project expenditure of a part: of 支出总表, else as the text tells it first."""
    cell = facts.cell(part, _TOTAL)
    if cell and cell.value:
        return cell
    return next(iter(facts.text(part, WHOLE, "this", "level")), None)


def budgets(projects: Iterable[Project]) -> list[Fact]:
    """The budgets that goal tables print."""
    return [project.budget for project in projects if project.budget and project.budget.value]


def _with_goal_tables(
    part: Part, projects: Sequence[Project], facts: FactSet, out: RelationSet
) -> None:
    total, parts = project_expenditure(part, facts), budgets(projects)
    if not parts or total is None:
        return
    if len(parts) < len(projects):
        out.skip(Kind.TABLE, say("有的项目没有写预算数，不与项目支出核对"))
        return
    kind = Kind.TABLE if total.context.is_cell else Kind.TEXT
    carried = facts.cell(part, _CARRY_OVER)
    severity = "error" if carried and carried.is_zero else "warning"
    exact = Relation(kind, total, tuple(parts), severity)
    if judge(exact).holds:
        out.include(exact)
    else:
        out.include(Within(kind, total, tuple(parts), severity))


def _budget_of(item: Fact, projects: Iterable[Project]) -> Fact | None:
    """The budget of the one project that has the name of an item of the list."""
    named = [project for project in projects if plain_name(project.name) == plain_name(item.name)]
    return named[0].budget if len(named) == 1 and named[0].budget else None


def plain_name(name: str) -> str:
    """A name without the word for its money, which texts add or leave out."""
    plain = fold(name).translate(_BRACKETS)
    behind = project_lists().behind.search(plain)
    return plain[: behind.start()] if behind else plain


def _with_list(total: Fact, items: Sequence[Fact], tables: int, out: RelationSet) -> None:
    """The list is all of the project expenditure, or has as many projects as there are goal
    tables; else it is not more than that."""
    exact = Relation(Kind.NARRATIVE, total, tuple(items), "warning")
    complete = judge(exact).holds or len(items) == tables
    out.include(exact if complete else Within(Kind.NARRATIVE, total, tuple(items)))
