"""Relations of the narrative of final accounts: with the tables, with itself."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from budgetlint.disclosure.amount import ZERO
from budgetlint.disclosure.diagnosis.rate_relations import (
    add_comparison,
    add_completion,
    add_growth,
    add_shares,
)
from budgetlint.disclosure.diagnosis.relating import equal, parse_selector
from budgetlint.disclosure.diagnosis.relations import (
    Kind,
    Relation,
    RelationSet,
    Within,
    counted,
    judge,
)
from budgetlint.disclosure.narrative.final_items import ItemTable, level_of
from budgetlint.disclosure.narrative.final_sentences import UNKNOWN
from budgetlint.disclosure.narrative.sentence_facts import ITEM
from budgetlint.lang import say
from budgetlint.taxonomy.final import ItemsSpec, QuantitySpec, SumSpec, final_narrative

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from budgetlint.disclosure.facts import Fact, FactSet
    from budgetlint.disclosure.structure.outline import Part

_INITIAL, _ANNUAL = "initial", "annual"
_BUDGETS = (_INITIAL, _ANNUAL, "budget")
_LAST = "last"
_LAST_YEARS = ("last", "last-final")
_FUNCTIONS = "public-expenditure"


class _Narrative:
    """The facts that the narrative of one part states, and the relations between them."""

    def __init__(self, part: Part, facts: FactSet, out: RelationSet) -> None:
        self.part = part
        self.facts = facts
        self.out = out
        self.texts = facts.texts[part.start]
        self.spec = final_narrative()

    # ------------------------------------------------------------------ looking facts up
    def stated(
        self, concept: str, *, kind: str = "level", measure: str = "final", period: str = "this",
        base: str = "",
    ) -> list[Fact]:  # fmt: skip
        """What the text states of a quantity, in order."""
        return [
            fact
            for fact in self.texts
            if fact.concept == concept
            and (fact.context.kind, fact.context.measure) == (kind, measure)
            and fact.context.period == period
            and (not base or fact.context.base == base)
        ]

    def cells(self, quantity: QuantitySpec, measure: str = "final") -> list[Fact]:
        """The cells of the tables that state the same."""
        keys = map(parse_selector, quantity.tables.get(measure, ()))
        found = (self.facts.cell(self.part, key) for key in keys)
        return [cell for cell in found if cell and not cell.absent]

    def known(self, concept: str) -> list[Fact]:
        """What is stated of a quantity this year: the prints of the text, else a cell."""
        quantity = self.spec.by_id.get(concept)
        return self.stated(concept) or (self.cells(quantity)[:1] if quantity else [])

    # ------------------------------------------------------------------ equalities
    def with_tables(self, quantity: QuantitySpec, measure: str) -> None:
        """A quantity is what one of its cells says."""
        stated = self.stated(quantity.id, measure=measure)
        if measure == _INITIAL and self.stated(quantity.id, measure=_ANNUAL):
            return
        cells = self.cells(quantity, measure)
        if not cells and not all(fact.is_zero for fact in stated):
            self.out.skip(Kind.TEXT, say("没有可对照的标准表"))
        severity = "warning" if measure == _INITIAL else "error"
        for fact in stated if cells else ():
            agreeing = next((cell for cell in cells if equal(cell, fact)), cells[0])
            self.out.add(Kind.TEXT, agreeing, [fact], severity)

    def repeated(self) -> None:
        """A quantity printed more than once is the same everywhere; an item may be told by unit."""
        same: dict[tuple[str, ...], list[Fact]] = defaultdict(list)
        for fact in self.texts:
            context = fact.context
            item = fact.concept.startswith(ITEM)
            if context.kind in ("level", "change") and context.period != "other" and not item:
                key = (fact.concept, fact.name, context.kind, context.measure, context.period)
                same[*key, context.base].append(fact)
        for facts in same.values():
            for one, other in pairwise(facts):
                self.out.add(Kind.REPEATED, one, [other])

    def within(self, quantity: QuantitySpec) -> None:
        """机关运行经费 is 公用经费, or a part of it where there are other units."""
        whole = self.cells(self.spec.by_id[quantity.within])[:1] or self.stated(quantity.within)[:1]
        table = ItemTable(self.part, self.facts, _FUNCTIONS)
        all_of_it = bool(table.cells) and not table.has_row(quantity.whole_unless)
        for fact in self.stated(quantity.id) if whole else ():
            if fact.is_zero:
                continue
            if all_of_it:
                kind = Kind.TEXT if whole[0].context.is_cell else Kind.REPEATED
                self.out.add(kind, whole[0], [fact], "warning")
            else:
                self._at_most(whole[0], [fact], "warning")

    # ------------------------------------------------------------------ sums and differences
    def sum(self, spec: SumSpec, kind: str, measure: str, base: str = "") -> None:
        """A total and its parts. A part that the text leaves out is nothing where its cell says
        so; else the parts only cannot exceed the total."""
        found = {
            name: self.stated(name, kind=kind, measure=measure, base=base)
            for name in (spec.total, *spec.parts, *spec.less)
        }
        totals, parts, less = (
            [fact for name in names for fact in _by_name(found[name])]
            for names in ((spec.total,), spec.parts, spec.less)
        )
        if not totals or not parts:
            return
        left_out = [name for name, facts in found.items() if not facts]
        complete = not left_out or (
            kind == "level" and all(self._is_nothing(name, measure) for name in left_out)
        )
        if complete and not spec.open:
            self.out.add(Kind.NARRATIVE, totals[0], parts, spec.severity, less)
        elif kind == "level" and not spec.less:
            self._at_most(totals[0], parts, spec.severity)
        else:
            self.out.skip(Kind.NARRATIVE, say("文字没有列全各项，不核对合计"))

    def _at_most(self, total: Fact, parts: Sequence[Fact], severity: str = "error") -> None:
        self.out.include(Within(Kind.NARRATIVE, total, tuple(parts), severity))

    def _is_nothing(self, part: str, measure: str) -> bool:
        cells = self.cells(self.spec.by_id[part], measure)
        return bool(cells) and all(cell.is_zero for cell in cells)

    def difference(self, change: Fact) -> None:
        """This year = what it is compared with + the change, where the text states all three; where
        it does not say what was before, that cannot have been less than nothing."""
        now, before = self._near(change), self._compared(change)
        if now and before:
            self.out.add(Kind.NARRATIVE, now, [before, change])
        elif now and change.value and change.value.value > 0:
            self._at_most(now, [change])

    def _compared(self, change: Fact) -> Fact | None:
        """The level that a change starts from."""
        base, concept = change.context.base, change.concept
        if base in _BUDGETS:
            return next(iter(self.stated(concept, measure=base)), None)
        last = self.stated(concept, period=_LAST) if base in _LAST_YEARS else []
        # This year's amount under last year's date is a slip in the year, not in the amounts.
        now = self.known(concept)
        return next((fact for fact in last if not any(equal(fact, other) for other in now)), None)

    def _near(self, fact: Fact) -> Fact | None:
        """The level of the quantity of a fact that stands nearest before it, else any."""
        stated = [f for f in self.stated(fact.concept) if f.context.period == fact.context.period]
        own = [f for f in stated if f.context.section == fact.context.section]
        before = [f for f in own or stated if f.order < fact.order]
        return next(reversed(before), None) or next(iter(own or stated), None)

    # ------------------------------------------------------------------ percentages and words
    def rate(self, rate: Fact) -> None:
        """增长5%: of what was before."""
        change = rate.about if rate.about and rate.about.context.kind == "change" else None
        spec = self.spec.by_id.get(rate.concept)
        named = (rate.concept, *(spec.may_mean if spec else ()))
        now = self._near(rate) or next((f for name in named for f in self.known(name)), None)
        add_growth(self.out, rate, change=change, now=now, last=self._compared(change or rate))

    def shares(self) -> None:
        """占5%: of what is named, else of the whole of which the quantity is a part."""
        lists: dict[tuple[str, int, tuple[str, ...]], list[Fact]] = defaultdict(list)
        for fact in self.texts:
            if fact.context.kind == "share":
                wholes = self._wholes(fact)
                lists[fact.context.section, fact.order[0], wholes].append(fact)
        for (_, _, wholes), shares in lists.items():
            known = [fact for whole in wholes for fact in self._wholes_before(whole, shares[0])]
            add_shares(self.out, shares, known)

    def _wholes(self, share: Fact) -> tuple[str, ...]:
        base = share.context.base
        if base:
            return () if base == UNKNOWN else self._named_wholes(share, self.spec.by_id[base])
        if share.concept.startswith(ITEM):
            section = share.context.section
            return tuple(i.total for i in self.spec.items if i.section == section)
        return self.spec.by_id[share.concept].share_of

    def _named_wholes(self, share: Fact, named: QuantitySpec) -> tuple[str, ...]:
        """What a share names; where that is explained in other sections (占总支出的), first the
        whole of its own section."""
        own = self.spec.by_id.get(share.concept)
        elsewhere = own is not None and share.context.section not in named.sections
        first = own.share_of if own and elsewhere else ()
        return tuple(dict.fromkeys((*first, named.id, *named.may_mean)))

    def _wholes_before(self, concept: str, share: Fact) -> list[Fact]:
        """The print of a whole that is nearest before the share; nothing is a share of itself."""
        known = self.known(concept) if concept != share.concept else []
        before = [fact for fact in known if fact.order < share.order or fact.context.is_cell]
        return (before or known)[-1:]

    def completion(self, fact: Fact) -> None:
        """完成预算的95%, 决算数小于预算数."""
        spent = fact.about or self._near(fact)
        if spent is None:
            self.out.skip(Kind.PERCENTAGE, say("文字没有给出计算完成比例所需的决算数"))
            return
        budgets = [
            f for f in self.texts
            if f.concept == fact.concept and f.context.section == fact.context.section
            and f.context.kind == "level" and f.context.measure in _BUDGETS
        ]  # fmt: skip
        severity = "error"
        if not budgets and fact.concept in self.spec.by_id:
            budgets = self.cells(self.spec.by_id[fact.concept], "budget")
            severity = "warning" if fact.context.base == _INITIAL else "error"
        add = add_completion if fact.context.kind == "completion" else add_comparison
        add(self.out, fact, spent, budgets, severity=severity)

    # ------------------------------------------------------------------ items
    def items(self, spec: ItemsSpec) -> None:
        """The items that a section explains: each as its row, all together as the total."""
        own = [
            f for f in self.texts
            if f.context.section == spec.section and f.concept.startswith(ITEM)
            and (f.context.kind, f.context.period) == ("level", "this")
        ]  # fmt: skip
        table = ItemTable(self.part, self.facts, spec.table)
        prints: dict[str, list[Fact]] = defaultdict(list)
        for fact in own:
            if fact.context.measure == "final":
                prints[fact.concept].append(fact)
        for same in prints.values():
            self._with_row(same, table)
        for level in (0, 2):
            for measure in ("final", *_BUDGETS):
                listed = _by_concept(
                    f for f in own if level_of(f.concept) == level and f.context.measure == measure
                )
                self._sum_items(spec, listed, table, level, measure)

    def _with_row(self, same: list[Fact], table: ItemTable) -> None:
        """The prints of one item: each as its row, or together, where units are told apart."""
        code = table.code_of(same[0].concept)
        if code is None:
            reason = say("表中没有与文字同名的科目" if table.cells else "没有可对照的标准表")
            self.out.skip(Kind.TEXT, reason)
            return
        together = Relation(Kind.TEXT, table.cells[code], tuple(same))
        if judge(together).holds:
            self.out.include(together)
        else:
            for fact in same:
                self.out.add(Kind.TEXT, table.cells[code], [fact])

    def _sum_items(
        self, spec: ItemsSpec, listed: list[Fact], table: ItemTable, level: int, measure: str
    ) -> None:
        totals = [
            f for f in self.stated(spec.total, measure=measure) if f.context.section == spec.section
        ]  # fmt: skip
        if not totals or not listed:
            return
        codes = {table.code_of(fact.concept) for fact in listed}
        if not table.cells or not table.stated(level) <= codes:
            self._at_most(totals[-1], listed)
            return
        together = sum((counted(fact.value) for fact in listed), start=ZERO)
        # What had a budget and nothing spent may be left out of the list.
        unsure = measure != "final" and together < counted(totals[-1].value)
        severity = "warning" if unsure else "error"
        self.out.add(Kind.NARRATIVE, totals[-1], listed, severity)


def _by_name(facts: Iterable[Fact]) -> list[Fact]:
    """Of the prints of one quantity the first, of several of one kind each first."""
    return list({fact.name: fact for fact in reversed(list(facts))}.values())[::-1]


def _by_concept(facts: Iterable[Fact]) -> list[Fact]:
    return list({fact.concept: fact for fact in reversed(list(facts))}.values())[::-1]


def add_final_relations(part: Part, facts: FactSet, out: RelationSet) -> None:
    """The relations in which the narrative of one part takes part."""
    narrative, spec = _Narrative(part, facts, out), final_narrative()
    for quantity in spec.quantities:
        for measure in quantity.tables:
            narrative.with_tables(quantity, measure)
        if quantity.within:
            narrative.within(quantity)
    narrative.repeated()
    for each in spec.sums:
        for measure in ("final", *_BUDGETS):
            narrative.sum(each, "level", measure)
        narrative.sum(each, "change", "final", _LAST)
    for items in spec.items:
        narrative.items(items)
    for fact in facts.texts[part.start]:
        match fact.context.kind:
            case "change":
                narrative.difference(fact)
            case "rate":
                narrative.rate(fact)
            case "completion" | "direction":
                narrative.completion(fact)
    narrative.shares()
