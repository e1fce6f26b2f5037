"""Every unkindness of the PDF rendering by itself, throughout a document."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from fictional.figures import Options
from fictional.final_figures import Options as FinalOptions
from fictional.final_model import build_final
from fictional.model import build
from fictional.pdf_sheets import SHORT, Sheet, bound
from fictional.render_pdf import PLAIN, UNKIND, Style, render_pdf
from reading import assert_paragraphs, assert_tables

from budgetlint.document import Paragraph
from budgetlint.readers import read

if TYPE_CHECKING:
    from pathlib import Path

    from fictional.blocks import Printed
    from fictional.pdf_sheets import Shape

    from budgetlint.document import Document

PRINTED = {
    "budget": build(Options(unit_tables="元", unit_part=False)),
    "final": build_final(),
}
STYLES: dict[str, Style] = {
    "plain": PLAIN,
    **{f"rules-{one}": replace(UNKIND, rules=(one,)) for one in UNKIND.rules},
    **{f"shape-{one}": replace(UNKIND, shapes=(one,)) for one in UNKIND.shapes},
    **{f"repeat-{one}": replace(UNKIND, repeat=(one,)) for one in sorted(set(UNKIND.repeat))},
    **{f"hand-{one}": replace(UNKIND, hands=(one,)) for one in sorted(set(UNKIND.hands))},
    "one-font": replace(UNKIND, latin=False),
    "no-header": replace(UNKIND, running=False),
    "not-bound": replace(UNKIND, mirrored=False),
    "first-row-alone-on-its-page": replace(UNKIND, foot=96),
}


def read_bytes(content: bytes, folder: Path) -> Document:
    path = folder / "document.pdf"
    path.write_bytes(content)
    return read(path)


def assert_read(document: Document, printed: Printed) -> None:
    assert_tables(document, printed)
    assert_paragraphs(document, printed)
    assert not document.unread


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("name", PRINTED)
def test_document_is_read_in_every_style(name: str, style: str, tmp_path: Path) -> None:
    document = read_bytes(render_pdf(PRINTED[name], STYLES[style]), tmp_path)
    assert_read(document, PRINTED[name])


def test_document_is_read_that_only_forbids_changes(tmp_path: Path) -> None:
    content = render_pdf(PRINTED["final"], password="")
    assert_read(read_bytes(content, tmp_path), PRINTED["final"])


def test_indented_line_on_the_facing_page_begins_a_paragraph(tmp_path: Path) -> None:
    """Its indent is as deep as the other page's binding margin."""
    printed = build_final(FinalOptions(carry_over=True, other_income=True, fund=True))
    shapes: tuple[Shape, ...] = ("portrait", "turned", "turned")
    style = Style(foot=86.78, shapes=shapes, repeat=("header", "all", "all", "all"))
    assert_read(read_bytes(render_pdf(printed, style), tmp_path), printed)


def test_page_header_may_stand_a_hair_higher_on_some_pages(tmp_path: Path) -> None:
    sheets = [Sheet("portrait") for _ in range(4)]
    for number, sheet in enumerate(sheets):
        shift = 0.02 if number % 2 else -0.02
        sheet.centred(0, SHORT, sheet.height - 50 + shift, 9, "青禾县农业农村局部门预算")
        sheet.text(105, 600, 12, f"本页说明第{number}项工作。")
    document = read_bytes(bound(sheets, ""), tmp_path)
    texts = [block.text for block in document.blocks if isinstance(block, Paragraph)]
    assert texts == [f"本页说明第{number}项工作。" for number in range(4)]
