"""Small documents for the tests of the understanding stage, built in memory.

``document`` turns a text into blocks: lines that begin with ``|`` are the rows of a table, every
other line that is not blank is a paragraph. ``Budget`` is a small, consistent set of standard
tables in which single cells can be changed.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from budgetlint.disclosure import Disclosure, understand
from budgetlint.disclosure.amount import Amount, Unit
from budgetlint.disclosure.narrative.budget import narrative_facts
from budgetlint.disclosure.structure.outline import find_outline
from budgetlint.document import Anchor, Cell, Document, Paragraph, Position, Table
from budgetlint.taxonomy import StatementSpec, Template, template

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from budgetlint.disclosure.facts import Fact
    from budgetlint.document import Block

CAPTION = "| 304青禾县农业农村局 | 预算年度：2024 | 单位：万元 |"
OPENING = "现将青禾县农业农村局2024年部门预算公开如下。"


def hebei() -> Template:
    """The template under test."""
    return template("hebei-budget")


def spec_of(statement: str) -> StatementSpec:
    """The specification of a standard table."""
    return next(spec for spec in hebei().statements if spec.id == statement)


# ------------------------------------------------------------------ amounts
def yuan(text: str) -> Amount:
    """An amount in 元 with the printed decimals."""
    return _amount(text, Unit.YUAN)


def wan(text: str) -> Amount:
    """An amount in 万元 with the printed decimals."""
    return _amount(text, Unit.WAN)


def _amount(text: str, unit: Unit) -> Amount:
    return Amount(Decimal(text), unit, len(text.partition(".")[2]))


# ------------------------------------------------------------------ documents
def paragraph(text: str, line: int = 1, *, entry: bool = False) -> Paragraph:
    """A paragraph that begins at column 1 of ``line``."""
    anchor = Anchor(0, Position(line=line, column=1, paragraph=line))
    return Paragraph(text, (anchor,), contents_entry=entry)


def table(rows: Iterable[Sequence[str]], line: int = 1) -> Table:
    """A table as plain text gives it: cells packed to the left, merged cells unknown."""
    made = []
    for r, texts in enumerate(rows):
        column = 1
        cells = []
        for c, text in enumerate(texts):
            anchor = Anchor(0, Position(line=line + r, column=column))
            cells.append(Cell(text, (anchor,), row=r, col=c))
            column += len(text) + 1
        made.append(tuple(cells))
    return Table(tuple(made), (Anchor(0, Position(line=line)),), spans_known=False)


def merged_table(rows: Sequence[Sequence[tuple[str, int, int]]]) -> Table:
    """A table as Word gives it: each cell with its text, its rowspan and its colspan."""
    taken: set[tuple[int, int]] = set()
    made = []
    for r, given in enumerate(rows):
        cells = []
        c = 0
        for text, rowspan, colspan in given:
            while (r, c) in taken:
                c += 1
            cells.append(Cell(text, row=r, col=c, rowspan=rowspan, colspan=colspan))
            taken |= {(r + i, c + j) for i in range(rowspan) for j in range(colspan)}
            c += colspan
        made.append(tuple(cells))
    return Table(tuple(made))


def row_cells(line: str) -> list[str]:
    """The cells of a line such as ``| 1 | 合计 | |``."""
    return [cell.strip() for cell in line.strip().removesuffix("|").split("|")[1:]]


def document(text: str, *, extra: Sequence[Block] = ()) -> Document:
    """The document that ``text`` describes, and the blocks that are appended to it."""
    blocks: list[Block] = []
    rows: list[list[str]] = []
    first = 0
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith("|"):
            first = first if rows else number
            rows.append(row_cells(line))
            continue
        if rows:
            blocks.append(table(rows, first))
            rows = []
        if line.strip():
            blocks.append(paragraph(line, number))
    if rows:
        blocks.append(table(rows, first))
    return Document("text", (*blocks, *extra), numbering_known=False)


def understood(text: str) -> Disclosure:
    """What is understood of the document that ``text`` describes."""
    return understand(document(text))


# ------------------------------------------------------------------ standard tables
def header_of(statement: str) -> list[str]:
    """The printed header of a standard table, as one row."""
    return _HEADERS[statement].split()


def statement_text(
    statement: str,
    rows: Iterable[Sequence[str]],
    *,
    caption: str = CAPTION,
    title: str | None = None,
    notes: Sequence[str] = (),
) -> str:
    """A standard table with title, caption, header, 栏次 and serial numbers."""
    width = len(header_of(statement))
    scale = ["栏次", *(str(n) for n in range(1, width))]
    lines = [header_of(statement), scale]
    lines += [[str(n), *cells] for n, cells in enumerate(rows, 1)]
    table_lines = [f"| {' | '.join(cells)} |" for cells in lines]
    if caption:
        table_lines.insert(0, caption)
    return "\n".join((title or spec_of(statement).title, *table_lines, *notes, ""))


_HEADERS = {
    "summary": "序号 项目 预算数 项目 预算数",
    "income": "序号 科目编码 科目名称 合计 小计 财政拨款收入 财政专户收入 事业收入 经营收入 "
    "上级补助收入 附属单位上缴收入 其他收入 上年结转",
    "expenditure": "序号 科目编码 科目名称 合计 基本支出 项目支出 经营支出 上解上级支出 "
    "对附属单位补助支出",
    "fiscal-summary": "序号 项目 金额 项目 合计 一般公共预算财政拨款 政府性基金预算财政拨款 "
    "国有资本经营预算财政拨款",
    "public-expenditure": "序号 科目编码 科目名称 合计 基本支出 项目支出",
    "public-basic": "序号 科目编码 科目名称 合计 人员经费 公用经费",
    "fund-expenditure": "序号 科目编码 科目名称 合计 基本支出 项目支出",
    "capital-expenditure": "序号 科目编码 科目名称 合计 基本支出 项目支出",
    "three-public": "序号 项目 合计 一般公共预算财政拨款 政府性基金预算拨款 "
    "国有资本经营预算财政拨款",
}

_SUMMARY = """
| 一、一般公共预算拨款收入 | 470.00 | 一、社会保障和就业支出 | 40.00 |
| 二、政府性基金预算拨款收入 | | 二、农林水支出 | 460.00 |
| 三、国有资本经营预算拨款收入 | | 三、住房保障支出 | |
| 本年收入合计 | 470.00 | 本年支出合计 | 500.00 |
| 上年结转结余 | 30.00 | 年终结转结余 | |
| 收入总计 | 500.00 | 支出总计 | 500.00 |
"""
_INCOME = """
| | 合计 | 500.00 | 470.00 | 470.00 | | | | | | | 30.00 |
| 208 | 社会保障和就业支出 | 40.00 | 40.00 | 40.00 | | | | | | | |
| 20805 | 行政事业单位养老支出 | 40.00 | 40.00 | 40.00 | | | | | | | |
| 2080505 | 机关事业单位基本养老保险缴费支出 | 40.00 | 40.00 | 40.00 | | | | | | | |
| 213 | 农林水支出 | 460.00 | 430.00 | 430.00 | | | | | | | 30.00 |
| 21301 | 农业农村 | 460.00 | 430.00 | 430.00 | | | | | | | 30.00 |
| 2130101 | 行政运行 | 280.00 | 280.00 | 280.00 | | | | | | | |
| 2130122 | 农业生产发展 | 180.00 | 150.00 | 150.00 | | | | | | | 30.00 |
"""
_FUNCTIONS = """
| | 合计 | 500.00 | 320.00 | 180.00 |
| 208 | 社会保障和就业支出 | 40.00 | 40.00 | |
| 20805 | 行政事业单位养老支出 | 40.00 | 40.00 | |
| 2080505 | 机关事业单位基本养老保险缴费支出 | 40.00 | 40.00 | |
| 213 | 农林水支出 | 460.00 | 280.00 | 180.00 |
| 21301 | 农业农村 | 460.00 | 280.00 | 180.00 |
| 2130101 | 行政运行 | 280.00 | 280.00 | |
| 2130122 | 农业生产发展 | 180.00 | | 180.00 |
"""
_FISCAL = """
| 一、一般公共预算财政拨款 | 470.00 | 一、社会保障和就业支出 | 40.00 | 40.00 | | |
| 二、政府性基金预算财政拨款 | | 二、农林水支出 | 460.00 | 460.00 | | |
| 本年收入合计 | 470.00 | 本年支出合计 | 500.00 | 500.00 | | |
| 年初财政拨款结转和结余 | 30.00 | 年末财政拨款结转和结余 | | | | |
| 一、一般公共预算财政拨款 | 30.00 | | | | | |
| 二、政府性基金预算财政拨款 | | | | | | |
| 收入总计 | 500.00 | 支出总计 | 500.00 | 500.00 | | |
"""
_BASIC = """
| | 合计 | 320.00 | 300.00 | 20.00 |
| 301 | 工资福利支出 | 300.00 | 300.00 | |
| 30101 | 基本工资 | 200.00 | 200.00 | |
| 30102 | 津贴补贴 | 60.00 | 60.00 | |
| 30108 | 机关事业单位基本养老保险缴费 | 40.00 | 40.00 | |
| 302 | 商品和服务支出 | 20.00 | | 20.00 |
| 30201 | 办公费 | 8.00 | | 8.00 |
| 30217 | 公务接待费 | 2.00 | | 2.00 |
| 30231 | 公务用车运行维护费 | 10.00 | | 10.00 |
"""
_THREE = """
| 合计 | 12.00 | 12.00 | | |
| 一、因公出国（境）费 | | | | |
| 二、公务用车购置及运维费 | 10.00 | 10.00 | | |
| 其中：公务用车购置费 | | | | |
| 公务用车运行维护费 | 10.00 | 10.00 | | |
| 三、公务接待费 | 2.00 | 2.00 | | |
"""

Rows = tuple[tuple[str, ...], ...]


def _rows(text: str) -> Rows:
    return tuple(tuple(row_cells(line)) for line in text.strip().splitlines())


@dataclass(frozen=True)
class Budget:
    """The standard tables of a small department, consistent as they are, and its narrative."""

    tables: dict[str, Rows] = field(
        default_factory=lambda: {
            "summary": _rows(_SUMMARY),
            "income": _rows(_INCOME),
            "expenditure": tuple((*cells, "", "", "") for cells in _rows(_FUNCTIONS)),
            "fiscal-summary": _rows(_FISCAL),
            "public-expenditure": _rows(_FUNCTIONS),
            "public-basic": _rows(_BASIC),
            "fund-expenditure": (),
            "capital-expenditure": (),
            "three-public": _rows(_THREE),
        }
    )
    captions: dict[str, str] = field(default_factory=dict)
    narrative: str = ""

    def with_cell(self, statement: str, row: str, role: str, text: str) -> Budget:
        """One cell changed: in the row whose code or label ends with ``row``."""
        n = self._row(statement, row)
        cells = list(self.tables[statement][n])
        roles = [column.role for column in spec_of(statement).columns[1:] if not column.optional]
        cells[roles.index(role)] = text
        return self._with_rows(statement, n, [tuple(cells)])

    def without_row(self, statement: str, row: str) -> Budget:
        """One row left out."""
        return self._with_rows(statement, self._row(statement, row), [])

    def with_row_after(self, statement: str, row: str, *cells: str) -> Budget:
        """One row added."""
        n = self._row(statement, row)
        return self._with_rows(statement, n, [self.tables[statement][n], cells])

    def without(self, *statements: str) -> Budget:
        """Some tables left out."""
        kept = {key: rows for key, rows in self.tables.items() if key not in statements}
        return replace(self, tables=kept)

    def only(self, *statements: str) -> Budget:
        """No other tables than these."""
        return self.without(*(set(self.tables) - set(statements)))

    def with_caption(self, statement: str, caption: str) -> Budget:
        """A table with another caption."""
        return replace(self, captions={**self.captions, statement: caption})

    def scaled(self, statement: str, places: int) -> Budget:
        """A table whose amounts are printed with the decimal point moved to the right."""
        rows = tuple(
            tuple(f"{Decimal(c).scaleb(places):.2f}" if "." in c else c for c in cells)
            for cells in self.tables[statement]
        )
        return replace(self, tables={**self.tables, statement: rows})

    def saying(self, *lines: str) -> Budget:
        """With these paragraphs as the section on the budget."""
        return replace(self, narrative="\n".join(("二、部门预算安排的总体情况", *lines)))

    def text(self) -> str:
        """The document."""
        texts = [
            statement_text(key, rows, caption=self.captions.get(key, CAPTION))
            for key, rows in self.tables.items()
        ]
        return "\n".join((OPENING, *texts, self.narrative))

    def understood(self) -> Disclosure:
        """What is understood of the document."""
        return understood(self.text())

    def _row(self, statement: str, row: str) -> int:
        rows = self.tables[statement]
        return next(n for n, cells in enumerate(rows) if any(c.endswith(row) for c in cells[:3]))

    def _with_rows(self, statement: str, n: int, new: list[tuple[str, ...]]) -> Budget:
        rows = self.tables[statement]
        changed = (*rows[:n], *new, *rows[n + 1 :])
        return replace(self, tables={**self.tables, statement: changed})


@cache
def consistent() -> Disclosure:
    """The unchanged budget, understood."""
    return Budget().understood()


def cell(disclosure: Disclosure, statement: str, row: str, column: str) -> Fact:
    """A cell of the first part, which must be there."""
    fact = disclosure.facts.cell(disclosure.outline.parts[0], (statement, row, column))
    assert fact is not None, (statement, row, column)
    return fact


# ------------------------------------------------------------------ the narrative
SECTION_HEADINGS = {
    "duties": "一、部门职责及机构设置情况",
    "arrangement": "二、部门预算安排的总体情况",
    "agency": "三、机关运行经费安排情况",
    "three-public": "四、财政拨款“三公”经费预算情况及增减变化原因",
    "procurement": "六、政府采购预算情况",
    "assets": "七、国有资产信息",
    "glossary": "八、名词解释",
}
_ENTITIES = ("青禾县农业农村局",)


@dataclass(frozen=True)
class Read:
    """The facts of one section, and how many named amounts were left out."""

    facts: list[Fact]
    left_out: int

    @property
    def brief(self) -> list[tuple[str, str, str, str]]:
        """Concept, amount, period and kind of every fact."""
        return [(f.concept, str(f.value), f.context.period, f.context.kind) for f in self.facts]


def read_section(section: str, *lines: str, year: int | None = 2024) -> Read:
    """The facts of a section with these paragraphs."""
    made = document("\n".join((SECTION_HEADINGS[section], *lines)))
    outline = find_outline(made, (hebei(),))
    ((_, facts, left_out),) = narrative_facts(made, outline, year, _ENTITIES)
    return Read(facts, left_out)
