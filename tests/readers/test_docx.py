"""What stands in a Word document is read as Word shows it, in order, with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import docx
import pytest
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
from readers.docx_markup import (
    alternate,
)

from budgetlint.document import Position, Table
from budgetlint.readers.docx import read_docx

if TYPE_CHECKING:
    from pathlib import Path

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
