"""The picture docs/terminal.svg: what a terminal shows of an example.

``PYTHONPATH=tests python -m terminal_picture`` draws it anew after a change of the report.
"""

from __future__ import annotations

import io
import re
from html import unescape
from pathlib import Path

from rich.console import Console
from rich.text import Text

from budgetlint.catalogue import catalogue
from budgetlint.configuration import Configuration
from budgetlint.linter import check_file
from budgetlint.report import Report
from budgetlint.reporters import Canvas, render

ROOT = Path(__file__).resolve().parents[1]
PICTURE = ROOT / "docs" / "terminal.svg"
EXAMPLE = "examples/faulty.docx"
SHOWN = 34
"""So many lines of the report are in the picture."""
_COLUMNS = 100
# rich's own drawing without the web font that it would load from elsewhere.
_DRAWING = """\
<svg viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{
  font-family: "Sarasa Mono SC", "Noto Sans Mono CJK SC", Consolas, monospace;
  font-size: {char_height}px; line-height: {line_height}px;
}}
.{unique_id}-title {{ font-size: 18px; font-weight: bold; font-family: sans-serif; }}
{styles}
</style>
<defs><clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" />
</clipPath>{lines}</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


def report_lines() -> list[str]:
    """The first lines of the report on the example, with the signs that colour them."""
    path = ROOT / EXAMPLE
    file = check_file(path, EXAMPLE, Configuration(catalogue(), isolated=True).settings_for(path))
    text = render("terminal", Report((file,)), Canvas(colour=True, width=_COLUMNS))
    return text.strip("\n").splitlines()[:SHOWN]


def drawn() -> str:
    """The picture."""
    console = Console(record=True, width=_COLUMNS, file=io.StringIO(), force_terminal=True)
    for line in report_lines():
        console.print(Text.from_ansi(line), soft_wrap=True)
    svg = console.export_svg(
        title=f"budgetlint check {EXAMPLE}", code_format=_DRAWING, unique_id="terminal"
    )
    return "".join(f"{line.rstrip()}\n" for line in svg.splitlines())


def words_in(svg: str) -> str:
    """The words of a picture, one after the other, without blanks."""
    pieces = re.findall(r"<text[^>]*>([^<]*)</text>", svg)
    return "".join(unescape("".join(pieces)).split())


if __name__ == "__main__":
    PICTURE.write_text(drawn(), encoding="utf-8")
