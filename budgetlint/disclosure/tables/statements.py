"""Statements: the standard tables, recognised by title and header and read into typed rows."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from budgetlint.disclosure.amount import is_nil
from budgetlint.disclosure.numerals import strip_ordinal
from budgetlint.disclosure.structure.headings import find_statement, heading_lines
from budgetlint.disclosure.tables.blocks import read_blocks
from budgetlint.disclosure.tables.captions import Caption, caption_pieces, read_caption
from budgetlint.disclosure.tables.columns import find_layout, resembles
from budgetlint.disclosure.tables.lying import read_lying
from budgetlint.document import Paragraph, Table
from budgetlint.fold import fold, tidy
from budgetlint.lang import listed, say
from budgetlint.location import Location, TableRef

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from budgetlint.disclosure.amount import Unit
    from budgetlint.disclosure.structure.outline import Outline, Part
    from budgetlint.disclosure.tables.rows import Row
    from budgetlint.document import Cell, Document, Position
    from budgetlint.taxonomy import ColumnSpec, StatementSpec, Template

_EMPTY_NOTE = re.compile(
    r"(?:注|说明|备注)?:?(?:.*(?:空表|不涉及|(?:无|没有|未安排).*(?:预算|收入|支出|拨款|经费|数据|收支|内容)).*|[无空]。?)$"
)
_INSTRUCTION = re.compile(r".*(?:下述|如下|以下)(?:说明|注明|表述)?:?$")
_TOTAL = "合计"
_LOOK_BACK = 6
_LOOK_AHEAD = 3


@dataclass
class Statement:
    """A standard table of one part. ``table`` is None where only the title is printed.

    ``missing_codes`` are parents whose rows are known to be left out.
    """

    spec: StatementSpec
    part: Part
    title: str
    block: int
    position: Position
    table: Table | None = None
    caption: Caption = field(default_factory=Caption)
    columns: tuple[ColumnSpec | None, ...] = ()
    rows: list[Row] = field(default_factory=list)
    note: str = ""
    unit: Unit | None = None
    missing_codes: set[str] = field(default_factory=set)

    @property
    def by_code(self) -> bool:
        """Whether the rows are classification codes."""
        return "code" in self.spec.rows

    @property
    def has_codes(self) -> bool:
        """Whether a column of codes was found; a table by units (部门代码) has none."""
        return any(column and column.role.startswith("code") for column in self.columns)

    @property
    def has_names(self) -> bool:
        """Whether a column of names was found."""
        return any(column and column.role == "name" for column in self.columns)

    @property
    def is_empty(self) -> bool:
        """Whether the table holds no amount; where some was not read, not known."""
        roles = {column.role for column in self.columns if column and column.kind == "amount"}
        if (self.rows and not roles) or (self.missing_codes and not self.rows):
            return False
        return all(
            is_nil(cell.text) for row in self.rows for role, cell in row.cells.items()
            if role in roles
        )  # fmt: skip

    @property
    def ref(self) -> TableRef:
        """The table as reports name it."""
        return TableRef(self.spec.number if self.spec.numbered else None, self.title)

    def caption_location(self, what: str, text: str, position: Position | None) -> Location:
        """The place of what the caption says of ``what``: year, entity, code."""
        place = self.location()
        return replace(
            place, text=text, position=position or place.position, key=f"{self.spec.id}/{what}"
        )

    def column(self, role: str) -> ColumnSpec:
        """The column with this role, as printed or, where it is not, as the template has it."""
        printed = (column for column in self.columns if column and column.role == role)
        return next(printed, None) or self.spec.column(role)

    def location(self, row: Row | None = None, column: ColumnSpec | None = None) -> Location:
        """The place of the table, of a row, or of a cell."""
        cell = row.cells.get(column.role) if row and column else None
        label_of = column.of if column else None
        key = "/".join(
            (self.spec.id, self._key(row, label_of) if row else "", column.role if column else "")
        )
        return Location(
            part=self.part.ref,
            table=self.ref,
            row=row.number if row else None,
            row_code=(row.printed_code or None) if row else None,
            row_label=self._label(row, label_of) if row else None,
            column_label=column.title if column else None,
            mark=(0, len(tidy(cell.text))) if cell else None,
            text=tidy(cell.text) if cell else (self.title if row is None else row.label),
            position=self._position(row, cell),
            key=key,
        )

    def _key(self, row: Row, label_of: str | None) -> str:
        if label_of:
            return row.keys.get(label_of, "")
        return row.code or row.label or next(iter(row.keys.values()), "")

    def _label(self, row: Row, label_of: str | None) -> str:
        if label_of and label_of in row.cells:
            return tidy(row.cells[label_of].text)
        return row.label

    def _position(self, row: Row | None, cell: Cell | None) -> Position:
        if cell is not None:
            return cell.position()
        if row is not None and row.cells:
            return next(iter(row.cells.values())).position()
        return self.position


class _Finder:
    """Finds the statements of a document; one instance serves one document."""

    def __init__(self, document: Document, outline: Outline) -> None:
        self.document = document
        self.outline = outline
        self.template: Template = outline.template
        self.unread: list[str] = []
        self.used: set[int] = set()

    def statements(self) -> list[Statement]:
        titles = list(self._titles())
        found = [s for n in range(len(titles)) if (s := self._statement(n, titles))]
        found = _without_lists(found)
        found += self._titled_inside({s.block for s in found if s.table})
        kept: dict[tuple[int, str], list[Statement]] = {}
        for statement in found:
            kept.setdefault((statement.part.start, statement.spec.id), []).append(statement)
        chosen = [s for same in kept.values() for s in _with_table_first(same)]
        return sorted(chosen, key=lambda statement: statement.block)

    def _titles(self) -> Iterator[tuple[int, Paragraph, StatementSpec]]:
        for line in heading_lines(self.document):
            if line.index not in self.outline.contents:
                spec = find_statement(self.template, line.folded)
                if spec:
                    yield line.index, line.paragraph, spec

    def _statement(
        self, n: int, titles: Sequence[tuple[int, Paragraph, StatementSpec]]
    ) -> Statement | None:
        """The statement under the n-th title; None if the table there is some other table."""
        index, paragraph, spec = titles[n]
        part = self.outline.part_at(index)
        stop = titles[n + 1][0] if n + 1 < len(titles) else part.end
        statement = Statement(
            spec, part, tidy(strip_ordinal(tidy(paragraph.text))), index, paragraph.position()
        )
        above: list[tuple[str, Position]] = []
        for at in range(index + 1, min(stop, part.end)):
            block = self.document.blocks[at]
            if isinstance(block, Table):
                if not (resembles(block, spec) or (spec.may_lie and read_lying(block, spec))):
                    return None
                self._fill(statement, block, above)
                if statement.by_code and not (statement.has_codes and statement.has_names):
                    return None
                self.used.add(at)
                self._note(statement, at + 1, min(stop, part.end))
                break
            folded = fold(block.text)
            if at > index + _LOOK_BACK or len(folded) > 80:
                break
            above += caption_pieces(block)
            if not statement.note and _is_note(folded):
                statement.note = tidy(block.text)
                statement.columns = spec.columns
        return statement

    def _note(self, statement: Statement, start: int, stop: int) -> None:
        for at in range(start, min(start + _LOOK_AHEAD, stop)):
            block = self.document.blocks[at]
            if isinstance(block, Table):
                return
            if _is_note(fold(block.text)):
                statement.note = tidy(block.text)
                return

    def _titled_inside(self, taken: set[int]) -> Iterator[Statement]:
        """Tables whose title is their own first row, as Word tables often have it."""
        for index, block in enumerate(self.document.blocks):
            if not isinstance(block, Table) or index in self.used or index in taken:
                continue
            for row in block.rows[:2]:
                words = [cell for cell in row if fold(cell.text)]
                spec = (
                    find_statement(self.template, fold(words[0].text)) if len(words) == 1 else None
                )
                if spec:
                    self.used.add(index)
                    part = self.outline.part_at(index)
                    title = tidy(words[0].text)
                    statement = Statement(spec, part, title, index, words[0].position())
                    self._fill(statement, block, [])
                    self._note(statement, index + 1, part.end)
                    yield statement
                    break

    def _fill(self, statement: Statement, table: Table, above: list[tuple[str, Position]]) -> None:
        spec = statement.spec
        layout = find_layout(table, spec)
        lying = read_lying(table, spec) if spec.may_lie else None
        texts = list(above)
        for r in range(lying.header) if lying else layout.caption:
            texts += [(fold(cell.text), cell.position()) for cell in table.rows[r]]
        statement.table = table
        statement.caption = read_caption(texts)
        statement.unit = statement.caption.unit
        if lying:
            statement.columns, statement.rows = tuple(lying.columns), lying.rows
            return
        columns, rows, note = read_blocks(table, layout, spec)
        statement.columns, statement.rows = tuple(columns), rows
        statement.note = statement.note or note
        if (
            statement.rows
            and statement.by_code
            and any(fold(table.rows[r][0].text) == _TOTAL for r in layout.header if table.rows[r])
        ):
            statement.missing_codes.add("total")  # the sum is printed beside labels of columns
        if layout.data < len(table.rows) and (statement.has_codes or not statement.by_code):
            self._check_columns(statement)

    def _check_columns(self, statement: Statement) -> None:
        printed = {column.role for column in statement.columns if column}
        missing = [
            column.title
            for column in statement.spec.columns
            if column.kind == "amount" and not column.optional and column.role not in printed
        ]
        extra = [n for n, c in enumerate(statement.columns, 1) if c is None]
        if missing or extra:
            notes = []
            if extra:
                notes.append(say("没有认出的列：第{columns}列", columns=listed(map(str, extra))))
            if missing:
                titles = listed(say("{column}", column=title) for title in missing)
                notes.append(say("没有找到的列：{columns}", columns=titles))
            said = say("；").join(notes)
            self.unread.append(say("《{title}》{said}", title=statement.title, said=said))


def _is_note(folded: str) -> bool:
    """Whether a text says why a table is empty; how to say it (作下述说明：) does not."""
    return bool(_EMPTY_NOTE.match(folded)) and not _INSTRUCTION.match(folded)


def _without_lists(found: list[Statement]) -> list[Statement]:
    """Titles without a table that stand one below the other are a list of tables, not tables."""
    bare = {statement.block for statement in found if not statement.table and not statement.note}
    return [s for s in found if s.block not in bare or not {s.block - 1, s.block + 1} & bare]


def _with_table_first(same: list[Statement]) -> list[Statement]:
    """Of several statements with one title, those with a table; else one of the bare titles."""
    return [s for s in same if s.table] or same[:1]


@dataclass(frozen=True)
class Recognised:
    """The statements in the order of the document, what of them was not understood, and the
    blocks of the tables they are."""

    statements: list[Statement]
    unread: list[str]
    tables: set[int]


def find_statements(document: Document, outline: Outline) -> Recognised:
    """The standard tables of a document."""
    finder = _Finder(document, outline)
    return Recognised(finder.statements(), finder.unread, finder.used)
