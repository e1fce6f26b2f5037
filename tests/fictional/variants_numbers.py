"""Variants with one number that is printed in a wrong form; what it means is right."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from fictional.figures import Options
from fictional.variants import Variant, in_cell, in_text
from fictional.variants_final_tables import NAT, SH

if TYPE_CHECKING:
    from fictional.variants import AnyOptions

YUAN = Options(unit_tables="元")


def cell(
    name: str,
    kind: str,
    target: tuple[str, str | int, str],
    wrong: str,
    *,
    severity: str = "error",
    meant: bool = True,
    options: AnyOptions | None = None,
) -> Variant:
    """A cell in a wrong form; ``meant`` says whether it is told what is meant."""
    return _formed(in_cell(name, target, wrong, kind, options=options), severity, meant=meant)


def text(
    name: str,
    kind: str,
    block_id: str,
    pattern: str,
    values: tuple[str, str],
    *,
    severity: str = "error",
    meant: bool = True,
    options: AnyOptions | None = None,
) -> Variant:
    """An amount of a paragraph in a wrong form."""
    return _formed(
        in_text(name, block_id, pattern, values, kind, options=options), severity, meant=meant
    )


def _formed(variant: Variant, severity: str, *, meant: bool) -> Variant:
    right = variant.expect.right if meant else None
    expect = replace(variant.expect, wrong=None, right=right, severity=severity)
    return replace(variant, expect=expect)


def hint(variant: Variant) -> Variant:
    """A variant of which only a hint is given, and no right value."""
    return _formed(variant, "info", meant=False)


LEAF = ("dept/t3", "2130101", "基本支出")
TOTAL = ("dept/t1", "收入总计", "收入/预算数")

NUMBERS: tuple[Variant, ...] = (
    cell("number-word", "amount-word", LEAF, "见附表", severity="warning", meant=False),
    cell(
        "number-about", "amount-word", ("unit/t5", "2130101", "合计"), "约870",
        severity="warning", meant=False,
    ),
    cell("number-two-points", "amount-misprint", LEAF, "857.5.2", meant=False),
    cell("number-points-together", "amount-misprint", LEAF, "857..52"),
    cell("number-stop-for-point", "amount-misprint", ("unit/t5", "2130101", "合计"), "870。52"),
    cell("number-comma-for-point", "amount-misprint", ("dept/t6", "30201", "公用经费"), "18,65"),
    cell("number-letter-o", "amount-misprint", ("dept/t5", "2101103", "基本支出"), "24.O8"),
    cell("number-letter-l", "amount-misprint", ("dept/t9", "三、公务接待费", "合计"), "l.85"),
    cell("number-letter-in-total", "amount-misprint", TOTAL, "l977.50"),
    cell(
        "number-letter-yuan", "amount-misprint", ("dept/t5", "合计", "项目支出"), "66l2000.00",
        options=YUAN,
    ),
    cell("number-grouped-by-two", "digit-grouping", TOTAL, "19,77.50", severity="warning"),
    cell("number-grouped-by-four", "digit-grouping", TOTAL, "1,9,77.50", severity="warning"),
    cell(
        "number-half-grouped", "digit-grouping", ("dept/t5", "合计", "合计"), "1977,5000.00",
        severity="warning", options=YUAN,
    ),
    hint(cell("number-one-separator", "separators-mixed", TOTAL, "1,977.50")),
    hint(cell("number-one-decimal", "decimals-mixed", TOTAL, "1977.5")),
    hint(cell("number-more-decimals", "decimals-mixed", LEAF, "857.520")),
    hint(cell("number-fullwidth-cell", "fullwidth-digits", LEAF, "８５７.５２")),
    hint(
        text(
            "number-fullwidth-text", "fullwidth-digits", "dept/s2/spending/text", "人员经费{}、",
            ("1181.03万元", "１１８１．０３万元"),
        )
    ),
    text(
        "number-text-stop", "amount-misprint", "dept/s2/spending/text", "人员经费{}、",
        ("1181.03万元", "1181。03万元"), severity="warning",
    ),
    text(
        "number-text-letter", "amount-misprint", "dept/s2/spending/text", "人员经费{}、",
        ("1181.03万元", "118l.03万元"),
    ),
    text(
        "number-text-two-points", "amount-misprint", "unit/s2/spending/text", "日常公用经费{}；",
        ("135.27万元", "13.5.27万元"), meant=False,
    ),
    text(
        "number-text-comma", "amount-misprint", "unit/s2/spending/text", "日常公用经费{}；",
        ("135.27万元", "135,27万元"), severity="warning",
    ),
    text(
        "number-text-grouped", "digit-grouping", "dept/s2/income/text", "一般公共预算收入{}，",
        ("1977.50万元", "19,77.50万元"), severity="warning",
    ),
    text(
        "unit-twice", "unit-doubled", "dept/s3/text", "安排机关运行经费{}，",
        ("135.27万元", "135.27万元元"), meant=False,
    ),
    text(
        "unit-yuan-twice", "unit-doubled", "dept/s4/text", "预算安排{}，",
        ("14.25万元", "14.25万元万元"), meant=False,
    ),
    text(
        "unit-wan-twice", "unit-doubled", "unit/s4/text", "公务接待费{}，比",
        ("1.85万元", "1.85万万元"), meant=False, severity="warning",
    ),
    text(
        "unit-without-number", "number-missing", "dept/s4/text", "预算安排{}，",
        ("14.25万元", "万元"), meant=False, severity="warning",
    ),
    text(
        "unit-without-number-change", "number-missing", "unit/s2/change/text",
        "1289.74万元{}，主要",
        ("增加26.56万元", "增加 万元"), meant=False, severity="warning",
    ),
)  # fmt: skip

FINAL_TOTAL = ("t/income", "合计", "本年收入合计")

FINAL_NUMBERS: tuple[Variant, ...] = (
    cell(
        "f-number-word", "amount-word", ("t/income", "群众文化", "财政拨款收入"), "另行公开",
        severity="warning", meant=False, options=NAT,
    ),
    cell(
        "f-number-letter", "amount-misprint", ("t/public-basic", "基本工资", ""), "355.l6",
        options=NAT,
    ),
    cell(
        "f-number-two-points", "amount-misprint", ("t/public-basic", "基本工资", ""), "35.5.16",
        meant=False, options=SH,
    ),
    cell(
        "f-number-comma-for-point", "amount-misprint",
        ("t/income", "行政运行", "财政拨款收入"), "751,24", options=SH,
    ),
    cell(
        "f-number-grouped", "digit-grouping", FINAL_TOTAL, "27,08.93", severity="warning",
        options=NAT,
    ),
    hint(cell("f-number-separator", "separators-mixed", FINAL_TOTAL, "2,708.93", options=SH)),
    hint(
        cell(
            "f-number-decimals", "decimals-mixed", ("t/income", "文化和旅游", "财政拨款收入"),
            "1935.2", options=NAT,
        )
    ),
    hint(
        cell("f-number-fullwidth", "fullwidth-digits", FINAL_TOTAL, "２７０８.９３", options=NAT)
    ),
    text(
        "f-number-text-stop", "amount-misprint", "s/expenditure/text", "基本支出{}，",
        ("1578.46万元", "1578。46万元"), severity="warning", options=NAT,
    ),
    text(
        "f-number-text-two-points", "amount-misprint", "s/expenditure/text", "项目支出{}，",
        ("1130.47万元", "11.30.47万元"), meant=False, options=SH,
    ),
    text(
        "f-number-text-grouped", "digit-grouping", "s/public-basic/text", "基本支出{}，",
        ("1578.46万元", "15,78.46万元"), severity="warning", options=SH,
    ),
    text(
        "f-unit-twice", "unit-doubled", "s/expenditure/text", "项目支出{}，",
        ("1130.47万元", "1130.47元万元"), meant=False, options=NAT,
    ),
    text(
        "f-unit-without-number", "number-missing", "s/expenditure/text", "项目支出{}，",
        ("1130.47万元", "万元"), severity="warning", meant=False, options=SH,
    ),
)  # fmt: skip
