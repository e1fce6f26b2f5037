"""Variants with one defect of form: units, sections, tables, codes, captions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from fictional.blocks import Block, Heading, Printed, TableBlock
from fictional.figures import Options
from fictional.tables import chinese, renumbered
from fictional.variants import (
    AnyOptions,
    Change,
    Expectation,
    Place,
    Variant,
    in_cell,
    in_text,
    place_of,
    section_title,
)

if TYPE_CHECKING:
    from collections.abc import Callable

YUAN = Options(unit_tables="元")


def table_edit(table_id: str, edit: Callable[[TableBlock], TableBlock]) -> Change:
    """A change of one table."""
    return lambda printed: printed.edit_table(table_id, edit)


def caption(table_id: str, **texts: str) -> Change:
    """A change of one piece of a caption."""
    return table_edit(
        table_id, lambda table: replace(table, caption=replace(table.caption, **texts))
    )


def numbered(block_id: str, number: str) -> Change:
    """A heading that prints another number."""

    def edit(block: Block) -> Block:
        assert isinstance(block, Heading)
        return replace(block, number=number)

    return lambda printed: printed.edit(block_id, edit)


def without_section(part: str, number: int, *, close_gap: bool) -> Change:
    """A part without one section; later ones keep their numbers or close the gap."""

    def change(printed: Printed) -> Printed:
        printed = printed.without(f"{part}/s{number}")
        for later in range(number + 1, 10) if close_gap else ():
            printed = numbered(f"{part}/s{later}", f"{chinese(later - 1)}、")(printed)
        return printed

    return change


def doubled_section(part: str, number: int) -> Change:
    """A section with all that belongs to it printed twice."""

    def change(printed: Printed) -> Printed:
        old, new = f"{part}/s{number}", f"{part}/again"
        copies = tuple(
            replace(block, id=new + block.id.removeprefix(old)) for block in printed.take(old)
        )
        return printed.insert_after(old, copies)

    return change


def moved_section(part: str, number: int, after: int) -> Change:
    """A section moved behind a later one, with its number."""

    def change(printed: Printed) -> Printed:
        blocks = printed.take(f"{part}/s{number}")
        return printed.without(f"{part}/s{number}").insert_after(f"{part}/s{after}", blocks)

    return change


def without_row(table: TableBlock, key: str) -> TableBlock:
    """The table without a row, serial numbers closed up."""
    index = table.index(key)
    return renumbered(table.with_rows(table.rows[:index] + table.rows[index + 1 :]))


def doubled_row(table: TableBlock, key: str) -> TableBlock:
    """The table with a row printed twice, serial numbers running on."""
    stop = table.index(key) + 1
    return renumbered(table.with_rows((*table.rows[:stop], *table.rows[stop - 1 :])))


def swapped_rows(table: TableBlock, first: str, second: str) -> TableBlock:
    """The table with two rows in each other's place, serial numbers running on."""
    rows, a, b = list(table.rows), table.index(first), table.index(second)
    rows[a], rows[b] = rows[b], rows[a]
    return renumbered(table.with_rows(rows))


def in_code(
    kind: str,
    table_id: str,
    right: str,
    wrong: str,
    options: AnyOptions | None = None,
    name: str = "",
) -> Variant:
    """A code printed wrong."""
    label = "功能分类科目编码" if table_id.startswith("t/") else "科目编码"
    change = table_edit(table_id, lambda table: table.with_cell(right, label, wrong))
    expect = Expectation(kind, place_of(table_id, wrong, label, options), wrong, right)
    return Variant(name or kind, change, expect, options or Options())


def section(name: str, change: Change, part: str, number: int, expect: Expectation) -> Variant:
    """A defect of a whole section or of its heading."""
    place = Place(place_of(f"{part}/s{number}").part, section_title(part, number))
    return Variant(name, change, replace(expect, place=place))


_ANYWHERE = Place("")

_MISSING = Expectation("missing-section", _ANYWHERE)


def _number(wrong: str, right: str, in_text: str | None = None) -> Expectation:
    return Expectation("section-number", _ANYWHERE, wrong, right, severity_in_text=in_text)


UNITS: tuple[Variant, ...] = (
    Variant(
        "table-unit-missing", caption("dept/t3", unit=""),
        Expectation("table-unit-missing", place_of("dept/t3"), None, "万元"),
    ),
    Variant(
        "table-unit-missing-procurement", caption("dept/s6/table", unit=""),
        Expectation(
            "table-unit-missing", replace(place_of("dept/s6/table"), table="部门政府采购预算"),
            None, "万元",
        ),
    ),
    Variant(
        "table-unit-yuan-for-wan", caption("dept/t2", unit="单位：元"),
        Expectation("table-unit-mismatch", place_of("dept/t2"), "元", "万元"),
    ),
    Variant(
        "table-unit-wan-for-yuan", caption("unit/t5", unit="单位：万元"),
        Expectation("table-unit-mismatch", place_of("unit/t5"), "万元", "元"), YUAN,
    ),
    in_text(
        "text-unit-yuan", "dept/s3/text", "安排机关运行经费{}，", ("135.27万元", "135.27元"),
        "amount-unit", "text-table", "text-text", "part-mismatch",
    ),
    in_text(
        "text-unit-item-yuan", "unit/s3/text", "、电费{}、", ("7.91万元", "7.91元"),
        "amount-unit", "text-table", "part-mismatch",
    ),
    in_text(
        "text-unit-shifted", "dept/s2/income/text", "一般公共预算收入{}，",
        ("1977.50万元", "19775000.00万元"),
        "amount-unit", "text-table", "narrative-sum", "part-mismatch", options=YUAN,
    ),
    in_text(
        "text-unit-missing", "dept/s2/spending/text", "日常公用经费{}；", ("135.27万元", "135.27"),
        "amount-unit-missing",
    ),
)  # fmt: skip

SECTIONS: tuple[Variant, ...] = (
    section("section-missing", without_section("dept", 3, close_gap=False), "dept", 3, _MISSING),
    section(
        "section-missing-renumbered", without_section("unit", 7, close_gap=True),
        "unit", 7, _MISSING,
    ),
    section(
        "section-missing-last", without_section("dept", 9, close_gap=False), "dept", 9, _MISSING
    ),
    section(
        "section-duplicate", doubled_section("dept", 8), "dept", 8,
        Expectation("duplicate-section", _ANYWHERE),
    ),
    section(
        "section-number-wrong", numbered("dept/s6", "七、"), "dept", 6, _number("七、", "六、")
    ),
    section(
        "section-number-arabic", numbered("unit/s6", "6、"), "unit", 6, _number("6、", "六、")
    ),
    section(
        "section-number-absent", numbered("dept/s3", ""), "dept", 3, _number("", "三、", "info")
    ),
    section(
        "section-order", moved_section("dept", 6, 7), "dept", 6,
        Expectation("section-order", _ANYWHERE),
    ),
)  # fmt: skip

TABLES: tuple[Variant, ...] = (
    Variant(
        "table-missing", lambda printed: printed.without("dept/t6"),
        Expectation("missing-table", place_of("dept/t6")),
    ),
    Variant(
        "table-missing-in-unit", lambda printed: printed.without("unit/t4"),
        Expectation("missing-table", place_of("unit/t4"), severity="warning"),
    ),
    Variant(
        "empty-table-note", table_edit("dept/t7", lambda table: replace(table, notes=())),
        Expectation("empty-table-note", place_of("dept/t7")),
    ),
    Variant(
        "serial-number",
        table_edit("dept/t5", lambda table: table.with_cell("21011", "序号", "13")),
        Expectation(
            "serial-number", place_of("dept/t5", "21011", "序号"), "13", "12", severity="warning"
        ),
    ),
    Variant(
        "caption-year", caption("dept/t4", year="预算年度：2023"),
        Expectation("caption-year", place_of("dept/t4"), "2023", "2024"),
    ),
    Variant(
        "caption-entity", caption("unit/t6", entity="316青禾县农业农村局"),
        Expectation(
            "caption-entity", place_of("unit/t6"), "316青禾县农业农村局",
            "316001青禾县农业农村局本级", severity="warning",
        ),
    ),
)  # fmt: skip

CODES: tuple[Variant, ...] = (
    in_code("code-length", "dept/t3", "2130108", "213018"),
    in_code("code-nondigit", "dept/t5", "2130101", "213O101"),
    in_code("code-fullwidth", "unit/t2", "20805", "２０８０５"),
    in_code("code-wrong-parent", "dept/t5", "2130505", "2130605"),
    Variant(
        "code-missing-parent", table_edit("dept/t3", lambda table: without_row(table, "21104")),
        Expectation(
            "code-missing-parent", place_of("dept/t3", "2110402", "科目编码"), None, "21104"
        ),
    ),
    Variant(
        "code-name",
        table_edit(
            "dept/t5", lambda table: table.with_cell("2130109", "科目名称", "农产品质量监管")
        ),
        Expectation(
            "code-name", place_of("dept/t5", "2130109", "科目名称"),
            "农产品质量监管", "农产品质量安全",
        ),
    ),
    Variant(
        "code-year",
        table_edit(
            "dept/t5", lambda table: table.with_cell("20805", "科目名称", "行政事业单位离退休")
        ),
        Expectation(
            "code-year", place_of("dept/t5", "20805", "科目名称"),
            "行政事业单位离退休", "行政事业单位养老支出", severity="warning",
        ),
    ),
    in_code("code-unknown", "dept/t6", "30213", "30263", Options(unit_part=False)),
    in_code("code-of-another", "dept/t6", "30215", "30218", Options(unit_part=False)),
    Variant(
        "code-order",
        table_edit("unit/t5", lambda table: swapped_rows(table, "2130106", "2130108")),
        Expectation("code-order", place_of("unit/t5", "2130106", "科目编码")),
    ),
    Variant(
        "code-duplicate", table_edit("dept/t5", lambda table: doubled_row(table, "2210201")),
        Expectation(
            "code-duplicate", place_of("dept/t5", "2210201", "科目编码"), "2210201",
            contradicts=("code-duplicate", "hierarchy"),
        ),
    ),
)  # fmt: skip

PURCHASES: tuple[Variant, ...] = (
    in_cell(
        "procurement-quantity", ("unit/s6/table", "印刷服务", "数量"), "5",
        "price-quantity", "part-mismatch",
    ),
)  # fmt: skip

FORMS: tuple[Variant, ...] = UNITS + SECTIONS + TABLES + CODES + PURCHASES
