"""The report: what was found in each file, and what was checked to find it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from budgetlint.lang import say

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from budgetlint.entries import Entry
    from budgetlint.finding import Finding, Severity
    from budgetlint.location import PartRef

SCHEMA_VERSION = 1


@dataclass(frozen=True, slots=True)
class FileError:
    """Why nothing of a file could be read: a BL0xx code and one sentence with a remedy."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """Who published what for which year. ``unit`` is None where the standard tables mix units."""

    kind: str = "unknown"
    year: int | None = None
    entity: str | None = None
    entity_code: str | None = None
    unit: str | None = None
    parts: tuple[PartRef, ...] = ()


@dataclass(slots=True)
class CheckCoverage:
    """How often one rule's checks held, failed or were skipped, and why they were skipped."""

    held: int = 0
    failed: int = 0
    skipped: int = 0
    reasons: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was understood: recognised statements, facts, what stayed unread, checks by rule."""

    statements: tuple[str, ...] = ()
    facts: int = 0
    unread: tuple[str, ...] = ()
    checks: dict[str, CheckCoverage] = field(default_factory=dict)


class Means(StrEnum):
    """By what a finding is suppressed."""

    BASELINE = "baseline"
    CONFIG = "config"
    COMMENT = "comment"

    @property
    def label(self) -> str:
        """The word printed for people."""
        return say({"baseline": "基线", "config": "配置", "comment": "批注"}[self.value])


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding that was accepted: it is listed, but counts for nothing.

    ``reason`` is what the user gave for it; a baseline gives none. ``until`` is the last day on
    which it holds, None if it holds for good.
    """

    finding: Finding
    by: Means
    reason: str = ""
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """What is to be said about suppressions: one that is unused, expired, stale or without reason.

    ``path`` is the file that it stands in, as it is shown: a document, a configuration or a
    baseline; ``message`` is one sentence.
    """

    path: str
    message: str


@dataclass(frozen=True, slots=True)
class FileReport:
    """The result for one file. ``path`` is as the user gave it, with ``/`` as separator.

    ``findings`` holds nothing that is in ``suppressed``. ``notices`` are those on the comments of
    this document; the report of the run has them too.
    """

    path: str
    document: DocumentSummary = field(default_factory=DocumentSummary)
    coverage: Coverage = field(default_factory=Coverage)
    findings: tuple[Finding, ...] = ()
    error: FileError | None = None
    suppressed: tuple[Suppressed, ...] = ()
    notices: tuple[Notice, ...] = ()

    @property
    def status(self) -> str:
        """``ok`` if anything could be read, else ``error``."""
        return "error" if self.error else "ok"

    @property
    def is_unrecognised(self) -> bool:
        """Whether the file was read but resembles no disclosure, so that little was checked."""
        return not self.error and self.document.kind == "unknown" and not self.coverage.statements


@dataclass(frozen=True, slots=True)
class Report:
    """All files of one run, in the order they were checked.

    ``unloaded`` are sentences on the rules of others that could not be loaded: what they would have
    checked was not checked. ``notices`` are all on suppressions: in the documents, the
    configuration and the baseline. ``rules`` is everything that has a code in this run, for formats
    that describe rules; ``exit_code`` is that of the run, None where there is none.
    """

    files: tuple[FileReport, ...]
    unloaded: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()
    rules: tuple[Entry, ...] = ()
    exit_code: int | None = None

    def count(self) -> Counter[Severity]:
        """Findings by severity over all files; suppressed ones do not count."""
        return count_by_severity(f for file in self.files for f in file.findings)

    def count_suppressed(self) -> Counter[Means]:
        """Suppressed findings by means over all files."""
        return Counter(each.by for file in self.files for each in file.suppressed)


def count_by_severity(findings: Iterable[Finding]) -> Counter[Severity]:
    """How many findings there are of each severity."""
    return Counter(finding.severity for finding in findings)
