"""Reports: what they say, on which canvas, and that machines can rely on them."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from importlib.resources import files
from typing import Any

import pytest
from doubles import DEPARTMENT, HINT, PERSONNEL, SENTENCE, file_report
from jsonschema import Draft202012Validator

from budgetlint.document import Position
from budgetlint.finding import Finding, Severity
from budgetlint.location import Location, PartRef, TableRef
from budgetlint.report import FileError, FileReport, Report
from budgetlint.reporters import FORMATS, Canvas, format_for, render
from budgetlint.reporters.wrapping import width

SCHEMA = json.loads(
    (files("budgetlint") / "schemas" / "report.schema.json").read_text(encoding="utf-8")
)
UNREADABLE = file_report(
    path="旧.doc", error=FileError("BL002", "这是旧版 Word 文档，请另存为 .docx 后再检查。")
)
UNIT = PartRef("unit", "青禾县种子站", "304001")


def terminal(*reports: FileReport, **canvas: Any) -> str:
    return render("terminal", Report(reports), Canvas(**canvas))


def as_json(*reports: FileReport, encoding: str = "utf-8") -> dict[str, Any]:
    text = render("json", Report(reports), Canvas(encoding=encoding))
    found: dict[str, Any] = json.loads(text)
    return found


# The terminal report


def test_a_finding_is_printed_with_its_place_values_and_related_places() -> None:
    assert terminal(file_report(PERSONNEL)) == (
        "\n"
        "材料/预算.docx\n"
        "青禾县农业农村局（304） 2024年部门预算；标准表格 2 张、数据 612 个，180 项相符，"
        "3 项未能核对\n"
        "\n"
        "错误  BL501 正文与表格不一致（text-against-table）\n"
        "  人员经费在正文中为 347.37万元，在表6中为 347.36万元，相差 0.01万元。\n"
        "  位置  六、机关运行经费安排情况，第41页\n"
        "  原文  基本支出373.37万元，其中人员经费【347.37】万元，公用经费26.01万元。\n"
        "  应为  347.36万元，实为 347.37万元\n"
        "  相关  表6 一般公共预算财政拨款基本支出表 › “合计”行 › “人员经费”栏，第12页：347.36\n"
        "\n"
        "共 1 个文件：1 个错误，0 个警告，0 条提示。核对标准表格 2 张、数据 612 个，"
        "180 项相符，3 项未能核对。\n"
    )


def test_a_clean_file_takes_one_line_and_says_what_was_checked() -> None:
    assert terminal(file_report(path="a.docx")).splitlines()[0] == (
        "a.docx  未发现问题（标准表格 2 张、数据 612 个，180 项相符，3 项未能核对）"
    )


def test_hints_are_counted_and_listed_only_on_demand() -> None:
    hidden = terminal(file_report(HINT))
    assert "BL011" not in hidden
    assert "未发现问题，另有 1 条提示" in hidden
    assert "1 条提示（加 --show-info 列出）" in hidden
    shown = terminal(file_report(HINT), show_info=True)
    assert "提示  BL011 tracked-changes\n  文档中有 2 处修订尚未接受或拒绝。" in shown
    assert "--show-info" not in shown


def test_a_file_that_was_not_checked_shows_its_sentence_and_is_counted() -> None:
    text = terminal(file_report(path="a.docx"), UNREADABLE)
    assert "旧.doc\n  错误  这是旧版 Word 文档，请另存为 .docx 后再检查。（BL002）\n" in text
    assert "共 2 个文件（1 个未能检查）：0 个错误" in text


def test_what_stayed_unread_is_said_also_of_a_clean_file() -> None:
    text = terminal(file_report(unread=("第 12 页是图片", "第 13 页是图片")))
    assert "\n  未查  第 12 页是图片（等 2 处）\n" in text


def test_parts_are_named_only_where_there_are_several() -> None:
    one = terminal(file_report(PERSONNEL))
    two = terminal(file_report(PERSONNEL, parts=(DEPARTMENT, UNIT)))
    three = terminal(
        file_report(PERSONNEL, parts=(DEPARTMENT, UNIT, PartRef("department", "乙局")))
    )
    assert "位置  六、机关运行经费安排情况" in one
    assert "位置  部门 › 六、机关运行经费安排情况" in two
    assert "位置  部门 青禾县农业农村局 › 六、" in three


def test_a_related_place_in_another_part_names_it() -> None:
    related = replace(PERSONNEL.related[0], part=UNIT)
    text = terminal(file_report(replace(PERSONNEL, related=(related,)), parts=(DEPARTMENT, UNIT)))
    assert "相关  单位 › 表6 一般公共预算财政拨款基本支出表" in text


def test_many_related_places_are_cut_to_a_handful_and_counted() -> None:
    text = terminal(file_report(replace(PERSONNEL, related=PERSONNEL.related * 7)))
    assert text.count("一般公共预算财政拨款基本支出表") == 5
    assert "\n        等 7 处\n" in text


def test_a_place_without_labels_is_told_by_row_and_line() -> None:
    place = Location(
        table=TableRef(None, "项目支出表"),
        row=3,
        row_code="2080505",
        position=Position(line=812, column=14),
    )
    text = terminal(file_report(replace(PERSONNEL, location=place)))
    assert "位置  项目支出表 › “2080505”行，文本第812行第14列\n" in text
    numbered = replace(PERSONNEL, location=replace(place, row_code=None))
    assert "位置  项目支出表 › 第3行，文本第812行第14列\n" in terminal(file_report(numbered))


def test_a_quantity_of_the_text_is_named_without_a_row() -> None:
    place = Location(section="二、总体情况", row_label="人员经费", position=Position(line=2045))
    text = terminal(file_report(replace(PERSONNEL, location=place)))
    assert "位置  二、总体情况 › “人员经费”，文本第2045行\n" in text


def test_a_file_that_is_no_disclosure_is_not_called_free_of_problems() -> None:
    text = terminal(FileReport("说明.txt"), FileReport("乙.txt", findings=(HINT,)))
    assert text.startswith(
        "说明.txt  没有认出这是预算或决算公开文件，几乎没有内容可核对\n"
        "乙.txt  没有认出这是预算或决算公开文件，几乎没有内容可核对，另有 1 条提示\n"
    )
    assert "未发现问题" not in text


def test_document_text_is_never_taken_for_markup_nor_for_control() -> None:
    odd = replace(
        PERSONNEL,
        message="见[a类]表 [/x] :smile: \\[draft]",
        location=replace(PERSONNEL.location, text="红\x1b[31m字\u202e倒\n行", mark=None),
    )
    text = terminal(file_report(odd, path="附件[1]\n.docx"), colour=True, width=80)
    assert "见[a类]表 [/x] :smile: \\[draft]" in text
    assert "附件[1] .docx" in text
    assert "\x1b[31m字" not in text
    assert "\u202e" not in text


def test_colour_marks_the_wrong_part_and_plain_text_has_no_escapes() -> None:
    coloured = terminal(file_report(PERSONNEL), colour=True, width=100)
    assert "其中人员经费\x1b[7;31m347.37\x1b[0m万元" in coloured
    assert "\x1b[1;31m错误\x1b[0m" in coloured
    assert "\x1b" not in terminal(file_report(PERSONNEL), width=100)


def test_nothing_but_the_canvas_decides_on_colour_and_width(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = terminal(file_report(PERSONNEL), colour=True, width=100)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "20")
    monkeypatch.setenv("TERM", "dumb")
    assert terminal(file_report(PERSONNEL), colour=True, width=100) == before


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_no_line_is_wider_than_the_terminal(columns: int) -> None:
    long = replace(
        PERSONNEL,
        message=PERSONNEL.message * 4,
        location=replace(PERSONNEL.location, text=SENTENCE * 5, mark=(100, 106)),
        related=PERSONNEL.related * 3,
    )
    text = terminal(
        file_report(long, parts=(DEPARTMENT, UNIT)), file_report(), UNREADABLE, width=columns
    )
    assert max(width(line) for line in text.splitlines()) <= columns


def test_a_pipe_gets_every_sentence_in_one_line() -> None:
    long = replace(PERSONNEL, message=PERSONNEL.message * 9)
    assert f"  {long.message}\n" in terminal(file_report(long))


def test_signs_that_a_gbk_console_lacks_are_not_used_there() -> None:
    text = terminal(file_report(PERSONNEL), UNREADABLE, encoding="gbk")
    assert "表6 一般公共预算财政拨款基本支出表 > “合计”行" in text
    text.encode("gbk")


# The JSON report


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    Draft202012Validator.check_schema(SCHEMA)
    return Draft202012Validator(SCHEMA)


EVERYTHING = (
    file_report(PERSONNEL, HINT, unread=("第 12 页是图片",), parts=(DEPARTMENT, UNIT)),
    file_report(path="a.docx", parts=()),
    UNREADABLE,
)


def test_every_report_keeps_to_the_schema(validator: Draft202012Validator) -> None:
    for reports in ((), EVERYTHING, (UNREADABLE,)):
        validator.validate(as_json(*reports))


def test_the_report_has_exactly_the_keys_of_the_contract() -> None:
    report = as_json(*EVERYTHING)
    assert list(report) == [
        "schema_version", "tool", "files", "summary", "unloaded", "notices", "statistics",
    ]  # fmt: skip
    assert report["schema_version"] == 1
    assert report["tool"]["name"] == "budgetlint"
    assert report["summary"] == {
        "files": 3,
        "findings": {"error": 1, "warning": 0, "info": 1},
        "suppressed": 0,
    }
    first = report["files"][0]
    assert list(first) == [
        "path", "status", "error", "document", "coverage", "findings", "suppressed",
    ]  # fmt: skip
    assert first["document"] == {
        "kind": "budget",
        "year": 2024,
        "entity": "青禾县农业农村局",
        "entity_code": "304",
        "unit": "万元",
        "parts": [
            {"kind": "department", "entity": "青禾县农业农村局", "code": "304"},
            {"kind": "unit", "entity": "青禾县种子站", "code": "304001"},
        ],
    }
    assert first["coverage"] == {
        "statements": ["部门收支总体情况表", "部门收入总体情况表"],
        "facts": 612,
        "unread": ["第 12 页是图片"],
        "checks": {
            "BL301": {"held": 140, "failed": 0, "skipped": 3, "reasons": ["没有政府性基金表"]},
            "BL501": {"held": 40, "failed": 1, "skipped": 0, "reasons": []},
        },
    }


def test_a_place_on_a_pdf_page_has_its_rectangle(validator: Draft202012Validator) -> None:
    position = Position(page=3, paragraph=7, bbox=(90.0, 89.68, 222.5, 101.68))
    place = replace(PERSONNEL.location, position=position)
    report = as_json(file_report(replace(PERSONNEL, location=place)))
    validator.validate(report)
    finding = report["files"][0]["findings"][0]
    assert finding["location"]["bbox"] == [90.0, 89.68, 222.5, 101.68]
    assert finding["related"][0]["bbox"] is None


def test_a_place_in_another_file_is_told_in_every_format() -> None:
    other = replace(PERSONNEL.location, position=Position(line=7, column=2, file="表/甲.txt"))
    finding = replace(PERSONNEL, location=other)
    report = Report((file_report(finding),))
    assert as_json(report.files[0])["files"][0]["findings"][0]["location"]["file"] == "表/甲.txt"
    assert "《表/甲.txt》，文本第7行第2列" in render("terminal", report, Canvas())
    assert render("concise", report, Canvas()).startswith("表/甲.txt:7:2: ")
    assert json.loads(render("gitlab", report, Canvas()))[0]["location"]["path"] == "表/甲.txt"
    assert "%E8%A1%A8/%E7%94%B2.txt" in render("sarif", report, Canvas())
    assert 'file="表/甲.txt"' in render("junit", report, Canvas())
    (diagnostic,) = json.loads(render("rdjson", report, Canvas()))["diagnostics"]
    assert diagnostic["location"]["path"] == "表/甲.txt"
    assert "file=表/甲.txt,line=7" in render("github", report, Canvas())


def test_a_finding_has_its_place_and_its_related_places_in_the_same_shape() -> None:
    finding = as_json(file_report(PERSONNEL))["files"][0]["findings"][0]
    place, [related] = finding.pop("location"), finding.pop("related")
    assert finding == {
        "rule": "BL501",
        "name": "text-against-table",
        "title": "正文与表格不一致",
        "severity": "error",
        "message": "人员经费在正文中为 347.37万元，在表6中为 347.36万元，相差 0.01万元。",
        "expected": "347.36万元",
        "actual": "347.37万元",
        "fingerprint": "0" * 64,
    }
    assert list(place) == list(related)
    assert related == {
        "part": {"kind": "department", "entity": "青禾县农业农村局", "code": "304"},
        "section": None,
        "file": None,
        "page": 12,
        "line": None,
        "column": None,
        "paragraph": None,
        "bbox": None,
        "table": {"number": 6, "title": "一般公共预算财政拨款基本支出表"},
        "row": 1,
        "row_code": None,
        "row_label": "合计",
        "column_label": "人员经费",
        "text": "347.36",
        "mark": None,
    }


def test_hints_are_in_the_machine_format_whatever_is_shown() -> None:
    assert as_json(file_report(HINT))["files"][0]["findings"][0]["severity"] == "info"


def test_han_characters_stand_as_they_are_and_are_escaped_only_for_other_encodings() -> None:
    report = Report((file_report(PERSONNEL),))
    assert "青禾县" in render("json", report, Canvas())
    elsewhere = render("json", report, Canvas(encoding="gbk"))
    assert elsewhere.isascii()
    assert json.loads(elsewhere) == as_json(file_report(PERSONNEL))


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (lambda report: report["files"][0]["findings"][0].update(severity="fatal"), "'fatal'"),
        (lambda report: report["files"][0].pop("coverage"), "'coverage' is a required"),
        (lambda report: report["files"][0].update(status="error"), "'object'"),
        (lambda report: report["files"][2].update(error=None), "'object'"),
        (lambda report: report["summary"]["findings"].update(fatal=1), "'fatal'"),
        (lambda report: report["files"][0]["findings"][0]["location"].pop("row"), "'row' is a"),
        (
            lambda report: report["files"][0]["coverage"]["checks"].update(x={}),
            "'x' does not match",
        ),
    ],
)
def test_the_schema_rejects_a_broken_report(
    validator: Draft202012Validator, change: Any, complaint: str
) -> None:
    report = as_json(*EVERYTHING)
    change(report)
    assert any(complaint in error.message for error in validator.iter_errors(report))


# Rules that could not be loaded

UNLOADED = "规则文件 本地规则/qh101.py 无法加载：第3行，NameError: x。其余规则照常检查。"


def test_rules_that_were_not_loaded_are_told_in_every_format(
    validator: Draft202012Validator,
) -> None:
    report = Report((file_report(),), (UNLOADED,))
    data = json.loads(render("json", report, Canvas()))
    validator.validate(data)
    assert data["unloaded"] == [UNLOADED]
    assert render("github", report, Canvas()).startswith(
        f"::error title=规则没有加载::{UNLOADED}\n::group::"
    )
    assert "0 条提示。有 1 处规则没有加载，未参加检查。核对标准表格" in render(
        "terminal", report, Canvas()
    )


def test_codes_of_other_prefixes_keep_to_the_schema(validator: Draft202012Validator) -> None:
    finding = replace(PERSONNEL, rule="QH101")
    validator.validate(as_json(file_report(finding)))


# The formats


def test_formats_are_guessed_from_the_suffix() -> None:
    assert format_for(".JSON") == "json"
    assert format_for(".txt") == "terminal"
    assert format_for(".docx") is None


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_renders_any_report_to_text_that_ends_a_line(name: str) -> None:
    for report in (Report(()), Report(EVERYTHING)):
        assert re.search(r"[^\n]\n\Z", render(name, report, Canvas()))


def test_no_finding_shows_a_severity_without_a_chinese_word() -> None:
    assert {severity.label for severity in Severity} == {"错误", "警告", "提示"}
    for severity in Severity:
        finding: Finding = replace(PERSONNEL, severity=severity)
        assert f"{severity.label}  BL501" in terminal(file_report(finding), show_info=True)
