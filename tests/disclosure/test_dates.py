"""Dates of assets, of publication, and dates that no calendar has."""

from __future__ import annotations

import calendar
from datetime import date

import pytest
from disclosure.builders import OPENING, document, understood
from hypothesis import given
from hypothesis import strategies as st

from budgetlint.disclosure.naming.dates import asset_dates, impossible_dates, publication_dates


def impossible(text: str) -> list[str]:
    return [found.printed for found in impossible_dates(document(text), understood(text).outline)]


def assets(text: str, heading: str = "七、国有资产信息") -> list[int | None]:
    text = f"{OPENING}\n{heading}\n{text}"
    return [found.year_end for found in asset_dates(document(text), understood(text).outline)]


# ------------------------------------------------------------------ the calendar
@pytest.mark.parametrize(
    "text",
    ["2024年2月30日", "2023年2月29日", "2024年13月1日", "2024年0月", "2024年4月31日", "6月31日",
     "2024-02-30", "2024/13/1", "2024 年 11 月 31 日"],
)  # fmt: skip
def test_a_date_that_no_calendar_has_is_found(text: str) -> None:
    assert impossible(f"项目于{text}完成。") == ["".join(text.split())]
    assert impossible(f"| 完成时间 | {text} |") == ["".join(text.split())]


@pytest.mark.parametrize(
    "text",
    ["2024年2月29日", "2月29日", "2024年12月", "发放2024年13月工资", "2月30日内完成", "第13月",
     "冀财〔2024〕13号", "2024-13-1号文件", "1-13月", "电话2024-13-4567", "20240230", "5.2.30"],
)  # fmt: skip
def test_what_is_no_date_or_a_right_one_is_not(text: str) -> None:
    assert impossible(f"项目{text}。") == []


@given(st.dates(date(2001, 1, 1), date(2099, 12, 31)), st.sampled_from("年-/"))
def test_every_day_of_the_calendar_is_possible(day: date, mark: str) -> None:
    printed = (
        f"{day.year}年{day.month}月{day.day}日"
        if mark == "年"
        else f"{day.year}{mark}{day.month}{mark}{day.day}"
    )
    assert impossible(f"项目于{printed}完成。") == []


@given(st.integers(2001, 2099), st.integers(1, 12), st.integers(1, 9))
def test_a_day_past_the_end_of_a_month_is_impossible(year: int, month: int, beyond: int) -> None:
    day = calendar.monthrange(year, month)[1] + beyond
    assert impossible(f"于{year}年{month}月{day}日完成。") == [f"{year}年{month}月{day}日"]


# ------------------------------------------------------------------ assets
@pytest.mark.parametrize(
    ("text", "year_end"),
    [
        ("截至2023年12月31日，我局固定资产金额为5.00万元。", 2023),
        ("截止2023年末，我局共有车辆3辆。", 2023),
        ("2023年底我局固定资产为5.00万元。", 2023),
        ("2024年初我单位固定资产为311.51万元。", 2023),
        ("截至2024年1月1日，固定资产5.00万元。", 2023),
        ("截至2023年9月30日，我局固定资产金额为5.00万元。", None),
        ("截止时间：2023-12-31", 2023),
        ("截止时间：2023年12月31日", 2023),
        ("| 304青禾县农业农村局 | 截止时间：2023-12-31 |", 2023),
    ],
)
def test_the_date_of_assets_is_read(text: str, year_end: int | None) -> None:
    assert assets(text) == [year_end]


@pytest.mark.parametrize(
    "text",
    [
        "2022年采购固定资产5.00万元。",
        "比2022年末固定资产增加5.00万元。",
        "截至2022年12月31日，项目已经完工。",
        "2022年末在职人员25人。",
    ],
)
def test_a_date_of_something_else_is_not(text: str) -> None:
    assert assets(text) == []


def test_a_table_of_assets_is_known_by_its_title_where_no_section_is() -> None:
    table = "固定资产占用情况表\n| 截止时间：2022-12-31 |"
    assert assets(table, heading="其他情况") == [2022]
    assert assets("| 截止时间：2022-12-31 |", heading="其他情况") == []


# ------------------------------------------------------------------ publication
def test_the_date_of_publication_is_read_where_it_is_printed_as_such() -> None:
    text = f"{OPENING}\n公开时间：2024年2月20日\n批复日期：2024-01-15\n我局于2023年3月1日公开预算。"
    found = publication_dates(document(text), understood(text).outline)
    assert [date.location.text for date in found] == [
        "公开时间：2024年2月20日",
        "批复日期：2024-01-15",
    ]
