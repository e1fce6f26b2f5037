"""A file's report as bytes: what passes between processes and what the cache keeps.

JSON, and nothing that runs code when it is read. ``decoded(encoded(report))`` is the same report.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from typing import Any

from budgetlint.document import Position
from budgetlint.finding import Finding, Severity
from budgetlint.location import Location, PartRef, TableRef
from budgetlint.report import (
    CheckCoverage,
    Coverage,
    DocumentSummary,
    FileError,
    FileReport,
    Means,
    Notice,
    Suppressed,
)

FORMAT = 1
"""Goes up when a stored report of an older version can no longer be read."""

Json = dict[str, Any]


def encoded(report: FileReport) -> bytes:
    """The report as bytes. A value of a foreign rule that is no plain data becomes its text."""
    text = json.dumps(asdict(report), ensure_ascii=False, separators=(",", ":"), default=str)
    return text.encode("utf-8", "surrogatepass")


def decoded(data: bytes) -> FileReport:
    """The report in bytes from :func:`encoded`.

    Raises:
        ValueError, TypeError, KeyError, AttributeError: they are something else.
    """
    found = json.loads(data.decode("utf-8", "surrogatepass"))
    return FileReport(
        path=found["path"],
        document=_summary(found["document"]),
        coverage=_coverage(found["coverage"]),
        findings=tuple(_finding(each) for each in found["findings"]),
        error=FileError(**found["error"]) if found["error"] else None,
        suppressed=tuple(_suppressed(each) for each in found["suppressed"]),
        notices=tuple(Notice(**each) for each in found["notices"]),
    )


def _summary(data: Json) -> DocumentSummary:
    return DocumentSummary(**{**data, "parts": tuple(PartRef(**each) for each in data["parts"])})


def _coverage(data: Json) -> Coverage:
    checks = {code: CheckCoverage(**each) for code, each in data["checks"].items()}
    lists = {"statements": tuple(data["statements"]), "unread": tuple(data["unread"])}
    return Coverage(**{**data, **lists, "checks": checks})


def _finding(data: Json) -> Finding:
    built = {
        "severity": Severity(data["severity"]),
        "location": _location(data["location"]),
        "related": tuple(_location(each) for each in data["related"]),
    }
    return Finding(**{**data, **built})


def _suppressed(data: Json) -> Suppressed:
    built = {
        "finding": _finding(data["finding"]),
        "by": Means(data["by"]),
        "until": date.fromisoformat(data["until"]) if data["until"] else None,
    }
    return Suppressed(**{**data, **built})


def _location(data: Json) -> Location:
    built = {
        "part": PartRef(**data["part"]) if data["part"] else None,
        "table": TableRef(**data["table"]) if data["table"] else None,
        "mark": tuple(data["mark"]) if data["mark"] else None,
        "position": _position(data["position"]),
    }
    return Location(**{**data, **built})


def _position(data: Json) -> Position:
    return Position(**{**data, "bbox": tuple(data["bbox"]) if data["bbox"] else None})
