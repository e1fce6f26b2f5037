"""Reporters: a report in, text out. One module per format, imported only when it is asked for."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from budgetlint.report import Report


@dataclass(frozen=True, slots=True)
class Canvas:
    """What a report is written on, and how much of it. Only formats for people look at it.

    ``width`` None means that lines are never wrapped (a pipe or a file). ``encoding`` is that of
    the stream, whose signs can be used. ``show_checks`` adds what was verified and held, rule by
    rule; ``statistics`` gives the number of findings of each rule instead of the findings.
    """

    colour: bool = False
    width: int | None = None
    encoding: str = "utf-8"
    show_info: bool = False
    show_suppressed: bool = False
    show_checks: bool = False
    statistics: bool = False


class Reporter(Protocol):
    """What a reporter module is: a function from a report to text that ends with a line break."""

    def render(self, report: Report, canvas: Canvas) -> str:
        """The report as text."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format by its module and the suffixes of files that are written in it.

    ``utf8`` formats are read by a program that takes nothing but UTF-8 and have no way to write
    Han characters in another encoding.
    """

    module: str
    suffixes: tuple[str, ...] = ()
    utf8: bool = False


FORMATS: dict[str, Format] = {
    "terminal": Format("terminal", (".txt",)),
    "concise": Format("concise"),
    "json": Format("json_report", (".json",)),
    "jsonl": Format("jsonl", (".jsonl", ".ndjson")),
    "sarif": Format("sarif", (".sarif", ".sarif.json")),
    "junit": Format("junit", (".xml",), utf8=True),
    "github": Format("github", utf8=True),
    "gitlab": Format("gitlab"),
    "rdjson": Format("rdjson"),
}
"""Every format by the name used for ``--format`` and ``--output``."""


def render(format_name: str, report: Report, canvas: Canvas) -> str:
    """The report in a format of :data:`FORMATS`."""
    module = importlib.import_module(f"{__name__}.{FORMATS[format_name].module}")
    return cast("Reporter", module).render(report, canvas)


def format_for(filename: str) -> str | None:
    """The format that a file of this name is written in, by the longest suffix known, or None."""
    found = [
        (len(suffix), name)
        for name, known in FORMATS.items()
        for suffix in known.suffixes
        if filename.lower().endswith(suffix)
    ]
    return max(found)[1] if found else None
