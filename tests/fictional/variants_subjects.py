"""Variants with one defect against the classification of subjects: in a column, between the two
classifications, in sentences."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from fictional.figures import ECONOMICS, Economic, Figures
from fictional.final_figures import Options as FinalOptions
from fictional.model import printed
from fictional.projects import PROJECTS
from fictional.variants import Expectation, Variant, document, in_text, place_of
from fictional.variants_form import table_edit

if TYPE_CHECKING:
    from fictional.blocks import TableBlock

SH = FinalOptions("shanghai")
NAT = FinalOptions()
HALF = Decimal("10.00")


def of_figures(name: str, figures: Figures, expect: Expectation) -> Variant:
    """A document of other figures, consistent in all its sums."""
    return Variant(name, lambda _: printed(figures), expect)


def renamed(table: TableBlock, old: str, new: tuple[str, str]) -> TableBlock:
    """The table with another code and name in one row."""
    code, name = new
    return table.with_cell(old, "科目名称", name).with_cell(old, "科目编码", code)


def _shared(code: str, to: str) -> tuple[Economic, ...]:
    """The leaves with part of what ``code`` is spent on under the code ``to``."""
    at = next(n for n, item in enumerate(ECONOMICS) if item.code == code)
    item, name = ECONOMICS[at], next(item.name for item in ECONOMICS if item.code == to)
    moved = (replace(item, amount=item.amount - HALF), Economic(to, name, HALF, item.function))
    return (*ECONOMICS[:at], *moved, *ECONOMICS[at + 1 :])


def counted_wrong(code: str, options: FinalOptions, severity: str) -> Variant:
    """An item of 公用经费 counted into 人员经费合计."""
    table = document(options).table("t/public-basic")
    amount = Decimal(_beside(table, code))

    def edit(table: TableBlock) -> TableBlock:
        for label, more in (("人员经费合计", amount), ("公用经费合计", -amount)):
            printed_sum = _beside(table, label)
            table = with_amount(table, label, f"{Decimal(printed_sum) + more:.2f}")
        return table

    place = place_of("t/public-basic", code, options=options)
    return Variant(
        f"counted-wrong-{code}", table_edit("t/public-basic", edit),
        Expectation("basic-column", place, severity=severity), options,
    )  # fmt: skip


def _place(table: TableBlock, label: str) -> tuple[int, int]:
    """The row of a label or code that stands beside others, and the place of its amount."""
    index = table.index(label)
    texts = [cell.text for cell in table.rows[index]]
    return index, texts.index(label) + (2 if label.isdecimal() else 1)


def _beside(table: TableBlock, label: str) -> str:
    index, position = _place(table, label)
    return table.rows[index][position].text


def with_amount(table: TableBlock, label: str, amount: str) -> TableBlock:
    """The table with another amount beside a label."""
    return table.with_text(*_place(table, label), amount)


_RUNNING = tuple(
    replace(project, function="2130101") if project.function == "2130109" else project
    for project in PROJECTS
)

SUBJECTS: tuple[Variant, ...] = (
    Variant(
        "classification-of-row",
        table_edit("dept/t6", lambda t: renamed(t, "30309", ("50901", "社会福利和救助"))),
        Expectation("code-classification", place_of("dept/t6", "50901", "科目编码")),
    ),
    Variant(
        "classification-of-class",
        table_edit(
            "dept/t6",
            lambda t: renamed(
                renamed(t, "310", ("503", "机关资本性支出（一）")), "31002", ("50306", "设备购置")
            ),
        ),
        Expectation("code-classification", place_of("dept/t6", "503", "科目编码")),
    ),
    Variant(
        "classification-of-function",
        table_edit("unit/t5", lambda t: renamed(t, "2130109", ("30227", "委托业务费"))),
        Expectation("code-classification", place_of("unit/t5", "30227", "科目编码")),
    ),
    Variant(
        "summary-line",
        table_edit(
            "dept/t1", lambda t: t.with_cell("十二、城乡社区支出", "支出/项目", "十二、土壤")
        ),
        Expectation("summary-line", place_of("dept/t1", "十二、土壤"), "土壤", severity="info"),
    ),
    of_figures(
        "column-of-reception", Figures(wrong_side=("30217",)),
        Expectation("basic-column", place_of("dept/t6", "30217", "人员经费")),
    ),
    of_figures(
        "column-of-contribution", Figures(wrong_side=("30112",)),
        Expectation(
            "basic-column", place_of("dept/t6", "30112", "公用经费"), severity="warning"
        ),
    ),
    of_figures(
        "column-of-transport", Figures(wrong_side=("30239", "30228")),
        Expectation("basic-column", place_of("dept/t6", "30228", "人员经费"), severity="info"),
    ),
    of_figures(
        "running-project", Figures(projects=_RUNNING),
        Expectation(
            "running-project", place_of("dept/t3", "2130101", "项目支出"), severity="info"
        ),
    ),
    of_figures(
        "tied-housing", Figures(economics=_shared("30113", "30102")),
        Expectation("tied", place_of("dept/t5", "2210201", "基本支出"), severity="warning"),
    ),
    of_figures(
        "tied-medical", Figures(economics=_shared("30110", "30112")),
        Expectation("tied", place_of("dept/t5", "2101101", "基本支出"), severity="info"),
    ),
    Variant(
        "old-class-in-summary",
        table_edit(
            "dept/t4",
            lambda t: t.with_cell("十、卫生健康支出", "支出/项目", "十、医疗卫生与计划生育支出"),
        ),
        Expectation(
            "subject-year", place_of("dept/t4", "十、医疗卫生与计划生育支出"),
            "医疗卫生与计划生育支出", "卫生健康支出", "warning",
        ),
    ),
    in_text(
        "old-class-in-glossary", "dept/s8/3", "基本支出{}",
        ("：", "（医疗卫生与计划生育支出（类）除外）："), "subject-year", severity="warning",
    ),
)  # fmt: skip

FINAL_SUBJECTS: tuple[Variant, ...] = (
    counted_wrong("30201", NAT, "error"),
    counted_wrong("30239", SH, "warning"),
    in_text(
        "old-division-in-text", "s/public-expenditure/items/8", "（类）{}（款）",
        ("行政事业单位养老支出", "行政事业单位离退休"), "subject-year",
        options=NAT, severity="warning",
    ),
    in_text(
        "misspelt-item-in-text", "s/public-expenditure/items/9", "（款）{}（项）",
        ("机关事业单位基本养老保险缴费支出", "机关事业单位基本养老保险交费支出"),
        "subject-name", options=SH, severity="warning",
    ),
    in_text(
        "division-of-another-class", "s/public-expenditure/items/11", "{}（类）",
        ("卫生健康支出", "社会保障和就业支出"), "subject-name", options=NAT, severity="warning",
    ),
)  # fmt: skip
