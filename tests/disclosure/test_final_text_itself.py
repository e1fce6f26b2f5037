"""The narrative of final accounts held against itself: what documents get wrong is found, what only
looks wrong is not."""

from __future__ import annotations

import pytest
from disclosure.final_builders import defects, stated

# ------------------------------------------------------------------ the text with itself: wrong
WRONG = [
    (
        "completion-is-the-fall",
        "three_public",
        "“三公”经费支出年初预算为3.00万元，支出决算为1.71万元，完成预算的43%。",
        [("percentage", "完成预算的43%", "57%")],
    ),
    (
        "shares-exchanged",
        "three_public",
        (
            "“三公”经费支出决算1.71万元，其中：公务接待费支出0.53万元，占69%；"
            "公务用车购置及运行维护费支出1.18万元，占31%。"
        ),
        [("percentage", "占69%", "31%")],
    ),
    (
        "completion-for-share",
        "three_public",
        (
            "“三公”经费支出决算为11.96万元。其中：公务用车购置及运行维护费支出4.02万元，占89.33%；"
            "公务接待费支出7.94万元，占39.7%。"
        ),
        [("percentage", "占89.33%", "33.61%"), ("percentage", "占39.7%", "66.4%")],
    ),
    (
        "rate-of-the-wrong-base",
        "three_public",
        (
            "“三公”经费支出决算为41.00万元，比上年减少19.00万元，下降43.78%；"
            "年初预算为45.00万元，较年初预算减少4.00万元，下降2.2%。"
        ),
        [("percentage", "下降43.78%", "-31.67%"), ("percentage", "下降2.2%", "-8.9%")],
    ),
    (
        "rate-of-this-year",
        "three_public",
        "“三公”经费支出决算为9.07万元，比上年减少0.71万元，下降7.83%。",
        [("percentage", "下降7.83%", "-7.26%")],
    ),
    (
        "complete-but-more",
        "public_expenditure",
        (
            "一般公共预算财政拨款支出年初预算为1684.00万元，支出决算为1739.93万元，完成年初预算的100%，"
            "决算数大于预算数。"
        ),
        [("percentage", "完成年初预算的100%", "103%")],
    ),
    (
        "parts-of-the-vehicles",
        "three_public",
        "公务用车购置及运行维护费支出4.02万元，其中：公务用车购置费1.00万元，公务用车运行维护费2.02万元。",
        [("narrative", "公务用车运行维护费2.02万元", None)],
    ),
    (
        "changes-do-not-add-up",
        "three_public",
        (
            "“三公”经费支出36.00万元，比上年减少10.00万元，其中：因公出国（境）费减少5.00万元；"
            "公务用车购置及运行维护费增加5.00万元；公务接待费减少5.00万元。"
        ),
        [("narrative", "因公出国（境）费减少5.00万元", None)],
    ),
    (
        "last-year-and-change",
        "agency",
        "2023年度机关运行经费支出13.39万元，2024年度机关运行经费支出11.80万元，比2023年度减少0.59万元。",
        [("narrative", "机关运行经费支出11.80万元", None)],
    ),
    (
        "smaller-firms-more-than-all",
        "procurement",
        "政府采购支出总额100.00万元，授予中小企业合同金额80.00万元，其中：授予小微企业合同金额85.00万元。",
        [("narrative", "授予小微企业合同金额85.00万元", None)],
    ),
    (
        "goods-works-services",
        "procurement",
        "政府采购支出总额100.00万元，其中：货物支出50.00万元、工程支出30.00万元、服务支出25.00万元。",
        [("narrative", "服务支出25.00万元", None)],
    ),
    (
        "won-in-other-projects",
        "procurement",
        (
            "政府采购金额为21.07万元。在面向中小企业预留的政府采购项目中，由中小企业供应商中标或成交的，"
            "采购金额21.07万元；在其他政府采购项目中，由中小企业供应商中标或成交的，采购金额21.07万元。"
        ),
        [
            (
                "narrative",
                "在其他政府采购项目中，由中小企业供应商中标或成交的，采购金额21.07万元",
                None,
            )
        ],
    ),
    (
        "vehicles",
        "assets",
        "共有车辆8辆，其中：机要通信用车1辆、应急保障用车2辆、执法执勤用车1辆、其他用车3辆。",
        [("narrative", "共有车辆8辆", None)],
    ),
    (
        "foreign-guests",
        "three_public",
        "国内公务接待12批次、86人次，其中：外事接待15批次、60人次。",
        [("narrative", "外事接待15批次", None)],
    ),
    (
        "grades",
        "performance",
        "绩效自评的2024年度项目3个（其中，绩效评级为“优”的项目2个；绩效评级为“良”的项目2个）。",
        [("narrative", "绩效评级为“良”的项目2个", None)],
    ),
    (
        "problems",
        "performance",
        "绩效自评中共发现问题3个，已经完成整改的1个，正在整改的1个。",
        [("narrative", "正在整改的1个", None)],
    ),
    (
        "fund-balance",
        "fund_expenditure",
        (
            "政府性基金预算财政拨款年初结转和结余10.00万元，本年收入50.00万元，本年支出55.00万元，"
            "年末结转和结余6.00万元。"
        ),
        [("narrative", "年末结转和结余6.00万元", None)],
    ),
    (
        "word-against-amounts",
        "agency",
        "机关运行经费年初预算为5.00万元，支出决算为4.00万元，决算数大于年初预算数。",
        [("direction", "决算数大于年初预算数", "-1")],
    ),
    (
        "said-twice",
        "three_public",
        "公务接待费支出决算为1.00万元，完成预算的50%。公务接待费2.00万元。",
        [("repeated", "公务接待费2.00万元", None)],
    ),
]


@pytest.mark.parametrize(
    ("section", "text", "expected"), [case[1:] for case in WRONG], ids=[case[0] for case in WRONG]
)
def test_what_documents_get_wrong_is_found(
    section: str, text: str, expected: list[tuple[str, str, str | None]]
) -> None:
    assert defects(**{section: text}) == expected


def test_a_rate_that_fits_another_budget_has_a_misnamed_base() -> None:
    line = (
        "一般公共预算财政拨款支出年初预算为0万元，全年预算为321.02万元，支出决算为307.82万元，"
        "完成年初预算的95.89%。"
    )
    (defect,) = stated(public_expenditure=line).diagnosis.defects
    assert defect.misnamed_base
    assert defect.misnamed_base.text == "全年预算为321.02万元"


# ------------------------------------------------------------------ the text with itself: right
RIGHT = [
    ("three_public", "公务接待费支出22.59万元，比上年增加20.63万元，增长1,055.4%。"),
    (
        "three_public",
        (
            "公务接待费支出2.00万元，比上年增加0万元，增长0%；因公出国（境）费支出0万元，"
            "比上年减少0万元，下降0.0%。"
        ),
    ),
    (
        "three_public",
        "因公出国（境）费预算为0万元，支出决算为0万元，完成预算的100%，决算数与预算数持平。",
    ),
    ("three_public", "因公出国（境）费预算为0万元，支出决算为0万元，完成预算的0%。"),
    (
        "three_public",
        (
            "“三公”经费支出520.00万元，与上年持平，其中：因公出国（境）费支出170.00万元，"
            "比上年增加170.00万元；公务用车购置及运行维护费支出350.00万元，比上年减少170.00万元，下降32.69%；"
            "公务接待费支出0万元，与上年持平。"
        ),
    ),
    (
        "three_public",
        "公务接待费支出1.18万元。其中：国内接待费1.00万元，国（境）外接待费0.18万元。",
    ),
    ("three_public", "公务接待费支出15.00万元，完成预算90.20万元的16.6%。"),
    (
        "three_public",
        (
            "2023年度“三公”经费支出12.39万元，2024年度“三公”经费支出11.8万元，"
            "比2023年度减少0.58万元，下降4.68%。"
        ),
    ),
    ("agency", "机关运行经费支出10.00万元，比2023年度增加10.00万元，增长100%。"),
    ("agency", "机关运行经费支出10.00万元，比2023年度增加10.00万元，增长--（基数为0，不可比）。"),
    (
        "agency",
        "机关运行经费支出95.00万元，比上年减少5.00万元，下降5%，较2019年增加20.00万元，增长26.67%。",
    ),
    ("agency", "机关运行经费支出95.00万元，同口径比上年增加5.00万元，增长9.00%。"),
    (
        "summary",
        (
            "收入总计90.00万元，其中：本年收入合计80.00万元，使用非财政拨款结余0万元，"
            "年初结转和结余10.00万元。"
        ),
    ),
    (
        "summary",
        (
            "2024年度收入支出总计90.00万元。与2023年度相比，收入支出总计减少10.00万元，下降10.00%。"
            "主要原因：项目支出减少15.00万元，基本支出增加5.00万元。"
        ),
    ),
    (
        "procurement",
        (
            "政府采购支出总额100.00万元，其中：货物支出50.00万元、服务支出25.00万元。"
            "授予中小企业合同金额60.00万元，占政府采购支出总额的60.00%，其中：授予小微企业合同金额30.00万元，"
            "占授予中小企业合同金额的50.00%。"
        ),
    ),
    (
        "procurement",
        (
            "政府采购支出总额100.00万元。授予中小企业合同金额60.00万元，占政府采购支出总额的60.00%，"
            "其中：授予小微企业合同金额30.00万元，占30.00%。"
        ),
    ),
    ("assets", "共有车辆8辆，其中：机要通信用车1辆、应急保障用车2辆。"),
    ("fund_expenditure", "政府性基金预算财政拨款本年收入50.00万元，本年支出55.00万元。"),
    (
        "income",
        (
            "本年收入合计100.00万元，其中：财政拨款收入74.57万元，占74.57%；事业收入19.88万元，占19.88%；"
            "其他收入5.55万元，占5.54%。"
        ),
    ),
    (
        "public_expenditure",
        (
            "1、教育支出（类）普通教育（款）小学教育（项）。年初预算为0万元，"
            "支出决算为5.00万元，决算数大于年初预算数的主要原因：年中追加。"
        ),
    ),
    (
        "public_expenditure",
        "一般公共预算财政拨款支出100.00万元，其中：教育支出（类）60.00万元，占60.00%。",
    ),
]


@pytest.mark.parametrize(("section", "text"), RIGHT)
def test_what_only_looks_wrong_is_no_finding(section: str, text: str) -> None:
    assert defects(**{section: text}) == []


def test_this_years_amount_under_last_years_date_is_left_to_the_rules_on_years() -> None:
    line = (
        "2023年度机关运行经费支出50.00万元，比上年增加5.00万元，增长11.11%。"
        "2024年度机关运行经费支出50.00万元。"
    )
    assert defects(agency=line) == []


def test_the_agencys_funds_are_within_the_operating_funds_of_another_section() -> None:
    basic = "一般公共预算财政拨款基本支出70.00万元，其中：人员经费50.00万元，公用经费20.00万元。"
    assert defects(public_basic=basic, agency="机关运行经费支出15.00万元。") == []
    assert defects(public_basic=basic, agency="机关运行经费支出25.00万元。") == [
        ("narrative", "机关运行经费支出25.00万元", None)
    ]
