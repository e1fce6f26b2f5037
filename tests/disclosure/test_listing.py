"""Items listed in the text of 机关运行经费: what is read, and what must hold of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from disclosure.builders import Budget, document, read_section, wan, yuan
from hypothesis import given, settings
from hypothesis import strategies as st

from budgetlint.disclosure import understand
from budgetlint.disclosure.amount import Unit
from budgetlint.disclosure.diagnosis.relations import Kind
from budgetlint.taxonomy.agency import agency

if TYPE_CHECKING:
    from budgetlint.disclosure.diagnosis.defects import Defect
    from budgetlint.disclosure.facts import Fact

HEADING = "三、机关运行经费安排情况"
TOTAL = "2024年机关运行经费安排20.00万元，其中："


def items(*lines: str) -> list[tuple[str, str]]:
    facts = read_section("agency", *lines).facts
    return [(f.name, str(f.value)) for f in facts if f.concept.startswith("item:")]


def foreign(*lines: str) -> list[str]:
    facts = read_section("agency", *lines).facts
    return [fact.name for fact in facts if fact.concept.startswith("foreign:")]


def defects(line: str, budget: Budget | None = None) -> list[Defect]:
    told = replace(budget or Budget(), narrative=f"{HEADING}\n{line}")
    return understand(document(told.text())).diagnosis.defects


def suspects(line: str, budget: Budget | None = None) -> list[tuple[str, Kind, str | None]]:
    return [
        (d.suspect.name, d.kind, str(d.expected) if d.expected else None)
        for d in defects(line, budget)
    ]


# ------------------------------------------------------------------ reading
@pytest.mark.parametrize(
    "item",
    [
        "办公费8.00万元",
        "其中办公费8.00万元",
        "包括办公费8.00万元",
        "办公费为8.00万元",
        "办公费预算安排8.00万元",
        "办 公 费8.00万元",
        "主要用于保证机关正常运转的办公费8.00万元",
    ],
)
def test_words_around_the_name_are_no_part_of_it(item: str) -> None:
    assert items(f"机关运行经费20.00万元，其中：{item}。") == [("办公费", "8.00万元")]


def test_items_need_no_mark_between_them_and_go_on_in_the_next_paragraph() -> None:
    assert items(f"{TOTAL}办公费8.00万元公务接待费2,000.00元；", "公务用车运行维护费10万元。") == [
        ("办公费", "8.00万元"), ("公务接待费", "2000.00元"), ("公务用车运行维护费", "10万元"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line",
    [
        "办公费8.00万元。",
        "比2023年减少3.20万元。",
        "其中：2024年预算20.00万元，2023年预算22.00万元。",
        "比上年增加3.20万元，主要原因是办公费增加3.20万元。",
        "合计20.00万元。",
        "其中：基本支出20.00万元，一般公共预算20.00万元。",
        "其中：局机关12.00万元、青禾县农技中心8.00万元。",
        "办公费8.00。",
        "办公费8.00万元左右。",
    ],
)
def test_changes_totals_and_vague_amounts_are_no_items(line: str) -> None:
    assert items(line) == []


def test_the_clause_that_opens_the_list_has_its_first_item() -> None:
    line = "2024年机关运行经费20.00万元，主要用于保证机关正常运转的水费2.00万元、电费3.00万元。"
    assert items(line) == [("水费", "2.00万元"), ("电费", "3.00万元")]


def test_names_that_share_an_amount_are_one_item() -> None:
    assert items(f"{TOTAL}办公费8.00万元、会议费、培训费和差旅费12.00万元。") == [
        ("办公费", "8.00万元"), ("会议费、培训费和差旅费", "12.00万元"),
    ]  # fmt: skip


def test_parts_of_an_item_are_not_counted_again() -> None:
    line = "公务用车费10.00万元（燃油费6.00万元、保险费4.00万元）、办公费8.00万元。"
    assert items(TOTAL + line) == [("公务用车费", "10.00万元"), ("办公费", "8.00万元")]
    assert items(f"{TOTAL}办公费8.00万元，公务用车费10.00万元，其中燃油费6.00万元。") == [
        ("办公费", "8.00万元"), ("公务用车费", "10.00万元"),
    ]  # fmt: skip


def test_a_list_ends_where_it_begins_anew_or_another_quantity_begins() -> None:
    assert items(f"{TOTAL}办公费8.00万元。", "办公费8.00万元、水费1.00万元。") == [
        ("办公费", "8.00万元")
    ]
    assert items(f"{TOTAL}办公费8.00万元；项目支出9.00万元，调研经费2.00万元。") == [
        ("办公费", "8.00万元")
    ]


def test_an_item_knows_its_place_and_marks_its_amount() -> None:
    (item,) = (
        fact
        for fact in read_section("agency", "引言。", f"{TOTAL}办公费 8.00 元。").facts
        if fact.name == "办公费"
    )
    assert item.text == "办公费 8.00 元"
    assert item.location.mark is not None
    assert item.text[slice(*item.location.mark)] == "8.00 元"
    assert item.location.key == "agency/item:办公费/this/level"


# ------------------------------------------------------------------ what does not belong
@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("其中：办公费8.00万元、在职人员工资6.00万元。", ["在职人员工资"]),
        ("主要用于办公费、奖金、住房公积金等支出。", ["奖金", "住房公积金"]),
        ("其中：办公费8.00万元；项目支出9.00万元。", ["项目支出"]),
        ("包括对个人和家庭的补助6.00万元。", ["对个人和家庭的补助"]),
        ("其中：办公费8.00万元、福利费1.00万元、工会经费1.00万元、劳务费1.00万元。", []),
        ("其中：公务交通补贴8.00万元。", []),
        ("与上年相比增加2.00万元，主要原因：在职人员工资、社会保险缴费上调。", []),
        ("其中：办公费20.00万元。项目支出9.00万元。", []),
        ("人员经费300.00万元。", []),
    ],
)
def test_only_goods_and_services_belong_in_the_list(line: str, names: list[str]) -> None:
    assert foreign(f"2024年机关运行经费安排20.00万元，{line}") == names


def test_without_agency_operating_expenses_nothing_is_out_of_place() -> None:
    assert foreign("我单位没有机关运行经费，经费包括人员经费、项目支出。") == []


# ------------------------------------------------------------------ names of subjects
@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("差旅费", ("30211",)),
        ("差旅费支出", ("30211",)),
        ("公务移动通讯费用补贴", ("30207",)),
        ("公务交通补贴", ("30239",)),
        ("公务用车维护费", ("30231",)),
        ("公务运行与维护费", ("30231",)),
        ("水电费", ("30205", "30206")),
        ("办公设备购置费", ("31002",)),
        ("党组织活动经费", ()),
    ],
)
def test_the_wording_of_a_text_means_economic_subjects(name: str, codes: tuple[str, ...]) -> None:
    assert agency().codes(name) == codes


# ------------------------------------------------------------------ relations
def test_an_item_is_held_against_its_row() -> None:
    line = f"{TOTAL}办公费8.00万元、公务接待费2.50万元、公务用车运行维护费10.00万元。"
    assert suspects(line) == [("公务接待费", Kind.TEXT, "2.00万元")]


def test_several_items_can_share_a_row_and_one_item_can_have_several() -> None:
    shared = "办公费3.00万元、报刊费5.00万元、公务接待费2.00万元、公务用车运行维护费10.00万元。"
    assert suspects(TOTAL + shared) == []
    budget = Budget().with_cell("public-basic", "公务接待费", "name", "水费")
    budget = budget.with_cell("public-basic", "水费", "code", "30205")
    assert (
        suspects(f"{TOTAL}水电费2.00万元、办公费8.00万元、公车运行维护费10.00万元。", budget) == []
    )


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 799), st.integers(2, 50))
def test_a_row_can_be_divided_between_items_in_any_way(cents: int, more: int) -> None:
    first, rest = f"{cents / 100:.2f}", f"{(800 - cents) / 100:.2f}"
    others = "公务接待费2.00万元、公务用车运行维护费10.00万元"
    assert suspects(f"{TOTAL}办公费{first}万元、报刊费{rest}万元、{others}。") == []
    wrong = f"{(800 - cents + more) / 100:.2f}"
    (found,) = suspects(f"{TOTAL}办公费{first}万元、报刊费{wrong}万元、{others}。")
    assert found[1] is Kind.TEXT


def test_what_the_list_leaves_out_is_in_the_other_rows() -> None:
    assert suspects(f"{TOTAL}办公费8.00万元、公务用车运行维护费10.00万元。") == []


def test_an_item_of_unknown_name_may_be_the_rest_of_a_row() -> None:
    line = (
        f"{TOTAL}办公费5.00万元、宣传费3.00万元、公务接待费2.00万元、公务用车运行维护费10.00万元。"
    )
    assert suspects(line) == []


def test_an_item_of_another_name_is_the_row_of_its_amount() -> None:
    assert suspects(f"{TOTAL}日常运转费8.00万元、公车运行维护费10.00万元。") == []
    (found,) = suspects(f"{TOTAL}日常运转费8.00万元、公车运行维护费12.00万元。")
    assert found[1:] == (Kind.TEXT, "10.00万元")


def test_a_list_of_other_money_is_not_compared() -> None:
    line = "2024年机关运行经费安排20.00万元，其中：办公费7.00万元、公务接待费1.00万元。"
    assert suspects(line) == []


def test_without_the_table_items_cannot_be_more_than_their_total() -> None:
    budget = Budget().only("summary")
    assert suspects(f"{TOTAL}办公费8.00万元、差旅费5.00万元。", budget) == []
    (found,) = suspects(f"{TOTAL}办公费8.00万元、差旅费15.00万元。", budget)
    assert found[1:] == (Kind.NARRATIVE, None)


@pytest.mark.parametrize("unit", ["元", "亿元"])
def test_the_digits_of_a_row_in_another_unit_are_a_wrong_unit(unit: str) -> None:
    line = f"{TOTAL}办公费8.00{unit}、公务接待费2.00万元、公务用车运行维护费10.00万元。"
    (defect,) = defects(line)
    assert (defect.suspect.name, defect.misprinted_unit) == ("办公费", Unit.WAN)


def test_thousands_separators_and_units_are_read() -> None:
    budget = Budget().only("public-basic").scaled("public-basic", 3)
    line = "其中：办公费8,000.00万元，公务接待费20000000元。"
    assert suspects(line, budget) == []
    facts: list[Fact] = read_section("agency", line).facts
    assert [fact.value for fact in facts] == [wan("8000.00"), yuan("20000000")]
