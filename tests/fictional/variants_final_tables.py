"""Variants of final accounts with one wrong amount in a table."""

from __future__ import annotations

from fictional.final_figures import Options
from fictional.variants import Variant, in_cell, undecided

NAT = Options()
SH = Options("shanghai")
NAT_ALL = Options(carry_over=True, other_income=True, fund=True)
SH_ALL = Options("shanghai", carry_over=True, other_income=True, fund=True)
MERGED = Options(merged_codes=True)
YUAN = Options(unit_tables="元")

ACROSS = ("balance", "table-mismatch")
ROWS = ("row-total", "hierarchy", "table-mismatch")

TABLES: tuple[Variant, ...] = (
    # 1 收入支出决算总表
    in_cell(
        "f1-income-line", ("t/summary", "一、一般公共预算财政拨款收入", "收入/金额"), "2780.93",
        *ACROSS, options=NAT,
    ),
    in_cell(
        "f1-income-this-year", ("t/summary", "本年收入合计", "收入/决算数"), "2807.93",
        *ACROSS, "text-table", options=SH,
    ),
    in_cell(
        "f1-class", ("t/summary", "七、文化旅游体育与传媒支出", "支出/金额"), "2236.09",
        *ACROSS, options=NAT_ALL,
    ),
    in_cell(
        "f1-class-blank", ("t/summary", "十九、住房保障支出", "支出/决算数"), "",
        *ACROSS, options=SH,
    ),
    in_cell(
        "f1-grand-total", ("t/summary", "总计", "支出/决算数"), "2807.93",
        "balance", "text-table", options=SH,
    ),
    in_cell(
        "f1-carry-over-blank", ("t/summary", "年初结转和结余", "收入/金额"), "",
        "balance", "text-table", options=NAT_ALL,
    ),
    undecided(
        in_cell(
            "f1-surplus-used", ("t/summary", "使用非财政拨款结余", "收入/决算数"), "9.85",
            "balance", options=SH_ALL,
        ),
        row="总计",
    ),
    in_cell(
        "f1-distribution", ("t/summary", "结余分配", "支出/金额"), "3.26",
        "balance", "text-table", options=NAT_ALL,
    ),
    # 2 收入决算表
    in_cell(
        "f2-undertaking-leaf", ("t/income", "群众文化", "事业收入"), "38.39",
        *ROWS, options=NAT_ALL,
    ),
    in_cell(
        "f2-total-leaf", ("t/income", "旅游宣传", "本年收入合计"),
        "178.34", *ROWS, options=NAT,
    ),
    in_cell(
        "f2-fiscal-division", ("t/income", "体育", "财政拨款收入"),
        "372.89", *ROWS, options=SH,
    ),
    in_cell(
        "f2-other-total", ("t/income", "合计", "其他收入"), "7.85",
        *ROWS, "text-table", options=SH_ALL,
    ),
    # 3 支出决算表
    in_cell(
        "f3-project-leaf", ("t/expenditure", "体育场馆", "项目支出"),
        "213.57", *ROWS, options=NAT,
    ),
    in_cell("f3-class-blank", ("t/expenditure", "住房保障支出", "基本支出"), "", *ROWS, options=SH),
    in_cell(
        "f3-total-basic", ("t/expenditure", "合计", "基本支出"), "1587.46",
        *ROWS, "text-table", options=NAT_ALL,
    ),
    # 4 财政拨款收入支出决算总表
    in_cell(
        "f4-fund-class",
        ("t/fiscal-summary", "二十三、其他支出", "政府性基金预算财政拨款"), "123.86",
        "row-total", *ACROSS, options=NAT_ALL,
    ),
    in_cell(
        "f4-general-income", ("t/fiscal-summary", "一、一般公共预算财政拨款", "收入/决算数"),
        "2708.39",
        *ACROSS, options=SH,
    ),
    in_cell(
        "f4-start-fund", ("t/fiscal-summary", "政府性基金预算财政拨款", "收入/金额"), "13.46",
        *ACROSS, options=NAT_ALL,
    ),
    in_cell(
        "f4-end-general",
        ("t/fiscal-summary", "年末财政拨款结转和结余", "一般公共预算财政拨款"), "14.32",
        "row-total", "balance", options=SH_ALL,
    ),
    in_cell(
        "f4-grand-total", ("t/fiscal-summary", "总计", "支出/合计"), "2831.87",
        "row-total", "balance", "text-table", options=SH_ALL,
    ),
    # 5 一般公共预算财政拨款支出决算表
    in_cell(
        "f5-basic-leaf", ("t/public-expenditure", "事业单位医疗", "基本支出"), "26.35",
        *ROWS, options=SH,
    ),
    in_cell(
        "f5-total-leaf", ("t/public-expenditure", "群众文化", "小计"), "826.95",
        *ROWS, "text-table", options=NAT_ALL,
    ),
    in_cell(
        "f5-last-row", ("t/public-expenditure", "合计", "项目支出"), "1103.47",
        *ROWS, options=SH,
    ),
    in_cell(
        "f5-first-row", ("t/public-expenditure", "合计", "小计"), "2780.93",
        *ROWS, "text-table", options=NAT,
    ),
    in_cell(
        "f5-merged-codes-leaf", ("t/public-expenditure", "旅游宣传", "项目支出"), "178.34",
        *ROWS, options=MERGED,
    ),
    in_cell(
        "f5-yuan-leaf", ("t/public-expenditure", "群众体育", "项目支出"), "936218.70",
        *ROWS, "text-table", options=YUAN,
    ),
    # 6 一般公共预算财政拨款基本支出决算表
    in_cell("f6-item", ("t/public-basic", "30201", ""), "52.19", "hierarchy", options=NAT),
    undecided(
        in_cell("f6-zero-item", ("t/public-basic", "30214", ""), "2.40", "hierarchy", options=SH),
        row="302",
    ),
    in_cell(
        "f6-third-block", ("t/public-basic", "310", ""), "19.10", "hierarchy", options=NAT
    ),
    in_cell("f6-class", ("t/public-basic", "302", ""), "107.53", "hierarchy", options=SH),
    in_cell(
        "f6-personnel", ("t/public-basic", "人员经费合计", ""), "1369.03",
        "balance", "text-table", options=NAT,
    ),
    in_cell(
        "f6-operating", ("t/public-basic", "公用经费合计", ""), "184.23",
        "balance", "text-table", options=SH,
    ),
    # 财政拨款“三公”经费支出决算表, the 9th and the 7th
    in_cell(
        "f9-three-total", ("t/three-public", 0, "决算数/合计"), "35.62",
        "balance", "text-table", options=NAT,
    ),
    in_cell(
        "f7-vehicles-budget", ("t/three-public", 0, "小计/预算数"), "23.80",
        "balance", options=SH,
    ),
    in_cell(
        "f7-reception", ("t/three-public", 0, "公务接待费/决算数"), "1.72",
        "balance", "text-table", options=SH,
    ),
    in_cell(
        "f9-purchase", ("t/three-public", 0, "决算数/公务用车购置及运行维护费/公务用车购置费"),
        "19.78",
        "balance", "text-table", options=NAT,
    ),
    # 政府性基金预算财政拨款收入支出决算表, the 7th and the 8th
    in_cell(
        "f7-fund-income", ("t/fund-expenditure", "合计", "本年收入"), "112.24",
        "row-total", "hierarchy", "text-table", options=NAT_ALL,
    ),
    in_cell(
        "f8-fund-leaf",
        ("t/fund-expenditure", "用于体育事业的彩票公益金支出", "项目支出"), "126.48",
        "row-total", "hierarchy", options=SH_ALL,
    ),
    in_cell(
        "f8-fund-end",
        ("t/fund-expenditure", "彩票公益金安排的支出", "年末结转和结余"), "2.92",
        "row-total", "hierarchy", options=SH_ALL,
    ),
)  # fmt: skip
