"""Comparisons of money with another year."""

from __future__ import annotations

import pytest
from disclosure.builders import OPENING, document, understood

from budgetlint.disclosure.naming.comparisons import Comparison, find_comparisons


def comparisons(sentence: str, heading: str = "二、部门预算安排的总体情况") -> list[Comparison]:
    text = f"{OPENING}\n{heading}\n{sentence}"
    return list(find_comparisons(document(text), understood(text).outline))


@pytest.mark.parametrize(
    ("sentence", "what"),
    [
        ("预算收支安排500.00万元，较2023年预算减少66.20万元。", "预算"),
        ("预算收支安排500.00万元，较2023年517.80万元，增加22.50万元。", ""),
        ("“三公”经费9.80万元，与2023年相比无变化。", ""),
        ("与2023年度相比，收、支总计各增加277.07万元。", ""),
        ("与2023年预算安排相比，“三公”经费减少3.20万元。", "预算安排"),
        ("机关运行经费支出141.78万元，比2023年度减少8.50万元。", ""),
        ("支出决算为120.00万元，比2023年年初预算增加8.00万元。", "年初预算"),
        ("公务接待费2.10万元，同2023年持平。", ""),
        ("基本支出比2023年的1298.74万元增加17.56万元。", "的"),
    ],
)
def test_a_comparison_of_money_is_read(sentence: str, what: str) -> None:
    assert [(c.year, c.what) for c in comparisons(sentence)] == [(2023, what)]


@pytest.mark.parametrize(
    "sentence",
    [
        "与2023年签订的合同相比，采购支出减少。",
        "人员比2023年减少3人。",
        "收入比2023年、2022年都有增加。",
        "根据冀财预〔2023〕5号文件安排支出5.00万元。",
        "固定资产比2023年末增加5.00万元。",
        "资产总额较2023年12月31日增加5.00万元。",
        "不同2023年的项目分别安排支出。",
    ],
)
def test_other_mentions_of_a_year_are_no_comparison(sentence: str) -> None:
    assert comparisons(sentence) == []


@pytest.mark.parametrize(
    "heading", ["一、部门职责及机构设置情况", "五、预算绩效信息", "八、名词解释"]
)
def test_duties_goals_and_glossary_are_not_read(heading: str) -> None:
    assert comparisons("全县财政收入比2021年增加5.00万元。", heading) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "按同口径计算，支出比2021年增加5.00万元。",
        "“十四五”以来，支出比2021年增加5.00万元。",
        "增加的原因是人员支出比2021年增加5.00万元。",
        "支出三年年均增长，比2021年增加5.00万元。",
    ],
)
def test_a_reason_for_an_earlier_year_is_seen(sentence: str) -> None:
    assert [c.intended for c in comparisons(sentence)] == [True]


def test_a_reason_that_follows_does_not_excuse_the_year() -> None:
    found = comparisons("支出比2021年增加5.00万元，主要原因是人员增加。")
    assert [c.intended for c in found] == [False]
