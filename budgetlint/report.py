"""The report: what was found in each file, and what was checked to find it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

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


@dataclass(frozen=True, slots=True)
class FileReport:
    """The result for one file. ``path`` is as the user gave it, with ``/`` as separator."""

    path: str
    document: DocumentSummary = field(default_factory=DocumentSummary)
    coverage: Coverage = field(default_factory=Coverage)
    findings: tuple[Finding, ...] = ()
    error: FileError | None = None

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
    checked was not checked.
    """

    files: tuple[FileReport, ...]
    unloaded: tuple[str, ...] = ()

    def count(self) -> Counter[Severity]:
        """Findings by severity over all files."""
        return count_by_severity(f for file in self.files for f in file.findings)


def count_by_severity(findings: Iterable[Finding]) -> Counter[Severity]:
    """How many findings there are of each severity."""
    return Counter(finding.severity for finding in findings)
