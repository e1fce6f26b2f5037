"""What every report for people says of the whole, and in which colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.finding import Severity
from budgetlint.report import Means
from budgetlint.reporters.spans import Line

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
    line = Line.of(f"共 {len(report.files)} 个文件")
    if unreadable:
        line = Line.of(line, (f"（{unreadable} 个未能检查）", STYLES[Severity.ERROR]))
    for severity, sign, unit in zip(Severity, "：，，", "个个条", strict=True):
        style = STYLES[severity] if counts[severity] else ""
        line = Line.of(line, sign, (f"{counts[severity]} {unit}{severity.label}", style))
    if counts[Severity.INFO] and not canvas.show_info:
        line = Line.of(line, "（加 --show-info 列出）")
    if accepted := report.count_suppressed():
        counted = "、".join(f"{by.label} {accepted[by]} 条" for by in Means if accepted[by])
        more = "" if canvas.show_suppressed else "，加 --show-suppressed 列出"
        line = Line.of(line, f"，已忽略 {accepted.total()} 条（{counted}{more}）")
    if report.unloaded:
        missed = f"有 {len(report.unloaded)} 处规则没有加载，未参加检查"
        line = Line.of(line, "。", (missed, STYLES[Severity.ERROR]))
    return Line.of(line, f"。核对{totals(report.files)}。")


def totals(files: Iterable[FileReport]) -> str:
    """What was looked at in the files that could be read."""
    covered = [file.coverage for file in files if not file.error]
    checks = [check for coverage in covered for check in coverage.checks.values()]
    held = sum(check.held for check in checks)
    skipped = sum(check.skipped for check in checks)
    tables = sum(len(coverage.statements) for coverage in covered)
    facts = sum(coverage.facts for coverage in covered)
    missed = f"，{skipped} 项未能核对" if skipped else ""
    return f"标准表格 {tables} 张、数据 {facts} 个，{held} 项相符{missed}"
