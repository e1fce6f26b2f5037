"""The fiscal year: which places say it, which win, and which only look like it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from disclosure.builders import CAPTION, OPENING, Budget, understood
from hypothesis import given
from hypothesis import strategies as st

if TYPE_CHECKING:
    from budgetlint.disclosure import Disclosure

FINAL = "现将青禾县水利局2024年度部门决算公开如下："


def wrong(disclosure: Disclosure) -> list[tuple[int | None, str, bool]]:
    found = disclosure.years.wrong(disclosure.facts)
    return [(item.claim.year, item.claim.source, item.proven) for item in found]


def budget(*lines: str) -> Disclosure:
    return understood("\n".join((Budget().text(), "二、部门预算安排的总体情况", *lines)))


def final(*lines: str) -> Disclosure:
    return understood("\n".join((FINAL, "一、收入支出决算总体情况说明", *lines)))


# ------------------------------------------------------------------ the decision
def test_one_caption_of_another_year_is_wrong_and_the_year_is_sure() -> None:
    found = Budget().with_caption("income", CAPTION.replace("2024", "2023")).understood()
    assert (found.year, found.years.sure) == (2024, True)
    assert wrong(found) == [(2023, "caption", True)]


def test_all_captions_against_title_and_text_leave_it_open() -> None:
    text = Budget().text().replace("预算年度：2024", "预算年度：2023")
    found = understood(text + "\n二、部门预算安排的总体情况\n2024年部门预算收入500.00万元。")
    assert (found.year, found.years.sure) == (2024, False)
    assert {source for _, source, _ in wrong(found)} == {"caption"}


def test_a_title_against_everything_else_is_wrong() -> None:
    found = understood(f"青禾县农业农村局2023年部门预算公开\n{Budget().text()}")
    assert (found.year, found.years.sure) == (2024, True)
    assert wrong(found) == [(2023, "title", True)]


def test_nothing_tells_the_year() -> None:
    found = understood("青禾县农业农村局概况")
    assert (found.year, found.years.sure, found.years.claims) == (None, False, ())


@given(st.integers(2001, 2098), st.integers(1, 8))
def test_a_consistent_document_has_no_wrong_year(year: int, captions: int) -> None:
    text = Budget().text().replace("2024", str(year))
    extra = "\n".join(f"{year}年部门预算收入{n}.00万元。" for n in range(captions))
    found = understood(f"{text}\n二、部门预算安排的总体情况\n{extra}")
    assert (found.year, found.years.sure, wrong(found)) == (year, True, [])


# ------------------------------------------------------------------ headings
@pytest.mark.parametrize(
    "heading",
    [
        "二、2023年部门预算安排的总体情况",
        "第二部分 2023年部门预算情况说明",
        "2023年部门预算收支总表",
    ],
)
def test_a_heading_says_the_year(heading: str) -> None:
    assert wrong(understood(f"{Budget().text()}\n{heading}")) == [(2023, "title", True)]


@pytest.mark.parametrize(
    "heading",
    [
        "二、2023年部门预算执行情况",
        "（一）2023年预算安排情况",
        "三、与2023年预算对比情况",
        "四、2023年度部门决算情况说明",
        "3、2022年省级预算项目资金绩效目标表",
        "县农业农村局2023年预算",
    ],
)
def test_a_heading_about_something_else_does_not(heading: str) -> None:
    assert wrong(understood(f"{Budget().text()}\n{heading}")) == []


# ------------------------------------------------------------------ sentences
@pytest.mark.parametrize(
    "sentence",
    [
        "2023年部门预算收入500.00万元。",
        "（一）2023年，我部门机关运行经费共计安排320.00万元。",
        "青禾县农业农村局2023年财政拨款“三公”经费预算安排40.00万元。",
        "2023年，本单位安排机关运行经费320.00万元，比2022年减少1.00万元。",
        "2023年我单位未安排政府性基金预算。",
        "反映当年全部支出。2023年部门支出预算为500.00万元。",
    ],
)
def test_a_sentence_that_states_this_years_budget_says_the_year(sentence: str) -> None:
    assert wrong(budget(sentence)) == [(2023, "text", False)]


@pytest.mark.parametrize(
    "sentence",
    [
        "2024年度收入支出总计620.00万元。",
        "青禾县水利局2024年度财政拨款收入支出总计620.00万元。",
        "2024年度无政府性基金预算财政拨款收入和支出。",
        "2024年度机关运行经费支出141.78万元，比2023年度减少8.50万元。",
        "纳入青禾县水利局2024年度部门决算编制范围的单位包括：",
    ],
)
def test_a_sentence_that_states_this_years_accounts_says_the_year(sentence: str) -> None:
    assert wrong(final(sentence)) == []
    assert wrong(final(sentence.replace("2024", "2022"))) == [(2022, "text", False)]


@pytest.mark.parametrize(
    "sentence",
    [
        "2023年预算安排2147.58万元，其中：人员经费713.43万元。",
        "2023年部门预算收入620.00万元，2024年部门预算收入500.00万元，减少120.00万元。",
        "2023年部门预算收入完成620.00万元。",
        "2023年“三公”经费支出决算8.00万元。",
        "2023年部门预算执行情况良好，实际支出620.00万元。",
        "2023年，我局将继续严格控制“三公”经费预算安排。",
        "提前下达2023年部门预算收入620.00万元。",
        "主要原因是2023年部门预算收入减少。",
        "较2023年部门预算收入增加20.00万元。",
        "2023年末政府采购预算结余3.00万元。",
        "2021年至2023年部门预算收入逐年增加。",
        "〔2023〕5号文件下达部门预算收入3.00万元。",
        "上年情况：2023年部门预算收入620.00万元。",
    ],
)
def test_a_sentence_that_may_mean_last_year_says_nothing(sentence: str) -> None:
    assert wrong(budget(sentence)) == []


def test_last_years_amount_beside_this_years_is_meant() -> None:
    found = budget("本年度部门预算收入500.00万元。", "2023年部门预算收入620.00万元。")
    assert wrong(found) == []


def test_an_amount_that_this_years_tables_do_not_have_is_last_years() -> None:
    assert wrong(budget("2023年部门预算收入617.42万元。")) == []
    assert wrong(budget("2022年部门预算收入617.42万元。")) == [(2022, "text", False)]
    assert wrong(budget("2023年安排政府采购预算617.42万元。")) == [(2023, "text", False)]


def test_a_paragraph_under_a_heading_about_last_year_is_meant() -> None:
    assert wrong(budget("（三）比上年增减情况", "2023年部门预算收入620.00万元。")) == []


def test_an_amount_of_this_years_tables_proves_a_wrong_year() -> None:
    found = budget("本年度部门预算收入500.00万元。", "2023年部门支出预算为500.00万元。")
    assert wrong(found) == [(2023, "text", False)]
    exact = Budget().text().replace("500.00", "501.37").replace("470.00", "471.37")
    text = f"{exact}\n二、部门预算安排的总体情况\n2023年部门支出预算为501.37万元。"
    assert wrong(understood(text)) == [(2023, "text", True)]


def test_duties_goals_and_glossary_are_not_read_for_the_year() -> None:
    text = f"{OPENING}\n五、预算绩效信息\n2023年部门预算收入620.00万元。"
    assert wrong(understood(text)) == []


# ------------------------------------------------------------------ misprints
@pytest.mark.parametrize(
    ("text", "printed", "meant"),
    [
        ("青禾县水利局20242024年部门预算公开", "20242024年", "2024年"),
        ("青禾县水利局22024年部门预算公开", "22024年", "2024年"),
        ("青禾县水利局2024部门预算公开", "2024", "2024年"),
        ("青禾县水利局2018度部门决算", "2018度", "2018年"),
        ("青禾县水利局20240315部门预算公开", None, None),
        ("现将青禾县水利局2024年部门预算公开如下：\n我局22024年收入5万元。", "22024年", "2024年"),
        ("现将青禾县水利局2024年部门预算公开如下：\n20232024年收入5万元。", None, None),
        ("现将青禾县水利局2024年部门预算公开如下：\n全年用电2018度。", None, None),
        ("现将青禾县水利局2024年部门预算公开如下：\n我局2024度部门收入5万元。", "2024度", "2024年"),
        ("现将青禾县水利局2024年部门预算公开如下：\n我局20234年预算5万元。", "20234年", "2024年"),
        ("现将青禾县水利局2024年部门预算公开如下：\n我局204年度预算5万元。", "204年", "2024年"),
        ("现将青禾县水利局2024年部门预算公开如下：\n比20234年预算多。", None, None),
        ("现将青禾县水利局2024年部门预算公开如下：\n租期20年，用了200年的老树。", None, None),
        ("现将青禾县水利局2024年部门预算公开如下：\n缴费15 2023年收入5万元。", None, None),
    ],
)
def test_a_misprinted_year_is_told_with_what_it_means(
    text: str, printed: str | None, meant: str | None
) -> None:
    found = understood(text).years.misprints
    assert [(m.printed, m.meant) for m in found] == ([(printed, meant)] if printed else [])


# ------------------------------------------------------------------ column headings
@pytest.mark.parametrize(
    ("header", "found"),
    [
        ("| 采购物品 | 2023年  预留中  小微企  业份额 |", [2023]),
        ("| 采购物品 | 2024年预留中小微企业份额 |", []),
        ("| 项目名称 | 2022年度预算 | 2023年度预算 | 增减金额 |", [2023]),
        ("| 项目名称 | 2023年度预算 | 2024年度预算 | 增减金额 |", []),
        ("| 项目名称 | 2021年预算 | 2022年预算 | 2023年预算 |", []),
        ("| 项目名称 | 2021年预算 | 2023年预算 |", []),
        ("| 项目名称 | 2023年预算 |", []),
        ("| 项目名称 | 2022年决算 | 2023年决算 |", []),
    ],
)
def test_the_column_of_this_year_says_the_year(header: str, found: list[int]) -> None:
    text = f"{Budget().text()}\n其他表\n{header}\n| 甲 | 5.00 | 5.00 | 5.00 |"
    assert [year for year, *_ in wrong(understood(text))] == found
