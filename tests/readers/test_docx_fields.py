"""Fields, contents, levels, text boxes, pictures and what stands apart from the body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readers.docx_files import (
    only_table,
    p,
    paragraphs,
    r,
    read,
    remarks,
    tbl,
    tc,
    texts,
    tr,
)
from readers.docx_markup import (
    code,
    field,
    mark,
    picture,
    sdt,
    style,
    text_box,
)

from budgetlint.document import Position

if TYPE_CHECKING:
    from pathlib import Path

# --- fields -------------------------------------------------------------------------------------


def test_of_a_field_the_result_is_text_and_the_instruction_a_remark(tmp_path: Path) -> None:
    document = read(tmp_path, p(r("共") + field(" PAGEREF _Toc1 ", r("12")) + r("页")))
    assert texts(document) == ["共12页"]
    assert remarks(document, "field-instruction") == ["PAGEREF _Toc1"]


def test_a_field_inside_an_instruction_shows_only_the_outer_result(tmp_path: Path) -> None:
    inner = field("=1+1", r("2"))
    content = mark("begin") + code("IF ") + inner + code(' = 2 "是" "否"') + mark("separate")
    document = read(tmp_path, p(content + r("是") + field("DATE", r("今天")) + mark("end")))
    assert texts(document) == ["是今天"]
    assert remarks(document, "field-instruction") == ["=1+1", 'IF 2 = 2 "是" "否"', "DATE"]


def test_a_hidden_contents_mark_is_remembered_as_an_instruction(tmp_path: Path) -> None:
    content = mark("begin") + code(' TC "一、职责" \\l 1 ', "<w:vanish/>") + mark("end") + r("正文")
    document = read(tmp_path, p(content))
    assert texts(document) == ["正文"]
    assert remarks(document, "field-instruction") == ['TC "一、职责" \\l 1']
    assert remarks(document, "hidden-text") == []


def test_an_encircled_character_is_printed_although_it_has_no_result(tmp_path: Path) -> None:
    one = mark("begin") + code("EQ \\o\\ac(○,1)") + mark("end")
    other = field("eq \\o\\ac(□,印)", "")
    assert texts(read(tmp_path, p(one + r("人员经费") + other))) == ["①人员经费印"]


def test_a_field_that_never_ends_swallows_nothing(tmp_path: Path) -> None:
    broken = p(mark("begin") + code('TOC \\o "1-3"') + mark("separate") + r("甲"))
    unclosed = p(mark("begin") + code("PAGE") + r("乙"))
    document = read(tmp_path, broken + unclosed + p("丙") + p(mark("end") + r("丁")))
    assert texts(document) == ["甲", "乙", "丙", "丁"]
    assert not any(q.contents_entry for q in paragraphs(document))


def test_lines_of_a_contents_field_are_contents_entries(tmp_path: Path) -> None:
    body = (
        p("目录")
        + p(mark("begin") + code(' TOC \\o "1-3" ') + mark("separate") + r("一、职责"))
        + p(r("二、收支\t") + field("PAGEREF x", r("3")))
        + p(mark("end"))
        + p("一、职责")
    )
    document = read(tmp_path, body)
    assert [(q.text, q.contents_entry) for q in paragraphs(document)] == [
        ("目录", False),
        ("一、职责", True),
        ("二、收支\t3", True),
        ("一、职责", False),
    ]


def test_contents_are_known_by_their_style_or_content_control(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="11"><w:name w:val="toc 1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="20"><w:name w:val="TOC Heading"/></w:style>'
    )
    body = (
        p("职责 1", '<w:pStyle w:val="11"/>')
        + p("收支 2", '<w:pStyle w:val="TOC2"/>')
        + sdt(p("目录", '<w:pStyle w:val="20"/>') + p("附表 3"), "Table of Contents")
        + sdt(p("封面"), "Cover Pages")
    )
    document = read(tmp_path, body, styles=styles)
    assert [(q.text, q.contents_entry) for q in paragraphs(document)] == [
        ("职责 1", True),
        ("收支 2", True),
        ("目录", False),
        ("附表 3", True),
        ("封面", False),
    ]


# --- levels -------------------------------------------------------------------------------------


def test_the_level_comes_from_the_paragraph_or_its_style(tmp_path: Path) -> None:
    styles = (
        style("1", "heading 1")
        + style("b", "章", based_on="1")
        + style("c", "节", '<w:outlineLvl w:val="1"/>')
        + style("d", "标题 3")
        + style("e", "e", based_on="f")
        + style("f", "f", based_on="e")
    )
    styled = [("b", 1), ("c", 2), ("d", 3), ("Heading4", 4), ("e", None)]
    body = "".join(p(name, f'<w:pStyle w:val="{name}"/>') for name, _ in styled)
    body += p("own", '<w:pStyle w:val="b"/><w:outlineLvl w:val="4"/>')
    body += p("body", '<w:pStyle w:val="b"/><w:outlineLvl w:val="9"/>')
    document = read(tmp_path, body, styles=styles)
    expected = [*styled, ("own", 5), ("body", None)]
    assert [(q.text, q.level) for q in paragraphs(document)] == expected


# --- text boxes, graphics, notes ----------------------------------------------------------------


def test_a_text_box_comes_once_after_its_paragraph(tmp_path: Path) -> None:
    body = p(r("锚") + text_box(p("框一") + tbl(tr("甲", "乙")) + p("框二"))) + p("后")
    document = read(tmp_path, body)
    assert texts(document) == ["锚", "框一", "[['甲', '乙']]", "框二", "后"]
    assert [q.position().paragraph for q in paragraphs(document)] == [1, 1, 1, 2]
    assert only_table(document).position == Position(paragraph=1, row=1, col=1)
    assert remarks(document, "text-box") == ["框一\n甲\n乙\n框二"]


def test_a_text_box_in_a_cell_comes_after_the_table(tmp_path: Path) -> None:
    cell = tc(p(r("格") + text_box(p("印章"))))
    document = read(tmp_path, tbl(tr("首", cell), tr("次", "尾")) + p("后"))
    assert texts(document) == ["[['首', '格'], ['次', '尾']]", "印章", "后"]
    assert paragraphs(document)[0].position() == Position(table=1, row=1, col=2)


def test_a_text_box_inside_a_text_box_is_read(tmp_path: Path) -> None:
    document = read(tmp_path, p(text_box(p(r("外") + text_box(p("内"))))) + p("后"))
    assert texts(document) == ["外", "内", "后"]
    assert remarks(document, "text-box") == ["内", "外\n内"]


def test_large_pictures_that_stand_alone_are_said_once(tmp_path: Path) -> None:
    text = p("青禾县" * 100)
    body = text + p(picture(15, 20)) + p(r("图示") + picture(15, 20)) + p(picture(3, 3))
    assert [u.reason for u in read(tmp_path, body).unread] == [
        "第 2 段有图片，图片中的文字未检查。"
    ]
    (unread,) = read(tmp_path, body + p(picture(15, 5))).unread
    assert unread.reason == "文档中有 2 处图片（第一处在第 2 段），图片中的文字未检查。"
    assert unread.position == Position(paragraph=2)


def test_small_pictures_are_said_only_where_there_is_nearly_no_text(tmp_path: Path) -> None:
    assert read(tmp_path, p("青禾县" * 100) + p(picture(3, 3))).unread == ()
    (unread,) = read(tmp_path, p("封面") + p(picture(3, 3)) + tbl()).unread
    assert unread.reason == "第 2 段有图片，图片中的文字未检查。"


def test_charts_objects_formulas_and_imports_are_said(tmp_path: Path) -> None:
    chart = (
        '<w:r><w:drawing><a:graphicData uri="http://example.test/2006/chart"/></w:drawing></w:r>'
    )
    smart = '<w:r><w:drawing><a:graphicData uri="http://example.test/diagram"/></w:drawing></w:r>'
    sheet = '<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>'
    fraction = "<m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num></m:f></m:oMath>"
    linear = "<m:oMath><m:r><m:t>≥95%</m:t></m:r></m:oMath>"
    body = (
        p(r("甲") + chart)
        + p(r("乙") + smart)
        + tbl(tr(tc(p(sheet))))
        + p(r("完成率") + linear + fraction)
        + '<w:altChunk r:id="x"/>'
    )
    document = read(tmp_path, body)
    assert texts(document)[-1] == "完成率≥95%"
    embedded = "嵌入的对象（如 Excel 表格）"
    reasons = [unread.reason for unread in document.unread]
    assert reasons == [
        "第 1 段有图表，图表中的数据未检查。",
        "第 2 段有SmartArt 图形，图形中的文字未检查。",
        f"第 1 个表格第 1 行第 1 列有{embedded}，对象中的内容未检查，请改为 Word 表格。",
        "第 3 段有公式，公式的内容未检查。",
        "第 4 段有引用的外部内容，这些内容未检查，请用 Word 打开并另存后再检查。",
    ]


def test_notes_comments_headers_and_footers_are_kept_apart(tmp_path: Path) -> None:
    body = p("首") + p(
        r("正文")
        + '<w:r><w:footnoteReference w:id="2"/></w:r><w:commentRangeStart w:id="7"/>'
        + '<w:r><w:endnoteReference w:id="3"/></w:r>'
    )
    document = read(
        tmp_path,
        body,
        footnotes=f'<w:footnote w:id="0" w:type="separator">{p()}</w:footnote>'
        f'<w:footnote w:id="2">{p("脚注")}</w:footnote>',
        endnotes=f'<w:endnote w:id="3">{p("尾注")}</w:endnote>',
        comments=f'<w:comment w:id="7" w:author="x">{p("请核对")}</w:comment>',
        header1=p("青禾县"),
        header2=p("青禾县"),
        footer1=p(text_box(p("— 1 —"))),
    )
    assert texts(document) == ["首", "正文"]
    assert [(x.kind, x.text, x.position.paragraph) for x in document.remarks] == [
        ("note", "脚注", 2),
        ("note", "尾注", 2),
        ("comment", "请核对", 2),
        ("header", "青禾县", None),
        ("footer", "— 1 —", None),
    ]
