"""Suppressions in a configuration: findings that somebody accepted, with a reason.

They are applied after the rules ran, so that neither a rule nor a stored result depends on them or
on the day.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from budgetlint.catalogue import is_fixed
from budgetlint.paths import display
from budgetlint.report import Means, Notice, Suppressed
from budgetlint.reporters.wording import name_in, part_names, place_in_words
from budgetlint.whole import stands_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from budgetlint.checked import Checked
    from budgetlint.finding import Finding
    from budgetlint.report import FileReport

_NOT_OF_THE_PLACE = re.compile(r"[\s›>“”\"，,]+")


@dataclass(frozen=True, slots=True)
class Suppression:
    """One ``[[suppress]]``: which findings in which files are accepted, why, and until when.

    ``rule`` is a code, a prefix or a name, ``files`` are globs. ``place`` must occur in the place
    as it is printed; ``until`` is the last day.
    """

    rule: str
    files: tuple[str, ...]
    reason: str
    place: str = ""
    fingerprint: str = ""
    until: date | None = None

    def is_expired(self, today: date) -> bool:
        """Whether its last day is over."""
        return self.until is not None and today > self.until

    def means(self, finding: Finding, place: str) -> bool:
        """Whether a finding of its rule is meant; ``place`` is where it is, as it is printed."""
        if self.fingerprint and not finding.fingerprint.startswith(self.fingerprint):
            return False
        return not self.place or _occurs(self.place, place)


@dataclass(slots=True)
class _Use:
    """What became of one suppression: whether it was tried, whether it met any finding, and how
    many of these nothing else accepts.
    """

    tried: bool = False
    met: bool = False
    open: int = 0


def suppress(files: Sequence[Checked], today: date) -> tuple[list[Checked], tuple[Notice, ...]]:
    """The files with what their configurations accept apart, and what is to be said about it."""
    uses: dict[tuple[str, int], _Use] = defaultdict(_Use)
    left = [_suppressed(file, today, uses) for file in files]
    configured = {_source(file): file.settings.suppressions for file in files}
    notices = [
        Notice(source, f"第 {number + 1} 条 [[suppress]]（{_named(each)}）{sentence}")
        for source, suppressions in configured.items()
        for number, each in enumerate(suppressions)
        if (sentence := _said_of(each, uses[source, number], today))
    ]
    return left, tuple(notices)


def _suppressed(file: Checked, today: date, uses: dict[tuple[str, int], _Use]) -> Checked:
    report, path, settings = file.report, file.path, file.settings
    accepted: dict[int, Suppression] = {}
    for number, each in enumerate(settings.suppressions):
        if report.error or not any(settings.covers(pattern, path) for pattern in each.files):
            continue
        meant = [entry for entry in file.rules if entry.matches(each.rule) and not is_fixed(entry)]
        met = list(_met(each, report, {entry.code for entry in meant}))
        use = uses[_source(file), number]
        use.met |= bool(met)
        use.open += sum(i < len(report.findings) for i in met)
        use.tried |= bool(met) or file.answered(*meant)
        if not each.is_expired(today):
            accepted |= {i: each for i in met if i not in accepted}
    return replace(file, report=_apart(report, accepted))


def _met(suppression: Suppression, report: FileReport, codes: set[str]) -> Iterator[int]:
    """Which findings of rules with these codes a suppression means.

    Counted on after these are the findings that a comment accepts already.
    """
    names = part_names(report.document)
    every = (*report.findings, *(each.finding for each in report.suppressed))
    for i, finding in enumerate(every):
        if finding.rule in codes:
            part = name_in(names, finding.location.part)
            if suppression.means(finding, place_in_words(finding.location, part)):
                yield i


def _apart(report: FileReport, accepted: dict[int, Suppression]) -> FileReport:
    suppressed = [
        Suppressed(finding, Means.CONFIG, accepted[i].reason, accepted[i].until)
        for i, finding in enumerate(report.findings)
        if i in accepted
    ]
    return replace(
        report,
        findings=tuple(f for i, f in enumerate(report.findings) if i not in accepted),
        suppressed=(*report.suppressed, *suppressed),
    )


def _said_of(suppression: Suppression, use: _Use, today: date) -> str:
    """What is to be said of a suppression; nothing where the run says nothing about it."""
    if not use.tried:
        return ""
    if suppression.is_expired(today):
        if not use.open:
            return f"已于 {suppression.until} 到期，所指的结果也没有了，可以删去。"
        return f"已于 {suppression.until} 到期，有 {use.open} 条结果重新列出；请处理后删去这一条。"
    return "" if use.met else "没有用到：检查的文件中没有相符的结果，可以删去。"


def _source(file: Checked) -> str:
    return display(file.settings.source) if file.settings.source else ""


def _named(suppression: Suppression) -> str:
    return "，".join(filter(None, (suppression.rule, *suppression.files, suppression.place)))


def _occurs(words: str, place: str) -> bool:
    """Whether ``words`` stand in ``place``, whatever signs stand between the steps of both."""
    return stands_in(_NOT_OF_THE_PLACE.sub("", words), _NOT_OF_THE_PLACE.sub("", place))
