"""JUnit: suites and cases that any reader takes, whatever a document holds."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from doubles import DEPARTMENT, PERSONNEL, file_report
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from reporters.samples import (
    EVERYTHING,
    HOSTILE_REPORT,
    IN_A_CELL,
    LONG,
    TEXT_FILE,
    UNIT,
    UNLOADED,
    UNREADABLE,
    WORD_FILE,
)

from budgetlint.finding import Severity
from budgetlint.report import FileReport, Report
from budgetlint.reporters import FORMATS, Canvas, render

SCHEMA = etree.XMLSchema(file=str(Path(__file__).parent / "schemas" / "junit.xsd"))
COUNTS = ("tests", "failures", "errors", "skipped")


def suites_of(report: Report) -> etree._Element:
    """The root of a report that keeps to the schema."""
    parser = etree.XMLParser(huge_tree=True)
    root = etree.fromstring(render("junit", report, Canvas()).encode("utf-8"), parser)
    SCHEMA.assertValid(root)
    return root


def cases(*files: FileReport) -> list[etree._Element]:
    return list(suites_of(Report(files)).iter("testcase"))


def outcomes(*files: FileReport) -> list[tuple[str, str | None, str | None]]:
    """Name, outcome and message of every case; a case that passed has no outcome."""
    found: list[tuple[str, str | None, str | None]] = []
    for case in cases(*files):
        name = str(case.attrib["name"])
        ended = [(name, str(each.tag), each.get("message")) for each in case]
        found += ended or [(name, None, None)]
    return found


def test_every_report_is_accepted() -> None:
    for report in (Report(()), EVERYTHING, HOSTILE_REPORT, Report((file_report(LONG),))):
        suites_of(report)


def test_a_file_is_a_suite_with_its_counts_and_the_root_has_the_sums() -> None:
    root = suites_of(EVERYTHING)
    assert [(suite.attrib["name"], *(suite.attrib[key] for key in COUNTS)) for suite in root] == [
        ("材料/预算.txt", "2", "2", "0", "0"),
        ("材料/预算 [终稿].docx", "6", "1", "0", "3"),
        ("净.pdf", "1", "0", "0", "0"),
        ("旧 文件.doc", "1", "0", "1", "0"),
        ("说明.txt", "1", "0", "0", "1"),
        ("budgetlint", "2", "0", "1", "0"),
    ]
    assert [root.attrib[key] for key in COUNTS] == ["13", "3", "2", "4"]


def test_a_finding_is_a_failure_with_everything_that_is_known_of_it() -> None:
    [case, _] = cases(file_report(PERSONNEL))
    [failure] = case
    assert {str(key): value for key, value in case.attrib.items()} == {
        "name": "BL501 正文与表格不一致：六、机关运行经费安排情况",
        "classname": "材料/预算.docx",
        "file": "材料/预算.docx",
    }
    assert failure.get("type") == "error"
    assert failure.get("message") == PERSONNEL.message
    assert (failure.text or "").split("\n")[1:] == [
        "位置：六、机关运行经费安排情况，第41页",
        "原文：基本支出373.37万元，其中人员经费【347.37】万元，公用经费26.01万元。",
        "应为：347.36万元，实为 347.37万元",
    ]


def test_the_line_of_a_text_file_is_given() -> None:
    [first, _] = cases(TEXT_FILE)
    assert first.get("line") == "1709"


def test_a_case_has_the_same_name_in_the_next_run_and_no_other_case_has_it() -> None:
    moved = replace(IN_A_CELL, message="改了", location=replace(IN_A_CELL.location, text="1"))
    before = cases(file_report(IN_A_CELL, IN_A_CELL, parts=(DEPARTMENT, UNIT)))
    after = cases(file_report(moved, moved, parts=(DEPARTMENT, UNIT)))
    names = [case.attrib["name"] for case in before]
    assert names == [case.attrib["name"] for case in after]
    first = "BL301 同一行的合计与各列之和不符：单位 › 表6 基本支出表 › “30201 办公费”行"
    assert names[:2] == [f"{first} › “公用经费”栏", f"{first} › “公用经费”栏（2）"]


def test_a_warning_fails_an_info_passes_and_what_was_accepted_is_skipped() -> None:
    warning = replace(PERSONNEL, severity=Severity.WARNING)
    [case, _] = cases(file_report(warning))
    assert case[0].get("type") == "warning"
    found = outcomes(WORD_FILE)
    assert found[1] == ("BL011 tracked-changes", "system-out", None)
    assert [(tag, message) for _, tag, message in found[2:5]] == [
        ("skipped", f"已忽略，尾差经财政局核对（配置，至 2025-06-30）：{PERSONNEL.message}"),
        ("skipped", "已忽略，已列入基线：文档中有 2 处修订尚未接受或拒绝。"),
        ("skipped", f"已忽略，见附注（批注）：{PERSONNEL.message}"),
    ]


def test_a_rule_that_held_is_a_case_that_passed() -> None:
    root = suites_of(Report((file_report(),), rules=EVERYTHING.rules))
    [case] = root.iter("testcase")
    assert (case.attrib["name"], len(case)) == ("BL301 同一行的合计与各列之和不符", 0)


def test_a_rule_that_could_not_run_is_skipped_and_a_hidden_or_idle_one_is_left_out() -> None:
    report = file_report()
    checks = report.coverage.checks
    checks["BL301"].held = 0
    assert outcomes(report) == [("BL301", "skipped", "没有政府性基金表")]
    checks["BL301"].skipped = 0
    assert outcomes(report) == []


def test_what_was_not_checked_is_an_error() -> None:
    assert outcomes(UNREADABLE) == [
        ("BL002 文件没有检查", "error", "请另存为 .docx 后再检查。"),
    ]
    [case] = suites_of(Report((), unloaded=(UNLOADED,))).iter("testcase")
    assert case[0].get("message") == UNLOADED


def test_a_file_that_is_no_disclosure_is_skipped_and_not_passed() -> None:
    assert outcomes(FileReport("说明.txt")) == [
        ("识别文件", "skipped", "没有认出这是预算或决算公开文件，几乎没有内容可核对"),
    ]


def test_a_remark_on_suppressions_is_in_the_suite_of_the_run() -> None:
    case = list(suites_of(EVERYTHING).iter("testcase"))[-1]
    assert case.attrib["name"] == "忽略：基线.json：其中 1 条已不存在。"


@given(st.text())
def test_any_text_makes_a_document_that_can_be_read(text: str) -> None:
    finding = replace(PERSONNEL, message=text, title=text)
    [case, _] = cases(file_report(finding, path=text or "a"))
    assert case[0].tag == "failure"


def test_it_is_always_utf_8() -> None:
    assert FORMATS["junit"].utf8
    assert render("junit", EVERYTHING, Canvas(encoding="gbk")).startswith(
        '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="budgetlint"'
    )
