"""The Reviewdog Diagnostic Format."""

from __future__ import annotations

import json
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
    (Path(__file__).parent / "schemas" / "rdjson.schema.json").read_text(encoding="utf-8")
)


def diagnostics_of(report: Report) -> list[dict[str, Any]]:
    """The diagnostics of a result that keeps to the schema."""
    data = json.loads(render("rdjson", report, Canvas()))
    Draft202012Validator(SCHEMA).validate(data)
    assert data["source"] == {"name": "budgetlint"}
    found: list[dict[str, Any]] = data["diagnostics"]
    return found


def diagnostics(*files: FileReport) -> list[dict[str, Any]]:
    return diagnostics_of(Report(files))


def test_every_report_is_accepted() -> None:
    assert diagnostics() == []
    for report in (EVERYTHING, HOSTILE_REPORT, Report((file_report(LONG),))):
        diagnostics_of(report)


def test_a_diagnostic_has_message_place_severity_and_code() -> None:
    [found] = diagnostics(file_report(PERSONNEL))
    assert found == {
        "message": (
            "正文与表格不一致（text-against-table）\n"
            "人员经费在正文中为 347.37万元，在表6中为 347.36万元，相差 0.01万元。\n"
            "位置：六、机关运行经费安排情况，第41页\n"
            "原文：基本支出373.37万元，其中人员经费【347.37】万元，公用经费26.01万元。\n"
            "应为：347.36万元，实为 347.37万元"
        ),
        "location": {"path": "材料/预算.docx"},
        "severity": "ERROR",
        "code": {"value": "BL501"},
    }


def test_only_the_line_is_given_because_the_format_counts_columns_in_bytes() -> None:
    [first, _] = diagnostics(TEXT_FILE)
    assert first["location"] == {
        "path": "材料/预算.txt", "range": {"start": {"line": 1709}},
    }  # fmt: skip


def test_severities_are_those_of_reviewdog_and_what_was_accepted_is_told_as_info() -> None:
    found = diagnostics(TEXT_FILE, WORD_FILE)
    assert [each["severity"] for each in found] == [
        "ERROR", "WARNING", "ERROR", "INFO", "INFO", "INFO", "INFO",
    ]  # fmt: skip
    assert found[4]["message"].split("\n")[:2] == [
        "正文与表格不一致（text-against-table）",
        "已忽略，尾差经财政局核对（配置，至 2025-06-30）。",
    ]


def test_what_was_not_checked_is_an_error() -> None:
    assert diagnostics_of(Report((UNREADABLE,), unloaded=(UNLOADED,))) == [
        {"message": f"规则没有加载，未参加检查：{UNLOADED}", "severity": "ERROR"},
        {
            "message": "文件没有检查：请另存为 .docx 后再检查。",
            "location": {"path": "旧 文件.doc"},
            "severity": "ERROR",
            "code": {"value": "BL002"},
        },
    ]


def test_a_remark_on_suppressions_stands_at_its_file() -> None:
    assert diagnostics_of(EVERYTHING)[-1] == {
        "message": "其中 1 条已不存在。", "location": {"path": "基线.json"}, "severity": "INFO",
    }  # fmt: skip
