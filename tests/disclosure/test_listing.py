"""Items listed in the text against the rows of the same name: only a wrong unit is told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from disclosure.builders import Budget, wan, yuan

if TYPE_CHECKING:
    from budgetlint.disclosure.facts import Fact

HEADING = "三、机关运行经费安排情况"


def slips(*lines: str, heading: str = HEADING) -> tuple[tuple[Fact, Fact], ...]:
    budget = replace(Budget(), narrative="\n".join((heading, *lines)))
    return budget.understood().unit_slips


@pytest.mark.parametrize("unit", ["元", "亿元"])
def test_an_item_with_the_digits_of_its_row_in_another_unit_is_told(unit: str) -> None:
    ((item, row),) = slips(f"主要用于：办公费8.00{unit}，公务接待费2.00万元。")
    assert (item.concept, str(item.value)) == ("item:办公费", f"8.00{unit}")
    assert (row.location.key, row.value) == ("public-basic/30201/total", wan("8.00"))


@pytest.mark.parametrize(
    "line",
    [
        "办公费8.00万元。",
        "办公费80000元。",
        "办公费8万元。",
        "办公费9.00元。",
        "办公费5.00万元，公务接待费3.00万元。",
        "打印费8.00元。",
        "办公费8.00。",
    ],
)
def test_any_other_difference_is_not_told(line: str) -> None:
    assert slips(line) == ()


def test_every_item_of_a_list_is_read() -> None:
    found = slips("其中：办公费8.00元、公务接待费2.00元；", "公务用车运行维护费10.00亿元。")
    assert [item.concept for item, _ in found] == [
        "item:办公费", "item:公务接待费", "item:公务用车运行维护费",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "item",
    [
        "其中办公费8.00元",
        "包括办公费8.00元",
        "办公费为8.00元",
        "办公费预算安排8.00元",
        "办 公 费8.00元",
    ],
)
def test_words_around_the_name_are_no_part_of_it(item: str) -> None:
    ((found, _),) = slips(f"主要用于：{item}。")
    assert found.concept == "item:办公费"


@pytest.mark.parametrize("item", ["办公费为8.00元", "办公费预算安排8.00元", "办公费支出8.00元"])
def test_the_excerpt_begins_with_the_name(item: str) -> None:
    ((found, _),) = slips(f"主要用于：{item}。")
    assert found.text == item


def test_thousands_separators_are_read() -> None:
    budget = Budget().only("public-basic").scaled("public-basic", 3)
    line = "办公费8,000.00元，公务接待费2000.00万元。"
    ((item, row),) = replace(budget, narrative=f"{HEADING}\n{line}").understood().unit_slips
    assert (item.concept, item.value) == ("item:办公费", yuan("8000.00"))
    assert row.value == wan("8000.00")


def test_other_sections_are_not_searched() -> None:
    assert slips("办公费8.00元。", heading="八、名词解释") == ()


def test_an_item_knows_its_place_and_marks_its_amount() -> None:
    ((item, _),) = slips("引言。", "主要用于：办公费 8.00 元。")
    assert item.text == item.location.text == "办公费 8.00 元"
    assert item.location.mark is not None
    assert item.text[slice(*item.location.mark)] == "8.00 元"
    assert item.location.position.column == 10
    assert item.location.section == HEADING
    assert item.location.key == "agency/item/办公费"
    assert item.value == yuan("8.00")
