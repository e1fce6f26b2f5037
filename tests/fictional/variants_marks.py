"""Variants with one mark too many or too few, or one sentence that breaks off."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from fictional.figures import Options
from fictional.variants import Expectation, Variant, in_text, place_of
from fictional.variants_final_tables import NAT, SH
from fictional.variants_form import table_edit

if TYPE_CHECKING:
    from fictional.blocks import TableBlock
    from fictional.variants import AnyOptions

SPLIT = Options(split_postage=True)


def mark(
    name: str,
    kind: str,
    block_id: str,
    values: tuple[str, str],
    *,
    severity: str = "warning",
    options: AnyOptions | None = None,
) -> Variant:
    """A paragraph or heading in which the first of ``values`` is printed as the second."""
    return in_text(name, block_id, "{}", values, kind, severity=severity, options=options)


def in_table(
    name: str,
    kind: str,
    table_id: str,
    values: tuple[str, str],
    *,
    severity: str = "warning",
    options: AnyOptions | None = None,
) -> Variant:
    """A table in whose first cell with the first of ``values`` the second is printed."""
    old, new = values

    def edit(table: TableBlock) -> TableBlock:
        row, column = next(
            (i, j)
            for i, cells in enumerate(table.rows)
            for j, cell in enumerate(cells)
            if old in cell.text
        )
        return table.with_text(row, column, table.rows[row][column].text.replace(old, new))

    expect = Expectation(kind, place_of(table_id, options=options), severity=severity)
    expect = replace(expect, place=replace(expect.place, table=None))
    return Variant(name, table_edit(table_id, edit), expect, options or Options())


CLASHES: tuple[Variant, ...] = (
    mark("mark-doubled", "clashing-marks", "dept/s1/duties/3", ("防控工作。", "防控工作。。")),
    mark("mark-clash", "clashing-marks", "dept/s1/offices/1", ("日常工作。", "日常工作；。")),
    mark("mark-in-bracket", "clashing-marks", "dept/s7/text", ("单位）", "单位、）")),
    mark("unit-alone", "clashing-marks", "unit/s4/text", ("；公务用车购置", "；元；公务用车购置")),
    in_table(
        "mark-doubled-in-cell", "clashing-marks", "dept/s5/goals1/table",
        ("批准的预算", "批准的预算。。"),
    ),
)  # fmt: skip
PAIRS: tuple[Variant, ...] = (
    mark("quote-twice-left", "unpaired-marks", "dept/s4/text", ("“三公”", "“三公“")),
    mark("quote-reversed", "unpaired-marks", "dept/s8/6", ("“三公”", "”三公“")),
    mark("quote-lost-in-heading", "unpaired-marks", "unit/s4", ("“三公”", "“三公")),
    mark("bracket-lost", "unpaired-marks", "dept/s7/text", ("（含", "含")),
    mark("bracket-added", "unpaired-marks", "dept/s6/text", ("见下表", "见下表）")),
    mark("bracket-mixed", "unpaired-marks", "dept/s8/6", ("（境）", "（境】")),
    in_table("bracket-in-cell", "unpaired-marks", "dept/s5/goals1/table",
        ("批准的预算", "批准的预算）"),
    ),
    in_table(
        "bracket-open-in-cell", "unpaired-marks", "dept/s5/goals1/table",
        ("批准的预算", "（批准的预算"),
        severity="info",
    ),
)  # fmt: skip
UNFINISHED: tuple[Variant, ...] = (
    mark(
        "separator-lost", "separator-missing", "dept/s3/text",
        ("万元、公务移动通讯补贴", "万元公务移动通讯补贴"), options=SPLIT,
    ),
    mark("half-word", "sentence-cut", "dept/s1/duties/3", ("防控工作。", "防控工。")),
    mark("half-word-at-the-end", "sentence-cut", "dept/s2/lead", ("部门预算。", "部门预")),
    mark("conjunction", "sentence-cut", "unit/s8/2", ("、捐赠收入。", "及。")),
    mark("copied-in-part", "sentence-cut", "dept/s1/duties/4", ("行政执法。", "")),
    mark("comma-before-section", "sentence-cut", "dept/s2/change/text", ("完工。", "完工，")),
    mark("end-unmarked", "closing-mark-missing", "dept/s5/whole/measures/2", ("负责。", "负责"),
        severity="info",
    ),
)  # fmt: skip
MARKS = CLASHES + PAIRS + UNFINISHED

FINAL_MARKS: tuple[Variant, ...] = (
    mark("final-doubled", "clashing-marks", "s/summary/text", ("相比，", "相比，，"), options=NAT),
    mark(
        "final-colon", "clashing-marks", "s/agency/text",
        ("8.50万元，", "8.50万元：，"), options=NAT,
    ),
    mark(
        "final-unpaired", "unpaired-marks", "s/three-public/details/3",
        ("支出0万元）", "支出0万元"), options=SH,
    ),
    mark("final-quote", "unpaired-marks", "g/10", ("“三公”", "三公”"), options=SH),
    mark(
        "final-separator", "separator-missing", "s/other/procurement/text1",
        ("48.63万元、工程", "48.63万元工程"), options=SH,
    ),
    mark(
        "final-half-word", "sentence-cut", "s/duties/5",
        ("融合发展。", "融合发展工。"), options=NAT,
    ),
    mark("final-conjunction", "sentence-cut", "g/3", ("和赛事赞助。", "和。"), options=NAT),
    mark(
        "final-start", "sentence-cut", "s/three-public/overall/change",
        ("2024年度“三公”", "，2024年度“三公”"), options=SH,
    ),
    mark(
        "final-unmarked", "closing-mark-missing", "g/9",
        ("发生的支出。", "发生的支出"), severity="info", options=SH,
    ),
)  # fmt: skip
