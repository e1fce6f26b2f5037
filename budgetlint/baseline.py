"""A baseline: the findings of an earlier run, hidden until they change or are gone.

A finding is known again by file, fingerprint and values: a wrong amount that becomes another wrong
amount is a new defect, and is shown. The file is JSON with one finding in a line, sorted, so that
two versions of it can be compared and merged.
"""

from __future__ import annotations

import json
import os
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from budgetlint.catalogue import is_fixed
from budgetlint.errors import Complaint
from budgetlint.paths import display
from budgetlint.report import Means, Notice, Suppressed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from budgetlint.checked import Checked
    from budgetlint.finding import Finding

_MARK = "budgetlint-baseline"
_VERSION = 1
_FINGERPRINT = re.compile(r"[0-9a-f]{64}")
_ANEW = "请恢复原来的文件，或删去它后用 --write-baseline 重新生成。"


class BaselineError(Complaint):
    """A baseline that cannot be used; the message names it, says why and what to do."""


@dataclass(frozen=True, slots=True)
class Known:
    """A finding in a baseline. ``message`` is for people; the values tell whether it changed."""

    rule: str
    fingerprint: str
    expected: str | None = None
    actual: str | None = None
    message: str = ""

    @property
    def identity(self) -> tuple[str, str | None, str | None]:
        """What must be the same for a finding to be this one."""
        return (self.fingerprint, self.expected, self.actual)


@dataclass(frozen=True, slots=True)
class Baseline:
    """The known findings by document; the documents are named relative to its own folder."""

    path: Path
    files: dict[str, tuple[Known, ...]]

    def name_of(self, document: Path) -> str:
        """What a document is called in this baseline, on every system."""
        return _name_in(self.path, document)

    def known_of(self, document: Path) -> tuple[Known, ...]:
        """What is known of a document."""
        return self.files.get(self.name_of(document), ())

    @property
    def size(self) -> int:
        """The number of findings."""
        return sum(map(len, self.files.values()))


def _name_in(baseline: Path, document: Path) -> str:
    """The path from the folder of a baseline to a document, with ``/``, in composed characters."""
    folder = os.path.realpath(baseline.parent)
    target = Path(os.path.realpath(document.parent), document.name)
    try:
        relative = Path(os.path.relpath(target, folder))
    except ValueError:  # on another drive of Windows
        relative = target
    return _composed(os.fspath(relative))


def _composed(path: str) -> str:
    shown = path.replace("\\", "/").encode("utf-8", "backslashreplace").decode("utf-8")
    return unicodedata.normalize("NFC", shown)


def load(path: Path) -> Baseline:
    """The baseline in a file.

    Raises:
        BaselineError: it cannot be read or is none.
    """
    try:
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise BaselineError(
            f"没有找到基线文件 {display(path)}；请检查文件名，或用 --write-baseline 生成。"
        ) from error
    except OSError as error:
        raise BaselineError(f"基线文件 {display(path)} 无法读取：{error.strerror}。") from error
    try:
        data = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        if _MARK.encode() not in content:
            raise BaselineError(_none(path)) from error
        line = getattr(error, "lineno", None)
        where = f"（第 {line} 行附近不合 JSON 格式）" if line else ""
        raise BaselineError(f"基线文件 {display(path)} 已损坏{where}；{_ANEW}") from error
    return Baseline(path, _files(data, path))


def _none(path: Path) -> str:
    return f"{display(path)} 不是 budgetlint 的基线文件；请检查文件名。"


def _files(data: Any, path: Path) -> dict[str, tuple[Known, ...]]:
    if not isinstance(data, dict) or _MARK not in data:
        raise BaselineError(_none(path))
    if data[_MARK] != _VERSION:
        raise BaselineError(
            f"基线文件 {display(path)} 由更新的版本写成；请升级 budgetlint，或重新生成。"
        )
    try:
        return {
            _composed(name): tuple(sorted({_known(entry) for entry in entries}, key=_order))
            for name, entries in data["files"].items()
        }
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise BaselineError(f"基线文件 {display(path)} 的内容不完整；{_ANEW}") from error


def _known(entry: Any) -> Known:
    known = Known(
        entry["rule"],
        entry["fingerprint"],
        entry.get("expected"),
        entry.get("actual"),
        entry.get("message", ""),
    )
    texts = (known.rule, known.fingerprint, known.message)
    values = (known.expected, known.actual)
    if not all(isinstance(text, str) for text in texts) or not all(
        value is None or isinstance(value, str) for value in values
    ):
        raise TypeError
    if not _FINGERPRINT.fullmatch(known.fingerprint):
        raise ValueError
    return known


def _order(known: Known) -> tuple[str, str, str, str]:
    return (known.rule, known.fingerprint, known.expected or "", known.actual or "")


def dump(baseline: Baseline) -> str:
    """The text of the file: the same findings always give the same text."""
    files = []
    for name, entries in sorted(baseline.files.items()):
        lines = ",\n".join(f"      {_line(each)}" for each in sorted(entries, key=_order))
        if entries:
            files.append(f"    {_json(name)}: [\n{lines}\n    ]")
    listed = ",\n".join(files)
    inner = f"{{\n{listed}\n  }}" if files else "{}"
    return f'{{\n  "{_MARK}": {_VERSION},\n  "files": {inner}\n}}\n'


def _line(known: Known) -> str:
    values = {"expected": known.expected, "actual": known.actual}
    return _json(
        {
            "rule": known.rule,
            "message": known.message,
            **{key: value for key, value in values.items() if value is not None},
            "fingerprint": known.fingerprint,
        }
    )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def hide(file: Checked, baseline: Baseline) -> Checked:
    """The file with the findings that the baseline knows apart."""
    known = {each.identity for each in baseline.known_of(file.path)}
    report = file.report
    left: list[Finding] = []
    hidden: list[Finding] = []
    for finding in report.findings:
        entry = _as_known(finding, file)
        is_known = entry is not None and entry.identity in known
        (hidden if is_known else left).append(finding)
    suppressed = (Suppressed(finding, Means.BASELINE) for finding in hidden)
    report = replace(report, findings=tuple(left), suppressed=(*report.suppressed, *suppressed))
    return replace(file, report=report)


def stale(files: Iterable[Checked], baseline: Baseline) -> tuple[Notice, ...]:
    """What of a baseline does not hold any more, in the files that were checked."""
    sentences = (sentence for file in files for sentence in _stale_in(file, baseline))
    return tuple(Notice(display(baseline.path), sentence) for sentence in sentences)


def _stale_in(file: Checked, baseline: Baseline) -> Iterator[str]:
    every = (*file.report.findings, *(each.finding for each in file.report.suppressed))
    present = {(f.fingerprint, f.expected, f.actual) for f in every}
    places = {finding.fingerprint for finding in every}
    over = [
        known
        for known in baseline.known_of(file.path)
        if known.identity not in present and _is_answered(known, file)
    ]
    gone = [known for known in over if known.fingerprint not in places]
    changed = [known for known in over if known.fingerprint in places]
    if gone:
        yield (
            f"{file.report.path} 有 {len(gone)} 条已不存在（{_rules_of(gone)}），"
            "可用 --write-baseline 更新基线。"
        )
    if changed:
        yield (
            f"{file.report.path} 有 {len(changed)} 条的数值与列入基线时不同"
            f"（{_rules_of(changed)}），重新列出。"
        )


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
        name = old.name_of(file.path)
        found[name] = _found_in(file)
        identities = {known.identity for known in found[name]}
        kept[name] = {
            known
            for known in old.known_of(file.path)
            if known.identity not in identities and not _is_answered(known, file)
        }
    for name, entries in old.files.items():
        if name not in found and (old.path.parent / name).exists():
            kept[name] = set(entries)
    names = found.keys() | kept.keys()
    files_now = {
        name: tuple(sorted(found.get(name, set()) | kept.get(name, set()), key=_order))
        for name in names
    }
    before = {(name, k.identity) for name, entries in old.files.items() for k in entries}
    after = {(name, k.identity) for name, entries in files_now.items() for k in entries}
    return Renewal(
        Baseline(old.path, files_now),
        added=len(after - before),
        removed=len(before - after),
        kept=sum(map(len, kept.values())),
    )


def _found_in(file: Checked) -> set[Known]:
    accepted = (each.finding for each in file.report.suppressed if each.by is Means.BASELINE)
    entries = (_as_known(finding, file) for finding in (*file.report.findings, *accepted))
    return {known for known in entries if known is not None}


def _as_known(finding: Finding, file: Checked) -> Known | None:
    """A finding as it stands in a baseline; None for what must never be hidden."""
    if any(is_fixed(rule) for rule in file.rules if rule.code == finding.rule):
        return None
    return Known(
        finding.rule, finding.fingerprint, finding.expected, finding.actual, finding.message
    )


def _is_answered(known: Known, file: Checked) -> bool:
    rules = [rule for rule in file.rules if rule.is_called(known.rule)]
    return not file.report.error and file.answered(*rules)


def _rules_of(entries: Sequence[Known]) -> str:
    counts = Counter(known.rule for known in entries)
    return "、".join(f"{rule} {count} 条" for rule, count in sorted(counts.items()))
