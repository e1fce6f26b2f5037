"""The JSON report: the contract with other programs, described by schemas/report.schema.json."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from budgetlint._version import __version__
from budgetlint.finding import Severity
from budgetlint.report import SCHEMA_VERSION
from budgetlint.reporters.counts import by_rule

if TYPE_CHECKING:
    from budgetlint.finding import Finding
    from budgetlint.location import Location, PartRef
    from budgetlint.report import FileReport, Report, Suppressed
    from budgetlint.reporters import Canvas
    from budgetlint.reporters.counts import RuleCount

Json = dict[str, Any]

HEAD: Json = {
    "schema_version": SCHEMA_VERSION,
    "tool": {"name": "budgetlint", "version": __version__},
}
"""What kind of data this is, and what wrote it."""


def render(report: Report, canvas: Canvas) -> str:
    """The report as one JSON document; keys are always present and in the same order.

    Where the stream is not UTF-8 (a GBK console), everything beyond ASCII is escaped: the
    document stays whole and means the same to every reader.
    """
    return to_json(as_dict(report), canvas.encoding)


def to_json(data: Json | list[Json], encoding: str) -> str:
    """Plain data as JSON for a stream of this encoding."""
    return json.dumps(data, ensure_ascii=not is_unicode(encoding), indent=2) + "\n"


def is_unicode(encoding: str) -> bool:
    """Whether every character can be written in this encoding."""
    return encoding.lower().replace("_", "-").startswith("utf")


def as_dict(report: Report) -> Json:
    """The report as plain data."""
    return {
        **HEAD,
        "files": [file_as_dict(file) for file in report.files],
        "summary": summary_as_dict(report),
        "unloaded": list(report.unloaded),
        "notices": [asdict(notice) for notice in report.notices],
        "statistics": [_count(each) for each in by_rule(report)],
    }


def summary_as_dict(report: Report) -> Json:
    """The numbers of a report as plain data."""
    counts = report.count()
    return {
        "files": len(report.files),
        "findings": {severity.value: counts[severity] for severity in Severity},
        "suppressed": report.count_suppressed().total(),
    }


def _count(each: RuleCount) -> Json:
    return {**asdict(each), "severity": each.severity.value}


def file_as_dict(file: FileReport) -> Json:
    """The report on one file as plain data."""
    document, coverage = file.document, file.coverage
    return {
        "path": file.path,
        "status": file.status,
        "error": asdict(file.error) if file.error else None,
        "document": {
            "kind": document.kind,
            "year": document.year,
            "entity": document.entity,
            "entity_code": document.entity_code,
            "unit": document.unit,
            "parts": [_part(part) for part in document.parts],
        },
        "coverage": {
            "statements": list(coverage.statements),
            "facts": coverage.facts,
            "unread": list(coverage.unread),
            "checks": {code: asdict(check) for code, check in sorted(coverage.checks.items())},
        },
        "findings": [finding_as_dict(finding) for finding in file.findings],
        "suppressed": [suppressed_as_dict(each) for each in file.suppressed],
    }


def suppressed_as_dict(each: Suppressed) -> Json:
    """One suppressed finding as plain data."""
    return {
        "by": each.by.value,
        "reason": each.reason,
        "until": each.until.isoformat() if each.until else None,
        "finding": finding_as_dict(each.finding),
    }


def finding_as_dict(finding: Finding) -> Json:
    """One finding as plain data."""
    return {
        "rule": finding.rule,
        "name": finding.name,
        "title": finding.title,
        "severity": finding.severity.value,
        "message": finding.message,
        "location": _location(finding.location),
        "related": [_location(place) for place in finding.related],
        "expected": finding.expected,
        "actual": finding.actual,
        "fingerprint": finding.fingerprint,
    }


def _part(part: PartRef) -> Json:
    return {"kind": part.kind, "entity": part.entity, "code": part.code}


def _location(place: Location) -> Json:
    position = place.position
    return {
        "part": _part(place.part) if place.part else None,
        "section": place.section,
        "file": position.file,
        "page": position.page,
        "line": position.line,
        "column": position.column,
        "paragraph": position.paragraph,
        "bbox": list(position.bbox) if position.bbox else None,
        "table": asdict(place.table) if place.table else None,
        "row": place.row,
        "row_code": place.row_code,
        "row_label": place.row_label,
        "column_label": place.column_label,
        "text": place.text,
        "mark": list(place.mark) if place.mark else None,
    }
