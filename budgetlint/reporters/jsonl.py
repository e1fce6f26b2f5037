"""The report as JSON lines: one finding a line, for programs that read as they go."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from budgetlint.reporters.json_report import (
    HEAD,
    file_as_dict,
    finding_as_dict,
    is_unicode,
    summary_as_dict,
    suppressed_as_dict,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.report import FileReport, Report
    from budgetlint.reporters import Canvas
    from budgetlint.reporters.json_report import Json


def render(report: Report, canvas: Canvas) -> str:
    """A line for each file, after it one for each of its findings, and a summary at the end.

    The last line tells a whole report from one that was cut off.
    """
    encode = json.JSONEncoder(ensure_ascii=not is_unicode(canvas.encoding)).encode
    return "".join(f"{encode(line)}\n" for line in _lines(report))


def _lines(report: Report) -> Iterator[Json]:
    """The lines as plain data; ``type`` says what a line is."""
    for file in report.files:
        yield from _of_file(file)
    for notice in report.notices:
        yield {"type": "notice", **asdict(notice)}
    unloaded = list(report.unloaded)
    yield {"type": "summary", **HEAD, **summary_as_dict(report), "unloaded": unloaded}


def _of_file(file: FileReport) -> Iterator[Json]:
    own = file_as_dict(file)
    for key in ("findings", "suppressed"):
        del own[key]
    yield {"type": "file", **own}
    for finding in file.findings:
        yield {"type": "finding", "path": file.path, **finding_as_dict(finding)}
    for each in file.suppressed:
        yield {"type": "suppressed", "path": file.path, **suppressed_as_dict(each)}
