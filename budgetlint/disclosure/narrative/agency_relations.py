"""The list of 机关运行经费 against its total, and its items against the rows of 基本支出表.

Several items may share one row (邮电费 1.80 + 公务移动通讯补贴 5.00 = 6.80), one item may stand
for several rows (水电费). What a list leaves out is in the other rows of the table.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from budgetlint.disclosure.diagnosis.relating import equal
from budgetlint.disclosure.diagnosis.relations import Kind, Relation, Within, counted, judge
from budgetlint.disclosure.narrative.listing import SECTION
from budgetlint.disclosure.narrative.sentence_facts import ITEM
from budgetlint.fold import fold
from budgetlint.lang import say
from budgetlint.taxonomy.agency import agency

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from budgetlint.disclosure.diagnosis.relations import RelationSet
    from budgetlint.disclosure.facts import Fact, FactSet
    from budgetlint.disclosure.structure.outline import Part

_TABLE = "public-basic"
_COLUMN = "operating"
_LEAF = 5


@dataclass
class _Group:
    """Rows of the table, and the items that stand for them."""

    rows: list[Fact]
    items: list[Fact] = field(default_factory=list)

    @property
    def relation(self) -> Relation:
        first, *others = self.rows
        return Relation(Kind.TEXT, first, tuple(self.items), "error", tuple(others))


def add_agency_relations(part: Part, facts: FactSet, out: RelationSet) -> None:
    """The relations of the list of one part."""
    items = [
        fact
        for fact in facts.texts[part.start]
        if fact.context.section == SECTION and fact.concept.startswith(ITEM)
    ]
    if not items:
        return
    rows = {
        key[1]: fact
        for key, fact in facts.cells[part.start].items()
        if key[0] == _TABLE and key[2] == _COLUMN and _is_leaf(key[1]) and not fact.is_zero
    }
    groups, unknown = _matched(items, rows)
    unknown, taken = _by_amount(unknown, [*rows.values()], groups)
    total = next(iter(facts.text(part, SECTION, "this", "level")), None)
    of_table = facts.cell(part, (_TABLE, "total", _COLUMN))
    same = bool(total and of_table and equal(total, of_table))
    spare = sum((counted(item.value) for item in unknown), Decimal(0))
    comparable = _with_rows(groups, spare, same=same, out=out)
    if total and not total.is_zero:
        named = {row for group in groups for row in group.rows} | taken
        rest = [row for row in rows.values() if row not in named]
        out.include(_total(total, items, rest if comparable and not unknown else []))


def _is_leaf(code: str) -> bool:
    return code.isdigit() and len(code) == _LEAF


def _matched(items: Iterable[Fact], rows: dict[str, Fact]) -> tuple[list[_Group], list[Fact]]:
    """The rows with their items, and the items of which no row is known."""
    by_label = {fold(row.location.row_label or ""): code for code, row in rows.items()}
    groups: dict[str, _Group] = {}
    unknown = []
    for item in items:
        label = by_label.get(item.name)
        codes = (label,) if label else agency().codes(item.name)
        found = [code for code in codes if code in rows]
        if not found:
            unknown.append(item)
            continue
        same = [groups[code] for code in found if code in groups]
        group = _joined(same, [rows[code] for code in found])
        group.items.append(item)
        groups.update({code: group for code, row in rows.items() if row in group.rows})
    return list({id(group): group for group in groups.values()}.values()), unknown


def _by_amount(
    unknown: Sequence[Fact], rows: Sequence[Fact], groups: Sequence[_Group]
) -> tuple[list[Fact], set[Fact]]:
    """The items that stay unknown, and the rows that the others are by their very amounts."""
    free = [row for row in rows if all(row not in group.rows for group in groups)]
    left: list[Fact] = []
    taken: set[Fact] = set()
    for item in unknown:
        same = [row for row in free if row not in taken and equal(item, row)]
        if len(same) == 1:
            taken.add(same[0])
        else:
            left.append(item)
    return left, taken


def _joined(groups: Sequence[_Group], rows: Sequence[Fact]) -> _Group:
    every = [row for group in groups for row in group.rows] + list(rows)
    items = [item for group in groups for item in group.items]
    return _Group(list(dict.fromkeys(every)), list(dict.fromkeys(items)))


def _with_rows(groups: Sequence[_Group], spare: Decimal, *, same: bool, out: RelationSet) -> bool:
    """Items against their rows, where the list is of the same money as the table.

    Items of unknown names may be the rest of a row (``spare``). Returns whether it is.
    """
    relations = [group.relation for group in groups]
    failed = [relation for relation in relations if not judge(relation).holds]
    if len(failed) * 2 > len(relations) and not (same and len(failed) == 1):
        out.skip(Kind.TEXT, say("机关运行经费所列各项与基本支出表大多不同，可能不是同一口径"))
        return False
    for relation in relations:
        gap = _gap(relation)
        if relation in failed and 0 < gap <= spare:
            out.skip(Kind.TEXT, say("机关运行经费有的项目不知属于哪个科目，不核对可能包含它的科目"))
        else:
            out.include(relation if same else _softened(relation))
    return bool(relations)


def _gap(relation: Relation) -> Decimal:
    """What the rows have more than the items."""
    rows = (relation.total, *relation.less)
    have = sum((counted(fact.value) for fact in rows), Decimal(0))
    return have - sum((counted(fact.value) for fact in relation.parts), Decimal(0))


def _softened(relation: Relation) -> Relation:
    return Relation(relation.kind, relation.total, relation.parts, "warning", relation.less)


def _total(total: Fact, items: Sequence[Fact], rest: Sequence[Fact]) -> Relation:
    """The total is what is listed, or that and the rows not listed; else not less than the list."""
    complete = Relation(Kind.NARRATIVE, total, tuple(items), "warning")
    with_rest = Relation(Kind.NARRATIVE, total, (*items, *rest), "warning")
    if judge(complete).holds:
        return complete
    return with_rest if rest else Within(Kind.NARRATIVE, total, tuple(items))
