"""``budgetlint codes``: what the officer sees."""

from __future__ import annotations

import json

import pytest

from budgetlint.cli import run
from budgetlint.cli.subject_page import answer_page
from budgetlint.subject_search import search
from budgetlint.taxonomy.subjects import CodeBook


def _output(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = run(["codes", *arguments])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_one_code_is_shown_with_parents_and_history(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = _output(capsys, "2080501")
    assert code == 0
    assert out.startswith(
        "2080501  行政单位离退休\n"
        "  分类  支出功能分类（项）\n"
        "  上级  208    社会保障和就业支出\n"
        "        20805  行政事业单位养老支出（2020年起；2019年及以前为“行政事业单位离退休”）\n"
        "  名称  2020年起      行政单位离退休\n"
        "        2019年及以前  归口管理的行政单位离退休\n"
    )


def test_a_division_shows_what_stands_below(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = _output(capsys, "20805", "--year", "2024")
    assert "  下级  2080501  行政单位离退休" in out
    assert "        2080505  机关事业单位基本养老保险缴费支出\n" in out
    assert "2080504" not in out


def test_words_give_a_list_with_the_names_above(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = _output(capsys, "职业年金", "--in", "function", "--year", "2023")
    assert code == 0
    assert out.startswith("支出功能分类（")
    assert (
        "  2080506  机关事业单位职业年金缴费支出 ‹ 行政事业单位养老支出 ‹ 社会保障和就业支出\n"
        in out
    )


def test_in_a_narrow_terminal_the_names_above_stand_below() -> None:
    answer = search(CodeBook(), ["养老", "缴费"], year=2024, axes=["function"])
    lines = answer_page(answer, 2024, columns=60).splitlines()
    at = lines.index("  2080505  机关事业单位基本养老保险缴费支出")
    assert lines[at + 1] == "           ‹ 行政事业单位养老支出 ‹ 社会保障和就业支出"


def test_an_unknown_code_shows_its_neighbours(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = _output(capsys, "2080515")
    assert code == 1
    assert out.startswith(
        "支出功能分类中没有 2080515。\n  20805 行政事业单位养老支出之下有：\n    2080501  "
    )
    assert err == ""


def test_a_code_out_of_use_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = _output(capsys, "2080504", "--year", "2022")
    assert code == 1
    assert out.startswith(
        "2022年没有使用：\n  2080504  未归口管理的行政单位离退休（2019年及以前）\n"
    )


def test_nothing_found_names_what_is_near(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = _output(capsys, "住房公基金", "--in", "economic")
    assert (code, out) == (1, "")
    assert err == "在科目中没有找到“住房公基金”。相近的有：30113 住房公积金\n"


def test_nothing_near_says_how_to_go_on(capsys: pytest.CaptureFixture[str]) -> None:
    _, _, err = _output(capsys, "魑魅魍魉", "--year", "2024")
    assert err == ("在2024年的科目中没有找到“魑魅魍魉”。可以少写几个字，或只写编码的前几位再查。\n")


def test_json_has_the_same_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = _output(capsys, "2080501", "--format", "json", "--year", "2019")
    (subject,) = json.loads(out)["subjects"]
    assert subject["name"] == "归口管理的行政单位离退休"
    assert subject["parents"] == [
        {"code": "208", "name": "社会保障和就业支出"},
        {"code": "20805", "name": "行政事业单位离退休"},
    ]
    assert [(each["name"], each["from"], each["to"]) for each in subject["names"]] == [
        ("归口管理的行政单位离退休", None, 2019),
        ("行政单位离退休", 2020, None),
    ]


@pytest.mark.parametrize("year", ["2017", "2027", "二〇二四", "24"])
def test_only_years_of_the_data_can_be_asked(capsys: pytest.CaptureFixture[str], year: str) -> None:
    code, _, err = _output(capsys, "208", "--year", year)
    assert code == 2
    assert "应为 2018 至 2026 之间的预算年度" in err
