"""The narrative of final accounts: the facts its sentences state, and those they only seem to."""

from __future__ import annotations

import pytest
from disclosure.builders import wan, yuan
from disclosure.final_builders import read_final, said
from hypothesis import given
from hypothesis import strategies as st

from budgetlint.disclosure.amount import MONEY, Amount, Unit

RUNNING = "一般公共服务支出/社会工作事务/行政运行"


# ------------------------------------------------------------------ counts
def test_a_count_without_a_name_is_of_what_was_counted_before() -> None:
    assert said("three-public", "因公出国（境）团组2个、累计7人次。") == [
        ("abroad.groups", "level", "2个"), ("abroad.persons", "level", "7人次"),
    ]  # fmt: skip
    line = "国内公务接待12批次（其中外事接待1批次），86人次（不包括陪同人员）。"
    assert said("three-public", line) == [
        ("reception.batches", "level", "12批次"),
        ("reception.foreign-batches", "level", "1批次"),
        ("reception.visitors", "level", "86人次"),
    ]


def test_an_amount_of_projects_belongs_to_the_projects_named_before() -> None:
    line = (
        "编报绩效目标的2024年度项目1个，涉及预算金额5.00万元；"
        "绩效自评的2024年度项目2个，涉及预算金额6.00万元，平均得分90.00分。"
    )
    assert [(concept, value) for concept, _, value in said("performance", line)] == [
        ("performance.goals", "1个"), ("performance.goals-amount", "5.00万元"),
        ("performance.evaluated", "2个"), ("performance.evaluated-amount", "6.00万元"),
    ]  # fmt: skip


def test_words_too_long_for_the_name_of_a_subject_are_none() -> None:
    line = f"{'教育' * 18}（类）支出决算为5.00万元，{'教育' * 25}（项）支出决算为6.00万元。"
    assert said("public-expenditure", line) == []


# ------------------------------------------------------------------ measures
def test_budgets_final_accounts_completion_and_comparison_of_one_quantity() -> None:
    line = (
        "2024年度一般公共预算财政拨款支出年初预算为300.00万元，全年预算为321.02万元，"
        "支出决算为307.82万元，完成年初预算的102.61%。决算数小于全年预算数的主要原因：人员减少。"
    )
    assert said("public-expenditure", line) == [
        ("public", "initial", "300.00万元"), ("public", "annual", "321.02万元"),
        ("public", "level", "307.82万元"), ("public", "completion initial", "102.61%"),
        ("public", "direction annual", "-1"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "measure"),
    [
        ("年初预算为", "initial"), ("年初预算数", "initial"), ("全年预算为", "annual"),
        ("调整后预算数为", "annual"), ("调整预算为", "annual"), ("预算为", "budget"),
        ("支出预算数为", "budget"), ("支出决算为", "level"), ("决算数为", "level"),
    ],
)  # fmt: skip
def test_a_measure_is_told_by_its_words(words: str, measure: str) -> None:
    assert said("three-public", f"公务接待费{words}5.00万元。") == [
        ("three-public.reception", measure, "5.00万元")
    ]


def test_a_budget_and_its_completion_in_one_phrase() -> None:
    line = "“三公”经费支出决算为5.20万元，完成预算6.00万元的86.67%，比上年减少0.30万元，下降5.45%。"
    assert said("three-public", line) == [
        ("three-public", "level", "5.20万元"), ("three-public", "budget", "6.00万元"),
        ("three-public", "completion budget", "86.67%"),
        ("three-public", "change last", "-0.30万元"), ("three-public", "rate", "-5.45%"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("决算数大于年初预算数", "1"), ("决算数小于年初预算数", "-1"),
        ("决算数等于年初预算数", "0"),
        ("决算数与年初预算数持平", "0"),
        ("决算数高于年初预算数", "1"),
    ],
)  # fmt: skip
def test_a_word_compares_final_accounts_and_budget(text: str, sign: str) -> None:
    facts = said("agency", f"机关运行经费年初预算5.00万元，支出决算4.00万元。{text}。")
    assert facts[2:] == [("agency", "direction initial", sign)]


@pytest.mark.parametrize("text", ["决算数大于（小于）预算数", "决算数大小于预算数"])
def test_a_choice_left_open_says_nothing(text: str) -> None:
    facts = said("agency", f"机关运行经费支出决算4.00万元，{text}。")
    assert facts == [("agency", "level", "4.00万元")]


# ------------------------------------------------------------------ shares and changes
def test_shares_are_of_the_whole_that_is_named_or_of_the_list() -> None:
    line = (
        "一般公共预算财政拨款支出80.00万元，占本年支出合计的80.00%，主要用于以下方面："
        "教育（类）支出50.00万元，占62.50%；卫生健康支出（类）30.00万元，占37.50%。"
    )
    assert said("public-expenditure", line) == [
        ("public", "level", "80.00万元"), ("public", "share expenditure", "80.00%"),
        ("item:教育//", "level", "50.00万元"), ("item:教育//", "share", "62.50%"),
        ("item:卫生健康支出//", "level", "30.00万元"), ("item:卫生健康支出//", "share", "37.50%"),
    ]  # fmt: skip


def test_a_share_behind_a_bracket_is_of_the_quantity_before_it() -> None:
    line = (
        "财政拨款收入80.00万元（其中，一般公共预算财政拨款收入70.00万元），占收入合计的80.00%；"
        "事业收入20.00万元，占20.00%。"
    )
    shares = [fact for fact in read_final("income", line).facts if fact.context.kind == "share"]
    assert [(f.concept, f.about and f.about.text) for f in shares] == [
        ("income.fiscal", "财政拨款收入80.00万元"), ("income.undertaking", "事业收入20.00万元"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "base", "amount"),
    [
        ("比2023年度增加5.00万元", "last", "5.00万元"),
        ("较上年减少5.00万元", "last", "-5.00万元"),
        ("比上年决算数减少5.00万元", "last-final", "-5.00万元"),
        ("比年初预算数减少5.00万元", "initial", "-5.00万元"),
        ("较全年预算增加5.00万元", "annual", "5.00万元"),
        ("比2019年增加5.00万元", "2019", "5.00万元"),
        ("与上年持平", "last", "0万元"),
    ],
)
def test_a_change_names_what_it_compares_with(text: str, base: str, amount: str) -> None:
    facts = said("agency", f"机关运行经费支出50.00万元，{text}。")
    assert facts[1:] == [("agency", f"change {base}", amount)]


def test_a_sentence_may_say_first_what_it_compares_with() -> None:
    line = "2024年度收、支总计均为90.00万元。与2023年度相比，收、支总计各增加5.00万元，增长5.88%。"
    assert said("summary", line) == [
        ("total", "level", "90.00万元"), ("total", "change last", "5.00万元"),
        ("total", "rate last", "5.88%"),
    ]  # fmt: skip


def test_a_change_against_something_unknown_is_left_with_its_rate() -> None:
    line = "机关运行经费支出50.00万元，比上年增加5.00万元，比计划减少2.00万元，下降3.85%。"
    assert said("agency", line)[1:] == [("agency", "change last", "5.00万元")]


def test_a_percentage_without_words_takes_the_sign_of_its_change() -> None:
    line = "机关运行经费支出50.00万元，比上年减少5.00万元，9.09%。"
    assert said("agency", line)[2] == ("agency", "rate", "-9.09%")


def test_last_years_amounts_are_told_apart() -> None:
    line = "2023年度收入总计80.00万元，支出总计80.00万元。2024年度收入总计90.00万元。"
    assert [(what, value) for _, what, value in said("summary", line)] == [
        ("level last", "80.00万元"), ("level last", "80.00万元"), ("level", "90.00万元"),
    ]  # fmt: skip
    line = "公务接待费支出5.00万元，上年没有此项支出，增长率不可比；因公出国（境）费支出1.00万元。"
    assert [what for _, what, _ in said("three-public", line)] == ["level", "level"]


# ------------------------------------------------------------------ items
PATH = "一般公共服务支出（类）社会工作事务（款）行政运行（项）"
AMOUNTS = "全年预算为52.00万元，支出决算为51.32万元。"


@pytest.mark.parametrize(
    "lines",
    [
        (f"1、{PATH}。主要用于：人员支出5.00万元。{AMOUNTS}",),
        (f"（1）{PATH}{AMOUNTS}",),
        (f"1.{PATH}", AMOUNTS),
        (f"{PATH.replace('（', '(').replace('）', ')')}2024年{AMOUNTS}",),
    ],
)
def test_an_item_is_named_by_its_path(lines: tuple[str, ...]) -> None:
    assert said("public-expenditure", *lines) == [
        (f"item:{RUNNING}", "annual", "52.00万元"), (f"item:{RUNNING}", "level", "51.32万元"),
    ]  # fmt: skip


def test_names_of_items_may_hold_brackets() -> None:
    line = (
        "一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）行政运行（项）支出决算5.00万元。"
    )
    assert said("public-expenditure", line) == [
        ("item:一般公共服务支出/政府办公厅(室)及相关机构事务/行政运行", "level", "5.00万元")
    ]


def test_a_class_may_be_named_without_a_mark() -> None:
    line = "教育支出5.00万元，占50.00%；其他支出5.00万元，占50.00%。"
    assert [concept for concept, _, _ in said("public-expenditure", line)] == [
        "item:教育支出//"
    ] * 2


def test_what_was_named_last_is_left_where_a_sentence_ends_a_list_of_parts() -> None:
    line = (
        "“三公”经费支出年初预算为5.00万元，支出决算为3.00万元，其中：因公出国（境）费支出决算为0万元；"
        "公务接待费支出决算为3.00万元。决算数小于预算数的主要原因是厉行节约。"
    )
    concept, what, _ = said("three-public", line)[-1]
    assert (concept, what) == ("three-public", "direction budget")


def test_after_two_quantities_side_by_side_nothing_is_taken_for_the_second() -> None:
    line = "收入总计90.00万元，支出总计90.00万元。比上年增加5.00万元。"
    assert len(said("summary", line)) == 2


# ------------------------------------------------------------------ what there is not
@pytest.mark.parametrize(
    ("section", "text", "concepts"),
    [
        ("three-public", "2024年度无“三公”经费财政拨款支出", ["three-public"]),
        ("three-public", "本部门2024年度没有财政拨款“三公”经费支出", ["three-public"]),
        ("fund-expenditure", "2024年度无政府性基金预算财政拨款收入和支出", ["fund.income", "fund"]),
        (
            "fund-expenditure",
            "本部门没有政府性基金预算财政拨款收入，也没有使用政府性基金预算财政拨款安排的支出",
            ["fund.income", "fund"],
        ),
        ("capital-expenditure", "本部门无国有资本经营预算财政拨款支出", ["capital"]),
        ("agency", "本单位为事业单位，无机关运行经费支出", ["agency"]),
    ],
)
def test_what_there_is_none_of_is_nothing(section: str, text: str, concepts: list[str]) -> None:
    assert said(section, f"{text}。") == [(concept, "level", "0万元") for concept in concepts]


# ------------------------------------------------------------------ what is not taken
@pytest.mark.parametrize(
    ("section", "line"),
    [
        ("public-basic", "下属农业服务中心人员经费5.00万元。"),
        ("public-basic", "人员经费约5.00万元。"),
        ("public-basic", "人员经费5万多元。"),
        ("public-basic", "人员经费的标准为每人5.00万元。"),
        ("public-basic", "主要包括：人员经费标准、会议费5.00万元。"),
        ("three-public", "决算数小于预算数的主要原因是压减公务接待费2.00万元。"),
        ("three-public", "无“三公”经费增减变化。"),
        ("public-expenditure", "其中：本级支出决算为5.00万元。"),
        ("agency", "机关运行经费支出决算为XXX万元，增长XX%。"),
        ("three-public", "公务接待费占全部支出5.00万元的一半。"),
        ("procurement", "货物采购授予中小企业合同金额占货物支出金额的50.00%。"),
        ("assets", "其他用车主要是下乡用车2辆。"),
        ("public-basic", "人员经费5"),
        ("public-basic", "人员经费增加5"),
    ],
)
def test_what_is_not_surely_the_amount_of_the_name_is_not_taken(section: str, line: str) -> None:
    assert read_final(section, line).facts == []


def test_a_year_cut_by_a_page_is_no_amount() -> None:
    assert said("agency", "机关运行经费支出50.00万元，与20", "23年度相比，增加5.00万元。") == [
        ("agency", "level", "50.00万元")
    ]


def test_an_unknown_word_ends_what_is_said_of_a_quantity() -> None:
    line = "机关运行经费支出50.00万元，其中办公楼租金，比上年增加5.00万元。"
    assert said("agency", line) == [("agency", "level", "50.00万元")]


def test_named_amounts_with_a_qualifier_are_counted() -> None:
    assert read_final("public-basic", "下属农业服务中心人员经费5.00万元。").left_out == 1


@pytest.mark.parametrize(
    "lead",
    ["青禾县农业农村局2024年度", "农业农村局", "2024年度本部门", "我局2024年", "其中：", "（一）"],
)
def test_whose_amounts_they_are_may_stand_before_the_name(lead: str) -> None:
    assert said("agency", f"{lead}机关运行经费支出5.00万元。") == [("agency", "level", "5.00万元")]


def test_a_list_ends_where_another_quantity_has_its_amount() -> None:
    line = (
        "一般公共预算财政拨款基本支出80.00万元，其中：人员经费60.00万元，主要包括基本工资、津贴补贴，"
        "公用经费20.00万元，主要包括办公费、差旅费。"
    )
    assert [value for _, _, value in said("public-basic", line)] == [
        "80.00万元", "60.00万元", "20.00万元",
    ]  # fmt: skip


# ------------------------------------------------------------------ places and amounts
def test_the_place_of_a_fact_is_its_number() -> None:
    line = "青禾县农业农村局2024年度“三公”经费支出决算为 5.20 万元，完成预算的 86.67%。"
    amount, rate = read_final("three-public", line).facts
    assert amount.text == "“三公”经费支出决算为 5.20 万元"
    marked = [fact.location.text[slice(*(fact.location.mark or ()))] for fact in (amount, rate)]
    assert marked == ["5.20 万元", "86.67%"]
    assert amount.location.position.column == line.index("5.20") + 1
    assert amount.location.section == "一、财政拨款“三公”经费支出决算情况说明"
    assert amount.location.key == "three-public/three-public/final/this/level"


def test_the_name_tells_the_measure() -> None:
    line = "机关运行经费年初预算5.00万元，支出决算4.00万元。"
    assert [f.name for f in read_final("agency", line).facts] == [
        "机关运行经费年初预算",
        "机关运行经费",
    ]


def test_an_amount_without_unit_is_read_in_the_unit_of_its_neighbours() -> None:
    facts = read_final("public-basic", "人员经费5.00，占25%，公用经费15.00元。").facts
    assert [fact.value for fact in facts if fact.is_money] == [yuan("5.00"), yuan("15.00")]
    assert [fact.unit_missing for fact in facts] == [True, False, False]
    assert facts[1].about is facts[0]


SENTENCES = [
    ("summary", "青禾县农业农村局2024年度收入支出总计{}。"),
    ("income", "本年收入合计100.00万元，其中：财政拨款收入{}，占90.00%。"),
    (
        "public-expenditure",
        "1、教育支出（类）普通教育（款）小学教育（项）。主要用于：教学。支出决算为{}。",
    ),
    ("three-public", "因公出国（境）费支出决算为{}，完成预算的80.00%；"),
    ("agency", "机关运行经费支出{}，比2023年度增加1.00万元。"),
    ("procurement", "政府采购金额（以合同签订为准）为{}，其中：货物采购金额1.00万元。"),
]


@given(
    st.integers(0, 10**12), st.integers(0, 4), st.sampled_from(MONEY), st.booleans(),
    st.sampled_from(SENTENCES),
)  # fmt: skip
def test_every_printed_amount_is_read_exactly(
    digits: int, decimals: int, unit: Unit, separators: bool, sentence: tuple[str, str]
) -> None:
    amount = Amount(wan("1").value.scaleb(-decimals) * digits, unit, decimals)
    printed = f"{amount.value:,.{decimals}f}{unit}" if separators else str(amount)
    section, text = sentence
    facts = read_final(section, text.format(printed)).facts
    assert amount in [fact.value for fact in facts]


@given(
    st.integers(0, 10**7), st.integers(0, 3), st.sampled_from(["占{}", "完成预算的{}", "增长{}"])
)
def test_every_printed_percentage_is_read_exactly(digits: int, decimals: int, form: str) -> None:
    rate = Amount(wan("1").value.scaleb(-decimals) * digits, Unit.PERCENT, decimals)
    facts = read_final("three-public", f"公务接待费支出5.00万元，{form.format(rate)}。").facts
    assert [fact.value for fact in facts] == [wan("5.00"), rate]
    assert facts[1].about is facts[0]
