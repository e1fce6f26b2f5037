"""What the narrative of final accounts calls its quantities."""

from __future__ import annotations

import pytest
from disclosure.builders import wan
from disclosure.final_builders import TITLES, read_final

from budgetlint.taxonomy.final import final_narrative

NAMES = [
    ("summary", "收入支出总计", "total"),
    ("summary", "收、支总计", "total"),
    ("summary", "收支总计", "total"),
    ("summary", "收入总计", "total.income"),
    ("summary", "支出总计", "total.expenditure"),
    ("summary", "使用非财政拨款结余", "income.surplus-used"),
    ("summary", "年初结转和结余", "income.carry-over"),
    ("summary", "结余分配", "expenditure.distribution"),
    ("summary", "年末结转和结余", "expenditure.carry-over"),
    ("income", "本年收入合计", "income"),
    ("income", "收入合计", "income"),
    ("income", "一般公共预算财政拨款收入", "income.general-public"),
    ("income", "政府性基金预算财政拨款收入", "income.government-fund"),
    ("income", "国有资本经营预算财政拨款收入", "income.state-capital"),
    ("income", "财政拨款收入", "income.fiscal"),
    ("income", "上级补助收入", "income.superior"),
    ("income", "事业收入", "income.undertaking"),
    ("income", "经营收入", "income.operating"),
    ("income", "附属单位上缴收入", "income.subsidiary"),
    ("income", "其他收入", "income.other"),
    ("expenditure", "本年支出合计", "expenditure"),
    ("expenditure", "基本支出", "expenditure.basic"),
    ("expenditure", "项目支出", "expenditure.project"),
    ("expenditure", "上缴上级支出", "expenditure.remitted"),
    ("expenditure", "经营支出", "expenditure.operating"),
    ("expenditure", "对附属单位补助支出", "expenditure.subsidies"),
    ("fiscal-summary", "财政拨款收入支出总计", "fiscal"),
    ("fiscal-summary", "财政拨款收、支总计", "fiscal"),
    ("fiscal-summary", "财政拨款收入总计", "fiscal.income"),
    ("fiscal-summary", "支出总计", "fiscal.expenditure"),
    ("public-expenditure", "一般公共预算财政拨款支出", "public"),
    ("public-expenditure", "财政拨款支出", "public.fiscal"),
    ("public-expenditure", "财政拨款本年支出", "public.fiscal"),
    ("public-basic", "一般公共预算财政拨款基本支出", "public-basic"),
    ("public-basic", "人员经费", "personnel"),
    ("public-basic", "日常公用经费", "operating"),
    ("three-public", "“三公”经费财政拨款支出", "three-public"),
    ("three-public", "财政拨款“三公”经费", "three-public"),
    ("three-public", "因公出国（境）费用", "three-public.abroad"),
    ("three-public", "公务用车购置及运行维护费", "three-public.vehicles"),
    ("three-public", "公务用车购置费", "three-public.vehicle-purchase"),
    ("three-public", "公务用车运行费", "three-public.vehicle-operation"),
    ("three-public", "公务接待费", "three-public.reception"),
    ("three-public", "国内公务接待支出", "reception.domestic"),
    ("three-public", "外宾接待支出", "reception.foreign"),
    ("three-public", "国（境）外接待费", "reception.abroad"),
    ("fund-expenditure", "年初结转和结余", "fund.carry-over-start"),
    ("fund-expenditure", "本年收入", "fund.income"),
    ("fund-expenditure", "政府性基金预算财政拨款支出", "fund"),
    ("fund-expenditure", "基本支出", "fund.basic"),
    ("fund-expenditure", "项目支出", "fund.project"),
    ("fund-expenditure", "年末结转和结余", "fund.carry-over-end"),
    ("capital-expenditure", "年初结转和结余", "capital.carry-over-start"),
    ("capital-expenditure", "国有资本经营预算财政拨款收入", "capital.income"),
    ("capital-expenditure", "本年支出", "capital"),
    ("capital-expenditure", "基本支出", "capital.basic"),
    ("capital-expenditure", "项目支出", "capital.project"),
    ("capital-expenditure", "年末结转和结余", "capital.carry-over-end"),
    ("agency", "机关运行经费", "agency"),
    ("procurement", "政府采购支出总额", "procurement"),
    ("procurement", "政府采购金额（以合同签订为准）", "procurement"),
    ("procurement", "政府采购货物支出", "procurement.goods"),
    ("procurement", "工程采购金额", "procurement.works"),
    ("procurement", "服务支出", "procurement.services"),
    ("procurement", "授予中小企业合同金额", "procurement.smaller"),
    ("procurement", "授予小微企业合同金额", "procurement.micro"),
    ("procurement", "面向中小企业预留政府采购项目预算金额", "procurement.reserved-smaller"),
    ("procurement", "面向小微企业预留政府采购项目预算金额", "procurement.reserved-micro"),
    (
        "procurement",
        "在面向中小企业预留的政府采购项目中，由中小企业供应商中标或成交的，采购金额",
        "procurement.won-smaller",
    ),
    (
        "procurement",
        "在面向小微企业预留的政府采购项目中，由小微企业供应商中标或成交的，采购金额",
        "procurement.won-micro",
    ),
    (
        "procurement",
        "在其他政府采购项目中，由中小企业供应商中标或成交的，采购金额",
        "procurement.won-other",
    ),
]
COUNTS = [
    ("three-public", "购置公务用车5辆", "vehicles.purchased"),
    ("three-public", "公务用车购置数5辆", "vehicles.purchased"),
    ("three-public", "公务用车保有量为5辆", "vehicles.kept"),
    ("three-public", "国内公务接待5批次", "reception.batches"),
    ("three-public", "国内公务接待5批（次）", "reception.batches"),
    ("three-public", "接待外宾5批次", "reception.foreign-batches"),
    ("three-public", "全年使用财政拨款安排因公出国（境）团组5个", "abroad.groups"),
    ("three-public", "因公出国（境）5人次", "abroad.persons"),
    ("assets", "共有车辆5辆", "assets.vehicles"),
    ("assets", "应急保障用车5辆", "assets.kinds"),
    ("assets", "其他用车5辆", "assets.other-vehicles"),
    ("assets", "单价100万元（含）以上设备（不含车辆）5台（套）", "assets.equipment"),
    ("assets", "单价50万元以上通用设备5台", "assets.equipment"),
    ("performance", "编报绩效目标的2024年度项目5个", "performance.goals"),
    ("performance", "绩效跟踪评价的2024年度项目5个", "performance.monitored"),
    ("performance", "绩效自评的2024年度项目5个", "performance.evaluated"),
    ("performance", "绩效评级为“优”的项目5个", "performance.graded"),
    ("performance", "绩效自评中共发现问题5个", "performance.problems"),
    ("performance", "已经完成整改的5个", "performance.solved"),
    ("performance", "正在整改的5个", "performance.open"),
]
AFTER = [
    "reception.visitors", "reception.foreign-visitors", "performance.goals-amount",
    "performance.monitored-amount", "performance.evaluated-amount",
]  # fmt: skip


@pytest.mark.parametrize(("section", "name", "concept"), NAMES)
def test_a_quantity_is_known_by_its_name(section: str, name: str, concept: str) -> None:
    (fact,) = read_final(section, f"{name}5.00万元。").facts
    assert (fact.concept, fact.value, fact.context.kind) == (concept, wan("5.00"), "level")
    assert (fact.context.section, fact.context.measure) == (section, "final")


@pytest.mark.parametrize(("section", "text", "concept"), COUNTS)
def test_things_and_persons_are_counted(section: str, text: str, concept: str) -> None:
    (fact,) = read_final(section, f"{text}。").facts
    spec = final_narrative().by_id[concept]
    assert (fact.concept, str(fact.value)) == (concept, f"5{spec.unit}")


def test_every_quantity_of_the_taxonomy_has_a_name_here() -> None:
    named = {concept for _, _, concept in (*NAMES, *COUNTS)} | set(AFTER)
    assert named == {quantity.id for quantity in final_narrative().quantities}


@pytest.mark.parametrize("section", [s for s in TITLES if s not in ("public-basic", "expenditure")])
def test_a_quantity_is_only_read_in_its_own_section(section: str) -> None:
    assert read_final(section, "人员经费5.00万元。").facts == []
