"""What must hold in procurement and asset tables, between them, and with the text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from budgetlint.disclosure.diagnosis.products import product
from budgetlint.disclosure.diagnosis.relating import equal, parse_selector
from budgetlint.disclosure.diagnosis.relations import Kind, Relation, Within, judge
from budgetlint.disclosure.purchases.groups import inside_rows, row_groups
from budgetlint.disclosure.purchases.items import Item, items_of
from budgetlint.fold import fold
from budgetlint.lang import say
from budgetlint.taxonomy.purchases import purchases

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from budgetlint.disclosure.diagnosis.relations import RelationSet
    from budgetlint.disclosure.facts import Fact, FactSet
    from budgetlint.disclosure.purchases.tables import PurchaseStatement
    from budgetlint.disclosure.purchases.words import PurchaseWords
    from budgetlint.disclosure.structure.outline import Part
    from budgetlint.disclosure.tables.rows import Row
    from budgetlint.taxonomy.subjects import Classification

_SOURCE = "source."
_OPERATING = ("public-basic", "total", "operating")
_KINDS = ("goods", "works", "services")


def add_purchase_relations(
    part: Part, facts: FactSet, statements: Iterable[PurchaseStatement], words: PurchaseWords,
    catalogue: Classification, out: RelationSet,
) -> None:  # fmt: skip
    """The relations of the procurement and asset tables of one part."""
    for statement in statements:
        builder = _Builder(part, facts, statement, out)
        if statement.lists_items:
            builder.lines()
        if statement.spec.id == "procurement":
            builder.with_others(words, items_of(statement, catalogue))
        elif statement.spec.id == "assets":
            builder.assets()
        elif statement.spec.id == "procurement-kinds":
            builder.kinds()
    _add_text(part, facts, out)


def _add_text(part: Part, facts: FactSet, out: RelationSet) -> None:
    """What the text states is what one of the cells says that state the same."""
    for concept, selectors in purchases().text.items():
        keys = map(parse_selector, selectors)
        cells = [cell for key in keys if (cell := facts.cell(part, key))]
        for fact in facts.texts[part.start]:
            if fact.concept != concept or not _is_of_the_year(fact):
                continue
            alike = [cell for cell in cells if cell.value is None or cell.is_money == fact.is_money]
            agreeing = next((cell for cell in alike if equal(cell, fact)), None)
            if alike:
                cell = agreeing or alike[0]
                out.add(Kind.TEXT, cell, [fact], "error" if cell.value else "warning")


def _is_of_the_year(fact: Fact) -> bool:
    """Whether a fact of the text says how much there is, and neither of a budget in an account
    nor of another year."""
    context = fact.context
    return (
        context.kind == "level"
        and context.period in ("this", "end-of-last-year")
        and context.measure in ("budget", "final")
    )


@dataclass
class _Builder:
    """Builds the relations of one table."""

    part: Part
    facts: FactSet
    statement: PurchaseStatement
    out: RelationSet

    def cell(self, row: Row, role: str) -> Fact | None:
        """The fact of a cell; None without the column."""
        return self.facts.cell(self.part, (self.statement.spec.id, row.code, role))

    def cells(self, rows: Iterable[Row], role: str) -> list[Fact]:
        return [cell for row in rows if (cell := self.cell(row, role))]

    def stated(self, concept: str) -> list[Fact]:
        return self.facts.text(self.part, concept, "this", "level")

    # ------------------------------------------------------------------ lists of items
    def lines(self) -> None:
        sources = self._sources()
        if self.statement.has_more and sources:
            self.out.skip(Kind.ROW, say("《{title}》有不认识的金额列", title=self.statement.title))
        for row in self.statement.rows:
            self._row(row, sources)
        amounts = ["total", *sources]
        if not any("%" in row.cells["small"].text for row in self.statement.rows
                   if "small" in row.cells):  # fmt: skip
            amounts.append("small")
        self._sums(amounts)

    def with_others(self, words: PurchaseWords, items: Sequence[Item]) -> None:
        self._text(items, words)
        self._operating(items)

    def _row(self, row: Row, sources: Sequence[str]) -> None:
        total, price, quantity = (self.cell(row, role) for role in ("total", "price", "quantity"))
        if total is None:
            return
        parts = [cell for role in sources if (cell := self.cell(row, role))]
        if self.statement.has_more:
            parts = []
        if any(not part.is_zero for part in parts):
            self.out.add(Kind.ROW, total, parts)
        elif parts and not total.is_zero:
            self.out.skip(
                Kind.ROW, say("《{title}》没有按资金来源列示金额", title=self.statement.title)
            )
        if price and quantity and price.value and quantity.value and total.value:
            self.out.include(product(total, price, quantity))
        for role in ("small", "funds"):
            other = self.cell(row, role)
            if other and not other.is_zero and not total.is_zero:
                whole, inner = (total, other) if role == "small" else (other, total)
                self.out.include(Within(Kind.ROW, whole, (inner,), "warning"))

    def _sources(self) -> list[str]:
        """The columns of sources that add up; of nested ones those below."""
        found = [c.role for c in self.statement.columns if c and c.role.startswith(_SOURCE)]
        above = {
            role for role, below in purchases().nested.items() if not set(below).isdisjoint(found)
        }
        return [role for role in found if role not in above]

    def _text(self, items: Sequence[Item], words: PurchaseWords) -> None:
        if not items or not all(item.row.label for item in items):
            return
        rows = [item.row for item in items]
        for fact in self.stated("procurement"):
            if not any(row.code == "total" for row in self.statement.rows):
                self.out.add(Kind.TEXT, fact, self.cells(rows, "total"))
        if not all(item.kind for item in items):
            self.out.skip(Kind.TEXT, say("采购表中有不能确定是货物、工程还是服务的项目"))
            return
        for kind in _KINDS:
            own = self.cells((item.row for item in items if item.kind == kind), "total")
            for fact in self.stated(f"procurement.{kind}"):
                self.out.add(Kind.TEXT, fact, own)
        goods = self.cells((item.row for item in items if item.kind == "goods"), "total")
        assets = self.cells((item.row for item in items if item.is_asset), "total")
        for fact in self.stated("assets.purchase"):
            self._to_be_bought(fact, assets, goods, sure=words.bought_by_procurement)

    def _to_be_bought(
        self, fact: Fact, assets: Sequence[Fact], goods: Sequence[Fact], *, sure: bool
    ) -> None:
        """The assets to be bought are the goods of the procurement table; where it is not said
        that all of them are bought by procurement, no less than these."""
        ways = [Relation(Kind.TEXT, fact, tuple(each), "warning") for each in (assets, goods)]
        if not sure:
            ways.append(Within(Kind.TEXT, fact, tuple(assets), "warning"))
        self.out.include(next((way for way in ways if judge(way).holds), ways[0]))

    def _operating(self, items: Sequence[Item]) -> None:
        """What is bought from 公用经费 is no more than the 公用经费 of the department."""
        whole = self.facts.cell(self.part, _OPERATING)
        role = f"{_SOURCE}general-public"
        column = role if self.statement.has(role) else "total"
        own = self.cells((item.row for item in items if item.from_operating), column)
        if whole and not whole.absent and any(not fact.is_zero for fact in own):
            self.out.include(Within(Kind.TABLE, whole, tuple(own), "warning"))

    # ------------------------------------------------------------------ procurement by kinds
    def kinds(self) -> None:
        by_code = {row.code: self.cell(row, "amount") for row in self.statement.rows}
        total = by_code.get("total")
        parts = [cell for kind in _KINDS if (cell := by_code.get(kind))]
        if total and len(parts) > 1:
            self.out.add(Kind.HIERARCHY, total, parts)
        for whole, inner, severity in (
            ("total", "smaller", "warning"),
            ("smaller", "micro", "error"),
        ):
            of, part = by_code.get(whole), by_code.get(inner)
            if of and part and not of.is_zero:
                self.out.include(Within(Kind.HIERARCHY, of, (part,), severity))

    # ------------------------------------------------------------------ sums of rows
    def _sums(self, roles: Iterable[str]) -> None:
        groups = row_groups(self.statement.rows)
        if groups is None:
            self.out.skip(
                Kind.HIERARCHY,
                say("《{title}》的小计不止一级，或有没有名称的行", title=self.statement.title),
            )
            return
        for role in roles:
            for head, below in groups:
                total = self.cell(head, role)
                parts = self.cells(below, role)
                if total and parts and (role == "total" or total.value):
                    self.out.add(Kind.HIERARCHY, total, parts)

    # ------------------------------------------------------------------ assets
    def assets(self) -> None:
        rows = self.statement.rows
        if any(row.code == "fixed" for row in rows):
            self.out.skip(
                Kind.HIERARCHY,
                say("《{title}》不只列固定资产，未核对合计", title=self.statement.title),
            )
            return
        total = next((row for row in rows if row.code == "total"), None)
        inside = inside_rows(rows)
        top = [row for row in rows if row is not total and row.code not in inside]
        if total and top:
            self._asset_sum(total, top, "value", "error")
            self._quantities(total, top)
        for code, whole in inside.items():
            row = next(row for row in rows if row.code == code)
            for role in ("quantity", "value"):
                part, of = self.cell(row, role), self.cell(whole, role)
                if part and of and not part.is_zero and not of.is_zero:
                    self.out.include(Within(Kind.HIERARCHY, of, (part,)))

    def _asset_sum(self, total: Row, rows: Sequence[Row], role: str, severity: str) -> None:
        whole, parts = self.cell(total, role), self.cells(rows, role)
        if whole and parts and any(not part.is_zero for part in parts):
            self.out.add(Kind.HIERARCHY, whole, parts, severity)

    def _quantities(self, total: Row, rows: Sequence[Row]) -> None:
        """Numbers of things add up; square metres among them do not."""
        whole = self.cell(total, "quantity")
        if whole is None or whole.is_zero:
            return
        by_area = purchases().rows["by_area"]
        area = [row for row in rows if by_area.fullmatch(fold(row.label))]
        if all(cell.is_zero for cell in self.cells(area, "quantity")):
            self._asset_sum(total, rows, "quantity", "warning")
        else:
            self.out.skip(Kind.HIERARCHY, say("资产的数量单位不同，不能相加"))
