"""Variants with one wrong number in a list, at any level, in both models."""

from __future__ import annotations

from dataclasses import replace
from functools import partial, reduce
from typing import TYPE_CHECKING

from fictional.blocks import Cell, Heading, Para, Printed, TableBlock, row
from fictional.figures import Options
from fictional.final_figures import Options as FinalOptions
from fictional.tables import chinese
from fictional.variants import Expectation, Variant, place_of
from fictional.variants_form import table_edit

if TYPE_CHECKING:
    from fictional.blocks import Block
    from fictional.variants import AnyOptions, Change

BUDGET, FINAL = Options(), FinalOptions()
DUTIES = ("dept/s1/duties", "s/duties")


def renumbered(numbers: dict[str, str]) -> Change:
    """Headings and paragraphs that print other numbers."""

    def change(printed: Printed) -> Printed:
        return reduce(_with_number, numbers.items(), printed)

    return change


def _with_number(printed: Printed, change: tuple[str, str]) -> Printed:
    block_id, number = change

    def edit(block: Block) -> Block:
        assert isinstance(block, Heading | Para)
        return replace(block, number=number)

    return printed.edit(block_id, edit)


def shifted(prefix: str, first: int, last: int, mark: str = "{}、") -> dict[str, str]:
    """The items from ``first`` to ``last``, each with the next number."""
    return {f"{prefix}/{n}": mark.format(n + 1) for n in range(first, last + 1)}


def in_han(prefix: str, count: int) -> dict[str, str]:
    """Items numbered 一、 二、."""
    return {f"{prefix}/{n}": f"{chinese(n)}、" for n in range(1, count + 1)}


def added(block_id: str, text: str) -> Change:
    """A paragraph more behind a block."""
    return lambda p: p.insert_after(block_id, (Para(f"{block_id}/added", text),))


def goals(text: str) -> Change:
    """The goals in the first project's table."""

    def edit(table: TableBlock) -> TableBlock:
        rows = tuple(
            tuple(
                Cell(text, cell.colspan, cell.rowspan) if cell.text.startswith("1.") else cell
                for cell in row
            )
            for row in table.rows
        )
        return table.with_rows(rows)

    return table_edit("dept/s5/goals1/table", edit)


def printed_twice(block_id: str) -> Change:
    """A heading printed a second time right below itself."""

    def change(printed: Printed) -> Printed:
        at = printed.blocks.index(printed.find(block_id)) + 1
        again = replace(printed.blocks[at - 1], id=f"{block_id}/again")
        return Printed((*printed.blocks[:at], again, *printed.blocks[at:]))

    return change


def numbered_tables(prefix: str, numbers: str, titles: tuple[str, ...] = ()) -> Change:
    """Standard tables whose titles have these numbers, and two others behind them."""

    def change(printed: Printed) -> Printed:
        tables = [b for b in printed.blocks if isinstance(b, TableBlock) and b.standard]
        own = [table for table in tables if table.id.startswith(prefix)]
        values = numbers.split()
        more = tuple(_other(f"{prefix}/other{n}", title) for n, title in enumerate(titles, 1))
        printed = printed.insert_after(own[-1].id, more)
        for table, value in zip((*own, *more), values, strict=True):
            printed = table_edit(table.id, partial(_titled, f"{value}、"))(printed)
        return printed

    return change


def _titled(number: str, table: TableBlock) -> TableBlock:
    return replace(table, title=number + table.title)


def _other(block_id: str, title: str) -> TableBlock:
    header = (row("序号", "名称", "说明"),)
    return TableBlock(block_id, title, header, (row("1", "良种繁育场", "在用"),))


def wrong(
    name: str,
    kind: str,
    change: Change,
    block_id: str,
    values: tuple[str, str | None],
    options: AnyOptions = BUDGET,
    severity: str = "warning",
) -> Variant:
    """A variant; ``values`` are the number printed and the right one."""
    expect = Expectation(kind, place_of(block_id, options=options), *values, severity=severity)
    return Variant(name, change, expect, options)


def number(
    name: str, block_id: str, values: tuple[str, str], options: AnyOptions = BUDGET
) -> Variant:
    """One item with another number."""
    return wrong(name, "list-number", renumbered({block_id: values[0]}), block_id, values, options)


LISTS: tuple[Variant, ...] = (
    wrong(
        "list-style-bracket", "list-style", renumbered({"dept/s2/change": "（三）"}),
        "dept/s2/change", ("（三）", "3、"),
    ),
    wrong(
        "list-style-han", "list-style", renumbered({"unit/s8/5": "五、"}), "unit/s8/5",
        ("五、", "5、"),
    ),
    wrong(
        "list-jump", "list-number", renumbered(shifted("dept/s1/duties", 4, 5)),
        "dept/s1/duties", ("5、", None),
    ),
    number("list-repeated", "dept/s8/5", ("4、", "5、")),
    number("list-back", "dept/s8/7", ("3、", "7、")),
    number("list-far", "unit/s8/4", ("14、", "4、")),
    wrong(
        "list-in-sentence", "list-number",
        added(
            "dept/s5/whole/overall/text",
            "主要抓好三件事：一是稳定面积；二是减少损失；四是提高收入。",
        ),
        "dept/s5", ("四是", None),
    ),
    wrong(
        "list-unmarked", "list-number",
        added("dept/s5/whole/overall/text", "绩效目标：1、完成示范推广；2综合业务按期办结。"),
        "dept/s5", ("2", "2、"),
    ),
    wrong(
        "list-in-cell", "list-number",
        goals("1.设立回收站点；\n2.农膜集中处置；\n2.农户普遍参与；\n4.田间残膜减少。"),
        "dept/s5", ("2.", "3."),
    ),
    wrong(
        "nested-number", "nested-number",
        renumbered(
            {"dept/s1/duties": "（一）", "dept/s1/offices": "（二）"} | in_han(DUTIES[0], 5)
        ),
        "dept/s1", ("一、", None), severity="info",
    ),
)  # fmt: skip

COUNT = "一 二 三 四 五 六 七 八 九"
OTHERS = ("所属场站情况表", "项目用地情况表")
ALIKE = ("所属场站情况表", "所属场站情况表")

TITLES: tuple[Variant, ...] = (
    wrong(
        "heading-twice", "repeated-heading", printed_twice("dept/s5/whole/measures"),
        "dept/s5", ("", None),
    ),
    wrong(
        "table-titles-alike", "repeated-table-title",
        numbered_tables("dept/t", f"{COUNT} 十 十一", ALIKE), "dept/s1", ("", None),
    ),
    wrong(
        "table-number-left-out", "table-title-number",
        numbered_tables("dept/t", f"{COUNT} 十 十二", OTHERS), "dept/s1", ("十二、", None),
    ),
)  # fmt: skip
FINAL_TITLES: tuple[Variant, ...] = (
    wrong(
        "final-heading-twice", "repeated-heading",
        printed_twice("s/public-expenditure/structure"), "s/public-expenditure", ("", None), FINAL,
    ),
    wrong(
        "final-table-titles-alike", "repeated-table-title",
        numbered_tables("t/", f"{COUNT} 十 十一", ALIKE), "p/2", ("", None), FINAL,
    ),
    wrong(
        "final-table-number-repeated", "table-title-number",
        numbered_tables("t/", "一 二 三 三 五 六 七 八 九"), "p/2", ("三、", "四、"), FINAL,
    ),
    wrong(
        "final-table-number-left-out", "table-title-number",
        numbered_tables("t/", f"{COUNT} 十 十二", OTHERS), "p/2", ("十二、", None), FINAL,
    ),
)  # fmt: skip

ITEMS = "s/public-expenditure/items"

FINAL_LISTS: tuple[Variant, ...] = (
    wrong(
        "final-list-style", "list-style", renumbered({"s/public-expenditure/items": "3、"}),
        ITEMS, ("3、", "（三）"), FINAL,
    ),
    wrong(
        "final-list-jump", "list-number", renumbered(shifted(ITEMS, 7, 14)), ITEMS,
        ("8、", None), FINAL,
    ),
    number("final-list-repeated", "g/5", ("四、", "五、"), FINAL),
    number("final-list-last", "s/duties/5", ("4、", "5、"), FINAL),
    wrong(
        "final-list-in-sentence", "list-number",
        added(
            "s/performance/text",
            "主要做法：（1）细化绩效指标；（2）按季开展监控；（4）公开评价结果；（5）落实整改要求。",
        ),
        "s/performance/text", ("（4）", None), FINAL,
    ),
    wrong(
        "final-nested-number", "nested-number", renumbered(in_han(DUTIES[1], 5)), DUTIES[1],
        ("一、", None), FINAL, "info",
    ),
)  # fmt: skip

LISTS += TITLES
FINAL_LISTS += FINAL_TITLES
