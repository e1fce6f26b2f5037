"""Lines and paragraphs of a PDF: what stands on one baseline, what was wrapped, what is no text."""

from __future__ import annotations

import pytest
from readers.pdf_files import RADICALS, Page, pdf, stream

from budgetlint.document import Document, Paragraph, Position
from budgetlint.readers.pdf import read_pdf

LONG = "根据预算法和预算公开的有关要求现将本部门全年的各项收支安排情况说明"  # 33 characters
LEFT, RIGHT = 90.0, 486.0  # 33 characters of 12 points


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def of(*pages: Page, fonts: str = "", objects: dict[str, str | bytes] | None = None) -> list[str]:
    return texts(read_pdf(pdf(*pages, fonts=fonts, objects=objects)))


def lines(page: Page, *rows: str, y: float = 100.0, leading: float = 20.0) -> Page:
    """Lines of a paragraph whose first one is indented by two characters."""
    for number, row in enumerate(rows):
        page.text(LEFT if number else LEFT + 24, y + number * leading, row)
    return page


def test_characters_of_two_fonts_on_one_baseline_are_one_line() -> None:
    page = Page().text(90, 100, "安排", 16).text(122, 100, "1977.50", 12, "Latin")
    assert of(page.text(166, 100, "万元。", 16)) == ["安排1977.50万元。"]


def test_the_order_is_that_on_paper_not_that_of_drawing() -> None:
    page = Page().text(200, 130, "第二行").text(114, 100, "一，").text(90, 100, "第")
    assert of(page.text(138, 100, "行")) == ["第一，行", "第二行"]


def test_raised_and_lowered_characters_stay_in_their_line() -> None:
    page = Page().text(90, 100, "占地").text(114, 100, "12", 12, "Latin")
    page.text(127.4, 94, "2", 6, "Latin").text(131, 100, "平方米")
    page.text(90, 130, "尾注").text(114, 127, "1", 12, "Latin")
    assert of(page) == ["占地122平方米", "尾注1"]


def test_no_blank_stands_between_ideographs_and_one_between_words() -> None:
    page = Page().text(90, 100, "合").text(110, 100, "计")
    page.text(90, 130, "Word", 12, "Latin").text(123, 130, "WPS", 12, "Latin")
    page.text(90, 160, "123", 12, "Latin").text(110.1, 160, "45", 12, "Latin")
    assert of(page) == ["合计", "Word WPS", "12345"]


def test_pieces_that_are_set_far_apart_stay_apart() -> None:
    page = Page().text(90, 100, "316青禾县农业农村局").text(300, 100, "2024年")
    assert of(page.text(420, 100, "单位：万元")) == ["316青禾县农业农村局\t2024年\t单位：万元"]


def test_what_is_drawn_twice_to_look_bold_counts_once() -> None:
    page = Page().text(90, 100, "合计11.11").text(90.3, 100, "合计11.11")
    assert of(page.text(90, 130, "一一对应")) == ["合计11.11", "一一对应"]


def test_wrapped_lines_are_one_paragraph_and_an_indent_begins_another() -> None:
    page = lines(Page(), LONG[:31], LONG, "如下：")
    lines(page, LONG[:31], "另一段。", y=160)
    assert of(page) == [LONG[:31] + LONG + "如下：", LONG[:31] + "另一段。"]


def test_a_line_that_is_not_full_ends_its_paragraph() -> None:
    page = lines(Page(), LONG[:31], LONG, LONG[:20])
    page.text(LEFT, 160, "附件：")
    assert of(page) == [LONG[:31] + LONG + LONG[:20], "附件："]


def test_a_number_that_is_cut_at_the_margin_is_whole() -> None:
    page = lines(Page(), LONG[:27] + "增加26.", "56万元。", LONG)
    lines(page, LONG[:31], LONG, y=160)
    assert of(page)[0].endswith("增加26.56万元。")


def test_a_number_that_had_no_room_in_the_line_goes_on_the_sentence() -> None:
    page = lines(Page(), LONG[:28], "1977.50万元。")
    lines(lines(page, LONG[:31], LONG, y=140), LONG[:31], LONG, y=180)
    assert of(page)[0] == LONG[:28] + "1977.50万元。"


def test_a_paragraph_goes_on_on_the_next_page() -> None:
    first, second = lines(Page(), LONG[:31], LONG, y=720), Page().text(LEFT, 100, LONG)
    second.text(LEFT, 120, "到此为止。")
    assert of(first, second) == [LONG[:31] + LONG + LONG + "到此为止。"]


def test_a_page_with_a_margin_of_its_own_is_read_by_it() -> None:
    """Where a bound document begins its indents on one side stands the margin of the other."""
    wide = [Page() for _ in range(7)]
    for page in wide:
        for n in range(9):
            page.text(LEFT + (0 if n % 3 else 24), 100 + 20 * n, LONG if n % 3 else LONG[:31])
    own = Page()
    for n, row in enumerate((LONG[:31], LONG, LONG[:31], "完。")):
        own.text(LEFT - 24 + (0 if n % 2 else 24), 100 + 20 * n, row)
    assert of(*wide, own)[-2:] == [LONG[:31] + LONG, LONG[:31] + "完。"]


def test_a_centred_title_of_two_lines_is_one_and_apart_from_the_text() -> None:
    page = Page().text(LEFT + 1, 90, LONG[:22], 18).text(270, 117, "说明", 18)
    lines(page, LONG[:31], LONG, LONG, y=150)
    assert of(page) == [LONG[:22] + "说明", LONG[:31] + LONG + LONG]


def test_text_without_indents_is_parted_at_the_end_of_sentences() -> None:
    page = Page()
    for number, row in enumerate((LONG, LONG[:32] + "。", LONG, "完。")):
        page.text(LEFT, 100 + number * 20, row)
    assert of(page) == [LONG + LONG[:32] + "。", LONG + "完。"]


def test_lines_of_a_table_of_contents_are_marked_and_each_for_itself() -> None:
    page = Page().text(270, 80, "目录", 16)
    page.text(90, 100, "一、部门职责" + "." * 52 + "3").text(
        90, 120, "二、收支情况" + "." * 52 + "4"
    )
    blocks = read_pdf(pdf(page)).blocks
    assert [isinstance(b, Paragraph) and b.contents_entry for b in blocks] == [False, True, True]


def test_contents_without_leaders_are_marked_by_their_page_numbers() -> None:
    page = Page().text(270, 80, "目录", 16)
    page.text(90, 100, "一、部门职责").text(480, 100, "3").text(90, 120, "二、收支情况")
    blocks = read_pdf(pdf(page.text(480, 120, "4"))).blocks
    assert [(b.text, b.contents_entry) for b in blocks if isinstance(b, Paragraph)][1:] == [
        ("一、部门职责\t3", True),
        ("二、收支情况\t4", True),
    ]


def test_radicals_and_compatibility_forms_become_ideographs() -> None:
    codes = {1: "⽤", 2: "⼾", 3: "⻛", 4: "⻓", 5: "\uf900", 6: "⺠", 7: "２"}
    table = "".join(f"<{n:04x}> <{ord(c):04x}>\n" for n, c in codes.items())
    cmap = f"1 beginbfchar\n{table}endbfchar".encode()
    page = Page().raw("BT /Rad 12 Tf 1 0 0 1 90 700 Tm <00010002000300040005000600070008> Tj ET")
    document = read_pdf(pdf(page, fonts=f"/Rad {RADICALS}", objects={"radicals": stream(cmap)}))
    assert texts(document) == ["用户风长豈民２\ufffd"]
    assert [note.reason for note in document.unread] == [
        "第 1 页有 1 个字符没有文字编码，无法读取（显示为 \ufffd）。"
    ]


def test_headers_footers_and_page_numbers_are_no_body_text() -> None:
    pages = []
    for number in (1, 2, 3):
        page = (
            Page()
            .text(200, 50, "青禾县农业农村局2024年部门预算", 9)
            .text(280, 800, f"- {number} -")
        )
        pages.append(page.text(90, 200, f"第{'一二三'[number - 1]}页的正文。"))
    document = read_pdf(pdf(*pages))
    assert texts(document) == ["第一页的正文。", "第二页的正文。", "第三页的正文。"]
    assert [(r.kind, r.text, r.position.page) for r in document.remarks] == [
        ("header", "青禾县农业农村局2024年部门预算", 1),
        ("footer", "- 1 -", 1),
    ]


def test_a_title_at_the_top_of_a_page_that_stands_there_once_is_body_text() -> None:
    pages = [Page().text(200, 60, title) for title in ("收入总表", "支出总表", "收支总表")]
    assert of(*pages) == ["收入总表", "支出总表", "收支总表"]


@pytest.mark.parametrize(
    "number", ["1", "- 12 -", "第3页", "第 3 页 共 20 页", "3/20", "— 5 —", "iv"]
)
def test_forms_of_page_numbers(number: str) -> None:
    assert of(Page().text(90, 200, "正文。").text(280, 790, number)) == ["正文。"]


def test_text_that_nobody_sees_is_kept_apart() -> None:
    page = Page().text(90, 100, "正文。").text(90, 130, "白字", state="1 g").raw("0 g")
    page.text(90, 160, "小", 1).text(90, 900, "页外").text(90, 190, "识别层", state="3 Tr").raw(
        "0 Tr"
    )
    document = read_pdf(pdf(page))
    assert texts(document) == ["正文。"]
    assert [(r.kind, r.text) for r in document.remarks] == [("hidden-text", "白字")]


def test_white_text_on_a_dark_ground_is_read() -> None:
    page = (
        Page().raw("0.2 0.3 0.6 rg").box(80, 80, 300, 110, "f").text(90, 100, "标题", state="1 g")
    )
    assert of(page) == ["标题"]


def test_slanted_text_is_a_watermark_and_said_once() -> None:
    shown = "样张".encode("utf-16-be").hex()
    slanted = f"BT /Han 40 Tf 0.7 0.7 -0.7 0.7 200 300 Tm <{shown}> Tj ET"
    pages = [Page().text(90, 100, "正文。").raw(slanted) for _ in range(2)]
    document = read_pdf(pdf(*pages))
    assert [(r.kind, r.text) for r in document.remarks] == [("watermark", "样张")]


def test_text_outside_the_crop_box_is_not_there() -> None:
    page = Page(extra="/CropBox [50 50 500 800]").text(90, 100, "正文。").text(20, 200, "边")
    document = read_pdf(pdf(page))
    assert texts(document) == ["正文。"]
    # From the corner of what is displayed: 50 points from the left, 42 from the top.
    assert document.blocks[0].anchors[0].position == Position(
        page=1, paragraph=1, bbox=(40.0, 47.68, 76.0, 59.68)
    )


def test_every_line_of_a_paragraph_has_its_own_place() -> None:
    first, second = lines(Page(), LONG[:31], LONG, y=740), Page().text(LEFT, 100, "完。")
    paragraph = read_pdf(pdf(first, second)).blocks[0]
    assert isinstance(paragraph, Paragraph)
    assert paragraph.position(5) == Position(page=1, paragraph=1, bbox=(114, 729.68, RIGHT, 741.68))
    assert paragraph.position(40) == Position(
        page=1, paragraph=1, bbox=(LEFT, 749.68, RIGHT, 761.68)
    )
    assert paragraph.position(65).page == 2


def test_a_form_is_read_where_it_is_painted() -> None:
    inner = "BT /Han 12 Tf 1 0 0 1 0 0 Tm <" + "表内".encode("utf-16-be").hex() + "> Tj ET"
    form = stream(inner.encode(), "/Type /XObject /Subtype /Form /BBox [0 0 99 99] "
                  "/Matrix [1 0 0 1 10 0]")  # fmt: skip
    page = Page().raw("q 1 0 0 1 80 700 cm /form1 Do Q").text(90, 300, "表外")
    document = read_pdf(pdf(page, objects={"form1": form}))
    assert texts(document) == ["表内", "表外"]
    box = document.blocks[0].anchors[0].position.bbox
    assert box
    assert box[0] == 90


def test_signs_of_symbol_fonts_say_the_same_as_in_word() -> None:
    font = (
        "/Wing << /Type /Font /Subtype /TrueType /BaseFont /ABCDEF+Wingdings-Regular "
        "/FirstChar 0 /LastChar 255 /Widths [" + "500 " * 256 + "] /ToUnicode {map} 0 R "
        "/FontDescriptor << /Type /FontDescriptor /FontName /Wingdings /Flags 4 "
        "/FontBBox [0 0 1000 1000] >> >>"
    )
    cmap = stream(b"1 beginbfrange <00> <ff> <f000> endbfrange")
    page = Page().raw("BT /Wing 12 Tf 1 0 0 1 90 700 Tm <fe6c> Tj ET").text(110, 142, "同意")
    document = read_pdf(pdf(page, fonts=font, objects={"map": cmap}))
    assert texts(document) == ["☑●同意"]
    assert not document.unread
