"""What a baseline does to the findings of a run, and the run to the baseline.

A finding is known again by document, fingerprint and values: a wrong amount that becomes another
wrong amount is a new defect, and is shown.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from budgetlint.baseline import Baseline, Known, order
from budgetlint.catalogue import is_fixed
from budgetlint.finding import fingerprint
from budgetlint.lang import listed, say
from budgetlint.paths import display
from budgetlint.report import Means, Notice, Suppressed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from budgetlint.checked import Checked
    from budgetlint.finding import Finding


def hide(file: Checked, baseline: Baseline) -> Checked:
    """The file with the findings that the baseline knows apart."""
    report = file.report
    met = _met(file, baseline.known_of(file.path))
    hidden = {i for i in met.values() if i < len(report.findings)}
    suppressed = (Suppressed(report.findings[i], Means.BASELINE) for i in sorted(hidden))
    report = replace(
        report,
        findings=tuple(f for i, f in enumerate(report.findings) if i not in hidden),
        suppressed=(*report.suppressed, *suppressed),
    )
    return replace(file, report=report)


def stale(files: Iterable[Checked], baseline: Baseline) -> tuple[Notice, ...]:
    """What of a baseline does not hold any more, in the files that were checked."""
    sentences = (sentence for file in files for sentence in _stale_in(file, baseline))
    return tuple(Notice(display(baseline.path), sentence) for sentence in sentences)


def _stale_in(file: Checked, baseline: Baseline) -> Iterator[str]:
    known = baseline.known_of(file.path)
    met = _met(file, known)
    over = [each for each in known if each not in met and _is_answered(each, file)]
    places = {finding.fingerprint for finding in _every(file)}
    gone = [each for each in over if each.fingerprint not in places]
    changed = [each for each in over if each.fingerprint in places]
    if gone:
        yield say(
            "{file} 有 {count} 条已不存在（{rules}），可用 --write-baseline 更新基线。",
            file=file.report.path,
            count=len(gone),
            rules=_rules_of(gone),
        )
    if changed:
        yield say(
            "{file} 有 {count} 条的数值与列入基线时不同（{rules}），重新列出。",
            file=file.report.path,
            count=len(changed),
            rules=_rules_of(changed),
        )


def _every(file: Checked) -> tuple[Finding, ...]:
    """The findings of a file, and after them those that are accepted."""
    return (*file.report.findings, *(each.finding for each in file.report.suppressed))


def _met(file: Checked, known: Sequence[Known]) -> dict[Known, int]:
    """Which finding each entry is, among all of the file; entries that are none are left out.

    Where several defects of one rule share a place, the fingerprint counts them. When one of them
    is mended the others move up, and are known by their values.
    """
    findings = {
        i: finding for i, finding in enumerate(_every(file)) if _may_be_known(finding, file)
    }
    by_identity = {each.identity: each for each in known}
    met: dict[Known, int] = {}
    for i, finding in findings.items():
        entry = by_identity.get((finding.fingerprint, finding.expected, finding.actual))
        if entry is not None:
            met[entry] = i
    count = Counter(each.rule for each in known)
    for i in sorted(findings.keys() - met.values()):
        for entry in _moved(findings[i], count[findings[i].rule], by_identity):
            if entry not in met:
                met[entry] = i
                break
    return met


def _moved(
    finding: Finding, most: int, known: dict[tuple[str, str | None, str | None], Known]
) -> Iterator[Known]:
    """The entries that may be this finding when it was another one of several at its place."""
    for occurrence in range(1, most + 1):
        mark = fingerprint(finding.rule, finding.location, finding.subject, occurrence)
        entry = known.get((mark, finding.expected, finding.actual))
        if entry is not None:
            yield entry


def _may_be_known(finding: Finding, file: Checked) -> bool:
    """Whether a finding may be hidden: never what tells that something was not checked."""
    return not any(is_fixed(rule) for rule in file.rules if rule.code == finding.rule)


@dataclass(frozen=True, slots=True)
class Renewal:
    """A baseline that takes the place of an older one, and the difference in findings."""

    baseline: Baseline
    added: int
    removed: int
    kept: int
    """Those of the older one that this run says nothing about."""


def renew(old: Baseline, files: Iterable[Checked]) -> Renewal:
    """The baseline after a run: what it found, and of ``old`` what it says nothing about.

    What a configuration or a comment accepts is not in it: that has its own reason. Documents that
    are no more are dropped.
    """
    found: dict[str, set[Known]] = {}
    kept: dict[str, set[Known]] = {}
    for file in files:
        known = old.known_of(file.path)
        met = _met(file, known)
        name = old.name_of(file.path)
        found[name] = {_as_known(finding) for finding in _to_write(file)}
        kept[name] = {each for each in known if each not in met and not _is_answered(each, file)}
    for name, entries in old.files.items():
        if name not in found and (old.path.parent / name).exists():
            kept[name] = set(entries)
    after = {
        name: tuple(sorted(found.get(name, set()) | kept.get(name, set()), key=order))
        for name in found.keys() | kept.keys()
    }
    return Renewal(
        Baseline(old.path, after),
        added=len(_identities(after) - _identities(old.files)),
        removed=len(_identities(old.files) - _identities(after)),
        kept=sum(map(len, kept.values())),
    )


def _to_write(file: Checked) -> Iterator[Finding]:
    """What is not accepted otherwise, and may be."""
    yield from (each for each in file.report.findings if _may_be_known(each, file))
    yield from (each.finding for each in file.report.suppressed if each.by is Means.BASELINE)


def _as_known(finding: Finding) -> Known:
    return Known(
        finding.rule, finding.fingerprint, finding.expected, finding.actual, finding.message
    )


def _identities(files: Mapping[str, Iterable[Known]]) -> set[object]:
    return {(name, known.identity) for name, entries in files.items() for known in entries}


def _is_answered(known: Known, file: Checked) -> bool:
    rules = [rule for rule in file.rules if rule.is_called(known.rule)]
    return not file.report.error and file.answered(*rules)


def _rules_of(entries: Iterable[Known]) -> str:
    counts = Counter(known.rule for known in entries)
    return listed(
        say("{what} {count} 条", what=rule, count=count) for rule, count in sorted(counts.items())
    )
