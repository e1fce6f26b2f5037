"""docs/formats.md names every format, with its suffixes; its samples are run by test_readme."""

from __future__ import annotations

import re

from project import ROOT

from budgetlint.reporters import FORMATS

PAGE = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")


def test_the_table_lists_every_format_with_its_suffixes() -> None:
    rows = re.findall(r"^\| `(\w+)` \| (.*?) ?\|", PAGE, re.MULTILINE)[: len(FORMATS)]
    listed = {name: tuple(re.findall(r"`(\.[\w.]+)`", suffixes)) for name, suffixes in rows}
    assert listed == {name: each.suffixes for name, each in FORMATS.items()}


def test_every_format_but_the_two_with_pages_of_their_own_has_a_sample() -> None:
    headings = set(re.findall(r"^### (\w+)$", PAGE, re.MULTILINE))
    assert headings == set(FORMATS) - {"json", "github"}


def test_the_table_of_levels_lists_every_format() -> None:
    _, _, levels = PAGE.partition("## 各种格式怎样表示级别")
    table, _, _ = levels.partition("## 统计")
    rows = re.findall(r"^\| (`.*?) \|", table, re.MULTILINE)
    assert {name for row in rows for name in re.findall(r"`(\w+)`", row)} == set(FORMATS)
