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
from budgetlint.lang import LANGUAGES, clauses, say, speaking
from budgetlint.paths import display
from budgetlint.report import Means, Notice, Suppressed
from budgetlint.reporters.wording import name_in, part_names, place_in_words
from budgetlint.whole import stands_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from budgetlint.checked import Checked
    from budgetlint.finding import Finding
    from budgetlint.report import FileReport

_NOT_OF_THE_PLACE = re.compile(r"[\s›>“”\"，,]+")


@dataclass(frozen=True, slots=True)
class Suppression:
    """One ``[[suppress]]``: which findings in which files are accepted, why, and until when.

    ``rule`` is a code, a prefix or a name, ``files`` are globs. ``place`` must occur in the place
    as it is printed in any language; ``until`` is the last day.
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

    def means(self, finding: Finding, places: Iterable[str]) -> bool:
        """Whether a finding of its rule is meant; ``places`` is where it is, in every wording."""
        if self.fingerprint and not finding.fingerprint.startswith(self.fingerprint):
            return False
        return not self.place or any(_occurs(self.place, place) for place in places)


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
        Notice(source, _headed(number, each) + sentence)
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
    every = (*report.findings, *(each.finding for each in report.suppressed))
    for i, finding in enumerate(every):
        if finding.rule in codes and suppression.means(finding, _places(finding, report)):
            yield i


def _places(finding: Finding, report: FileReport) -> Iterator[str]:
    """Where a finding is, in every language: it is accepted whatever the run speaks."""
    for language in LANGUAGES:
        with speaking(language):
            part = name_in(part_names(report.document), finding.location.part)
            place = place_in_words(finding.location, part)
        yield place


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
            return say("已于 {day} 到期，所指的结果也没有了，可以删去。", day=suppression.until)
        return say(
            "已于 {day} 到期，有 {count} 条结果重新列出；请处理后删去这一条。",
            day=suppression.until,
            count=use.open,
        )
    return "" if use.met else say("没有用到：检查的文件中没有相符的结果，可以删去。")


def _headed(number: int, suppression: Suppression) -> str:
    named = clauses((suppression.rule, *suppression.files, suppression.place))
    return say("第 {number} 条 [[suppress]]（{named}）", number=number + 1, named=named)


def _source(file: Checked) -> str:
    return display(file.settings.source) if file.settings.source else ""


def _occurs(words: str, place: str) -> bool:
    """Whether ``words`` stand in ``place``, whatever signs stand between the steps of both."""
    return stands_in(_NOT_OF_THE_PLACE.sub("", words), _NOT_OF_THE_PLACE.sub("", place))
