"""The page docs/relations.md: every relation that is checked, drawn from the data files.

``PYTHONPATH=tests python -m relation_page`` writes it anew after a change of a template.
"""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from budgetlint.disclosure.diagnosis.relating import parse_selector
from budgetlint.disclosure.diagnosis.relations import Kind
from budgetlint.taxonomy import row_specs, templates
from budgetlint.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from budgetlint.taxonomy import RelationSpec, StatementSpec, Template

PAGE = Path(__file__).resolve().parents[1] / "docs" / "relations.md"
KINDS = {
    Kind.ROW: "同一行各列",
    Kind.HIERARCHY: "上下级科目",
    Kind.BALANCE: "表内的合计、总计与收支平衡",
    Kind.TABLE: "表与表之间",
    Kind.PERCENTAGE: "百分比",
}
ROWS = {
    "income.lines": "各项收入之和",
    "expenditure.lines": "各类支出之和",
    "carry-over.lines": "各项结转之和",
    "{code}": "每个科目",
    "{class}": "每一类",
}
INTRODUCTION = """# 核对哪些勾稽关系

本页由 `budgetlint/taxonomy/templates/*.toml` 中的数据生成
（`PYTHONPATH=tests python -m relation_page`），请勿手工修改。
情况说明与表的关系在 `budgetlint/taxonomy/narrative.toml` 中，政府采购表、资产表的列和行在
`budgetlint/taxonomy/purchases.toml` 中，不在本页。
政府采购表核对：合计 = 各资金来源之和 = 单价 × 数量，小计、合计 = 所列各项之和，
货物、工程、服务与文字相符；资产表核对：总额 = 各类之和，“其中”不超过所属的一类。

等号左边应等于右边；空白格按没有金额计；四舍五入造成的尾差不算不符。
表中没有所说的行、列或表时不核对，报告会说明；只在一定条件下核对的，条件写在后面。
“〔…／…〕”表示几项分别核对，“≥”表示右边不能大于左边。
"""


def page() -> str:
    """The whole page."""
    return "\n".join([INTRODUCTION, *(line for t in templates() for line in _template(t))])


def _template(template: Template) -> Iterator[str]:
    yield f"## {template.name}\n"
    yield "各表之间关系的条数：\n"
    yield from _matrix(template)
    names = _Names(template)
    ordered = sorted(template.relations, key=lambda spec: list(KINDS).index(Kind(spec.kind)))
    for kind, specs in groupby(ordered, key=lambda spec: Kind(spec.kind)):
        yield f"\n### {KINDS[kind]}\n"
        yield from (f"- {line}" for spec in specs for line in names.lines(spec))
    yield ""


def _matrix(template: Template) -> Iterator[str]:
    """How many relations hold each table against each other one."""
    counts: Counter[frozenset[str]] = Counter()
    for spec in template.relations:
        if spec.kind == Kind.TABLE:
            own = parse_selector(spec.total)[0]
            for other in {parse_selector(part)[0] for part in spec.parts}:
                counts[frozenset((own, other))] += len(spec.each) or 1
    tables = template.statements
    yield _row("", *(f"表{table.number}" for table in tables))
    yield _row("---", *("---" for _ in tables))
    for table in tables:
        cells = (str(counts[frozenset((table.id, other.id))] or "") for other in tables)
        yield _row(f"表{table.number} {table.title}", *cells)


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


class _Names:
    """How the relations of one template read."""

    def __init__(self, template: Template) -> None:
        self.tables = {spec.id: spec for spec in (*template.statements, *template.comparisons)}

    def lines(self, spec: RelationSpec) -> Iterator[str]:
        if spec.kind == Kind.HIERARCHY:
            numbers = "、".join(f"表{self.tables[name].number}" for name in spec.statements)
            yield f"{numbers}的每一列：合计 = 各类之和，类 = 各款之和，款 = 各项之和"
        elif spec.kind == Kind.PERCENTAGE:
            table = self.tables[spec.statement]
            titles = [table.column(role).title for role in (spec.total, *spec.parts, *spec.less)]
            yield f"{_name(table)}的每一行：{titles[0]} = {titles[1]} ÷ {titles[2]}"
        elif spec.kind == Kind.ROW:
            table = self.tables[spec.statement]
            yield f"{_name(table)}的每一行：{_sum([table.column(spec.total).title])} = " + _sum(
                [table.column(role).title for role in spec.parts],
                [table.column(role).title for role in spec.less],
            )
        else:
            parts = _sum([self._cell(part, spec.each) for part in spec.parts])
            sign = "≥" if spec.at_most else "="
            yield f"{self._cell(spec.total, spec.each)} {sign} {parts}{self._conditions(spec)}"

    def _conditions(self, spec: RelationSpec) -> str:
        def cells(selectors: Iterable[str]) -> str:
            return "、".join(self._cell(selector, spec.each) for selector in selectors)

        table, _, role = parse_selector(spec.total)
        own = {spec.total, *spec.parts}
        words = ["全部收支都是财政拨款时"] if spec.when_fiscal_only else []
        if spec.when_zero:
            words.append(f"没有{cells(spec.when_zero)}时")
        if needed := [selector for selector in spec.needs_all if selector not in own]:
            words.append(f"列有{cells(needed)}时")
        if spec.needs_none:
            words.append(f"没有列{cells(spec.needs_none)}时")
        if role == "{each}":
            titles = "、".join(self.tables[table].column(each).title for each in spec.each)
            words.append(f"{titles}各列分别核对")
        if spec.severity == "warning":
            words.append("不符只作警告")
        return f"（{'，'.join(words)}）" if words else ""

    def _cell(self, selector: str, each: tuple[str, ...]) -> str:
        name, row, role = parse_selector(selector)
        table = self.tables[name]
        column = table.column(each[0] if role == "{each}" else role)
        same = [c for c in table.columns if c.kind == "amount" and c.of == column.of]
        rows = _one_of(self._label(table, r, column.of) for r in _filled(row, each))
        shown = "" if role == "{each}" or (column.of and len(same) == 1) else f"的“{column.title}”"
        return f"{_name(table)}{rows}{shown}"

    def _label(self, table: StatementSpec, row: str, label: str | None) -> str:
        if row in ROWS:
            return ROWS[row]
        if row.isdigit():
            return f"科目{row}"
        if label is None and row == "total":
            return "“合计”"
        vocabulary = table.rows[label or "name"]
        return quoted(next(spec.name for spec in row_specs(vocabulary) if spec.id == row))


def _name(table: StatementSpec) -> str:
    """A table by its number, one without a number by its title."""
    return f"表{table.number}" if table.number else f"《{table.title}》"


def _filled(text: str, each: tuple[str, ...]) -> list[str]:
    return [text.replace("{each}", one) for one in each] if "{each}" in text else [text]


def _one_of(words: Iterable[str]) -> str:
    known = list(words)
    return known[0] if len(known) == 1 else f"〔{'／'.join(known)}〕"


def _sum(added: Iterable[str], taken: Iterable[str] = ()) -> str:
    return " + ".join(added) + "".join(f" − {word}" for word in taken)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
