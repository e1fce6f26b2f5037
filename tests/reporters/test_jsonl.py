"""JSON lines: each line stands for itself, and the last one says that nothing is missing."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import pytest
from doubles import PERSONNEL, file_report
from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from reporters.samples import EVERYTHING, HOSTILE_REPORT, LONG, TEXT_FILE, UNLOADED, WORD_FILE

from budgetlint import __version__
from budgetlint.report import Report
from budgetlint.reporters import Canvas, render

SCHEMA = json.loads((files("budgetlint") / "schemas" / "report.schema.json").read_text("utf-8"))
VALIDATOR = Draft202012Validator(
    {"$ref": f"{SCHEMA['$id']}#/$defs/line"},
    registry=Registry().with_resource(SCHEMA["$id"], Resource.from_contents(SCHEMA)),
)


def lines(report: Report, encoding: str = "utf-8") -> list[dict[str, Any]]:
    """The lines, each of which keeps to the schema."""
    text = render("jsonl", report, Canvas(encoding=encoding))
    found = [json.loads(line) for line in text.removesuffix("\n").split("\n")]
    for line in found:
        VALIDATOR.validate(line)
    return found


def test_every_report_keeps_to_the_schema() -> None:
    for report in (Report(()), EVERYTHING, HOSTILE_REPORT, Report((file_report(LONG),))):
        lines(report)


@pytest.mark.parametrize("lost", ["type", "path", "fingerprint"])
def test_the_schema_rejects_a_broken_line(lost: str) -> None:
    [_, finding, _] = lines(Report((file_report(PERSONNEL),)))
    del finding[lost]
    assert not VALIDATOR.is_valid(finding)


def test_a_file_is_followed_by_its_findings_and_the_summary_ends_the_report() -> None:
    assert [(line["type"], line.get("path")) for line in lines(EVERYTHING)] == [
        ("file", "材料/预算.txt"),
        ("finding", "材料/预算.txt"),
        ("finding", "材料/预算.txt"),
        ("file", "材料/预算 [终稿].docx"),
        ("finding", "材料/预算 [终稿].docx"),
        ("finding", "材料/预算 [终稿].docx"),
        ("suppressed", "材料/预算 [终稿].docx"),
        ("suppressed", "材料/预算 [终稿].docx"),
        ("suppressed", "材料/预算 [终稿].docx"),
        ("file", "净.pdf"),
        ("file", "旧 文件.doc"),
        ("file", "说明.txt"),
        ("notice", "基线.json"),
        ("summary", None),
    ]


def test_lines_hold_the_same_as_the_json_report() -> None:
    report = Report((TEXT_FILE, WORD_FILE))
    whole = json.loads(render("json", report, Canvas()))
    found = lines(report)
    for file in whole["files"]:
        path = {"path": file["path"]}
        findings, suppressed = file.pop("findings"), file.pop("suppressed")
        assert {"type": "file", **file} in found
        for finding in findings:
            assert {"type": "finding", **path, **finding} in found
        for each in suppressed:
            assert {"type": "suppressed", **path, **each} in found


def test_the_summary_has_the_numbers_and_what_was_not_loaded() -> None:
    assert lines(EVERYTHING)[-1] == {
        "type": "summary",
        "schema_version": 1,
        "tool": {"name": "budgetlint", "version": __version__},
        "files": 5,
        "findings": {"error": 2, "warning": 1, "info": 1},
        "suppressed": 3,
        "unloaded": [UNLOADED],
    }


def test_han_characters_are_escaped_only_for_other_encodings() -> None:
    assert "青禾县" in render("jsonl", EVERYTHING, Canvas())
    assert render("jsonl", EVERYTHING, Canvas(encoding="gbk")).isascii()
    assert lines(EVERYTHING, "gbk") == lines(EVERYTHING)
