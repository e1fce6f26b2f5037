"""What every report for people says of the whole, and in which colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.finding import Severity
from budgetlint.lang import listed, say
from budgetlint.report import Means
from budgetlint.reporters.spans import Line
from budgetlint.reporters.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from budgetlint.report import FileReport, Report
    from budgetlint.reporters import Canvas

STYLES = {
    Severity.ERROR: "bold red",
    Severity.WARNING: "bold yellow",
    Severity.INFO: "bold cyan",
}


def summary(report: Report, canvas: Canvas) -> Line:
    """The last line: how many files and findings, and how much was looked at."""
    counts = report.count()
    unreadable = sum(1 for file in report.files if file.error)
    line = Line.of(say("共 {count} 个文件", count=len(report.files)))
    if unreadable:
        missed = say("（{count} 个未能检查）", count=unreadable)
        line = Line.of(line, (missed, STYLES[Severity.ERROR]))
    for severity, sign in zip(Severity, ("：", "，", "，"), strict=True):
        style = STYLES[severity] if counts[severity] else ""
        line = Line.of(line, say(sign), (counted(severity, counts[severity]), style))
    if counts[Severity.INFO] and not canvas.show_info:
        line = Line.of(line, say("（加 --show-info 列出）"))
    if report.count_suppressed():
        line = Line.of(line, _ignored(report, canvas))
    if report.unloaded:
        missed = say("有 {count} 处规则没有加载，未参加检查", count=len(report.unloaded))
        line = Line.of(line, say("。"), (missed, STYLES[Severity.ERROR]))
    return Line.of(line, say("。核对{totals}。", totals=totals(report.files)))


def _ignored(report: Report, canvas: Canvas) -> str:
    accepted = report.count_suppressed()
    by = listed(
        say("{what} {count} 条", what=means.label, count=accepted[means])
        for means in Means
        if accepted[means]
    )
    if canvas.show_suppressed:
        return say("，已忽略 {count} 条（{by}）", count=accepted.total(), by=by)
    return say(
        "，已忽略 {count} 条（{by}，加 --show-suppressed 列出）", count=accepted.total(), by=by
    )


def totals(files: Iterable[FileReport]) -> str:
    """What was looked at in the files that could be read."""
    covered = [file.coverage for file in files if not file.error]
    checks = [check for coverage in covered for check in coverage.checks.values()]
    held = sum(check.held for check in checks)
    skipped = sum(check.skipped for check in checks)
    tables = sum(len(coverage.statements) for coverage in covered)
    facts = sum(coverage.facts for coverage in covered)
    looked_at = say(
        "标准表格 {tables} 张、数据 {facts} 个，{held} 项相符",
        tables=tables,
        facts=facts,
        held=held,
    )
    return looked_at + (say("，{skipped} 项未能核对", skipped=skipped) if skipped else "")
