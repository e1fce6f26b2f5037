"""What a code and a name mean in a fiscal year, by a small list made for these tests."""

from __future__ import annotations

import pytest

from budgetlint.disclosure.subjects import Judgement, Standing, judge, name_of_other_year
from budgetlint.taxonomy.subjects import Classification, Subject, Variant

LIST = Classification(
    "function",
    (
        Subject("210", "医疗卫生支出", last=2018),
        Subject("210", "卫生健康支出", first=2019),
        Subject("21001", "卫生健康管理事务"),
        Subject("2100101", "行政运行"),
        Subject("2100102", "一般行政管理事务"),
        Subject("21002", "公立医院"),
        Subject("2100201", "行政运行"),
        Subject("2100203", "信访事务", last=2023),
        Subject("21040", "信访事务", first=2024),
        Subject("2104001", "本地事务", local=True),
        Subject("2100109", "老办法", last=2020, sure_years=False),
        Subject("2100109", "新办法", first=2020, sure_years=False),
    ),
    (
        Variant("210", "卫生健康", "prose"),
        Variant("210", "卫生支出", "old"),
        Variant("2100102", "一般管理事务", "accept"),
        Variant("21002", "公立的医院", "wrong"),
    ),
)


def judged(code: str, name: str, year: int | None = 2024) -> Judgement:
    return judge(LIST, code, name, year)


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("2100101", "行政运行"),
        ("2100101", "行 政\n运行"),
        ("2100101", "行政运行（项）"),
        ("2100102", "一般管理事务"),
        ("2104001", "本地事务"),
        ("2104001", "本地别的事务"),
    ],
)
def test_a_print_is_right_in_spelling_accepted_wording_and_local_lists(
    code: str, name: str
) -> None:
    assert judged(code, name).standing is Standing.RIGHT


@pytest.mark.parametrize(("year", "name"), [(2018, "医疗卫生支出"), (2019, "卫生健康支出")])
def test_a_code_has_the_name_of_its_year(year: int, name: str) -> None:
    assert judged("210", name, year).right


@pytest.mark.parametrize("name", ["医疗卫生支出", "卫生健康支出", "卫生支出"])
@pytest.mark.parametrize("year", [None, 2012, 2031])
def test_where_the_year_is_unknown_or_beyond_the_data_every_year_counts(
    name: str, year: int | None
) -> None:
    assert judged("210", name, year).right


def test_a_name_of_an_earlier_year_says_until_when_and_what_came_after() -> None:
    found = judged("210", "医疗卫生支出").other_year
    assert found
    assert (found.period, found.sure) == ("2018年及以前", True)
    assert [each.name for each in found.instead] == ["卫生健康支出"]


def test_a_name_of_a_later_year_says_since_when() -> None:
    found = judged("210", "卫生健康支出", 2018).other_year
    assert found
    assert found.period == "2019年起"


def test_a_name_older_than_the_data_belongs_to_earlier_years() -> None:
    found = judged("210", "卫生支出").other_year
    assert found
    assert (found.period, [each.name for each in found.instead]) == ("以前年度", ["卫生健康支出"])


def test_what_replaces_a_code_that_is_gone_is_found_by_its_name() -> None:
    judgement = judged("2100203", "信访事务")
    assert judgement.standing is Standing.OTHER_YEAR
    assert judgement.other_year
    assert [each.code for each in judgement.other_year.instead] == ["21040"]


def test_where_a_change_is_not_dated_both_names_are_right_and_neither_contradicts() -> None:
    assert judged("2100109", "老办法", 2020).right
    assert judged("2100109", "新办法", 2020).right
    found = judged("2100109", "老办法", 2021).other_year
    assert found
    assert not found.sure


def test_a_name_of_another_code_names_the_codes_with_as_many_digits() -> None:
    judgement = judged("2100102", "行政运行")
    assert judgement.standing is Standing.OTHER_NAME
    assert [each.code for each in judgement.elsewhere] == ["2100101", "2100201"]


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("210", "卫生健康"),
        ("21001", "卫生健康管理事务支出"),
        ("21001", "卫生、健康（管理）事务"),
        ("21002", "公立的医院"),
    ],
)
def test_a_known_wording_punctuation_and_a_last_expenditure_are_only_other_wordings(
    code: str, name: str
) -> None:
    assert judged(code, name).standing is Standing.WORDING


def test_a_code_that_no_year_has_is_unknown() -> None:
    judgement = judged("2100177", "行政运行")
    assert (judgement.standing, judgement.other_year) == (Standing.UNKNOWN, None)


def test_a_code_of_other_years_under_another_name_is_unknown_and_says_which_years() -> None:
    judgement = judged("2100203", "别的事务")
    assert judgement.standing is Standing.UNKNOWN
    assert judgement.other_year
    assert judgement.other_year.period == "2023年及以前"


@pytest.mark.parametrize(
    ("name", "digits", "instead"),
    [
        ("医疗卫生支出", 3, ["210"]),
        ("医疗卫生支出（类）", None, ["210"]),
        ("信访事务", 7, ["21040"]),
    ],
)
def test_a_name_alone_of_other_years_is_found(
    name: str, digits: int | None, instead: list[str]
) -> None:
    found = name_of_other_year(LIST, name, 2024, digits)
    assert found
    assert [each.code for each in found.instead] == instead


@pytest.mark.parametrize(
    ("name", "digits"), [("信访事务", None), ("卫生健康", 3), ("行政运行", 7), ("没有的", None)]
)
def test_a_name_alone_that_the_year_has_or_nobody_ever_had_is_none(
    name: str, digits: int | None
) -> None:
    assert name_of_other_year(LIST, name, 2024, digits) is None
