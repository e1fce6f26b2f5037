"""The report in the Reviewdog Diagnostic Format, for comments on a change under review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.finding import Severity
from budgetlint.lang import headed, say
from budgetlint.reporters.json_report import to_json
from budgetlint.reporters.wording import part_names, printable, rule_name, told, why_suppressed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from budgetlint.finding import Finding
    from budgetlint.location import PartRef
    from budgetlint.report import FileReport, Report
    from budgetlint.reporters import Canvas
    from budgetlint.reporters.json_report import Json

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}


def render(report: Report, canvas: Canvas) -> str:
    """A list of diagnostics; what was suppressed is an INFO that says so.

    The format counts columns in bytes of the line, which is not known here, so only the line is
    given.
    """
    data = {"source": {"name": "budgetlint"}, "diagnostics": list(_diagnostics(report))}
    return to_json(data, canvas.encoding)


def _diagnostics(report: Report) -> Iterator[Json]:
    for sentence in report.unloaded:
        message = headed(say("规则没有加载，未参加检查"), sentence)
        yield {"message": printable(message), "severity": "ERROR"}
    for file in report.files:
        yield from _of_file(file)
    for notice in report.notices:
        yield _diagnostic(notice.path, printable(notice.message), "INFO")


def _of_file(file: FileReport) -> Iterator[Json]:
    if file.error:
        message = printable(headed(say("文件没有检查"), file.error.message))
        yield {**_diagnostic(file.path, message, "ERROR"), "code": {"value": file.error.code}}
    names = part_names(file.document)
    for finding in file.findings:
        yield _of_finding(file.path, finding, names, _SEVERITIES[finding.severity])
    for each in file.suppressed:
        remark = say("已忽略，{why}。", why=why_suppressed(each))
        yield _of_finding(file.path, each.finding, names, "INFO", remark)


def _of_finding(
    path: str, finding: Finding, names: Mapping[PartRef, str], severity: str, remark: str = ""
) -> Json:
    lines = (rule_name(finding), remark, *told(finding, names))
    position = finding.location.position
    found = _diagnostic(position.file or path, "\n".join(filter(None, lines)), severity)
    found["code"] = {"value": finding.rule}
    if line := position.line:
        found["location"]["range"] = {"start": {"line": line}}
    return found


def _diagnostic(path: str, message: str, severity: str) -> Json:
    return {"message": message, "location": {"path": path}, "severity": severity}
