"""Reading performance-goal tables: the upper part label by label, the indicators row by row.

A table may hold the head of a project, its indicators, or both, and even several projects.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from budgetlint.disclosure.amount import MONEY_UNITS, NUMBER, Amount, Unit, amount_printed, is_nil
from budgetlint.disclosure.facts import Context, Fact
from budgetlint.disclosure.projects.model import Entry, Indicator, Project, Share
from budgetlint.fold import fold, tidy
from budgetlint.lang import say
from budgetlint.taxonomy.performance import performance

if TYPE_CHECKING:
    from budgetlint.document import Cell, Table

STATEMENT = "goals"
"""How the facts of these tables name their statement, before the key of the project."""
_MONEY = re.compile(rf"(?P<number>{NUMBER})(?P<unit>{MONEY_UNITS})?")
_ROLES = ("budget", "fiscal", "other")
_YUAN = "元"
_PERIODS = ("level3", "value")
_REQUIRED = ("level1", "value")
_FOREIGN = "foreign"
_LONGEST_LABEL = 40
_NAMING = ("code", "name")


@dataclass
class Reader:
    """Reads the rows of one table into ``project``; a new one is made of ``blank`` where another
    project begins. ``read`` are all of them, ``notes`` say what could not be understood.
    ``several`` are the amounts told for several periods in one row, which are not compared."""

    blank: Project
    unit: Unit
    project: Project
    read: list[Project] = field(default_factory=list)
    columns: dict[str, tuple[int, int]] = field(default_factory=dict)
    group: str = ""
    months: dict[int, int] = field(default_factory=dict)
    group_label: str = ""
    levels: tuple[str, str] = ("", "")
    several: set[str] = field(default_factory=set)
    notes: list[str] = field(default_factory=list)

    def table(self, table: Table) -> None:
        """Read all rows."""
        self.read.append(self.project)
        for n, row in enumerate(table.rows):
            cells = [cell for cell in row if cell is not None]
            if header := indicator_columns(row):
                self.columns = header
            elif self.columns and any(_label(cell.text)[0] in _NAMING for cell in cells):
                self._next()
                self._head(cells)
            elif self.columns:
                self._indicator(table, n)
            else:
                self._head(cells)

    def _next(self) -> None:
        self.project = replace(self.blank, stated={})
        self.read.append(self.project)
        self.columns, self.group, self.months, self.levels = {}, "", {}, ("", "")
        self.several = set()

    # ------------------------------------------------------------------ the upper part
    def _head(self, cells: list[Cell]) -> None:
        if months := _months(cells):
            self.months = months
        if self.months and not months and self._shares(cells):
            return
        label, found = "", False
        names = Counter(_label(cell.text)[0] for cell in cells)
        self.several |= {role for role in _ROLES if names[role] > 1}
        for cell in cells:
            name, glued = _label(cell.text)
            if group := _group(cell.text):
                self.group, self.group_label, label, found = group, tidy(cell.text), "", True
            elif name and glued is not None:
                self._put(name, cell, glued, tidy(cell.text))
                label, found = "", True
            elif name:
                label, found = name, True
                title = tidy(cell.text)
            elif label:
                self._put(label, cell, cell.text, title)
                label = "goal" if label == "goal" else ""
                self.group = "goal" if label == "goal" else self.group
        words = [cell for cell in cells if fold(cell.text)]
        if not found and len(words) == 1 and not months:
            self._more(words[0])

    def _more(self, cell: Cell) -> None:
        """A row of nothing but one text: the purpose below the amounts, or a further goal."""
        if self.group == "budget" and self.project.purpose is None:
            self._put("purpose", cell, cell.text, self.group_label)
        elif self.group == "goal":
            self._put("goal", cell, cell.text, "绩效目标")

    def _put(self, name: str, cell: Cell, text: str, title: str) -> None:
        project = self.project
        entry = self.entry(cell, name, text, row=title)
        if name in _ROLES:
            row = self.group_label or title
            column = _clean(title) if row != title else ""
            entry = self.entry(cell, name, text, row=row, column=column)
            if getattr(project, name) is None and name not in self.several:
                setattr(project, name, self._fact(name, entry, cell))
        elif name == "more":
            project.has_more_sources |= not is_nil(entry.text)
        elif name == "goal":
            if not entry.is_blank or not project.goals:
                project.goals = (*project.goals, entry)
        elif name == "code":
            project.code = entry
        elif name == "name":
            project.printed_name = entry
        elif project.purpose is None:
            project.purpose = entry

    def _fact(self, role: str, entry: Entry, cell: Cell) -> Fact | None:
        found = _MONEY.fullmatch(entry.folded)
        if found is None and not is_nil(entry.text):
            title = self.project.heading.text or "绩效目标表"
            self.notes.append(
                say(
                    "《{title}》的“{column}”“{text}”不是数字",
                    title=title,
                    column=entry.location.column_label or entry.location.row_label,
                    text=entry.text,
                )
            )
            return None
        unit = Unit(found["unit"]) if found and found["unit"] else self.unit
        value: Amount | None = amount_printed(found["number"], unit) if found else None
        context = Context(self.project.part, statement=STATEMENT, column=role)
        order = (self.project.block, cell.row, cell.col)
        return Fact(
            f"project.{role}", context, value, entry.text, entry.location, order=order,
            leaf=role != "budget",
        )  # fmt: skip

    def _shares(self, cells: list[Cell]) -> bool:
        """Read the row with the shares below the row with the months, if this is it."""
        shares = []
        for cell in cells:
            month = self.months.get(cell.col)
            if month is None and fold(cell.text):
                return False
            if month is not None:
                entry = self.entry(
                    cell, f"plan/{month}", cell.text, row=self.group_label, column=f"{month}月底"
                )
                found = performance().share.fullmatch(entry.folded)
                told = found and _YUAN not in self.group_label
                percent = Decimal(found["share"]) if found and told else None
                shares.append(Share(month, entry, percent))
        self.project.plan = tuple(shares)
        self.months = {}
        return bool(shares)

    # ------------------------------------------------------------------ the indicators
    def _indicator(self, table: Table, n: int) -> None:
        cells = {
            role: cell for role in self.columns if (cell := self._cell(table, n, role)) is not None
        }
        texts = {role: fold(cell.text) for role, cell in cells.items()}
        said = any(texts.get(role) for role in ("level3", "description", "value"))
        if not said or "value" not in cells:
            return  # a row of a ragged table may end before the column of the values
        first, second = texts.get("level1", ""), texts.get("level2", "")
        if first:
            self.levels = (tidy(cells["level1"].text), "")
        if second:
            self.levels = (self.levels[0], tidy(cells["level2"].text))
        level1, level2 = self.levels
        number = len(self.project.indicators) + 1
        row = tidy(cells["level3"].text) if texts.get("level3") else level2
        columns = {role: column for role, column in _TITLES.items() if role in cells}

        def entry(role: str) -> Entry:
            place = self.entry(
                cells[role], f"{number}/{role}", cells[role].text, row=row, column=columns[role]
            )
            return replace(place, location=replace(place.location, row=number))

        kind = performance().class_of(fold(level2), fold(level1))
        indicator = Indicator(
            number=number, level1=level1, level2=level2, kind=kind,
            name=entry("level3" if "level3" in cells else "value"), entry=entry("value"),
            description=entry("description") if "description" in cells else None,
            basis=entry("basis") if "basis" in cells else None,
            sign=texts.get("sign", ""), measure=texts.get("measure", ""),
        )  # fmt: skip
        self.project.indicators = (*self.project.indicators, indicator)

    def _cell(self, table: Table, n: int, role: str) -> Cell | None:
        """The cell of a column; of a merged one the cell that covers it, where that is known."""
        start, end = self.columns[role]
        if table.spans_known:
            return next((cell for cell in table.grid[n][start:end] if cell), None)
        return next((cell for cell in table.rows[n] if start <= cell.col < end), None)

    def entry(self, cell: Cell, what: str, text: str, *, row: str, column: str = "") -> Entry:
        """A cell as an entry, placed by the labels of its row and column."""
        shown = tidy(text)
        start = cell.text.find(text) if text else 0
        place = replace(
            self.project.location, row_label=_clean(row) or None, column_label=column or None,
            text=shown, mark=(0, len(shown)), position=cell.position(max(start, 0)),
            key=f"{STATEMENT}:{self.project.key}/{what}",
        )  # fmt: skip
        return Entry(shown, place)


_TITLES = {
    "level3": "三级指标",
    "description": "绩效指标描述",
    "value": "指标值",
    "basis": "指标值确定依据",
    "level1": "一级指标",
    "level2": "二级指标",
}


def indicator_columns(row: tuple[Cell, ...]) -> dict[str, tuple[int, int]]:
    """The columns by role if the row is the header of the indicators, each from where to where.

    Of indicators for the whole period and for the year, side by side, those for the year.
    """
    found: dict[str, tuple[int, int]] = {}
    for cell in row:
        role = _column_role(fold(cell.text)) if len(cell.text) <= _LONGEST_LABEL else ""
        if role == _FOREIGN:
            return {}
        if role in _PERIODS or (role and role not in found):
            found[role] = (cell.col, cell.col + cell.colspan)
    return found if all(role in found for role in _REQUIRED) else {}


@lru_cache(maxsize=4096)
def _column_role(folded: str) -> str:
    """The role of the column that a label heads; "" for none."""
    if not folded:
        return ""
    if performance().foreign.fullmatch(folded):
        return _FOREIGN
    return next((r for r, known in performance().columns.items() if known.fullmatch(folded)), "")


def is_list(row: tuple[Cell, ...]) -> bool:
    """Whether a row heads the indicators of several projects, or of what was achieved."""
    roles = {_column_role(fold(c.text)) for c in row if len(c.text) <= _LONGEST_LABEL}
    return roles.issuperset((_FOREIGN, *_REQUIRED))


def is_head(table: Table) -> bool:
    """Whether a table has the upper part of a project: its name or code, and its budget."""
    names = {_label(cell.text)[0] for row in table.rows[:8] for cell in row}
    return bool(names & set(_NAMING)) and bool(names & {"budget", "goal"})


def _clean(label: str) -> str:
    """A label as it is printed, without what introduces it."""
    return label.removeprefix("其中：").removeprefix("其中:").partition("：")[0].partition(":")[0]


def _label(text: str) -> tuple[str, str | None]:
    """The label that a cell is, and the value glued to it behind a colon; None where none is."""
    begin = text[:_LONGEST_LABEL]
    if len(text) <= _LONGEST_LABEL and (name := _label_name(fold(text).removesuffix(":"))):
        return name, None
    for colon in re.finditer("[:：]", begin):
        if name := _label_name(fold(text[: colon.start()])):
            return name, text[colon.end() :]
    return "", None


@lru_cache(maxsize=4096)
def _label_name(folded: str) -> str:
    return next((n for n, known in performance().labels.items() if known.fullmatch(folded)), "")


def _group(text: str) -> str:
    folded = fold(text)
    return next((g for g, known in performance().groups.items() if known.fullmatch(folded)), "")


def _months(cells: list[Cell]) -> dict[int, int]:
    """The month that each column of the payment plan is for, if the row names months."""
    found: dict[int, int] = {}
    for cell in cells:
        match = performance().month.fullmatch(fold(cell.text))
        if match:
            found.update(
                dict.fromkeys(range(cell.col, cell.col + cell.colspan), int(match["month"]))
            )
    return found if len(set(found.values())) > 1 else {}
