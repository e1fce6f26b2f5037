"""Rows: from the data cells of a standard table to typed rows.

What a row means is known from its classification code, or from its label by a vocabulary.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from budgetlint.disclosure.amount import is_nil
from budgetlint.disclosure.numerals import strip_ordinal
from budgetlint.disclosure.tables.columns import CODE_PARTS
from budgetlint.fold import fold, tidy
from budgetlint.taxonomy import class_codes, row_specs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from budgetlint.document import Cell
    from budgetlint.taxonomy import RowSpec, StatementSpec

_LEVELS = (3, 5)
_DOTS = re.compile(r"[.。·…]+")
_DRESSED = re.compile(r"['’\[【]?([0-9]{3})[.-]?([0-9]{2})?[.-]?([0-9]{2})?[\]】]?")
"""A code as some systems print it: [2050101], 205-01-01, with the apostrophe of a text cell."""
_NOTES = ("注:", "注1", "说明:")
_DESCRIPTION = "本表反映"


@dataclass
class Row:
    """A data row: its 1-based number, its cells by column role, and what it means.

    ``keys`` maps each label or code column to the row's key (a concept, a code, ``total``).
    ``groups`` names the group of lines (``income.lines``) each key counts into.
    ``code`` is the code the row stands for, which may mend the ``printed_code``. A row that
    ``repeats`` another word for word is not counted again. ``block`` counts the blocks of a table
    whose columns are printed several times side by side. One that ``is_foreign`` has a code of
    another classification; one that ``is_detail`` has none: it is a unit, or a project of the row
    above.
    """

    number: int
    cells: dict[str, Cell]
    label: str
    printed_code: str = ""
    code: str = ""
    keys: dict[str, str] = field(default_factory=dict)
    groups: dict[str, str] = field(default_factory=dict)
    repeats: bool = False
    is_subtotal: bool = False
    is_foreign: bool = False
    is_detail: bool = False
    block: int = 0

    @property
    def is_total(self) -> bool:
        """Whether this is the 合计 row of a table by codes."""
        return self.code == "total"

    @property
    def has_code(self) -> bool:
        """Whether the row should have a code: it is no 合计 and no unit or project."""
        return not (self.is_total or self.is_subtotal or self.is_detail)


class RowReader:
    """Reads the rows of one table, one after the other."""

    def __init__(self, spec: StatementSpec) -> None:
        self.spec = spec
        self.note = ""
        self._serials = {c.role for c in spec.columns if c.kind == "serial"}
        self._number = 0
        self._seen: set[str] = set()
        self._codes = ["", ""]

    def read(self, lines: Iterable[Mapping[str, Cell]], block: int = 0) -> Iterator[Row]:
        """The rows of these lines of cells; what stands below the data goes into ``note``."""
        for cells in lines:
            texts = {role: text for role, cell in cells.items() if (text := fold(cell.text))}
            if not self._holds_row(texts, cells):
                continue
            self._number += 1
            row = Row(self._number, dict(cells), "", block=block)
            if "code" in self.spec.rows:
                self._read_code(row)
            else:
                self._read_labels(row)
            yield row

    def _holds_row(self, texts: Mapping[str, str], cells: Mapping[str, Cell]) -> bool:
        """Whether cells hold a row; words that only say there is nothing (无) are a note."""
        if not texts or all(_DOTS.fullmatch(text) for text in texts.values()):
            return False
        if texts.keys() <= self._serials and all(text.isdigit() for text in texts.values()):
            return False
        words = [text for role, text in texts.items() if role not in self._serials]
        if words and all(map(is_nil, words)):
            self.note = self.note or next(filter(str.isalpha, words), "")
            return False
        first = next(iter(texts.values()))
        if not first.startswith(_NOTES) and "空表" not in first:
            return True
        if _DESCRIPTION not in first:
            self.note = self.note or tidy(next(c.text for c in cells.values() if fold(c.text)))
        return False

    def _read_code(self, row: Row) -> None:
        name = row.cells.get("name")
        row.label = tidy(name.text) if name else ""
        row.printed_code = self._printed_code(row)
        if "合计" in (fold(row.printed_code), fold(row.label)):
            row.code, row.label, row.printed_code = "total", "合计", ""
        elif sums := self.spec.rows.get("name"):
            for text in (row.printed_code, row.label):
                found, _ = find_row(sums, text, set())
                if found:
                    row.code, row.label, row.printed_code = found.id, text, ""
                    row.is_subtotal = True
                    break
        row.keys["code"] = row.code

    def _printed_code(self, row: Row) -> str:
        """The code; one that is printed in three columns (类, 款, 项) is put together."""
        cells = row.cells
        found = [cells[role] for role in CODE_PARTS if role in cells]
        if not found:
            return _bare(cells["code"]) if "code" in cells else ""
        code = ""
        for level, cell in enumerate(found):
            text = _bare(cell)
            if not text or cell in found[:level]:
                continue
            row.cells["code"] = cell
            if not text.isdigit():
                return text
            before = code or (self._codes[level - 1] if level and len(text) <= 2 else "")
            code = text if text.startswith(before) and text != before else before + text
        for n, length in enumerate(_LEVELS):
            if len(code) >= length:
                self._codes[n] = code[:length]
        return code

    def _read_labels(self, row: Row) -> None:
        labels = []
        for role, vocabulary in self.spec.rows.items():
            cell = row.cells.get(role)
            if cell is None or not fold(cell.text):
                continue
            labels.append(tidy(cell.text))
            spec, key = find_row(vocabulary, cell.text, self._seen)
            row.keys[role] = "" if spec and spec.counts else key
            if spec:
                self._seen.add(spec.id)
                if spec.lines and spec.until not in self._seen:
                    row.groups[role] = spec.lines
        row.label = next(iter(labels), "")


def _bare(cell: Cell) -> str:
    """The code in a cell, without blanks and brackets and what stands between its levels; a dash or
    无 in its place is none."""
    text = "" if is_nil(cell.text) else tidy(cell.text).replace(" ", "")
    found = _DRESSED.fullmatch(text)
    return "".join(filter(None, found.groups())) if found else text


def find_row(vocabulary: str, label: str, seen: set[str]) -> tuple[RowSpec | None, str]:
    """The row a printed label means, with its key; ``seen`` are the rows above it."""
    bare = strip_ordinal(fold(label)).lstrip(":")
    classes = None
    for spec in row_specs(vocabulary):
        if spec.after is not None and spec.after not in seen:
            continue
        if spec.pattern and spec.pattern.fullmatch(bare):
            return spec, spec.id
        if spec.classes:
            classes = spec
    if classes:
        return classes, class_codes().get(bare, f"line:{bare}")
    return None, f"line:{bare}"
