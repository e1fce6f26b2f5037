"""How often each rule spoke: the numbers behind ``--statistics``."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from budgetlint.finding import Finding, Severity
    from budgetlint.report import Report


@dataclass(frozen=True, slots=True)
class RuleCount:
    """How often a rule spoke with one severity, in how many files, and how often in vain."""

    rule: str
    name: str
    title: str
    severity: Severity
    findings: int
    files: int
    suppressed: int


def by_rule(report: Report) -> list[RuleCount]:
    """What was found, the most frequent first; suppressed findings are counted apart."""
    found: Counter[_Kind] = Counter()
    suppressed: Counter[_Kind] = Counter()
    files: defaultdict[_Kind, set[str]] = defaultdict(set)
    for file in report.files:
        for finding in file.findings:
            found[_kind(finding)] += 1
            files[_kind(finding)].add(file.path)
        suppressed.update(_kind(each.finding) for each in file.suppressed)
    counts = [
        RuleCount(*kind, found[kind], len(files[kind]), suppressed[kind])
        for kind in found.keys() | suppressed.keys()
    ]
    return sorted(counts, key=lambda each: (-each.findings, each.severity.rank, each.rule))


_Kind = tuple[str, str, str, "Severity"]


def _kind(finding: Finding) -> _Kind:
    return finding.rule, finding.name, finding.title, finding.severity
