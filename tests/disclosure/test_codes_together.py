"""Slips that several codes share are one finding each; a form that all codes share is none."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest
from linting import lint_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from budgetlint.finding import Finding

Rows = tuple[str, ...]
FUNCTIONS = (
    "205,教育支出,360.00,260.00,100.00",
    "20501,教育管理事务,260.00,260.00,",
    "2050101,行政运行,260.00,260.00,",
    "20502,普通教育,100.00,,100.00",
    "2050201,学前教育,60.00,,60.00",
    "2050202,小学教育,40.00,,40.00",
    "208,社会保障和就业支出,38.00,38.00,",
    "20805,行政事业单位养老支出,38.00,38.00,",
    "2080501,行政单位离退休,8.00,8.00,",
    "2080505,机关事业单位基本养老保险缴费支出,20.00,20.00,",
    "2080506,机关事业单位职业年金缴费支出,10.00,10.00,",
    "221,住房保障支出,20.00,20.00,",
    "22102,住房改革支出,20.00,20.00,",
    "2210201,住房公积金,14.00,14.00,",
    "2210203,购房补贴,6.00,6.00,",
)
TITLES = ("部门支出总表", "一般公共预算支出表")


class Said(NamedTuple):
    rule: str
    message: str
    expected: str | None
    related: int


def table(title: str, rows: Rows) -> str:
    lines = [
        title,
        "",
        "| 单位：青浦山市教育局 | | | | 单位：万元 |",
        "| 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |",
        "| | 合计 | 418.00 | 318.00 | 100.00 |",
        *(f"| {' | '.join(row.split(','))} |" for row in rows),
        "",
    ]
    return "\n".join(lines)


def findings(first: Rows, second: Rows, folder: Path, year: int = 2023) -> tuple[Finding, ...]:
    tables = (table(title, rows) for title, rows in zip(TITLES, (first, second), strict=True))
    return lint_text("\n".join([f"{year}年青浦山市教育局部门预算", "", *tables]), folder).findings


def said(first: Rows, second: Rows, folder: Path) -> list[Said]:
    found = findings(first, second, folder)
    return [Said(f.rule, f.message, f.expected, len(f.related)) for f in found]


def replaced(rows: Rows, *pairs: tuple[str, str]) -> Rows:
    """The rows with the beginnings of their lines replaced, the first that fits."""

    def changed(row: str) -> str:
        return next((new + row[len(old) :] for old, new in pairs if row.startswith(old)), row)

    return tuple(map(changed, rows))


def test_the_budget_without_slips_has_no_finding(tmp_path: Path) -> None:
    assert said(FUNCTIONS, FUNCTIONS, tmp_path) == []


def test_a_class_with_all_below_it_under_the_code_of_another_is_one_finding(tmp_path: Path) -> None:
    wrong = replaced(FUNCTIONS, ("205", "206"))
    assert said(wrong, wrong, tmp_path) == [
        (
            "BL608",
            "科目编码206在2023年是“科学技术支出”，不是“教育支出”，应为205，其下级5个科目随之",
            "205",
            11,
        )
    ]


def test_so_is_a_division(tmp_path: Path) -> None:
    wrong = replaced(FUNCTIONS, ("20502", "20503"))
    assert said(wrong, wrong, tmp_path) == [
        (
            "BL608",
            "科目编码20503在2023年是“职业教育”，不是“普通教育”，应为20502，其下级2个科目随之",
            "20502",
            5,
        )
    ]


def test_where_another_table_has_it_right_that_is_said(tmp_path: Path) -> None:
    wrong = replaced(FUNCTIONS, ("205", "206"))
    assert said(FUNCTIONS, wrong, tmp_path) == [
        (
            "BL603",
            (
                "“教育支出”在本表的编码是206（科学技术支出），在《部门支出总表》是205，应为205，"
                "其下级5个科目随之"
            ),
            "205",
            6,
        )
    ]


SWAPPED = (
    "科目编码2080505与2080506的名称互换了，2080505应为“机关事业单位基本养老保险缴费支出”，"
    "2080506应为“机关事业单位职业年金缴费支出”"
)


@pytest.mark.parametrize("everywhere", [True, False])
def test_two_codes_that_are_interchanged_are_one_finding(
    tmp_path: Path, *, everywhere: bool
) -> None:
    wrong = replaced(FUNCTIONS, ("2080505", "2080506"), ("2080506", "2080505"))
    (only,) = said(wrong if everywhere else FUNCTIONS, wrong, tmp_path)
    assert only[:2] == ("BL608", SWAPPED)


def test_two_names_that_are_interchanged_in_right_order_leave_the_amounts_where_they_are(
    tmp_path: Path,
) -> None:
    one, two = "2080505,机关事业单位基本养老保险缴费支出", "2080506,机关事业单位职业年金缴费支出"
    wrong = replaced(FUNCTIONS, (one, one[:8] + two[8:]), (two, two[:8] + one[8:]))
    (only,) = said(FUNCTIONS, wrong, tmp_path)
    assert only[:2] == ("BL608", SWAPPED)


@pytest.mark.parametrize("everywhere", [True, False])
def test_an_economic_code_among_functional_ones_is_one_finding(
    tmp_path: Path, *, everywhere: bool
) -> None:
    wrong = replaced(FUNCTIONS, ("2210201", "30113"))
    (only,) = said(wrong if everywhere else FUNCTIONS, wrong, tmp_path)
    assert only[:3] == (
        "BL602",
        "科目编码“30113 住房公积金”与所在的上级“22102 住房改革支出”不符，应为2210201",
        "2210201",
    )


def test_a_code_that_a_complete_list_has_not_is_not_believed_because_two_tables_print_it(
    tmp_path: Path,
) -> None:
    wrong = replaced(
        FUNCTIONS,
        (
            "2080505,机关事业单位基本养老保险缴费支出",
            "2080515,机关事业单位基本养老保险交费支出",
        ),
    )
    assert said(wrong, wrong, tmp_path) == [
        (
            "BL605",
            "2023年支出功能分类科目中没有2080515（机关事业单位基本养老保险交费支出），应为2080505",
            "2080505",
            1,
        )
    ]


RENAMED = replaced(FUNCTIONS, ("20502,普通教育", "20502,基础教育"))
NEW = replaced(FUNCTIONS, ("2050202,小学教育", "2050298,特殊普通教育"))


@pytest.mark.parametrize(
    ("year", "rows", "expected"),
    [
        (2025, RENAMED, ("warning", "科目编码20502的名称印作“基础教育”，正式名称是“普通教育”")),
        (2025, NEW, ("error", "2025年支出功能分类科目中没有2050298（特殊普通教育）")),
        (
            2026, RENAMED,
            ("info",
             "科目编码20502的名称印作“基础教育”，正式名称是“普通教育”；2026年可能已改名，请核对"),
        ),
        (
            2026, NEW,
            ("warning", "budgetlint 所知的2026年支出功能分类科目中没有2050298（特殊普通教育）"),
        ),
    ],
)  # fmt: skip
def test_of_a_year_whose_list_was_not_seen_less_is_said(
    year: int, rows: Rows, expected: tuple[str, str], tmp_path: Path
) -> None:
    (finding,) = findings(rows, rows, tmp_path, year)
    assert (finding.severity, finding.message) == expected


LEVELS = {3: "类", 5: "款", 7: "项"}
DRESSES: dict[str, Callable[[str, str], tuple[str, str]]] = {
    "205-01-01": lambda code, name: ("-".join(parts(code)), name),
    "205.01.01": lambda code, name: (".".join(parts(code)), name),
    "205 01 01": lambda code, name: (" ".join(parts(code)), name),
    "[2050101]": lambda code, name: (f"[{code}]", name),
    "'2050101": lambda code, name: (f"'{code}", name),
    "2050000": lambda code, name: (code.ljust(7, "0"), name),
    "行政运行（2050101）": lambda code, name: (code, f"{name}（{code}）"),
    "[2050101]行政运行": lambda code, name: (code, f"[{code}]{name}"),
    "2050101_行政运行": lambda code, name: (code, f"{code}_{name}"),
    "1.行政运行": lambda code, name: (code, f"1.{name}"),
    "（一）行政运行": lambda code, name: (code, f"（一）{name}"),
    "●行政运行": lambda code, name: (code, f"●{name}"),
    "行政运行[项]": lambda code, name: (code, f"{name}[{LEVELS[len(code)]}]"),
}


def parts(code: str) -> list[str]:
    return [part for part in (code[:3], code[3:5], code[5:]) if part]


def dressed(dress: Callable[[str, str], tuple[str, str]]) -> Rows:
    rows = []
    for row in FUNCTIONS:
        code, name, *amounts = row.split(",")
        rows.append(",".join((*dress(code, name), *amounts)))
    return tuple(rows)


@pytest.mark.parametrize("dress", DRESSES.values(), ids=DRESSES)
@pytest.mark.parametrize("everywhere", [True, False])
def test_codes_and_names_may_be_dressed_in_many_ways(
    dress: Callable[[str, str], tuple[str, str]], tmp_path: Path, *, everywhere: bool
) -> None:
    rows = dressed(dress)
    assert said(rows if everywhere else FUNCTIONS, rows, tmp_path) == []


def test_codes_of_a_form_that_is_not_known_are_not_checked(tmp_path: Path) -> None:
    rows = dressed(lambda code, name: (code[-2:] if len(code) > 3 else code, name))
    assert said(rows, rows, tmp_path) == []
