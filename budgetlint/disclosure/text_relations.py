"""Relations of the narrative: with the tables, with itself."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from budgetlint.disclosure.relating import equal, parse_selector
from budgetlint.disclosure.relations import Kind, RelationSet
from budgetlint.taxonomy import ConceptSpec, narrative

if TYPE_CHECKING:
    from budgetlint.disclosure.facts import Fact, FactSet
    from budgetlint.disclosure.outline import Part


def _cells(part: Part, facts: FactSet, selectors: tuple[str, ...]) -> list[Fact]:
    cells = []
    for selector in selectors:
        cell = facts.cell(part, parse_selector(selector))
        if cell and not cell.absent:
            cells.append(cell)
    return cells


def add_text_relations(part: Part, facts: FactSet, out: RelationSet) -> None:
    """The relations in which the narrative of one part takes part."""
    for concept in narrative().concepts:
        _with_tables(part, facts, concept, out)
        _repeated(part, facts, concept, out)
        _difference(part, facts, concept, out)
    for spec in narrative().sums:
        for kind, period in (("level", "this"), ("level", "last"), ("change", "this")):
            _sum(part, facts, spec.total, spec.parts, spec.without, kind, period, out)


def _with_tables(part: Part, facts: FactSet, concept: ConceptSpec, out: RelationSet) -> None:
    stated = facts.text(part, concept.id, "this", "level")
    if not stated or not concept.tables:
        return
    cells = _cells(part, facts, concept.tables)
    compared = _cells(part, facts, concept.when_equal)
    if not cells:
        out.skip(Kind.TEXT, "没有可对照的标准表")
    elif len(compared) == 2 and not equal(*compared):
        out.skip(Kind.TEXT, "基本支出不全部来自一般公共预算财政拨款，不能按基本支出表核对")
    else:
        for fact in stated:
            if concept.severity == "error" or not fact.is_zero:
                agreeing = next((cell for cell in cells if equal(cell, fact)), cells[0])
                out.add(Kind.TEXT, agreeing, [fact], concept.severity)


def _repeated(part: Part, facts: FactSet, concept: ConceptSpec, out: RelationSet) -> None:
    for period, kind in (("this", "level"), ("last", "level"), ("this", "change")):
        for one, other in pairwise(facts.text(part, concept.id, period, kind)):
            out.add(Kind.REPEATED, one, [other])
    if concept.same_as:
        usual = facts.text(part, concept.same_as, "this", "level")
        for fact in facts.text(part, concept.id, "this", "level"):
            if usual and not fact.is_zero:
                out.add(Kind.REPEATED, usual[0], [fact], concept.severity)


def _difference(part: Part, facts: FactSet, concept: ConceptSpec, out: RelationSet) -> None:
    """This year = last year + change, where the text states last year and the change."""
    last = facts.text(part, concept.id, "last", "level")
    change = facts.text(part, concept.id, "this", "change")
    if not last or not change:
        return
    now = _finest(part, facts, concept.id, "this") or next(
        iter(_cells(part, facts, concept.tables)), None
    )
    if now:
        out.add(Kind.NARRATIVE, now, [last[0], change[0]])


def _finest(part: Part, facts: FactSet, concept: str, period: str) -> Fact | None:
    """The level that the text states, or the cell of the table that prints the same more finely."""
    stated = next(iter(facts.text(part, concept, period, "level")), None)
    if stated is None or stated.value is None or period != "this":
        return stated
    for cell in _cells(part, facts, narrative().by_id[concept].tables):
        if cell.value and equal(cell, stated) and cell.value.step < stated.value.step:
            return cell
    return stated


def _sum(
    part: Part, facts: FactSet, total: str, parts: tuple[str, ...], without: tuple[str, ...],
    kind: str, period: str, out: RelationSet,
) -> None:  # fmt: skip
    totals = facts.text(part, total, period, kind)
    found = [facts.text(part, name, period, kind) for name in parts]
    barred = any(facts.text(part, name, period, kind) for name in without)
    if not totals or barred or not any(found):
        return
    if all(found):
        members = [totals[0], *(same[0] for same in found)]
        if kind == "level":
            finest = (_finest(part, facts, fact.concept, period) for fact in members)
            members = [fine or fact for fine, fact in zip(finest, members, strict=True)]
        out.add(Kind.NARRATIVE, members[0], members[1:])
    else:
        out.skip(Kind.NARRATIVE, "文字没有列全各项，不核对合计")
