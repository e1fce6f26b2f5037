"""Relations of the narrative: with the tables, with itself."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from budgetlint.disclosure.diagnosis.rate_relations import add_growth, add_listed_shares
from budgetlint.disclosure.diagnosis.rates import Terms, direction, ratio
from budgetlint.disclosure.diagnosis.relating import equal, parse_selector
from budgetlint.disclosure.diagnosis.relations import Kind, Relation, RelationSet, Within, judge
from budgetlint.disclosure.narrative.agency_relations import add_agency_relations
from budgetlint.disclosure.narrative.phrases import same_base
from budgetlint.lang import say
from budgetlint.taxonomy.budget import ConceptSpec, narrative

if TYPE_CHECKING:
    from budgetlint.disclosure.facts import Fact, FactSet
    from budgetlint.disclosure.structure.outline import Part
    from budgetlint.taxonomy.budget import SumSpec


_STATED = (
    ("level", "this"), ("level", "last"), ("level", "end-of-last-year"), ("change", "this"),
)  # fmt: skip


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
        _with_comparison(part, facts, concept, out)
        _repeated(part, facts, concept, out)
        _difference(part, facts, concept, out)
        _rates(part, facts, concept, out)
    _shares(part, facts, out)
    add_agency_relations(part, facts, out)
    for spec in narrative().sums:
        for kind, period in _STATED:
            _sum(part, facts, spec, kind, period, out)


def _with_tables(part: Part, facts: FactSet, concept: ConceptSpec, out: RelationSet) -> None:
    stated = facts.text(part, concept.id, "this", "level")
    if not stated or not concept.tables:
        return
    cells = _cells(part, facts, concept.tables)
    compared = _cells(part, facts, concept.when_equal)
    if not cells:
        out.skip(Kind.TEXT, say("没有可对照的标准表"))
    elif len(compared) == 2 and not equal(*compared):
        out.skip(Kind.TEXT, say("基本支出不全部来自一般公共预算财政拨款，不能按基本支出表核对"))
    else:
        for fact in stated:
            if concept.severity == "error" or not fact.is_zero:
                agreeing = next((cell for cell in cells if equal(cell, fact)), cells[0])
                out.add(Kind.TEXT, agreeing, [fact], concept.severity)


def _with_comparison(part: Part, facts: FactSet, concept: ConceptSpec, out: RelationSet) -> None:
    """Last year's amount and the change against a table that compares the years."""
    for period, kind, selectors in (
        ("last", "level", concept.last),
        ("this", "change", concept.change),
    ):
        cells = _cells(part, facts, selectors)
        for fact in facts.text(part, concept.id, period, kind) if cells else ():
            base, measure = fact.context.base, cells[0].context.measure
            if base == "last-final" if measure == "final" else same_base(base, "last-budget"):
                agreeing = next((cell for cell in cells if equal(cell, fact)), cells[0])
                out.add(Kind.TEXT, agreeing, [fact])


def _repeated(part: Part, facts: FactSet, concept: ConceptSpec, out: RelationSet) -> None:
    own = concept.period or "this"
    for period, kind in ((own, "level"), ("last", "level"), ("this", "change")):
        for one, other in pairwise(facts.text(part, concept.id, period, kind)):
            level = next((f for f in (one, other) if _is_level(f)), None)
            if not _same_base(one, other):
                continue
            if level and not (one.is_zero and other.is_zero):
                out.include(direction(level, Terms((other if level is one else one,))))
            else:
                out.add(Kind.REPEATED, one, [other])
    if concept.same_as:
        usual = facts.text(part, concept.same_as, "this", "level")
        for fact in facts.text(part, concept.id, "this", "level"):
            if usual and not fact.is_zero:
                out.add(Kind.REPEATED, usual[0], [fact], concept.severity)


def _is_level(change: Fact) -> bool:
    """Whether a change is told in a word without an amount: 与上年持平."""
    return change.context.kind == "change" and bool(change.value and change.value.is_nothing)


def _difference(part: Part, facts: FactSet, concept: ConceptSpec, out: RelationSet) -> None:
    """This year = last year + change, where the text states last year and the change."""
    last = facts.text(part, concept.id, "last", "level")
    change = facts.text(part, concept.id, "this", "change")
    pair = next(((one, by) for one in last for by in change if _same_base(one, by)), None)
    if pair is None:
        return
    now = _now(part, facts, concept, pair[1])
    fitting = [fact for fact in now if judge(Relation(Kind.NARRATIVE, fact, pair)).holds]
    if now:
        out.add(Kind.NARRATIVE, (fitting or now)[0], pair)


def _same_base(one: Fact, other: Fact) -> bool:
    return same_base(one.context.base, other.context.base)


def _now(part: Part, facts: FactSet, concept: ConceptSpec, seen_from: Fact) -> list[Fact]:
    """This year's level: as the text states it nearest before a place, else as the tables do."""
    stated = facts.text(part, concept.id, "this", "level")
    if not stated:
        return _cells(part, facts, concept.tables)
    before = [fact for fact in stated if fact.order <= seen_from.order]
    nearest = before[-1] if before else stated[0]
    return [_finer(part, facts, nearest)]


def _rates(part: Part, facts: FactSet, concept: ConceptSpec, out: RelationSet) -> None:
    """Rates of growth against the change, or against the levels of both years."""
    for rate in facts.text(part, concept.id, "this", "rate"):
        change = _change_of(part, facts, rate)
        now = _now(part, facts, concept, rate)
        last = [
            fact
            for fact in facts.text(part, concept.id, "last", "level")
            if _same_base(fact, change or rate) and fact.order[0] == rate.order[0]
        ]
        told = bool(last or facts.text(part, concept.id, "this", "level"))
        sure = concept.severity == "error" and told
        level = next((n for n in now if change and _agrees(rate, change, n)), None)
        add_growth(
            out, rate, change=change, now=level or next(iter(now), None),
            last=last[-1] if last else None, severity="error" if sure else "warning",
        )  # fmt: skip


def _change_of(part: Part, facts: FactSet, rate: Fact) -> Fact | None:
    """The change that a rate expresses: told right before it, else after it in the paragraph."""
    if rate.about and rate.about.context.kind == "change":
        return rate.about
    changes = facts.text(part, rate.concept, "this", "change")
    here = [c for c in changes if c.order[0] == rate.order[0] and _same_base(c, rate)]
    return here[0] if len(here) == 1 else None


def _agrees(rate: Fact, change: Fact, now: Fact) -> bool:
    return judge(ratio(rate, Terms((change,)), Terms((now,), (change,)))).holds


def _shares(part: Part, facts: FactSet, out: RelationSet) -> None:
    """Shares against their totals, sentence by sentence."""
    shares = [fact for fact in facts.texts[part.start] if fact.context.kind == "share"]
    for _, group in groupby(shares, key=lambda fact: (fact.order[0], fact.wholes[-1:])):
        listed = [(share, _wholes(part, facts, share)) for share in group]
        sure = all(share.wholes for share, _ in listed)
        add_listed_shares(out, listed, severity="error" if sure else "warning")


def _wholes(part: Part, facts: FactSet, share: Fact) -> list[Fact]:
    """What a share can be of: what its sentence names or opens, else the total that it belongs to
    by definition."""
    named = share.context.base
    if named:
        concept = narrative().by_id.get(named)
        cells = _cells(part, facts, concept.tables) if concept else []
        return [_finer(part, facts, fact) for fact in share.wholes] or cells
    totals = [spec.total for spec in narrative().sums if share.concept in spec.parts]
    parents = [fact for total in totals for fact in facts.text(part, total, "this", "level")]
    opened = sorted(share.wholes, key=lambda fact: fact not in parents)
    return [fact for fact in dict.fromkeys((*opened, *parents)) if _can_hold(fact, share.about)]


def _can_hold(whole: Fact, part: Fact | None) -> bool:
    """Whether one amount is not less than another: what is less is not its total."""
    if part is None or whole.value is None or part.value is None:
        return False
    return whole.value.yuan + whole.value.step >= part.value.yuan


def _finer(part: Part, facts: FactSet, stated: Fact) -> Fact:
    """The level that the text states, or the cell of the table that prints the same more finely."""
    concept = narrative().by_id.get(stated.concept)
    if concept is None or stated.value is None or stated.context.period != "this":
        return stated
    for cell in _cells(part, facts, concept.tables):
        if cell.value and equal(cell, stated) and cell.value.step < stated.value.step:
            return cell
    return stated


def _sum(
    part: Part, facts: FactSet, spec: SumSpec, kind: str, period: str, out: RelationSet
) -> None:
    """A total and its parts; where not all are stated, they cannot be more than the total."""

    def stated(names: tuple[str, ...]) -> list[Fact]:
        found = [facts.text(part, name, period, kind)[:1] for name in names]
        first = [fact for same in found for fact in same]
        return [_finer(part, facts, fact) for fact in first] if kind == "level" else first

    totals, parts, apart = stated((spec.total,)), stated(spec.parts), stated(spec.apart)
    members = [*parts, *stated(spec.optional)]
    if not totals or not parts or stated(spec.without):
        return
    total, closed = totals[0], len(parts) == len(spec.parts)
    if closed and all(_same_base(total, fact) for fact in members):
        ways = [Relation(Kind.NARRATIVE, total, (*members, *apart), spec.severity)]
        if apart:
            ways.append(Relation(Kind.NARRATIVE, total, tuple(members), spec.severity))
        out.include(next((way for way in ways if judge(way).holds), ways[0]))
    else:
        out.skip(Kind.NARRATIVE, say("文字没有列全各项，不核对合计"))
        if kind == "level":
            out.include(Within(Kind.NARRATIVE, total, tuple(members)))
