"""A word that is printed once with a slip, and oftener without."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetlint.disclosure.naming.windows import WIDTH, slipped_windows
from budgetlint.taxonomy.homophones import confusions

WORDS = "政策服务企业科技创新础设施综合利用绿色防控示范推广监督质量安全"
SLIPS = {"政": "证", "策": "册", "企": "启", "科": "棵", "综": "宗", "绿": "律", "量": "亮"}
RUNS = st.text(sorted(set(WORDS)), min_size=WIDTH, max_size=30)


@given(st.data(), RUNS, st.sampled_from(sorted(SLIPS)))
def test_a_character_of_the_same_sound_is_found_wherever_it_stands(
    data: st.DataObject, run: str, char: str
) -> None:
    at = data.draw(st.integers(1, len(run) - 2))
    usual, odd = (run[:at] + put + run[at + 1 :] for put in (char, SLIPS[char]))
    found = list(slipped_windows({usual: 2, odd: 1}))
    assert found
    for each in found:
        assert each.odd in odd
        assert each.usual in usual
        assert (each.odd[each.at], each.usual[each.at]) == (SLIPS[char], char)


@given(st.data(), st.permutations(sorted(set(WORDS))))
def test_neighbours_that_changed_places_are_found(data: st.DataObject, chars: list[str]) -> None:
    usual = "".join(chars[:12])
    at = data.draw(st.integers(1, len(usual) - 3))
    odd = usual[:at] + usual[at + 1] + usual[at] + usual[at + 2 :]
    found = [each for each in slipped_windows({usual: 2, odd: 1}) if each.is_turned]
    assert found
    assert all(each.odd in odd and each.usual in usual for each in found)


@given(st.dictionaries(RUNS, st.just(2), max_size=8))
def test_nothing_is_said_where_every_word_is_printed_twice(runs: dict[str, int]) -> None:
    assert list(slipped_windows(runs)) == []


@given(RUNS)
def test_one_print_each_tells_nothing(run: str) -> None:
    other = run[:2] + "证" + run[3:]
    assert [each for each in slipped_windows({run: 1, other: 1}) if each.at == 2] == []


@pytest.mark.parametrize(
    ("one", "other", "confused"),
    [
        ("规", "归", True),
        ("术", "木", True),
        ("拨", "拔", True),
        ("机", "技", False),
        ("监", "检", False),
        ("林", "农", False),
        ("省", "升", False),
    ],
)
def test_which_characters_are_typed_for_one_another(
    one: str, other: str, *, confused: bool
) -> None:
    assert confusions().easily_made(one, other) is confused
