"""Running numbers: wrong ones, misplaced headings, numbers left out."""

from __future__ import annotations

from itertools import pairwise

import pytest
from disclosure.builders import document
from hypothesis import given
from hypothesis import strategies as st

from budgetlint.disclosure.numerals import format_han
from budgetlint.disclosure.structure.numbering import Numbering, check_numbers
from budgetlint.disclosure.structure.outline import find_outline
from budgetlint.taxonomy import templates

TITLES = (
    "收入支出决算总体情况说明", "收入决算情况说明", "支出决算情况说明",
    "财政拨款收入支出决算总体情况说明", "一般公共预算财政拨款支出决算情况说明",
    "一般公共预算财政拨款基本支出决算情况说明", "财政拨款“三公”经费支出决算情况说明",
    "政府性基金预算财政拨款收入支出决算情况说明", "国有资本经营预算财政拨款支出决算情况说明",
)  # fmt: skip


def numbering(*headings: str) -> Numbering:
    text = "".join(f"{heading}\n说明如下。\n" for heading in headings)
    (part,) = find_outline(document(f"2024年度部门决算情况说明\n{text}"), templates()).parts
    return check_numbers(part)


def numbered(*numbers: str) -> Numbering:
    """The sections in their order, each printed with one of these numbers."""
    return numbering(*(number + title for number, title in zip(numbers, TITLES, strict=False)))


def faults(found: Numbering) -> list[tuple[str, int | None]]:
    return [(fault.section.heading, fault.right) for fault in found.faults]


def gaps(found: Numbering) -> list[tuple[str, str, int]]:
    return [
        (gap.before.heading[:2] if gap.before else "", gap.after.heading[:2], gap.count)
        for gap in found.gaps
    ]


def han(*numbers: int) -> list[str]:
    return [f"{format_han(n)}、" for n in numbers]


def test_numbers_that_run_on_are_right_wherever_they_begin() -> None:
    for first in (1, 3):
        found = numbered(*han(*range(first, first + 9)))
        assert (faults(found), found.misplaced, gaps(found)) == ([], (), [])
        assert found.counted == 9


@pytest.mark.parametrize(
    ("numbers", "wrong", "right"),
    [
        ((1, 2, 3, 3, 5, 6), 3, 4),
        ((1, 2, 3, 5, 5, 6), 3, 4),
        ((1, 2, 3, 30, 5, 6), 3, 4),
        ((1, 1, 2, 3, 4, 5), 1, 2),
        ((1, 1, 3, 4, 5, 6), 1, 2),
    ],
)
def test_one_wrong_number_is_one_fault(numbers: tuple[int, ...], wrong: int, right: int) -> None:
    found = numbered(*han(*numbers))
    assert faults(found) == [(han(numbers[wrong])[0] + TITLES[wrong], right)]
    assert found.misplaced == ()


@pytest.mark.parametrize("stray", ["", "4、"])
def test_a_number_that_is_lost_or_of_another_kind_is_a_fault(stray: str) -> None:
    found = numbered("一、", "二、", "三、", stray, "五、", "六、")
    assert faults(found) == [(stray + TITLES[3], 4)]


def test_a_section_moved_with_its_number_is_misplaced() -> None:
    found = numbered(*han(1, 2, 4, 3, 5, 6))
    assert faults(found) == []
    ((section, before),) = found.misplaced
    assert section.heading.startswith("三、")
    assert before
    assert before.heading.startswith("二、")


def test_numbers_left_out_are_a_gap_in_a_long_list_only() -> None:
    assert gaps(numbered(*han(1, 2, 4, 5))) == [("二、", "四、", 1)]
    assert gaps(numbered(*han(1, 2, 5, 6))) == [("二、", "五、", 2)]
    assert gaps(numbered(*han(1, 2, 4))) == []


def test_a_heading_of_a_title_that_is_not_known_fills_the_gap() -> None:
    headings = [n + t for n, t in zip(han(1, 2, 4, 5, 6), TITLES, strict=False)]
    headings.insert(2, "三、一般性支出情况说明")
    assert gaps(numbering(*headings)) == []


def test_a_heading_that_lost_its_number_fills_the_gap() -> None:
    headings = [n + t for n, t in zip(han(1, 2, 4, 5, 6), TITLES, strict=False)]
    headings.insert(2, "一般性支出情况说明")
    assert gaps(numbering(*headings)) == []


def test_items_that_begin_later_than_one_leave_a_gap_unless_another_item_is_there() -> None:
    other = "十一、其他重要事项的情况说明"
    items = ("（二）政府采购支出情况", "（三）国有资产占用情况")
    assert gaps(numbering(other, *items)) == [("", "（二", 1)]
    assert gaps(numbering(other, "（一）会议费支出情况", *items)) == []


def test_items_below_different_headings_are_different_lists() -> None:
    headings = [n + t for n, t in zip(han(*range(1, 10)), TITLES, strict=True)]
    headings += ["十、预算绩效情况说明", "（一）预算绩效管理情况", "十一、其他重要事项的情况说明"]
    headings += ["（一）机关运行经费支出情况", "（二）政府采购支出情况", "（二）国有资产占用情况"]
    found = numbering(*headings)
    assert faults(found) == [("（二）国有资产占用情况", 3)]


@given(st.lists(st.integers(1, 12), min_size=1, max_size=9))
def test_every_section_is_right_wrong_or_misplaced(numbers: list[int]) -> None:
    found = numbered(*han(*numbers))
    assert len(found.faults) + len(found.misplaced) < found.counted == len(numbers)
    ascending = all(a < b for a, b in pairwise(numbers))
    assert (not found.faults and not found.misplaced) == ascending
