"""Lines, places and markup of text files."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readers.text_shape import characters_in_place, document, only_table, place, read_shape

from budgetlint.document import Paragraph, Table
from budgetlint.readers.errors import UNSAFE, ReadError
from budgetlint.readers.text import MAX_CELLS, read_text


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_counts_once(end: str) -> None:
    blocks = document(end.join(["青禾县水务局", "", "第三行", "第四行"])).blocks
    assert [(block.text, place(block)) for block in blocks if isinstance(block, Paragraph)] == [
        ("青禾县水务局", (1, 1)),
        ("第三行", (3, 1)),
        ("第四行", (4, 1)),
    ]


@pytest.mark.parametrize("character", ["\u2028", "\u2029", "\u0085", "\v", "\x1c"])
def test_only_cr_and_lf_end_a_line(character: str) -> None:
    first, second = document(f"第一行{character}还是第一行\n第二行").blocks
    assert isinstance(first, Paragraph)
    assert isinstance(second, Paragraph)
    assert first.text == f"第一行{character}还是第一行"
    assert place(second) == (2, 1)


def test_a_form_feed_begins_a_page_but_no_line() -> None:
    blocks = document("第一页\n\f第二页\n第二页末\f第三页").blocks
    assert [
        (block.text, block.position().page, *place(block))
        for block in blocks
        if isinstance(block, Paragraph)
    ] == [
        ("第一页", 1, 1, 1),
        ("第二页", 2, 2, 2),
        ("第二页末", 2, 3, 1),
        ("第三页", 3, 3, 6),
    ]


def test_without_form_feeds_there_are_no_pages() -> None:
    (block,) = document("一行").blocks
    assert isinstance(block, Paragraph)
    assert block.position().page is None


def test_a_byte_order_mark_takes_no_column() -> None:
    (block,) = read_text("\ufeff青禾县".encode()).blocks
    assert isinstance(block, Paragraph)
    assert (block.text, place(block, 2)) == ("青禾县", (1, 3))


def test_blank_lines_of_any_space_are_no_paragraphs() -> None:
    assert read_shape("一段\n \n　　\n\u00a0\n二段\n") == ["一段", "二段"]


def test_spaces_inside_stay_as_they_are() -> None:
    assert read_shape("    其中：\u00a0本级　支出 3 万元  ") == [
        "    其中：\u00a0本级　支出 3 万元"
    ]


@pytest.mark.parametrize(
    ("line", "text", "offset", "column"),
    [
        ("[bookmark: _Toc_1]一、部门职责", "一、部门职责", 0, 19),
        ("6、 [bookmark: _Toc_1]政府采购预算情况", "6、 政府采购预算情况", 3, 22),
        ("共安排[bookmark: a]3.00[bookmark: b]万元", "共安排3.00万元", 7, 34),
    ],
)
def test_bookmarks_leave_the_places_of_other_characters(
    line: str, text: str, offset: int, column: int
) -> None:
    (block,) = document(line).blocks
    assert isinstance(block, Paragraph)
    assert block.text == text
    assert place(block, offset) == (1, column)
    assert characters_in_place(line, block)


def test_a_bookmark_alone_on_its_line_is_neither_a_paragraph_nor_a_blank_line() -> None:
    table = only_table("\t项目\n[bookmark: _Toc_1]\n\t金额\n\n\t办公费\n\t3.00\n")
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["项目", "金额"],
        ["办公费", "3.00"],
    ]


@pytest.mark.parametrize(
    ("line", "text", "instruction"),
    [
        ("（三）保障措施 TC 保障措施 \\f A \\l1 ", "（三）保障措施", "TC 保障措施 \\f A \\l1"),
        ("渠道清淤 TC 6、渠道清淤 \\f C \\l 1 ", "渠道清淤", "TC 6、渠道清淤 \\f C \\l 1"),
        ('一、收入说明 XE "收入"', "一、收入说明", 'XE "收入"'),
        ("一、职责\tPAGEREF _Toc12 \\h 3", "一、职责\t3", "PAGEREF _Toc12 \\h"),
        ('HYPERLINK \\l "_Toc12" 一、职责', "一、职责", 'HYPERLINK \\l "_Toc12"'),
    ],
)
def test_field_codes_behind_words_are_remembered_not_read(
    line: str, text: str, instruction: str
) -> None:
    result = document(line)
    (block,) = result.blocks
    assert isinstance(block, Paragraph)
    assert block.text == text
    assert [(remark.kind, remark.text) for remark in result.remarks] == [
        ("field-instruction", instruction)
    ]
    assert result.remarks[0].position.column == line.index(instruction) + 1


def test_a_reference_to_a_page_marks_an_entry_of_the_contents() -> None:
    (block,) = document("一、职责\tPAGEREF _Toc12 \\h 3").blocks
    assert isinstance(block, Paragraph)
    assert block.contents_entry


def test_a_field_code_on_its_own_line_vanishes() -> None:
    result = document(
        "清淤绩效目标表\n\n TC 2、清淤绩效目标表 \\f C \\l  \n\t318水务局\n\t单位：万元\n"
    )
    assert [block.text for block in result.blocks if isinstance(block, Paragraph)] == [
        "清淤绩效目标表",
        "318水务局\t单位：万元",
    ]
    assert [remark.position.line for remark in result.remarks] == [3]


@pytest.mark.parametrize("line", ["采购ATC 型设备\\1台", "路径 D:\\TC\\f", "见[附件]和[bookmark]"])
def test_what_only_resembles_markup_is_text(line: str) -> None:
    result = document(line)
    assert [block.text for block in result.blocks if isinstance(block, Paragraph)] == [line]
    assert result.remarks == ()


@given(
    st.lists(
        st.one_of(
            st.sampled_from(["[bookmark: a]", "预算", "3.00", " ", "万元", "\u00a0"]),
            st.just(" TC 标题 \\f C \\l 1 "),
        ),
        min_size=1,
    )
)
def test_every_character_that_is_left_stands_where_it_says(parts: list[str]) -> None:
    line = "标题" + "".join(parts)
    (block,) = document(line).blocks
    assert isinstance(block, Paragraph)
    assert characters_in_place(line, block)


def test_characters_lost_in_an_earlier_conversion_are_reported() -> None:
    result = document("青禾县\n预算\ufffd\ufffd万元")
    (unread,) = result.unread
    assert unread.reason == "文件中有 2 个字符在此前的转换中丢失（显示为 \ufffd），无法读取。"
    assert (unread.position.line, unread.position.column) == (2, 3)


def test_more_cells_than_any_document_has_are_refused() -> None:
    with pytest.raises(ReadError, match="不像一份公开文件") as caught:
        read_text(b"\t" * (MAX_CELLS + 1) + b"x")
    assert caught.value.code == UNSAFE


def test_text_tables_do_not_know_their_spans() -> None:
    table = only_table("甲\t乙\n1\t2\n")
    assert isinstance(table, Table)
    assert not table.spans_known
