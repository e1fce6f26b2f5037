"""Which names are one name with a slip in it: every single slip, and nothing that is meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetlint.disclosure.naming.likeness import (
    is_nearly,
    is_omission,
    is_slip,
    pairs_of_slips,
)
from budgetlint.taxonomy.likeness import differing

PLAIN = "政策法规服务企业科技创新基础设施综合利用绿色防控示范推广监督质量安全"
NEUTRAL = sorted(set(PLAIN) - differing().optional - set(differing().places))
NAMES = st.text(NEUTRAL, min_size=6, max_size=20)


def inner(name: str) -> st.SearchStrategy[int]:
    return st.integers(1, len(name) - 2)


@given(st.data(), NAMES, st.sampled_from(NEUTRAL))
def test_every_inner_character_that_is_replaced_is_found(
    data: st.DataObject, name: str, char: str
) -> None:
    at = data.draw(inner(name))
    other = name[:at] + char + name[at + 1 :]
    assert is_slip(name, other) == (name != other)
    assert list(pairs_of_slips([name, other])) == ([(name, other)] if name != other else [])


@given(st.data(), NAMES)
def test_two_inner_neighbours_that_change_places_are_found(data: st.DataObject, name: str) -> None:
    at = data.draw(st.integers(1, len(name) - 3))
    other = name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    assert is_slip(name, other) == (name != other)
    assert list(pairs_of_slips([name, other])) == ([(name, other)] if name != other else [])


@given(st.data(), NAMES)
def test_every_inner_character_that_is_left_out_is_found(data: st.DataObject, name: str) -> None:
    at = data.draw(inner(name))
    shorter = name[:at] + name[at + 1 :]
    assert is_omission(name, shorter)
    assert is_omission(shorter, name)


@given(st.data(), NAMES)
def test_an_inner_word_of_two_characters_that_is_left_out_is_found(
    data: st.DataObject, name: str
) -> None:
    at = data.draw(st.integers(1, len(name) - 3))
    shorter = name[:at] + name[at + 2 :]
    assert is_omission(name, shorter, most=2)
    assert not is_omission(name, shorter)


@given(NAMES)
def test_equal_names_are_never_reported(name: str) -> None:
    assert not is_slip(name, name)
    assert not is_omission(name, name, most=2)
    assert list(pairs_of_slips([name, name])) == []


@given(st.data(), NAMES, st.sampled_from(differing().groups))
def test_what_differs_on_purpose_is_never_reported(
    data: st.DataObject, name: str, group: str
) -> None:
    at = data.draw(inner(name))
    one, other = (name[:at] + data.draw(st.sampled_from(group)) + name[at + 1 :] for _ in range(2))
    assert not is_slip(one, other)
    assert list(pairs_of_slips([one, other])) == []


@given(st.data(), NAMES)
def test_a_first_or_last_character_begins_another_word(data: st.DataObject, name: str) -> None:
    char = data.draw(st.sampled_from(NEUTRAL).filter(lambda char: char not in name))
    assert not is_slip(name, char + name[1:])
    assert not is_slip(name, name[:-1] + char)
    assert not is_omission(name, char + name)
    assert not is_omission(name, name + char)


@pytest.mark.parametrize(
    ("one", "other", "nearly"),
    [
        ("工业运行股", "工业经济运行股", True),
        ("中小企业担保中心", "中小企业信用担保中心", True),
        ("种植业管理股", "种植业管里股", True),
        ("质量监管股", "质量安全监管股", True),
        ("干部一股", "干部二股", False),
        ("组织科", "组织一科", False),
        ("财务股", "财政股", False),
        ("第一抗旱服务队", "抗旱服务队", False),
        ("水资源管理股", "水资源管理科", False),
        ("农业服务中心", "农业技术推广服务中心", False),
    ],
)
def test_offices_that_are_nearly_the_same(one: str, other: str, *, nearly: bool) -> None:
    assert is_nearly(one, other) is nearly
    assert is_nearly(other, one) is nearly
