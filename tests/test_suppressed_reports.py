"""How reports show what was accepted: it is listed and counted, and never mixed with findings."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from importlib.resources import files
from typing import TYPE_CHECKING

from doubles import HINT, PERSONNEL, file_report
from jsonschema import Draft202012Validator

from budgetlint.report import Means, Notice, Report, Suppressed
from budgetlint.reporters import Canvas, render

if TYPE_CHECKING:
    from budgetlint.report import FileReport


SCHEMA = json.loads((files("budgetlint") / "schemas" / "report.schema.json").read_text("utf-8"))
AGREED = Suppressed(PERSONNEL, Means.CONFIG, "尾差经财政局核对", date(2025, 6, 30))
KNOWN = Suppressed(HINT, Means.BASELINE)
STALE = Notice("基线.json", "其中 1 条已不存在。")


def accepting(*suppressed: Suppressed) -> FileReport:
    return replace(file_report(), suppressed=suppressed)


def terminal(*reports: FileReport, notices: tuple[Notice, ...] = (), shown: bool = False) -> str:
    return render("terminal", Report(reports, notices=notices), Canvas(show_suppressed=shown))


def test_the_terminal_counts_what_was_accepted_and_says_how_to_list_it() -> None:
    text = terminal(accepting(AGREED, KNOWN))
    assert "未发现其他问题，已忽略 2 条（" in text
    assert "已忽略 2 条（基线 1 条、配置 1 条，加 --show-suppressed 列出）" in text
    assert "尾差经财政局核对" not in text


def test_the_terminal_lists_what_was_accepted_with_place_and_reason_on_demand() -> None:
    text = terminal(accepting(AGREED, KNOWN), shown=True)
    assert (
        "忽略  BL501 正文与表格不一致（text-against-table）\n"
        "  人员经费在正文中为 347.37万元，在表6中为 347.36万元，相差 0.01万元。\n"
        "  位置  六、机关运行经费安排情况，第41页\n"
        "  理由  尾差经财政局核对（配置，至 2025-06-30）\n"
    ) in text
    assert "  理由  已列入基线\n" in text
    assert "共 1 个文件：0 个错误，0 个警告，0 条提示，已忽略 2 条（" in text


def test_notices_stand_above_the_summary_with_the_file_they_are_about() -> None:
    lines = terminal(file_report(), notices=(STALE,)).splitlines()
    assert lines[-2] == "注意  基线.json：其中 1 条已不存在。"


def test_the_json_report_has_suppressed_findings_and_notices_apart() -> None:
    report = Report((accepting(AGREED),), notices=(STALE,))
    data = json.loads(render("json", report, Canvas()))
    Draft202012Validator(SCHEMA).validate(data)
    assert data["files"][0]["findings"] == []
    [suppressed] = data["files"][0]["suppressed"]
    assert suppressed["finding"]["rule"] == "BL501"
    assert suppressed["finding"]["fingerprint"] == "0" * 64
    assert (suppressed["by"], suppressed["reason"], suppressed["until"]) == (
        "config",
        "尾差经财政局核对",
        "2025-06-30",
    )
    assert data["summary"]["suppressed"] == 1
    assert data["summary"]["findings"] == {"error": 0, "warning": 0, "info": 0}
    assert data["notices"] == [{"path": "基线.json", "message": "其中 1 条已不存在。"}]
