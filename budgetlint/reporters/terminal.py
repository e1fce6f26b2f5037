"""The report for people: grouped by file, one block for each finding, one line at the end.

Text of a document never passes through markup: everything is a ``rich.text.Text``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from budgetlint.finding import Severity
from budgetlint.reporters.wording import (
    excerpt,
    identity,
    logical_place,
    part_name,
    part_names,
    physical_place,
    printable,
)
from budgetlint.reporters.wrapping import break_lines, pad

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from budgetlint.finding import Finding
    from budgetlint.location import Location, PartRef
    from budgetlint.report import FileReport, Report
    from budgetlint.reporters import Canvas

WIDEST = 120
"""Longer lines are hard to read, however wide the window is."""
RELATED_SHOWN = 5
_EXCERPT = 96
_RELATED_EXCERPT = 32
_INDENT = "  "
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


def _coloured(lines: Iterable[Text]) -> str:
    from io import StringIO  # noqa: PLC0415

    from rich.console import Console  # noqa: PLC0415 (slow, and not for a pipe)

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
        console.print(line, soft_wrap=True)
    return out.getvalue()


class _Page:
    """Builds the lines of a report for one canvas."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._width = min(canvas.width, WIDEST) if canvas.width else None
        self._arrow = f" {_first_that_encodes(('›', '>'), canvas.encoding)} "

    def lines(self, report: Report) -> Iterator[Text]:
        """Every line of the report."""
        spaced = False
        for file in report.files:
            block = list(self._file(file))
            if spaced or len(block) > 1:
                yield Text()
            spaced = len(block) > 1
            yield from block
        yield Text()
        yield from self._wrapped(self._summary(report))

    def _file(self, file: FileReport) -> Iterator[Text]:
        name = Text(printable(file.path), style="bold")
        if file.error:
            yield name
            yield from self._field(
                "错误", Text(f"{file.error.message}（{file.error.code}）"), _STYLES[Severity.ERROR]
            )
            return
        shown = [finding for finding in file.findings if self._is_shown(finding)]
        if shown:
            yield name
            yield from self._wrapped(Text(f"{identity(file.document)}；{_checked(file)}"), "dim")
        else:
            line = Text.assemble(name, "  ", (self._nothing_found(file), "green"))
            yield from self._wrapped(line)
        if unread := file.coverage.unread:
            more = f"（等 {len(unread)} 处）" if len(unread) > 1 else ""
            yield from self._field("未查", Text(printable(f"{unread[0]}{more}")))
        names = part_names(file.document)
        for finding in shown:
            yield Text()
            yield from self._finding(finding, names)

    def _is_shown(self, finding: Finding) -> bool:
        return self._canvas.show_info or finding.severity is not Severity.INFO

    def _nothing_found(self, file: FileReport) -> str:
        hidden = f"，另有 {len(file.findings)} 条提示" if file.findings else ""
        return f"未发现问题{hidden}（{_checked(file)}）"

    def _finding(self, finding: Finding, names: Mapping[PartRef, str]) -> Iterator[Text]:
        style = _STYLES[finding.severity]
        yield Text.assemble(
            (finding.severity.label, style), "  ", (finding.rule, "bold"), " ", finding.name
        )
        yield from self._wrapped(Text(printable(finding.message)), indent=_INDENT)
        part = finding.location.part
        if place := self._place(finding.location, _name(part, names)):
            yield from self._field("位置", Text(place))
        if finding.location.text:
            yield from self._field("原文", self._excerpt(finding.location, _EXCERPT))
        if finding.expected is not None:
            yield from self._field("应为", _values(finding.expected, finding.actual))
        for number, line in enumerate(self._related(finding, names)):
            yield from self._field("" if number else "相关", line)

    def _related(self, finding: Finding, names: Mapping[PartRef, str]) -> Iterator[Text]:
        """The first related places; their part only where it is another one."""
        own = finding.location.part
        for place in finding.related[:RELATED_SHOWN]:
            name = _name(place.part, names) if place.part != own else ""
            steps = self._place(place, name)
            content = self._excerpt(place, _RELATED_EXCERPT) if place.text else Text()
            yield Text.assemble(steps, "：" if steps and place.text else "", content)
        if len(finding.related) > RELATED_SHOWN:
            yield Text(f"等 {len(finding.related)} 处")

    def _place(self, place: Location, part: str) -> str:
        steps = self._arrow.join(logical_place(place, part))
        return "，".join(filter(None, (steps, physical_place(place))))

    def _excerpt(self, place: Location, limit: int) -> Text:
        pieces = excerpt(place, limit)
        if not place.mark:
            return Text(pieces.after)
        if not self._canvas.colour or not pieces.wrong:
            return Text(pieces.plain)
        return Text.assemble(pieces.before, (pieces.wrong, "reverse red"), pieces.after)

    def _summary(self, report: Report) -> Text:
        counts = report.count()
        unreadable = sum(1 for file in report.files if file.error)
        line = Text(f"共 {len(report.files)} 个文件")
        if unreadable:
            line.append(f"（{unreadable} 个未能检查）", _STYLES[Severity.ERROR])
        line.append("：")
        for number, (severity, unit) in enumerate(zip(Severity, ("个", "个", "条"), strict=True)):
            style = _STYLES[severity] if counts[severity] else ""
            line.append("，" if number else "")
            line.append(f"{counts[severity]} {unit}{severity.label}", style)
        if counts[Severity.INFO] and not self._canvas.show_info:
            line.append("（加 --show-info 列出）")
        return line.append(f"。{_totals(report.files)}。")

    def _field(self, label: str, content: Text, label_style: str = "dim") -> Iterator[Text]:
        """A labelled value; further lines hang below the value."""
        margin = _INDENT + " " * 6
        for number, line in enumerate(self._broken(content, len(margin))):
            head = (pad(label, 6), label_style) if number == 0 else (" " * 6, "")
            yield Text.assemble(_INDENT, head, line)

    def _wrapped(self, content: Text, style: str = "", indent: str = "") -> Iterator[Text]:
        for line in self._broken(content, len(indent)):
            line.stylize_before(style)
            yield Text.assemble(indent, line)

    def _broken(self, content: Text, margin: int) -> Iterator[Text]:
        room = None if self._width is None else max(20, self._width - margin)
        for start, end in break_lines(content.plain, room):
            yield content[start:end]


def _name(part: PartRef | None, names: Mapping[PartRef, str]) -> str:
    """What a part is called; one that the document does not list is named in full."""
    return "" if part is None else names.get(part, part_name(part))


def _values(expected: str, actual: str | None) -> Text:
    line = Text(printable(expected), style="green")
    if actual is None:
        return line
    return Text.assemble(line, "，实为 ", (printable(actual), "red"))


def _checked(file: FileReport) -> str:
    """What was looked at in one file."""
    return _totals([file]).removeprefix("核对")


def _totals(files: Iterable[FileReport]) -> str:
    covered = [file.coverage for file in files if not file.error]
    checks = [check for coverage in covered for check in coverage.checks.values()]
    held = sum(check.held for check in checks)
    skipped = sum(check.skipped for check in checks)
    tables = sum(len(coverage.statements) for coverage in covered)
    facts = sum(coverage.facts for coverage in covered)
    missed = f"，{skipped} 项未能核对" if skipped else ""
    return f"核对标准表格 {tables} 张、数据 {facts} 个，{held} 项相符{missed}"


def _first_that_encodes(signs: Sequence[str], encoding: str) -> str:
    for sign in signs[:-1]:
        try:
            sign.encode(encoding)
        except (UnicodeEncodeError, LookupError):
            continue
        return sign
    return signs[-1]
