"""A file as it was checked: what its report says, and what its silence means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from budgetlint.reading_codes import RULE_CRASHED

if TYPE_CHECKING:
    from pathlib import Path

    from budgetlint.entries import Entry
    from budgetlint.report import FileReport
    from budgetlint.settings import Settings


@dataclass(frozen=True, slots=True)
class Checked:
    """The report of one file, with the settings and the rules that it came about with."""

    path: Path
    settings: Settings
    rules: tuple[Entry, ...]
    report: FileReport

    def answered(self, *rules: Entry) -> bool:
        """Whether rules had their say: where they have no finding, there is no such defect.

        All must have run to the end and be shown in this run, and one must have checked something.
        """
        checks = self.report.coverage.checks
        crashed = {f.subject for f in self.report.findings if f.rule == RULE_CRASHED}
        done = [checks[rule.code] for rule in rules if rule.code in checks]
        return all(
            rule.code not in crashed and self.settings.shows(rule, self.path) for rule in rules
        ) and any(check.held or check.failed or not check.skipped for check in done)
