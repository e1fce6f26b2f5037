"""The readers see the same document in every rendering of the fictional department."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from fictional.blocks import Caption, Cell, Printed, TableBlock
from fictional.figures import Options
from fictional.final_figures import Options as FinalOptions
from fictional.final_model import build_final
from fictional.model import build
from fictional.render_docx import caption_row
from linting import FORMATS, write_printed
from reading import assert_paragraphs, assert_tables, squeezed

from budgetlint.document import Paragraph, Table
from budgetlint.readers import read

if TYPE_CHECKING:
    from pathlib import Path

    from budgetlint.document import Document

DOCUMENTS = {
    "base": build(),
    "yuan": build(Options(unit_tables="元", unit_part=False)),
    "all": build(
        Options(carry_over=True, other_income=True, split_postage=True, meeting_rows=True)
    ),
    "text-only": build(Options(standard_tables=False)),
    "final-national": build_final(),
    "final-shanghai": build_final(FinalOptions("shanghai", carry_over=True, other_income=True)),
}


def rendered(printed: Printed, kind: str, folder: Path) -> Document:
    """The document as its reader sees it in one format."""
    return read(write_printed(printed, kind, folder))


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_tables_are_read_as_printed(name: str, kind: str, tmp_path: Path) -> None:
    document = rendered(DOCUMENTS[name], kind, tmp_path)
    assert_tables(document, DOCUMENTS[name])
    assert not document.unread


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_plain_rows_keep_their_columns(name: str, kind: str, tmp_path: Path) -> None:
    printed = DOCUMENTS[name]
    wanted = [block for block in printed.blocks if isinstance(block, TableBlock)]
    document = rendered(printed, kind, tmp_path)
    tables = [block for block in document.blocks if isinstance(block, Table)]
    for table, block in zip(tables, wanted, strict=True):
        if not block.header:
            continue  # performance tables have merged cells, which plain text does not tell
        seen = [[squeezed(c.text) if c else "" for c in line] for line in table.grid]
        for line in block.rows:
            if len(line) < block.width:
                continue
            texts = [squeezed(cell.text) for cell in line]
            assert texts in [other[: len(texts)] for other in seen], block.id


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_paragraphs_are_read_with_their_numbers(name: str, kind: str, tmp_path: Path) -> None:
    assert_paragraphs(rendered(DOCUMENTS[name], kind, tmp_path), DOCUMENTS[name])


def test_accepted_view_of_the_tracked_change(tmp_path: Path) -> None:
    document = rendered(build(), "docx", tmp_path)
    texts = [block.text for block in document.blocks if isinstance(block, Paragraph)]
    assert sum("人员经费1181.03万元" in text for text in texts) == 2
    assert not any("1160.00" in text for text in texts)
    assert any(remark.kind == "tracked-change" for remark in document.remarks)


def test_pages_of_headings_are_those_of_the_contents(tmp_path: Path) -> None:
    document = rendered(build(), "docx", tmp_path)
    paragraphs = [block for block in document.blocks if isinstance(block, Paragraph)]
    told = [block.text.split("\t") for block in paragraphs if "\t" in block.text]
    for title, page in told[-9:]:
        last = [b for b in paragraphs if b.text == title][-1]
        assert last.position().page == int(page)


def test_caption_row_covers_the_width() -> None:
    row = caption_row(Caption("单位", "年度", "万元").texts, 13)
    assert [cell.colspan for cell in row] == [5, 4, 4]
    assert row[0] == Cell("单位", 5)
