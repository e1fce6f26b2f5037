"""What stands in a Word document is read as Word shows it, in order, with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from readers.docx_files import (
    W_NAMESPACE,
    cell_at,
    cell_texts,
    only_table,
    p,
    package,
    paragraphs,
    r,
    read,
    relationships,
    remarks,
    save,
    spans,
    tbl,
    tc,
    texts,
    tr,
)

from budgetlint.document import Position, Table
from budgetlint.readers.docx import read_docx

if TYPE_CHECKING:
    from pathlib import Path

BREAK = "<w:r><w:lastRenderedPageBreak/></w:r>"
PAGE_BREAK = '<w:r><w:br w:type="page"/></w:r>'


def mark(kind: str) -> str:
    """A field mark."""
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def code(text: str, properties: str = "") -> str:
    """A field instruction."""
    return f"<w:r><w:rPr>{properties}</w:rPr><w:instrText>{text}</w:instrText></w:r>"


def field(instruction: str, result: str) -> str:
    """A complex field."""
    return mark("begin") + code(instruction) + mark("separate") + result + mark("end")


def sdt(content: str, gallery: str = "") -> str:
    """A content control."""
    part = f'<w:docPartObj><w:docPartGallery w:val="{gallery}"/></w:docPartObj>' if gallery else ""
    return f"<w:sdt><w:sdtPr>{part}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def alternate(requires: str, choice: str, fallback: str | None) -> str:
    """Content for readers that understand a namespace, and for those that do not."""
    other = "" if fallback is None else f"<mc:Fallback>{fallback}</mc:Fallback>"
    return (
        f'<mc:AlternateContent><mc:Choice Requires="{requires}">{choice}</mc:Choice>{other}'
        "</mc:AlternateContent>"
    )


def style(style_id: str, name: str, properties: str = "", based_on: str = "") -> str:
    """A paragraph style."""
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{style_id}"><w:name w:val="{name}"/>{base}'
        f"<w:pPr>{properties}</w:pPr></w:style>"
    )


def text_box(content: str) -> str:
    """A text box as Word writes it: once for new and once for old readers."""
    vml = f"<w:pict><v:shape><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic>'
        f"<a:graphicData><wps:wsp><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx>"
        "</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        f"<mc:Fallback>{vml}</v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def picture(width: int, height: int) -> str:
    """A picture of a size in centimetres."""
    return (
        f'<w:r><w:drawing><wp:inline><wp:extent cx="{width * 360_000}" cy="{height * 360_000}"/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"/>'
        "</a:graphic></wp:inline></w:drawing></w:r>"
    )


# --- order and places ---------------------------------------------------------------------------


def test_paragraphs_and_tables_come_in_order_with_their_places(tmp_path: Path) -> None:
    body = p("前") + tbl(tr("甲", "乙")) + p() + p("中") + tbl(tr("丙")) + p("后")
    document = read(tmp_path, body)
    assert document.format == "docx"
    assert texts(document) == ["前", "[['甲', '乙']]", "中", "[['丙']]", "后"]
    assert [q.position().paragraph for q in paragraphs(document)] == [1, 3, 4]
    tables = [block for block in document.blocks if isinstance(block, Table)]
    assert [table.position for table in tables] == [
        Position(table=1, row=1, col=1),
        Position(table=2, row=1, col=1),
    ]
    assert cell_at(tables[0], 0, 1).position() == Position(table=1, row=1, col=2)
    assert (document.remarks, document.unread) == ((), ())


def test_a_file_written_by_python_docx_is_read(tmp_path: Path) -> None:
    source = docx.Document()
    source.add_heading("青禾县交通局2023年部门预算", 1)
    source.add_paragraph("收入预算347.37万元。")
    table = source.add_table(2, 3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "合并"
    table.cell(0, 2).merge(table.cell(1, 2)).text = "竖排"
    table.cell(1, 0).text = "1.00"
    source.sections[0].header.paragraphs[0].text = "页眉文字"
    path = tmp_path / "预算.docx"
    source.save(str(path))
    document = read_docx(path)
    heading, body = paragraphs(document)
    assert (heading.text, heading.level) == ("青禾县交通局2023年部门预算", 1)
    assert (body.text, body.level) == ("收入预算347.37万元。", None)
    assert spans(only_table(document)) == [
        ("合并", 0, 0, 1, 2),
        ("竖排", 0, 2, 2, 1),
        ("1.00", 1, 0, 1, 1),
        ("", 1, 1, 1, 1),
    ]
    assert remarks(document, "header") == ["页眉文字"]


def test_the_main_document_is_found_by_its_relationship(tmp_path: Path) -> None:
    parts: dict[str, str | bytes] = dict(package(p("云溪市")))
    parts["custom/Main.xml"] = parts.pop("word/document.xml")
    parts["_rels/.rels"] = relationships("officeDocument", "/custom/main.xml")
    del parts["[Content_Types].xml"]
    assert texts(read_docx(save(tmp_path / "a.docx", parts))) == ["云溪市"]


def test_the_main_document_is_found_by_its_content_type(tmp_path: Path) -> None:
    parts = package(p("云溪市"))
    del parts["_rels/.rels"]
    assert texts(read_docx(save(tmp_path / "a.docx", parts))) == ["云溪市"]


def test_the_strict_form_is_read_like_the_usual_one(tmp_path: Path) -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    parts = {
        name: content.replace(W_NAMESPACE, strict).replace(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
        for name, content in package(p("严格格式") + tbl(tr("1.00"))).items()
    }
    assert strict in parts["word/document.xml"]
    document = read_docx(save(tmp_path / "a.docx", parts))
    assert texts(document) == ["严格格式", "[['1.00']]"]


# --- the text of a paragraph --------------------------------------------------------------------


def test_signs_that_are_no_text_elements_become_text(tmp_path: Path) -> None:
    content = (
        "<w:r><w:t>收入</w:t><w:tab/><w:t>1</w:t><w:noBreakHyphen/><w:t>2</w:t><w:softHyphen/>"
        "<w:t>万\u00ad元</w:t><w:br/><w:t>完</w:t><w:cr/>"
        '<w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Symbol" w:char="F0B3"/></w:r>'
    )
    assert texts(read(tmp_path, p(content))) == ["收入\t1-2万元\n完\n☑≥"]


def test_space_at_the_ends_of_a_run_counts_only_where_it_is_to_be_kept(tmp_path: Path) -> None:
    content = '<w:r><w:t> 甲 </w:t><w:t xml:space="preserve"> 乙 </w:t><w:t>\n 丙\n</w:t></w:r>'
    assert texts(read(tmp_path, p(content))) == ["甲 乙 丙"]


@pytest.mark.parametrize(
    "wrap",
    [
        '<w:hyperlink r:id="x">{}</w:hyperlink>',
        "<w:smartTag><w:smartTagPr/>{}</w:smartTag>",
        "<w:customXml>{}</w:customXml>",
        "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
        '<w:fldSimple w:instr="DATE">{}</w:fldSimple>',
        "<w:bdo>{}</w:bdo>",
        "<w:r><w:ruby><w:rt><w:r><w:t>yuxi</w:t></w:r></w:rt><w:rubyBase>{}</w:rubyBase></w:ruby></w:r>",
        "<w:smartTag><w:sdt><w:sdtContent><w:hyperlink>{}</w:hyperlink></w:sdtContent></w:sdt></w:smartTag>",
        alternate("x", r("新"), "{}"),
        alternate("wps", "{}", r("旧")),
        alternate("x", "{}", None),
    ],
)
def test_text_inside_wrappers_is_read_once(tmp_path: Path, wrap: str) -> None:
    document = read(tmp_path, p(r("预算") + wrap.format(r("100")) + r("万元")))
    assert texts(document) == ["预算100万元"]


@pytest.mark.parametrize(
    "wrap",
    [
        "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<w:customXml>{}</w:customXml>",
        "<w:sdt><w:sdtContent><w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt></w:sdtContent></w:sdt>",
        alternate("x", "", "{}"),
    ],
)
def test_wrappers_around_paragraphs_and_whole_tables_are_opened(tmp_path: Path, wrap: str) -> None:
    document = read(tmp_path, p("前") + wrap.format(p("段") + tbl(tr("格"))) + p("后"))
    assert texts(document) == ["前", "段", "[['格']]", "后"]
    assert [q.position().paragraph for q in paragraphs(document)] == [1, 2, 3]


# --- tracked changes and hidden text ------------------------------------------------------------


def test_tracked_changes_are_read_as_accepted_and_remembered(tmp_path: Path) -> None:
    content = (
        r("预算")
        + f"<w:ins>{r('100')}</w:ins><w:del><w:r><w:delText>90</w:delText></w:r></w:del>"
        + f"<w:moveTo>{r('万')}</w:moveTo><w:moveFrom>{r('亿')}</w:moveFrom>"
        + r("元")
    )
    document = read(tmp_path, p(content))
    assert texts(document) == ["预算100万元"]
    assert remarks(document, "tracked-change") == ["100", "90", "万", "亿"]
    assert {remark.position.paragraph for remark in document.remarks} == {1}


def test_a_deleted_paragraph_mark_joins_the_paragraphs(tmp_path: Path) -> None:
    gone = "<w:rPr><w:del/></w:rPr>"
    document = read(tmp_path, p("收入", gone) + p("347.37", gone) + p("万元") + p("完"))
    first, second = paragraphs(document)
    assert (first.text, second.text) == ("收入347.37万元", "完")
    assert [first.position(i).paragraph for i in (0, 2, 8)] == [1, 2, 3]
    assert second.position().paragraph == 4
    assert remarks(document, "tracked-change") == ["¶", "¶"]


def test_a_deleted_paragraph_mark_before_a_table_joins_nothing(tmp_path: Path) -> None:
    document = read(tmp_path, p("前", "<w:rPr><w:del/></w:rPr>") + tbl(tr("格")) + p("后"))
    assert texts(document) == ["前", "[['格']]", "后"]


def test_deleted_rows_and_cells_are_not_in_the_table(tmp_path: Path) -> None:
    old = "<w:del><w:r><w:delText>旧{}</w:delText></w:r></w:del>"
    table = tbl(
        tr("一", tc(p(old.format("格")), "<w:cellDel/>"), "二"),
        tr(tc(p(old.format("行"))), properties="<w:del/>"),
        tr("三", "四", properties="<w:ins/>"),
    )
    document = read(tmp_path, table)
    assert cell_texts(only_table(document)) == [["一", "二"], ["三", "四"]]
    assert remarks(document, "tracked-change") == ["旧格", "旧行"]


def test_hidden_text_is_kept_out_of_the_text(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="character" w:styleId="H"><w:name w:val="h"/>'
        "<w:rPr><w:vanish/></w:rPr></w:style>"
        '<w:style w:type="paragraph" w:styleId="P"><w:name w:val="p"/>'
        "<w:rPr><w:vanish/></w:rPr></w:style>"
    )
    body = (
        p(r("见") + r("内部", "<w:vanish/>") + r("稿", "<w:vanish/>") + r("表"))
        + p(r("样式", '<w:rStyle w:val="H"/>') + r("显示", '<w:vanish w:val="0"/>'))
        + p(r("全段"), '<w:pStyle w:val="P"/>')
    )
    document = read(tmp_path, body, styles=styles)
    assert texts(document) == ["见表", "显示"]
    assert remarks(document, "hidden-text") == ["内部稿", "样式", "全段"]


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


# --- pages --------------------------------------------------------------------------------------


def test_without_rendered_breaks_no_page_is_claimed(tmp_path: Path) -> None:
    document = read(tmp_path, p(r("甲") + PAGE_BREAK) + p("乙"))
    assert texts(document) == ["甲", "乙"]
    assert [q.position().page for q in paragraphs(document)] == [None, None]


def test_an_explicit_break_and_its_rendering_are_one(tmp_path: Path) -> None:
    section = '<w:sectPr><w:type w:val="{}"/></w:sectPr>'
    body = (
        p(r("一") + PAGE_BREAK)
        + p(BREAK + r("二"))
        + p(BREAK + r("三"), section.format("continuous"))
        + p("三", section.format("nextPage"))
        + p("四")
        + p("五", "<w:pageBreakBefore/>")
    )
    document = read(tmp_path, body)
    assert [q.position().page for q in paragraphs(document)] == [1, 2, 3, 3, 4, 5]


def test_a_page_break_inside_a_paragraph_begins_a_new_anchor(tmp_path: Path) -> None:
    (paragraph,) = paragraphs(read(tmp_path, p(r("上页") + BREAK + r("下页"))))
    assert paragraph.text == "上页下页"
    assert [paragraph.position(i).page for i in range(4)] == [1, 1, 2, 2]
    assert {paragraph.position(i).paragraph for i in range(4)} == {1}


def test_an_explicit_break_between_texts_ends_the_line(tmp_path: Path) -> None:
    (paragraph,) = paragraphs(read(tmp_path, p(r("上") + PAGE_BREAK + BREAK + r("下"))))
    assert paragraph.text == "上\n下"
    assert [paragraph.position(i).page for i in (0, 2)] == [1, 2]


def test_a_row_that_moves_to_the_next_page_turns_it_once(tmp_path: Path) -> None:
    moved = tc(p(BREAK + r("次")))
    document = read(tmp_path, tbl(tr("首", "首"), tr(moved, moved), tr("尾", "尾")) + p("后"))
    pages = [[cell.position().page for cell in row] for row in only_table(document).rows]
    assert pages == [[1, 1], [2, 2], [2, 2]]
    assert paragraphs(document)[0].position().page == 2


def test_a_row_that_splits_goes_on_in_every_cell(tmp_path: Path) -> None:
    split = tc(p(r("上") + BREAK + r("下")))
    (row,) = only_table(read(tmp_path, tbl(tr(split, split, "短")))).rows
    assert [[cell.position(i).page for i in range(len(cell.text))] for cell in row] == [
        [1, 2],
        [1, 2],
        [1],
    ]


# --- tables -------------------------------------------------------------------------------------


def test_merged_cells_are_a_true_grid(tmp_path: Path) -> None:
    begin, go_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    table = tbl(
        tr(tc("科目", begin), tc("支出", '<w:gridSpan w:val="2"/>')),
        tr(tc("", go_on), "基本", "项目"),
        tr("合计", properties='<w:gridBefore w:val="1"/>'),
    )
    found = only_table(read(tmp_path, table))
    assert spans(found) == [
        ("科目", 0, 0, 2, 1),
        ("支出", 0, 1, 1, 2),
        ("基本", 1, 1, 1, 1),
        ("项目", 1, 2, 1, 1),
        ("合计", 2, 1, 1, 1),
    ]
    assert [[cell and cell.text for cell in line] for line in found.grid] == [
        ["科目", "支出", "支出"],
        ["科目", "基本", "项目"],
        [None, "合计", None],
    ]
    assert cell_at(found, 2, 1).position() == Position(table=1, row=3, col=2)


def test_a_merge_ends_where_another_begins_or_the_width_differs(tmp_path: Path) -> None:
    begin, go_on = '<w:vMerge w:val="restart"/>', '<w:vMerge w:val="continue"/>'
    wide = '<w:gridSpan w:val="2"/>'
    table = tbl(
        tr(tc("甲", begin), "1"),
        tr(tc("乙", begin), "2"),
        tr(tc("", go_on), "3"),
        tr(tc("丙", wide + go_on)),
        tr(tc("丁", go_on), "4"),
    )
    assert [s for s in spans(only_table(read(tmp_path, table))) if s[1:3] != (s[1], 1)] == [
        ("甲", 0, 0, 1, 1),
        ("乙", 1, 0, 2, 1),
        ("丙", 3, 0, 1, 2),
        ("丁", 4, 0, 1, 1),
    ]


def test_old_horizontal_merges_are_one_cell(tmp_path: Path) -> None:
    row = tr(tc("宽", '<w:hMerge w:val="restart"/>'), tc("", "<w:hMerge/>"), "窄")
    assert spans(only_table(read(tmp_path, tbl(row)))) == [("宽", 0, 0, 1, 2), ("窄", 0, 2, 1, 1)]


def test_rows_and_cells_in_content_controls_are_read(tmp_path: Path) -> None:
    table = tbl(tr("甲", sdt(tc("乙")), "丙"), sdt(tr("丁", "戊", "己") + tr("庚", "辛", "壬")))
    found = only_table(read(tmp_path, table))
    assert cell_texts(found) == [["甲", "乙", "丙"], ["丁", "戊", "己"], ["庚", "辛", "壬"]]
    assert [cell.col for cell in found.rows[0]] == [0, 1, 2]


def test_the_paragraphs_of_a_cell_are_its_lines(tmp_path: Path) -> None:
    cell = tc(p("指标") + p() + sdt(p("≥95%")))
    assert cell_texts(only_table(read(tmp_path, tbl(tr(cell))))) == [["指标\n≥95%"]]


def test_a_nested_table_belongs_to_its_cell_and_not_to_its_text(tmp_path: Path) -> None:
    document = read(
        tmp_path, tbl(tr("外", tc(p("格") + tbl(tr("内", "里")) + p()))) + tbl(tr("次"))
    )
    outer, after = document.blocks
    assert isinstance(outer, Table)
    assert isinstance(after, Table)
    assert cell_texts(outer) == [["外", "格"]]
    (inner,) = cell_at(outer, 0, 1).tables
    assert cell_texts(inner) == [["内", "里"]]
    assert cell_at(inner, 0, 1).position() == Position(table=1, row=1, col=2)
    assert after.position.table == 2


def test_spans_beyond_all_reason_are_cut(tmp_path: Path) -> None:
    table = tbl(
        tr(tc("宽", '<w:gridSpan w:val="99999999"/>')), tr(tc("窄", '<w:gridSpan w:val="-3"/>'))
    )
    found = only_table(read(tmp_path, table))
    assert found.width == 256
    assert [s[4] for s in spans(found)] == [256, 1]


@st.composite
def tilings(draw: st.DrawFn) -> list[list[tuple[int, int, int]]]:
    """For each row of a table the cells that begin in it: column, row span, column span."""
    height, width = draw(st.integers(1, 5)), draw(st.integers(1, 5))
    free = {(row, col) for row in range(height) for col in range(width)}
    tiling: list[list[tuple[int, int, int]]] = [[] for _ in range(height)]
    for row, col in sorted(free):
        if (row, col) not in free:
            continue
        colspan = 1
        while (row, col + colspan) in free and draw(st.booleans()):
            colspan += 1
        columns = range(col, col + colspan)
        rowspan = 1
        while row + rowspan < height and draw(st.booleans()):
            rowspan += 1
        free -= {(r, c) for r in range(row, row + rowspan) for c in columns}
        tiling[row].append((col, rowspan, colspan))
    return tiling


def as_rows(tiling: list[list[tuple[int, int, int]]]) -> str:
    """The tiling in WordprocessingML, where each row repeats the cells that reach into it."""
    rows = []
    for row in range(len(tiling)):
        reaching = [
            (col, above == row, rowspan, colspan)
            for above in range(row + 1)
            for col, rowspan, colspan in tiling[above]
            if above + rowspan > row
        ]
        rows.append(tr(*(_tile(row, *cell) for cell in sorted(reaching))))
    return tbl(*rows)


def _tile(row: int, col: int, begins: bool, rowspan: int, colspan: int) -> str:
    merge = f'<w:vMerge w:val="{"restart" if begins else "continue"}"/>' if rowspan > 1 else ""
    text = f"{row}-{col}" if begins else ""
    return tc(text, f'<w:gridSpan w:val="{colspan}"/>{merge}')


@given(tiling=tilings())
def test_any_tiling_of_a_table_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, tiling: list[list[tuple[int, int, int]]]
) -> None:
    found = only_table(read(tmp_path_factory.mktemp("table"), as_rows(tiling)))
    assert spans(found) == [
        (f"{row}-{col}", row, col, rowspan, colspan)
        for row, cells in enumerate(tiling)
        for col, rowspan, colspan in cells
    ]
    assert all(cell is not None for line in found.grid for cell in line)
