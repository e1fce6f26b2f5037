"""The tables of ``--statistics`` and ``--show-checks``."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from budgetlint.lang import headed, listed, say
from budgetlint.report import CheckCoverage
from budgetlint.reporters.counts import by_rule
from budgetlint.reporters.layout import INDENT
from budgetlint.reporters.overview import STYLES
from budgetlint.reporters.spans import Line
from budgetlint.reporters.wording import printable
from budgetlint.reporters.wrapping import pad, width

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from budgetlint.report import FileReport, Report
    from budgetlint.reporters import Canvas
    from budgetlint.reporters.layout import Layout

_GAP = "  "
_NONE = "-"


def asked_for(report: Report, canvas: Canvas, layout: Layout) -> Iterator[Line]:
    """The tables on all files together that the canvas asks for, each after an empty line."""
    if canvas.statistics:
        yield from statistics(report, layout)
    if canvas.show_checks:
        yield from checks(report.files, titles(report), layout)


def statistics(report: Report, layout: Layout) -> Iterator[Line]:
    """How often each rule spoke; nothing where none did."""
    counts = by_rule(report)
    if not counts:
        return
    accepted = any(each.suppressed for each in counts)
    titles = say("条数|文件|已忽略").split("|")
    styled = zip(titles, ("bold", "", "dim"), strict=True)
    heads = [_Head(title, style) for title, style in styled][: 3 if accepted else 2]
    wide = max(width(each.severity.label) for each in counts)
    rows = []
    for each in counts:
        numbers = [each.findings, each.files, *([each.suppressed] if accepted else [])]
        name = printable(f"{_GAP}{each.rule} {each.title or each.name}")
        rows.append(
            (numbers, Line.of((pad(each.severity.label, wide), STYLES[each.severity]), name))
        )
    yield Line()
    yield Line.of((say("各规则的条数"), "bold"))
    yield from _table(heads, say("级别  规则"), rows, layout)


def checks(
    files: Iterable[FileReport], titles: Mapping[str, str], layout: Layout
) -> Iterator[Line]:
    """How often each rule's checks held, failed or could not be made, and why not."""
    merged = _merged(files)
    if not merged:
        return
    counted = {code: (each.held, each.failed, each.skipped) for code, each in merged.items()}
    rows = [
        (numbers, Line.of(printable(f"{code} {titles.get(code, '')}".rstrip())))
        for code, numbers in counted.items()
        if any(numbers)
    ]
    styled = zip(say("相符|不符|未核对").split("|"), ("green", "red", "yellow"), strict=True)
    heads = [_Head(title, style) for title, style in styled]
    yield Line()
    yield Line.of((say("核对明细"), "bold"))
    yield from _table(heads, say("所查的问题"), rows, layout)
    for reason, codes in _by_reason(merged).items():
        yield from layout.field(say("未核"), Line.of(printable(headed(listed(codes), reason))))
    if idle := [code for code, numbers in counted.items() if not any(numbers)]:
        yield from layout.field(
            say("其余"), Line.of(headed(listed(idle), say("没有遇到要核对的内容")))
        )


def titles(report: Report) -> dict[str, str]:
    """The title of every rule by its code."""
    return {entry.code: entry.shown_title for entry in report.rules}


def _merged(files: Iterable[FileReport]) -> dict[str, CheckCoverage]:
    merged: defaultdict[str, CheckCoverage] = defaultdict(CheckCoverage)
    for file in files:
        for code, each in file.coverage.checks.items():
            total = merged[code]
            total.held += each.held
            total.failed += each.failed
            total.skipped += each.skipped
            total.reasons += [reason for reason in each.reasons if reason not in total.reasons]
    return dict(sorted(merged.items()))


def _by_reason(checks: Mapping[str, CheckCoverage]) -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for code, each in checks.items():
        for reason in each.reasons:
            found[reason].append(code)
    return found


@dataclass(frozen=True, slots=True)
class _Head:
    """The title of a column of numbers, and the style of those that are not 0."""

    title: str
    style: str = ""


def _table(
    heads: Sequence[_Head],
    last: str,
    rows: Sequence[tuple[Sequence[int], Line]],
    layout: Layout,
) -> Iterator[Line]:
    """Numbers set to the right, and at the end of each row a text that may take several lines."""
    widths = [
        max(width(head.title), *(len(str(numbers[at])) for numbers, _ in rows), 0)
        for at, head in enumerate(heads)
    ]
    titles = [(_right(head.title, size), "dim") for head, size in zip(heads, widths, strict=True)]
    yield _row(titles, Line.of((last, "dim")))
    margin = len(INDENT) + sum(size + len(_GAP) for size in widths)
    for numbers, text in rows:
        cells = [
            (_right(str(number or _NONE), size), head.style if number else "dim")
            for number, head, size in zip(numbers, heads, widths, strict=True)
        ]
        yield from layout.hanging(_row(cells, Line()), margin, text)


def _row(cells: Sequence[tuple[str, str]], text: Line) -> Line:
    spaced = [part for cell in cells for part in (cell, _GAP)]
    return Line.of(INDENT, *spaced, text)


def _right(text: str, columns: int) -> str:
    return pad("", columns - width(text)) + text
