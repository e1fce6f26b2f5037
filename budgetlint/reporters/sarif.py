"""The report as SARIF 2.1.0, for code scanning and viewers of results.

The place of a finding in a Word or PDF document is a logical one, so its message names it too: many
viewers show nothing else. No machine path, user, clock or command line goes in: the same input
gives the same file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint._version import __version__
from budgetlint.lang import CHINESE, language
from budgetlint.report import Means
from budgetlint.reporters.json_report import to_json
from budgetlint.reporters.sarif_places import (
    Places,
    artifact,
    artifact_location,
    message,
    roots,
)
from budgetlint.reporters.sarif_rules import LEVELS, Rules
from budgetlint.reporters.wording import part_names, printable, told, unrecognised, without_reason

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.finding import Finding
    from budgetlint.report import FileReport, Report, Suppressed
    from budgetlint.reporters import Canvas
    from budgetlint.reporters.json_report import Json

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_INCOMPLETE = 2
_LANGUAGES = {CHINESE: "zh-CN", "en": "en"}


def render(report: Report, canvas: Canvas) -> str:
    """A log with one run, which holds all findings, suppressed ones marked as such."""
    data = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report)]}
    return to_json(data, canvas.encoding)


def _run(report: Report) -> Json:
    rules = Rules(report)
    driver = {
        "name": "budgetlint",
        "version": __version__,
        "language": _LANGUAGES[language()],
        "rules": rules.descriptors,
        "notifications": rules.notifications,
    }
    return {
        "tool": {"driver": driver},
        "language": _LANGUAGES[language()],
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": roots(),
        "invocations": [_invocation(report, rules)],
        "artifacts": [artifact(file) for file in report.files],
        "results": [
            result
            for index, file in enumerate(report.files)
            for result in _results(file, index, rules)
        ],
    }


def _results(file: FileReport, index: int, rules: Rules) -> Iterator[Json]:
    """All findings of a file; each says whether it is suppressed, as SARIF wants of all or none."""
    names = part_names(file.document)
    places = Places(file.path, index, names)
    kept = [(finding, None) for finding in file.findings]
    passed = [(each.finding, each) for each in file.suppressed]
    for finding, each in (*kept, *passed):
        yield {
            "ruleId": finding.rule,
            "ruleIndex": rules.index(finding.rule),
            "level": LEVELS[finding.severity],
            "message": message("\n".join(told(finding, names))),
            "locations": [places.location(finding.location)],
            "relatedLocations": places.related(finding),
            "partialFingerprints": _fingerprints(finding),
            "suppressions": [_suppression(each)] if each else [],
            "properties": {"expected": finding.expected, "actual": finding.actual},
        }


def _fingerprints(finding: Finding) -> Json:
    """Ours under a name of our own, and under the only one that GitHub looks at."""
    mark = finding.fingerprint
    return {"budgetlint/v1": mark, "primaryLocationLineHash": mark} if mark else {}


def _suppression(each: Suppressed) -> Json:
    return {
        "kind": "inSource" if each.by is Means.COMMENT else "external",
        "status": "accepted",
        "justification": printable(each.reason) or without_reason(each),
        "properties": {
            "by": each.by.value,
            "until": each.until.isoformat() if each.until else None,
        },
    }


def _invocation(report: Report, rules: Rules) -> Json:
    failed = report.unloaded or any(file.error for file in report.files)
    found: Json = {
        "executionSuccessful": not failed and report.exit_code != _INCOMPLETE,
        "toolExecutionNotifications": list(_of_execution(report, rules)),
        "toolConfigurationNotifications": list(_of_configuration(report)),
    }
    return found if report.exit_code is None else {"exitCode": report.exit_code, **found}


def _of_execution(report: Report, rules: Rules) -> Iterator[Json]:
    """What could not be checked, and what was hardly checked."""
    for index, file in enumerate(report.files):
        where = {"artifactLocation": artifact_location(file.path, index)}
        about = {"locations": [{"physicalLocation": where}]}
        if error := file.error:
            yield {
                "descriptor": rules.notification(error.code),
                **_notification("error", error.message),
                **about,
            }
        elif file.is_unrecognised:
            yield {**_notification("warning", unrecognised()), **about}


def _of_configuration(report: Report) -> Iterator[Json]:
    """Rules that could not be loaded, and remarks on suppressions."""
    for sentence in report.unloaded:
        yield _notification("error", sentence)
    for notice in report.notices:
        where = {"artifactLocation": artifact_location(notice.path)}
        yield {
            **_notification("warning", notice.message),
            "locations": [{"physicalLocation": where}],
        }


def _notification(level: str, sentence: str) -> Json:
    return {"level": level, "message": message(printable(sentence))}
