"""How findings on performance goals are put: what is said once for many places."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from budgetlint.finding import Tally
from budgetlint.lang import say
from budgetlint.wording import beside, quoted, together

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.projects.model import Entry, Indicator, Project
    from budgetlint.finding import Observation, Severity
    from budgetlint.location import Location


def indicator_name(indicator: Indicator) -> str:
    """An indicator as people speak of it: 数量指标“站点数量”."""
    level = indicator.level2 or indicator.level1
    return say("{level}{name}", level=level, name=quoted(indicator.name.text))


def value_of(indicator: Indicator) -> str:
    """An indicator with its value: 数量指标“站点数量”的指标值“12个”."""
    return say(
        "{indicator}的指标值{value}",
        indicator=indicator_name(indicator),
        value=quoted(indicator.entry.text),
    )


def indicators(disclosure: Disclosure) -> Iterator[tuple[Project, Indicator]]:
    """All indicators, each with its project."""
    return ((p, i) for p in disclosure.projects for i in p.indicators)


def by_part(projects: Iterable[Project]) -> Iterator[list[Project]]:
    """The projects of each part of the document."""
    return (list(group) for _, group in groupby(projects, key=lambda project: project.part.start))


def once_a_part(
    disclosure: Disclosure,
    wrong: Callable[[Indicator], bool],
    message: Callable[[Indicator], str],
    severity: Severity | None = None,
    subject: str = "",
) -> Iterator[Observation]:
    """One observation a part on all indicators whose value is wrong in the same way."""
    for projects in by_part(disclosure.projects):
        found = [i for project in projects for i in project.indicators if wrong(i)]
        if found:
            places = [indicator.entry.location for indicator in found]
            yield together(message(found[0]), places, severity, subject)


def by_fault(
    disclosure: Disclosure, fault: Callable[[Indicator], tuple[str, str] | None]
) -> Iterator[Observation | Tally]:
    """One observation for each project and fault; ``fault`` gives what is wrong and how."""
    for project in disclosure.projects:
        found: dict[str, list[tuple[str, Location]]] = {}
        for indicator in project.indicators:
            if wrong := fault(indicator):
                found.setdefault(wrong[1], []).append((wrong[0], indicator.entry.location))
        for how, places in found.items():
            yield together(beside(places[0][0], how), [place for _, place in places])
        yield Tally(held=len(project.indicators) - sum(map(len, found.values())))


def entries(project: Project) -> Iterator[Entry]:
    """All texts that somebody wrote for a project: purpose, goals, and what indicators say."""
    if project.purpose:
        yield project.purpose
    yield from project.goals
    for indicator in project.indicators:
        yield indicator.name
        if indicator.description:
            yield indicator.description
