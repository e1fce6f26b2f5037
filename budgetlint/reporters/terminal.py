"""The report for people: grouped by file, one block for each finding, one line at the end."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from budgetlint.finding import Severity
from budgetlint.lang import headed, say
from budgetlint.report import count_by_severity
from budgetlint.reporters import tables
from budgetlint.reporters.layout import INDENT, Layout, as_text
from budgetlint.reporters.overview import STYLES, summary, totals
from budgetlint.reporters.spans import Line
from budgetlint.reporters.wording import (
    EXCERPT,
    counted,
    excerpt,
    identity,
    name_in,
    part_names,
    place_in_words,
    printable,
    rule_name,
    unrecognised,
    why_suppressed,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from budgetlint.finding import Finding
    from budgetlint.location import Location, PartRef
    from budgetlint.report import FileReport, Report, Suppressed
    from budgetlint.reporters import Canvas

RELATED_SHOWN = 5
_RELATED_EXCERPT = 32


def render(report: Report, canvas: Canvas) -> str:
    """The report as text for a terminal, a pipe or a text file."""
    return as_text(_Page(canvas).lines(report), canvas)


class _Page:
    """Builds the lines of a report for one canvas."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._layout = Layout(canvas)

    def lines(self, report: Report) -> Iterator[Line]:
        """Every line of the report; blocks of several lines stand apart."""
        apart = False
        for file in report.files:
            block = list(self._file(file, report))
            if apart or len(block) > 1:
                yield Line()
            apart = len(block) > 1
            yield from block
        if self._canvas.statistics:
            yield from tables.asked_for(report, self._canvas, self._layout)
        yield Line()
        for notice in report.notices:
            said = printable(headed(notice.path, notice.message))
            yield from self._layout.field(
                say("注意"), Line.of(said), STYLES[Severity.WARNING], indent=""
            )
        yield from self._layout.wrapped(summary(report, self._canvas))

    def _file(self, file: FileReport, report: Report) -> Iterator[Line]:
        """What is said of one file; beside statistics only that little or nothing was checked."""
        if self._canvas.statistics:
            if file.error or file.is_unrecognised:
                yield from self._head(file, listed=False)
            return
        shown = [finding for finding in file.findings if self._is_shown(finding)]
        suppressed = file.suppressed if self._canvas.show_suppressed else ()
        yield from self._head(file, listed=bool(shown or suppressed))
        names = part_names(file.document)
        for finding in shown:
            yield Line()
            yield from self._finding(finding, names)
        for each in suppressed:
            yield Line()
            yield from self._suppressed(each, names)
        if self._canvas.show_checks:
            yield from tables.checks([file], tables.titles(report), self._layout)

    def _head(self, file: FileReport, *, listed: bool) -> Iterator[Line]:
        """The name of a file, and what it is or what became of it; then its findings if listed."""
        name = Line.of((printable(file.path), "bold"))
        if file.error:
            yield name
            sentence = say("{message}（{code}）", message=file.error.message, code=file.error.code)
            yield from self._layout.field(
                say("错误"), Line.of(printable(sentence)), STYLES[Severity.ERROR]
            )
        elif listed:
            yield name
            about = Line.of(identity(file.document), say("；"), totals([file]))
            yield from self._layout.wrapped(about, style="dim")
        else:
            yield from self._layout.wrapped(Line.of(name, "  ", self._nothing_found(file)))
        if unread := file.coverage.unread:
            more = say("（等 {count} 处）", count=len(unread)) if len(unread) > 1 else ""
            yield from self._layout.field(say("未查"), Line.of(printable(f"{unread[0]}{more}")))

    def _is_shown(self, finding: Finding) -> bool:
        return self._canvas.show_info or finding.severity is not Severity.INFO

    def _nothing_found(self, file: FileReport) -> Line:
        hints = count_by_severity(file.findings)[Severity.INFO]
        hidden = say("，另有 {hints}", hints=counted(Severity.INFO, hints)) if hints else ""
        if file.is_unrecognised:
            return Line.of((f"{unrecognised()}{hidden}", STYLES[Severity.WARNING]))
        found = say("未发现问题")
        if file.suppressed:
            found = say("未发现其他问题，已忽略 {count} 条", count=len(file.suppressed))
        looked_at = say("（{totals}）", totals=totals([file]))
        return Line.of((f"{found}{hidden}{looked_at}", "green"))

    def _suppressed(self, each: Suppressed, names: Mapping[PartRef, str]) -> Iterator[Line]:
        finding = each.finding
        yield from self._layout.wrapped(
            Line.of((say("忽略"), "dim"), "  ", (finding.rule, "dim"), " ", rule_name(finding))
        )
        yield from self._layout.wrapped(Line.of(printable(finding.message)), indent=INDENT)
        if place := self._place(finding.location, name_in(names, finding.location.part)):
            yield from self._layout.field(say("位置"), Line.of(place))
        yield from self._layout.field(say("理由"), Line.of(why_suppressed(each)))

    def _finding(self, finding: Finding, names: Mapping[PartRef, str]) -> Iterator[Line]:
        style = STYLES[finding.severity]
        head = Line.of(
            (finding.severity.label, style), "  ", (finding.rule, "bold"), " ", rule_name(finding)
        )
        yield from self._layout.wrapped(head)
        yield from self._layout.wrapped(Line.of(printable(finding.message)), indent=INDENT)
        if place := self._place(finding.location, name_in(names, finding.location.part)):
            yield from self._layout.field(say("位置"), Line.of(place))
        if finding.location.text:
            yield from self._layout.field(say("原文"), self._excerpt(finding.location, EXCERPT))
        if finding.expected is not None:
            yield from self._layout.field(say("应为"), _values(finding.expected, finding.actual))
        for number, line in enumerate(self._related(finding, names)):
            yield from self._layout.field("" if number else say("相关"), line)

    def _related(self, finding: Finding, names: Mapping[PartRef, str]) -> Iterator[Line]:
        """The first related places; their part and table only where it is another one."""
        own = finding.location
        for place in finding.related[:RELATED_SHOWN]:
            name = name_in(names, place.part) if place.part != own.part else ""
            steps = self._place(place, name, near=own)
            unmarked = replace(place, mark=None)
            text = self._excerpt(unmarked, _RELATED_EXCERPT) if place.text else Line()
            yield Line.of(steps, say("：") if steps and place.text else "", text)
        if len(finding.related) > RELATED_SHOWN:
            yield Line.of(say("等 {count} 处", count=len(finding.related)))

    def _place(self, place: Location, part: str, near: Location | None = None) -> str:
        return place_in_words(place, part, arrow=self._layout.arrow, near=near)

    def _excerpt(self, place: Location, limit: int) -> Line:
        pieces = excerpt(place, limit)
        if not place.mark:
            return Line.of(pieces.after)
        if not self._canvas.colour or not pieces.wrong:
            return Line.of(pieces.plain)
        return Line.of(pieces.before, (pieces.wrong, "reverse red"), pieces.after)


def _values(expected: str, actual: str | None) -> Line:
    line = Line.of((printable(expected), "green"))
    if actual is None:
        return line
    return Line.of(line, say("，实为 {value}", value=""), (printable(actual), "red"))
