"""Rules as SARIF describes them: what a viewer shows beside a finding."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from budgetlint.catalogue import family
from budgetlint.finding import Severity
from budgetlint.lang import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.entries import Entry
    from budgetlint.finding import Finding
    from budgetlint.report import Report
    from budgetlint.reporters.json_report import Json

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_LONGEST = 1024
"""What GitHub takes of a description."""


class Rules:
    """The rules of a report, and the codes that say why a file was not checked."""

    def __init__(self, report: Report) -> None:
        errors = {file.error.code for file in report.files if file.error}
        known = {entry.code: entry for entry in report.rules}
        self.notifications = [
            _descriptor(known[code]) if code in known else _bare(code, code, say("文件没有检查"))
            for code in sorted(errors)
        ]
        self.descriptors = [_descriptor(entry) for entry in report.rules]
        undescribed = {
            finding.rule: finding for finding in _findings(report) if finding.rule not in known
        }
        self.descriptors += [
            _bare(code, finding.name, finding.title or finding.name)
            for code, finding in sorted(undescribed.items())
        ]
        self._indices = {each["id"]: index for index, each in enumerate(self.descriptors)}

    def index(self, code: str) -> int:
        """Where a rule stands in ``descriptors``."""
        return self._indices[code]

    def notification(self, code: str) -> Json:
        """A reference to the code of an error."""
        codes = [each["id"] for each in self.notifications]
        return {"id": code, "index": codes.index(code)}


def _findings(report: Report) -> Iterator[Finding]:
    for file in report.files:
        yield from file.findings
        yield from (each.finding for each in file.suppressed)


def _bare(code: str, name: str, title: str) -> Json:
    """A code of which nothing is known but its title; GitHub wants all three of every one."""
    text = {"text": title}
    return {
        "id": code,
        "name": name,
        "shortDescription": text,
        "fullDescription": text,
        "help": text,
    }


def _descriptor(entry: Entry) -> Json:
    page = entry.shown_page or entry.shown_title
    return {
        "id": entry.code,
        "name": entry.name,
        "shortDescription": {"text": entry.shown_title},
        "fullDescription": {"text": _first_section(page)[:_LONGEST]},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"level": LEVELS[entry.severity]},
        "properties": {"tags": [family(entry)]},
    }


def _first_section(page: str) -> str:
    """The text below the first heading of a page, which says what the rule looks for."""
    lines = page.split("\n")
    body = takewhile(lambda line: not line.startswith("## "), lines[lines[0].startswith("#") :])
    return "\n".join(body).strip() or lines[0]
