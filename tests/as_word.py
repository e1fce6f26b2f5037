"""A document of the tests in the form that Word has it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from docx import Document

if TYPE_CHECKING:
    from pathlib import Path


def as_word(source: Path, folder: Path) -> Path:
    """The text file as a Word document in ``folder``, each cell in its place."""
    written = Document()
    lines = source.read_text(encoding="utf-8").splitlines()
    for is_table, group in groupby(lines, key=lambda line: line.startswith("|")):
        if not is_table:
            for line in filter(None, group):
                written.add_paragraph(line)
            continue
        rows = [[text.strip() for text in line.strip("|").split("|")] for line in group]
        table = written.add_table(len(rows), max(map(len, rows)))
        for row, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=False):
                cell.text = text
    path = folder / f"{source.stem}.docx"
    written.save(str(path))
    return path
