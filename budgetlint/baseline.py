"""A baseline: the findings of an earlier run in a file.

The file is JSON with one finding in a line, sorted, so that two versions of it can be compared and
merged. What it does to the findings of a run is in :mod:`budgetlint.known_findings`.
"""

from __future__ import annotations

import json
import os
import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from budgetlint.errors import Complaint
from budgetlint.lang import say
from budgetlint.paths import display

_MARK = "budgetlint-baseline"
_VERSION = 1
_FINGERPRINT = re.compile(r"[0-9a-f]{64}")


class BaselineError(Complaint):
    """A baseline that cannot be used; the message names it, says why and what to do."""


@dataclass(frozen=True, slots=True)
class Known:
    """A finding in a baseline. ``message`` is for people; the values tell whether it changed."""

    rule: str
    fingerprint: str
    expected: str | None = None
    actual: str | None = None
    message: str = field(default="", compare=False)

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
            say(
                "没有找到基线文件 {file}；请检查文件名，或用 --write-baseline 生成。",
                file=display(path),
            )
        ) from error
    except OSError as error:
        raise BaselineError(
            say("基线文件 {file} 无法读取：{why}。", file=display(path), why=error.strerror)
        ) from error
    try:
        data = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        if _MARK.encode() not in content:
            raise BaselineError(_none(path)) from error
        line = getattr(error, "lineno", None)
        where = say("（第 {line} 行附近不合 JSON 格式）", line=line) if line else ""
        said = say("基线文件 {file} 已损坏{where}；", file=display(path), where=where)
        raise BaselineError(said + _anew()) from error
    return Baseline(path, _files(data, path))


def _none(path: Path) -> str:
    return say("{file} 不是 budgetlint 的基线文件；请检查文件名。", file=display(path))


def _anew() -> str:
    return say("请恢复原来的文件，或删去它后用 --write-baseline 重新生成。")


def _files(data: Any, path: Path) -> dict[str, tuple[Known, ...]]:
    if not isinstance(data, dict) or _MARK not in data:
        raise BaselineError(_none(path))
    if data[_MARK] != _VERSION:
        raise BaselineError(
            say(
                "基线文件 {file} 由更新的版本写成；请升级 budgetlint，或重新生成。",
                file=display(path),
            )
        )
    try:
        return {
            _composed(name): tuple(sorted({_known(entry) for entry in entries}, key=order))
            for name, entries in data["files"].items()
        }
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        said = say("基线文件 {file} 的内容不完整；", file=display(path))
        raise BaselineError(said + _anew()) from error


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


def order(known: Known) -> tuple[str, str, str, str]:
    """The order of the entries of a document."""
    return (known.rule, known.fingerprint, known.expected or "", known.actual or "")


def dump(baseline: Baseline) -> str:
    """The text of the file: the same findings always give the same text."""
    files = []
    for name, entries in sorted(baseline.files.items()):
        lines = ",\n".join(f"      {_line(each)}" for each in sorted(entries, key=order))
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
