"""Which names of laws are slips, and which are other documents."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetlint.disclosure.naming.regulations import right_name
from budgetlint.taxonomy.regulations import regulations

NAMES = [each.name for each in regulations()]
LONG = [name for name in NAMES if len(name) > 6]


@pytest.mark.parametrize(
    ("printed", "right"),
    [
        ("地方预决算操作规程", "地方预决算公开操作规程"),
        ("地方预决算公开操作规程(试行)", None),
        ("地方预决算公开操作流程", "地方预决算公开操作规程"),
        ("政府采购实施条例", "政府采购法实施条例"),
        ("中华人民共和国政府采购实施条例", "中华人民共和国政府采购法实施条例"),
        ("中华人名共和国预算法", "中华人民共和国预算法"),
        ("中华人民共和国预算法(2018年修正)", None),
    ],
)
def test_a_slip_names_what_was_meant(printed: str, right: str | None) -> None:
    assert right_name(printed) == right


@pytest.mark.parametrize(
    "title",
    [
        "会计法",
        "预决算法",
        "河北省省级预算公开办法",
        "河北省预决算公开操作规程实施细则",
        "地方预决算公开操作规程实施细则",
        "省级预决算公开操作规程",
        "关于进一步推进预算公开工作的实施意见",
        "政府收支分类科目表",
        "2024年政府收支分类科目",
        "上海市项目支出绩效评价管理办法",
    ],
)
def test_other_documents_are_no_slips(title: str) -> None:
    assert right_name(title) is None


@pytest.mark.parametrize("name", NAMES)
def test_official_names_are_right(name: str) -> None:
    assert right_name(name) is None
    assert right_name(f"中华人民共和国{name}") is None


@given(st.sampled_from(LONG), st.data())
def test_a_character_left_out_inside_a_name_is_noticed(name: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(1, len(name) - 1))
    assert right_name(name[:at] + name[at + 1 :]) == name


def test_no_wrong_name_is_a_right_one() -> None:
    assert {wrong for each in regulations() for wrong in each.wrong}.isdisjoint(NAMES)
