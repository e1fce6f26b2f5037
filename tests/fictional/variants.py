"""Single defects: each variant is a good document with exactly one thing wrong.

The defect is made in the blocks, before rendering, so that it is the same one in every format.
What is expected of a linter is recorded without rule codes: kind, severity, logical place, the
printed wrong value, and the right one where the document proves it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from fictional.blocks import Heading, Printed, TableBlock
from fictional.figures import Options
from fictional.final_figures import Options as FinalOptions
from fictional.final_model import build_final
from fictional.model import build
from fictional.narrative import SECTIONS

Change = Callable[[Printed], Printed]
AnyOptions = Options | FinalOptions
WORDS = {"dept": "部门", "unit": "单位"}
PARTS = {"dept": "department", "unit": "unit"}
FINAL = "final"  # the one part of final accounts: those of the whole department


def document(options: AnyOptions) -> Printed:
    """The good document so optioned: final accounts or a budget."""
    return build_final(options) if isinstance(options, FinalOptions) else build(options)


@dataclass(frozen=True, slots=True)
class Place:
    """A logical place: the same in every format.

    ``table`` is the number of a standard table of a budget or the title of another one; ``row``
    the code or the label of the row; ``column`` the lowest header label, ``group`` the labels above
    it (the two 预算数 of table 1 are told apart by 收入 and 支出).
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
    """A good document with one defect."""

    name: str
    change: Change
    expect: Expectation
    options: AnyOptions = field(default_factory=Options)

    def printed(self) -> Printed:
        """The document with the defect."""
        return self.change(document(self.options))


@dataclass(frozen=True, slots=True)
class Good:
    """A document that looks wrong but is right: nothing more than a hint may be said of it."""

    name: str
    change: Change
    options: AnyOptions = field(default_factory=Options)

    def printed(self) -> Printed:
        """The document."""
        return self.change(document(self.options))


def place_of(
    block_id: str,
    row: str | None = None,
    column: str | None = None,
    options: AnyOptions | None = None,
) -> Place:
    """The place that an id such as ``dept/s2/income/text`` or ``unit/t3`` names."""
    if isinstance(options, FinalOptions):
        return _place_in_final(document(options), block_id, row, column)
    part, _, rest = block_id.partition("/")
    head = rest.split("/")[0]
    if head.startswith("t"):
        return Place(PARTS[part], None, int(head[1:]), row, column)
    return Place(PARTS[part], section_title(part, int(head[1:])), None, row, column)


def _place_in_final(printed: Printed, block_id: str, row: str | None, column: str | None) -> Place:
    """The table's title, or the section that a block stands in.

    A part may have no sections, and 其他重要事项 is made of sections.
    """
    block = printed.find(block_id)
    if isinstance(block, TableBlock) and block.standard:
        return Place(FINAL, None, block.title, row, column)
    above = printed.blocks[: printed.blocks.index(block) + 1]
    heads = [
        b
        for b in above
        if isinstance(b, Heading) and (b.kind in ("section", "part") or b.id.startswith("s/other/"))
    ]
    return Place(FINAL, heads[-1].text if heads else None, None, row, column)


def section_title(part: str, number: int) -> str:
    """The title of a section, without its number."""
    return SECTIONS[number - 1].format(WORDS[part])


def in_cell(
    name: str,
    target: tuple[str, str | int, str],
    wrong: str,
    *contradicts: str,
    options: AnyOptions | None = None,
    occurrence: int = 0,
) -> Variant:
    """One cell of a table (id, row, column) printed wrong; the right value is the model's.

    The row is named by one of its cells or by its index. An empty column is the amount beside
    that cell, where codes stand side by side.
    """
    options = options or Options()
    table_id, row, column = target
    table = document(options).table(table_id)
    index = row if isinstance(row, int) else table.index(row, occurrence)
    grid = table.column(column) if column else None
    position = _beside(table, index, str(row)) if grid is None else table.position(index, grid)
    right = table.rows[index][position].text
    group, _, label = ("", "", None) if grid is None else table.columns[grid].rpartition("/")
    place = place_of(table_id, str(row) if row else None, label, options)
    place = replace(place, group=group or None)
    if table.standard is None:
        place = replace(place, table=table.title or None)
    unit = re.sub(".*：", "", table.caption.unit) or "万元"

    def change(printed: Printed) -> Printed:
        return printed.edit_table(table_id, lambda block: block.with_text(index, position, wrong))

    def amount(text: str) -> str:
        return f"{text}{unit}" if text and column not in ("序号", "数量") else text

    expect = Expectation(
        contradicts[0], place, amount(wrong), amount(right), contradicts=contradicts
    )
    return Variant(name, change, expect, options)


def undecided(variant: Variant, row: str | None = None) -> Variant:
    """A variant whose right value nothing proves; the finding may name the row of the total."""
    place = replace(variant.expect.place, row=row or variant.expect.place.row)
    return replace(variant, expect=replace(variant.expect, place=place, right=None))


def mild(variant: Variant) -> Variant:
    """A variant that is only very probably wrong."""
    return replace(variant, expect=replace(variant.expect, severity="warning"))


def _beside(table: TableBlock, index: int, key: str) -> int:
    """The cell with the amount of a code, or of a label that spans code and name."""
    position = [cell.text for cell in table.rows[index]].index(key)
    return position + (2 if key.isdecimal() else 1)


def in_text(
    name: str,
    block_id: str,
    pattern: str,
    values: tuple[str, str],
    *contradicts: str,
    options: AnyOptions | None = None,
    severity: str = "error",
) -> Variant:
    """One value of a paragraph printed wrong; ``pattern`` has ``{}`` where (right, wrong) go.

    A mere warning proves no right value.
    """
    right, wrong = values
    expect = Expectation(
        contradicts[0],
        place_of(block_id, options=options),
        wrong,
        right if severity == "error" else None,
        severity,
        contradicts=contradicts,
    )

    def change(printed: Printed) -> Printed:
        return printed.edit_text(block_id, pattern.format(right), pattern.format(wrong))

    return Variant(name, change, expect, options or Options())


def variants() -> tuple[Variant, ...]:
    """All variants; names are unique."""
    # They import this module.
    from fictional.variants_agency import AGENCY  # noqa: PLC0415
    from fictional.variants_amounts import AMOUNTS  # noqa: PLC0415
    from fictional.variants_bureau import BUREAU  # noqa: PLC0415
    from fictional.variants_content import CONTENT  # noqa: PLC0415
    from fictional.variants_contents import CONTENTS  # noqa: PLC0415
    from fictional.variants_entity import ENTITY  # noqa: PLC0415
    from fictional.variants_form import FORMS  # noqa: PLC0415
    from fictional.variants_lists import LISTS  # noqa: PLC0415
    from fictional.variants_marks import MARKS  # noqa: PLC0415
    from fictional.variants_names import NAMES  # noqa: PLC0415
    from fictional.variants_numbers import NUMBERS  # noqa: PLC0415
    from fictional.variants_offices import OFFICES  # noqa: PLC0415
    from fictional.variants_performance import PERFORMANCE  # noqa: PLC0415
    from fictional.variants_privacy import PRIVACY  # noqa: PLC0415
    from fictional.variants_projects import PROJECTS  # noqa: PLC0415
    from fictional.variants_purchases import PURCHASES  # noqa: PLC0415
    from fictional.variants_rates import RATES  # noqa: PLC0415
    from fictional.variants_reasons import REASONS  # noqa: PLC0415
    from fictional.variants_residue import RESIDUE  # noqa: PLC0415
    from fictional.variants_slips import SLIPS  # noqa: PLC0415
    from fictional.variants_stale import STALE  # noqa: PLC0415
    from fictional.variants_subjects import SUBJECTS  # noqa: PLC0415
    from fictional.variants_years import YEARS  # noqa: PLC0415

    return (
        AMOUNTS + FORMS + RATES + SUBJECTS + NUMBERS + PERFORMANCE + REASONS + PURCHASES
        + AGENCY + PROJECTS + PRIVACY + CONTENTS + SLIPS + MARKS + CONTENT + LISTS + RESIDUE
        + ENTITY + NAMES + STALE + YEARS + BUREAU + OFFICES
    )  # fmt: skip


def final_variants() -> tuple[Variant, ...]:
    """All variants of final accounts; names are unique."""
    from fictional.variants_bureau import FINAL_BUREAU  # noqa: PLC0415
    from fictional.variants_content import FINAL_CONTENT  # noqa: PLC0415
    from fictional.variants_contents import FINAL_CONTENTS  # noqa: PLC0415
    from fictional.variants_entity import FINAL_ENTITY  # noqa: PLC0415
    from fictional.variants_final_form import FORMS  # noqa: PLC0415
    from fictional.variants_final_rates import RATES  # noqa: PLC0415
    from fictional.variants_final_reasons import FINAL_REASONS  # noqa: PLC0415
    from fictional.variants_final_tables import TABLES  # noqa: PLC0415
    from fictional.variants_final_text import TEXTS  # noqa: PLC0415
    from fictional.variants_lists import FINAL_LISTS  # noqa: PLC0415
    from fictional.variants_marks import FINAL_MARKS  # noqa: PLC0415
    from fictional.variants_names import FINAL_NAMES  # noqa: PLC0415
    from fictional.variants_numbers import FINAL_NUMBERS  # noqa: PLC0415
    from fictional.variants_offices import FINAL_OFFICES  # noqa: PLC0415
    from fictional.variants_privacy import FINAL_PRIVACY  # noqa: PLC0415
    from fictional.variants_purchases import FINAL_PURCHASES  # noqa: PLC0415
    from fictional.variants_residue import FINAL_RESIDUE  # noqa: PLC0415
    from fictional.variants_slips import FINAL_SLIPS  # noqa: PLC0415
    from fictional.variants_stale import FINAL_STALE  # noqa: PLC0415
    from fictional.variants_subjects import FINAL_SUBJECTS  # noqa: PLC0415
    from fictional.variants_years import FINAL_YEARS  # noqa: PLC0415

    return (
        TABLES + TEXTS + RATES + FINAL_REASONS + FORMS + FINAL_SUBJECTS + FINAL_NUMBERS
        + FINAL_PURCHASES + FINAL_PRIVACY + FINAL_CONTENTS + FINAL_SLIPS + FINAL_MARKS
        + FINAL_CONTENT + FINAL_LISTS + FINAL_RESIDUE + FINAL_ENTITY + FINAL_NAMES
        + FINAL_STALE + FINAL_YEARS + FINAL_BUREAU + FINAL_OFFICES
    )  # fmt: skip


def good_budgets() -> tuple[Good, ...]:
    """Budgets that only look wrong."""
    from fictional.good_agency import LISTS  # noqa: PLC0415
    from fictional.variants_good import BUDGETS  # noqa: PLC0415
    from fictional.variants_performance import GOOD  # noqa: PLC0415
    from fictional.variants_purchases import GOOD_PURCHASES  # noqa: PLC0415
    from fictional.variants_reasons import GOOD_REASONS  # noqa: PLC0415
    from fictional.variants_residue import GOOD_RESIDUE  # noqa: PLC0415

    return BUDGETS + GOOD + GOOD_REASONS + GOOD_PURCHASES + LISTS + GOOD_RESIDUE


def good_finals() -> tuple[Good, ...]:
    """Final accounts that only look wrong."""
    from fictional.variants_good import FINALS  # noqa: PLC0415

    return FINALS


def variant(name: str) -> Variant:
    """The variant of that name."""
    return next(item for item in variants() if item.name == name)
