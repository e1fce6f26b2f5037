"""GitLab Code Quality: issues that GitLab tells apart and finds again in the next run."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from doubles import PERSONNEL, file_report
from jsonschema import Draft202012Validator
from reporters.samples import (
    EVERYTHING,
    HOSTILE_REPORT,
    LONG,
    TEXT_FILE,
    UNLOADED,
    UNREADABLE,
    WORD_FILE,
)

from budgetlint.report import FileReport, Report
from budgetlint.reporters import Canvas, render

SCHEMA = json.loads(
    (Path(__file__).parent / "schemas" / "gitlab.schema.json").read_text(encoding="utf-8")
)


def issues_of(report: Report) -> list[dict[str, Any]]:
    """The issues, which keep to the schema and have fingerprints of their own."""
    found: list[dict[str, Any]] = json.loads(render("gitlab", report, Canvas()))
    Draft202012Validator(SCHEMA).validate(found)
    assert len({issue["fingerprint"] for issue in found}) == len(found)
    return found


def issues(*files: FileReport) -> list[dict[str, Any]]:
    return issues_of(Report(files))


def test_every_report_is_accepted() -> None:
    assert issues() == []
    for report in (EVERYTHING, HOSTILE_REPORT, Report((file_report(LONG),))):
        issues_of(report)


def test_an_issue_names_rule_message_and_place_in_one_line() -> None:
    [first, _] = issues(TEXT_FILE)
    assert first["description"] == (
        "BL301 同一行的合计与各列之和不符：“办公费”为16.85万元，应为18.65万元。（单位 › "
        "表6 基本支出表 › “30201 办公费”行 › “公用经费”栏，文本第1709行第2列）"
    )
    assert first["check_name"] == "BL301"
    assert first["location"] == {"path": "材料/预算.txt", "lines": {"begin": 1709}}


def test_severities_are_those_of_gitlab_and_what_was_accepted_is_told_as_info() -> None:
    found = issues(TEXT_FILE, WORD_FILE)
    assert [issue["severity"] for issue in found] == [
        "major", "minor", "major", "info", "info", "info", "info",
    ]  # fmt: skip
    assert found[4]["description"].startswith(
        "BL501 正文与表格不一致：已忽略，尾差经财政局核对（配置，至 2025-06-30）。人员"
    )


def test_a_document_without_lines_stands_at_its_first() -> None:
    [issue] = issues(file_report(PERSONNEL))
    assert issue["location"]["lines"] == {"begin": 1}


def test_the_same_defect_has_one_fingerprint_in_a_file_and_others_elsewhere() -> None:
    here, there = (issues(file_report(PERSONNEL, path=path)) for path in ("a.docx", "b.docx"))
    again = issues(file_report(replace(PERSONNEL, message="改了措辞"), path="a.docx"))
    assert here[0]["fingerprint"] == again[0]["fingerprint"]
    assert here[0]["fingerprint"] != there[0]["fingerprint"]


def test_what_was_not_checked_is_a_blocker() -> None:
    unloaded, unread = issues_of(Report((UNREADABLE,), unloaded=(UNLOADED,)))
    assert (unloaded["severity"], unloaded["location"]["path"]) == ("blocker", ".")
    assert unloaded["description"] == f"规则没有加载，未参加检查：{UNLOADED}"
    assert (unread["severity"], unread["check_name"]) == ("blocker", "BL002")
    assert unread["description"] == "BL002 文件没有检查：请另存为 .docx 后再检查。"


def test_a_remark_on_suppressions_stands_at_its_file() -> None:
    issue = issues_of(EVERYTHING)[-1]
    assert issue["description"] == "其中 1 条已不存在。"
    assert (issue["location"]["path"], issue["severity"]) == ("基线.json", "info")
