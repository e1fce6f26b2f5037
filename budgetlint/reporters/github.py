"""The report as GitHub Actions workflow commands: annotations beside a commit or pull request.

GitHub shows ten annotations of a kind for each step and drops the rest without a word. So at most
ten of a kind are given, shared out among the files; what is left out is counted in a notice, which
is one of the ten of its kind; and the whole report follows for the log of the step.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from budgetlint.finding import Severity
from budgetlint.lang import listed, say
from budgetlint.reporters import terminal
from budgetlint.reporters.wording import counted, part_names, printable, rule_title, told

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from budgetlint.report import FileReport, Report
    from budgetlint.reporters import Canvas

SHOWN = 10
"""How many annotations of one kind GitHub shows for a step."""
_KINDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_NAMED_FILES = 3


def render(report: Report, canvas: Canvas) -> str:
    """The annotations, the gravest first, and the report for people in a group of the log."""
    lines: list[str] = []
    left_out: Counter[Severity] = Counter()
    for severity in Severity:
        found = _annotations(report, severity)
        chosen = _shared_out(found, _room(severity, canvas))
        left_out[severity] = sum(map(len, found)) - len(chosen)
        lines += chosen
    if sentences := "".join(_remarks(report, left_out, canvas)):
        lines.append(_command("notice", sentences, title="budgetlint"))
    return "".join(f"{line}\n" for line in (*lines, *_log(report, canvas)))


def _room(severity: Severity, canvas: Canvas) -> int:
    """How many annotations there may be; among the notices one place is kept for the remarks."""
    if severity is not Severity.INFO:
        return SHOWN
    return SHOWN - 1 if canvas.show_info else 0


def _annotations(report: Report, severity: Severity) -> list[list[str]]:
    """The commands for what is as grave as ``severity``: of the run, then file by file."""
    of_run = [
        _command("error", printable(sentence), title=say("规则没有加载"))
        for sentence in report.unloaded
        if severity is Severity.ERROR
    ]
    return [of_run, *(list(_of_file(file, severity)) for file in report.files)]


def _of_file(file: FileReport, severity: Severity) -> Iterator[str]:
    if file.error and severity is Severity.ERROR:
        title = say("{code} 文件没有检查", code=file.error.code)
        yield _command("error", printable(file.error.message), file=file.path, title=title)
    names = part_names(file.document)
    for finding in file.findings:
        if finding.severity is severity:
            position = finding.location.position
            yield _command(
                _KINDS[severity],
                "\n".join(told(finding, names)),
                file=position.file or file.path,
                line=position.line,
                col=position.column if position.line else None,
                title=rule_title(finding),
            )


def _shared_out(found: Sequence[Sequence[str]], room: int) -> list[str]:
    """At most ``room`` of the annotations, in order, with as many files among them as can be."""
    places = [(file, at) for file, of_file in enumerate(found) for at in range(len(of_file))]
    chosen = sorted(places, key=lambda place: place[1])[:room]
    return [found[file][at] for file, at in sorted(chosen)]


def _remarks(report: Report, left_out: Counter[Severity], canvas: Canvas) -> Iterator[str]:
    """What the annotations do not show: counts of findings, and files that are no disclosure."""
    hidden = 0 if canvas.show_info else left_out.pop(Severity.INFO)
    if over := [counted(severity, number) for severity, number in left_out.items() if number]:
        yield say(
            "GitHub 每一步每种只显示 {most} 条，另有 {more}没有列出，请看本步骤日志中的完整报告。",
            most=SHOWN,
            more=listed(over),
        )
    if hidden:
        yield say("另有 {hints}（加 --show-info 列出）。", hints=counted(Severity.INFO, hidden))
    if report.notices:
        yield say("有 {count} 处忽略需要处理，请看完整报告中的“注意”。", count=len(report.notices))
    if unknown := [printable(file.path) for file in report.files if file.is_unrecognised]:
        named = listed(unknown[:_NAMED_FILES])
        if len(unknown) > _NAMED_FILES:
            named = say("{files}等 {count} 个文件", files=named, count=len(unknown))
        yield say("没有认出是预算或决算公开文件，几乎没有核对：{files}。", files=named)


def _log(report: Report, canvas: Canvas) -> Iterable[str]:
    """The report for people; no line of it can be a command, whatever a document says."""
    text = terminal.render(report, replace(canvas, colour=False, width=None, encoding="utf-8"))
    token = hashlib.sha256(text.encode("utf-8", "backslashreplace")).hexdigest()
    return (
        f"::group::{say('完整报告')}",
        f"::stop-commands::{token}",
        *text.removesuffix("\n").split("\n"),
        f"::{token}::",
        "::endgroup::",
    )


def _command(kind: str, message: str, **properties: str | int | None) -> str:
    """A workflow command; properties that are None are left out."""
    given = ",".join(
        f"{name}={_escaped(str(value)).replace(':', '%3A').replace(',', '%2C')}"
        for name, value in properties.items()
        if value is not None
    )
    return f"::{kind} {given}::{_escaped(message)}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
