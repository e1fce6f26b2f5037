"""Variants of final accounts with one wrong amount or count in a sentence."""

from __future__ import annotations

from fictional.variants import Variant, in_text, undecided
from fictional.variants_final_tables import NAT, NAT_ALL, SH, SH_ALL, YUAN

SUM = ("text-table", "narrative-sum")

TEXTS: tuple[Variant, ...] = (
    # text against table
    in_text(
        "text-spending-total", "s/summary/text", "支出总计{}。", ("2708.93万元", "2780.93万元"),
        "text-table", options=NAT,
    ),
    in_text(
        "text-total-last-digit", "s/summary/text", "收入支出总计{}。",
        ("2708.93万元", "2708.92万元"), "text-table", options=SH,
    ),
    in_text(
        "text-carried-over", "s/summary/text", "，年初结转和结余{}；",
        ("45.08万元", "48.05万元"), *SUM, options=NAT_ALL,
    ),
    in_text(
        "text-undertaking-income", "s/income/text", "事业收入{}，占", ("33.89万元", "38.39万元"),
        *SUM, "percentage", options=NAT_ALL,
    ),
    in_text(
        "text-income-whole", "s/income/text", "收入合计{}，其中", ("2811.41万元", "2814.11万元"),
        *SUM, options=SH_ALL,
    ),
    in_text(
        "text-project-spending", "s/expenditure/text", "项目支出{}，占",
        ("1130.47万元", "1103.47万元"), *SUM, "percentage", options=SH,
    ),
    in_text(
        "text-fiscal-total", "s/fiscal-summary/text", "财政拨款收入总计{}，",
        ("2813.87万元", "2831.87万元"), "text-table", options=NAT_ALL,
    ),
    in_text(
        "text-general-whole", "s/public-expenditure/overall/text", "财政拨款支出{}，占",
        ("2662.77万元", "2626.77万元"), "text-table", "text-text", options=SH_ALL,
    ),
    in_text(
        "text-class-amount", "s/public-expenditure/structure/text", "卫生健康支出（类）{}，",
        ("63.92万元", "69.32万元"), *SUM, "percentage", options=NAT,
    ),
    in_text(
        "text-item-final", "s/public-expenditure/items/6", "支出决算为{}，",
        ("231.57万元", "237.51万元"), *SUM, "percentage", options=NAT,
    ),
    in_text(
        "text-item-final-small", "s/public-expenditure/items/12", "支出决算为{}，",
        ("23.65万元", "22.65万元"), *SUM, "percentage", options=SH,
    ),
    in_text(
        "text-personnel", "s/public-basic/text", "人员经费{}，", ("1396.03万元", "1396.30万元"),
        *SUM, options=NAT,
    ),
    in_text(
        "text-operating", "s/public-basic/text", "公用经费{}，", ("182.43万元", "128.43万元"),
        *SUM, options=SH,
    ),
    in_text(
        "text-three-budget", "s/three-public/overall/budget", "年初预算为{}，",
        ("38.80万元", "33.80万元"), "text-table", "percentage", options=NAT,
    ),
    in_text(
        "text-three-reception", "s/three-public/details/3", "公务接待费支出{}。",
        ("1.27万元", "1.72万元"), "text-table", "text-text", options=SH,
    ),
    in_text(
        "text-purchase", "s/three-public/details/2", "公务用车购置支出{}，",
        ("17.98万元", "19.78万元"), *SUM, options=NAT,
    ),
    in_text(
        "text-fund-income", "s/fund-expenditure/text", "本年收入{}，",
        ("121.24万元", "112.24万元"), *SUM, options=SH_ALL,
    ),
    in_text(
        "text-fund-item", "s/fund-expenditure/1", "支出决算为{}，", ("128.46万元", "126.48万元"),
        "text-table", "text-text", "percentage", options=NAT_ALL,
    ),
    # the narrative against itself
    in_text(
        "text-initial-whole", "s/public-expenditure/items/text", "年初预算为{}，",
        ("2586.10万元", "2568.10万元"), "narrative-sum", "percentage", options=NAT,
    ),
    in_text(
        "text-initial-item", "s/public-expenditure/items/3", "年初预算为{}，",
        ("845.00万元", "854.00万元"), "narrative-sum", "percentage", options=NAT,
    ),
    in_text(
        "text-annual-item", "s/public-expenditure/items/5", "全年预算为{}，",
        ("175.20万元", "172.50万元"), "narrative-sum", "percentage", options=SH,
    ),
    in_text(
        "text-three-change", "s/three-public/overall/change", "2023年度增加{}，",
        ("25.43万元", "24.53万元"), "narrative-sum", "percentage", options=NAT,
    ),
    in_text(
        "text-procurement-total", "s/procurement/text", "支出总额{}，",
        ("269.66万元", "296.66万元"), "narrative-sum", "percentage", options=NAT,
    ),
    undecided(
        in_text(
            "text-procurement-works", "s/other/procurement/text1", "工程采购金额{}、",
            ("93.54万元", "95.34万元"), "narrative-sum", options=SH,
        )
    ),
    # tables in 元, the text in 万元
    in_text(
        "text-coarser-total", "s/summary/text", "支出总计{}。", ("2708.93万元", "2709.83万元"),
        "text-table", options=YUAN,
    ),
    in_text(
        "text-coarser-item", "s/public-expenditure/items/9", "支出决算为{}，",
        ("102.19万元", "120.19万元"), "text-table", "percentage", options=YUAN,
    ),
    undecided(  # 1824282.54元 and 182.43万元 are both right
        in_text(
            "text-unit-shifted-final", "s/public-basic/text", "公用经费{}，",
            ("182.43万元", "1824282.54万元"), "amount-unit", options=YUAN,
        )
    ),
    # counts
    in_text(
        "count-vehicles", "s/assets/text", "共有车辆{}，", ("7辆", "8辆"), "count-sum", options=NAT
    ),
    in_text(
        "count-vehicles-kind", "s/other/assets/text", "执法执勤用车{}、", ("2辆", "3辆"),
        "count-sum", options=SH,
    ),
    in_text(
        "count-units", "s/structure/text", "单位共{}：", ("2个", "3个"), "office-count",
        options=NAT, severity="warning",
    ),
    in_text(
        "count-grades", "s/performance/text", "评级为“优”的项目{}；", ("5个", "6个"),
        "count-sum", options=SH,
    ),
    in_text(
        "count-problems", "s/performance/text", "正在整改的{}）", ("1个", "2个"),
        "count-sum", options=NAT,
    ),
    # units
    in_text(
        "text-unit-yuan-final", "s/fiscal-summary/text", "收入支出总计{}。",
        ("2708.93万元", "2708.93元"), "amount-unit", options=SH,
    ),
    in_text(
        "text-unit-missing-final", "s/public-basic/text", "人员经费{}，",
        ("1396.03万元", "1396.03"), "amount-unit-missing", options=NAT,
    ),
)  # fmt: skip
