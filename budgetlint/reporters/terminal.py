"""The report for people: grouped by file, one block for each finding, one line at the end."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from budgetlint.finding import Severity
from budgetlint.report import Means
from budgetlint.reporters.spans import Line
from budgetlint.reporters.wording import (
    excerpt,
    identity,
    name_in,
    part_names,
    place_in_words,
    printable,
)
from budgetlint.reporters.wrapping import break_lines, pad

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from budgetlint.finding import Finding
    from budgetlint.location import Location, PartRef
    from budgetlint.report import FileReport, Report, Suppressed
    from budgetlint.reporters import Canvas

WIDEST = 120
"""Longer lines are hard to read, however wide the window is."""
RELATED_SHOWN = 5
_NARROWEST = 20
_EXCERPT = 96
_RELATED_EXCERPT = 32
_INDENT = "  "
_LABEL = 6
_STYLES = {
    Severity.ERROR: "bold red",
    Severity.WARNING: "bold yellow",
    Severity.INFO: "bold cyan",
}


def render(report: Report, canvas: Canvas) -> str:
    """The report as text for a terminal, a pipe or a text file."""
    lines = _Page(canvas).lines(report)
    if canvas.colour:
        return _coloured(lines)
    return "".join(f"{line.plain}\n" for line in lines)


def _coloured(lines: Iterable[Line]) -> str:
    """The lines with escape sequences; the canvas alone decides, not the environment."""
    from io import StringIO  # noqa: PLC0415

    from rich.console import Console  # noqa: PLC0415 (slow, and not for a pipe)
    from rich.text import Text  # noqa: PLC0415

    out = StringIO()
    console = Console(
        file=out,
        force_terminal=True,
        color_system="standard",
        no_color=False,
        markup=False,
        highlight=False,
        emoji=False,
        legacy_windows=False,
        _environ={},
    )
    for line in lines:
        console.print(Text.assemble(*line.spans), soft_wrap=True)
    return out.getvalue()


class _Page:
    """Builds the lines of a report for one canvas."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._width = min(canvas.width, WIDEST) if canvas.width else None
        self._arrow = f" {_first_that_encodes(('›', '>'), canvas.encoding)} "

    def lines(self, report: Report) -> Iterator[Line]:
        """Every line of the report; blocks of several lines stand apart."""
        apart = False
        for file in report.files:
            block = list(self._file(file))
            if apart or len(block) > 1:
                yield Line()
            apart = len(block) > 1
            yield from block
        yield Line()
        for notice in report.notices:
            said = printable(f"{notice.path}：{notice.message}")
            yield from self._field("注意", Line.of(said), _STYLES[Severity.WARNING], indent="")
        yield from self._wrapped(self._summary(report))

    def _file(self, file: FileReport) -> Iterator[Line]:
        name = Line.of((printable(file.path), "bold"))
        if file.error:
            yield name
            sentence = printable(f"{file.error.message}（{file.error.code}）")
            yield from self._field("错误", Line.of(sentence), _STYLES[Severity.ERROR])
            return
        shown = [finding for finding in file.findings if self._is_shown(finding)]
        suppressed = file.suppressed if self._canvas.show_suppressed else ()
        if shown or suppressed:
            yield name
            about = Line.of(f"{identity(file.document)}；{_totals([file])}")
            yield from self._wrapped(about, style="dim")
        else:
            yield from self._wrapped(Line.of(name, "  ", self._nothing_found(file)))
        if unread := file.coverage.unread:
            more = f"（等 {len(unread)} 处）" if len(unread) > 1 else ""
            yield from self._field("未查", Line.of(printable(f"{unread[0]}{more}")))
        names = part_names(file.document)
        for finding in shown:
            yield Line()
            yield from self._finding(finding, names)
        for each in suppressed:
            yield Line()
            yield from self._suppressed(each, names)

    def _is_shown(self, finding: Finding) -> bool:
        return self._canvas.show_info or finding.severity is not Severity.INFO

    def _nothing_found(self, file: FileReport) -> Line:
        hidden = f"，另有 {len(file.findings)} 条提示" if file.findings else ""
        if file.is_unrecognised:
            sentence = f"没有认出这是预算或决算公开文件，几乎没有内容可核对{hidden}"
            return Line.of((sentence, _STYLES[Severity.WARNING]))
        found = "未发现问题"
        if file.suppressed:
            found = f"未发现其他问题，已忽略 {len(file.suppressed)} 条"
        return Line.of((f"{found}{hidden}（{_totals([file])}）", "green"))

    def _suppressed(self, each: Suppressed, names: Mapping[PartRef, str]) -> Iterator[Line]:
        finding = each.finding
        yield from self._wrapped(
            Line.of(("忽略", "dim"), "  ", (finding.rule, "dim"), " ", _named(finding))
        )
        yield from self._wrapped(Line.of(printable(finding.message)), indent=_INDENT)
        if place := self._place(finding.location, name_in(names, finding.location.part)):
            yield from self._field("位置", Line.of(place))
        yield from self._field("理由", Line.of(printable(_why(each))))

    def _finding(self, finding: Finding, names: Mapping[PartRef, str]) -> Iterator[Line]:
        style = _STYLES[finding.severity]
        head = Line.of(
            (finding.severity.label, style), "  ", (finding.rule, "bold"), " ", _named(finding)
        )
        yield from self._wrapped(head)
        yield from self._wrapped(Line.of(printable(finding.message)), indent=_INDENT)
        if place := self._place(finding.location, name_in(names, finding.location.part)):
            yield from self._field("位置", Line.of(place))
        if finding.location.text:
            yield from self._field("原文", self._excerpt(finding.location, _EXCERPT))
        if finding.expected is not None:
            yield from self._field("应为", _values(finding.expected, finding.actual))
        for number, line in enumerate(self._related(finding, names)):
            yield from self._field("" if number else "相关", line)

    def _related(self, finding: Finding, names: Mapping[PartRef, str]) -> Iterator[Line]:
        """The first related places; their part and table only where it is another one."""
        own = finding.location
        for place in finding.related[:RELATED_SHOWN]:
            name = name_in(names, place.part) if place.part != own.part else ""
            steps = self._place(place, name, near=own)
            unmarked = replace(place, mark=None)
            text = self._excerpt(unmarked, _RELATED_EXCERPT) if place.text else Line()
            yield Line.of(steps, "：" if steps and place.text else "", text)
        if len(finding.related) > RELATED_SHOWN:
            yield Line.of(f"等 {len(finding.related)} 处")

    def _place(self, place: Location, part: str, near: Location | None = None) -> str:
        return place_in_words(place, part, arrow=self._arrow, near=near)

    def _excerpt(self, place: Location, limit: int) -> Line:
        pieces = excerpt(place, limit)
        if not place.mark:
            return Line.of(pieces.after)
        if not self._canvas.colour or not pieces.wrong:
            return Line.of(pieces.plain)
        return Line.of(pieces.before, (pieces.wrong, "reverse red"), pieces.after)

    def _summary(self, report: Report) -> Line:
        counts = report.count()
        unreadable = sum(1 for file in report.files if file.error)
        line = Line.of(f"共 {len(report.files)} 个文件")
        if unreadable:
            line = Line.of(line, (f"（{unreadable} 个未能检查）", _STYLES[Severity.ERROR]))
        for severity, sign, unit in zip(Severity, "：，，", "个个条", strict=True):
            style = _STYLES[severity] if counts[severity] else ""
            line = Line.of(line, sign, (f"{counts[severity]} {unit}{severity.label}", style))
        if counts[Severity.INFO] and not self._canvas.show_info:
            line = Line.of(line, "（加 --show-info 列出）")
        if accepted := report.count_suppressed():
            counted = "、".join(f"{by.label} {accepted[by]} 条" for by in Means if accepted[by])
            more = "" if self._canvas.show_suppressed else "，加 --show-suppressed 列出"
            line = Line.of(line, f"，已忽略 {accepted.total()} 条（{counted}{more}）")
        if report.unloaded:
            missed = f"有 {len(report.unloaded)} 处规则没有加载，未参加检查"
            line = Line.of(line, "。", (missed, _STYLES[Severity.ERROR]))
        return Line.of(line, f"。核对{_totals(report.files)}。")

    def _field(
        self, label: str, content: Line, label_style: str = "dim", indent: str = _INDENT
    ) -> Iterator[Line]:
        """A labelled value; further lines hang below the value."""
        for number, line in enumerate(self._broken(content, len(indent) + _LABEL)):
            yield Line.of(indent, (pad("" if number else label, _LABEL), label_style), line)

    def _wrapped(self, content: Line, style: str = "", indent: str = "") -> Iterator[Line]:
        for line in self._broken(content.under(style), len(indent)):
            yield Line.of(indent, line)

    def _broken(self, content: Line, margin: int) -> Iterator[Line]:
        room = None if self._width is None else max(_NARROWEST, self._width - margin)
        for start, end in break_lines(content.plain, room):
            yield content.cut(start, end)


def _named(finding: Finding) -> str:
    return f"{finding.title}（{finding.name}）" if finding.title else finding.name


def _why(each: Suppressed) -> str:
    """The reason for a suppression, by what it was given, and for how long."""
    until = f"，至 {each.until.isoformat()}" if each.until else ""
    return f"{each.reason}（{each.by.label}{until}）" if each.reason else f"已列入{each.by.label}"


def _values(expected: str, actual: str | None) -> Line:
    line = Line.of((printable(expected), "green"))
    if actual is None:
        return line
    return Line.of(line, "，实为 ", (printable(actual), "red"))


def _totals(files: Iterable[FileReport]) -> str:
    """What was looked at in the files that could be read."""
    covered = [file.coverage for file in files if not file.error]
    checks = [check for coverage in covered for check in coverage.checks.values()]
    held = sum(check.held for check in checks)
    skipped = sum(check.skipped for check in checks)
    tables = sum(len(coverage.statements) for coverage in covered)
    facts = sum(coverage.facts for coverage in covered)
    missed = f"，{skipped} 项未能核对" if skipped else ""
    return f"标准表格 {tables} 张、数据 {facts} 个，{held} 项相符{missed}"


def _first_that_encodes(signs: Sequence[str], encoding: str) -> str:
    for sign in signs[:-1]:
        try:
            sign.encode(encoding)
        except (UnicodeEncodeError, LookupError):
            continue
        return sign
    return signs[-1]
