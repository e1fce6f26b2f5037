"""Shares in a sentence: which amount is the part, which can be the whole."""

from __future__ import annotations

import pytest

from budgetlint.disclosure.narrative.shares import find_shares
from budgetlint.fold import fold


def shares(text: str) -> list[tuple[str, str, str, list[str]]]:
    """Name, part, named whole and possible wholes of every share."""
    folded, start = fold(text), 0
    found = []
    for sentence in filter(None, folded.split("。")):
        end = start + len(sentence)
        for share in find_shares(folded, start, end):
            wholes = [whole[0] for whole in share.wholes]
            found.append((share.name, share.part[0], share.whole, wholes))
        start = end + 1
    return found


def test_the_items_of_a_list_are_parts_of_the_amount_before_it() -> None:
    text = (
        "本年支出合计307.82万元，其中：基本支出105.58万元，占34.30%；项目支出202.24万元，占65.70%。"
    )
    assert shares(text) == [
        ("基本支出", "105.58万元", "", ["307.82万元"]),
        ("项目支出", "202.24万元", "", ["307.82万元"]),
    ]


def test_a_list_may_follow_in_the_next_sentence() -> None:
    text = "支出预算100万元，增长5%。其中：基本支出80万元，占80%；项目支出20万元，占20%。"
    assert [wholes for *_, wholes in shares(text)] == [["100万元"]] * 2


def test_a_functional_class_keeps_its_brackets() -> None:
    text = "支出307.82万元，主要用于以下方面：教育支出（类）264.87万元，占86.05%。"
    assert shares(text) == [("教育支出(类)", "264.87万元", "", ["307.82万元"])]


def test_a_list_in_brackets_is_of_the_amount_before_them_and_ends_with_them() -> None:
    text = (
        "支出预算100万元，其中：基本支出80万元，占80%（其中：人员经费60万元，占75%；"
        "公用经费20万元，占25%）；项目支出20万元，占20%。"
    )
    assert [(name, wholes[0]) for name, _, _, wholes in shares(text)] == [
        ("基本支出", "100万元"),
        ("人员经费", "80万元"),
        ("公用经费", "80万元"),
        ("项目支出", "100万元"),
    ]


def test_behind_a_semicolon_the_outer_list_goes_on() -> None:
    text = "支出100万元，其中：基本80万元，占80%，其中人员60万元，占75%；项目20万元，占20%。"
    assert [wholes[0] for *_, wholes in shares(text)] == ["100万元", "80万元", "100万元"]


def test_neither_a_change_nor_last_years_amount_is_a_whole() -> None:
    text = "支出100万元，比上年的95万元增加5万元，其中：基本支出80万元，占80%。"
    assert [wholes for *_, wholes in shares(text)] == [["100万元"]]


def test_a_named_whole_is_told_and_a_vague_one_is_that_of_the_list() -> None:
    text = "支出100万元，其中：基本支出80万元，占支出总额的80%；项目支出20万元，占总额的20%。"
    assert [whole for _, _, whole, _ in shares(text)] == ["支出总额", ""]


@pytest.mark.parametrize(
    "text",
    [
        "支出100万元，其中：基本支出约80万元，占80%。",
        "支出100万元，其中：基本支出比上年增加80万元，占80%。",
        "支出100万元，其中：上年80万元，占80%。",
        "支出100万元，其中：基本支出80万元，约占80%。",
        "支出100万元，其中：基本支出80万元、项目支出20万元，两项合计占100%以上。",
    ],
)
def test_an_approximate_part_a_change_or_last_year_has_no_share(text: str) -> None:
    assert shares(text) == []


def test_without_a_list_and_a_name_the_whole_is_open() -> None:
    assert shares("基本支出80万元，占80%。") == [("基本支出", "80万元", "", [])]
