"""Brackets, quotes and title marks without a partner."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetlint.disclosure.pairs import unpaired

MARKS = "()（）[]〔〕【】“”《》〈〉"
texts = st.text(alphabet=MARKS + "甲乙丙，、。", max_size=60)
pairs = st.sampled_from(["()", "（)", "(）", "〔]", "【】", "“”", "《》", "〈〉"])
balanced = st.recursive(
    st.text(alphabet="甲乙，。", max_size=4),
    lambda inner: st.one_of(
        st.tuples(pairs, inner).map(lambda p: p[0][0] + p[1] + p[0][1]),
        st.tuples(inner, inner).map("".join),
    ),
    max_leaves=12,
)


def lone(text: str) -> str:
    return "".join(mark.char for mark in unpaired(text))


@given(balanced)
def test_of_balanced_pairs_none_is_left_whatever_their_width(text: str) -> None:
    assert unpaired(text) == []


@given(texts)
def test_without_the_lone_marks_every_mark_has_its_partner(text: str) -> None:
    left = {mark.at for mark in unpaired(text)}
    assert unpaired("".join(char for at, char in enumerate(text) if at not in left)) == []


@given(texts)
def test_what_is_lone_is_printed_there_in_order_and_right_halves_come_first(text: str) -> None:
    found = unpaired(text)
    assert [text[mark.at] for mark in found] == [mark.char for mark in found]
    assert [mark.at for mark in found] == sorted(mark.at for mark in found)
    for family in ("round", "square", "quote", "title"):
        sides = [mark.opens for mark in found if mark.family == family]
        assert sides == sorted(sides)


@given(texts, pairs)
def test_a_pair_around_a_text_never_adds_a_lone_mark(text: str, pair: str) -> None:
    assert len(unpaired(f"{pair[0]}{text}{pair[1]}")) <= len(unpaired(text))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("1）征收；2）管理", ""),
        ("一)负责会务", ""),
        ("（包括1）征收2）管理）", ""),
        ("见附件（附件1）", ""),
        ("得分[80,90)为良，(90，100]为优", ""),
        ("27”显示器", ""),
        ("第“27”号", ""),
        ("增加3.00）", "）"),
        ("国内生产总值GDP）", "）"),
        ("（一）会务）", "）"),
        ("房屋（平方米））", "）"),
        ("（甲“乙）丙”", ""),
        ("“三公“经费", "““"),
        ("《办法（试行）", "《"),
        ("财预〔2016)143号", "〔)"),
    ],
)
def test_which_halves_need_a_partner(text: str, left: str) -> None:
    assert lone(text) == left
