"""The report with one line for each finding: for a quick look, for ``grep`` and for editors."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from budgetlint.finding import Severity
from budgetlint.lang import say
from budgetlint.reporters import overview, tables
from budgetlint.reporters.layout import Layout, as_text
from budgetlint.reporters.spans import Line
from budgetlint.reporters.wording import (
    name_in,
    part_names,
    place_in_words,
    printable,
    unrecognised,
    why_suppressed,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.location import Location
    from budgetlint.report import FileReport, Report
    from budgetlint.reporters import Canvas


def render(report: Report, canvas: Canvas) -> str:
    """Lines of the form ``path:place: severity CODE message``, never wrapped, and a summary."""
    return as_text(_Lines(canvas).of(report), canvas)


class _Lines:
    """Builds the lines of a report for one canvas."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._layout = Layout(canvas)

    def of(self, report: Report) -> Iterator[Line]:
        """Every line of the report."""
        for file in report.files:
            yield from self._file(file)
        for notice in report.notices:
            yield _line(notice.path, "", _note(), notice.message)
        yield from tables.asked_for(report, self._canvas, self._layout)
        yield from self._layout.wrapped(overview.summary(report, self._canvas))

    def _file(self, file: FileReport) -> Iterator[Line]:
        if file.error:
            label = (Severity.ERROR.label, overview.STYLES[Severity.ERROR])
            yield _line(file.path, "", label, f"{file.error.code} {file.error.message}")
        elif file.is_unrecognised:
            yield _line(file.path, "", _note(), unrecognised())
        if self._canvas.statistics:
            return
        names = part_names(file.document)
        for finding in file.findings:
            if self._canvas.show_info or finding.severity is not Severity.INFO:
                place = self._place(finding.location, name_in(names, finding.location.part))
                label = (finding.severity.label, overview.STYLES[finding.severity])
                path = finding.location.position.file or file.path
                yield _line(path, place, label, f"{finding.rule} {finding.message}")
        for each in file.suppressed if self._canvas.show_suppressed else ():
            finding = each.finding
            place = self._place(finding.location, name_in(names, finding.location.part))
            why = say("（{why}）", why=why_suppressed(each))
            said = f"{finding.rule} {finding.message}{why}"
            path = finding.location.position.file or file.path
            yield _line(path, place, (say("忽略"), "dim"), said)

    def _place(self, place: Location, part: str) -> str:
        position = place.position
        if position.line:
            return f"{position.line}:{position.column}" if position.column else f"{position.line}"
        here = replace(place, position=replace(position, file=None))  # it begins the line
        return place_in_words(here, part, arrow=self._layout.arrow)


def _note() -> tuple[str, str]:
    return say("注意"), overview.STYLES[Severity.WARNING]


def _line(path: str, place: str, label: tuple[str, str], said: str) -> Line:
    where = f":{place}: " if place else ": "
    return Line.of((printable(path), "bold"), where, label, f" {printable(said)}")
