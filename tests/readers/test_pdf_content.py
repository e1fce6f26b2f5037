"""The interpreter of pages: it sees what pdfminer's sees, and cuts any content into operators."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from fictional.model import build
from fictional.render_pdf import PLAIN, UNKIND, Style, render_pdf
from hypothesis import given
from hypothesis import strategies as st
from pdfminer.converter import PDFLayoutAnalyzer
from pdfminer.layout import LTChar, LTComponent, LTContainer, LTFigure, LTPage
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from readers.pdf_files import Page, pdf, stream

from budgetlint.readers.pdf_content import Interpreter
from budgetlint.readers.pdf_file import PdfFile
from budgetlint.readers.pdf_fonts import Fonts, to_unicode
from budgetlint.readers.pdf_radicals import ideographs
from budgetlint.readers.pdf_tokens import operations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.readers.pdf_marks import Glyph

Char = tuple[str, float, float]


class Collector(PDFLayoutAnalyzer):
    """Keeps what pdfminer draws, without layout."""

    def __init__(self) -> None:
        super().__init__(PDFResourceManager(), laparams=None)
        self.pages: list[LTPage] = []

    def receive_layout(self, ltpage: LTPage) -> None:
        self.pages.append(ltpage)


def chars(page: LTContainer[LTComponent]) -> Iterator[LTChar]:
    for item in page:
        if isinstance(item, LTFigure):
            yield from chars(item)
        elif isinstance(item, LTChar):
            yield item


def by_pdfminer(data: bytes) -> list[list[Char]]:
    """The characters of each page with the place of their baseline, from its upper left corner."""
    collector = Collector()
    interpreter = PDFPageInterpreter(collector.rsrcmgr, collector)
    for page in PDFPage.get_pages(io.BytesIO(data)):
        interpreter.process_page(page)
    return [
        [
            (ideographs(char.get_text()), round(char.matrix[4], 1), round(p.y1 - char.matrix[5], 1))
            for char in chars(p)
            if char.get_text().strip()
        ]
        for p in collector.pages
    ]


def by_us(data: bytes) -> list[list[Char]]:
    interpreter = Interpreter(Fonts())
    pages = []
    for page in PdfFile(data).pages():
        marks = interpreter.run(page)
        found: list[Char] = []
        for direction, glyphs in enumerate(marks.glyphs):
            found += [_place(glyph, direction) for glyph in glyphs]
        pages.append(found)
    return pages


def _place(glyph: Glyph, direction: int) -> Char:
    """Back from the frame of its direction: down is turned right, up is turned left."""
    x, y = ((glyph.x0, glyph.y), (-glyph.y, glyph.x0), (-glyph.x0, -glyph.y), (glyph.y, -glyph.x0))[
        direction
    ]
    return glyph.text, round(x, 1), round(y, 1)


# pdfminer leaves out the spacing between two strings of a line, which add up in a stretched one.
@pytest.mark.parametrize(("style", "off"), [(UNKIND, 9), (PLAIN, 0.3)], ids=["unkind", "plain"])
def test_every_character_is_where_pdfminer_sees_it(style: Style, off: float) -> None:
    data = render_pdf(build(), style)
    for ours, theirs in zip(by_us(data), by_pdfminer(data), strict=True):
        assert len(ours) == len(theirs)
        for (text, x, y), (other, u, v) in zip(_ordered(ours), _ordered(theirs), strict=True):
            assert text == other
            assert abs(x - u) < off
            assert abs(y - v) < 0.3


def _ordered(found: list[Char]) -> list[Char]:
    return sorted(found, key=lambda char: (char[0], round(char[2]), char[1]))


def shown(*operators: str) -> list[Glyph]:
    form = stream(b"", "/Type /XObject /Subtype /Form")
    data = pdf(Page().raw(" ".join(operators)), objects={"form1": form})
    (page,) = PdfFile(data).pages()
    return Interpreter(Fonts()).run(page).glyphs[0]


def test_spacing_scaling_and_rise_move_characters() -> None:
    a, b, c = shown("BT /Latin 10 Tf 2 Tc 50 Tz 3 Ts 1 0 0 1 100 742 Tm (ab) Tj 0 Ts (c) Tj ET")
    assert (a.x0, round(a.x1, 2), a.y) == (100, 102.78, 97)
    assert round(b.x0, 2) == 103.78
    assert (round(c.x0, 2), c.y) == (107.56, 100)


def test_text_of_negative_size_stands_upright_again() -> None:
    a, b = shown("BT /Latin -10 Tf -1 0 0 -1 100 742 Tm (ab) Tj ET")
    assert (a.text, a.x0, round(a.x1, 2), a.y, a.size) == ("a", 100, 105.56, 100, 10)
    assert round(b.x0, 2) == 105.56


def test_word_spacing_applies_to_blanks_of_one_byte() -> None:
    _, b = shown("BT /Latin 10 Tf 20 Tw 1 0 0 1 100 742 Tm (a b) Tj ET")
    assert round(b.x0 - 100, 2) == 5.56 + 2.78 + 20


def test_lines_are_begun_in_every_way() -> None:
    operators = (
        "BT /Latin 10 Tf 12 TL 100 742 Td (a) Tj T* (b) Tj (c) ' 1 2 (d) \" 0 -20 TD (e) Tj T*"
    )
    glyphs = shown(operators, "(f) Tj ET")
    assert [(g.text, g.x0, g.y) for g in glyphs] == [
        ("a", 100, 100), ("b", 100, 112), ("c", 100, 124), ("d", 100, 136), ("e", 100, 156),
        ("f", 100, 176),
    ]  # fmt: skip


def test_states_are_saved_and_restored() -> None:
    glyphs = shown(
        "/Latin 10 Tf q 2 0 0 2 10 10 cm BT 5 Tc 20 100 Td (a) Tj ET Q BT 20 100 Td (bc) Tj ET"
    )
    assert [(g.text, round(g.x0, 2), g.y, g.size) for g in glyphs] == [
        ("a", 50, 632, 20), ("b", 20, 742, 10), ("c", 25.56, 742, 10),
    ]  # fmt: skip


def cut(data: bytes) -> list[tuple[bytes, list[object]]]:
    return [(word, list(operands)) for word, operands in operations(data)]


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"q 1 0 -.5 +2. cm", [(b"q", []), (b"cm", [1.0, 0.0, -0.5, 2.0])]),
        (b"/F1 9Tf(a)Tj", [(b"Tf", ["F1", 9.0]), (b"Tj", [b"a"])]),
        (b"<41 4>Tj<>Tj", [(b"Tj", [b"A@"]), (b"Tj", [b""])]),
        (b"[(a)-5<42>] TJ", [(b"TJ", [[b"a", -5.0, b"B"]])]),
        (b"(a(b)c)Tj (\\(\\)\\\\) Tj", [(b"Tj", [b"a(b)c"]), (b"Tj", [b"()\\"])]),
        (b"(\\101\\7\\n\\q\\\nx) Tj", [(b"Tj", [b"A\x07\nqx"])]),
        (b"/Span <</MCID 0 /A [1]>> BDC EMC", [(b"BDC", ["Span", ["MCID", 0.0, "A", [1.0]]]),
                                               (b"EMC", [])]),
        (b"% (comment\nf* T* d0 % end", [(b"f*", []), (b"T*", []), (b"d", [])]),
        (b"1 2 re (never closed 3 w", [(b"re", [1.0, 2.0]), (b"never", []), (b"closed", []),
                                       (b"w", [3.0])]),
        (b"BI /W 1 ID ab EI c EI\nq", [(b"BI", []), (b"ID", ["W", 1.0]), (b"c", []), (b"EI", []),
                                       (b"q", [])]),
    ],
)  # fmt: skip
def test_content_is_cut_into_operators(
    data: bytes, found: list[tuple[bytes, list[object]]]
) -> None:
    assert cut(data) == found


@given(st.binary(max_size=300))
def test_any_bytes_can_be_cut(data: bytes) -> None:
    assert all(word for word, _ in cut(data))


@given(st.lists(st.binary(max_size=40), max_size=5))
def test_strings_come_back_as_they_were_written(strings: list[bytes]) -> None:
    hexadecimal = b" ".join(b"<" + text.hex().encode() + b"> Tj" for text in strings)
    escaped = b" ".join(
        b"(" + b"".join(b"\\%03o" % byte for byte in text) + b") Tj" for text in strings
    )
    wanted = [(b"Tj", [text]) for text in strings]
    assert cut(hexadecimal) == wanted
    assert cut(escaped) == wanted


@given(st.lists(st.floats(-9999, 9999).map(lambda n: round(n, 3)), max_size=8))
def test_numbers_come_back_as_they_were_written(numbers: list[float]) -> None:
    written = " ".join(f"{number:.3f}" for number in numbers)
    assert cut(f"{written} cm".encode()) == [(b"cm", numbers)]


def test_character_tables_name_single_codes_ranges_and_lists() -> None:
    table = b"""2 beginbfchar <01> <9752> <02> <79be53bf> endbfchar
        3 beginbfrange <0010> <0012> <4e00> <20> <21> [<4e01> <4e03>] <30> <30> <41> endbfrange"""
    assert to_unicode(table, 99) == {
        1: "青", 2: "禾县", 0x10: "一", 0x11: "丁", 0x12: "丂", 0x20: "丁", 0x21: "七", 0x30: "A",
    }  # fmt: skip
