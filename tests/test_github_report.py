"""The GitHub report: workflow commands that GitHub understands, and nothing dropped in silence."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from doubles import DEPARTMENT, HINT, PERSONNEL, file_report
from hypothesis import given
from hypothesis import strategies as st

from budgetlint.document import Position
from budgetlint.finding import Finding, Severity
from budgetlint.location import Location, PartRef
from budgetlint.report import FileError, FileReport, Notice, Report
from budgetlint.reporters import Canvas, format_for, render

COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)")
WARNING = replace(PERSONNEL, severity=Severity.WARNING)


def github(*files: FileReport, **canvas: Any) -> str:
    return render("github", Report(files), Canvas(**canvas))


def decoded(text: str) -> str:
    """A value as GitHub's runner reads it."""
    for escaped, sign in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(escaped, sign)
    return text


def annotated(text: str) -> list[tuple[str, dict[str, str], str]]:
    """What the runner makes of the lines before the log: kind, properties, message."""
    head, _, _ = text.partition("::group::")
    found = []
    for line in head.split("\n")[:-1]:
        match = COMMAND.fullmatch(line)
        assert match, f"no workflow command: {line}"
        properties = dict(pair.split("=", 1) for pair in match[2].split(","))
        found.append((match[1], {k: decoded(v) for k, v in properties.items()}, decoded(match[3])))
    return found


def numbered(count: int, finding: Finding = PERSONNEL) -> list[Finding]:
    return [replace(finding, message=f"第{number}条") for number in range(1, count + 1)]


def shown(text: str, kind: str) -> list[tuple[str, str]]:
    """File and first line of every annotation of a kind."""
    return [
        (properties.get("file", ""), message.split("\n")[0])
        for found, properties, message in annotated(text)
        if found == kind
    ]


# One annotation


def test_an_annotation_names_file_rule_message_place_excerpt_and_value() -> None:
    [(kind, properties, message)] = annotated(github(file_report(PERSONNEL)))
    assert kind == "error"
    assert properties == {"file": "材料/预算.docx", "title": "BL501 正文与表格不一致"}
    assert message.split("\n") == [
        "人员经费在正文中为 347.37万元，在表6中为 347.36万元，相差 0.01万元。",
        "位置：六、机关运行经费安排情况，第41页",
        "原文：基本支出373.37万元，其中人员经费【347.37】万元，公用经费26.01万元。",
        "应为：347.36万元，实为 347.37万元",
    ]


def test_line_and_column_are_given_where_the_format_has_them() -> None:
    place = Location(text="347.37", position=Position(line=812, column=14))
    [(_, properties, message)] = annotated(
        github(file_report(replace(PERSONNEL, location=place), path="a.txt"))
    )
    assert list(properties) == ["file", "line", "col", "title"]
    assert (properties["line"], properties["col"]) == ("812", "14")
    assert "原文：347.37\n" in message


def test_the_part_is_named_where_there_are_several() -> None:
    parts = (DEPARTMENT, PartRef("unit", "青禾县种子站", "304001"))
    [(_, _, message)] = annotated(github(file_report(PERSONNEL, parts=parts)))
    assert "位置：部门 › 六、机关运行经费安排情况，第41页" in message


@pytest.mark.parametrize(
    ("severity", "kind"),
    [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.INFO, "notice")],
)
def test_a_severity_is_a_kind_of_annotation(severity: Severity, kind: str) -> None:
    [(found, properties, _), *_] = annotated(
        github(file_report(replace(PERSONNEL, severity=severity)), show_info=True)
    )
    assert (found, properties["title"]) == (kind, "BL501 正文与表格不一致")


def test_a_file_that_was_not_checked_is_an_error() -> None:
    unreadable = file_report(path="旧.doc", error=FileError("BL002", "这是旧版 Word 文档。"))
    assert annotated(github(unreadable)) == [
        ("error", {"file": "旧.doc", "title": "BL002 文件没有检查"}, "这是旧版 Word 文档。")
    ]


def test_signs_that_mean_something_to_the_runner_are_escaped() -> None:
    odd = replace(PERSONNEL, message="占100%，\r\n::error::x", title="甲:乙,丙%0A")
    line = github(file_report(odd, path="a,b:c=50%.docx")).splitlines()[0]
    assert line.startswith(
        "::error file=a%2Cb%3Ac=50%25.docx,title=BL501 甲%3A乙%2C丙%250A::占100%25，  ::error::x%0A"
    )


@given(path=st.text(min_size=1), message=st.text())
def test_whatever_is_said_stays_inside_its_annotation(path: str, message: str) -> None:
    text = github(file_report(replace(PERSONNEL, message=message), path=path))
    [(kind, properties, _)] = annotated(text)
    assert (kind, properties["file"]) == ("error", path)


# What is shown of many


def test_ten_of_a_kind_are_shown_and_the_rest_is_counted_by_kind_in_one_notice() -> None:
    text = github(file_report(*numbered(14), *numbered(13, WARNING), *numbered(5, HINT)))
    sentences = (
        "GitHub 每一步每种只显示 10 条，另有 4 个错误、3 个警告没有列出，"
        "请看本步骤日志中的完整报告。另有 5 条提示（加 --show-info 列出）。"
    )
    assert shown(text, "error") == [("材料/预算.docx", f"第{n}条") for n in range(1, 11)]
    assert shown(text, "warning") == shown(text, "error")
    assert annotated(text)[-1] == ("notice", {"title": "budgetlint"}, sentences)
    assert len(shown(text, "notice")) == 1


def test_errors_come_before_warnings_and_these_before_infos_over_all_files() -> None:
    files = (file_report(HINT, path="a.docx"), file_report(WARNING, PERSONNEL, path="b.docx"))
    kinds = [kind for kind, _, _ in annotated(github(*files, show_info=True))]
    assert kinds == ["error", "warning", "notice"]


def test_infos_leave_one_of_the_ten_notices_to_the_count() -> None:
    text = github(file_report(*numbered(12, HINT)), show_info=True)
    assert len(shown(text, "notice")) == 10
    assert "另有 3 条提示没有列出" in shown(text, "notice")[-1][1]


def test_every_file_has_its_share_of_the_ten() -> None:
    files = [file_report(*numbered(count), path=f"{count}.docx") for count in (30, 2, 9)]
    assert [path for path, _ in shown(github(*files), "error")] == (
        ["30.docx"] * 4 + ["2.docx"] * 2 + ["9.docx"] * 4
    )
    many = [file_report(*numbered(3), path=f"{name}.docx") for name in "abcdefghijkl"]
    assert shown(github(*many), "error") == [(f"{name}.docx", "第1条") for name in "abcdefghij"]


def test_what_is_complete_needs_no_notice() -> None:
    assert shown(github(file_report(*numbered(10))), "notice") == []
    assert annotated(github(file_report())) == []


def test_files_that_are_no_disclosure_are_named_in_the_notice() -> None:
    files = [FileReport(f"{name}.txt") for name in "甲乙丙丁"]
    assert shown(github(*files), "notice") == [
        ("", "没有认出是预算或决算公开文件，几乎没有核对：甲.txt、乙.txt、丙.txt等 4 个文件。")
    ]


def test_suppressions_that_need_attention_are_counted_in_the_notice() -> None:
    stale = Notice("基线.json", "其中 1 条已不存在。")
    text = render("github", Report((file_report(),), notices=(stale, stale)), Canvas())
    assert shown(text, "notice") == [("", "有 2 处忽略需要处理，请看完整报告中的“注意”。")]
    assert "\n注意  基线.json：其中 1 条已不存在。\n" in text


# The log


@pytest.mark.parametrize("show_info", [True, False])
def test_the_whole_report_follows_for_the_log(*, show_info: bool) -> None:
    files = (file_report(*numbered(30), HINT),)
    report = render("terminal", Report(files), Canvas(show_info=show_info))
    _, _, log = github(*files, show_info=show_info).partition("::group::完整报告\n")
    assert report in log
    assert log.endswith("\n::endgroup::\n")


def test_no_line_of_the_log_is_taken_for_a_command() -> None:
    """The text stands between ``stop-commands`` and a token that it does not contain."""
    text = github(file_report(PERSONNEL, path="::error::x.docx"))
    stopped = re.search(r"(?ms)^::stop-commands::([0-9a-f]{64})\n(.*)^::\1::$", text)
    assert stopped
    assert "\n::error::x.docx\n" in stopped[2]
    assert stopped[1] not in stopped[2]


def test_the_format_has_no_suffix_of_its_own() -> None:
    assert format_for(".github") is None
