"""Codes and names against the official list: which rule speaks, how sure, and in which words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest
from disclosure.builders import Budget, document

from budgetlint.disclosure import understand
from budgetlint.finding import Observation, Severity
from budgetlint.registry import find_rule
from budgetlint.taxonomy.subjects import CodeBook, Subject

if TYPE_CHECKING:
    from budgetlint.disclosure import Disclosure

PUBLIC = "public-expenditure"
TABLES = ("income", "expenditure", PUBLIC)
RULES = ("BL601", "BL602", "BL603", "BL604", "BL605", "BL606", "BL607", "BL608")
ALL = Budget()
ALONE = ALL.only(PUBLIC)
BASIC = ALL.only("public-basic")


class Said(NamedTuple):
    """What one rule says."""

    rule: str
    severity: str
    message: str
    expected: str | None
    places: int


def understood(budget: Budget, year: int = 2024, book: CodeBook | None = None) -> Disclosure:
    return understand(document(budget.text().replace("2024", str(year))), book)


def said(budget: Budget, year: int = 2024, book: CodeBook | None = None) -> Said:
    """The only thing that the rules on codes say; no amount is called wrong for it."""
    disclosure = understood(budget, year, book)
    found = []
    for code in RULES:
        rule = find_rule(code)
        assert rule
        for each in rule.check(disclosure, {}):
            if isinstance(each, Observation):
                severity = str(each.severity or Severity.ERROR)
                places = 1 + len(each.related)
                found.append(Said(code, severity, each.message, each.expected, places))
    assert disclosure.diagnosis.defects == []
    (only,) = found
    return only


def everywhere(budget: Budget, row: str, role: str, text: str) -> Budget:
    """The same cell changed in every table by functions."""
    for table in TABLES:
        budget = budget.with_cell(table, row, role, text)
    return budget


def test_a_consistent_budget_is_confirmed() -> None:
    assert understood(ALL).code_defects == ()


# ------------------------------------------------------------------ BL605
def test_an_unknown_code_is_an_error_where_the_list_is_complete() -> None:
    assert said(BASIC.with_cell("public-basic", "30217", "code", "30257")) == (
        "BL605", "error",
        "2024年部门预算支出经济分类科目中没有30257（公务接待费），应为30217", "30217", 1,
    )  # fmt: skip


def test_an_unknown_class_is_an_error_once_for_all_tables() -> None:
    assert said(everywhere(ALL, "213", "code", "236")) == (
        "BL605", "error", "2024年支出功能分类科目中没有236（农林水支出），应为213", "213", 3,
    )  # fmt: skip


def test_a_code_that_the_list_may_lack_is_worth_a_look() -> None:
    budget = everywhere(
        everywhere(ALL, "2130122", "name", "山区补助"), "2130122", "code", "2130190"
    )
    rule, severity, message, expected, places = said(budget)
    assert (rule, severity, expected, places) == ("BL605", "info", None, 3)
    assert message == (
        "budgetlint 所知的2024年支出功能分类科目中没有2130190（山区补助），请核对；"
        "本地科目可在配置中补充"
    )


def test_a_code_that_the_list_may_lack_with_nearly_a_known_name_is_perhaps_that_one() -> None:
    budget = ALONE.with_cell(PUBLIC, "2130122", "name", "农业生产发长")
    found = said(budget.with_cell(PUBLIC, "2130122", "code", "2130172"))
    assert (found.rule, found.severity, found.expected) == ("BL605", "info", None)
    assert found.message == (
        "budgetlint 所知的2024年支出功能分类科目中没有2130172（农业生产发长），可能是2130122，"
        "请核对；本地科目可在配置中补充"
    )


def test_local_subjects_count_as_known_and_are_never_contradicted() -> None:
    budget = everywhere(
        everywhere(ALL, "2130122", "name", "山区补助"), "2130122", "code", "2130190"
    )
    book = CodeBook([("function", Subject("2130190", "山区补助"))])
    assert understood(budget, book=book).code_defects == ()
    renamed = everywhere(budget, "2130190", "name", "山区补助经费")
    assert understood(renamed, book=book).code_defects == ()


def test_an_unknown_division_stands_for_what_is_below_it() -> None:
    budget = everywhere(ALL, "20805", "code", "20870")
    budget = everywhere(
        everywhere(budget, "20870", "name", "本地养老"), "2080505", "code", "2087001"
    )
    budget = everywhere(budget, "2087001", "name", "本地养老补助")
    rule, _, message, _, places = said(budget)
    assert (rule, places) == ("BL605", 6)
    assert "20870（本地养老）及其下级2087001" in message


# ------------------------------------------------------------------ BL606
def test_a_name_that_is_not_official_is_a_warning_once_for_all_tables() -> None:
    assert said(everywhere(ALL, "213", "name", "农业林业水利支出")) == (
        "BL606", "warning",
        "科目编码213的名称印作“农业林业水利支出”，正式名称是“农林水支出”", "农林水支出", 3,
    )  # fmt: skip


def test_a_name_that_the_document_itself_contradicts_is_an_error() -> None:
    assert said(ALL.with_cell(PUBLIC, "213", "name", "农业林业水利支出")) == (
        "BL606", "error",
        ("科目编码213的名称印作“农业林业水利支出”，正式名称是“农林水支出”（《部门预算收入总表》"
        "即如此）"), "农林水支出", 2,
    )  # fmt: skip


def test_the_official_name_is_right_even_where_most_tables_have_another() -> None:
    budget = ALL.with_cell("income", "213", "name", "农业支出")
    budget = budget.with_cell("expenditure", "213", "name", "农业支出")
    rule, _, _, expected, places = said(budget)
    assert (rule, expected, places) == ("BL606", "农林水支出", 3)


def test_a_class_without_its_last_word_is_worth_a_look() -> None:
    found = said(everywhere(ALL, "213", "name", "农林水"))
    assert (found.rule, found.severity) == ("BL606", "info")


@pytest.mark.parametrize(
    ("row", "name"),
    [
        ("30108", "机关事业单位 基本养老保险缴费"),
        ("301", "“工资福利支出”"),
        ("30201", "办公费（款）"),
    ],
)
def test_spelling_makes_no_other_name(row: str, name: str) -> None:
    assert understood(ALL.with_cell("public-basic", row, "name", name)).code_defects == ()


def test_an_accepted_wording_is_no_other_name() -> None:
    row = ("30110", "城镇职工基本医疗保险缴费", "", "", "")
    assert understood(BASIC.with_row_after("public-basic", "30108", *row)).code_defects == ()


# ------------------------------------------------------------------ BL607
def test_an_old_name_says_until_when_and_what_came_after() -> None:
    assert said(everywhere(ALL, "20805", "name", "行政事业单位离退休")) == (
        "BL607", "warning",
        "“行政事业单位离退休”作为科目20805的名称用于2019年及以前，2024年应为“行政事业单位养老支出”",
        "行政事业单位养老支出", 3,
    )  # fmt: skip


def test_a_name_is_right_in_its_year() -> None:
    budget = everywhere(ALL, "20805", "name", "行政事业单位离退休").only("public-expenditure")
    faults = [d.row.printed_code for d in understood(budget, 2019).code_defects]
    assert "20805" not in faults


# ------------------------------------------------------------------ BL608
def test_a_code_of_another_name_everywhere_is_one_error() -> None:
    assert said(everywhere(ALL, "2130101", "code", "2130102")) == (
        "BL608", "error",
        "科目编码2130102在2024年是“一般行政管理事务”，不是“行政运行”，应为2130101", "2130101", 3,
    )  # fmt: skip


def test_the_name_is_wrong_where_other_tables_print_the_code_with_its_own() -> None:
    assert said(ALL.with_cell(PUBLIC, "2130122", "name", "行政运行")) == (
        "BL608", "error",
        ("科目编码2130122在2024年是“农业生产发展”（《部门预算收入总表》即如此），“行政运行”的"
        "编码是2130101"), "农业生产发展", 2,
    )  # fmt: skip


def test_a_name_that_the_table_has_at_its_own_code_is_not_taken_for_a_mistyped_code() -> None:
    assert said(BASIC.with_cell("public-basic", "30201", "name", "公务接待费")) == (
        "BL608", "error", "科目编码30201在2024年是“办公费”，“公务接待费”的编码是30217", None, 2,
    )  # fmt: skip


# ------------------------------------------------------------------ with the other rules
def test_of_two_prints_the_one_in_the_list_is_right_even_against_a_majority() -> None:
    budget = ALL.with_cell("income", "2130101", "code", "2130102")
    found = said(budget.with_cell("expenditure", "2130101", "code", "2130102"))
    assert (found.rule, found.expected, found.places) == ("BL608", "2130101", 2)


def test_a_code_that_other_tables_contradict_says_what_it_is_called() -> None:
    assert said(ALL.with_cell(PUBLIC, "2130101", "code", "2130102")) == (
        "BL603", "error",
        ("“行政运行”在本表的编码是2130102（一般行政管理事务），在《部门预算收入总表》是2130101，"
        "应为2130101"), "2130101", 2,
    )  # fmt: skip


def test_of_two_rows_with_one_code_the_one_that_the_list_confirms_is_right() -> None:
    found = said(ALONE.with_cell(PUBLIC, "2130122", "code", "2130101"))
    assert (found.rule, found.expected) == ("BL603", "2130122")


def test_a_right_name_below_another_division_has_a_mistyped_code() -> None:
    found = said(ALONE.with_cell(PUBLIC, "2130101", "code", "2120101"))
    assert (found.rule, found.expected) == ("BL602", "2130101")


def test_the_class_is_right_and_its_division_is_not_there() -> None:
    found = said(ALONE.without_row(PUBLIC, "20805"))
    assert (found.rule, found.expected) == ("BL602", None)
    assert "缺少上级科目“20805 行政事业单位养老支出”这一行" in found.message


def test_a_table_of_the_governments_classification_is_held_against_that() -> None:
    rows = (("", "合计", "8.00", "", "8.00"), ("502", "机关商品和服务支出", "8.00", "", "8.00"),
            ("50201", "办公经费", "8.00", "", "8.00"))  # fmt: skip
    budget = Budget(tables={"public-basic": rows})
    assert understood(budget).code_defects == ()
