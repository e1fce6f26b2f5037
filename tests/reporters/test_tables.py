"""``--statistics`` and ``--show-checks``, for people and as data."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from doubles import HINT, PERSONNEL, file_report
from reporters.samples import AGREED, ENTRIES, IN_A_CELL, KNOWN, UNKNOWN, UNREADABLE

from budgetlint.catalogue import catalogue
from budgetlint.report import CheckCoverage, Coverage, FileReport, Report
from budgetlint.reporters import Canvas, render
from budgetlint.reporters.wrapping import width


def report(*files: FileReport) -> Report:
    return Report(files, rules=ENTRIES)


def shown(*files: FileReport, name: str = "terminal", **canvas: Any) -> str:
    return render(name, report(*files), Canvas(**canvas))


TWO = (
    file_report(PERSONNEL, PERSONNEL, HINT, path="a.docx"),
    replace(file_report(PERSONNEL, IN_A_CELL, path="b.docx"), suppressed=(AGREED, KNOWN)),
)
TABLE = (
    "各规则的条数\n"
    "  条数  文件  已忽略  级别  规则\n"
    "     3     2       1  错误  BL501 正文与表格不一致\n"
    "     1     1       -  错误  BL301 同一行的合计与各列之和不符\n"
    "     1     1       1  提示  BL011 tracked-changes\n"
)


# Statistics


@pytest.mark.parametrize("name", ["terminal", "concise"])
def test_statistics_stand_in_place_of_the_findings(name: str) -> None:
    text = shown(*TWO, name=name, statistics=True)
    assert f"\n{TABLE}" in text
    assert "人员经费" not in text
    assert text.split("\n")[-2].startswith("共 2 个文件：4 个错误，0 个警告，1 条提示")


def test_what_was_accepted_has_a_column_only_where_there_is_some() -> None:
    text = shown(file_report(PERSONNEL), statistics=True)
    assert "  条数  文件  级别  规则\n     1     1  错误  BL501 正文与表格不一致\n" in text


def test_statistics_still_say_what_was_not_checked() -> None:
    text = shown(UNREADABLE, file_report(PERSONNEL), UNKNOWN, statistics=True)
    assert text.startswith("\n旧 文件.doc\n  错误  请另存为 .docx 后再检查。（BL002）\n")
    assert "说明.txt  没有认出这是预算或决算公开文件，几乎没有内容可核对\n" in text


def test_beside_statistics_a_file_that_is_no_disclosure_is_named_whatever_was_found() -> None:
    text = shown(replace(UNKNOWN, findings=(PERSONNEL, HINT)), statistics=True)
    assert text.startswith(
        "说明.txt  没有认出这是预算或决算公开文件，几乎没有内容可核对，另有 1 条提示\n"
    )


def test_where_nothing_was_found_there_is_no_table() -> None:
    assert "各规则的条数" not in shown(file_report(), statistics=True)


def test_statistics_are_always_in_the_json_report() -> None:
    data = json.loads(render("json", report(*TWO), Canvas()))
    assert data["statistics"][0] == {
        "rule": "BL501",
        "name": "text-against-table",
        "title": "正文与表格不一致",
        "severity": "error",
        "findings": 3,
        "files": 2,
        "suppressed": 1,
    }
    assert [each["rule"] for each in data["statistics"]] == ["BL501", "BL301", "BL011"]


def test_a_rule_is_counted_apart_for_each_severity_the_graver_first() -> None:
    mild = replace(PERSONNEL, severity=HINT.severity)
    data = json.loads(render("json", report(file_report(mild, PERSONNEL)), Canvas()))
    assert [each["severity"] for each in data["statistics"]] == ["error", "info"]


# Checks


def test_checks_say_for_each_rule_what_held_and_why_something_was_not_checked() -> None:
    assert shown(file_report(), show_checks=True) == (
        "\n材料/预算.docx  未发现问题（标准表格 2 张、数据 612 个，180 项相符，3 项未能核对）\n"
        "\n"
        "核对明细\n"
        "  相符  不符  未核对  所查的问题\n"
        "   140     -       3  BL301 同一行的合计与各列之和不符\n"
        "    40     1       -  BL501 正文与表格不一致\n"
        "  未核  BL301：没有政府性基金表\n"
        "\n"
        "共 1 个文件：0 个错误，0 个警告，0 条提示。核对标准表格 2 张、数据 612 个，180 项相符，"
        "3 项未能核对。\n"
    )


def test_the_same_reason_is_given_once_and_idle_rules_in_one_line() -> None:
    checks = {
        "BL501": CheckCoverage(skipped=1, reasons=["没有正文"]),
        "BL502": CheckCoverage(skipped=2, reasons=["没有正文", "没有表"]),
        "BL506": CheckCoverage(),
        "BL713": CheckCoverage(),
    }
    file = replace(file_report(), coverage=Coverage(checks=checks))
    assert (
        "     -     -       1  BL501 正文与表格不一致\n"
        "     -     -       2  BL502\n"
        "  未核  BL501、BL502：没有正文\n"
        "  未核  BL502：没有表\n"
        "  其余  BL506、BL713：没有遇到要核对的内容\n"
    ) in shown(file, show_checks=True)


def test_checks_follow_the_findings_of_each_file() -> None:
    text = shown(
        file_report(PERSONNEL, path="a.docx"), file_report(path="b.docx"), show_checks=True
    )
    heads = [line for line in text.split("\n") if line.startswith(("a.docx", "b.docx", "核对明细"))]
    assert [head[:6] for head in heads] == ["a.docx", "核对明细", "b.docx", "核对明细"]


@pytest.mark.parametrize(
    ("name", "statistics"), [("terminal", True), ("concise", True), ("concise", False)]
)
def test_checks_of_all_files_are_added_up_where_findings_are_not_grouped_by_file(
    name: str, *, statistics: bool
) -> None:
    text = shown(*TWO, name=name, show_checks=True, statistics=statistics)
    assert text.count("核对明细") == 1
    assert (
        "   280     -       6  BL301 同一行的合计与各列之和不符\n"
        "    80     2       -  BL501 正文与表格不一致\n"
        "  未核  BL301：没有政府性基金表\n"
    ) in text


def test_adding_up_leaves_the_reports_as_they_are() -> None:
    before = render("json", report(*TWO), Canvas())
    shown(*TWO, show_checks=True, statistics=True)
    assert render("json", report(*TWO), Canvas()) == before


def test_a_file_that_was_not_read_has_no_checks() -> None:
    assert "核对明细" not in shown(UNREADABLE, show_checks=True)


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_no_line_is_wider_than_the_terminal(columns: int) -> None:
    checks = {
        entry.code: CheckCoverage(held=123_456, failed=7, skipped=9, reasons=["没有" * 40])
        for entry in catalogue()
    }
    file = replace(file_report(PERSONNEL), coverage=Coverage(checks=checks))
    whole = Report((file,), rules=catalogue())
    for statistics in (True, False):
        canvas = Canvas(width=columns, show_checks=True, statistics=statistics)
        lines = render("terminal", whole, canvas).split("\n")
        assert max(map(width, lines)) <= columns


def test_numbers_that_are_not_zero_are_coloured_by_what_they_mean() -> None:
    text = shown(file_report(), show_checks=True, colour=True)
    assert "  \x1b[32m 140\x1b[0m  \x1b[2m   -\x1b[0m  \x1b[33m     3\x1b[0m  BL301" in text


def test_the_log_on_github_has_the_tables_too() -> None:
    assert TABLE in shown(*TWO, name="github", statistics=True)
    assert "核对明细\n" in shown(*TWO, name="github", show_checks=True)
