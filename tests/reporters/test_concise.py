"""The concise report: one line for each finding, that ``grep`` and editors understand."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from doubles import DEPARTMENT, HINT, PERSONNEL, file_report
from hypothesis import given
from hypothesis import strategies as st
from reporters.samples import (
    EVERYTHING,
    HOSTILE_REPORT,
    IN_A_CELL,
    TEXT_FILE,
    UNIT,
    UNKNOWN,
    UNREADABLE,
    WORD_FILE,
)

from budgetlint.report import FileReport, Report
from budgetlint.reporters import Canvas, render


def concise(*files: FileReport, **canvas: Any) -> list[str]:
    return render("concise", Report(files), Canvas(**canvas)).split("\n")[:-1]


def test_a_place_in_a_text_file_is_line_and_column() -> None:
    assert concise(TEXT_FILE)[:2] == [
        "材料/预算.txt:1709:2: 错误 BL301 “办公费”为16.85万元，应为18.65万元。",
        "材料/预算.txt:1709:2: 警告 BL301 只差尾数。",
    ]


def test_a_place_in_another_document_is_told_in_words() -> None:
    assert concise(file_report(PERSONNEL))[0] == (
        "材料/预算.docx:六、机关运行经费安排情况，第41页: 错误 BL501 "
        "人员经费在正文中为 347.37万元，在表6中为 347.36万元，相差 0.01万元。"
    )


def test_a_finding_without_a_place_stands_at_its_file() -> None:
    assert concise(file_report(HINT), show_info=True)[0] == (
        "材料/预算.docx:第3段: 提示 BL011 文档中有 2 处修订尚未接受或拒绝。"
    )


def test_the_summary_is_the_last_line_and_says_how_much_was_looked_at() -> None:
    [summary] = concise(file_report())
    assert summary == (
        "共 1 个文件：0 个错误，0 个警告，0 条提示。核对标准表格 2 张、数据 612 个，"
        "180 项相符，3 项未能核对。"
    )


def test_hints_and_what_was_accepted_are_counted_and_listed_on_demand() -> None:
    assert len(concise(WORD_FILE)) == 2
    listed = concise(WORD_FILE, show_info=True, show_suppressed=True)
    assert [line.split(": ", 1)[1][:8] for line in listed[:-1]] == [
        "错误 BL501", "提示 BL011", "忽略 BL501", "忽略 BL011", "忽略 BL501",
    ]  # fmt: skip
    assert listed[2].endswith("相差 0.01万元。（尾差经财政局核对（配置，至 2025-06-30））")


def test_what_was_not_checked_or_hardly_is_a_line_of_its_own() -> None:
    assert concise(UNREADABLE, UNKNOWN)[:2] == [
        "旧 文件.doc: 错误 BL002 请另存为 .docx 后再检查。",
        "说明.txt: 注意 没有认出这是预算或决算公开文件，几乎没有内容可核对",
    ]


def test_remarks_on_suppressions_and_rules_that_were_not_loaded_are_told() -> None:
    *_, remark, summary = render("concise", EVERYTHING, Canvas()).split("\n")[:-1]
    assert remark == "基线.json: 注意 其中 1 条已不存在。"
    assert "有 1 处规则没有加载，未参加检查" in summary


def test_findings_are_never_wrapped_and_coloured_only_on_a_canvas_with_colours() -> None:
    assert concise(TEXT_FILE, width=40)[:2] == concise(TEXT_FILE)[:2]
    [first, *_] = concise(TEXT_FILE, colour=True)
    assert "\x1b[1;31m错误\x1b[0m BL301" in first


def test_signs_that_a_gbk_console_lacks_are_not_used_there() -> None:
    place = file_report(PERSONNEL, parts=(DEPARTMENT, UNIT))
    assert concise(place, encoding="gbk")[0].startswith("材料/预算.docx:部门 > 六、")


def test_a_hostile_document_stays_in_its_lines() -> None:
    text = render("concise", HOSTILE_REPORT, Canvas(show_suppressed=True))
    assert len(text.split("\n")) == 1 + 1 + 1 + 1 + 1 + 1
    assert not set(text) & {"\x00", "\x1b", "\r", "\u202e"}


@given(st.text())
def test_any_message_makes_one_line(message: str) -> None:
    assert len(concise(file_report(replace(IN_A_CELL, message=message)))) == 2
