"""Variants of the projects: the list in the text, and the goal tables as a whole."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from fictional.figures import Options
from fictional.variants import Expectation, Place, Variant, in_text, place_of, undecided
from fictional.variants_form import numbered, table_edit

if TYPE_CHECKING:
    from fictional.blocks import TableBlock

ALONE = Options(unit_part=False)
ANYWHERE = Place("department")
TOTAL = place_of("dept/t3", "合计", "项目支出")
LISTED = "主要用于小麦病虫害防治、特色种植基地建设和农产品质量监测等"
"""How the text tells what the project expenditure is for: without amounts."""


def with_projects(variant: Variant, *listed: str) -> Variant:
    """A variant of a text that lists projects with their amounts instead."""
    block_id = f"{'dept' if variant.expect.place.part == 'department' else 'unit'}/s2/spending/text"
    words = f"其中：{'、'.join(listed)}"
    return replace(
        variant,
        change=lambda printed: variant.change(printed.edit_text(block_id, LISTED, words)),
    )


def in_goal_table(name: str, project: int, cells: tuple[str, str], expect: Expectation) -> Variant:
    """A goal table in which the second of two texts stands wherever the first one was."""
    right, wrong = cells

    def edit(table: TableBlock) -> TableBlock:
        rows = tuple(
            tuple(replace(cell, text=cell.text.replace(right, wrong)) for cell in line)
            for line in table.rows
        )
        assert rows != table.rows
        return table.with_rows(rows)

    return Variant(name, table_edit(f"dept/s5/goals{project}/table", edit), expect, ALONE)


PROJECTS: tuple[Variant, ...] = (
    with_projects(
        in_text(
            "project-listed-with-another-amount", "dept/s2/spending/text", "统防统治项目{}、",
            ("145.20万元", "154.20万元"), "text-table",
        ),
        "小麦重大病虫害统防统治项目145.20万元", "农产品质量安全监测58.00万元",
    ),
    undecided(
        with_projects(
            in_text(
                "projects-listed-above-the-total", "unit/s2/spending/text", "基地建设{}、",
                ("320.00万元", "620.00万元"), "narrative-sum",
            ),
            "基地建设320.00万元", "病虫防治145.20万元",
        )
    ),
    in_goal_table(
        "goal-tables-more-than-the-projects", 5, ("58.00", "68.00"),
        Expectation("table-mismatch", TOTAL),
    ),
    in_goal_table(
        "goal-tables-less-than-the-projects", 5, ("58.00", "48.00"),
        Expectation("goal-tables-less", TOTAL, severity="info"),
    ),
    in_goal_table(
        "goal-table-of-another-project", 2, ("农业执法装备维护", "农产品质量安全监测"),
        Expectation("goal-table-name", ANYWHERE, severity="warning"),
    ),
    in_goal_table(
        "goal-table-with-the-code-of-another", 2, ("P24316002", "P24316001"),
        Expectation("project-code", ANYWHERE, severity="warning"),
    ),
    Variant(
        "goal-table-number-jumps", numbered("dept/s5/goals3", "4、"),
        Expectation("goal-table-number", ANYWHERE, "4", "3", "warning", "warning"), ALONE,
    ),
)  # fmt: skip
