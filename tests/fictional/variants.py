"""Single defects: each variant is a good document with exactly one thing wrong.

The defect is made in the blocks, before rendering, so that it is the same one in every format.
What is expected of a linter is recorded without rule codes: kind, severity, logical place, the
printed wrong value, and the right one where the document proves it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from fictional.blocks import Printed
from fictional.figures import Options
from fictional.model import build
from fictional.narrative import SECTIONS

Change = Callable[[Printed], Printed]
WORDS = {"dept": "部门", "unit": "单位"}
PARTS = {"dept": "department", "unit": "unit"}


@dataclass(frozen=True, slots=True)
class Place:
    """A logical place: the same in every format.

    ``table`` is the number of a standard table or the title of another one; ``row`` the code or
    the label of the row; ``column`` the lowest header label, ``group`` the labels above it (the
    two 预算数 of table 1 are told apart by 收入 and 支出).
    """

    part: str
    section: str | None = None
    table: int | str | None = None
    row: str | None = None
    column: str | None = None
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Expectation:
    """What should be found, once.

    ``contradicts`` names every kind of relation that the defect breaks, the decisive one (equal
    to ``kind``) first: sums of columns, hierarchies, balances, other tables, the other part, text.
    ``severity_in_text`` differs where a text file does not tell enough.
    """

    kind: str
    place: Place
    wrong: str | None = None
    right: str | None = None
    severity: str = "error"
    severity_in_text: str | None = None
    contradicts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Variant:
    """A good document with one defect; ``needs`` names an area that not every version checks."""

    name: str
    change: Change
    expect: Expectation
    options: Options = field(default_factory=Options)
    needs: str = ""

    def printed(self) -> Printed:
        """The document with the defect."""
        return self.change(build(self.options))


def place_of(block_id: str, row: str | None = None, column: str | None = None) -> Place:
    """The place that an id such as ``dept/s2/income/text`` or ``unit/t3`` names."""
    part, _, rest = block_id.partition("/")
    head = rest.split("/")[0]
    if head.startswith("t"):
        return Place(PARTS[part], None, int(head[1:]), row, column)
    return Place(PARTS[part], section_title(part, int(head[1:])), None, row, column)


def section_title(part: str, number: int) -> str:
    """The title of a section, without its number."""
    return SECTIONS[number - 1].format(WORDS[part])


def in_cell(
    name: str,
    target: tuple[str, str, str],
    wrong: str,
    *contradicts: str,
    options: Options | None = None,
    occurrence: int = 0,
    needs: str = "",
) -> Variant:
    """One cell of a table (id, row, column) printed wrong; the right value is the model's."""
    options = options or Options()
    table_id, row, column = target
    table = build(options).table(table_id)
    index = table.index(row, occurrence)
    right = table.rows[index][table.column(column)].text
    group, _, label = table.columns[table.column(column)].rpartition("/")
    place = replace(place_of(table_id, row, label), group=group or None)
    if table.standard is None:
        place = replace(place, table=table.title or None)
    unit = table.caption.unit.removeprefix("单位：") or "万元"

    def change(printed: Printed) -> Printed:
        return printed.edit_table(
            table_id, lambda block: block.with_cell(row, column, wrong, occurrence)
        )

    def amount(text: str) -> str:
        return f"{text}{unit}" if text and column not in ("序号", "数量") else text

    expect = Expectation(
        contradicts[0], place, amount(wrong), amount(right), contradicts=contradicts
    )
    return Variant(name, change, expect, options, needs)


def in_text(
    name: str,
    block_id: str,
    pattern: str,
    values: tuple[str, str],
    *contradicts: str,
    options: Options | None = None,
    severity: str = "error",
    needs: str = "",
) -> Variant:
    """One value of a paragraph printed wrong; ``pattern`` has ``{}`` where (right, wrong) go.

    A mere warning proves no right value.
    """
    right, wrong = values
    expect = Expectation(
        contradicts[0],
        place_of(block_id),
        wrong,
        right if severity == "error" else None,
        severity,
        contradicts=contradicts,
    )

    def change(printed: Printed) -> Printed:
        return printed.edit_text(block_id, pattern.format(right), pattern.format(wrong))

    return Variant(name, change, expect, options or Options(), needs)


def variants() -> tuple[Variant, ...]:
    """All variants; names are unique."""
    from fictional.variants_amounts import AMOUNTS  # noqa: PLC0415 (they import this module)
    from fictional.variants_form import FORMS  # noqa: PLC0415

    return AMOUNTS + FORMS


def variant(name: str) -> Variant:
    """The variant of that name."""
    return next(item for item in variants() if item.name == name)
