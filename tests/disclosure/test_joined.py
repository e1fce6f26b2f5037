"""Tables and text published apart: read together they are the one disclosure they belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from project import ROOT

from budgetlint.disclosure import Disclosure, understand
from budgetlint.document import Table, in_file
from budgetlint.linter import check_disclosure
from budgetlint.readers import read
from budgetlint.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from budgetlint.document import Document
    from budgetlint.finding import Finding

WHOLE = ROOT / "examples" / "clean.txt"
TABLES = "预算表.txt"
_HEADING = 2


def _cut(text: str) -> tuple[str, str]:
    """The example as two files: the standard tables, and the rest.

    The two lines that say that the unit's part begins stand in both.
    """
    lines = text.splitlines()
    disclosure = understand(read(WHOLE))
    tables: list[str] = []
    rest: list[str] = []
    ends = [part.start for part in disclosure.outline.parts[1:]]
    starts = [0, *(_line(disclosure.document, at) for at in ends), len(lines)]
    for part, start, end in zip(disclosure.outline.parts, starts, starts[1:], strict=False):
        middle = (part.sections[0].line.paragraph.position().line or 0) - 1
        tables += lines[start:middle]
        rest += (lines[start : start + _HEADING] if start else []) + lines[middle:end]
    return "\n".join(tables), "\n".join(rest)


def _line(document: Document, block: int) -> int:
    at = document.blocks[block]
    position = at.position if isinstance(at, Table) else at.position()
    return (position.line or 1) - 1


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """The text and the tables of the example as files of their own."""
    tables, rest = _cut(WHOLE.read_text(encoding="utf-8"))
    (tmp_path / TABLES).write_text(tables, encoding="utf-8")
    (tmp_path / "说明.txt").write_text(rest, encoding="utf-8")
    return tmp_path / "说明.txt", tmp_path / TABLES


def _together(text: Path, tables: Path) -> Disclosure:
    return understand(read(text), others=[in_file(read(tables), TABLES)])


def _serious(disclosure: Disclosure) -> list[Finding]:
    report = check_disclosure(disclosure, "说明.txt", Settings())
    return [finding for finding in report.findings if finding.severity != "info"]


def test_together_they_say_what_the_whole_says(files: tuple[Path, Path]) -> None:
    whole, together = understand(read(WHOLE)), _together(*files)
    assert together.statement_names == whole.statement_names
    assert len(together.facts) == len(whole.facts)
    assert together.diagnosis.held == whole.diagnosis.held
    assert _serious(together) == []


def test_alone_the_text_lacks_its_tables(files: tuple[Path, Path]) -> None:
    assert understand(read(files[0])).statements == ()


def test_a_contradiction_between_them_names_both_files(files: tuple[Path, Path]) -> None:
    text, tables = files
    said = text.read_text(encoding="utf-8")
    assert "基本支出1316.30万元" in said
    text.write_text(said.replace("基本支出1316.30万元", "基本支出1361.30万元", 1), encoding="utf-8")
    (finding,) = _serious(_together(text, tables))
    assert finding.rule == "BL501"
    assert finding.location.position.file is None
    assert TABLES in {place.position.file for place in finding.related}


def test_their_order_does_not_matter_for_what_is_found(files: tuple[Path, Path]) -> None:
    text, tables = files
    swapped = understand(read(tables), others=[in_file(read(text), "说明.txt")])
    assert _serious(swapped) == []
    assert len(swapped.facts) == len(_together(text, tables).facts)


def test_places_in_the_first_file_name_none(files: tuple[Path, Path]) -> None:
    together = _together(*files)
    named = {fact.location.position.file for fact in together.facts}
    assert named == {None, TABLES}
