"""Findings: what a rule says about a place, and how it is recognised again in the next run."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from budgetlint.lang import say

if TYPE_CHECKING:
    from budgetlint.location import Location


class Severity(StrEnum):
    """How sure a finding is: provably wrong, very probably wrong, worth a look."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for error, 1 for warning, 2 for info."""
        return list(Severity).index(self)

    @property
    def label(self) -> str:
        """The word printed for people."""
        return say({"error": "错误", "warning": "警告", "info": "提示"}[self.value])


@dataclass(frozen=True, slots=True)
class Observation:
    """What a rule yields: one defect with all its places.

    ``severity`` None means the rule's own; a rule may only say less, never more.
    ``expected`` is None where no single value is provable. ``subject`` tells apart two defects of
    one rule at one place.
    """

    message: str
    location: Location
    related: tuple[Location, ...] = ()
    expected: str | None = None
    actual: str | None = None
    severity: Severity | None = None
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """What a rule yields beside observations: how many checks held or could not be made.

    ``failed`` counts failed relations; a rule that never gives it has its observations counted.
    """

    held: int = 0
    failed: int | None = None
    skipped: int = 0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """An observation of a named rule, ready to be reported; ``title`` is the rule's."""

    rule: str
    name: str
    severity: Severity
    message: str
    location: Location
    related: tuple[Location, ...] = ()
    expected: str | None = None
    actual: str | None = None
    subject: str = ""
    title: str = ""
    fingerprint: str = field(default="", compare=False)


def fingerprint(rule: str, location: Location, subject: str, occurrence: int) -> str:
    """A sha256 over rule, part, logical place, subject and the n-th occurrence of all these.

    No path, page, line, value, severity, message, language or version goes in: it survives edits
    elsewhere in the document and is the same in every format.
    """
    part = location.part
    where = (part.kind, part.code or part.entity or "") if part else ("", "")
    text = "\x1f".join((rule, *where, location.key, subject, str(occurrence)))
    return hashlib.sha256(text.encode()).hexdigest()
