"""Variants with one wrong amount: inside a table, between tables and parts, in the text."""

from __future__ import annotations

from fictional.figures import Options
from fictional.variants import Variant, in_cell, in_text

ALONE = Options(unit_part=False)
CARRY = Options(carry_over=True)
YUAN = Options(unit_tables="元")
TEXT_ONLY = Options(unit_part=False, standard_tables=False)

ROWS = ("row-total", "hierarchy")
ACROSS = ("table-mismatch", "part-mismatch")

AMOUNTS: tuple[Variant, ...] = (
    # 合计 against its columns
    in_cell("t3-basic-leaf", ("dept/t3", "2130101", "基本支出"), "875.52", *ROWS, *ACROSS),
    in_cell(
        "t3-project-leaf-alone", ("dept/t3", "2130108", "项目支出"), "142.50",
        *ROWS, "table-mismatch", options=ALONE,
    ),
    in_cell(
        "t2-fiscal-leaf", ("unit/t2", "2130109", "财政拨款收入"), "85.00", *ROWS, "part-mismatch"
    ),
    in_cell(
        "t2-carry-leaf", ("dept/t2", "2130108", "上年结转"), "46.50",
        *ROWS, "part-mismatch", options=CARRY,
    ),
    in_cell(
        "t5-blank-cell", ("dept/t5", "2101103", "基本支出"), "", *ROWS, *ACROSS
    ),
    in_cell(
        "t5-division-total", ("unit/t5", "21301", "合计"), "1106.22", *ROWS, *ACROSS
    ),
    in_cell(
        "t5-grand-project-yuan", ("dept/t5", "合计", "项目支出"), "6621000.00",
        *ROWS, *ACROSS, "text-table", options=YUAN,
    ),
    in_cell(
        "t6-public-item", ("dept/t6", "30201", "公用经费"), "16.85",
        *ROWS, "text-table", options=ALONE,
    ),
    in_cell(
        "t6-personnel-total", ("dept/t6", "合计", "人员经费"), "1181.13",
        *ROWS, "part-mismatch", "text-table",
    ),
    in_cell("t6-class-total", ("unit/t6", "303", "合计"), "105.24", *ROWS, "part-mismatch"),
    in_cell(
        "t4-class-fund", ("dept/t4", "十三、农林水支出", "一般公共预算财政拨款"), "1408.22",
        "row-total", "balance", *ACROSS,
    ),
    in_cell(
        "t9-last-digit", ("dept/t9", "公务用车运行维护费", "合计"), "12.41",
        *ROWS, "part-mismatch", "text-table",
    ),
    in_cell(
        "t9-reception-fund", ("unit/t9", "三、公务接待费", "一般公共预算财政拨款"), "1.58",
        *ROWS, "part-mismatch",
    ),
    # parts against their sum in one column
    in_cell(
        "t4-opening-fund", ("dept/t4", "一、一般公共预算拨款", "金额"), "46.50",
        "balance", "part-mismatch", options=CARRY, occurrence=1,
    ),
    in_cell(
        "assets-other", ("unit/s7/table", "4、其他固定资产", "价值（单位：万元）"), "149.32",
        "hierarchy", "part-mismatch",
    ),
    # the two sides of 收支总表
    in_cell(
        "t1-income-line", ("dept/t1", "一、一般公共预算拨款收入", "收入/预算数"), "1977.05",
        "balance", *ACROSS, "text-table",
    ),
    in_cell(
        "t1-income-total", ("dept/t1", "收入总计", "收入/预算数"), "1979.50", "balance", *ACROSS
    ),
    in_cell(
        "t1-class-alone", ("dept/t1", "八、社会保障和就业支出", "支出/预算数"), "272.42",
        "balance", "table-mismatch", options=ALONE,
    ),
    in_cell(
        "t1-class-blank", ("unit/t1", "二十、住房保障支出", "支出/预算数"), "", "balance", *ACROSS
    ),
    in_cell(
        "t1-spending-this-year", ("unit/t1", "本年支出合计", "支出/预算数"), "1977.51",
        "balance", *ACROSS,
    ),
    in_cell(
        "t4-income-total", ("dept/t4", "收入总计", "金额"), "1997.50", "balance", "part-mismatch"
    ),
    in_cell(
        "carry-over-not-counted", ("dept/t1", "收入总计", "收入/预算数"), "1931.90",
        "balance", *ACROSS, options=CARRY,
    ),
    in_cell(
        "carry-over-blank", ("dept/t1", "上年结转结余", "收入/预算数"), "",
        "balance", *ACROSS, "text-table", options=CARRY,
    ),
    # department against its only unit, where nothing else is printed
    in_cell(
        "assets-cars", ("unit/s7/table", "2、车辆（台、辆）", "数量"), "5",
        "part-mismatch",
    ),
    # text against table
    in_text(
        "text-personnel-last-digit", "dept/s2/spending/text", "人员经费{}、",
        ("1181.03万元", "1181.04万元"), "text-table", "narrative-sum", "part-mismatch",
    ),
    in_text(
        "text-public-in-unit", "unit/s2/spending/text", "日常公用经费{}；",
        ("135.27万元", "135.72万元"), "text-table", "text-text", "narrative-sum", "part-mismatch",
    ),
    in_text(
        "text-general-income", "dept/s2/income/text", "一般公共预算收入{}，",
        ("1977.50万元", "1975.70万元"), "text-table", "narrative-sum", "part-mismatch",
    ),
    in_text(
        "text-general-income-yuan", "dept/s2/income/text", "一般公共预算收入{}，",
        ("1977.50万元", "1975.70万元"), "text-table", "narrative-sum", "part-mismatch",
        options=YUAN,
    ),
    in_text(
        "text-carry-over-zero", "dept/s2/income/text", "上年结转结余{}。",
        ("45.60万元", "0万元"), "text-table", "narrative-sum", "part-mismatch", options=CARRY,
    ),
    in_text(
        "text-running", "dept/s3/text", "安排机关运行经费{}，",
        ("135.27万元", "153.27万元"), "text-table", "text-text", "part-mismatch",
    ),
    in_text(
        "text-running-item", "dept/s3/text", "差旅费{}、",
        ("9.67万元", "9.76万元"), "text-table", "part-mismatch",
    ),
    in_text(
        "text-three", "dept/s4/text", "预算安排{}，",
        ("14.25万元", "14.35万元"), "text-table", "narrative-sum", "part-mismatch",
    ),
    in_text(
        "text-three-reception", "unit/s4/text", "公务接待费{}，比",
        ("1.85万元", "1.80万元"), "text-table", "narrative-sum", "part-mismatch",
    ),
    in_text(
        "text-procurement", "dept/s6/text", "政府采购预算{}，",
        ("11.40万元", "14.10万元"), "text-table", "narrative-sum",
    ),
    in_text(
        "text-assets", "unit/s7/text", "固定资产金额为{}，",
        ("675.27万元", "675.72万元"), "text-table", "part-mismatch",
    ),
    # the narrative against itself
    in_text(
        "text-project-twice", "unit/s2/change/text", "项目支出{}，比",
        ("661.20万元", "616.20万元"), "text-text", "text-table", "narrative-sum", "part-mismatch",
    ),
    in_text(
        "text-only-running", "dept/s3/text", "安排机关运行经费{}，",
        ("135.27万元", "135.37万元"), "text-text", options=TEXT_ONLY, severity="warning",
    ),
    in_text(
        "text-only-basic", "dept/s2/spending/text", "基本支出{}，包括",
        ("1316.30万元", "1361.30万元"), "text-text", "narrative-sum", options=TEXT_ONLY,
    ),
    in_text(
        "text-change-of-total", "dept/s2/change/text", "万元减少{}，下降",
        ("17.60万元", "16.70万元"), "narrative-sum", "part-mismatch",
    ),
    in_text(
        "text-last-year-basic", "dept/s2/change/text", "比2023年的{}增加",
        ("1289.74万元", "1298.74万元"), "narrative-sum", "part-mismatch",
    ),
    in_text(
        "text-direction", "unit/s2/change/text", "1289.74万元{}，主要",
        ("增加26.56万元", "减少26.56万元"), "direction-word", "narrative-sum", "part-mismatch",
    ),
    in_text(
        "text-rate", "dept/s4/text", "，下降{}。",
        ("10.66%", "10.06%"), "percentage", "part-mismatch",
    ),
    in_text(
        "text-reception-change", "dept/s4/text", "，比2023年减少{}，原因是严格",
        ("0.20万元", "0.25万元"), "text-table", "narrative-sum", "part-mismatch",
    ),
    # other tables
    in_cell(
        "three-changes-difference", ("dept/s4/changes", "公务用车运行维护费", "增减额"), "-1.05",
        "row-total", "balance", "text-table", "part-mismatch",
    ),
    in_cell(
        "procurement-price", ("dept/s6/table", "台式计算机", "单价"), "0.84",
        "price-quantity", "part-mismatch",
    ),
)  # fmt: skip
