"""Files that are broken, foreign or meant to do harm give one clear sentence, soon."""

from __future__ import annotations

import io
import struct
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readers.docx_files import p, package, r, read, relationships, save, tbl, tc, texts, tr

from budgetlint.document import Document, Table
from budgetlint.readers import docx_package
from budgetlint.readers.docx import read_docx
from budgetlint.readers.docx_graphics import UnreadParts
from budgetlint.readers.docx_numbering import Definitions, Numbering
from budgetlint.readers.docx_package import parse
from budgetlint.readers.docx_story import Story, plain
from budgetlint.readers.docx_styles import Styles
from budgetlint.readers.docx_text import Pages
from budgetlint.readers.errors import (
    PROTECTED,
    UNREADABLE,
    UNSAFE,
    UNSUPPORTED,
    ReadError,
)

if TYPE_CHECKING:
    from pathlib import Path

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
BODY = p("云溪市水务局2023年部门预算") + tbl(tr("收入", "347.37"))


def refused(path: Path) -> tuple[str, str]:
    """The code and sentence with which a file is refused."""
    with pytest.raises(ReadError) as caught:
        read_docx(path)
    assert path.name not in caught.value.message
    assert caught.value.message.endswith("。")
    assert caught.value.message.count("。") == 1
    return caught.value.code, caught.value.message


def refused_bytes(folder: Path, data: bytes) -> tuple[str, str]:
    """The code and sentence with which some bytes are refused."""
    path = folder / "某文件.docx"
    path.write_bytes(data)
    return refused(path)


def zipped(parts: dict[str, str] | dict[str, bytes]) -> bytes:
    """The bytes of a zip with these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


# --- files that are something else --------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        (b"", UNREADABLE, "文件是空的"),
        (b"\x00\x01\x02 nothing", UNREADABLE, "不是 Word 文档，或已经损坏"),
        (b"%PDF-1.7 ...", UNSUPPORTED, "这是PDF 文件"),
        (b"{\\rtf1 ...}", UNSUPPORTED, "这是RTF 文档"),
        (b"\xef\xbb\xbf <?xml version='1.0'?><w:wordDocument/>", UNSUPPORTED, "网页或 XML"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), PROTECTED, "文件有打开密码"),
        (OLE + "WordDocument".encode("utf-16-le"), UNSUPPORTED, "旧版 .doc 文件"),
        (OLE + "Workbook".encode("utf-16-le"), UNSUPPORTED, "旧版 Excel 文件"),
        (OLE + "PowerPoint Document".encode("utf-16-le"), UNSUPPORTED, "旧版演示文稿"),
        (OLE, UNSUPPORTED, "旧版 Office 格式"),
    ],
)
def test_what_is_no_zip_is_named(tmp_path: Path, data: bytes, code: str, words: str) -> None:
    found, message = refused_bytes(tmp_path, data)
    assert found == code
    assert words in message


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        (
            {
                "[Content_Types].xml": '<Types xmlns="t"><Override PartName="/xl/workbook.xml" '
                'ContentType="application/vnd.x.spreadsheetml.sheet.main+xml"/></Types>',
                "_rels/.rels": relationships("officeDocument", "xl/workbook.xml"),
                "xl/workbook.xml": "<workbook/>",
            },
            "Excel 工作簿",
        ),
        (
            {
                "_rels/.rels": relationships("officeDocument", "ppt/presentation.xml"),
                "ppt/presentation.xml": "<x/>",
            },
            "演示文稿",
        ),
        ({"mimetype": "application/vnd.oasis.opendocument.text"}, "OpenDocument 文本"),
        ({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}, "电子表格（.ods）"),
        ({"mimetype": "application/epub+zip"}, "电子书"),
        ({"OFD.xml": "<OFD/>"}, "OFD 版式文件"),
        ({"说明.txt": "青禾县"}, "普通的 zip 压缩包"),
    ],
)
def test_a_zip_that_is_no_word_document_is_named(
    tmp_path: Path, parts: dict[str, str], words: str
) -> None:
    code, message = refused(save(tmp_path / "a.docx", parts))
    assert code == UNSUPPORTED
    assert words in message


def test_a_main_part_of_another_kind_is_said(tmp_path: Path) -> None:
    parts = package(BODY) | {"word/document.xml": "<html/>"}
    code, message = refused(save(tmp_path / "a.docx", parts))
    assert code == UNSUPPORTED
    assert "另存为“Word 文档（.docx）”" in message


# --- damage -------------------------------------------------------------------------------------


def test_a_truncated_file_is_damaged(tmp_path: Path) -> None:
    data = zipped(package(BODY))
    code, message = refused_bytes(tmp_path, data[: len(data) // 2])
    assert code == UNREADABLE
    assert "不完整或已损坏" in message


@pytest.mark.parametrize(
    "changes",
    [
        {"word/document.xml": "<w:document"},
        {"word/document.xml": ""},
        {"word/_rels/document.xml.rels": "<Relationships>"},
        {"[Content_Types].xml": "<Types>"},
    ],
)
def test_xml_that_is_not_well_formed_is_damage(tmp_path: Path, changes: dict[str, str]) -> None:
    code, message = refused(save(tmp_path / "a.docx", package(BODY) | changes))
    assert code == UNREADABLE
    assert "不完整或已损坏" in message


def test_a_package_without_its_document_or_body_is_damaged(tmp_path: Path) -> None:
    parts = package(BODY)
    empty = parts["word/document.xml"].replace("w:body", "w:other")
    code, message = refused(save(tmp_path / "a.docx", parts | {"word/document.xml": empty}))
    assert (code, "没有正文" in message) == (UNREADABLE, True)
    del parts["word/document.xml"]
    code, message = refused(save(tmp_path / "b.docx", parts))
    assert (code, "没有 Word 正文" in message) == (UNREADABLE, True)


def test_a_damaged_entry_is_noticed(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, content in package(BODY).items():
            archive.writestr(name, content)
    changed = buffer.getvalue().replace("水务局".encode(), "水利局".encode())
    assert refused_bytes(tmp_path, changed)[0] == UNREADABLE


def test_a_missing_file_and_a_folder_are_said(tmp_path: Path) -> None:
    code, message = refused(tmp_path / "无.docx")
    assert (code, "无法打开文件" in message) == (UNREADABLE, True)
    code, message = refused(tmp_path)
    assert (code, "不是普通文件" in message) == (UNREADABLE, True)


def test_a_zip_with_a_password_is_protected(tmp_path: Path) -> None:
    data = zipped(package(BODY))
    at = data.index(b"PK\x01\x02") + 8
    flagged = data[:at] + struct.pack("<H", 1) + data[at + 2 :]
    code, message = refused_bytes(tmp_path, flagged)
    assert (code, "有密码" in message) == (PROTECTED, True)


@given(st.data())
def test_no_damage_whatever_gives_another_error(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    original = zipped(package(BODY))
    changed = bytearray(original)
    for _ in range(data.draw(st.integers(1, 4))):
        changed[data.draw(st.integers(0, len(original) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path_factory.mktemp("damage") / "a.docx"
    path.write_bytes(changed)
    try:
        outcome: Document | str = read_docx(path)
    except ReadError as error:
        outcome = error.code
    assert isinstance(outcome, Document) or outcome in {UNREADABLE, UNSUPPORTED, PROTECTED, UNSAFE}


# --- harm ---------------------------------------------------------------------------------------


def test_a_file_above_the_limit_is_not_read(tmp_path: Path) -> None:
    path = save(tmp_path / "a.docx", package(BODY))
    size = path.stat().st_size
    assert texts(read_docx(path, max_size=size))[0] == "云溪市水务局2023年部门预算"
    with pytest.raises(ReadError) as caught:
        read_docx(path, max_size=size - 1)
    assert caught.value.code == UNSAFE
    assert "的上限" in caught.value.message


def test_a_decompression_bomb_is_refused_by_its_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(docx_package, "parse", lambda _: pytest.fail("unpacked"))
    parts = {**package(BODY), "word/document.xml": "<a>" + " " * (64 * 1024 * 1024) + "</a>"}
    code, message = refused(save(tmp_path / "a.docx", parts))
    assert (code, "压缩炸弹" in message) == (UNSAFE, True)


def test_a_bomb_whose_directory_lies_is_read_no_further_than_it_says(tmp_path: Path) -> None:
    parts = {**package(BODY), "word/document.xml": "<a>" + " " * (64 * 1024 * 1024) + "</a>"}
    data = zipped(parts)
    real = struct.pack("<I", len(parts["word/document.xml"]))
    assert data.count(real) == 2
    assert refused_bytes(tmp_path, data.replace(real, struct.pack("<I", 1000)))[0] == UNREADABLE


def test_all_parts_together_are_read_only_up_to_a_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = save(tmp_path / "a.docx", package(BODY, header1=p("页眉" * 1000)))
    assert len(read_docx(path).blocks) == 2
    monkeypatch.setattr(docx_package, "MAX_READ", 6000)
    assert refused(path)[0] == UNSAFE


def test_too_many_entries_are_refused(tmp_path: Path) -> None:
    parts = package(BODY) | {f"x{i}": "" for i in range(docx_package.MAX_ENTRIES)}
    assert refused(save(tmp_path / "a.docx", parts))[0] == UNSAFE
    few = package(BODY) | {f"x{i}": "" for i in range(100)}
    assert len(read_docx(save(tmp_path / "b.docx", few)).blocks) == 2


def test_a_directory_that_is_itself_a_bomb_is_not_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(zipfile, "ZipFile", lambda _: pytest.fail("opened"))
    data = b"PK\x03\x04" + (b"PK\x01\x02" + bytes(42)) * (2 * docx_package.MAX_ENTRIES + 1)
    assert refused_bytes(tmp_path, data)[0] == UNSAFE


LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "哈哈哈哈哈哈哈哈哈哈"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY c SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize("declaration", [LAUGHS, OUTSIDE, "<!DOCTYPE html>"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("name", ["word/document.xml", "word/styles.xml", "_rels/.rels"])
def test_a_document_type_is_refused_in_every_part(
    tmp_path: Path, declaration: str, encoding: str, name: str
) -> None:
    parts = {key: text.encode() for key, text in package(BODY, styles="").items()}
    text = parts[name].decode().removeprefix('<?xml version="1.0" encoding="UTF-8"?>')
    head = f'<?xml version="1.0" encoding="{encoding[:6].rstrip("-")}"?>'
    parts[name] = (head + declaration + text).encode(encoding)
    code, message = refused(save(tmp_path / "a.docx", parts))
    assert (code, "实体声明" in message) == (UNSAFE, True)


def test_a_document_type_in_an_encoding_that_hides_it_is_refused() -> None:
    hidden = '+ADw-!DOCTYPE a +AFsAPA-!ENTITY b "c"+AD4AXQA+-+ADw-a+AD4-+ACY-b+ADs-+ADw-/a+AD4-'
    data = f'<?xml version="1.0" encoding="UTF-7"?>{hidden}'.encode()
    assert b"<!DOCTYPE" not in data
    with pytest.raises(ReadError) as caught:
        parse(data)
    assert caught.value.code == UNSAFE


def test_xml_in_utf_16_is_read(tmp_path: Path) -> None:
    parts: dict[str, str | bytes] = dict(package(BODY))
    text = package(BODY)["word/document.xml"].replace("UTF-8", "UTF-16")
    parts["word/document.xml"] = text.encode("utf-16")
    assert texts(read_docx(save(tmp_path / "a.docx", parts)))[0] == "云溪市水务局2023年部门预算"


DEEPEST = 256
"""The parser takes no more; the document, its body and a paragraph take three."""


@pytest.mark.parametrize(
    ("opening", "closing", "levels"),
    [
        ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", 2),
        ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 3),
        ("<w:p><w:r><w:pict><w:txbxContent>", "</w:txbxContent></w:pict></w:r></w:p>", 4),
        ("<w:smartTag>", "</w:smartTag>", 1),
    ],
)
def test_nesting_is_read_as_deep_as_it_is_parsed_and_refused_beyond(
    tmp_path: Path, opening: str, closing: str, levels: int
) -> None:
    depth = (DEEPEST - 6) // levels
    inline = levels == 1
    nested = opening * depth + (r("深") if inline else p("深")) + closing * depth
    document = read(tmp_path, (p(nested) if inline else nested) + p("完"))
    assert plain(document.blocks).splitlines() == ["深", "完"]
    path = save(tmp_path / "deep.docx", package(opening * 5000 + closing * 5000))
    code, message = refused(path)
    assert (code, "嵌套层次" in message) == (UNSAFE, True)


@pytest.mark.parametrize(
    "content", ["<w:r/>" * 500, "<w:r " + " ".join(f'w:a{i}=""' for i in range(500)) + "/>"]
)
def test_endless_markup_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str
) -> None:
    path = save(tmp_path / "a.docx", package(p(content) + BODY))
    assert len(read_docx(path).blocks) == 2
    monkeypatch.setattr(docx_package, "MAX_MARKUP", 500)
    code, message = refused(path)
    assert (code, "内容过多" in message) == (UNSAFE, True)


_TAGS = (
    "w:p w:r w:t w:pPr w:rPr w:tbl w:tr w:tc w:tcPr w:trPr w:sdt w:sdtContent w:sdtPr w:ins "
    "w:del w:vMerge w:hMerge w:gridSpan w:gridBefore w:numPr w:numId w:ilvl w:pStyle "
    "w:outlineLvl w:vanish w:fldChar w:instrText w:br w:sym w:lastRenderedPageBreak w:sectPr "
    "w:pict w:drawing w:object w:txbxContent w:ruby w:altChunk w:fldSimple mc:AlternateContent "
    "mc:Choice mc:Fallback m:oMath a:graphicData v:imagedata wp:extent w:footnoteReference "
    "w:hyperlink "
)
_VALUES = ["", "1", "0", "-7", "99999999999999999999", "restart", "continue", "x", "F0FE", "begin"]
_NAMES = ["w:val", "w:fldCharType", "w:type", "w:char", "w:id", "Requires", "uri", "cx", "style"]
_NAMES += ["w:instr", "w:font"]


def _markup(content: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    attributes = st.dictionaries(st.sampled_from(_NAMES), st.sampled_from(_VALUES), max_size=2)
    return st.builds(
        _element, st.sampled_from(_TAGS.split()), attributes, st.lists(content, max_size=4)
    )


def _element(tag: str, attributes: dict[str, str], content: list[str]) -> str:
    found = "".join(f' {name}="{value}"' for name, value in attributes.items())
    return f"<{tag}{found}>{''.join(content)}</{tag}>"


@given(body=st.lists(st.recursive(st.just("文"), _markup, max_leaves=30), max_size=6))
def test_whatever_the_markup_says_what_follows_it_is_read(
    tmp_path_factory: pytest.TempPathFactory, body: list[str]
) -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:lvlText w:val="%1、"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    content = "".join(body) + p("前") + tbl(tr("后"))
    document = read(tmp_path_factory.mktemp("any"), content, numbering=numbering)
    assert [text[-1:] for text in texts(document)[-2:]] == ["前", "]"]


def test_a_table_larger_than_any_is_left_out_and_said(tmp_path: Path) -> None:
    wide = tr(tc("宽", '<w:gridSpan w:val="256"/>'))
    document = read(tmp_path, p("前") + tbl(*[wide] * 16_000) + p("后"))
    assert texts(document) == ["前", "后"]
    (unread,) = document.unread
    assert unread.reason == "第 1 个表格大得不正常，其中的内容未检查。"


# --- time ---------------------------------------------------------------------------------------


def calls(rows: int) -> int:
    """How many functions run, in Python or in C, to read a table of so many rows."""
    begin = tc("科目", '<w:vMerge w:val="restart"/>')
    row = tr(tc("", "<w:vMerge/>"), "收入", "347.37")
    root = parse(package(tbl(tr(begin, "甲", "乙"), *[row] * rows))["word/document.xml"].encode())
    (body,) = root
    story = Story(body, Styles(None), Numbering(Definitions(None)), UnreadParts(), Pages())
    count = 0

    def tally(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(tally)
    try:
        (table,) = story.read()
    finally:
        sys.setprofile(None)
    assert isinstance(table, Table)
    assert len(table.rows) == rows + 1
    assert table.rows[0][0].rowspan == rows + 1
    return count


def test_twice_the_rows_are_twice_the_work() -> None:
    one, two, four = calls(100), calls(200), calls(400)
    assert two - one > 100 * 10
    assert four - two == pytest.approx(2 * (two - one), rel=0.01)
