"""The report for GitLab's Code Quality widget: what a merge request adds and mends.

GitLab compares two reports by fingerprint alone. Ours is the same in two files with the same
defect, so the path goes into what is given here.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from budgetlint.finding import Severity
from budgetlint.lang import headed, say
from budgetlint.reporters.json_report import to_json
from budgetlint.reporters.wording import (
    name_in,
    part_names,
    place_in_words,
    printable,
    rule_title,
    why_suppressed,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from budgetlint.finding import Finding
    from budgetlint.location import PartRef
    from budgetlint.report import FileReport, Report
    from budgetlint.reporters import Canvas
    from budgetlint.reporters.json_report import Json

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}
_NOT_CHECKED = "blocker"
_OF_THE_RUN = "."


def render(report: Report, canvas: Canvas) -> str:
    """A list of issues; what was not checked is a blocker, what was suppressed is an info."""
    return to_json(list(_issues(report)), canvas.encoding)


def _issues(report: Report) -> Iterator[Json]:
    for sentence in report.unloaded:
        description = headed(say("规则没有加载，未参加检查"), sentence)
        yield _issue(_OF_THE_RUN, "unloaded", description, _NOT_CHECKED, sentence)
    for file in report.files:
        yield from _of_file(file)
    for notice in report.notices:
        yield _issue(notice.path, "suppression", notice.message, "info", notice.message)


def _of_file(file: FileReport) -> Iterator[Json]:
    if file.error:
        code, message = file.error.code, file.error.message
        description = headed(say("{code} 文件没有检查", code=code), message)
        yield _issue(file.path, code, description, _NOT_CHECKED, code)
    names = part_names(file.document)
    for finding in file.findings:
        yield _of_finding(file.path, finding, names, _SEVERITIES[finding.severity])
    for each in file.suppressed:
        remark = say("已忽略，{why}。", why=why_suppressed(each))
        yield _of_finding(file.path, each.finding, names, "info", remark)


def _of_finding(
    path: str, finding: Finding, names: Mapping[PartRef, str], severity: str, remark: str = ""
) -> Json:
    place = place_in_words(finding.location, name_in(names, finding.location.part))
    where = say("（{place}）", place=place) if place else ""
    description = headed(rule_title(finding), f"{remark}{finding.message}{where}")
    position = finding.location.position
    return _issue(
        position.file or path,
        finding.rule,
        description,
        severity,
        finding.fingerprint,
        position.line or 1,
    )


def _issue(
    path: str, check_name: str, description: str, severity: str, key: str, line: int = 1
) -> Json:
    """One issue; GitLab wants a line for everything, 1 stands for the whole file."""
    text = f"{path}\x1f{check_name}\x1f{key}".encode("utf-8", "backslashreplace")
    return {
        "description": printable(description),
        "check_name": check_name,
        "fingerprint": hashlib.sha256(text).hexdigest(),
        "severity": severity,
        "location": {"path": path, "lines": {"begin": line}},
    }
