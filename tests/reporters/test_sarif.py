"""SARIF: valid by the official schema, readable on GitHub, and the same on every machine."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from doubles import HINT, PERSONNEL, file_report
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator
from reporters.samples import (
    CELL,
    EVERYTHING,
    HOSTILE_REPORT,
    IN_A_CELL,
    LONG,
    TEXT_FILE,
    UNLOADED,
    UNREADABLE,
    WORD_FILE,
)

from budgetlint import __version__
from budgetlint.catalogue import catalogue
from budgetlint.document import Position
from budgetlint.report import FileReport, Report
from budgetlint.reporters import Canvas, render
from budgetlint.reporters.uris import is_below, uri

if TYPE_CHECKING:
    from budgetlint.finding import Finding

SCHEMA = json.loads(
    (Path(__file__).parent / "schemas" / "sarif-schema-2.1.0.json").read_text(encoding="utf-8")
)
HERE = {"uriBaseId": "%SRCROOT%"}


def run_of(report: Report) -> dict[str, Any]:
    """The only run of the log, which keeps to the schema."""
    log = json.loads(render("sarif", report, Canvas()))
    Draft4Validator(SCHEMA).validate(log)
    [run] = log["runs"]
    found: dict[str, Any] = run
    return found


def results(*files: FileReport) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = run_of(Report(files))["results"]
    return found


def result(finding: Finding) -> dict[str, Any]:
    [found] = results(file_report(finding))
    return found


# The log


def test_the_log_names_its_version_schema_tool_and_the_unit_of_columns() -> None:
    log = json.loads(render("sarif", EVERYTHING, Canvas()))
    assert (log["version"], log["$schema"]) == ("2.1.0", SCHEMA["id"])
    [run] = log["runs"]
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("budgetlint", __version__)
    assert run["columnKind"] == "unicodeCodePoints"


def test_every_report_keeps_to_the_official_schema() -> None:
    for report in (Report(()), EVERYTHING, HOSTILE_REPORT, Report((file_report(LONG),))):
        run_of(report)


def test_the_descriptions_of_the_real_rules_keep_to_the_schema_and_to_the_limits_of_github() -> (
    None
):
    rules = run_of(Report((file_report(),), rules=catalogue()))["tool"]["driver"]["rules"]
    assert [each["id"] for each in rules] == [entry.code for entry in catalogue()]
    for each in rules:
        assert 0 < len(each["shortDescription"]["text"]) <= 1024
        assert 0 < len(each["fullDescription"]["text"]) <= 1024
        assert not each["fullDescription"]["text"].startswith("#")
        assert each["help"]["markdown"].startswith("## ")


def test_a_rule_is_described_by_its_page() -> None:
    [rule, _] = run_of(EVERYTHING)["tool"]["driver"]["rules"][:2]
    page = "## 检查什么\n合计等于各列之和。\n\n## 为什么\n因为。"
    assert rule == {
        "id": "BL301",
        "name": "row-total",
        "shortDescription": {"text": "同一行的合计与各列之和不符"},
        "fullDescription": {"text": "合计等于各列之和。"},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"level": "error"},
        "properties": {"tags": ["表内计算"]},
    }


def test_every_result_points_to_the_description_of_its_rule() -> None:
    run = run_of(EVERYTHING)
    rules = run["tool"]["driver"]["rules"]
    assert [rules[each["ruleIndex"]]["id"] for each in run["results"]] == [
        each["ruleId"] for each in run["results"]
    ]
    assert rules[-1] == {
        "id": "BL011",
        "name": "tracked-changes",
        "shortDescription": {"text": "tracked-changes"},
        "fullDescription": {"text": "tracked-changes"},
        "help": {"text": "tracked-changes"},
    }


# Results


def test_a_result_says_what_is_wrong_where_and_what_it_should_be() -> None:
    found = result(PERSONNEL)
    assert (found["ruleId"], found["level"]) == ("BL501", "error")
    assert found["message"]["text"].split("\n") == [
        "人员经费在正文中为 347.37万元，在表6中为 347.36万元，相差 0.01万元。",
        "位置：六、机关运行经费安排情况，第41页",
        "原文：基本支出373.37万元，其中人员经费【347.37】万元，公用经费26.01万元。",
        "应为：347.36万元，实为 347.37万元",
    ]
    assert found["properties"] == {"expected": "347.36万元", "actual": "347.37万元"}


def test_levels_are_those_of_sarif() -> None:
    levels = [each["level"] for each in results(TEXT_FILE, WORD_FILE)]
    assert levels == ["error", "warning", "error", "note", "error", "note", "error"]


def test_our_fingerprint_is_given_under_the_name_that_github_looks_at() -> None:
    assert result(PERSONNEL)["partialFingerprints"] == {
        "budgetlint/v1": "0" * 64,
        "primaryLocationLineHash": "0" * 64,
    }


def test_text_that_sarif_takes_for_a_link_stays_text() -> None:
    found = result(replace(PERSONNEL, message="见[附件](1)"))
    assert found["message"]["text"].startswith("见[附件\\](1)\n")


def test_the_place_in_a_text_file_is_a_region_in_code_points() -> None:
    [found, _] = results(TEXT_FILE)
    [place] = found["locations"]
    assert place["physicalLocation"] == {
        "artifactLocation": {
            "uri": "%E6%9D%90%E6%96%99/%E9%A2%84%E7%AE%97.txt",
            **HERE,
            "index": 0,
        },
        "region": {
            "startLine": 1709,
            "startColumn": 2,
            "endColumn": 7,
            "snippet": {"text": "16.85"},
        },
    }
    [related] = found["relatedLocations"]
    assert related["physicalLocation"]["region"] == {"startLine": 1707}


def test_a_passage_over_several_lines_has_only_a_beginning() -> None:
    place = replace(CELL, text="甲\n乙", mark=(0, 3), position=Position(line=3, column=1))
    [found] = result(replace(IN_A_CELL, location=place))["locations"]
    assert found["physicalLocation"]["region"] == {"startLine": 3, "startColumn": 1}


def test_a_document_without_lines_has_no_region_but_its_page_as_a_logical_place() -> None:
    [place] = result(PERSONNEL)["locations"]
    assert "region" not in place["physicalLocation"]
    assert place["logicalLocations"] == [
        {
            "name": "六、机关运行经费安排情况",
            "fullyQualifiedName": "六、机关运行经费安排情况",
            "kind": "section",
        },
        {"name": "第41页", "fullyQualifiedName": "第41页", "kind": "page"},
    ]
    assert place["properties"] == {"page": 41, "paragraph": 97}


def test_part_table_row_and_cell_are_logical_places_the_innermost_first() -> None:
    [found, _] = results(TEXT_FILE)
    places = found["locations"][0]["logicalLocations"]
    assert [(each["kind"], each["name"]) for each in places] == [
        ("cell", "“公用经费”栏"),
        ("row", "“30201 办公费”行"),
        ("table", "表6 基本支出表"),
        ("part", "单位"),
    ]
    assert places[0]["fullyQualifiedName"] == (
        "单位 › 表6 基本支出表 › “30201 办公费”行 › “公用经费”栏"
    )


def test_related_places_are_numbered_and_named() -> None:
    [related] = result(PERSONNEL)["relatedLocations"]
    assert related["id"] == 1
    assert related["message"]["text"] == (
        "表6 一般公共预算财政拨款基本支出表 › “合计”行 › “人员经费”栏，第12页：347.36"
    )
    assert related["properties"] == {"page": 12, "row": 1}


def test_a_rectangle_on_a_page_is_kept() -> None:
    place = replace(PERSONNEL.location, position=Position(page=3, bbox=(90.0, 89.68, 222.5, 101.6)))
    [found] = result(replace(PERSONNEL, location=place))["locations"]
    assert found["properties"] == {"page": 3, "bbox": [90.0, 89.68, 222.5, 101.6]}


def test_suppressed_findings_are_results_with_who_why_and_until_when() -> None:
    *kept, agreed, known, remarked = results(WORD_FILE)
    assert [each["suppressions"] for each in kept] == [[], []]
    assert agreed["suppressions"] == [
        {
            "kind": "external",
            "status": "accepted",
            "justification": "尾差经财政局核对",
            "properties": {"by": "config", "until": "2025-06-30"},
        }
    ]
    assert known["suppressions"][0]["justification"] == "已列入基线"
    assert remarked["suppressions"][0]["kind"] == "inSource"


# Files


@pytest.mark.parametrize(
    ("path", "expected", "below"),
    [
        (
            "材料/预算 终稿.docx",
            "%E6%9D%90%E6%96%99/%E9%A2%84%E7%AE%97%20%E7%BB%88%E7%A8%BF.docx",
            True,
        ),
        ("附件[1]#2?50%.docx", "%E9%99%84%E4%BB%B6%5B1%5D%232%3F50%25.docx", True),
        ("a:b.txt", "a%3Ab.txt", True),
        ("a\\b.txt", "a%5Cb.txt", True),
        ("..年.txt", "..%E5%B9%B4.txt", True),
        ("../上级/a.txt", "../%E4%B8%8A%E7%BA%A7/a.txt", False),
        ("/home/a b.txt", "file:///home/a%20b.txt", False),
        ("C:/材料/a.txt", "file:///C:/%E6%9D%90%E6%96%99/a.txt", False),
        ("//server/share/a.txt", "file://server/share/a.txt", False),
    ],
)
def test_paths_become_uris(path: str, expected: str, *, below: bool) -> None:
    assert (uri(path), is_below(path)) == (expected, below)


@given(st.text(min_size=1))
def test_a_uri_is_always_ascii_without_blanks(path: str) -> None:
    assert uri(path).isascii()
    assert uri(path).split() == [uri(path)]


def test_only_files_below_the_folder_of_the_run_start_from_it() -> None:
    files = [file_report(PERSONNEL, path=path) for path in ("a.docx", "/srv/a.docx", "../a.docx")]
    run = run_of(Report(tuple(files)))
    assert [each["location"].get("uriBaseId") for each in run["artifacts"]] == [
        "%SRCROOT%", None, None,
    ]  # fmt: skip
    assert run["originalUriBaseIds"]["%SRCROOT%"].keys() == {"description"}


def test_every_file_is_listed_with_how_much_of_it_was_checked() -> None:
    artifacts = run_of(EVERYTHING)["artifacts"]
    assert [each["properties"]["status"] for each in artifacts] == ["ok"] * 3 + ["error", "ok"]
    assert artifacts[2]["properties"]["coverage"] == {
        "statements": 2, "facts": 612, "held": 180, "failed": 1, "skipped": 3, "unread": [],
    }  # fmt: skip


# The run


def test_files_that_were_not_checked_are_errors_of_the_execution() -> None:
    file = {"uri": "%E6%97%A7%20%E6%96%87%E4%BB%B6.doc", **HERE, "index": 0}
    run = run_of(Report((UNREADABLE,), rules=EVERYTHING.rules, exit_code=2))
    [invocation] = run["invocations"]
    assert (invocation["exitCode"], invocation["executionSuccessful"]) == (2, False)
    assert invocation["toolExecutionNotifications"] == [
        {
            "descriptor": {"id": "BL002", "index": 0},
            "level": "error",
            "message": {"text": "请另存为 .docx 后再检查。"},
            "locations": [{"physicalLocation": {"artifactLocation": file}}],
        }
    ]  # fmt: skip
    [described] = run["tool"]["driver"]["notifications"]
    assert described["shortDescription"] == {"text": "暂不支持的文件格式"}


def test_a_file_that_is_no_disclosure_is_warned_of() -> None:
    [invocation] = run_of(Report((FileReport("说明.txt"),)))["invocations"]
    [warning] = invocation["toolExecutionNotifications"]
    assert (warning["level"], warning["message"]["text"]) == (
        "warning",
        "没有认出这是预算或决算公开文件，几乎没有内容可核对",
    )


def test_rules_that_were_not_loaded_and_remarks_on_suppressions_are_of_the_configuration() -> None:
    [invocation] = run_of(EVERYTHING)["invocations"]
    unloaded, stale = invocation["toolConfigurationNotifications"]
    assert (unloaded["level"], unloaded["message"]["text"]) == ("error", UNLOADED)
    assert (stale["level"], stale["message"]["text"]) == ("warning", "其中 1 条已不存在。")


@pytest.mark.parametrize(("code", "successful"), [(0, True), (1, True), (2, False)])
def test_findings_are_no_failure_of_the_run(code: int, *, successful: bool) -> None:
    [invocation] = run_of(Report((file_report(HINT),), exit_code=code))["invocations"]
    assert (invocation["exitCode"], invocation["executionSuccessful"]) == (code, successful)


def test_signs_that_steer_a_terminal_or_the_direction_are_in_no_message() -> None:
    run = run_of(HOSTILE_REPORT)
    [invocation] = run["invocations"]
    said = [each["message"]["text"] for each in run["results"]]
    said += [each["message"]["text"] for each in invocation["toolExecutionNotifications"]]
    said += [each["message"]["text"] for each in invocation["toolConfigurationNotifications"]]
    assert len(said) == 5
    for text in said:
        assert not set(text) & {"\x00", "\x1b", "\r", "\u202e"}
