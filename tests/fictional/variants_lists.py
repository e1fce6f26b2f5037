"""Variants with one wrong number in a list, at any level, in both models."""

from __future__ import annotations

from dataclasses import replace
from functools import reduce
from typing import TYPE_CHECKING

from fictional.blocks import Cell, Heading, Para, Printed
from fictional.figures import Options
from fictional.final_figures import Options as FinalOptions
from fictional.tables import chinese
from fictional.variants import Expectation, Variant, place_of
from fictional.variants_form import table_edit

if TYPE_CHECKING:
    from fictional.blocks import Block, TableBlock
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
