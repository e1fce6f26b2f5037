"""The report as JUnit XML: every file a test suite, every finding and every rule a test case."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from budgetlint.finding import Severity
from budgetlint.lang import headed, say
from budgetlint.reporters.wording import (
    logical_place,
    name_in,
    part_names,
    rule_title,
    told,
    unrecognised,
    why_suppressed,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from budgetlint.finding import Finding
    from budgetlint.location import PartRef
    from budgetlint.report import FileReport, Report
    from budgetlint.reporters import Canvas

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_COUNTED = {"tests": "testcase", "failures": "failure", "errors": "error", "skipped": "skipped"}


def render(report: Report, canvas: Canvas) -> str:  # noqa: ARG001 (the same on every canvas)
    """Test suites; an error or warning is a failure, what was not checked an error.

    An info passes and says so in the output of its case, what was suppressed is skipped. A rule
    without findings is a case that passed, or was skipped for the reasons that the coverage gives.
    """
    titles = {entry.code: entry.shown_title for entry in report.rules}
    root = _element("testsuites", name="budgetlint")
    root.extend(_suite(file, titles) for file in report.files)
    if report.unloaded or report.notices:
        root.append(_suite_of_the_run(report))
    for suite in root:
        _count(suite)
    _count(root)
    ET.indent(root)
    text = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _suite(file: FileReport, titles: Mapping[str, str]) -> ET.Element:
    suite = _element("testsuite", name=file.path)
    if file.error:
        case = _case(suite, file.path, say("{code} 文件没有检查", code=file.error.code))
        _outcome(case, "error", file.error.message, kind=file.error.code)
        return suite
    if file.is_unrecognised:
        _outcome(_case(suite, file.path, say("识别文件")), "skipped", unrecognised())
    names = part_names(file.document)
    numbered: Counter[str] = Counter()
    for finding in file.findings:
        case = _case_of(suite, file.path, finding, names, numbered)
        text = "\n".join(told(finding, names))
        if finding.severity is Severity.INFO:
            _element("system-out", case).text = _valid(text)
        else:
            _outcome(case, "failure", finding.message, kind=finding.severity.value, text=text)
    for each in file.suppressed:
        case = _case_of(suite, file.path, each.finding, names, numbered)
        why = say("已忽略，{why}", why=why_suppressed(each))
        _outcome(case, "skipped", headed(why, each.finding.message))
    spoken = {finding.rule for finding in file.findings}
    spoken |= {each.finding.rule for each in file.suppressed}
    _add_silent_rules(suite, file, titles, spoken)
    return suite


def _add_silent_rules(
    suite: ET.Element, file: FileReport, titles: Mapping[str, str], spoken: set[str]
) -> None:
    """Cases for the rules that have nothing to say; none for a rule whose findings are hidden."""
    for code, check in sorted(file.coverage.checks.items()):
        if code in spoken or check.failed or not (check.held or check.skipped):
            continue
        case = _case(suite, file.path, f"{code} {titles.get(code, '')}".rstrip())
        if not check.held:
            _outcome(case, "skipped", say("；").join(check.reasons))


def _suite_of_the_run(report: Report) -> ET.Element:
    suite = _element("testsuite", name="budgetlint")
    for sentence in report.unloaded:
        case = _case(suite, "budgetlint", headed(say("规则没有加载"), sentence))
        _outcome(case, "error", sentence, kind="unloaded")
    for notice in report.notices:
        case = _case(suite, "budgetlint", headed(say("忽略"), notice.path, notice.message))
        _element("system-out", case).text = _valid(notice.message)
    return suite


def _case_of(
    suite: ET.Element,
    path: str,
    finding: Finding,
    names: Mapping[PartRef, str],
    numbered: Counter[str],
) -> ET.Element:
    """The case of a finding, named after its rule and place: the same in the next run."""
    steps = logical_place(finding.location, name_in(names, finding.location.part))
    name = headed(*filter(None, (rule_title(finding), " › ".join(steps))))
    numbered[name] += 1
    if numbered[name] > 1:
        name = say("{name}（{number}）", name=name, number=numbered[name])
    position = finding.location.position
    return _case(suite, position.file or path, name, position.line)


def _case(suite: ET.Element, path: str, name: str, line: int | None = None) -> ET.Element:
    return _element("testcase", suite, name=name, classname=path, file=path, line=line)


def _outcome(
    case: ET.Element, tag: str, message: str, *, kind: str | None = None, text: str = ""
) -> None:
    _element(tag, case, message=message, type=kind).text = _valid(text) or None


def _element(
    tag: str, parent: ET.Element | None = None, **attributes: str | int | None
) -> ET.Element:
    given = {name: _valid(str(value)) for name, value in attributes.items() if value is not None}
    return ET.Element(tag, given) if parent is None else ET.SubElement(parent, tag, given)


def _valid(text: str) -> str:
    """``text`` with a sign of replacement for what no XML document may hold."""
    return _NOT_IN_XML.sub("\ufffd", text)


def _count(element: ET.Element) -> None:
    """Write on ``element`` how many cases there are below it, and how they ended."""
    for attribute, tag in _COUNTED.items():
        element.set(attribute, str(sum(1 for _ in element.iter(tag))))
