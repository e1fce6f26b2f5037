"""Pages that lie on their side, and what a page says that cannot be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from readers.pdf_files import HEIGHT, WIDTH, Page, pdf, stream
from readers.test_pdf_tables import ROWS, XS, YS, rows, tables, texts

from budgetlint.readers.errors import UNREADABLE, UNSUPPORTED, ReadError
from budgetlint.readers.pdf import read_pdf

if TYPE_CHECKING:
    from budgetlint.document import Document

IMAGE = stream(
    b"\x00" * 100,
    "/Type /XObject /Subtype /Image /Width 10 /Height 10 /BitsPerComponent 8",
)
CODED = (
    "/Odd << /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+SimSun /Encoding /Identity-H "
    "/DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+SimSun "
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 "
    "/FontDescriptor << /Type /FontDescriptor /FontName /SimSun /Flags 4 "
    "/FontBBox [0 -200 1000 900] >> >>] >>"
)


def scan(page: Page) -> Page:
    return page.raw(f"q {page.width:g} 0 0 {page.height:g} 0 0 cm /form1 Do Q")


def reasons(document: Document) -> list[tuple[str, int | None]]:
    return [(note.reason, note.position.page) for note in document.unread]


def turned(rotate: int, matrix: str) -> Page:
    """A page whose content is written along another edge; upright it is 842 by 595."""
    page = Page(WIDTH, HEIGHT, rotate).raw(f"q {matrix} cm")
    page.height = WIDTH
    page.text(200, 100, "收支总表").table(XS, YS, ROWS).text(90, 200, "注：单位为万元。").raw("Q")
    page.height = HEIGHT
    return page


@pytest.mark.parametrize(
    ("rotate", "matrix"),
    [
        (90, f"0 1 -1 0 {WIDTH:g} 0"),
        (270, f"0 -1 1 0 0 {HEIGHT:g}"),
        (0, f"0 1 -1 0 {WIDTH:g} 0"),
        (0, f"0 -1 1 0 0 {HEIGHT:g}"),
    ],
    ids=["rotated left", "rotated right", "written upwards", "written downwards"],
)
def test_a_page_on_its_side_is_read_like_any_other(rotate: int, matrix: str) -> None:
    document = read_pdf(pdf(turned(rotate, matrix)))
    assert texts(document) == ["收支总表", "注：单位为万元。"]
    assert [rows(table) for table in tables(document)] == [ROWS]


@pytest.mark.parametrize(
    ("rotate", "matrix", "bbox"),
    [
        (90, f"0 1 -1 0 {WIDTH:g} 0", (203, 144.4, 223, 154.4)),
        (270, f"0 -1 1 0 0 {HEIGHT:g}", (203, 144.4, 223, 154.4)),
        (0, f"0 1 -1 0 {WIDTH:g} 0", (144.4, 619, 154.4, 639)),
        (0, f"0 -1 1 0 0 {HEIGHT:g}", (440.6, 203, 450.6, 223)),
    ],
    ids=["rotated left", "rotated right", "written upwards", "written downwards"],
)
def test_places_are_those_of_the_page_as_displayed(
    rotate: int, matrix: str, bbox: tuple[float, ...]
) -> None:
    (table,) = tables(read_pdf(pdf(turned(rotate, matrix))))
    assert table.rows[1][1].text == "3.78"
    assert table.rows[1][1].position().bbox == bbox


def test_an_upside_down_page_is_read() -> None:
    page = Page(rotate=180).raw(f"q -1 0 0 -1 {WIDTH:g} {HEIGHT:g} cm")
    document = read_pdf(pdf(page.text(90, 100, "收支总表").table(XS, YS, ROWS).raw("Q")))
    assert texts(document) == ["收支总表"]
    assert [rows(table) for table in tables(document)] == [ROWS]


def test_a_table_goes_on_from_an_upright_page_to_a_rotated_one_only_if_its_columns_do() -> None:
    first = Page().text(90, 90, "支出表").table(XS, [700, 720, 740], ROWS[:2])
    second = turned(90, f"0 1 -1 0 {WIDTH:g} 0")
    assert len(tables(read_pdf(pdf(first, second)))) == 2


def test_a_scanned_page_among_others_is_said() -> None:
    document = read_pdf(pdf(Page().text(90, 100, "正文。"), scan(Page()), objects={"form1": IMAGE}))
    assert texts(document) == ["正文。"]
    assert reasons(document) == [("第 2 页是图片（扫描件），其中的文字未检查。", 2)]


def test_a_scan_with_a_typed_header_is_said_and_a_cover_picture_is_not() -> None:
    header = "青禾县农业农村局2024年部门预算"
    cover = scan(Page()).text(150, 300, header, 20)
    scanned = scan(Page()).text(200, 50, header, 9)
    document = read_pdf(pdf(cover, scanned, objects={"form1": IMAGE}))
    assert texts(document)[0] == header
    assert reasons(document) == [("第 2 页有图片，图片中的文字未检查。", 2)]


def test_a_scan_that_lies_on_its_side_is_said() -> None:
    wide = scan(Page(HEIGHT, WIDTH))
    document = read_pdf(pdf(Page().text(90, 100, "正文。"), wide, objects={"form1": IMAGE}))
    assert reasons(document) == [("第 2 页是图片（扫描件），其中的文字未检查。", 2)]


def test_pages_in_a_row_are_said_together() -> None:
    pages = [Page().text(90, 100, "正文。"), *(scan(Page()) for _ in range(3))]
    document = read_pdf(pdf(*pages, pages[0], scan(Page()), objects={"form1": IMAGE}))
    assert reasons(document) == [
        ("第 2–4 页是图片（扫描件），其中的文字未检查。", 2),
        ("第 6 页是图片（扫描件），其中的文字未检查。", 6),
    ]


def test_recognised_text_under_a_scan_is_not_relied_on() -> None:
    page = scan(Page()).text(90, 100, "合计1977.50万元", state="3 Tr")
    document = read_pdf(pdf(page, Page().text(90, 100, "正文。"), objects={"form1": IMAGE}))
    assert texts(document) == ["正文。"]
    assert reasons(document) == [
        ("第 1 页是图片（扫描件）（其中隐藏的文字由识别得来，不可靠），其中的文字未检查。", 1)
    ]


def test_a_file_of_scans_is_refused() -> None:
    with pytest.raises(ReadError) as caught:
        read_pdf(pdf(scan(Page()), scan(Page()), objects={"form1": IMAGE}))
    assert caught.value.code == UNSUPPORTED
    assert caught.value.message == (
        "PDF 的 2 页都没有可读的文字（多为扫描件，或文字已转成图形）；"
        "请用原来的 Word 文档，或由它直接导出的 PDF，再检查一次。"
    )


def test_a_file_of_blank_pages_is_refused() -> None:
    with pytest.raises(ReadError) as caught:
        read_pdf(pdf(Page(), Page()))
    assert caught.value.code == UNREADABLE
    assert caught.value.message.startswith("PDF 里只有空白页，没有文字")


def test_a_picture_of_a_table_is_said_and_a_stamp_is_not() -> None:
    page = Page().text(90, 100, "正文。").raw("q 300 0 0 200 90 400 cm /form1 Do Q")
    stamped = Page().text(90, 100, "盖章。").raw("q 120 0 0 120 300 400 cm /form1 Do Q")
    ground = scan(Page())
    for y in (100, 120, 140):
        ground.text(90, y, "本页的底色是一张图片，上面的文字照常检查。")
    document = read_pdf(pdf(page, stamped, ground, objects={"form1": IMAGE}))
    assert reasons(document) == [("第 1 页有图片，图片中的文字未检查。", 1)]
    assert len(texts(document)) == 5


def test_a_font_without_characters_is_said_and_its_page_left_out() -> None:
    page = Page().raw("BT /Odd 12 Tf 1 0 0 1 90 700 Tm <00120013001400150016> Tj ET")
    document = read_pdf(pdf(page.text(200, 300, "甲"), Page().text(90, 100, "正文。"), fonts=CODED))
    assert texts(document) == ["正文。"]
    assert reasons(document) == [("第 1 页的字体没有提供文字编码，文字无法读取，未检查。", 1)]


def test_an_unknown_encoding_makes_no_text_vanish() -> None:
    font = CODED.replace("/Identity-H", "/Strange-H")
    page = Page().text(90, 100, "本页的其他文字都可以读。" * 2)
    page.raw("BT /Odd 12 Tf 1 0 0 1 90 600 Tm <0012> Tj ET")
    document = read_pdf(pdf(page, fonts=font))
    assert reasons(document) == [("第 1 页有 1 个字符没有文字编码，无法读取（显示为 \ufffd）。", 1)]


def test_text_that_was_turned_into_shapes_is_said() -> None:
    shape = "100 500 m 110 510 120 520 130 500 c f\n"
    document = read_pdf(pdf(Page().text(90, 100, "正文。"), Page().raw(shape * 400)))
    assert reasons(document) == [("第 2 页的文字已转成图形，无法读取，未检查。", 2)]


def test_hidden_text_alone_is_no_page() -> None:
    hidden = Page().text(90, 100, "合计", state="3 Tr")
    document = read_pdf(pdf(Page().text(90, 100, "正文。"), hidden))
    assert reasons(document) == [("第 2 页只有隐藏的文字，未检查。", 2)]


def test_an_inline_picture_does_not_disturb_what_follows() -> None:
    page = Page().raw("q 9 0 0 9 0 0 cm BI /W 4 /H 1 /BPC 8 /CS /G ID \x01(<[EI\xff EI Q")
    assert texts(read_pdf(pdf(page.text(90, 100, "正文。")))) == ["正文。"]


def test_comments_are_remarks_and_filled_fields_are_said() -> None:
    note = "<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents <feff6838 5bf9> >>"
    field = "<< /Type /Annot /Subtype /Widget /FT /Tx /V (1977.50) /Rect [0 0 9 9] >>"
    empty = "<< /Type /Annot /Subtype /Widget /FT /Tx /Rect [0 0 9 9] >>"
    noted = Page(extra=f"/Annots [{note} {empty}]").text(90, 100, "正文。")
    filled = Page(extra=f"/Annots [{field} 7 (x)]").text(90, 100, "表单。")
    document = read_pdf(pdf(noted, filled))
    assert [(r.kind, r.text, r.position.page) for r in document.remarks] == [("comment", "核对", 1)]
    assert reasons(document) == [
        (
            "第 2 页有填写了内容的表单域，其中的内容未检查；请打印或另存为普通 PDF 后再检查。",
            2,
        )
    ]
