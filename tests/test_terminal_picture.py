"""The picture in the README shows what the terminal shows today."""

from __future__ import annotations

from project import ROOT
from rich.text import Text
from terminal_picture import EXAMPLE, PICTURE, report_lines, words_in

_REDRAW = "PYTHONPATH=tests python -m terminal_picture draws docs/terminal.svg anew"


def test_the_picture_shows_todays_report() -> None:
    shown = words_in(PICTURE.read_text(encoding="utf-8"))
    wanted = ["".join(Text.from_ansi(line).plain.split()) for line in report_lines()]
    assert [line for line in wanted if line not in shown] == [], _REDRAW
    assert f"budgetlintcheck{EXAMPLE}" in shown


def test_the_picture_loads_nothing_from_elsewhere() -> None:
    svg = PICTURE.read_text(encoding="utf-8").replace('"http://www.w3.org/2000/svg"', "")
    assert "http" not in svg
    assert "@import" not in svg


def test_the_readme_shows_it() -> None:
    assert "(docs/terminal.svg)" in (ROOT / "README.md").read_text(encoding="utf-8")
