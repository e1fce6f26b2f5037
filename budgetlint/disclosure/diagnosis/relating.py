"""Building the relations of one disclosure from the specifications in the data files."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from budgetlint.disclosure.amount import same_quantity
from budgetlint.disclosure.diagnosis.rates import Terms, ratio
from budgetlint.disclosure.diagnosis.relations import Kind, Relation, RelationSet, Within, judge
from budgetlint.disclosure.facts import Context, Fact, FactSet, Key
from budgetlint.disclosure.tables.cells import LEAF_LENGTH, concept_of
from budgetlint.lang import listed, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from budgetlint.disclosure.structure.outline import Part
    from budgetlint.disclosure.tables.statements import Statement
    from budgetlint.taxonomy import RelationSpec, Template

_SELECTOR = re.compile(r"(?P<statement>[\w-]+):(?P<row>[^@]+)@(?P<column>.+)")
_NOT_FISCAL = ("special-account", "undertaking", "operating", "superior", "subsidiary", "other")
_CROSSED_OUT = ("—", "——")
"""How forms cross out a cell that takes no number; a hyphen is how some print a 0."""
_MOST_DIFFERING_CELLS = 3
"""One cell in so many may differ between a department and its units; with more, other units are
taken to be missing and nothing is compared."""
_NOT_THE_ONLY_UNIT = "单位的收支总额与部门不同，部门另有不属于该单位的收支"
_MOSTLY_DIFFERENT = "单位的数字与部门大多不同，该单位可能不是部门的唯一单位"
_LISTS = ("procurement", "asset-plan")
_PER_ITEM = ("price", "funds", "quantity")
_NOT_ALL_UNITS = "各单位的数字之和与部门大多不同，文档可能没有列全所属单位"


def parse_selector(selector: str) -> Key:
    """The statement, row and column that ``summary:income.total@income`` names.

    Raises:
        ValueError: it names none.
    """
    match = _SELECTOR.fullmatch(selector)
    if match is None:
        raise ValueError(f"relation selector: {selector}")
    return match["statement"], match["row"], match["column"]


@dataclass
class _Builder:
    """Builds the relations of one part."""

    part: Part
    facts: FactSet
    statements: dict[str, Statement]
    template: Template
    out: RelationSet

    # ------------------------------------------------------------------ looking facts up
    @cached_property
    def codes(self) -> list[str]:
        """All codes of functional expenditure that any table of this part has."""
        found = {
            row.code
            for s in self.statements.values()
            if s.spec.rows.get("code") == "function"
            for row in s.rows
            if row.code.isdigit()
        }
        found |= {key for key in self._rows_of("summary") if key.isdigit()}
        return sorted(found)

    @cached_property
    def names(self) -> dict[str, str]:
        """The name that some table of this part prints for each code."""
        return {
            row.code: row.label for s in self.statements.values() if s.by_code for row in s.rows
        }

    def _rows_of(self, statement: str) -> set[str]:
        return {key[1] for key in self.facts.cells[self.part.start] if key[0] == statement}

    def cell(self, key: Key) -> Fact | None:
        """The cell; an absent row counts as nil where the table has rows; None without the table
        or without the column."""
        found = self.facts.cell(self.part, key)
        if found:
            return found
        statement = self.statements.get(key[0])
        if statement is None or not any(c and c.role == key[2] for c in statement.columns):
            return None
        if key[1] in statement.missing_codes:
            return None
        named = not key[1][:1].isdigit() and not (statement.by_code and key[1] == "total")
        if named and not statement.is_empty:
            return None
        column = statement.column(key[2])
        code = key[1] if key[1].isdigit() else None
        location = replace(
            statement.location(), row_code=code, column_label=column.title,
            row_label=self.names.get(key[1]) if code else "合计", key="/".join(key),
        )  # fmt: skip
        fact = Fact(
            concept_of(statement, key[1]),
            Context(self.part, statement=key[0], column=key[2]),
            None, "", location, order=(statement.block, 0, 0), absent=True,
        )  # fmt: skip
        self.facts.cells[self.part.start][key] = fact
        return fact

    def group(self, key: Key) -> list[Fact]:
        """The cells of a group of lines (``income.lines``) in one column."""
        statement = self.statements.get(key[0])
        if statement is None:
            return []
        role = next((c.of for c in statement.spec.columns if c.role == key[2]), None)
        keys = [row.keys[role] for row in statement.rows if role and row.groups.get(role) == key[1]]
        if key[1] == "expenditure.lines":
            keys += [code for code in self.codes if len(code) == 3 and code not in keys]
        cells = (self.cell((key[0], k, key[2])) for k in keys)
        return [cell for cell in cells if cell]

    def resolve(self, selector: str) -> list[Fact]:
        """The facts that a selector names; none where the table is missing."""
        key = parse_selector(selector)
        if key[1].endswith(".lines"):
            return self.group(key)
        cell = self.cell(key)
        return [cell] if cell else []

    def present(self, selector: str) -> bool:
        """Whether the table has this row, and asks for a number in it."""
        found = self.facts.cell(self.part, parse_selector(selector))
        return found is not None and not found.absent and found.text not in _CROSSED_OUT

    # ------------------------------------------------------------------ inside and between tables
    def build(self, spec: RelationSpec) -> None:
        kind = Kind(spec.kind)
        if kind is Kind.ROW:
            self._rows(spec)
        elif kind is Kind.PERCENTAGE:
            self._percentages(spec)
        elif kind is Kind.HIERARCHY:
            for name in spec.statements:
                self._hierarchy(name)
        else:
            for each in spec.each or ("",):
                self._equation(kind, spec, each)

    def _rows(self, spec: RelationSpec) -> None:
        statement = self.statements.get(spec.statement)
        if statement is None:
            return
        printed = {column.role for column in statement.columns if column}
        if spec.less and not printed.issuperset((spec.total, *spec.parts, *spec.less)):
            return
        label_of = statement.spec.column(spec.total).of or "code"
        for row in statement.rows:
            key = row.keys.get(label_of, "")
            total = self.facts.cell(self.part, (spec.statement, key, spec.total))
            parts = [self.facts.cell(self.part, (spec.statement, key, p)) for p in spec.parts]
            less = [self.facts.cell(self.part, (spec.statement, key, p)) for p in spec.less]
            if total and any(parts):
                known = [part for part in parts if part]
                self.out.add(Kind.ROW, total, known, spec.severity, [x for x in less if x])

    def _percentages(self, spec: RelationSpec) -> None:
        """A column of rates: the part over the base that is taken off in each row; a rate without
        a sign is none of the wrong sign."""
        statement = self.statements.get(spec.statement)
        for row in statement.rows if statement else ():
            key = next(iter(row.keys.values()), "")
            rate, by, of = (
                self.facts.cell(self.part, (spec.statement, key, role))
                for role in (spec.total, *spec.parts, *spec.less)
            )
            if rate and rate.value and by and of:
                self.out.include(ratio(rate, Terms((by,)), Terms((of,)), severity=spec.severity))

    def _hierarchy(self, name: str) -> None:
        statement = self.statements.get(name)
        if statement is None or statement.is_empty:
            return
        children = self._children(statement)
        columns = [c.role for c in statement.columns if c and c.kind == "amount"]
        for parent, below in children.items():
            for column in columns:
                total = self.cell((name, parent, column))
                parts = [cell for code in below if (cell := self.cell((name, code, column)))]
                if total and parts and not total.absent:
                    self.out.add(Kind.HIERARCHY, total, parts)

    def _children(self, statement: Statement) -> dict[str, list[str]]:
        """Parent code → child codes: by prefix where the parent is there, else by place."""
        coded = [row.code for row in statement.rows if row.has_code and not row.repeats]
        own = set(coded)
        children: dict[str, list[str]] = defaultdict(list)
        above: dict[int, str] = {}
        leaf = LEAF_LENGTH[statement.spec.rows["code"]]
        for code in coded:
            digits = code.partition("#")[0]
            level = len(digits) if digits.isdigit() else leaf
            above = {lv: c for lv, c in above.items() if lv < level}
            by_place = above[max(above)] if above else "total"
            children[_parent(digits, own, statement.missing_codes) or by_place].append(code)
            above[level] = code
        if statement.spec.rows["code"] == "function":
            for code in self.codes:
                parent = code[:-2] if len(code) > 3 else "total"
                left_out = code not in own and code not in statement.missing_codes
                if left_out and (parent in own or parent == "total"):
                    children[parent].append(code)
        return children

    def _equation(self, kind: Kind, spec: RelationSpec, each: str) -> None:
        if not all(self.present(s.format(each=each)) for s in spec.needs_all):
            return
        if any(self.present(s.format(each=each)) for s in spec.needs_none):
            return
        reason = self._condition(spec) or self._unknown_row(kind, spec, each)
        for code in self._codes_for(spec.total):
            fill = {"each": each, "code": code, "class": code}
            totals = self.resolve(spec.total.format(**fill))
            parts = [self.resolve(p.format(**fill)) for p in spec.parts]
            complete = all(parts) if kind is Kind.TABLE else any(parts)
            if reason:
                self.out.skip(kind, reason)
            elif totals and complete:
                flat = [fact for found in parts for fact in found]
                if spec.at_most:
                    self.out.include(Within(kind, totals[0], tuple(flat), spec.severity))
                else:
                    self.out.add(kind, totals[0], flat, spec.severity)
            else:
                self.out.skip(kind, self._missing(spec))

    def _unknown_row(self, kind: Kind, spec: RelationSpec, each: str) -> str:
        """Why a sum of rows cannot be tested: a row of unknown meaning may belong to it."""
        name, _, column = parse_selector(spec.total.replace("{each}", each))
        statement = self.statements.get(name)
        if kind is not Kind.BALANCE or statement is None or self._adds_nothing(spec):
            return ""
        role = next((c.of for c in statement.spec.columns if c.role == column), None)
        for row in statement.rows if role else ():
            key = row.keys.get(role or "", "")
            cell = self.facts.cell(self.part, (name, key, column))
            if key.startswith("line:") and role not in row.groups and cell and not cell.is_zero:
                name = key.removeprefix("line:")
                return say("《{title}》有不认识的项目“{name}”", title=statement.title, name=name)
        return ""

    @staticmethod
    def _adds_nothing(spec: RelationSpec) -> bool:
        """Whether the relation holds one row against another."""
        return len(spec.parts) == 1 and "lines" not in spec.parts[0]

    def _codes_for(self, selector: str) -> Iterator[str]:
        if "{class}" in selector:
            yield from (code for code in self.codes if len(code) == 3)
        elif "{code}" in selector:
            yield from self.codes
        else:
            yield ""

    def _missing(self, spec: RelationSpec) -> str:
        wanted = {s.partition(":")[0] for s in (spec.total, *spec.parts)}
        titles = [s.title for s in self.template.statements if s.id in wanted]
        absent = [
            s.title
            for s in self.template.statements
            if s.id in wanted and s.id not in self.statements
        ]
        if absent:
            return say("缺少{titles}", titles=listed(f"《{title}》" for title in absent))
        return say("表中没有这一项：{titles}", titles=listed(f"《{title}》" for title in titles))

    def _condition(self, spec: RelationSpec) -> str:
        """Why the relation does not apply, or ""."""
        for selector in spec.when_zero:
            if any(not fact.is_zero for fact in self.resolve(selector)):
                return say("有结转结余，收入与支出不必逐项相等")
        if spec.when_fiscal_only and not self.fiscal_only:
            return say("有财政拨款以外的收支，支出总表与财政拨款支出表不必相等")
        return ""

    @cached_property
    def fiscal_only(self) -> bool:
        """Whether all money is fiscal appropriation: by the totals, or by the income columns."""
        all_money = self.resolve("summary:expenditure.current@expenditure")
        fiscal = self.resolve("fiscal-summary:expenditure.current@total")
        if all_money and fiscal and equal(all_money[0], fiscal[0]):
            return True
        other = [fact for c in _NOT_FISCAL for fact in self.resolve(f"income:total@{c}")]
        other += self.resolve("summary:income.surplus-used@income")
        before = self.resolve("summary:income.carry-over@income")
        fiscal_before = self.resolve("fiscal-summary:income.carry-over@income")
        return bool(
            other and before and fiscal_before
            and all(fact.is_zero for fact in other) and equal(before[0], fiscal_before[0])
        )  # fmt: skip


def _parent(code: str, own: set[str], missing: set[str]) -> str | None:
    """The parent of a code by its prefix; above a parent that is left out, the next one; None
    where only the place of the row can tell."""
    if not code.isdigit():
        return None
    prefixes = [code[:level] for level in (5, 3) if level < len(code)]
    if not prefixes:
        return "total"
    if prefixes[0] in own:
        return prefixes[0]
    if prefixes[0] in missing:
        return next((prefix for prefix in prefixes if prefix in own), "total")
    return None


def equal(one: Fact, other: Fact) -> bool:
    """Whether two facts show the same quantity; blank and 0 are the same."""
    if one.value is None or other.value is None:
        return one.is_zero and other.is_zero
    return same_quantity(one.value, other.value)


def add_cell_relations(
    part: Part, facts: FactSet, statements: Sequence[Statement], template: Template,
    out: RelationSet,
) -> None:  # fmt: skip
    """The relations inside and between the standard tables of one part."""
    mine = {s.spec.id: s for s in reversed(statements) if s.part is part}
    builder = _Builder(part, facts, mine, template, out)
    for spec in template.relations:
        builder.build(spec)


def add_part_relations(
    department: Part, units: Sequence[Part], facts: FactSet, template: Template, out: RelationSet
) -> None:
    """A department is the sum of its units; one with a single unit prints everything twice.

    The units in the document are only taken for all of them where most totals say so.
    """
    own = facts.cells[department.start]
    single = len(units) == 1
    totals = _shared(own, units, facts, map(parse_selector, template.part_totals))
    if sum(not _adds_up(*pair) for pair in totals) * 2 > len(totals) or not (totals or single):
        out.skip(Kind.PART, say(_NOT_THE_ONLY_UNIT if single else _NOT_ALL_UNITS))
        return
    every = _shared(own, units, facts, own)
    stated = [(total, parts) for total, parts in every if any(f.value for f in (total, *parts))]
    differing = [pair for pair in stated if not _adds_up(*pair)]
    if len(differing) * _MOST_DIFFERING_CELLS > len(stated):
        out.skip(Kind.PART, say(_MOSTLY_DIFFERENT if single else _NOT_ALL_UNITS))
        return
    for total, parts in stated:
        out.add(Kind.PART, total, parts)


def _shared(
    own: Mapping[Key, Fact], units: Sequence[Part], facts: FactSet, keys: Iterable[Key]
) -> list[tuple[Fact, list[Fact]]]:
    """The cells of a department that any of its units prints as well, with those of the units."""
    found = []
    for key in keys:
        if len(units) > 1 and _is_listed(key):
            continue
        theirs = [cell for unit in units if (cell := facts.cell(unit, key)) and not cell.absent]
        if theirs and key in own and not own[key].absent:
            found.append((own[key], theirs))
    return found


def _is_listed(key: Key) -> bool:
    """Whether a cell is of an item bought or its price: several units may list the same one."""
    statement, row, column = key
    return statement in _LISTS and (row != "total" or column in _PER_ITEM)


def _adds_up(total: Fact, parts: list[Fact]) -> bool:
    """Whether the cell of a department is the sum of those of its units."""
    if len(parts) == 1:
        return equal(total, parts[0])
    return judge(Relation(Kind.PART, total, tuple(parts))).holds
