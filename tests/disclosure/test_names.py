"""When two prints of a name mean the same department or unit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetlint.disclosure.naming.names import Likeness, area_of, likeness

NAME = "青禾县农业农村局"


@pytest.mark.parametrize(
    ("name", "right", "like"),
    [
        (NAME, NAME, Likeness.SAME),
        ("青禾县 农业农村局", NAME, Likeness.SAME),
        ("青禾县农业农村局（部门）", NAME, Likeness.SAME),
        ("青禾县农业农村局（汇总）", NAME, Likeness.SAME),
        ("青禾县农业农村局（本级）", "青禾县农业农村局本级", Likeness.SAME),
        ("青禾县农业农村局本级", NAME, Likeness.OWN_LEVEL),
        (NAME, "青禾县农业农村局本级", Likeness.OWN_LEVEL),
        ("农业农村局", NAME, Likeness.ABBREVIATED),
        ("青禾农业农村局", NAME, Likeness.ABBREVIATED),
        ("青禾县农业局", NAME, Likeness.ABBREVIATED),
        ("青禾县工业信息化局", "青禾县工业和信息化局", Likeness.ABBREVIATED),
        ("中共青禾县委组织部", "中国共产党青禾县委员会组织部", Likeness.ABBREVIATED),
        ("青禾县卫生健康局青禾县妇幼保健院", "青禾县妇幼保健院", Likeness.LONGER),
        ("云溪市青禾县农业农村局", NAME, Likeness.LONGER),
        ("县委办", "中国共产党青禾县委员会办公室", Likeness.ABBREVIATED),
        ("青禾县纪委", "中国共产党青禾县纪律检查委员会", Likeness.ABBREVIATED),
        ("青禾县政协", "中国人民政治协商会议青禾县委员会", Likeness.ABBREVIATED),
        ("青禾县人大", "青禾县人民代表大会常务委员会", Likeness.ABBREVIATED),
        ("青禾县妇联", "青禾县妇女联合会", Likeness.ABBREVIATED),
        ("县卫健委", "青禾县卫生健康委员会", Likeness.ABBREVIATED),
        ("青禾县农业农村局机关", NAME, Likeness.OWN_LEVEL),
        ("青禾县农业农村局（部门汇总）", NAME, Likeness.SAME),
        ("青禾县农业农局", NAME, Likeness.SLIP),
        ("青禾县农农业农村局", NAME, Likeness.SLIP),
        ("青禾县农业村农局", NAME, Likeness.SLIP),
        ("青禾县工业与信息化局", "青禾县工业和信息化局", Likeness.SLIP),
        ("青禾县水利局", NAME, Likeness.OTHER),
        ("青河县农业农村局", NAME, Likeness.OTHER),
        ("青禾县税务局", "青禾县商务局", Likeness.OTHER),
        ("青禾县第一实验小学", "青禾县第二实验小学", Likeness.OTHER),
        ("青禾县农业农机局", NAME, Likeness.OTHER),
        ("青禾县农业农村局种子站", NAME, Likeness.OTHER),
        (NAME, "青禾县农业农村局种子站", Likeness.OTHER),
    ],
)
def test_a_name_relates_to_the_right_one(name: str, right: str, like: Likeness) -> None:
    assert likeness(name, right) is like


@given(st.text("青禾云溪县市区农业水利教育局院站", min_size=1, max_size=12))
def test_a_name_is_like_itself_however_it_is_spaced(name: str) -> None:
    assert likeness(" ".join(name), name) is Likeness.SAME


@pytest.mark.parametrize(
    ("name", "area"),
    [
        (NAME, "青禾县"),
        ("云溪市青禾区教育局", "云溪市青禾区"),
        ("云溪自治县水利局", "云溪自治县"),
        ("青禾县市场监督管理局", "青禾县"),
        ("农业农村局", ""),
    ],
)
def test_the_area_that_a_name_begins_with(name: str, area: str) -> None:
    assert area_of(name) == area
