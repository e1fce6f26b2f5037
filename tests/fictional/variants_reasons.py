"""The three public expenses of two years: the table that compares them, and the reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fictional.figures import Options
from fictional.variants import Expectation, Good, Variant, in_cell, in_text, place_of
from fictional.variants_good import said

if TYPE_CHECKING:
    from fictional.blocks import Printed
    from fictional.variants import Change

ALONE = Options(unit_part=False)
YUAN = Options(unit_tables="元")
MEETINGS = Options(meeting_rows=True, unit_part=False)
TEXT, TABLE = "dept/s4/text", "dept/s4/changes"
OF_CARS = "，原因是报废了一辆老旧车辆"
OF_RECEPTION = "，原因是严格控制接待批次和标准"


def cell(row: str, text: str, column: str = "变化原因") -> Change:
    """One cell of the table that compares the years."""

    def change(printed: Printed) -> Printed:
        return printed.edit_table(TABLE, lambda table: table.with_cell(row, column, text))

    return change


def sentence(old: str, new: str) -> Change:
    """Words of the explanation of the three public expenses."""
    return lambda printed: printed.edit_text(TEXT, old, new)


def both(*changes: Change) -> Change:
    """One change after the other."""

    def change(printed: Printed) -> Printed:
        for each in changes:
            printed = each(printed)
        return printed

    return change


def _lacking(name: str, *changes: Change, options: Options = ALONE) -> Variant:
    expect = Expectation("reason-missing", place_of(TEXT), severity="warning")
    return Variant(name, both(*changes), expect, options)


def _reason_cell(name: str, row: str, text: str, kind: str, severity: str) -> Variant:
    expect = Expectation(kind, place_of(TEXT), severity=severity)
    return Variant(name, cell(row, text), expect)


def _blank_meetings(printed: Printed) -> Printed:
    """会议费 left blank in table 9, and in its sum, although basic expenditure has it."""
    right = printed.table("dept/t9")
    column = right.columns[2]
    total = right.rows[0][2].text
    less = f"{float(total) - 2.49:.2f}"

    def edit(label: str, text: str) -> Change:
        return lambda p: p.edit_table(
            "dept/t9",
            lambda t: t.with_cell(label, column, text).with_cell(label, t.columns[3], text),
        )

    return both(edit("四、会议费", ""), edit("合计", less))(printed)


REASONS: tuple[Variant, ...] = (
    # the amounts of the table
    in_cell(
        "three-changes-last", (TABLE, "公务接待费", "2023年预算"), "2.50",
        "row-total", "balance", "part-mismatch",
    ),
    in_cell(
        "three-changes-this", (TABLE, "公务用车运行维护费", "2024年预算"), "12.04",
        "row-total", "balance", "table-mismatch", "part-mismatch",
    ),
    in_cell(
        "three-changes-total-alone", (TABLE, "合计", "2024年预算"), "14.52",
        "row-total", "balance", "table-mismatch", options=ALONE,
    ),
    in_cell(
        "three-changes-total-last", (TABLE, "合计", "2023年预算"), "15.59",
        "row-total", "balance", "part-mismatch", options=YUAN,
    ),
    in_cell(
        "three-changes-sign", ("unit/s4/changes", "公务接待费", "增减额"), "0.20",
        "row-total", "balance", "text-table", "part-mismatch",
    ),
    Variant(
        "meetings-below-basic", _blank_meetings,
        Expectation("table-mismatch", place_of("dept/t9", "四、会议费"), severity="warning"),
        MEETINGS,
    ),
    # no reason
    _lacking("reason-of-reception", sentence(OF_RECEPTION, ""), cell("公务接待费", ""),
             cell("合计", "")),
    _lacking("reason-of-cars-none", sentence(OF_CARS, ""), cell("公务用车运行维护费", "无"),
             cell("合计", ""), sentence("；公务接待费1.85万元", "。公务接待费1.85万元")),
    _lacking(
        "no-reason-at-all", sentence(OF_CARS, ""), sentence(OF_RECEPTION, ""),
        sentence("，原因是没有出国（境）计划", ""),
        *(cell(row, "") for row in ("因公出国（境）费", "公务用车购置费", "公务用车运行维护费",
                                    "公务接待费", "合计")),
    ),
    # reasons of the opposite direction
    in_text(
        "reason-labelled", TEXT, "减少0.20万元，{}是严格", ("原因", "增加的原因"),
        "reason-contradicts", severity="warning",
    ),
    in_text(
        "reason-of-increase", TEXT, "，原因是{}。", ("严格控制接待批次和标准", "来访接待批次增加"),
        "reason-contradicts", severity="warning",
    ),
    in_text(
        "level-with-decline", "unit/s4/text", "与2023年持平，{}是没有", ("原因", "下降的原因"),
        "reason-contradicts", severity="warning",
    ),
    _reason_cell(
        "reason-cell-increase", "公务用车运行维护费", "新增两辆公务用车", "reason-contradicts",
        "warning",
    ),
    _reason_cell(
        "reason-cell-unchanged", "公务接待费", "无增减变化", "reason-contradicts", "warning"
    ),
    in_text(
        "reason-of-projects", "dept/s2/change/text", "主要是{}。",
        ("上年安排的农田管护任务已经完工", "农产品抽检任务增加"), "reason-contradicts",
        severity="info",
    ),
    in_text(
        "rate-without-word", "unit/s4/text", "万元，{}。其中", ("下降10.66%", "10.66%"),
        "rate-without-direction", severity="info",
    ),
    # a reason of what has not changed
    in_text(
        "level-with-event", TEXT, "与2023年持平，原因是{}；",
        ("没有出国（境）计划", "出国团组减少"), "reason-without-change", severity="info",
    ),
    _reason_cell(
        "reason-cell-event", "公务用车购置费", "公务用车增加", "reason-without-change", "info"
    ),
)  # fmt: skip

GOOD_REASONS: tuple[Good, ...] = (
    Good("reasons-only-in-table", both(sentence(OF_CARS, ""), sentence(OF_RECEPTION, ""))),
    Good(
        "reasons-only-in-text",
        both(cell("公务用车运行维护费", ""), cell("公务接待费", ""), cell("合计", "")),
    ),
    Good(
        "reason-of-the-total",
        both(
            sentence("，下降10.66%。", "，下降10.66%，主要原因是落实过紧日子要求。"),
            sentence(OF_CARS, ""), sentence(OF_RECEPTION, ""),
            cell("公务用车运行维护费", ""), cell("公务接待费", ""),
        ),
    ),
    Good(
        "reason-at-the-end",
        both(
            sentence(OF_CARS, ""), sentence(OF_RECEPTION, "，主要是压减三公经费支出"),
            cell("公务用车运行维护费", ""), cell("公务接待费", ""),
        ),
    ),
    said("reason-mixed", TEXT, "严格控制接待批次和标准", "接待批次增加，但人均标准降低"),
    said("reason-of-last-year", TEXT, "报废了一辆老旧车辆", "上年维修费用增加较多"),
    said("reason-by-substitute", TEXT, "报废了一辆老旧车辆", "公车平台派车增加"),
    said("reason-with-amounts", TEXT, "报废了一辆老旧车辆", "燃油费减少2万元、维修费增加0.5万元"),
    said("reason-of-no-change", TEXT, "没有出国（境）计划", "没有新增出国任务"),
)  # fmt: skip
