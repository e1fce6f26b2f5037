"""One file in, one report out: read, understand, run every rule, then show what was asked for."""

from __future__ import annotations

import gc
import logging
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from budgetlint.comments import accept
from budgetlint.document import in_file
from budgetlint.finding import Finding, Observation, Severity, Tally, fingerprint
from budgetlint.lang import say
from budgetlint.location import Location
from budgetlint.ordering import document_order
from budgetlint.paths import display
from budgetlint.readers.errors import ReadError
from budgetlint.reading_codes import FILE_CRASHED, READING_CODES, RULE_CRASHED
from budgetlint.report import (
    CheckCoverage,
    Coverage,
    DocumentSummary,
    FileError,
    FileReport,
    Notice,
)

if TYPE_CHECKING:
    from pathlib import Path

    from budgetlint.disclosure import Disclosure
    from budgetlint.document import Document
    from budgetlint.registry import Rule
    from budgetlint.settings import Settings

logger = logging.getLogger("budgetlint")

_OF_THE_READING = "BL0"
_BLANK_FORM = "文件是尚未填写的空白模板"

Opener = Callable[["Path", "Settings"], "Disclosure"]
"""Reads and understands a file as the settings say."""


def check_file(
    path: Path,
    display_path: str,
    settings: Settings,
    *,
    rules: Sequence[Rule] | None = None,
    open_disclosure: Opener | None = None,
) -> FileReport:
    """Check one file and report the findings that ``settings`` wants to see.

    ``rules`` and ``open_disclosure`` stand in for the registered rules and the real readers.
    """
    found = examine_file(path, display_path, settings, rules=rules, open_disclosure=open_disclosure)
    return selected(found, path, settings, rules=rules)


def examine_file(
    path: Path,
    display_path: str,
    settings: Settings,
    *,
    others: Sequence[Path] = (),
    rules: Sequence[Rule] | None = None,
    open_disclosure: Opener | None = None,
) -> FileReport:
    """Everything there is to say of one file; what goes wrong with it becomes part of its report.

    All rules run whatever is selected, so that hiding one never makes another speak, and so that
    the coverage and the fingerprints do not depend on the selection. ``others`` are files that
    belong to the same disclosure.
    """
    try:
        with _collector_at_rest():
            opener = partial(understand_file, others=others) if others else understand_file
            disclosure = (open_disclosure or opener)(path, settings)
            return check_disclosure(disclosure, display_path, settings, rules=rules)
    except ReadError as error:
        return FileReport(display_path, error=FileError(error.code, error.message))
    except (Exception, SystemExit) as error:
        logger.debug("%s", path, exc_info=True)
        return crashed(display_path, error)


def crashed(display_path: str, error: BaseException) -> FileReport:
    """The report on a file in which budgetlint itself failed."""
    return FileReport(display_path, error=FileError(FILE_CRASHED, _crash_sentence(error)))


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Keep the cyclic garbage collector from searching a document that is alive as a whole.

    It would search it again and again while it grows: a third of the time of a check.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def understand_file(path: Path, settings: Settings, others: Sequence[Path] = ()) -> Disclosure:
    """Read and understand one file, no larger than the settings allow.

    ``others`` are files that belong to the same disclosure.

    Raises:
        ReadError: nothing of it, or of one of the others, could be read.
    """
    from budgetlint.disclosure import understand  # noqa: PLC0415 (slow, and not for --version)
    from budgetlint.readers import read  # noqa: PLC0415
    from budgetlint.taxonomy.subjects import CodeBook  # noqa: PLC0415

    document = read(path, max_size=settings.max_file_size)
    beside = [_beside(other, settings) for other in others]
    return understand(document, CodeBook(settings.subjects), beside, settings.extra_slips)


def _beside(path: Path, settings: Settings) -> Document:
    """A document that is read together with another one; its places, and its errors, name it."""
    from budgetlint.readers import read  # noqa: PLC0415 (slow, and not for --version)

    try:
        document = read(path, max_size=settings.max_file_size)
    except ReadError as error:
        message = say("一并检查的 {file}：{message}", file=display(path), message=error.message)
        raise ReadError(error.code, message) from error
    return in_file(document, display(path))


def selected(
    report: FileReport, path: Path, settings: Settings, *, rules: Sequence[Rule] | None = None
) -> FileReport:
    """The report without the findings of rules that ``settings`` hides for the file ``path``."""
    every = _rules(settings) if rules is None else rules
    hidden = {rule.code for rule in every if not settings.shows(rule, path)}
    return replace(
        report,
        findings=tuple(f for f in report.findings if f.rule not in hidden),
        suppressed=tuple(s for s in report.suppressed if s.finding.rule not in hidden),
    )


def check_disclosure(
    disclosure: Disclosure,
    display_path: str,
    settings: Settings,
    *,
    rules: Sequence[Rule] | None = None,
) -> FileReport:
    """Run every rule on a disclosure, and set aside what its comments accept."""
    from budgetlint.hiding import hide_personal  # noqa: PLC0415 (loads all of the understanding)

    every = _rules(settings) if rules is None else rules
    runs = [_run(rule, disclosure, settings) for rule in every]
    blocks = disclosure.document.blocks
    findings = _identified(document_order((f for run in runs for f in run.findings), blocks))
    findings = hide_personal(disclosure, findings)
    accepted = accept(disclosure.document, findings, (*every, *READING_CODES))
    return FileReport(
        path=display_path,
        document=_summary(disclosure),
        coverage=Coverage(
            statements=tuple(disclosure.statement_names),
            facts=len(disclosure.facts),
            unread=tuple(disclosure.unread),
            checks={run.rule.code: run.coverage for run in runs},
        ),
        findings=tuple(accepted.findings),
        suppressed=tuple(accepted.suppressed),
        notices=tuple(Notice(display_path, sentence) for sentence in accepted.notices),
    )


def _rules(settings: Settings) -> Sequence[Rule]:
    from budgetlint.registry import all_rules  # noqa: PLC0415 (loads every rule)

    return (*all_rules(), *settings.local.rules)


@dataclass(frozen=True, slots=True)
class _Run:
    """What one rule said about one document."""

    rule: Rule
    findings: list[Finding]
    coverage: CheckCoverage


def _run(rule: Rule, disclosure: Disclosure, settings: Settings) -> _Run:
    observations: list[Observation] = []
    tallies: list[Tally] = []
    crashes: list[Finding] = []
    try:
        lacking = [reason for need in rule.needs if (reason := disclosure.lacks(need))]
        if disclosure.blank_form and not rule.code.startswith(_OF_THE_READING):
            lacking = [say(_BLANK_FORM)]
        if lacking:
            tallies += [Tally(skipped=1, reason=reason) for reason in dict.fromkeys(lacking)]
        else:
            for said in rule.check(disclosure, settings.options_of(rule)):
                if isinstance(said, Observation) and isinstance(said.location, Location):
                    observations.append(said)
                elif isinstance(said, Tally):
                    tallies.append(said)
                else:
                    raise TypeError(say("应给出 Observation 或 Tally，而不是 {said!r}", said=said))
    except (Exception, SystemExit) as error:
        logger.debug("%s", rule.code, exc_info=True)
        why = say("规则运行出错（{error}）", error=type(error).__name__)
        tallies.append(Tally(skipped=1, reason=why))
        crashes.append(_crash_finding(rule, error))
    findings = [_finding(rule, said, settings) for said in observations]
    return _Run(rule, [*findings, *crashes], _coverage(tallies, len(observations)))


def _finding(rule: Rule, said: Observation, settings: Settings) -> Finding:
    severity = settings.severity_of(rule)
    if said.severity is not None and said.severity.rank > severity.rank:
        severity = said.severity
    return Finding(
        rule=rule.code,
        name=rule.name,
        severity=severity,
        message=said.message,
        location=said.location,
        related=said.related,
        expected=said.expected,
        actual=said.actual,
        subject=said.subject,
        title=rule.shown_title,
    )


def _coverage(tallies: Sequence[Tally], observations: int) -> CheckCoverage:
    counted = [tally.failed for tally in tallies if tally.failed is not None]
    return CheckCoverage(
        held=sum(tally.held for tally in tallies),
        failed=sum(counted) if counted else observations,
        skipped=sum(tally.skipped for tally in tallies),
        reasons=list(dict.fromkeys(tally.reason for tally in tallies if tally.reason)),
    )


def _crash_finding(rule: Rule, error: BaseException) -> Finding:
    entry = next(entry for entry in READING_CODES if entry.code == RULE_CRASHED)
    return Finding(
        rule=entry.code,
        name=entry.name,
        severity=Severity.ERROR,
        message=say(
            "规则 {code}（{name}）运行时出错：{error}。"
            "它对此文件的检查不完整，其余规则已照常完成；请将此提示反馈给维护者。",
            code=rule.code,
            name=rule.name,
            error=_described(error),
        ),
        location=Location(),
        subject=rule.code,
        title=entry.shown_title,
    )


def _crash_sentence(error: BaseException) -> str:
    return say(
        "处理此文件时程序出错：{error}。此文件没有被检查；"
        "可用 Word 或 WPS 另存一份再试，仍出错请将此提示反馈给维护者。",
        error=_described(error),
    )


def _described(error: BaseException) -> str:
    """An exception in one line: its type, and where known what it says."""
    lines = str(error).strip().splitlines()
    name = type(error).__name__
    return say("{error}（{said}）", error=name, said=lines[0][:120]) if lines else name


def _identified(findings: Sequence[Finding]) -> list[Finding]:
    """The findings with their fingerprints; the n-th of the same kind and place counts from 1."""
    seen: Counter[str] = Counter()
    identified = []
    for finding in findings:
        kind = fingerprint(finding.rule, finding.location, finding.subject, 0)
        seen[kind] += 1
        mark = fingerprint(finding.rule, finding.location, finding.subject, seen[kind])
        identified.append(replace(finding, fingerprint=mark))
    return identified


def _summary(disclosure: Disclosure) -> DocumentSummary:
    return DocumentSummary(
        kind=disclosure.kind,
        year=disclosure.year,
        entity=disclosure.entity,
        entity_code=disclosure.entity_code,
        unit=disclosure.unit,
        parts=tuple(disclosure.parts),
    )
